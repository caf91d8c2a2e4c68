"""What leaves the program: exact bytes, and registry text that stays data in every format."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cicareg.annexes.overview import overview
from cicareg.document import Cell, Document, Heading, Paragraph, Table, plain
from cicareg.formats.csv import listing
from cicareg.formats.format import formats
from cicareg.formats.markdown import table
from cicareg.formats.markdown_document import document
from cicareg.formats.table import table as terminal_table
from cicareg.formats.text import card, findings
from cicareg.listed import Holder, Listing, PostLine
from cicareg.look import Look
from cicareg.questions.cards.card import cards
from cicareg.questions.listing import as_decided
from cicareg.storage.templates import read_templates
from cicareg.words import Words, read_words
from tests.formats.cases import ICE, TWO_COORDINATORS
from tests.support import loaded, report

REPORT = replace(report({ICE: TWO_COORDINATORS}), rules=5)  # a new rule changes no golden
MARKDOWN = MarkdownIt("commonmark").enable("table")


def words_of(lang: str = "en") -> Words:
    template = read_templates(None, lang)["words.yaml"]
    return read_words(template.origin, template.raw)


def test_each_format_is_found_by_its_name() -> None:
    names = ["csv", "docx", "github", "gitlab", "html", "ics", "json", "junit", "markdown", "pdf", "sarif", "table"]
    names += ["text", "xlsx"]
    assert sorted(formats()) == names


def test_text_findings(golden: Callable[[str, str], None]) -> None:
    golden("findings.txt", findings(REPORT, Look()))


def test_text_findings_with_notes(golden: Callable[[str, str], None]) -> None:
    golden("findings-notes.txt", findings(REPORT, Look(notes=True)))


def test_json_findings(golden: Callable[[str, str], None]) -> None:
    write = formats()["json"].findings
    assert write is not None
    golden("findings.json", write(REPORT, Look()))


def test_colour_is_only_where_it_is_wanted() -> None:
    assert "\x1b" not in findings(REPORT, Look())
    assert "\x1b[31merror\x1b[0m" in findings(REPORT, Look(color=True))


@pytest.mark.parametrize("name", ["csv", "json"])
@pytest.mark.parametrize("by_state", [False, True], ids=["by-area", "by-state"])
def test_listing_for_programs(name: str, by_state: bool, golden: Callable[[str, str], None]) -> None:
    write = formats()[name].listing
    assert write is not None
    suffix = "-by-state" if by_state else ""
    golden(f"list{suffix}.{name}", write(as_decided(loaded().registry, "en", by_state=by_state)))


@pytest.mark.parametrize("by_state", [False, True], ids=["by-area", "by-state"])
@pytest.mark.parametrize("screen", [False, True], ids=["pipe", "screen"])
def test_listing_for_people(screen: bool, by_state: bool, golden: Callable[[str, str], None]) -> None:
    shown = overview(as_decided(loaded().registry, "en", by_state=by_state), words_of())
    name = f"list{'-by-state' if by_state else ''}-{'screen' if screen else 'pipe'}.txt"
    golden(name, terminal_table(shown, Look(width=60, screen=screen)))


def test_R08_narrow_screens_lose_nothing() -> None:
    shown = overview(as_decided(loaded().registry, "en"), words_of())
    text = terminal_table(shown, Look(width=40, screen=True))
    assert "…" not in text
    assert "1.1" in text


def test_long_tables_are_plain_even_on_a_screen() -> None:
    long = Table(((Cell(("a",)), Cell(("b",))),), ((Cell(("x",)), Cell(("y",))),) * 501)
    assert terminal_table(long, Look(screen=True)) == "a  b\n" + "x  y\n" * 501


def test_card() -> None:
    shown = cards()["area"].make(loaded().registry, "people")
    assert card(shown, Look()) == (
        "People\n"
        "  number        2\n"
        "  id            people\n"
        "  dimension     2 People\n"
        "  name          en: People\n"
        "                fr: Habitants\n"
        "  coordinators  nobody on record\n"
        "  record        registry/areas/people.yaml:1:1\n"
    )


HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("\\|`*_[]<>#!&~+-=.)(:/\"'{}$%^@0123456789 abc"),
        st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")),
    ),
    max_size=40,
)


def read_as(text: str) -> str:
    """Give what a Markdown reader shows of a cell."""
    return " ".join(text.split())


@given(st.lists(HOSTILE, min_size=2, max_size=2), HOSTILE)
def test_T09_no_text_changes_a_markdown_table(texts: list[str], head: str) -> None:
    shown = Table(((Cell((head or "x",)), Cell(("b",))),), ((Cell((texts[0],)), Cell((texts[1],))), (Cell(), Cell())))
    tokens = MARKDOWN.parse(table(shown, Look()))
    kinds = [token.type for token in tokens]
    assert (kinds.count("tr_open"), kinds.count("td_open"), kinds.count("th_open")) == (3, 4, 2)
    inlines = [token for token in tokens if token.type == "inline"]
    read = ["".join(child.content for child in token.children or ()) for token in inlines]
    assert [read_as(text) for text in read] == [read_as(text) for text in (head or "x", "b", *texts, "", "")]
    assert {child.type for token in inlines for child in token.children or ()} <= {"text", "text_special"}


@given(HOSTILE.filter(str.strip))
def test_no_text_changes_a_markdown_paragraph_or_heading(text: str) -> None:
    tokens = MARKDOWN.parse(document(Document("en", (Paragraph(plain(text)), Heading(2, text)))))
    assert [token.type for token in tokens if token.level == 0 and token.nesting == 1] == [
        "paragraph_open",
        "heading_open",
    ]
    inlines = [token for token in tokens if token.type == "inline"]
    for token in inlines:
        assert read_as("".join(child.content for child in token.children or ())) == read_as(text)
        assert {child.type for child in token.children or ()} <= {"text", "text_special"}


@given(HOSTILE)
def test_no_name_changes_a_csv(name: str) -> None:
    holder = Holder("XAA", name, False, "coordinator", None, "listed x", "not-stated")
    post = PostLine("1.1", "nature", "Nature", False, "ice", "Ice", False, False, "filled", (holder,))
    rows = list(csv.reader(io.StringIO(listing(Listing("decided", "en", (post,), ())))))
    assert len(rows) == 2
    assert rows[1][6] in (name, f"'{name}")
    assert not rows[1][6].startswith(("=", "+", "-", "@"))


MARKUP = ["Jean [red]D[/red]", "A[/]B", ":smile:", "[link=file:///etc/passwd]x[/link]"]


@pytest.mark.parametrize("name", MARKUP)
def test_R01_R02_markup_of_the_terminal_library_is_printed_as_it_is(name: str) -> None:
    shown = Table(((Cell(("Name",)),),), ((Cell((name,)),),))
    assert name in terminal_table(shown, Look(width=80, screen=True, color=True))


def test_json_is_read_back_with_every_letter() -> None:
    write = formats()["json"].listing
    assert write is not None
    text = write(as_decided(loaded().registry, "fr"))
    assert "Aldérie" in text
    assert json.loads(text)["version"] == 1
