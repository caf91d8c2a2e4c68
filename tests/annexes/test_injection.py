"""Whatever stands in a record, from the record to the file in every format: text stays text."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from cicareg.annexes import publishing
from cicareg.annexes.voice import Voice
from cicareg.document import Document
from cicareg.formats import docx, html, markdown_document, pdf
from cicareg.formats.structure import texts_of
from cicareg.storage.templates import read_templates
from tests.annexes.speaking import voice
from tests.formats.reading import parts
from tests.formats.test_pdf import nodes
from tests.support import chancery

MEETING, NOTE = "board-2030-05-15", "note-2030-05-15"
TEMPLATES = read_templates(None, "en")
PAPERS: Mapping[str, Callable[[Voice], Document]] = {
    "decisions": lambda spoken: publishing.decisions(spoken, MEETING),
    "list": lambda spoken: publishing.list_decided(spoken, MEETING),
    "document": lambda spoken: publishing.paper(spoken, "harbour-statement"),
    "note": lambda spoken: publishing.note(spoken, NOTE, 3),
    "index": lambda spoken: publishing.index(
        spoken, MEETING, [{"title": spoken.document("harbour-statement")["title"], "files": ["a"], "pages": 1}], 1,
        separate=False,
    ),
}  # fmt: skip
HELD = {  # in a file the texts that others take the place of
    "documents/harbour-statement.yaml": ("Statement of the Diet on Safe Harbours",),
    "documents/coast-rules.yaml": ("Rules of the Coast",),
    f"meetings/{MEETING}.yaml": ("Nell Tide", "Port Amber"),
    "states.yaml": ("Alderia", "Corvania", "the Free Isles"),
    "areas/lights.yaml": ("Lighthouses and buoys",),
    "registry.yaml": ("Amber Coast Convention", "Harbour Board", "Harbour Master", "Port Amber", "Diet"),
}
WORDS = (
    "{{ 7 * 7 }}", "{% raw %}", "{# a #}", "<b>a</b>", "</p><h1>a", "</td><td>", "<br>", "&lt;i&gt;", "&#60;", "]]>",
    "<w:p/>", "</w:t></w:r>", "**a**", "_a_", "`a`", "![a](b)", "[a](b)", "https://a.example", "a | b", "# a", "1. a",
    "- a", "> a", "---", "\\", "\\*", "#strong[a]", "#let a = 1", "$a$", "*a*", "@a", "<a>", "//a", "/* a */",
    "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\"'", "%s", "{0}", "~", "1) a",
)  # fmt: skip
HOSTILE = (
    st.one_of(st.sampled_from(WORDS), st.text("ab1 <>&\"'{}%#$*_`@[]()\\/=-+~.:;|!", min_size=1, max_size=15))
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def register(said: str) -> Mapping[str, bytes]:
    """Give a register that says a text wherever one can be said."""
    tree = dict(chancery())
    for name, olds in HELD.items():
        text = tree[f"registry/{name}"].decode()
        for old in olds:
            text = text.replace(f"en: {old}", f"en: {json.dumps(said)}").replace(
                f"in-text: {old}", "in-text: " + json.dumps(said)
            )
        tree[f"registry/{name}"] = text.encode()
    statement = tree["registry/documents/harbour-statement.yaml"].decode()
    inside = (
        "the first charter of the coast",
        "no harbour is closed",
        "for want of oil",
        "Meet again within two years",
    )
    for old in inside:
        statement = statement.replace(old, f"Of {said} too")
    thanks = tree[f"registry/meetings/{MEETING}.yaml"].decode().replace("thanks the keepers", f"thanks {said} and")
    tree["registry/documents/harbour-statement.yaml"] = statement.encode()
    tree[f"registry/meetings/{MEETING}.yaml"] = thanks.encode()
    return tree


def in_markdown(made: Document) -> Iterator[str]:
    for token in MarkdownIt("commonmark").enable("table").parse(markdown_document.document(made)):
        yield f"{token.type} {token.tag}"
        yield from (child.type for child in token.children or () if child.type not in ("text", "softbreak"))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(" ".join([tag, *(name for name, _ in attrs)]))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"!{data}")


def in_html(made: Document) -> Iterator[str]:
    tags = Tags()
    tags.feed(html.document(made))
    yield from tags.found


def in_word(made: Document) -> Iterator[str]:
    files = parts(docx.file(made, TEMPLATES))
    yield from sorted(files)
    for element in ET.fromstring(files["word/document.xml"]).iter():  # noqa: S314  # made here
        name = element.tag.rpartition("}")[2]
        if name not in ("r", "t", "jc"):  # a column of short texts is centred
            yield name


def in_pdf(made: Document) -> Iterator[str]:
    found = nodes(PdfReader(io.BytesIO(pdf.file(made, TEMPLATES))))
    yield from (f"{node.name} in {node.parent}" for node in found if "/Span" not in (node.name, node.parent))


@cache
def plain(what: str, shape: Callable[[Document], Iterator[str]]) -> list[str]:
    return list(shape(PAPERS[what](voice("en", register("Words")))))


def texts(made: Document) -> str:
    return "\n".join(text for block in made.blocks for text in texts_of(block))


@pytest.mark.parametrize("what", PAPERS)
@settings(max_examples=12, deadline=None)
@given(HOSTILE)
@example("{{ 7 * 7 }}<b>**#strong[a]**</b></w:t>")
def test_text_changes_nothing_but_texts(what: str, said: str) -> None:
    made = PAPERS[what](voice("en", register(said)))
    assert said in texts(made)
    for shape in (in_markdown, in_html, in_word):
        assert list(shape(made)) == plain(what, shape), shape.__name__


@pytest.mark.parametrize("what", PAPERS)
@settings(max_examples=3, deadline=None)
@given(HOSTILE)
@example("#strong[a] $b$ *c* <d> @e =1")
def test_text_changes_nothing_but_texts_in_a_pdf(what: str, said: str) -> None:
    made = PAPERS[what](voice("en", register(said)))
    assert list(in_pdf(made)) == plain(what, in_pdf)
