"""What of base.docx does not come through: its text, what hangs on it, and what tells of who made it, and where."""

from typing import TYPE_CHECKING

from cicareg.formats.word.xml import W

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.opc.part import Part

_KEPT = frozenset({"styles", "numbering", "settings", "fontTable", "theme"})
_EDGES = frozenset({"header", "footer"})
_PACKAGE = frozenset({"officeDocument", "core-properties"})
_SETTINGS = ("rsids", "attachedTemplate", "footnotePr", "endnotePr", "docVars", "mailMerge")
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def cleaned(word: "Word") -> None:
    """Empty the file; its section with headers and footers stays, and all that they and the styles need."""
    body = word.element.body
    section = body.get_or_add_sectPr()
    for child in [child for child in body if child is not section]:
        body.remove(child)
    named = {value for element in section.iter() for key, value in element.attrib.items() if key == f"{{{_R}}}id"}
    for name, rel in list(word.part.rels.items()):
        kind = _kind(rel.reltype)
        if rel.is_external or not (kind in _KEPT or (kind in _EDGES and name in named)):
            del word.part.rels[name]
    for name, rel in list(word.part.package.rels.items()):
        if _kind(rel.reltype) not in _PACKAGE:
            del word.part.package.rels[name]
    _unset(word)


def _kind(reltype: str) -> str:
    return reltype.rpartition("/")[2]


def _unset(word: "Word") -> None:
    """Forget sessions of editing, the template's place on somebody's disk, and notes of the text that is gone."""
    settings = word.settings.element
    for name in _SETTINGS:
        for element in settings.findall(f"{{{W}}}{name}"):
            settings.remove(element)
    part: Part = word.part._settings_part  # noqa: SLF001  # its relations name files of the machine it was made on
    for name, rel in list(part.rels.items()):
        if rel.is_external:
            del part.rels[name]
