"""How blocks belong together: the outline, lists in lists, the title of the file."""

import pytest

from cicareg.document import About, Block, Cell, Document, Heading, Item, PageBreak, Paragraph, Table, grid, plain
from cicareg.formats.columns import columns
from cicareg.formats.structure import Headed, Items, Listed, body_heads, nested, parts, title
from tests.formats.papers import TABLE


def document(*blocks: Block, stated: str = "") -> Document:
    return Document("en", blocks, About(stated))


@pytest.mark.parametrize(
    "levels, depths",
    [
        ([1, 2, 2, 3, 1], [1, 2, 2, 3, 1]),
        ([1, 3, 3, 2], [1, 2, 2, 2]),
        ([2, 3, 2, 1], [1, 2, 1, 1]),
        ([4], [1]),
    ],
)
def test_the_outline_leaves_out_no_level(levels: list[int], depths: list[int]) -> None:
    found = parts(document(*(Heading(level, "a") for level in levels)))
    assert [part.depth for part in found if isinstance(part, Headed)] == depths


def test_items_belong_to_the_last_that_is_less_deep() -> None:
    a, b, c, d, e = (Item(name, (), depth) for name, depth in zip("abcde", (0, 2, 1, 0, 1), strict=True))
    assert nested([a, b, c, d, e]) == (Listed(a, (Listed(b), Listed(c))), Listed(d, (Listed(e),)))
    assert nested([b, a]) == (Listed(b), Listed(a))


def test_what_stands_between_items_ends_the_list() -> None:
    one, two, between = Item("1.", ()), Item("2.", ()), Paragraph(plain("x"))
    found = list(parts(document(one, between, two, PageBreak())))
    assert found == [Items((Listed(one),)), between, Items((Listed(two),)), PageBreak()]


def test_the_title_is_as_stated_else_the_first_heading_else_the_first_text() -> None:
    blocks = (PageBreak(), Paragraph(plain("a\nb")), Heading(2, " The  heading "))
    assert title(document(*blocks, stated="Stated")) == "Stated"
    assert title(document(*blocks)) == "The heading"
    assert title(document(*blocks[:2])) == "a b"
    assert title(document(Table(((Cell(("c",)),),), ()))) == "c"
    assert title(document(PageBreak())) == "…"
    assert title(document(Paragraph(plain("x" * 300)))) == "x" * 249 + "…"


def test_columns_that_are_merged_downwards_head_their_rows_else_the_first() -> None:
    assert body_heads(TABLE, grid(TABLE)) == {0, 1}
    assert body_heads(Table(((Cell(), Cell()),), ((Cell(), Cell()),)), ((), ())) == {0}


def test_the_longest_lines_and_words_of_a_column_without_what_spans() -> None:
    title, first, second = TABLE.rows[:3]
    lakes = tuple(cell._replace(rows=min(cell.rows, 2)) for cell in first)
    found = columns(TABLE._replace(rows=(title, lakes, second)))
    assert [column["lines"] for column in found] == [
        ["No.", "1"],
        ["Country 1", "Country"],
        ["a", "b"],
        ["Lake 1a", "Lake 1b"],
        ["Alderia (2024-2025)", "Who counts it", "Borland"],
    ]
    assert found[4]["words"] == ["Alderia-", "Borland-", "counts-", "(2024-", "2025)-", "Who-", "it-"]
    assert columns(Table(((Cell(("x" * 50,)),),), ()))[0]["words"] == ["x" * 30]


TWO_HEADS = ((Cell(("a",), rows=2), Cell(("b",))), (Cell(("c",)),))
UNFIT = {
    "from the header into the rows": (
        Table(((Cell(("a",), rows=2), Cell(("b",))),), ((Cell(("c",)),),)),
        "a cell of row 1 reaches below the header",
    ),
    "past the last row": (
        Table(TWO_HEADS, ((Cell(("d",)), Cell(("e",), rows=2)),)),
        "a cell of row 3 reaches below the last row",
    ),
    "into one from above": (
        Table(((Cell(), Cell()),), ((Cell(), Cell(("a",), rows=2)), (Cell(("b",), columns=2),))),
        "the cells of row 3 do not fill the 2 columns of the table",
    ),
    "too few": (Table(TWO_HEADS, ((Cell(),),)), "the cells of row 3 do not fill the 2 columns of the table"),
    "too many": (
        Table(((Cell(),),), ((Cell(), Cell()),)),
        "row 2 has more cells than the 1 columns of the table hold",
    ),
}


@pytest.mark.parametrize("name", UNFIT)
def test_cells_stay_in_their_table_and_in_their_part_of_it(name: str) -> None:
    table, message = UNFIT[name]
    with pytest.raises(ValueError, match=f"^{message}$"):
        grid(table)


def test_cells_reach_down_to_the_last_row_of_their_part() -> None:
    a, b, c, d = (Cell((name,), rows=rows) for name, rows in zip("abcd", (2, 1, 1, 2), strict=True))
    assert grid(Table(((a, b), (c,)), ((d, d), ()))) == ((a, b), (None, c), (d, d), (None, None))
