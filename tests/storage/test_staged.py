"""The index is read as a folder is: the same files, and the same words for what is unfit."""

import os
import re
from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.staged import read_staged
from cicareg.storage.worktree import Worktree, look
from tests.gitting import git, with_register
from tests.support import sample

MIB = 1024 * 1024


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return with_register(tmp_path / "top")


def put(root: Path, path: str, raw: bytes = b"dimension: people\n") -> None:
    target = root / "registry" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(raw)


def refused(root: Path) -> tuple[str, str]:
    with pytest.raises(CicaregError) as caught:
        read_staged(root, None)
    assert caught.value.code == 3
    return caught.value.message, caught.value.hint


def test_the_whole_register_is_read(top: Path) -> None:
    tree, listed = read_staged(top, None)
    assert (tree, listed.findings()) == (sample(), ())


def test_what_is_not_staged_counts_for_nothing(top: Path) -> None:
    put(top, "areas/ice.yaml", b"changed")
    put(top, "areas/new.yaml")
    (top / "registry/areas/people.yaml").unlink()
    assert read_staged(top, None)[0] == sample()


def test_what_is_staged_counts(top: Path) -> None:
    put(top, "areas/new.yaml", b"new: 1\n")
    (top / "registry/areas/people.yaml").unlink()
    git(top, "add", "--all")
    (top / "registry/areas/new.yaml").unlink()
    assert read_staged(top, None)[0] == sample({"areas/people.yaml": None, "areas/new.yaml": "new: 1\n"})


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_what_is_only_announced_is_not_staged(form: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", f"--object-format={form}", "top")
    top = with_register(tmp_path / "top")
    (top / "offices").mkdir()
    git(top, "mv", "registry", "offices/registry")
    top /= "offices"
    put(top, "areas/announced.yaml", b"announced: 1\n")
    put(top, "areas/empty.yaml", b"")
    git(top, "add", "registry/areas/empty.yaml")
    git(top, "add", "--intent-to-add", "registry/areas/announced.yaml")
    assert read_staged(top, None)[0] == sample({"areas/empty.yaml": ""})


def test_a_register_in_a_sub_folder(tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    (top / "our offices [é]").mkdir()
    git(top, "mv", "registry", "our offices [é]/registry")
    assert read_staged(top / "our offices [é]", None)[0] == sample()
    assert refused(top) == (
        "the next commit would hold no register: git was not told of registry/registry.yaml",
        "git add registry",
    )


def test_before_the_first_commit(tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    git(top, "update-ref", "-d", "HEAD")
    assert read_staged(top, None)[0] == sample()


def test_messy_folders_are_the_same_staged_as_in_the_working_tree(top: Path) -> None:
    for path in (
        ".swp.yaml", ".hidden/a.yaml", "README.md", "areas/README", "areas/ice.yaml~", "areas/lost.yaml.txt",
        "areas/notes.txt", "areas/UPPER.YAML", "areas/other.yml", "folder.yaml/ice.yaml", "folder.yml/b/c.yaml",
        "d/d/d/d/d/d/d/in.yaml", "d/d/d/d/d/d/d/d/deep.yaml", "d/d/d/d/d/d/d/d/d/deeper.yaml", "areas/a\nb.yaml",
        "areas/c\x1b[31m.yaml", "areas/\u202etxt.yaml", "areas/é.yaml", "f\n/a.yaml",
    ):  # fmt: skip
        put(top, path)
    put(top, "areas/big.yaml", b"#" * (MIB + 1))
    put(top, "areas/just.yaml", b"#" * MIB)
    put(top, "areas/empty.yaml", b"")
    put(top, "areas/lines.yaml", b"\n\nmissing\n\nblob 3\n")
    Path(os.fsdecode(os.fsencode(top / "registry/areas") + b"/bad\xff.yaml")).write_bytes(b"dimension: people\n")
    (top / "registry/areas/link.yaml").symlink_to("ice.yaml")
    (top / "registry/areas/again").symlink_to(top / "registry", target_is_directory=True)
    (top / "registry/areas/LINK.md").symlink_to("nowhere")
    git(top, "add", "--all", "--force")
    tree, listed = read_staged(top, None)
    there = look(top)
    assert tree == dict(Worktree(top, there))
    assert listed.unfit == there.unfit
    assert len(listed.unfit) == 15


def test_a_submodule_is_no_record(top: Path) -> None:
    head = git(top, "rev-parse", "HEAD").strip()
    for name in ("sub", "sub.yaml"):
        git(top, "update-index", "--add", "--cacheinfo", f"160000,{head},registry/areas/{name}")
    tree, listed = read_staged(top, None)
    assert tree == sample()
    assert listed.unfit == dict.fromkeys(["registry/areas/sub", "registry/areas/sub.yaml"], "not a regular file")


@pytest.mark.parametrize("mode", ["120000", "160000"])
def test_a_register_that_is_no_folder_is_refused(mode: str, top: Path) -> None:
    blob = git(top, "rev-parse", "HEAD" if mode == "160000" else "HEAD:registry/areas/ice.yaml").strip()
    git(top, "rm", "-r", "--quiet", "--cached", "registry")
    git(top, "update-index", "--add", "--cacheinfo", f"{mode},{blob},registry")
    assert refused(top) == (
        "the next commit would have registry as a link or another repository: it must be a folder",
        "",
    )


def test_a_register_larger_than_32_mib_is_refused_before_it_is_read(top: Path) -> None:
    put(top, "areas/a.yaml", b"#" * MIB)
    blob = git(top, "hash-object", "-w", "registry/areas/a.yaml").strip()
    lines = "".join(f"100644 {blob}\tregistry/areas/a{number}.yaml\n" for number in range(32))
    git(top, "update-index", "--index-info", given=lines)
    assert refused(top) == ("the register is larger than 33,554,432 bytes", "")


def conflict(top: Path, *names: str) -> None:
    """Stop a merge at files that both sides changed."""
    for branch, text in (("theirs", b"theirs: 1\n"), ("main", b"ours: 1\n")):
        git(top, "checkout", "--quiet", "-B", branch, "main" if branch == "main" else "HEAD")
        for name in names:
            put(top, name, text)
        git(top, "commit", "--quiet", "--all", "--message", branch)
        git(top, "checkout", "--quiet", "-B", "main", "main" if branch == "main" else "HEAD~")
    with pytest.raises(AssertionError):
        git(top, "merge", "theirs")


def test_a_merge_that_is_not_finished_is_refused(top: Path) -> None:
    conflict(top, "areas/fish.yaml", "areas/ice.yaml", "states.yaml")
    message, hint = refused(top)
    assert (
        message
        == "two versions were joined and are not settled: git has several of registry/areas/fish.yaml and 2 more"
    )
    assert hint == "settle in each file what differs, then: git add registry"
    git(top, "add", "registry/areas", "registry/states.yaml")
    put(top, "states.yaml", b"")
    assert re.match(b"<<<<<<<", read_staged(top, None)[0]["registry/states.yaml"])


def test_one_unmerged_file_is_named(top: Path) -> None:
    conflict(top, "states.yaml")
    assert refused(top)[0] == "two versions were joined and are not settled: git has several of registry/states.yaml"


def test_a_repository_with_longer_ids(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "top")
    top = with_register(tmp_path / "top")
    assert read_staged(top, None)[0] == sample()
