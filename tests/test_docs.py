"""The written pages: their blocks are run, no link is dead, and every page is reached from the README."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.conftest import Ran
from tests.running import Pages, counted
from tests.support import PROJECT

WRITTEN = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").glob("*.md"))]
ALL = [
    path
    for path in sorted(PROJECT.rglob("*.md"))
    if not any(part.startswith(".") or part in ("goldens", "dist", "build") for part in path.relative_to(PROJECT).parts)
]


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_a_page_shows_what_its_blocks_give(
    page: Path,
    cicareg: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    text = page.read_text(encoding="utf-8")
    now = Pages(cicareg, monkeypatch, tmp_path).run(text)
    if request.config.getoption("--accept"):
        page.write_text(now, encoding="utf-8")
        text = now
    assert counted(now) == counted(text), "a page no longer shows what is printed; if that is right: bin/test --accept"


def test_the_blocks_are_run_and_told_apart(
    cicareg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pages = Pages(cicareg, monkeypatch, tmp_path)
    there, shown = "<!-- run in: a copy of tests/sample -->\n", "```console\n$ cicareg find Borlande\n{}```\n"
    place = "registry/states.yaml:7:27: XBB.name.fr: Borlande\n"
    assert pages.run(there + shown.format("something else\n")) == there + shown.format(place)
    skipped = "<!-- not run: a reason -->\n" + shown.format("")
    assert pages.run(skipped) == skipped
    with pytest.raises(AssertionError, match="say where it is run"):
        pages.run(shown.format(""))
    with pytest.raises(AssertionError, match="nothing on record is called"):
        pages.run(there + "```sh\ncicareg show nothing-of-the-sort\n```\n")
    with pytest.raises(AssertionError, match="which file is it"):
        pages.run(there + "```yaml\na: b\n```\n")


@cache
def tokens(path: Path) -> tuple[Token, ...]:
    parsed = MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))
    return tuple(within for token in parsed for within in (token, *(token.children or ())))


@cache
def anchors(path: Path) -> frozenset[str]:
    """Give the anchors of a page as GitHub makes them: lower case, hyphens for spaces, no other signs."""
    found: list[str] = []
    for token, after in zip(tokens(path), tokens(path)[1:], strict=False):
        if token.type == "heading_open":
            text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", after.content).strip().lower()
            slug = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
            found.append(f"{slug}-{found.count(slug)}" if slug in found else slug)
    return frozenset(found)


def links(path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the anchor of every link and image of a page that leads within the repository."""
    for token in tokens(path):
        target = str(token.attrs.get("href") or token.attrs.get("src") or "")
        if target and not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            yield (path.parent / file).resolve() if file else path, anchor


@pytest.mark.parametrize("page", ALL, ids=name)
def test_no_link_is_dead(page: Path) -> None:
    dead = [
        f"{name(target)}#{anchor}"
        for target, anchor in links(page)
        if not target.exists() or (anchor and anchor not in anchors(target))
    ]
    assert dead == []


def test_every_page_of_the_documentation_is_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    ahead = [PROJECT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in seen and page.suffix == ".md" and page.is_file():
            seen.add(page)
            ahead += [target for target, _ in links(page)]
    missed = [name(page) for page in ALL if page.is_relative_to(PROJECT / "docs") and page not in seen]
    assert missed == [], "name it in docs/README.md"
