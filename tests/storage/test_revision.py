"""A register as a commit holds it: names of every sort, what git puts in the way, clones that lack the past."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage.revision import NOTHING, Repository, Revision, commit_of, held, holding, read_revision
from tests.gitting import PERSON, git, ran, repository, with_register
from tests.support import sample, write

ICE = "registry/coordinators/ice.yaml"


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return with_register(tmp_path / "top")


def head(top: Path) -> str:
    return git(top, "rev-parse", "HEAD").strip()


def read(top: Path, name: str = "HEAD", prefix: str = "") -> tuple[Mapping[str, bytes], dict[str, str]]:
    here = Repository(top, prefix)
    tree, listed = read_revision(here, commit_of(here, name), name)
    return dict(tree), listed.unfit


def test_it_is_the_same_as_the_folder(top: Path) -> None:
    (top / ICE).write_text("tenures: []\n", encoding="utf-8")
    assert read(top) == (sample(), {})


def test_a_register_in_a_sub_folder(tmp_path: Path) -> None:
    top = repository(tmp_path / "top")
    write(top / "our *offices")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "All")
    assert read(top / "our *offices", prefix="our *offices") == (sample(), {})


@pytest.mark.parametrize("name", ["HEAD", "@", "main", "refs/heads/main", "v1", "signed", "HEAD^{/All}", "HEAD~0"])
def test_names(name: str, top: Path) -> None:
    git(top, "tag", "v1")
    git(top, "tag", "--annotate", "signed", "--message", "Signed")
    assert commit_of(Repository(top), name) == head(top)


def test_the_id_of_a_commit(top: Path) -> None:
    assert commit_of(Repository(top), head(top)) == head(top)
    assert commit_of(Repository(top), head(top)[:9]) == head(top)


@pytest.mark.parametrize(
    "name",
    ["", "none", "HEAD~9", "-x", "--upload-pack=touch canary", "--output=canary", "-", "HEAD:registry", "a\nHEAD",
     "x" * 300, "$(touch canary)", "HEAD^{tree}", "..", "0" * 40],
)  # fmt: skip
def test_what_names_no_commit_is_refused(name: str, top: Path) -> None:
    with pytest.raises(CicaregError, match="no commit is called") as refused:
        commit_of(Repository(top), name)
    assert refused.value.code == Exit.USAGE
    assert not (top / "canary").exists()


def test_a_branch_named_like_a_file_is_a_branch(top: Path) -> None:
    git(top, "branch", "registry")
    (top / ICE).write_text("tenures: []\n", encoding="utf-8")
    git(top, "commit", "--quiet", "--all", "--message", "Other")
    assert read(top, "registry") == (sample(), {})


def test_a_name_of_two_commits_is_refused(top: Path) -> None:
    git(top, "tag", "v1")
    git(top, "commit", "--quiet", "--allow-empty", "--message", "More")
    git(top, "branch", "v1")
    with pytest.raises(CicaregError, match="v1 stands for several commits: refs/tags/v1, refs/heads/v1") as refused:
        commit_of(Repository(top), "v1")
    assert refused.value.hint == "write one of these"
    assert commit_of(Repository(top), "refs/heads/v1") == head(top)


def test_a_replaced_content_is_not_shown(top: Path) -> None:
    fake = git(top, "hash-object", "-w", "--stdin", given="tenures: []\n").strip()
    git(top, "replace", git(top, "rev-parse", f"HEAD:{ICE}").strip(), fake)
    assert read(top) == (sample(), {})


def test_what_is_no_file_is_unfit(top: Path) -> None:
    (top / "registry/areas/link.yaml").symlink_to("/etc/passwd")
    write(top / "module")
    os.rename(repository(top / "module"), top / "registry/areas/module.yaml")  # noqa: PTH104  # as short as can be
    git(top / "registry/areas/module.yaml", "commit", "--quiet", "--allow-empty", "--message", "Module")
    (top / os.fsdecode(b"registry/areas/\xff.yaml")).write_bytes(b"x: y\n")
    (top / "registry/areas/large.yaml").write_bytes(b"#" * 2**21)
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "Odd")
    found, unfit = read(top)
    assert found == sample()
    assert {os.fsencode(path): said.partition(":")[0] for path, said in unfit.items()} == {
        b"registry/areas/link.yaml": "a symbolic link in the register",
        b"registry/areas/module.yaml": "not a regular file",
        b"registry/areas/\xff.yaml": "the file name holds characters that cannot be printed",
        b"registry/areas/large.yaml": "the file has 2,097,152 bytes; a record has at most 1,048,576",
    }


def test_what_is_large_reads_as_empty_where_it_is_asked_for(top: Path) -> None:
    (top / "registry/areas/large.yaml").write_bytes(b"#" * 2**21)
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "Large")
    here = Repository(top)
    revision = Revision(here, holding(here, held(here, [head(top)])[head(top)]).blobs)
    revision.fetch(["registry/areas/large.yaml", ICE])
    assert revision["registry/areas/large.yaml"] == b""
    assert revision[ICE] == sample()[ICE]
    assert revision["registry/states.yaml"] == sample()["registry/states.yaml"]


def test_before_there_was_a_register(tmp_path: Path) -> None:
    top = repository(tmp_path / "top")
    assert commit_of(Repository(top), "HEAD") is None
    git(top, "commit", "--quiet", "--allow-empty", "--message", "Empty")
    here = Repository(top)
    assert held(here, [head(top)]) == {head(top): None}
    assert holding(here, None) == NOTHING
    with pytest.raises(CicaregError, match=r"HEAD holds no register: there is no registry/registry\.yaml"):
        read(top)


def test_a_folder_of_that_name_is_not_yet_a_register(tmp_path: Path) -> None:
    top = repository(tmp_path / "top")
    (top / "registry").mkdir()
    (top / "registry/notes.yaml").write_text("a: b\n", encoding="utf-8")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "Other")
    here = Repository(top)
    assert holding(here, held(here, [head(top)])[head(top)]) == NOTHING
    (top / "registry/notes.yaml").unlink()
    (top / "registry").rmdir()
    (top / "registry").symlink_to("/etc")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "Link")
    assert held(here, [head(top)]) == {head(top): None}


def test_a_shallow_clone_says_what_it_cannot_know(top: Path, tmp_path: Path) -> None:
    git(top, "commit", "--quiet", "--allow-empty", "--message", "More")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{top}", "shallow")
    here = Repository(tmp_path / "shallow")
    assert commit_of(here, "HEAD") == head(top)
    with pytest.raises(CicaregError, match="this clone lacks the older history, and with it HEAD~1: ") as refused:
        commit_of(here, "HEAD~1")
    assert (
        refused.value.hint
        == "git fetch --unshallow (in a workflow of GitHub: fetch-depth: 0; in a job of GitLab: GIT_DEPTH: 0)"
    )
    assert refused.value.code == Exit.UNREADABLE


def test_a_partial_clone_asks_no_other_machine(top: Path, tmp_path: Path) -> None:
    git(top, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{top}", "partial")
    assert ran(tmp_path / "partial", "git", "cat-file", "-e", "HEAD").returncode == 0
    with pytest.raises(CicaregError):
        read(tmp_path / "partial")


def test_outside_git(tmp_path: Path) -> None:
    with pytest.raises(CicaregError, match="is not in a git repository"):
        commit_of(Repository(tmp_path), "HEAD")


def test_only_inside_a_hook_is_a_quarantine_seen(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = head(top)
    quarantine = {
        "GIT_OBJECT_DIRECTORY": str(tmp_path / "quarantine"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(top / ".git/objects"),
    }
    (tmp_path / "quarantine").mkdir()
    tree = git(top, "rev-parse", "HEAD^{tree}").strip()
    new = git(top, "commit-tree", tree, "-p", known, "-m", "New", **quarantine).strip()
    for name, value in quarantine.items():
        monkeypatch.setenv(name, value)
    assert commit_of(Repository(top, inside=True), new) == new
    with pytest.raises(CicaregError, match="no commit is called"):
        commit_of(Repository(top), new)
