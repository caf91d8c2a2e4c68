"""Reads a Word file as a person sees it, by the rules of the format and not by the code that wrote it."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Told(NamedTuple):
    """A paragraph as it is read: style, marker, text."""

    style: str
    marker: str
    text: str


class Numbers:
    """Counts as Word does: for each abstract numbering and level; a number starts over where an override says."""

    def __init__(self, numbering: Any) -> None:
        self.abstracts = {a.get(qn("w:abstractNumId")): a for a in numbering.findall(qn("w:abstractNum"))}
        self.nums = {n.get(qn("w:numId")): n for n in numbering.findall(qn("w:num"))}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        self.begun: set[tuple[str, int]] = set()

    def marker(self, number: str, level: int) -> str:
        num = self.nums[number]
        abstract = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        definition = self.level(abstract, level)
        counts = self.counts[abstract]
        start = int(definition.find(qn("w:start")).get(qn("w:val")))
        override = next((o for o in num.findall(qn("w:lvlOverride")) if o.get(qn("w:ilvl")) == str(level)), None)
        if override is not None and (number, level) not in self.begun:
            counts[level] = int(override.find(qn("w:startOverride")).get(qn("w:val")))
        else:
            counts[level] = counts[level] + 1 if level in counts else start
        self.begun.add((number, level))
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        text: str = definition.find(qn("w:lvlText")).get(qn("w:val"))
        for other in range(9):
            if f"%{other + 1}" in text:
                written = self.level(abstract, other).find(qn("w:numFmt")).get(qn("w:val"))
                text = text.replace(f"%{other + 1}", shown(counts[other], written))
        return text

    def level(self, abstract: str, level: int) -> Any:
        levels = self.abstracts[abstract].findall(qn("w:lvl"))
        return next(found for found in levels if found.get(qn("w:ilvl")) == str(level))


def shown(value: int, written: str) -> str:
    if written == "lowerLetter":
        return "abcdefghijklmnopqrstuvwxyz"[(value - 1) % 26] * ((value - 1) // 26 + 1)
    if written == "lowerRoman":
        text = ""
        for worth, letters in ROMAN:
            text, value = text + letters * (value // worth), value % worth
        return text
    assert written == "decimal"
    return str(value)


def word(raw: bytes) -> Word:
    return docx.Document(io.BytesIO(raw))


def told(raw: bytes) -> list[Told]:
    """Give the paragraphs outside of tables; a marker that stands as text is parted from the text by a tab."""
    read = word(raw)
    numbers = Numbers(read.part.numbering_part.element)
    return [one(block, numbers) for block in read.iter_inner_content() if isinstance(block, Paragraph)]


def one(paragraph: Paragraph, numbers: Numbers) -> Told:
    style, text = paragraph.style.name if paragraph.style else "", paragraph.text
    found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is not None:
        level, number = (found.find(qn(name)).get(qn("w:val")) for name in ("w:ilvl", "w:numId"))
        return Told(style or "", numbers.marker(number, int(level)), text)
    marker, tab, rest = text.partition("\t")
    return Told(style or "", marker, rest) if tab else Told(style or "", "", text)


def tables(raw: bytes) -> list[Table]:
    return word(raw).tables


def laid(table: Table) -> list[list[tuple[str, ...] | None]]:
    """Give a table on its columns: the lines of each cell, None where one from above or the left reaches."""
    return [list(row(tr)) for tr in table._tbl.tr_lst]


def row(tr: Any) -> Iterator[tuple[str, ...] | None]:
    for tc in tr.tc_lst:
        lines = [Paragraph(p, None).text for p in tc.p_lst]  # type: ignore[arg-type]
        if tc.vMerge == "continue":
            assert lines == [""]
            yield None
        else:
            yield () if lines == [""] else tuple(lines)
        yield from [None] * (tc.grid_span - 1)


def parts(raw: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
