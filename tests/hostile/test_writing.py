"""The cases of the list of hostile inputs that concern exit codes, the terminal, and how git and the disk are asked."""

import os
import re
import sys
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path

import pytest

from cicareg.errors import Exit
from tests.conftest import Ran
from tests.gitting import IDENTITY, PERSON, git, with_register
from tests.rules.overlays import LAST, ice
from tests.support import PROJECT, found, write

Cicareg = Callable[..., Ran]
ACT = ("appoint", "people", "--coordinator", "XCC", "--term", "2026-2027", "--decision", "com-2025-06-03/1", "--yes")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register in a repository, in the name of nobody in particular."""
    for name, value in {**PERSON, **IDENTITY}.items():
        monkeypatch.setenv(name, value)
    return with_register(tmp_path / "register")


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[list[str]]]:
    """Note how git is called, and give it."""
    log, real = tmp_path / "asked", tmp_path / "bin"
    real.mkdir()
    script = real / "git"
    program = os.path.realpath(
        next(Path(p) / "git" for p in os.environ["PATH"].split(":") if (Path(p) / "git").exists())
    )
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" >>"{log}"\nexec "{program}" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{real}{os.pathsep}{os.environ['PATH']}")
    said = re.compile(r"^-C .*", re.MULTILINE)  # as cicareg calls it
    return lambda: [line.split(" ") for line in said.findall(log.read_text(encoding="utf-8"))]


def test_E01_a_count_is_no_exit_code(cicareg: Cicareg, tmp_path: Path) -> None:
    assert issubclass(Exit, IntEnum)
    assert max(set(Exit) - {Exit.INTERRUPTED}) < 126
    tenures = "".join("  - {state: XZZ, role: coordinator}\n" for _ in range(256))
    done = cicareg("-C", write(tmp_path, {"coordinators/ice.yaml": f"tenures:\n{tenures}"}), "validate")
    assert done.code == 1
    assert int(done.out.splitlines()[-1].split(" errors")[0].split()[-1]) >= 256


def test_F11_an_id_with_a_nul_is_wrong_usage(cicareg: Cicareg, root: Path) -> None:
    assert cicareg("-C", root, "show", "a\0b").code == 2
    assert cicareg("-C", root, "appoint", "a\0b", *ACT[2:]).code == 2
    assert cicareg("-C", root, "render", "list", "--decided", "a\0b").code == 2


@pytest.mark.parametrize("escape", ["\x1b]0;title\x07", "\x1b[31m", "\x9b31m", "\x1b]52;c;aGk=\x07"])
def test_R06_what_a_terminal_would_obey_reaches_none_from_a_record(
    escape: str, cicareg: Cicareg, tmp_path: Path
) -> None:
    states = f'XAA: {{name: {{en: "A{escape.encode("unicode_escape").decode()}"}}}}\nXBB: {{name: {{en: B{escape}}}}}\n'
    root = write(tmp_path, {"states.yaml": states})
    for words in (("validate",), ("list",), ("show", "ice"), ("find", "A"), ("explain", "one-coordinator")):
        done = cicareg("-C", root, *words)
        assert not set(done.out + done.err) & {"\x1b", "\x9b", "\x07"}, words


@pytest.mark.parametrize("words", [("show", "A\x1b[31m\x07"), ("explain", "\x9b31m"), ("validate", "--at", "\x1b]0;x")])
def test_R07_what_is_said_of_an_argument_has_no_escapes(words: tuple[str, ...], cicareg: Cicareg, root: Path) -> None:
    done = cicareg("-C", root, *words)
    assert done.code in (2, 3)
    assert not set(done.out + done.err) & {"\x1b", "\x9b", "\x07"}


def test_K04_of_two_who_were_appointed_on_two_branches_and_merged_as_text_one_is_too_many() -> None:
    both = ice(
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
        f"state: XBB, role: coordinator, term: 2025-2026, {LAST}",
    )
    assert len(found("one-coordinator", both)) == 1
    attributes = PROJECT / "src/cicareg/templates/_init/common/dot-gitattributes"
    assert "union" not in attributes.read_text(encoding="utf-8")


def test_G23_whatever_reads_takes_no_lock(asked: Callable[[], list[list[str]]], cicareg: Cicareg, root: Path) -> None:
    for words in (("validate", "--staged"), ("validate", "--against", "HEAD"), (*ACT[:-1], "--dry-run")):
        assert cicareg("-C", root, *words).code == 0
    calls = asked()
    assert len(calls) > 5
    assert [call for call in calls if "--no-optional-locks" not in call and "rev-parse" not in call] == []


def test_G49_whatever_writes_asks_git_to_see_it_on_the_disk(
    asked: Callable[[], list[list[str]]], cicareg: Cicareg, root: Path
) -> None:
    assert cicareg("-C", root, *ACT).code == 0
    writing = {"add", "commit", "read-tree", "update-index", "update-ref", "worktree"}
    calls = [call for call in asked() if writing & set(call)]
    assert {word for call in calls for word in call} >= {"add", "commit", "update-ref", "worktree"}
    assert [call for call in calls if "core.fsync=all" not in call and "--no-optional-locks" not in call] == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the names of open files are asked of Linux")
def test_F25_G50_files_their_folders_and_the_index_are_on_the_disk_before_it_is_said(
    asked: Callable[[], list[list[str]]], cicareg: Cicareg, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        kept.append(str(Path(f"/proc/self/fd/{handle}").readlink()).removeprefix(f"{root}/"))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    assert "recorded as" in cicareg("-C", root, *ACT).out
    changed = [Path(path) for path in git(root, "diff-tree", "-r", "--no-commit-id", "--name-only", "HEAD").split()]
    written = [str(path.with_name(f".{path.name}.cicareg")) for path in changed]
    assert len(written) == 2
    assert set(kept) >= {*written, *(str(path.parent) for path in changed), ".git"}
    assert kept.index(written[-1]) < kept.index(str(changed[0].parent))
    [index] = [call for call in asked() if "update-index" in call and "--stdin" in call]
    assert "core.fsync=all" in index  # which is of the index, too
