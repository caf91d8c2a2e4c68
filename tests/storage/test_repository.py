"""The top of the repository is found without git."""

from pathlib import Path

import pytest

from cicareg.storage.repository import prefix


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / "top" / ".git").mkdir(parents=True)
    return tmp_path / "top"


def test_at_the_top_it_is_empty(top: Path) -> None:
    assert prefix(top) == ""


def test_below_it_is_the_path_from_there(top: Path) -> None:
    (top / "a b" / "é").mkdir(parents=True)
    assert prefix(top / "a b" / "é") == "a b/é"


def test_without_a_repository_it_is_empty(tmp_path: Path) -> None:
    assert prefix(tmp_path) == ""


def test_the_nearest_repository_counts(top: Path) -> None:
    inner = top / "inner" / "register"
    inner.mkdir(parents=True)
    (top / "inner" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")  # as in a linked working tree
    assert prefix(inner) == "register"


def test_a_relative_folder(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (top / "register").mkdir()
    monkeypatch.chdir(top / "register")
    assert prefix(Path()) == "register"
    assert prefix(Path("../register")) == "register"


def test_through_a_link_it_is_where_the_folder_really_is(top: Path, tmp_path: Path) -> None:
    (top / "register").mkdir()
    (tmp_path / "link").symlink_to(top / "register", target_is_directory=True)
    assert prefix(tmp_path / "link") == "register"
