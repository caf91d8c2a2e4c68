"""What is published as a Word file: numbers as stated, cells in their places, text that stays text."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.document import (
    ROLES,
    About,
    Block,
    Cell,
    Document,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Run,
    Table,
    grid,
    plain,
)
from cicareg.formats.docx import FORMAT, file
from cicareg.formats.word.xml import inked
from cicareg.storage.templates import read_templates
from tests.base_docx import PLACE, made
from tests.formats.reading import laid, parts, tables, told, word

FISH = Table(
    header=(
        (Cell(("No.",)), Cell(("Water",), columns=2), Cell(("Who",), rows=2)),
        (Cell(), Cell(("a",)), Cell(("b",))),
    ),
    rows=(
        (Cell(("Inner waters",), columns=4, strong=True),),
        (Cell(("1",), rows=3), Cell(("Lake",), rows=2, columns=2), Cell(("Alderia", "Borland (2024-2025)"))),
        (Cell(("Cedria",)),),
        (Cell(("Pond",)), Cell(), Cell()),
    ),
    note="* Waters only.",
)


@cache
def base() -> dict[str, tuple[str, bytes]]:
    return {"base.docx": read_templates(None, "en")["base.docx"]}


def written(*blocks: Block, language: str = "en", about: About = About()) -> bytes:  # noqa: B008  # immutable
    return file(Document(language, blocks, about), base())


def items(*markers: str, depth: int = 0) -> list[Item]:
    return [Item(marker, plain(f"text {number}"), depth) for number, marker in enumerate(markers)]


def markers(raw: bytes) -> list[str]:
    return [paragraph.marker for paragraph in told(raw)]


def counted(raw: bytes) -> int:
    return len(word(raw).element.body.findall(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:numPr')}"))


def numberings(raw: bytes) -> int:
    return len(word(raw).part.numbering_part.element.findall(qn("w:num")))


def test_the_packaged_base_is_what_its_script_makes() -> None:
    assert made() == PLACE.read_bytes(), "make it anew: python -m tests.base_docx"


def test_every_role_is_a_style_that_officers_can_restyle() -> None:
    names = {style.name for style in word(PLACE.read_bytes()).styles}
    assert {*ROLES, "Title", "Heading 1", "Heading 2", "Heading 3", "table head", "table text"} <= names


def test_paragraphs_have_the_styles_of_their_roles() -> None:
    raw = written(
        Heading(1, "Decision"),
        Heading(2, "on Fish"),
        Heading(5, "deep"),
        *(Paragraph(plain(role), role) for role in ROLES),
        Paragraph(plain("plain")),
        Paragraph(plain("other"), "unheard-of"),
    )
    assert [(paragraph.style, paragraph.text) for paragraph in told(raw)] == [
        ("Heading 1", "Decision"),
        ("Heading 2", "on Fish"),
        ("Heading 3", "deep"),
        *((role, role) for role in ROLES),
        ("Normal", "plain"),
        ("Normal", "other"),
    ]


def test_emphasis_stands_at_the_words_and_lines_are_kept() -> None:
    (paragraph,) = word(
        written(Paragraph((Run("Recalling", "emphasis"), Run(" the\ncharter "), Run("now", "strong"))))
    ).paragraphs
    assert [(run.text, run.italic, run.bold) for run in paragraph.runs] == [
        ("Recalling", True, None),
        (" the\ncharter ", None, None),
        ("now", None, True),
    ]


def test_consecutive_numbers_are_one_numbering_of_words_own() -> None:
    raw = written(*items(*(f"1.{number}" for number in range(1, 13))))
    assert markers(raw) == [f"1.{number}" for number in range(1, 13)]
    assert (counted(raw), numberings(raw)) == (12, 1)
    assert [paragraph.text for paragraph in told(raw)] == [f"text {number}" for number in range(12)]


def test_a_heading_between_does_not_end_a_numbering() -> None:
    raw = written(
        *items("1.1", "1.2"), Heading(3, "Appointment"), *items("1.3"), Heading(2, "Chapter 2"), *items("2.1")
    )
    assert markers(raw) == ["1.1", "1.2", "", "1.3", "", "2.1"]
    assert numberings(raw) == 2


def test_gaps_and_sub_points_begin_anew_where_they_say() -> None:
    blocks = [*items("1."), *items("(a)", "(b)", depth=1), *items("(i)", "(ii)", depth=2), *items("2.", "4.")]
    raw = written(*blocks, *items("(a)", "(c)", depth=1), *items("4."))
    assert markers(raw) == ["1.", "(a)", "(b)", "(i)", "(ii)", "2.", "4.", "(a)", "(c)", "4."]
    assert counted(raw) == 10


def test_points_are_a_list_and_do_not_part_the_numbers() -> None:
    raw = written(*items("1."), *items("", "", depth=1), *items("2.", ""))
    assert markers(raw) == ["1.", "\N{EN DASH}", "\N{EN DASH}", "2.", "\N{EN DASH}"]
    assert counted(raw) == 5


@pytest.mark.parametrize("marker", ["IV.", "01.", "bis", "50%1", "99999.", "A", "§", "x" * 31 + "1"])
def test_what_word_would_count_otherwise_stays_text(marker: str) -> None:
    raw = written(*items(marker))
    assert (markers(raw), counted(raw)) == ([marker], 0)


STATED = st.one_of(
    st.sampled_from(
        ["1.", "2.", "3.", "1.1", "1.2", "(a)", "(b)", "(h)", "(i)", "(j)", "(ii)", "(v)", "(z)", "0.", "007"]
    ),
    st.builds(
        "{}{}{}".format, st.sampled_from(["", "(", "Art. ", "1.", "%", "%1"]), st.integers(0, 12000), st.just(".")
    ),
    st.text(alphabet="aivxz1290.()% \u0661<&", min_size=1, max_size=8).filter(lambda text: text.strip() == text),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(STATED, st.integers(0, 9)), min_size=1, max_size=12))
def test_markers_are_read_as_they_are_stated(stated: list[tuple[str, int]]) -> None:
    raw = written(*(Item(marker, plain("x"), depth) for marker, depth in stated))
    assert markers(raw) == [marker for marker, _ in stated]


def test_indents_hang_by_depth() -> None:
    raw = written(*items("1."), *items("(a)", depth=1), *items("bis", depth=1))
    levels = {level.get(qn("w:ilvl")): level for level in word(raw).part.numbering_part.element.iter(qn("w:lvl"))}
    found = [levels[depth].find(f"{qn('w:pPr')}/{qn('w:ind')}") for depth in "01"]
    assert [(ind.get(qn("w:left")), ind.get(qn("w:hanging"))) for ind in found] == [("567", "567"), ("1134", "567")]
    text = word(raw).paragraphs[2].paragraph_format
    assert (text.left_indent.twips, text.first_line_indent.twips) == (1134, -567)


def cells(table: Table) -> list[list[tuple[str, ...] | None]]:
    return [[cell.lines if cell else None for cell in line] for line in grid(table)]


def test_cells_stand_where_the_model_has_them() -> None:
    (table,) = tables(written(FISH))
    assert laid(table) == cells(FISH)
    assert laid(table)[3] == [("1",), ("Lake",), None, ("Alderia", "Borland (2024-2025)")]


def properties(table: Any, name: str) -> list[bool]:
    return [tr.find(f"{qn('w:trPr')}/{qn(name)}") is not None for tr in table._tbl.tr_lst]


def test_header_rows_repeat_and_no_row_breaks() -> None:
    (table,) = tables(written(FISH))
    assert properties(table, "w:tblHeader") == [True, True, False, False, False, False]
    assert properties(table, "w:cantSplit") == [True] * 6


def test_columns_fill_the_page_and_numbers_are_narrow() -> None:
    (table,) = tables(written(FISH))
    widths = [column.width.twips for column in table.columns if column.width]
    assert sum(widths) == 11906 - 1418 - 1134
    assert widths == [779, 1282, 329, 6964]


def test_strong_cells_and_heads_are_bold() -> None:
    (table,) = tables(written(FISH))
    texts = {
        run.text for row in table.rows for cell in row.cells for p in cell.paragraphs for run in p.runs if run.bold
    }
    assert texts == {"No.", "Water", "Who", "a", "b", "Inner waters"}


def test_a_note_stands_below_and_two_tables_stay_two() -> None:
    raw = written(FISH._replace(note=""), FISH)
    body = [element.tag.rpartition("}")[2] for element in word(raw).element.body]
    assert body == ["tbl", "p", "tbl", "p", "sectPr"]
    assert told(raw)[-1] == ("note", "", "* Waters only.")


def test_a_term_is_not_parted_and_reads_as_written() -> None:
    raw = written(Paragraph(plain("for 2024-2025, co-chair")))
    assert word(raw).paragraphs[0].text == "for 2024-2025, co-chair"
    assert len(list(word(raw).element.body.iter(qn("w:noBreakHyphen")))) == 1


def test_what_follows_a_page_break_begins_a_page() -> None:
    raw = written(
        Paragraph(plain("a")), PageBreak(), Paragraph(plain("b")), PageBreak(), FISH, PageBreak(), PageBreak()
    )
    first, second, third, *_ = word(raw).paragraphs
    assert [bool(p.paragraph_format.page_break_before) for p in (first, second)] == [False, True]
    assert third._p.find(f"{qn('w:r')}/{qn('w:br')}").get(qn("w:type")) == "page"


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("ru", "ru-RU"), ("kk", "kk-KZ"), ("fr", "fr")])
def test_the_language_is_told(language: str, tag: str) -> None:
    read = word(written(Paragraph(plain("a")), language=language))
    assert [lang.get(qn("w:val")) for lang in read.styles.element.iter(qn("w:lang"))] == [tag]
    assert read.core_properties.language == tag


def test_the_file_says_what_it_is_and_bears_its_own_day() -> None:
    about = About("The list", "Council", "NC/17", dt.date(2023, 7, 1))
    said = word(written(Paragraph(plain("a")), about=about)).core_properties
    day = dt.datetime(2023, 7, 1, tzinfo=dt.UTC)
    assert (said.title, said.author, said.subject, said.created, said.modified) == (
        "The list",
        "Council",
        "NC/17",
        day,
        day,
    )


def test_without_a_title_the_first_headings_are_it_and_without_a_day_a_fixed_one() -> None:
    said = word(written(Paragraph(plain("Council")), Heading(1, "Decision"), Heading(2, "on Fish"))).core_properties
    assert said.title == "Decision \N{EN DASH} on Fish"
    assert said.created == dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def test_the_same_document_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks: tuple[Block, ...] = (*items("1.", "(a)"), FISH)
    before = written(*blocks)
    monkeypatch.setattr("time.time", lambda: 4e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2096, 10, 2, 7, 6, 40, 1, 276, 0))
    assert written(*blocks) == before
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert [info.filename for info in infos] == ["[Content_Types].xml", *sorted(info.filename for info in infos[1:])]
    assert not any("app.xml" in info.filename for info in infos)


TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("<>&'\"]]>\t\n%\x00\x0b\ud800\ufffe\u202e"), st.characters()), max_size=20
)


@settings(max_examples=50, deadline=None)
@given(TEXT, st.sampled_from(["", "note", "w:p", "<"]))
def test_no_text_breaks_the_file_or_becomes_markup(text: str, role: str) -> None:
    raw = written(
        Heading(1, text),
        Paragraph((Run(text, "strong"),), role),
        Item("1.", plain(text)),
        Table(((Cell((text,)),),), ((Cell((text, text)),),), note=text),
        about=About(text, text, text),
    )
    read = told(raw)
    assert [paragraph.text for paragraph in read[:3]] == [inked(text)] * 3
    assert laid(tables(raw)[0]) == [[lines(text)], [lines(text, text)]]


def lines(*texts: str) -> tuple[str, ...]:
    """Give the lines of a cell as a reader gives them: none where there is one without text."""
    shown = tuple(inked(text) for text in texts)
    return () if shown == ("",) else shown


def blocks_of(texts: Sequence[str]) -> tuple[Block, ...]:
    return tuple(Paragraph(plain(text)) for text in texts)


def test_every_part_is_xml_of_the_format() -> None:
    for name, content in parts(written(*blocks_of(["a", "b"]), FISH)).items():
        assert content.startswith(b"<?xml"), name


def test_the_format_is_a_file() -> None:
    assert (FORMAT.name, FORMAT.suffix, FORMAT.document) == ("docx", ".docx", None)
