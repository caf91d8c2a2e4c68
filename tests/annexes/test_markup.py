"""The part of HTML that templates may use."""

import pytest

from cicareg.annexes.markup import parse
from cicareg.document import Cell, Document, Heading, Paragraph, Table
from cicareg.errors import CicaregError


def test_headings_paragraphs_and_tables_become_blocks() -> None:
    text = (
        '<p class="organ">A  &amp;\n B</p><h1>T</h1><table><thead><tr><th>x</th><th>y</th></tr></thead>'
        "<tbody><tr><td rowspan=2>1</td><td>a<br>b</td></tr><tr><td></td></tr></tbody></table>"
    )
    assert parse(text, "en", "t") == Document(
        "en",
        (
            Paragraph("A & B", "organ"),
            Heading(1, "T"),
            Table(
                ((Cell(("x",)), Cell(("y",))),),
                ((Cell(("1",), rows=2), Cell(("a", "b"))), (Cell(),)),
            ),
        ),
    )


REFUSED = {
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
