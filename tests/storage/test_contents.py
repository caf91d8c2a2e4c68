"""A file is read once, and known by the id that git gives its content."""

from collections.abc import Iterator, Mapping

import pytest

from cicareg.storage.contents import Contents, changed


class Tree(Mapping[str, bytes]):
    """A tree that says how often it was read."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.read: list[str] = []
        self._files = files

    def __getitem__(self, path: str) -> bytes:
        self.read.append(path)
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, path: object) -> bool:
        return path in self._files


@pytest.fixture
def tree() -> Tree:
    return Tree({"a": b"one\n", "b": b""})


def test_ids_are_those_of_git(tree: Tree) -> None:
    contents = Contents(tree)
    assert contents.blob("a").hex() == "5626abf0f72e58d7a153368ba57db4c673c0e171"
    assert contents.blob("b").hex() == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_a_file_is_read_once_for_its_id_and_its_content(tree: Tree) -> None:
    contents = Contents(tree)
    contents.blob("a")
    assert contents.peek("a") == b"one\n"
    assert contents["a"] == b"one\n"
    contents.blob("a")
    assert tree.read == ["a"]


def test_files_are_listed_without_reading(tree: Tree) -> None:
    contents = Contents(tree)
    assert (list(contents), len(contents), "a" in contents, "c" in contents) == (["a", "b"], 2, True, False)
    assert tree.read == []


def test_changed_is_what_has_another_id_is_new_or_gone(tree: Tree) -> None:
    contents = Contents(tree)
    same, other = contents.blob("a"), b"other"
    assert changed(contents, {"a": same, "b": other, "c": None}) == {"b"}
    assert changed(contents, {"a": None, "c": other}) == {"a", "c"}
    assert changed(contents, {}) == frozenset()
