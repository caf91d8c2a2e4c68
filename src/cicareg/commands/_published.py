"""A published list as a side of a comparison: read by the format that its name ends with."""

from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.errors import UsageError
from cicareg.visible import visible_line

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.formats.format import Format
    from cicareg.picture import Picture
    from cicareg.registry import Registry
    from cicareg.words import Words

_FORMATS = {".md": "markdown", ".markdown": "markdown", ".htm": "html", ".html": "html"}
_FORMATS |= {".docx": "docx", ".json": "json", ".csv": "csv"}
_OTHERS = {
    ".pdf": "the columns of a PDF cannot be told apart: take the Word, HTML or Markdown file beside it",
    ".doc": "open it in Word, and save it as .docx",
    ".xlsx": "cicareg list --format csv writes the same rows",
}


def read_list(path: Path, names: "Registry", register: "Register") -> "Picture":
    """Give the picture of a list, read with the names of a register and the words of all its languages."""
    from cicareg.commands._limits import bounded
    from cicareg.recognising.lists import picture_of_posts, picture_of_sheets
    from cicareg.storage.output import read_published

    form, shown = _format(path), visible_line(str(path))
    raw = read_published(path)
    with bounded(f"reading {shown}"):
        if form.posts:
            return picture_of_posts(names, f"the list {shown}", form.posts(raw, shown))
        sheets = form.sheets(raw, shown) if form.sheets else ()
        return picture_of_sheets(names, f"the list {shown}", sheets, _languages(names, register.root))


def _languages(names: "Registry", root: Path) -> "list[Words]":
    """Give the words of each language of the register that has them, and English in any case."""
    from cicareg.questions.posts import top
    from cicareg.storage.templates import find_template
    from cicareg.words import read_words

    langs = dict.fromkeys((*top(names).languages, "en"))
    found = (find_template(root, lang, "words.yaml") for lang in langs)
    return [read_words(template.origin, template.raw) for template in found if template]


def _format(path: Path) -> "Format":
    from cicareg.formats.format import format_named

    suffix = path.suffix.lower()
    found = format_named(_FORMATS[suffix]) if suffix in _FORMATS else None
    if found is None:
        hint = _OTHERS.get(suffix, f"a list is read from {', '.join(_FORMATS)}")
        raise UsageError(f"{visible_line(str(path))}: no list is read from a file of this kind", hint=hint)
    return found
