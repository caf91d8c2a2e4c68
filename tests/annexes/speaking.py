"""A voice for tests: a register in a language with the packaged templates."""

from collections.abc import Mapping

from cicareg.annexes.voice import Voice
from cicareg.questions.naming import Naming
from cicareg.storage.templates import PACKAGED, read_templates
from cicareg.words import read_words
from tests.support import chancery, load


def voice(lang: str = "en", tree: Mapping[str, bytes] | None = None, *, gaps: bool = False) -> Voice:
    templates = read_templates(None, lang)
    words = read_words(templates["words.yaml"].origin, templates["words.yaml"].raw)
    return Voice(load(tree or chancery()).registry, words, Naming(lang, gaps), templates)


def french(tree: Mapping[str, bytes]) -> Voice:
    """Give a voice with the templates of the example; what names lack in French is marked."""
    templates = read_templates(PACKAGED / "_init/example", "fr")
    words = read_words(templates["words.yaml"].origin, templates["words.yaml"].raw)
    return Voice(load(tree).registry, words, Naming("fr", gaps=True), templates)
