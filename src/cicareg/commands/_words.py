"""The words and templates of a language for the register at hand."""

from collections.abc import Mapping

from cicareg.commands._register import Register
from cicareg.errors import UsageError
from cicareg.names import did_you_mean
from cicareg.questions.posts import top
from cicareg.storage.templates import Template, read_template, read_templates
from cicareg.words import Words, read_words


def language(register: Register, told: str | None) -> str:
    """Give the language to write in: as told, else English where the register has it, else its first."""
    if told is not None:
        return told
    known = top(register.registry).languages
    return "en" if "en" in known else known[0]


def templates_of(register: Register, lang: str) -> Mapping[str, Template]:
    """Give the templates of one of the register's languages by name, each read when it is asked for."""
    _check(register, lang)
    return read_templates(register.root, lang)


def words_of(register: Register, lang: str) -> Words:
    """Give the words of a language."""
    _check(register, lang)
    template = read_template(register.root, lang, "words.yaml")
    return read_words(template.origin, template.raw)


def _check(register: Register, lang: str) -> None:
    known = top(register.registry).languages
    if lang not in known:
        hint = f"there are: {', '.join(known)}"
        raise UsageError(f"the register has no language {lang!r}{did_you_mean(lang, known)}", hint=hint)
