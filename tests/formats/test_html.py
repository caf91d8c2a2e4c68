"""What is published as HTML: strict HTML, structure that is read aloud, and text that stays text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.document import Block, Cell, Document, Heading, Item, PageBreak, Paragraph, Run, Table, plain
from cicareg.formats.html import document, table
from cicareg.look import Look
from cicareg.visible import visible
from tests.formats.papers import ABOUT, MARKERS, PAPER, ROLES, TABLE


def read(text: str) -> Element:
    """Read strictly: any error of the parser is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found = parser.parse(text)
    assert isinstance(found, Element)
    return found


def main(*blocks: Block) -> Element:
    found = read(document(Document("en", blocks))).find("body/main")
    assert found is not None
    return found


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def shape(element: Element) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for found in element.iter():
        yield str(found.tag), tuple(sorted((key, value) for key, value in found.attrib.items() if key != "content"))


def test_the_head_says_language_title_author_number_and_date() -> None:
    found = read(document(PAPER))
    assert found.attrib == {"lang": "en"}
    assert found.findtext("head/title") == "Statement on Ice"
    metas = {meta.attrib.get("name"): meta.attrib.get("content") for meta in found.iterfind("head/meta")}
    assert metas["author"] == ABOUT.author
    assert metas["dcterms.identifier"] == "DOC/7"
    assert metas["dcterms.date"] == "2023-06-01"


def test_what_is_not_stated_is_not_said() -> None:
    text = document(Document("ar", (Heading(1, "x"),)))
    assert read(text).attrib == {"lang": "ar", "dir": "rtl"}
    assert "author" not in text
    assert "dcterms" not in text


def test_nothing_runs_and_nothing_is_loaded() -> None:
    found = read(document(PAPER))
    assert not {str(element.tag) for element in found.iter()} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "base",
        "a",
    }
    assert not {key for element in found.iter() for key in element.attrib} & {"src", "href", "style", "onload"}
    assert "url(" not in document(PAPER)
    assert "@import" not in document(PAPER)
    (policy,) = (meta for meta in found.iterfind("head/meta") if "http-equiv" in meta.attrib)
    assert policy.attrib["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_headings_are_in_order() -> None:
    found = main(Heading(2, "a"), Heading(4, "b"), Heading(2, "c"))
    assert [(child.tag, child.attrib["id"], child.text) for child in found] == [
        ("h1", "h1", "a"),
        ("h2", "h2", "b"),
        ("h1", "h3", "c"),
    ]


def test_markers_are_text_in_items_of_lists_in_lists() -> None:
    text = document(Document("en", PAPER.blocks))
    found = read(text)
    assert [marker.text for marker in found.iter("span") if marker.attrib["class"] == "marker"] == MARKERS
    first = next(found.iter("ol"))
    assert first.attrib == {"role": "list"}
    assert [words(item) for item in first] == [
        "1. Each member undertakes: (a) to count the lakes; (b) to fish: (i) in summer; – a point;",
        "2. No member fishes alone.",
        "4. There is no third.",
    ]
    assert [child.tag for child in first[0]] == ["span", "ol", "ul"]
    assert [child.tag for child in first[0][1][1]] == ["span", "ol"]


def test_roles_are_classes_and_lines_are_kept() -> None:
    found = main(*PAPER.blocks)
    assert [p.attrib["class"] for p in found.iterfind("p")][: len(ROLES)] == ROLES
    assert [child.tag for child in found[0]] == ["br"]


@pytest.mark.parametrize("role", ['x" onclick="y', "<b>", "A", "1", "ä"])
def test_what_is_no_name_is_no_class(role: str) -> None:
    (found,) = main(Paragraph(plain("x"), role))
    assert set(found.attrib) <= {"class"}
    assert found.attrib.get("class", "") in ("", "x")


def test_emphasis() -> None:
    (found,) = main(Paragraph((Run("a", "emphasis"), Run(" b "), Run("c", "strong"))))
    assert [(child.tag, child.text, child.tail) for child in found] == [("em", "a", " b "), ("strong", "c", None)]


def test_a_new_page_is_a_break() -> None:
    assert [child.tag for child in main(Heading(1, "A"), PageBreak(), Heading(1, "B"))] == ["h1", "hr", "h1"]


def test_a_table_is_named_by_its_heading_and_described_by_its_note() -> None:
    heading, found, note = main(Heading(1, "Lakes"), TABLE)
    assert found.attrib == {"aria-labelledby": heading.attrib["id"], "aria-describedby": note.attrib["id"]}
    assert (note.tag, note.text) == ("p", TABLE.note)


def test_cells_span_and_head_as_in_the_model() -> None:
    (found, _) = main(TABLE)
    head, body = found
    assert [(str(cell.tag), cell.attrib) for cell in head[0]] == [
        ("th", {"scope": "col"}),
        ("th", {"scope": "col"}),
        ("th", {"scope": "col", "colspan": "2"}),
        ("th", {"scope": "col"}),
    ]
    assert [(cell.tag, cell.attrib, words(cell)) for cell in body[0]] == [
        ("th", {"scope": "rowgroup", "colspan": "5"}, "1 The north")
    ]
    assert [(cell.tag, cell.attrib) for cell in body[1]] == [
        ("th", {"scope": "row", "rowspan": "5"}),
        ("th", {"scope": "row", "rowspan": "5"}),
        ("td", {}),
        ("td", {}),
        ("td", {}),
    ]
    assert [words(cell) for cell in body[2]] == ["b", "Lake 1b", ""]
    assert len(body) == 41


def test_groups_are_bodies_but_never_where_a_cell_reaches_across() -> None:
    row = (Cell(("a",)), Cell(("b",)))
    merged = (Cell(("a",), rows=2), Cell(("b",)))
    shown = Table((row,), (row, merged, (Cell(("c",)),), row), frozenset({0, 1, 2, 3}))
    (found,) = main(shown)
    assert [len(group) for group in found] == [1, 1, 2, 1]


def test_a_cell_without_text_heads_nothing() -> None:
    (found,) = main(Table(((Cell(), Cell(("b",))),), ((Cell(), Cell(("c",), strong=True)),)))
    assert [cell.tag for row in found.iter("tr") for cell in row] == ["td", "th", "td", "td"]
    assert [cell.text for cell in found.iter("strong")] == ["c"]


def test_one_table_is_a_file_of_its_own() -> None:
    found = read(table(TABLE, Look()))
    assert found.attrib == {"lang": ""}
    assert found.findtext("head/title") == "No. · Country · Lake · Who counts it"


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("<>&\"'/=!-;#\\{}*\n\r\t\x00\x0c\x1b\ufffe\u2028\u202e a1"), st.characters(codec="utf-8")
    ),
    max_size=30,
)


def with_text(text: str) -> Document:
    """Put a text wherever a text can stand."""
    runs = (Run(text), Run(text, "emphasis"), Run(text, "strong"))
    cells = (Cell((text, "x")), Cell((f"x{text}",), strong=True))
    return Document(
        "en",
        (
            Heading(1, text),
            Paragraph(runs, "note"),
            Item(f"1{text}", runs),
            Item("", runs, 1),
            Table((cells,), (cells, (Cell((f"x{text}",), columns=2),)), frozenset({1}), f"x{text}"),
        ),
        ABOUT._replace(title=text, author=f"x{text}", number=f"x{text}"),
    )


@given(HOSTILE)
def test_no_text_changes_the_structure(text: str) -> None:
    found = read(document(with_text(text)))
    for line_break in [element for element in found.iter() if "br" in [child.tag for child in element]]:
        for child in [child for child in line_break if child.tag == "br"]:
            line_break.remove(child)
    expected = read(document(with_text("")))
    for element in [element for element in expected.iter() if "br" in [child.tag for child in element]]:
        for child in [child for child in element if child.tag == "br"]:
            element.remove(child)
    assert list(shape(found)) == list(shape(expected))


@given(HOSTILE)
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    (found,) = main(Paragraph(plain(text or "x")))
    lines = [found.text or "", *(child.tail or "" for child in found)]
    assert "\n".join(lines) == visible(text or "x")
