"""Render and compare: what is published or written by others is shown, never obeyed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]


@pytest.fixture
def published(cicareg: Cicareg, tmp_path: Path) -> Path:
    path = tmp_path / "list.md"
    assert cicareg("-C", SAMPLE, "render", "list", "-o", path).code == 0
    return path


def test_write_and_check_exclude_each_other(cicareg: Cicareg, published: Path) -> None:
    before = published.read_bytes()
    ran = cicareg("-C", SAMPLE, "render", "list", "-o", published, "--check", published)
    assert (ran.code, ran.out) == (2, "")
    assert "-o and --check exclude each other" in ran.err
    assert published.read_bytes() == before


def test_a_published_escape_is_shown_and_not_obeyed(cicareg: Cicareg, published: Path) -> None:
    published.write_bytes(published.read_bytes().replace(b"Alderia", b"\x1b[2J\xffAlderia"))
    ran = cicareg("-C", SAMPLE, "render", "list", "--check", published)
    assert ran.code == 1
    assert "\x1b" not in ran.out
    assert r"\x1b[2J\udcffAlderia" in ran.out


def test_other_line_ends_are_seen(cicareg: Cicareg, published: Path) -> None:
    published.write_bytes(published.read_bytes().replace(b"\n", b"\r\n"))
    ran = cicareg("-C", SAMPLE, "render", "list", "--check", published)
    assert ran.code == 1
    assert r"\r" in ran.out


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_only_a_file_is_compared(cicareg: Cicareg, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "pipe" if kind == "pipe" else Path("/dev/zero")
    os.mkfifo(tmp_path / "pipe")
    ran = cicareg("-C", SAMPLE, "render", "list", "--check", path)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"cicareg: {path} cannot be compared: not a regular file\n"


def test_a_language_without_words_is_refused_by_name(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path)
    for lang in ("fr", "en"):
        (root / "templates" / lang / "drafts").mkdir(parents=True)
    assert cicareg("-C", root, "render", "list").code == 0
    ran = cicareg("-C", root, "list", "--lang", "fr")
    assert (ran.code, ran.out) == (3, "")
    assert "there is no template words.yaml for the language 'fr'" in ran.err
