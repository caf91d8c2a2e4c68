"""git is run in a clean environment; nothing that a hostile repository names is run; errors are said in our words."""

import os
from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage import git
from tests.gitting import IDENTITY, PERSON, ran, repository, with_register
from tests.gitting import git as run_git


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    for name in IDENTITY:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return with_register(tmp_path / "top")


def paths(folder: Path, index: str | None = None) -> set[str]:
    return {entry.path for entry in git.staged(folder, "registry", index)}


def test_every_name_is_dropped_that_points_git_elsewhere() -> None:
    assert set(run_git(Path.cwd(), "rev-parse", "--local-env-vars").split()) <= git.LOCAL


def test_another_repository_in_the_environment_is_not_read(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository(tmp_path / "other")
    before = paths(top)
    for name, value in {
        "GIT_DIR": f"{other}/.git", "GIT_WORK_TREE": str(other), "GIT_COMMON_DIR": f"{other}/.git",
        "GIT_INDEX_FILE": f"{other}/.git/index", "GIT_OBJECT_DIRECTORY": f"{other}/.git/objects",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.worktree", "GIT_CONFIG_VALUE_0": str(other),
        "GIT_PREFIX": "elsewhere/",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    assert paths(top) == before != set()
    assert git.contents(top, [git.staged(top, "registry/areas/people.yaml", None)[0].blob])


def test_an_index_is_read_that_is_named(top: Path) -> None:
    run_git(top, "add", "registry/areas/ice.yaml", GIT_INDEX_FILE=".git/other")
    assert paths(top, ".git/other") == {"registry/areas/ice.yaml"}


def test_a_path_is_no_pattern(top: Path) -> None:
    assert git.staged(top, "registry/area*", None) == []


def test_what_another_object_replaces_is_read_as_it_is(top: Path) -> None:
    blob = git.staged(top, "registry/areas/people.yaml", None)[0].blob
    forged = run_git(top, "hash-object", "-w", "--stdin", given="forged\n").strip()
    run_git(top, "replace", blob, forged)
    assert run_git(top, "cat-file", "blob", blob) == "forged\n"
    assert git.contents(top, [blob]) == {blob: b"dimension: people\n"}


def hostile(top: Path, canaries: Path) -> None:
    """Let the configuration of a repository run something wherever git allows it."""
    canaries.mkdir()
    hooks = top / ".git" / "evil"
    hooks.mkdir()

    def canary(name: str) -> str:
        script = hooks / name
        script.write_text(f"#!/bin/sh\necho >>'{canaries}/{name}'\n", encoding="utf-8")
        script.chmod(0o755)
        return str(script)

    for name in ("post-index-change", "fsmonitor-watchman", "pre-commit", "reference-transaction", "post-checkout"):
        canary(name)
    options = {
        "core.hooksPath": str(hooks), "core.fsmonitor": canary("fsmonitor"), "core.pager": canary("pager"),
        "pager.ls-files": canary("pager-ls"), "pager.cat-file": canary("pager-cat"), "core.editor": canary("editor"),
        "core.sshCommand": canary("ssh"), "core.askPass": canary("askpass"), "core.gitProxy": canary("proxy"),
        "core.alternateRefsCommand": canary("alternates"), "credential.helper": "!" + canary("credential"),
        "diff.external": canary("external"), "diff.evil.textconv": canary("textconv"),
        "diff.evil.command": canary("command"), "filter.evil.clean": canary("clean"),
        "filter.evil.smudge": canary("smudge"), "filter.evil.process": canary("process"),
        "filter.evil.required": "true",
        "alias.ls-files": "!" + canary("alias-ls"), "alias.cat-file": "!" + canary("alias-cat"),
        "gpg.program": canary("gpg"), "uploadpack.packObjectsHook": canary("pack"),
        "gc.recentObjectsHook": canary("gc"),
        "protocol.allow": "always", "protocol.ext.allow": "always", "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{canary('remote')}", "remote.origin.uploadpack": canary("uploadpack"),
        "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin",
    }  # fmt: skip
    for key, value in options.items():
        run_git(top, "config", key, value)
    (top / ".gitattributes").write_text("* filter=evil diff=evil\n", encoding="utf-8")
    for path in (top / "registry").rglob("*.yaml"):
        os.utime(path, (1, 1))


def read_all(top: Path) -> None:
    entries = git.staged(top, "registry", None)
    blobs = [entry.blob for entry in entries]
    git.sizes(top, blobs)
    git.contents(top, blobs)
    git.differing(top, "registry", None, "HEAD^{tree}")


def test_nothing_is_run_that_a_hostile_repository_names(top: Path, tmp_path: Path) -> None:
    hostile(top, tmp_path / "canaries")
    read_all(top)
    assert list((tmp_path / "canaries").iterdir()) == []
    ran(top, "git", "status")  # the traps do work
    assert {path.name for path in (tmp_path / "canaries").iterdir()} >= {"fsmonitor", "process"}


def test_what_is_missing_is_not_fetched(top: Path, tmp_path: Path) -> None:
    blob = git.staged(top, "registry/areas/people.yaml", None)[0].blob
    hostile(top, tmp_path / "canaries")
    (top / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(CicaregError, match=r"git failed in .*|the repository does not have"):
        read_all(top)
    assert list((tmp_path / "canaries").iterdir()) == []
    ran(top, "git", "cat-file", "blob", blob)  # the trap does work
    assert (tmp_path / "canaries" / "remote").exists()


def test_lost_content_is_said(top: Path) -> None:
    blob = git.staged(top, "registry/areas/people.yaml", None)[0].blob
    (top / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for read in (git.sizes, git.contents):
        with pytest.raises(CicaregError, match=f"the repository does not have what one of its files holds: {blob}"):
            read(top, [blob])


def test_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(CicaregError) as caught:
        git.staged(tmp_path, "registry", None)
    assert (caught.value.message, caught.value.hint) == (f"{tmp_path} is not in a git repository", "")
    assert caught.value.code == 3


def test_a_damaged_index_is_said_in_one_line(top: Path) -> None:
    (top / ".git/index").write_bytes(b"DIRC junk")
    with pytest.raises(CicaregError) as caught:
        git.staged(top, "registry", None)
    assert caught.value.message.startswith(f"git failed in {top}: ")
    assert "\n" not in caught.value.message


def test_a_repository_of_somebody_else_says_how_to_trust_it(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(CicaregError) as caught:
        git.staged(top, "registry", None)
    assert "belongs to somebody else" in caught.value.message
    assert "safe.directory" in caught.value.hint


def test_without_git(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CicaregError, match="the program git was not found: it is not installed, or not on the PATH"):
        git.staged(top, "registry", None)


def test_an_identity_is_one_that_somebody_has_set(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL", "")
    assert not git.has_identity(top)
    git.set_option(top, "user.name", "Nobody")
    git.set_option(top, "user.email", "nobody@example.org")
    assert git.has_identity(top)


def test_a_repository_is_made_and_committed_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    git.make_repository(tmp_path)
    git.stage_all(tmp_path)
    git.commit(tmp_path, "First")
    assert run_git(tmp_path, "log", "--format=%s|%an|%D", "--name-only") == "First|Nobody|HEAD -> main\n\na.yaml\n"


def test_a_person_s_way_of_naming_paths_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = with_register(tmp_path / "top")
    expected = git.staged(top, "registry", None)
    assert expected
    for name in ("GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS"):
        monkeypatch.setenv(name, "1")
        assert git.staged(top, "registry", None) == expected
        monkeypatch.delenv(name)


def test_whether_a_branch_holds_a_commit_is_answered_or_refused(top: Path) -> None:
    commit = run_git(top, "rev-parse", "HEAD").strip()
    later = run_git(top, "commit-tree", "-p", commit, "-m", "Later", "HEAD^{tree}").strip()
    assert git.holds(top, "refs/heads/main", commit)
    assert not git.holds(top, "refs/heads/main", later)
    with pytest.raises(CicaregError, match="Not a valid object name refs/heads/gone"):
        git.holds(top, "refs/heads/gone", commit)
    with pytest.raises(CicaregError, match="Not a valid commit name"):
        git.holds(top, "refs/heads/main", "1" * 40)


def test_whether_a_commit_is_held_at_all(top: Path) -> None:
    commit = run_git(top, "rev-parse", "HEAD").strip()
    later = run_git(top, "commit-tree", "-p", commit, "-m", "Later", "HEAD^{tree}").strip()
    run_git(top, "update-ref", "refs/remotes/origin/main", later)
    assert git.is_held(top, commit)
    assert (git.is_held(top, later), git.is_held(top, "1" * 40)) == (False, False)
    run_git(top, "checkout", "--quiet", "--detach", later)
    assert git.is_held(top, later)
    run_git(top, "checkout", "--quiet", "--orphan", "unborn")
    assert (git.is_held(top, commit), git.is_held(top, later)) == (True, False)
    (top / ".git/refs/heads/broken").write_text(f"{'1' * 40}\n", encoding="utf-8")
    with pytest.raises(CicaregError, match="git failed"):
        git.is_held(top, later)


def test_a_commit_that_git_cannot_find_is_not_taken_for_none(top: Path) -> None:
    commit = run_git(top, "rev-parse", "HEAD").strip()
    other = run_git(top, "commit-tree", "-m", "Other", "HEAD^{tree}").strip()
    assert git.common(top, commit, other) is None
    with pytest.raises(CicaregError, match="Not a valid commit name"):
        git.common(top, commit, "1" * 40)
    assert (git.commit_of(top, "refs/heads/main"), git.commit_of(top, "refs/heads/gone")) == (commit, None)
    for holds in ("1" * 40, "no id"):
        (top / ".git/refs/heads/broken").write_text(f"{holds}\n", encoding="utf-8")
        with pytest.raises(CicaregError, match="the repository has lost the commit that it calls refs/heads/broken"):
            git.commit_of(top, "refs/heads/broken")


def test_files_go_to_the_commit_itself_and_not_to_what_replaces_it(top: Path) -> None:
    old = run_git(top, "rev-parse", "HEAD").strip()
    made = []
    for text in ("true", "forged"):
        (top / "new.txt").write_text(f"{text}\n", encoding="utf-8")
        run_git(top, "add", "new.txt")
        made.append(run_git(top, "commit-tree", "-p", old, "-m", text, run_git(top, "write-tree").strip()).strip())
    run_git(top, "rm", "--quiet", "--force", "new.txt")
    run_git(top, "replace", *made)
    assert run_git(top, "show", f"{made[0]}:new.txt") == "forged\n"
    assert git.read_step(top, top / ".git/index", old, made[0], dry=False).well
    assert (top / "new.txt").read_text(encoding="utf-8") == "true\n"


def test_a_replaced_content_is_put_in_place_as_it_is(top: Path) -> None:
    path = "registry/areas/people.yaml"
    blob = git.staged(top, path, None)[0].blob
    run_git(top, "replace", blob, run_git(top, "hash-object", "-w", "--stdin", given="forged\n").strip())
    (top / path).write_text("changed\n", encoding="utf-8")
    assert git.put_staged(top, top / ".git/index", [path]).well
    assert (top / path).read_bytes() == b"dimension: people\n"
