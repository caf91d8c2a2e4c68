"""An act is refused where the register's own files are not as they were last committed; other files do not matter."""

from hashlib import sha1
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage.recording import base_of, refuse_unclean
from tests.gitting import git, with_register
from tests.storage.recording.acts import FISH, with_identity


def unclean(root: Path) -> str:
    """Give what is refused: the same whether the ids are known or the files are read."""
    said = []
    for blobs in (None, known(root)):
        with pytest.raises(CicaregError) as caught:
            refuse_unclean(root, base_of(root), blobs)
        assert caught.value.code == Exit.REFUSED
        said.append(caught.value.message)
    assert said[0] == said[1]
    return said[0].removeprefix("the register is not as it was last committed: ").removesuffix("; nothing was recorded")


def known(root: Path) -> dict[str, bytes]:
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.glob("registry/**/*.yaml")}
    return {path: sha1(b"blob %d\0%b" % (len(raw), raw)).digest() for path, raw in files.items()}  # noqa: S324  # as git


def test_a_register_as_it_was_committed(root: Path) -> None:
    (root / "other.txt").write_text("mine\n", encoding="utf-8")
    (root / "registry/README.md").write_text("mine\n", encoding="utf-8")
    refuse_unclean(root, base_of(root))
    refuse_unclean(root, base_of(root), known(root))


def test_a_file_that_was_changed(root: Path) -> None:
    (root / FISH).write_text("tenures: []\n", encoding="utf-8")
    assert unclean(root) == f"{FISH} (changed)"


def test_a_file_that_is_gone(root: Path) -> None:
    (root / FISH).unlink()
    assert unclean(root) == f"{FISH} (deleted)"


def test_a_file_that_is_new(root: Path) -> None:
    (root / "registry/areas/new.yaml").write_text("a: 1\n", encoding="utf-8")
    assert unclean(root) == "registry/areas/new.yaml (new, not committed)"
    git(root, "add", "--intent-to-add", "registry/areas/new.yaml")
    assert unclean(root) == "registry/areas/new.yaml (new, not committed)"


def test_what_is_staged_and_not_in_the_folder(root: Path) -> None:
    before = (root / FISH).read_bytes()
    (root / FISH).write_text("tenures: []\n", encoding="utf-8")
    git(root, "add", FISH)
    (root / FISH).write_bytes(before)
    assert unclean(root) == f"{FISH} (changed, waiting for the next commit)"


@pytest.mark.parametrize("option", ["--assume-unchanged", "--skip-worktree"])
def test_G42_what_git_was_told_to_pass_over(root: Path, option: str) -> None:
    git(root, "update-index", option, FISH)
    (root / FISH).write_text("tenures: []\n", encoding="utf-8")
    assert git(root, "status", "--porcelain") == ""
    assert unclean(root) == f"{FISH} (changed)"


def test_G43_line_ends_of_windows_are_named(root: Path) -> None:
    raw = (root / FISH).read_bytes().replace(b"\n", b"\r\n")
    (root / FISH).write_bytes(raw)
    with pytest.raises(CicaregError) as caught:
        refuse_unclean(root, base_of(root))
    assert f"{FISH} (line ends of Windows)" in caught.value.message
    assert caught.value.hint.startswith("let .gitattributes say: registry/** text eol=lf")


def test_five_files_are_named(root: Path) -> None:
    for number in range(7):
        (root / f"registry/areas/new-{number}.yaml").write_text("a: 1\n", encoding="utf-8")
    named = ", ".join(f"registry/areas/new-{number}.yaml (new, not committed)" for number in range(5))
    assert unclean(root) == f"{named} and 2 more"


def test_a_repository_of_longer_ids_is_read_whatever_is_known(tmp_path: Path) -> None:
    root = tmp_path / "long"
    root.mkdir()
    git(root, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    with_identity(with_register(root))
    refuse_unclean(root, base_of(root), known(root))
    (root / FISH).write_text("tenures: []\n", encoding="utf-8")
    assert unclean(root) == f"{FISH} (changed)"


def test_a_register_in_a_folder_of_the_repository(root: Path) -> None:
    (root / "sub").mkdir()
    git(root, "mv", "registry", "sub/registry")
    git(root, "commit", "--quiet", "--message", "Moved")
    refuse_unclean(root / "sub", base_of(root / "sub"))
    (root / "sub" / FISH).write_text("tenures: []\n", encoding="utf-8")
    assert unclean(root / "sub") == f"{FISH} (changed)"
