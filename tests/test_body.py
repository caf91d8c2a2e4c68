"""The body of a document: how lines become parts, and that no text loses a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.body import Clause, Heading, Numbered, Part, Plain, Point, parse, values, written

PAPER = """\
The Assembly of the Council of the Frozen Lakes,

*Recalling* the charter of 1 July 2023,
*Reaffirming* that
- the members fish in peace,
- no member fishes alone,

Decides:

1. Each member counts its fish once a year:
   (a) in winter through the ice;
   (b) in summer from a boat:
       (i) at dawn;
       (ii) at dusk.

   The count is kept.
2. The count is
   told to all.

# Chapter 1. Fish
## Functions
1.1 Any member may
count.
1.10. No member must.
"""


def test_a_paper_with_all_its_parts() -> None:
    assert parse(PAPER) == (
        Plain("The Assembly of the Council of the Frozen Lakes,", 0),
        Clause("Recalling", "the charter of 1 July 2023,", 2),
        Clause("Reaffirming", "that", 3),
        Point(0, "the members fish in peace,", 4),
        Point(0, "no member fishes alone,", 5),
        Plain("Decides:", 7),
        Numbered("1.", 0, "Each member counts its fish once a year:", 9),
        Numbered("(a)", 1, "in winter through the ice;", 10),
        Numbered("(b)", 1, "in summer from a boat:", 11),
        Numbered("(i)", 2, "at dawn;", 12, roman=True),
        Numbered("(ii)", 2, "at dusk.", 13, roman=True),
        Plain("The count is kept.", 15, depth=3),
        Numbered("2.", 0, "The count is told to all.", 16),
        Heading(1, "Chapter 1. Fish", 19),
        Heading(2, "Functions", 20),
        Numbered("1.1", 0, "Any member may count.", 21),
        Numbered("1.10.", 0, "No member must.", 23),
    )


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("1 fish", Plain("1 fish")),
        ("1. fish", Numbered("1.", 0, "fish")),
        ("1.", Numbered("1.", 0, "")),
        ("1.fish", Plain("1.fish")),
        ("1.5 fish", Numbered("1.5", 0, "fish")),
        ("2023. fish", Plain("2023. fish")),
        ("1.2.3 fish", Numbered("1.2.3", 0, "fish")),
        ("1.2.3.4.5.6.7 fish", Plain("1.2.3.4.5.6.7 fish")),
        ("a) fish", Numbered("a)", 0, "fish")),
        ("б) рыба", Numbered("б)", 0, "рыба")),
        ("(1) fish", Numbered("(1)", 0, "fish")),
        ("(xiv) fish", Numbered("(xiv)", 0, "fish", roman=True)),
        ("(i) fish", Numbered("(i)", 0, "fish", roman=True)),
        ("(v) fish", Numbered("(v)", 0, "fish")),
        ("(fish) and ice", Plain("(fish) and ice")),
        ("(a fish)", Plain("(a fish)")),
        ("() fish", Plain("() fish")),
        ("- fish", Point(0, "fish")),
        ("-\tfish  and   ice", Point(0, "fish and ice")),
        ("-", Plain("-")),
        ("-fish", Plain("-fish")),
        ("\u2013 fish", Plain("\u2013 fish")),
        ("# Fish", Heading(1, "Fish")),
        ("###### Fish", Heading(6, "Fish")),
        ("####### Fish", Plain("####### Fish")),
        ("#Fish", Plain("#Fish")),
        ("#", Plain("#")),
        ("*Recalling* the fish", Clause("Recalling", "the fish")),
        ("*Having  counted*, the fish", Clause("Having counted", ", the fish", gap="")),
        ("*Recalling*", Clause("Recalling", "")),
        ("*Recalling* *all* fish", Clause("Recalling", "*all* fish")),
        ("The fish *recalling*,", Clause("recalling", ",", gap="", before="The fish")),
        ("The fish *recalling all*", Clause("recalling all", "", gap="", before="The fish")),
        ("The *fish* recalling", Plain("The *fish* recalling")),
        ("\\The fish *recalling*", Plain("The fish *recalling*")),
        ("The * fish *all*", Plain("The * fish *all*")),
        ("*Re*calling the fish", Plain("*Re*calling the fish")),
        ("* fish * ice", Plain("* fish * ice")),
        ("**Recalling** the fish", Plain("**Recalling** the fish")),
        ("*Recalling the fish", Plain("*Recalling the fish")),
        ("\\1. fish", Plain("1. fish")),
        ("\\*Recalling* the fish", Plain("*Recalling* the fish")),
        ("\\\\1. fish", Plain("\\1. fish")),
        ("\\fish", Plain("fish")),
        ("the \\1. fish", Plain("the \\1. fish")),
        ("fish\u00a0: ice", Plain("fish\u00a0: ice")),
    ],
)
def test_a_line(line: str, part: Part) -> None:
    assert parse(line) == (part,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("\\", (Plain("\\"),)),
        ("fish\n\\\nice", (Plain("fish \\ ice"),)),
        ("fish\nand\n  ice", (Plain("fish and ice"),)),
        ("fish\n\\1. ice", (Plain("fish 1. ice"),)),
        ("fish\n\nice", (Plain("fish", 0), Plain("ice", 2))),
        ("# Fish\nand ice", (Heading(1, "Fish", 0), Plain("and ice", 1))),
        ("*Recalling*\nthe fish", (Clause("Recalling", "the fish", 0),)),
        ("The fish\n*recalling*", (Plain("The fish", 0), Clause("recalling", "", 1))),
        ("The fish of\nall lakes *recalling*;", (Clause("recalling", ";", 0, "", "The fish of all lakes"),)),
        ("1.\n  fish", (Numbered("1.", 0, "fish", 0),)),
        ("1. fish\r\nice", (Numbered("1.", 0, "fish\r ice", 0),)),
    ],
)
def test_lines_that_go_together(text: str, parts: tuple[Part, ...]) -> None:
    assert parse(text) == parts


def depths(text: str) -> list[int]:
    return [part.depth for part in parse(text) if not isinstance(part, Heading | Clause)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n(a) b\n(i) c\n(b) d\n2. e", [0, 1, 2, 1, 0]),
        ("1. a\n1.1 b\n(a) c\n1.2 d\n2. e", [0, 1, 2, 1, 0]),
        ("1.1 a\n(a) b\n# Next\n(a) c\n2.1 d", [0, 1, 0, 1]),
        ("(a) b\n(b) b\n\nDecides:\n\n1. c", [0, 0, 0, 0]),
        ("(a) b\n*Recalling* x\n1. c", [0, 0]),
        ("- a\n  - b\n- c\n    - d\n  - e", [0, 1, 0, 1, 1]),
        ("1. a\n   - b\n     - c\n   - d\n2. e\n- f", [0, 1, 2, 1, 0, 1]),
        ("- a\n(a) b\n- c", [0, 1, 0]),
        ("  - a\n(a) b\n- c", [0, 1, 2]),
        ("(g) a\n(h) b\n(i) c\n(j) d", [0, 0, 0, 0]),
        ("(h) a\n(i) b\n(ii) c", [0, 0, 1]),
        ("(a) a\n(i) b\n(ii) c\n(b) d\n(i) e\n(v) f", [0, 1, 1, 0, 1, 1]),
    ],
)
def test_how_deep_paragraphs_lie(text: str, expected: list[int]) -> None:
    assert depths(text) == expected


@pytest.mark.parametrize(
    ("marker", "roman", "expected"),
    [
        ("1.", False, (1,)),
        ("1.10", False, (1, 10)),
        ("1.10.", False, (1, 10)),
        ("(3)", False, (3,)),
        ("(c)", False, (3,)),
        ("C)", False, (3,)),
        ("(i)", False, (9,)),
        ("(i)", True, (1,)),
        ("(iv)", True, (4,)),
        ("(xlix)", True, (49,)),
        ("ж)", False, (7,)),
        ("ә)", False, None),
        ("\u0130)", False, None),
    ],
)
def test_what_a_marker_says(marker: str, roman: bool, expected: tuple[int, ...] | None) -> None:
    assert values(Numbered(marker, 0, "", roman=roman)) == expected


# Lines as they are written by hand, right and wrong, and any text whatever.
BEGINNINGS = st.sampled_from([
    "", "# ", "## ", "*Recalling* ", "*Noting*, ", "1. ", "2. ", "1.1 ", "1.2 ", "(a) ", "(b) ", "(h) ", "(i) ",
    "(ii) ", "(v) ", "a) ", "- ", "\\", "\\\\", "*", "-", "#", "1.",
])  # fmt: skip
LINES = st.builds(
    lambda indent, beginning, text: " " * indent + beginning + text,
    st.integers(0, 7),
    BEGINNINGS,
    st.text(st.sampled_from("ab *#-\\.1(i)\t\u00a0"), max_size=12),
)
TEXTS = st.lists(LINES | st.just(""), max_size=14).map("\n".join) | st.text(max_size=200)


def without_lines(parts: tuple[Part, ...]) -> list[Part]:
    return [part._replace(line=0) for part in parts]


def said(part: Part) -> str:
    match part:
        case Clause(opening, text, _, gap):
            return opening + gap + text
        case Numbered(marker, _, text):
            return marker + text
        case Heading(_, text) | Point(_, text) | Plain(text):
            return text


@given(TEXTS)
def test_written_and_parsed_again_it_is_the_same(text: str) -> None:
    parts = parse(text)
    assert without_lines(parse(written(parts))) == without_lines(parts)


@given(TEXTS)
def test_every_word_stays_in_its_order(text: str) -> None:
    left = "".join(map(said, parse(text)))
    marks = str.maketrans(dict.fromkeys(" \t\n*#-\\"))
    assert left.translate(marks) == text.translate(marks)


@given(TEXTS)
def test_every_part_says_in_which_line_it_begins(text: str) -> None:
    lines, parts = text.split("\n"), parse(text)
    numbers = [part.line for part in parts]
    assert numbers == sorted(set(numbers))
    for part in parts:
        assert said(part).split(" ")[0][:1] in lines[part.line]


@given(TEXTS)
def test_no_list_lies_deeper_than_one_below_the_last(text: str) -> None:
    last = -1
    for part in parse(text):
        if isinstance(part, Numbered | Point):
            assert part.depth <= last + 1
            last = part.depth
        elif not isinstance(part, Plain) or part.depth == 0:
            last = -1


def test_a_long_text_is_read_in_linear_time() -> None:
    text = "*" + "a " * 50_000 + "\n" + "1." * 50_000 + "\n" + "(" * 50_000 + "\n" + "- x\n(a) y\n" * 20_000
    assert len(parse(text)) == 40_001
