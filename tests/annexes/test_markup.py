"""The part of HTML that templates may use."""

import pytest

from cicareg.annexes.markup import parse
from cicareg.document import Cell, Document, Heading, Item, PageBreak, Paragraph, Run, Table, plain
from cicareg.errors import CicaregError


def test_headings_paragraphs_and_tables_become_blocks() -> None:
    text = (
        '<p class="organ">A  &amp;\n B</p><h1>T</h1><table><thead><tr><th>x</th><th>y</th></tr></thead>'
        "<tbody><tr><td rowspan=2>1</td><td>a<br>b</td></tr><tr><td></td></tr></tbody></table>"
    )
    assert parse(text, "en", "t") == Document(
        "en",
        (
            Paragraph(plain("A & B"), "organ"),
            Heading(1, "T"),
            Table(
                ((Cell(("x",)), Cell(("y",))),),
                ((Cell(("1",), rows=2), Cell(("a", "b"))), (Cell(),)),
            ),
        ),
    )


def test_lists_keep_their_markers_and_say_how_deep_they_are() -> None:
    text = (
        '<ol><li value="1.">A\n <em>b </em>c</li><ol><li value="(a)">d<br> e</li></ol><ul><li>f</li></ul></ol><hr>'
        "<p><strong> g</strong> h<br><br></p>"
    )
    assert parse(text, "en", "t").blocks == (
        Item("1.", (Run("A "), Run("b ", "emphasis"), Run("c"))),
        Item("(a)", plain("d\ne"), 1),
        Item("", plain("f"), 1),
        PageBreak(),
        Paragraph((Run("g", "strong"), Run(" h"))),
    )


def test_lines_of_a_cell_are_marked_as_a_whole() -> None:
    text = (
        "<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>a<br><del>b </del><br> <ins>c</ins></td></tr>"
        "<tr><td>d</td></tr></tbody></table><p>a <del>b</del> <ins>c</ins></p>"
    )
    table, paragraph = parse(text, "en", "t").blocks
    assert isinstance(table, Table)
    assert table.rows == ((Cell(("a", "b", "c"), marks=("", "gone", "new")),), (Cell(("d",)),))
    assert table.rows[0][0].marked == (("a", ""), ("b", "gone"), ("c", "new"))
    assert paragraph == Paragraph((Run("a "), Run("b", "gone"), Run(" "), Run("c", "new")))


REFUSED = {
    "half a line that is marked": (
        "<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>a <del>b</del></td></tr></tbody></table>",
        "a line of a cell is marked as a whole, or not at all",
    ),
    "a mark in a heading": ("<h1><del>a</del></h1>", "<del> cannot stand in <h1>"),
    "item without marker": ("<ol><li>a</li></ol>", '<li> in <ol> needs its marker as stated: value="1."'),
    "lists without end": ("<ul>" * 9, "lists stand at most 8 deep in each other"),
    "item outside": ("<li>a</li>", "<li> cannot stand here"),
    "emphasis in a heading": ("<h1><em>a</em></h1>", "<em> cannot stand in <h1>"),
    "a tag that is not known": ("<script>x</script>", "<script> cannot stand here"),
    "text outside": ("hello", "text stands outside a paragraph"),
    "not closed": ("<p>x", "<p> is not closed"),
    "closes nothing": ("</p>", "</p> closes nothing"),
    "crossed": ("<h1><p>x</h1></p>", "<p> cannot stand in <h1>"),
    "attribute that is not known": ('<p onclick="x">y</p>', "<p> has no attribute onclick"),
    "escape": ("<p>a\x1b[31m</p>", "an escape character"),
    "right to left": ("<p>a\u202eb</p>", "the invisible character U+202E (right-to-left override)"),
    "reference to the unseen": ("<p>a&#x202e;b</p>", "the invisible character U+202E (right-to-left override)"),
    "unseen in an attribute": ('<p class="a&#x200b;">b</p>', "the invisible character U+200B"),
    "lone surrogate": ("<p>\ud800</p>", "the invisible character U+D800"),
    "carriage return": ("<p>a\r</p>", "a carriage return"),
    "doctype": ("<!DOCTYPE html><p>x</p>", "is not understood"),
    "table without head": ("<table><tbody><tr><td>x</td></tr></tbody></table>", "a table needs a <thead>"),
    "row too short": (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>",
        "the cells of row 2 do not fill the 2 columns",
    ),
    "row too long": (
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody></table>",
        "row 2 has more cells",
    ),
    "head that reaches into the rows": (
        "<table><thead><tr><th rowspan=2>a</th></tr></thead><tbody><tr></tr></tbody></table>",
        "a cell of row 1 reaches below the header",
    ),
    "cell that reaches past the last row": (
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td rowspan=2>b</td></tr></tbody></table>",
        "a cell of row 2 reaches below the last row",
    ),
    "span that is no number": (
        "<table><thead><tr><th colspan=x>a</th></tr></thead></table>",
        "colspan is a number of cells, not 'x'",
    ),
    "span without end": (
        "<table><thead><tr><th colspan=99999999>a</th></tr></thead></table>",
        "colspan is a number of cells",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_template_and_line(name: str) -> None:
    text, message = REFUSED[name]
    with pytest.raises(CicaregError) as refused:
        parse(f"\n{text}", "en", "templates/en/x.html")
    assert refused.value.message.startswith("templates/en/x.html: line 2 of what it makes: ")
    assert message in refused.value.message
