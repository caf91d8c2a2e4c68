"""A published document filled into base.docx: its page, its headers and its styles stay, its text goes."""

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from cicareg.document import UNDATED, Document, Heading
from cicareg.formats.word.base import opened
from cicareg.formats.word.body import Body
from cicareg.formats.word.cleaning import cleaned
from cicareg.formats.word.numbers import instance
from cicareg.formats.word.tables import Page
from cicareg.formats.word.xml import inked, w
from cicareg.formats.zipped import unzipped, zipped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from docx.document import Document as Word

_TAGS = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}  # Word wants a country with these; others are taken as told
_LONGEST = 255  # of a property
_PAGE = 11906 - 2 * 1134  # A4, less margins: where the base does not say
_GRID = "Table Grid"


def filled(published: Document, origin: str, raw: bytes) -> bytes:
    """Give the bytes of the Word file."""
    word = opened(origin, raw)
    cleaned(word)
    if published.is_wide:
        _turn(word)
    _fill(word, published)
    _speak(word, _TAGS.get(published.language, published.language))
    _state(word, published)
    buffer = io.BytesIO()
    word.save(buffer)
    return zipped(unzipped(buffer.getvalue(), 1 << 40, 1 << 20))


def _fill(word: "Word", published: Document) -> None:
    """Put the blocks before the section's properties, and their numberings with those that the base has."""
    from docx.oxml.ns import qn

    numbering = _numbering(word)
    numbers = [int(num.get(qn("w:numId"))) for num in numbering.findall(qn("w:num"))]
    abstracts = [int(num.get(qn("w:abstractNumId"))) for num in numbering.findall(qn("w:abstractNum"))]
    first, base = max(numbers, default=0) + 1, max(abstracts, default=-1) + 1
    body = Body(published.blocks, _page(word), first)
    section = word.element.body.sectPr
    for element in body.elements():
        section.addprevious(_own(element))
    place = next((child for child in numbering if child.tag in (qn("w:num"), qn("w:numIdMacAtCleanup"))), None)
    for at, series in enumerate(body.numbering.series):
        definition = _own(body.numbering.abstract(series, base + at))
        numbering.append(definition) if place is None else place.addprevious(definition)
    end = numbering.find(qn("w:numIdMacAtCleanup"))
    for at, series in enumerate(body.numbering.series):
        number = _own(instance(series, first + at, base + at))
        numbering.append(number) if end is None else end.addprevious(number)


def _turn(word: "Word") -> None:
    """Lay the pages on their side."""
    from docx.enum.section import WD_ORIENT

    for section in word.sections:
        width, height = section.page_width, section.page_height
        if width and height and width < height:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = height, width


def _own(element: "Element") -> Any:
    """Give an element as one of the library that the file is made with."""
    from xml.etree.ElementTree import tostring

    from docx.oxml import parse_xml

    return parse_xml(tostring(element, encoding="utf-8"))


def _numbering(word: "Word") -> Any:
    """Give the numberings of the file; one without a list has none yet."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.parts.numbering import NumberingPart

    if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in word.part.rels.values()):
        empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        uri = PackURI("/word/numbering.xml")
        part = NumberingPart(uri, CONTENT_TYPE.WML_NUMBERING, empty, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return word.part.numbering_part.element


def _page(word: "Word") -> Page:
    """Read of the base what the body needs: its styles, and how wide its text is."""
    from docx.enum.style import WD_STYLE_TYPE

    ids = {(style.type, (style.name or "").casefold()): style.style_id for style in word.styles if style.style_id}
    section = word.sections[-1]
    width, left, right = section.page_width, section.left_margin, section.right_margin
    inside = (width - left - right) // 635 if width and left is not None and right is not None else _PAGE
    return Page(
        lambda name: ids.get((WD_STYLE_TYPE.PARAGRAPH, name.casefold())),
        ids.get((WD_STYLE_TYPE.TABLE, _GRID.casefold())),
        max(inside, 1000),
        _letters(word),
    )


def _letters(word: "Word") -> int:
    """Give the size of the letters in tables, in twentieths of a point."""
    from docx.styles.style import ParagraphStyle

    named = {(style.name or "").casefold(): style for style in word.styles if isinstance(style, ParagraphStyle)}
    style: Any = named.get("table text") or named["normal"]
    while style is not None:
        if style.font.size:
            return int(style.font.size.pt * 20)
        style = style.base_style
    return 240


def _speak(word: "Word", tag: str) -> None:
    """Say in what language all text is; what styles of the base say of theirs goes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    styles = word.styles.element
    for said in list(styles.iter(qn("w:lang"))):
        said.getparent().remove(said)
    path = ("w:docDefaults", "w:rPrDefault", "w:rPr")
    at = styles
    for name in path:
        found = at.find(qn(name))
        if found is None:
            found = OxmlElement(name)
            at.insert(0, found)
        at = found
    language = _own(w("lang", val=tag, eastAsia=tag, bidi=tag))
    at.append(language)


def _state(word: "Word", published: Document) -> None:
    """Say in the properties of the file what it is, by whom and of when: never today, and nothing of the base."""
    about, said = published.about, word.core_properties
    element = word.part.package.core_properties._element  # noqa: SLF001  # what the base says of itself goes
    for child in list(element):
        element.remove(child)
    day = dt.datetime.combine(about.date or UNDATED, dt.time())  # a day has no zone
    said.title = _property(about.title or _title(published))
    said.author = said.last_modified_by = _property(about.author)
    said.subject = _property(about.number)
    said.language = _property(_TAGS.get(published.language, published.language))
    said.created = said.modified = day


def _property(text: str) -> str:
    return inked(" ".join(text.split()))[:_LONGEST]


def _title(published: Document) -> str:
    """Give the headings that a document begins with."""
    heads = []
    for block in published.blocks:
        if isinstance(block, Heading):
            heads.append(block.text)
        elif heads:
            break
    return " \N{EN DASH} ".join(heads)
