"""Tables that are read back: text is text, and a merged cell keeps its columns."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cicareg.document import Cell, Document, Table, grid
from cicareg.errors import CicaregError
from cicareg.formats.format import formats
from cicareg.formats.posts_csv import posts as from_csv
from cicareg.formats.posts_json import posts as from_json
from cicareg.listed import Listing, PostLine
from cicareg.questions.listing import as_decided
from cicareg.sheet import Box, Sheet, box_at, lined
from tests.support import loaded

_TEXTS = st.sampled_from(
    ["a", "b|c", "\\", "x\\|y", "*a*", "**", "<br>", "&amp;", "# 1", "1. [z](y)", "~~А~~", "`|`", "- _"]
)
_CELLS = st.lists(_TEXTS, max_size=2).map(lambda lines: Cell(tuple(lines)))
_TABLES = st.lists(st.tuples(_CELLS, _CELLS, _CELLS), max_size=4).map(
    lambda rows: Table((tuple(Cell((head,)) for head in "xyz"),), tuple(rows))
)


def sheet(name: str, raw: bytes) -> Sheet:
    read = formats()[name].sheets
    assert read is not None
    (found,) = read(raw, "a file")
    return found


def written(name: str, table: Table) -> bytes:
    write = formats()[name].document
    assert write is not None
    return write(Document("en", (table,))).encode()


@pytest.mark.parametrize("name", ["markdown", "html"])
@given(table=_TABLES)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_table_is_read_as_it_was_written(name: str, table: Table) -> None:
    found = sheet(name, written(name, table))
    assert [[box.lines for box in row] for row in found.rows] == [
        [cell.lines if cell else () for cell in row] for row in grid(table)
    ]


def test_cells_over_rows_and_columns_keep_their_places() -> None:
    table = Table(
        ((Cell(("a",)), Cell(("b",), columns=2), Cell(("c",))),),
        (
            (Cell(("1",), rows=2), Cell(("2",), rows=2), Cell(("3",)), Cell(("4",))),
            (Cell(("5",)), Cell(("6",))),
            (Cell(("7",), columns=4),),
        ),
    )
    found = sheet("html", written("html", table))
    assert found.rows == (
        (Box(("a",), 0), Box(("b",), 1, 2), Box(("c",), 3)),
        (Box(("1",), 0), Box(("2",), 1), Box(("3",), 2), Box(("4",), 3)),
        (Box((), 0, merged=True), Box((), 1, merged=True), Box(("5",), 2), Box(("6",), 3)),
        (Box(("7",), 0, 4),),
    )
    assert [box_at(found.rows[0], column) for column in (1, 2, 4)] == [found.rows[0][1], found.rows[0][1], None]


def test_markup_of_others_is_read_as_text() -> None:
    raw = b"<table><tr><td><p>Alderia<p>Bor<b>land</b><br>x &amp; y<td rowspan=0 colspan=a>z</table>"
    assert sheet("html", raw).rows == ((Box(("Alderia", "Borland", "x & y"), 0), Box(("z",), 1)),)


def test_a_table_in_a_table_is_refused() -> None:
    with pytest.raises(CicaregError, match="a file has a table in a table"):
        sheet("html", b"<table><tr><td><table>")


def test_lines_without_text_are_none() -> None:
    assert lined(" a  b \n\n\tc\u00a0d\n ") == ("a b", "c d")


def holders(posts: tuple[PostLine, ...]) -> list[tuple[str, list[tuple[str, str, str | None, str]]]]:
    return [(post.area, [(h.state, h.role, h.term, h.basis) for h in post.holders]) for post in posts]


@pytest.mark.parametrize("name, read", [("json", from_json), ("csv", from_csv)])
def test_posts_with_their_keys_are_read_as_they_were_written(name: str, read: object) -> None:
    listing: Listing = as_decided(loaded().registry, "en")
    write = formats()[name].listing
    assert write is not None
    assert callable(read)
    assert holders(read(write(listing).encode(), "x")) == holders(listing.posts)
