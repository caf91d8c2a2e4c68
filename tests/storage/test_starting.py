"""A new folder is written whole, or nothing of it is left."""

from pathlib import Path

import pytest

from cicareg.errors import UsageError
from cicareg.storage.starting import new_folder, starting_files

FILES = {"README.md": b"x\n", ".githooks/pre-commit": b"#!/bin/sh\n", "a/b/c.yaml": b"c: 1\n"}


def there(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("variant", ["plain", "example"])
def test_packaged_files_get_their_dots(variant: str) -> None:
    names = set(starting_files(variant))
    assert {".gitignore", ".githooks/pre-commit", ".github/workflows/validate.yml", "registry/states.yaml"} <= names
    assert [name for name in names if "dot-" in name] == []


def test_files_are_written_and_what_git_runs_can_be_run(tmp_path: Path) -> None:
    with new_folder(tmp_path / "new", FILES):
        pass
    assert {path: (tmp_path / "new" / path).read_bytes() for path in FILES} == FILES
    modes = {path: (tmp_path / "new" / path).stat().st_mode & 0o100 for path in FILES}
    assert modes == {"README.md": 0, ".githooks/pre-commit": 0o100, "a/b/c.yaml": 0}


def interrupted(folder: Path, other: str) -> None:
    """Begin a folder, let something else come into it, and stop."""
    with new_folder(folder, FILES):
        (folder / other).mkdir()
        raise KeyboardInterrupt


def test_an_interruption_leaves_nothing_but_what_others_put_there(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "new"
    with pytest.raises(KeyboardInterrupt):
        interrupted(folder, ".git")
    assert there(tmp_path) == []
    with pytest.raises(KeyboardInterrupt):
        interrupted(folder, "a/mine")
    assert there(tmp_path) == ["above", "above/new", "above/new/a", "above/new/a/mine"]


def test_a_file_that_somebody_puts_there_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    class Late(dict[str, bytes]):
        """Files of which one is written by somebody else at the last moment."""

        def items(self):  # type: ignore[no-untyped-def]  # noqa: ANN202  # as that of a dict
            (tmp_path / "README.md").write_text("theirs", encoding="utf-8")
            return super().items()

    with pytest.raises(FileExistsError), new_folder(tmp_path, Late({"a/b.yaml": b"", **FILES})):
        pass
    assert there(tmp_path) == ["README.md"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "theirs"


def test_a_folder_that_holds_something_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    with pytest.raises(UsageError, match="is not empty: nothing is overwritten"), new_folder(tmp_path, FILES):
        pass
    assert there(tmp_path) == ["theirs"]
