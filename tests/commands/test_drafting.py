"""Drafts and agendas at the command line: in every format, in each language, and what is refused."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from tests.annexes.drafts import DRAFTS, drafts
from tests.conftest import GOLDENS, Ran

Cicareg = Callable[..., Ran]
EXTENSION, DAY = DRAFTS["an extension"]
OCTOBER = "board-2031-10-10"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("drafts")
    for path, raw in drafts().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_a_draft_in_each_language(lang: str, cicareg: Cicareg, root: Path) -> None:
    ran = cicareg("-C", root, "due", "--today", DAY, "--draft", EXTENSION.upper(), "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert f"<!-- an extension -->\n\n{ran.out}" in (GOLDENS / f"drafts-{lang}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_an_agenda_in_each_language(lang: str, cicareg: Cicareg, root: Path) -> None:
    ran = cicareg("-C", root, "agenda", OCTOBER, "--lang", lang)
    assert ran == Ran(0, (GOLDENS / f"agenda-{lang}.md").read_text(encoding="utf-8"), "")


def test_a_draft_bears_the_day_that_it_is(cicareg: Cicareg, root: Path) -> None:
    said = [cicareg("-C", root, "due", "--today", day, "--draft", EXTENSION).out for day in (DAY, "2031-09-02", DAY)]
    assert ["Port Amber, 1 September 2031" in text for text in said] == [True, False, True]
    assert said[0] == said[2]


@pytest.mark.parametrize(
    "words", [("due", "--today", DAY, "--draft", EXTENSION), ("agenda", OCTOBER)], ids=lambda w: w[0]
)
@pytest.mark.parametrize("end", ["html", "docx", "pdf"])
def test_in_every_format(words: tuple[str, ...], end: str, cicareg: Cicareg, root: Path, tmp_path: Path) -> None:
    path, again = tmp_path / f"made.{end}", tmp_path / f"again.{end}"
    for each in (path, again):
        assert cicareg("-C", root, *words, "--to", end, "--lang", "kk", "-o", each) == Ran(0, "", "")
    assert path.read_bytes() == again.read_bytes()
    said = {"due": "Өтініш үлгісі", "agenda": "Назарға алу үшін ұсынылған есептер"}[words[0]]
    assert said in text(end, path.read_bytes())


def text(end: str, raw: bytes) -> str:
    if end == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages).split())
    if end == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(raw)).paragraphs)
    return raw.decode()


def test_the_model_of_a_request_is_a_page_of_its_own(cicareg: Cicareg, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    cicareg("-C", root, "due", "--today", DAY, "--draft", EXTENSION, "--to", "pdf", "-o", path)
    pages = [page.extract_text().split() for page in PdfReader(path).pages]
    assert [page[0] for page in pages] == ["Draft", "Model"]


USAGE: dict[str, tuple[tuple[str, ...], str, str]] = {
    **{
        f"{words[0]} beside it": (
            ("due", "--draft", EXTENSION, *words),
            f"{words[0]} and --draft exclude each other",
            "--draft names the duty by its id",
        )
        for words in (("--within", "0"), ("--area", "lights"), ("--state", "xbb"), ("--kind", "report"), ("--all",))
    },
    **{
        f"{words[0]} without it": (
            ("due", *words),
            "--lang, --to and --allow-missing belong to --draft",
            "cicareg due --draft ID --lang ru",
        )
        for words in (("--lang", "ru"), ("--to", "docx"), ("--allow-missing",))
    },
    "no such duty": (
        ("due", "--today", DAY, "--draft", "extension"),
        f"no duty extension has arisen by {DAY}",
        "cicareg due --all --format csv lists the ids",
    ),
    "no such language": (
        ("due", "--today", DAY, "--draft", EXTENSION, "--lang", "fr"),
        "the register has no language 'fr'",
        "there are: en, ru, kk",
    ),
    "no such format": (
        ("agenda", OCTOBER, "--to", "xlsx"), "no format 'xlsx'", "there are: docx, html, markdown, pdf",
    ),
    "no such meeting": (
        ("agenda", "board"),
        "no meeting board on record",
        "one to come is ORGAN-DATE, such as soc-2025-12-17; organs here: diet, board",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", USAGE)
def test_wrong_usage(case: str, cicareg: Cicareg, root: Path) -> None:
    words, message, hint = USAGE[case]
    assert cicareg("-C", root, *words) == Ran(2, "", f"cicareg: {message}\n  {hint}\n")


@pytest.mark.parametrize(
    "words", [("due", "--today", DAY, "--draft", EXTENSION), ("agenda", OCTOBER)], ids=lambda w: w[0]
)
def test_what_a_language_lacks_is_refused_or_marked(words: tuple[str, ...], cicareg: Cicareg, tmp_path: Path) -> None:
    tree = drafts({}, ("documents/coast-rules.yaml", " ru: Правила побережья,", ""))
    for path, raw in tree.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    refused = cicareg("-C", tmp_path, *words, "--lang", "ru")
    assert (refused.code, refused.out) == (3, "")
    assert refused.err.startswith("cicareg: the title of coast-rules has no text in 'ru'\n")
    marked = cicareg("-C", tmp_path, *words, "--lang", "ru", "--allow-missing")
    assert marked.code == 0
    assert r"\[??? the title of coast-rules (ru)\]" in marked.out


OWN = {
    "reminder": (("due", "--today", DAY, "--draft", EXTENSION), "\n<p>{{ organ.ablative }}</p>\n"),
    "request": (("due", "--today", DAY, "--draft", EXTENSION), "\n<p>{{ organ.ablative }}</p>\n"),
    "proposal": (("due", "--today", "2031-03-01", "--draft", "review/board/2031"), "\n<p>{{ organ.ablative }}</p>\n"),
    "agenda": (("agenda", OCTOBER), "\n<p>{{ organ.ablative }}</p>\n"),
}


@pytest.mark.parametrize("what", OWN)
def test_what_is_wrong_in_an_own_template_is_named_with_its_line(what: str, cicareg: Cicareg, tmp_path: Path) -> None:
    words, own = OWN[what]
    for path, raw in {**drafts(), f"templates/en/{what}.html": own.encode()}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    ran = cicareg("-C", tmp_path, *words)
    assert ran == Ran(3, "", f"cicareg: templates/en/{what}.html:2: the organ board has no ablative: add it\n")
