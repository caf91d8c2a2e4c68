"""What a shell is told at the TAB key: the words so far → what it may offer, in its own form.

The first line says what follows: `words`, one a line; or the shell's own `files` or `folders`. A word that a
shell might interpret is escaped, and one with characters that no id or name has is not offered at all.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from typer._click.core import Command, Parameter
from typer._click.shell_completion import _resolve_context, _resolve_incomplete, split_arg_string

from cicareg.commands._offers import Asked, Offer
from cicareg.visible import visible_line

_OFFERED = re.compile(r"-{0,2}\w(?:[\w .,'()/-]*[\w.)])?")
_PLAIN = re.compile(r"[^\w./-]")
_PATHS = ("path", "file", "filename", "directory")


def complete(application: Command, shell: str, words: Sequence[str]) -> str:
    """Give the lines for a shell; the last word is the one that is being typed, perhaps empty."""
    *before, word = words
    args = [_unquoted(known) for known in before if known != "="]  # bash takes --lang=ru for three words
    context = _resolve_context(application, {}, "cicareg", args)
    target, typed = _resolve_incomplete(context, args, _unquoted(word))
    if isinstance(target, Parameter) and target.type.name in _PATHS:
        return "folders\n" if target.metavar == "DIR" else "files\n"
    folder = context.find_root().params.get("folder")
    context.obj = Asked(str(folder) if folder else None, typed)
    items = target.shell_complete(context, "" if isinstance(target, Parameter) else typed)
    start = word[: word.index("=") + 1] if word.startswith("--") and "=" in word else ""
    fitting = _fitting(((item.value, item.help or "") for item in items), typed)
    return "words\n" + "".join(f"{line}\n" for line in _FORMS[shell](fitting, start, word))


def _unquoted(word: str) -> str:
    """Give a word as the program would get it: bash hands it over as typed, with quotes and backslashes."""
    return "".join(split_arg_string(word)) if re.search(r"[\"'\\]", word) else word


def _fitting(offers: Iterator[Offer], typed: str) -> dict[str, str]:
    """Give the offers that begin as typed, in any case, each once, less those that are no proper word."""
    beginning = typed.casefold()
    found: dict[str, str] = {}
    for value, meaning in offers:
        if value.casefold().startswith(beginning) and _OFFERED.fullmatch(value):
            found.setdefault(value, visible_line(meaning))
    return found


def _bash(offers: dict[str, str], start: str, word: str) -> Iterator[str]:
    quote = word[:1] if word[:1] in ("'", '"') else ""
    for value in offers:
        if not quote:
            yield start + _PLAIN.sub(r"\\\g<0>", value)
        elif quote not in value:
            yield start + value


def _zsh(offers: dict[str, str], start: str, word: str) -> Iterator[str]:
    del word
    return (f"{start}{value}:{meaning}" if meaning else start + value for value, meaning in offers.items())


def _fish(offers: dict[str, str], start: str, word: str) -> Iterator[str]:
    del word
    return (f"{start}{value}\t{meaning}" for value, meaning in offers.items())


_FORMS: dict[str, Callable[[dict[str, str], str, str], Iterator[str]]] = {"bash": _bash, "fish": _fish, "zsh": _zsh}
