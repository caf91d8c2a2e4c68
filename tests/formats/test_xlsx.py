"""The list as a spreadsheet: the rows of the CSV, names beside ids, and text that is never a formula."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.document import About
from cicareg.formats.csv import listing as as_csv
from cicareg.formats.posts_csv import COLUMNS
from cicareg.formats.xlsx import HEAD, workbook
from cicareg.listed import Holder, Listing, PostLine
from cicareg.questions.listing import as_decided
from cicareg.visible import visible_line
from tests.formats.reading import parts
from tests.support import loaded

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ABOUT = About("The list", "Council", "", dt.date(2023, 7, 1))
Cell = str | int


def sheet(raw: bytes) -> ET.Element:
    return ET.fromstring(parts(raw)["xl/worksheets/sheet1.xml"])  # noqa: S314  # made here


def read(raw: bytes) -> list[list[Cell]]:
    """Read the cells by the rules of the format: texts are shared, a cell that is not there is empty."""
    files = parts(raw)
    shared = ET.fromstring(files["xl/sharedStrings.xml"])  # noqa: S314  # made here
    texts = ["".join(si.itertext()) for si in shared.iter(f"{S}si")]
    return [list(row(line, texts)) for line in sheet(raw).iter(f"{S}row")]


def row(line: ET.Element, texts: list[str]) -> Iterator[Cell]:
    cells = {re.sub("[0-9]", "", cell.get("r", "")): cell for cell in line}
    for column in range(len(HEAD)):
        cell = cells.get(chr(ord("A") + column))
        value = cell.findtext(f"{S}v") if cell is not None else None
        if cell is None or value is None:
            yield ""
        else:
            yield texts[int(value)] if cell.get("t") == "s" else int(value)


def the_list(*, by_state: bool = False) -> Listing:
    return as_decided(loaded().registry, "en", by_state=by_state)


@pytest.mark.parametrize("by_state", [False, True])
def test_the_rows_are_those_of_the_csv(by_state: bool) -> None:
    listed = the_list(by_state=by_state)
    head, *lines = read(workbook(listed, ABOUT))
    assert head == list(HEAD)
    assert [name for name in HEAD if name in COLUMNS] == list(COLUMNS)
    kept = [[str(cell) for name, cell in zip(HEAD, line, strict=True) if name in COLUMNS] for line in lines]
    assert kept == list(csv.reader(io.StringIO(as_csv(listed))))[1:]
    assert len(kept) > 2


def test_names_stand_beside_ids_and_positions_are_numbers() -> None:
    line = dict(zip(HEAD, read(workbook(the_list(), ABOUT))[1], strict=True))
    names = ("dimension", "dimension-name", "area", "area-name", "position")
    assert [line[name] for name in names] == ["nature", "Nature", "ice", "Safety on ice", 1]


def test_the_head_stays_in_sight_and_every_column_can_be_filtered() -> None:
    found = sheet(workbook(the_list(), ABOUT))
    rows = len(list(found.iter(f"{S}row")))
    (pane,) = found.iter(f"{S}pane")
    (button,) = found.iter(f"{S}autoFilter")
    assert (pane.get("state"), pane.get("ySplit"), pane.get("topLeftCell")) == ("frozen", "1", "A2")
    assert button.get("ref") == f"A1:L{rows}"


def test_columns_are_as_wide_as_their_texts() -> None:
    found = list(sheet(workbook(the_list(), ABOUT)).iter(f"{S}col"))
    widths = [float(column.get("width", "")) for column in found]
    assert (found[0].get("min"), found[-1].get("max")) == ("1", str(len(HEAD)))
    assert 6 < min(widths) < max(widths) < 62


def test_the_file_bears_the_day_of_the_list() -> None:
    said = parts(workbook(the_list(), ABOUT))["docProps/core.xml"].decode()
    assert re.findall(r">(2023-07-01T00:00:00Z)<", said) == ["2023-07-01T00:00:00Z"] * 2
    assert "<dc:title>The list</dc:title>" in said
    assert "2000-01-01T00:00:00Z" in parts(workbook(the_list(), About()))["docProps/core.xml"].decode()


def test_the_same_list_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = workbook(the_list(), ABOUT)
    monkeypatch.setattr("time.time", lambda: 4e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2096, 10, 2, 7, 6, 40, 1, 276, 0))
    assert workbook(the_list(), ABOUT) == before


TEXT = st.text(alphabet=st.one_of(st.sampled_from("=+-@'\t\n<&\x00\x1b\ud800_x0041{}"), st.characters()), max_size=20)


@settings(max_examples=20, deadline=None)
@given(TEXT)
@pytest.mark.parametrize("start", ["", "=1+1", "+", "-2", "@SUM(A1)", "{=A1}", "http://a.example/", "mailto:a@b.c"])
def test_no_text_is_a_formula_or_a_link(start: str, text: str) -> None:
    name = start + text
    holder = Holder("XAA", name, False, "coordinator", name, name, "stated")
    post = PostLine("1.1", name, name, False, name, name, False, False, "filled", (holder,))
    raw = workbook(Listing(name, "en", (post,), ()), About(name, name))
    shown = visible_line(name)
    assert read(raw)[1] == ["1.1", *[shown] * 4, "coordinator", 1, "XAA", *[shown] * 3, "stated"]
    found = sheet(raw)
    assert not [*found.iter(f"{S}f"), *found.iter(f"{S}hyperlink")]
