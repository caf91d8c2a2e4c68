"""`list --at`: the lists as a commit, or the last of a day, had them."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.gitting import PERSON, git, ran, repository
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]
ICE = "registry/coordinators/ice.yaml"
BOTH = """tenures:
  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
  - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}
"""
ONE = "\n".join(BOTH.splitlines()[:2]) + "\n"
WRONG = BOTH.replace("XBB", "XQQ")


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)


def commit(top: Path, day: str) -> str:
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", day, GIT_COMMITTER_DATE=f"{day}T12:00:00Z")
    return git(top, "rev-parse", "HEAD").strip()


def past(root: Path, top: Path) -> list[str]:
    """Record in three commits one coordinator, a co-coordinator, and something wrong."""
    write(root)
    ids = []
    for text, day in ((ONE, "2023-07-01"), (BOTH, "2023-07-05"), (WRONG, "2023-07-09")):
        (root / ICE).write_text(text, encoding="utf-8")
        ids.append(commit(top, day))
    (root / ICE).write_text("tenures: []\n", encoding="utf-8")  # nobody has committed this
    return ids


def holders(text: str) -> list[str]:
    return [
        holder["state"] for post in json.loads(text)["posts"] if post["area"] == "ice" for holder in post["holders"]
    ]


@pytest.mark.parametrize(
    "told, states",
    [
        ("2023-07-01", ["XAA"]),
        ("2023-07-04", ["XAA"]),
        ("2023-07-05", ["XAA", "XBB"]),
        ("HEAD~1", ["XAA", "XBB"]),
        ("HEAD~2", ["XAA"]),
    ],
)
def test_posts(told: str, states: list[str], cicareg: Cicareg, tmp_path: Path) -> None:
    past(tmp_path, repository(tmp_path))
    assert holders(cicareg("-C", tmp_path, "list", "--at", told, "--format", "json").out) == states


def test_it_says_of_which_commit_it_is(cicareg: Cicareg, tmp_path: Path) -> None:
    ids = past(tmp_path, repository(tmp_path))
    for words, key, basis in (
        ((), "posts", "decided"),
        (("--on", "2024-06-01"), "posts", "on 2024-06-01"),
        (("--decided", "com-2023-06-01"), "posts", "decided com-2023-06-01"),
        (("--pending",), "posts", "pending"),
        (("--by", "state"), "states", "decided"),
    ):
        listed = cicareg("-C", tmp_path, "list", *words, "--at", "2023-07-05", "--format", "json")
        assert listed.err.splitlines()[0] == f"cicareg: as recorded in {ids[1][:10]} of 2023-07-05"
        told = json.loads(listed.out)
        assert list(told) == ["version", "basis", "at", key]
        assert (told["basis"], told["at"]) == (basis, {"commit": ids[1], "day": "2023-07-05"})


def test_without_it_nothing_is_said_of_a_commit(cicareg: Cicareg) -> None:
    for words in ((), ("documents",), ("meetings",)):
        listed = cicareg("-C", SAMPLE, "list", *words, "--format", "json")
        assert "at" not in json.loads(listed.out)
        assert listed.err == ""


def test_documents_and_meetings(cicareg: Cicareg, tmp_path: Path) -> None:
    ids = past(tmp_path, repository(tmp_path))
    (tmp_path / "registry/documents/ice-paper.yaml").unlink()
    assert "ice-paper" not in cicareg("-C", tmp_path, "list", "documents").out
    for what, number in (("documents", 2), ("meetings", 2)):
        told = json.loads(cicareg("-C", tmp_path, "list", what, "--at", "HEAD~2", "--format", "json").out)
        assert (told["at"], len(told[what])) == ({"commit": ids[0], "day": "2023-07-01"}, number)


def test_a_workbook_bears_it_in_its_title(cicareg: Cicareg, tmp_path: Path) -> None:
    ids = past(tmp_path, repository(tmp_path))
    made = tmp_path.parent / f"{tmp_path.name}.xlsx"
    listed = cicareg("-C", tmp_path, "list", "--at", "2023-07-05", "--format", "xlsx", "-o", made)
    assert (listed.code, listed.err) == (0, f"cicareg: as recorded in {ids[1][:10]} of 2023-07-05\n")
    core = zipfile.ZipFile(io.BytesIO(made.read_bytes())).read("docProps/core.xml").decode()
    assert f"decided, as recorded in {ids[1][:10]} of 2023-07-05</dc:title>" in core
    assert f"<dc:subject>decided, as recorded in {ids[1][:10]} of 2023-07-05</dc:subject>" in core


def test_errors_of_that_moment_are_warned_of(cicareg: Cicareg, tmp_path: Path) -> None:
    ids = past(tmp_path, repository(tmp_path))
    assert cicareg("-C", tmp_path, "list", "--at", "main").err.splitlines() == [
        f"cicareg: as recorded in {ids[2][:10]} of 2023-07-09",
        "cicareg: the register has 1 error; what follows may lack something "
        f"(see: cicareg validate --at {ids[2][:10]})",
    ]
    assert cicareg("-C", tmp_path, "validate", "--at", ids[2][:10]).code == 1
    assert cicareg("-C", tmp_path, "validate", "--at", "2023-07-05").code == 0


def test_a_register_in_a_folder_of_the_repository(cicareg: Cicareg, tmp_path: Path) -> None:
    past(tmp_path / "our offices", repository(tmp_path))
    listed = cicareg("-C", tmp_path / "our offices", "list", "--at", "2023-07-05", "--format", "json")
    assert holders(listed.out) == ["XAA", "XBB"]


def test_a_linked_working_tree(cicareg: Cicareg, tmp_path: Path) -> None:
    past(tmp_path / "top", repository(tmp_path / "top"))
    git(tmp_path / "top", "worktree", "add", "--quiet", "--detach", tmp_path.joinpath("other").as_posix(), "HEAD")
    listed = cicareg("-C", tmp_path / "other", "list", "--at", "2023-07-05", "--format", "json")
    assert holders(listed.out) == ["XAA", "XBB"]


@pytest.mark.parametrize(
    "told, said, hint",
    [
        ("none", "no commit is called none", "the name of a branch or a tag"),
        (
            "2023-06-30",
            "no commit is of 2023-06-30 or before: the first is",
            "take that day or a later one: 2023-07",
        ),
        ("2023-13-01", "there is no such day as 2023-13-01", "a branch or tag of this name: heads/2023-13-01"),
        ("", "--decided, --on and --at need a value", "an empty one says neither"),
    ],
)
def test_what_stands_for_no_commit(told: str, said: str, hint: str, cicareg: Cicareg, tmp_path: Path) -> None:
    past(tmp_path, repository(tmp_path))
    listed = cicareg("-C", tmp_path, "list", "--at", told)
    first, second = listed.err.splitlines()
    assert (listed.code, listed.out, first.startswith(f"cicareg: {said}"), hint in second) == (2, "", True, True)


def test_outside_git_and_before_the_first_commit(cicareg: Cicareg, tmp_path: Path) -> None:
    write(tmp_path)
    listed = cicareg("-C", tmp_path, "list", "--at", "HEAD")
    assert (listed.code, "is not in a git repository: nothing tells what was on record when" in listed.err) == (3, True)
    repository(tmp_path)
    listed = cicareg("-C", tmp_path, "list", "--at", "HEAD")
    assert (listed.code, listed.err) == (
        3,
        "cicareg: the branch has no commit yet\n  commit the register first: git add, git commit\n",
    )


def test_a_commit_without_the_register(cicareg: Cicareg, tmp_path: Path) -> None:
    git(repository(tmp_path), "commit", "--quiet", "--allow-empty", "--message", "Nothing")
    past(tmp_path, tmp_path)
    listed = cicareg("-C", tmp_path, "list", "--at", "HEAD~3")
    assert (listed.code, listed.err) == (
        3,
        "cicareg: HEAD~3 holds no register: there is no registry/registry.yaml\n",
    )


def test_a_lost_content_is_named(cicareg: Cicareg, tmp_path: Path) -> None:
    past(tmp_path, repository(tmp_path))
    blob = git(tmp_path, "rev-parse", f"HEAD:{ICE}").strip()
    (tmp_path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    listed = cicareg("-C", tmp_path, "list", "--at", "HEAD")
    assert (listed.code, f"the repository does not have what one of its files holds: {blob}" in listed.err) == (3, True)


def test_the_contents_are_one_question(cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What git is asked, and how often, does not depend on how many files there are."""
    past(tmp_path / "top", repository(tmp_path / "top"))
    shim = tmp_path / "bin/git"
    shim.parent.mkdir()
    real = ran(tmp_path, "sh", "-c", "command -v git").stdout.strip()
    shim.write_text(f'#!/bin/sh\necho "$@" >>"{tmp_path}/asked"\nexec {real} "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
    assert cicareg("-C", tmp_path / "top", "list", "--at", "2023-07-05").code == 0
    lines = (tmp_path / "asked").read_text("utf-8").splitlines()
    asked = [line.partition("--literal-pathspecs ")[2].split()[:2] for line in lines]
    assert asked == [
        ["cat-file", "--batch-check=%(objectname)"],
        ["rev-list", "--first-parent"],
        ["cat-file", "--batch-check=%(objectname)"],
        ["ls-tree", "-r"],
        ["cat-file", "--batch=%(objectname)"],
    ]
