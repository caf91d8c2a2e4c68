"""Records that git would join as text: which line of which file asks for it, and what to change."""

from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage import git as program
from cicareg.storage.attributes import joined_as_text
from tests.gitting import git, with_register
from tests.support import write

ICE = "registry/coordinators/ice.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_register(tmp_path / "register")


def places(root: Path) -> list[str]:
    return [str(finding.place) for finding in joined_as_text(root)]


def test_K04_a_line_is_named_with_what_it_does_and_what_to_change(root: Path) -> None:
    (root / ".gitattributes").write_text("*.md text\n\n/registry/coordinators/* merge=union\n", encoding="utf-8")
    (found,) = joined_as_text(root)
    assert (str(found.place), found.severity, found.rule) == (".gitattributes:3:1", "warning", "joined-as-text")
    assert found.message == (
        "git may join two versions of registry/coordinators/fish.yaml and 1 more by keeping the lines of both "
        "(merge=union): what two officers wrote would stand side by side, and nobody would be asked; take merge=union "
        "out of this line"
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "# *.yaml merge=union\n", "CHANGELOG.md merge=union\n", "*.yaml text eol=lf\n", "*.yaml merge=binary\n",
        "*.yaml merge=union\nregistry/** -merge\n", "templates/** merge=union\n",
    ],
)  # fmt: skip
def test_K04_where_no_record_is_joined_nothing_is_said(root: Path, text: str) -> None:
    (root / ".gitattributes").write_text(text, encoding="utf-8")
    assert places(root) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("*.yaml merge=union", 1),
        ("CHANGELOG.md merge=union\n*.yaml text merge=union", 2),
        ("*.yaml merge=union\nregistry/coordinators/ merge=union", 1),
        ("registry/** merge=union\nregistry/**/*.yaml merge=union", 2),
        ("[attr]list merge=union\nice.yaml list", 1),
        ("ice.yaml merge=union\nfish.md merge=union", 1),
    ],
)
def test_K04_the_line_that_git_follows(root: Path, text: str, line: int) -> None:
    (root / ".gitattributes").write_text(f"{text}\n", encoding="utf-8")
    assert places(root) == [f".gitattributes:{line}:1"]


@pytest.mark.parametrize("folder", ["registry", "registry/coordinators", ".git/info"])
def test_K04_every_file_of_attributes_is_read(root: Path, folder: str) -> None:
    name = "attributes" if folder == ".git/info" else ".gitattributes"
    (root / folder).mkdir(exist_ok=True)
    (root / folder / name).write_text("ice.yaml merge=union\n", encoding="utf-8")
    assert places(root) == [f"{folder}/{name}:1:1"]


def test_K04_a_register_in_a_sub_folder(tmp_path: Path) -> None:
    top = tmp_path / "top"
    write(top / "offices")
    git(top, "init", "--quiet")
    (top / ".gitattributes").write_text("offices/registry/** merge=union\n", encoding="utf-8")
    (top / "offices/.gitattributes").write_text("registry/coordinators/ice.yaml merge=union\n", encoding="utf-8")
    assert places(top / "offices") == ["../.gitattributes:1:1", ".gitattributes:1:1"]


def test_without_such_a_line_git_is_not_asked(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    assert places(root) == []


def test_where_git_cannot_tell_nothing_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> dict[str, str]:
        raise CicaregError("no")

    monkeypatch.setattr(program, "attributes", fails)
    (root / ".gitattributes").write_text("*.yaml merge=union\n", encoding="utf-8")
    assert places(root) == []


def test_outside_a_repository_nothing_is_said(tmp_path: Path) -> None:
    write(tmp_path / "register")
    (tmp_path / "register/.gitattributes").write_text("*.yaml merge=union\n", encoding="utf-8")
    assert places(tmp_path / "register") == []
