"""What is remembered lies with the repository, else in the user's cache folder, and nowhere else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.storage.place import memory_of
from tests.conftest import Ran
from tests.support import PROJECT, SAMPLE, write

Cicareg = Callable[..., Ran]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a register outside any repository, and a user who has a home and said nothing of caches."""
    monkeypatch.delenv("CICAREG_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return write(tmp_path / "work" / "register")


def folder(root: Path) -> Path | None:
    found = memory_of(root, os.environ)
    return found.parent if found else None


def test_in_a_repository_it_lies_in_the_git_directory(root: Path) -> None:
    (root.parent / ".git").mkdir()
    assert folder(root) == root.parent / ".git/cicareg"
    (root / ".git").mkdir()
    assert folder(root) == root / ".git/cicareg"


def test_elsewhere_in_the_cache_folder_of_the_user(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = root.parents[1] / "home"
    assert folder(root) == home / ".cache/cicareg"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "caches"))
    assert folder(root) == home / "caches/cicareg"
    for relative in ("caches", "./caches", ""):
        monkeypatch.setenv("XDG_CACHE_HOME", relative)
        assert folder(root) == home / ".cache/cicareg"


def test_what_is_told_comes_first_where_it_is_absolute(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".git").mkdir()
    monkeypatch.setenv("CICAREG_CACHE", str(root.parent / "told"))
    assert folder(root) == root.parent / "told/cicareg"
    for relative in ("told", ""):
        monkeypatch.setenv("CICAREG_CACHE", relative)
        assert folder(root) == root / ".git/cicareg"


@pytest.mark.parametrize("home", [None, "", "relative", "/nowhere/at/all", "/dev/null"])
def test_without_a_home_nothing_is_remembered(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    monkeypatch.chdir(root)
    if home is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home)
    assert memory_of(root, os.environ) is None
    assert cicareg("list") == cicareg("list")
    assert sorted(path.name for path in root.iterdir()) == ["registry"]


@pytest.mark.parametrize("told", ["/dev/null", "/dev/null/deeper", "/proc/no"])
def test_where_nothing_can_be_made_nothing_is_remembered(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv("CICAREG_CACHE", told)
    assert cicareg("-C", root, "list") == cicareg("-C", root, "list")
    assert cicareg("-C", root, "list").code == 0


def test_a_file_in_the_place_of_the_folder_is_left_alone(root: Path, cicareg: Cicareg) -> None:
    (root / ".git").mkdir()
    (root / ".git/cicareg").write_text("mine", encoding="utf-8")
    assert cicareg("-C", root, "list") == cicareg("-C", root, "list")
    assert (root / ".git/cicareg").read_text(encoding="utf-8") == "mine"


def git(*words: str | Path, cwd: Path) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    allowed = ["-c", "protocol.file.allow=always"]
    subprocess.run(["git", *identity, *allowed, *map(str, words)], cwd=cwd, check=True, capture_output=True)


def test_a_linked_working_tree_and_a_submodule_have_their_own(root: Path, cicareg: Cicareg) -> None:
    work = root.parent
    git("init", "-q", cwd=root)
    git("add", ".", cwd=root)
    git("commit", "-qm", "all", cwd=root)
    git("worktree", "add", "-q", "../linked", cwd=root)
    git("init", "-q", "outer", cwd=work)
    git("submodule", "--quiet", "add", root, "inner", cwd=work / "outer")
    assert folder(work / "linked") == root / ".git/worktrees/linked/cicareg"
    inner = memory_of(work / "outer/inner", os.environ)
    assert inner is not None
    assert inner.resolve().parent == work / "outer/.git/modules/inner/cicareg"
    for place in (root, work / "linked", work / "outer/inner"):
        assert cicareg("-C", place, "list") == cicareg("-C", place, "list")
        found = memory_of(place, os.environ)
        assert found is not None
        assert found.is_file()
        status = subprocess.run(["git", "status", "--porcelain"], cwd=place, capture_output=True, check=True)
        assert status.stdout == b""


@pytest.mark.parametrize("text", [b"gitdir: ../target\n", b"gitdir: nowhere\n", b"what\n", b"\xff\n", b"", b"gitdir: "])
def test_a_file_that_points_to_no_repository_is_not_followed(root: Path, text: bytes) -> None:
    (root.parent / "target").mkdir()
    (root / ".git").write_bytes(text)
    assert folder(root) == root.parents[1] / "home/.cache/cicareg"


def test_a_register_is_the_same_however_it_is_reached(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".git").mkdir()
    link = root.parent / "link"
    link.symlink_to("register")
    expected = cicareg("-C", root, "validate")
    (known,) = (root / ".git/cicareg").iterdir()
    assert cicareg("-C", link, "validate") == expected
    assert cicareg("-C", link / "registry", "validate") == expected
    monkeypatch.chdir(root / "registry/areas")
    assert cicareg("validate") == expected
    assert cicareg("-C", "../..", "validate") == expected
    monkeypatch.setenv("CICAREG_REGISTRY", str(link))
    monkeypatch.chdir("/")
    assert cicareg("validate") == expected
    assert list((root / ".git/cicareg").iterdir()) == [known]


def test_registers_of_one_repository_do_not_mix(root: Path, cicareg: Cicareg) -> None:
    work = root.parent
    (work / ".git").mkdir()
    other = write(work / "deep/other", {"areas/fish.yaml": None})
    here, there = (cicareg("-C", place, "list") for place in (root, other))
    assert here.out != there.out
    assert len(list((work / ".git/cicareg").iterdir())) == 2
    assert [cicareg("-C", place, "list") for place in (root, other, root)] == [here, there, here]


def test_registers_whose_files_would_have_one_name_do_not_mix(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cicareg.storage.place.crc32", lambda _raw: 1)
    other = write(root.parent / "other", {"areas/fish.yaml": None})
    here, there = (cicareg("-C", place, "list") for place in (root, other))
    assert here.out != there.out
    assert [cicareg("-C", place, "list") for place in (root, other, root)] == [here, there, here]


def test_a_register_that_takes_the_place_of_another_is_read(root: Path, cicareg: Cicareg) -> None:
    other = write(root.parent / "other", {"areas/fish.yaml": None})
    here, there = (cicareg("-C", place, "list") for place in (root, other))
    shutil.move(root, root.parent / "aside")
    shutil.move(other, root)
    assert cicareg("-C", root, "list") == there
    assert cicareg("-C", root.parent / "aside", "list") == here


def test_a_folder_whose_name_is_no_text(root: Path, cicareg: Cicareg) -> None:
    strange = Path(os.fsdecode(os.fsencode(root.parent) + b"/\xff"))
    shutil.copytree(root, strange)
    expected = cicareg("-C", root, "list")
    for _ in range(2):
        code, out = cicareg_at(strange)
        assert (code, out) == (expected.code, expected.out)


def cicareg_at(place: Path) -> tuple[int, str]:
    """Run the command in a folder: its name cannot be an argument."""
    command = [sys.executable, "-m", "cicareg", "list"]
    surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "src")}
    done = subprocess.run(command, cwd=place, env=surroundings, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.parametrize("place", [PROJECT, SAMPLE])
def test_tests_remember_nothing_here_or_with_the_user(place: Path) -> None:
    found = memory_of(place, os.environ)
    assert found is not None
    assert PROJECT not in found.parents
    assert found.parents[1].name.startswith("cicareg-tests-")
