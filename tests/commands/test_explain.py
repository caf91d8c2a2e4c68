"""Explain needs no register, but a register that was named must be one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.storage.sources import rule_names
from tests.conftest import Ran
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]


def test_a_register_that_was_named_must_be_there(
    cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cicareg("explain").code == 0
    assert cicareg("-C", tmp_path, "explain").code == 3
    monkeypatch.setenv("CICAREG_REGISTRY", str(tmp_path / "none"))
    ran = cicareg("explain")
    assert (ran.code, ran.out) == (3, "")
    assert "no register in " in ran.err


def test_a_register_here_must_be_readable(cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, here = write(tmp_path / "real"), tmp_path / "here"
    here.mkdir()
    (here / "registry").symlink_to(real / "registry", target_is_directory=True)
    monkeypatch.chdir(here)
    ran = cicareg("explain")
    assert (ran.code, ran.out) == (3, "")
    assert "is a symbolic link" in ran.err


def test_all_pages_go_to_a_folder_with_an_index_in_markdown(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", SAMPLE, "explain", "--all", "--format", "markdown", "-o", tmp_path / "a" / "rules")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "a" / "rules").iterdir()}
    index = written.pop("README.md")
    assert index.startswith(
        "# Rules\n\n- [file](file.md): A file is plain UTF-8 YAML that every program reads alike.\n"
    )
    assert sorted(f"{name}.md" for name in rule_names()) == sorted(written)
    for name, text in written.items():
        assert text == cicareg("-C", SAMPLE, "explain", name.removesuffix(".md"), "--format", "markdown").out


def test_one_page_goes_to_a_file_without_colours(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("--color", "always", "-C", SAMPLE, "explain", "one-role", "-o", tmp_path / "page.txt")
    assert (ran.code, ran.out) == (0, "")
    text = (tmp_path / "page.txt").read_text(encoding="utf-8")
    assert text.startswith("one-role: A state is not coordinator and co-coordinator of one post on one day.\n")


@pytest.mark.parametrize("words", [("--all",), ("one-role", "--all", "-o", "rules")], ids=" ".join)
def test_all_wants_a_folder_and_no_rule(words: tuple[str, ...], cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "explain", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cicareg: --all needs a folder, and no rule\n  cicareg explain --all -o docs/rules\n"
