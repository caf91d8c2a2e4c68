"""What is published as Markdown: numbers as stated, emphasis, nothing that text can change."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cicareg.document import Block, Document, Heading, Item, PageBreak, Paragraph, Run, plain
from cicareg.formats.markdown_document import document

MARKDOWN = MarkdownIt("commonmark")


def written(*blocks: Block) -> str:
    return document(Document("en", blocks))


def test_numbers_are_a_list_and_points_stand_inside() -> None:
    assert (
        written(
            Item("1.", plain("Each member:")),
            Item("(a)", plain("counts;"), 1),
            Item("", plain("fishes."), 1),
            Item("2.", plain("No member")),
            Paragraph(plain("2. Done")),
        )
        == "1. Each member:\n\n   (a) counts;\n\n   - fishes.\n\n2. No member\n\n2\\. Done\n"
    )


def test_what_does_not_follow_begins_another_list() -> None:
    text = written(Item("1.", plain("a")), Item("4.", plain("b")), Item("1.10", plain("c")), Item("5.", plain("d")))
    assert text == "1. a\n\n<!-- -->\n\n4. b\n\n1.10 c\n\n5. d\n"
    assert [t.attrs.get("start", 1) for t in MARKDOWN.parse(text) if t.type == "ordered_list_open"] == [1, 4, 5]


def test_emphasis_stands_at_the_words_and_lines_are_kept() -> None:
    runs = (Run("Recalling ", "emphasis"), Run("the *charter*\n1. of\n- all", ""), Run(" now", "strong"))
    assert written(Paragraph(runs)) == "*Recalling* the \\*charter\\*\\\n1\\. of\\\n\\- all **now**\n"


def test_a_new_page_is_a_rule() -> None:
    assert written(Heading(1, "A"), PageBreak(), Heading(2, "B")) == "# A\n\n---\n\n## B\n"


ITEMS = st.lists(
    st.tuples(st.sampled_from(["1.", "2.", "3)", "", "1.1", "(a)", "Chapter 2."]), st.integers(0, 3)),
    min_size=1,
    max_size=8,
)
WORDS = st.text(alphabet="ab .)(*-#>1`\\_", min_size=1, max_size=12).filter(str.strip)


@given(ITEMS, WORDS)
def test_no_marker_is_lost_and_none_is_counted_otherwise(shape: list[tuple[str, int]], words: str) -> None:
    text = written(*(Item(marker, plain(words), depth) for marker, depth in shape))
    assert list(said(text, " ".join(words.split()))) == [marker for marker, _ in shape]


def said(text: str, words: str) -> Iterator[str]:
    """Yield the markers as a reader of Markdown shows them."""
    counts: list[tuple[int, str]] = []
    for token in MARKDOWN.parse(text):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            counts.append((int(token.attrs.get("start", 1)), token.markup))
        elif token.type == "list_item_open":
            number, sign = counts.pop()
            counts.append((number + 1, sign))
            yield "" if sign == "-" else f"{number}{sign}"
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            counts.pop()
        elif token.type == "inline":
            read = " ".join("".join(child.content for child in token.children or ()).split())
            if read != words:
                yield read.removesuffix(words).rstrip()
