"""What is published as a Word file, in the looks of base.docx."""

from cicareg.document import Document, Templates
from cicareg.formats.format import Format
from cicareg.sheet import Sheet

BASE = "base.docx"


def file(published: Document, templates: Templates) -> bytes:
    """Give the bytes of the file; the same document and the same base give the same bytes."""
    from cicareg.formats.word.filling import filled

    return filled(published, *templates[BASE])


def sheets(raw: bytes, origin: str) -> tuple[Sheet, ...]:
    """Give the tables of a Word file."""
    from cicareg.formats.word.reading import sheets as read

    return read(raw, origin)


FORMAT = Format("docx", file=file, sheets=sheets, suffix=".docx")
