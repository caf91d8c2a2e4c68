"""Edits made one after the other, each checked."""

from collections.abc import Sequence

from cicareg.editing.checking import checked, readable
from cicareg.editing.edits import Edit, intended
from cicareg.editing.nodes import Source
from cicareg.editing.splicing import spliced


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Give the text with the edits made; EditError, and nothing made, where one of them cannot be."""
    source = Source(text)
    for edit in edits:
        expected = intended(source.root.data, [edit])
        new = readable(spliced(source, edit), expected)
        checked(source, new, edit)
        source = new
    return source.text
