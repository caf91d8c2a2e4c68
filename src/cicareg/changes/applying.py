"""From edits to the new texts of files."""

from collections.abc import Callable, Mapping, Sequence

from cicareg.changes.keys import keys_of
from cicareg.editing import Edit, EditError, edited, intended, written
from cicareg.editing.second import agreed
from cicareg.kinds import kind_at
from cicareg.layout import TOP
from cicareg.schemas.modeline import modeline

_MODELINE = "# yaml-language-server: "


def texts(edits: Mapping[str, Sequence[Edit]], text_of: Callable[[str], str | None]) -> Mapping[str, str]:
    """Give the new text of each file that has edits.

    `text_of` gives the text of a file, None where there is none yet. A new file names its schema where the register
    itself does. Raises `editing.EditError` where a text cannot be edited so.
    """
    heads = (text_of(TOP) or "").startswith(_MODELINE)
    return {path: _text(path, text_of(path), edits[path], heads=heads) for path in sorted(edits)}


def _text(path: str, text: str | None, edits: Sequence[Edit], *, heads: bool) -> str:
    if text is not None:
        return _agreed(path, edited(text, edits))
    found = kind_at(path)
    if found is None:
        raise ValueError(f"no kind of record stands at {path}")
    kind, _ = found
    data = intended({}, edits)
    order = keys_of(kind.model)
    ordered = {key: data[key] for key in sorted(data, key=order.index)}
    return _agreed(path, written(ordered, modeline(kind) if heads else ""))


def _agreed(path: str, text: str) -> str:
    """Let another YAML program read what was written: where the two differ, it is not written."""
    if not agreed(text):
        raise EditError(f"other YAML programs would read the new text of {path} differently: this is a bug")
    return text
