"""Where the clone, git or a hook stands against an act, it is refused in words, and nothing has changed."""

import os
import shutil
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage.recording import Plan, base_of, record, refuse_unclean
from cicareg.storage.recording.checking import Changed
from tests.gitting import git, ran, repository, with_register
from tests.storage.recording.acts import FILES, FISH, MESSAGE, NEW, changed_by, hook, recorded, refused, state


def base_refused(root: Path) -> str:
    with pytest.raises(CicaregError) as caught:
        base_of(root)
    assert caught.value.code == Exit.REFUSED
    return f"{caught.value.message}\n{caught.value.hint}"


def two_branches(root: Path) -> None:
    """Let two branches differ in one line."""
    git(root, "switch", "--quiet", "--create", "other")
    (root / "shared.txt").write_text("theirs\n", encoding="utf-8")
    git(root, "add", "shared.txt")
    git(root, "commit", "--quiet", "--message", "Theirs")
    git(root, "switch", "--quiet", "main")
    (root / "shared.txt").write_text("ours\n", encoding="utf-8")
    git(root, "add", "shared.txt")
    git(root, "commit", "--quiet", "--message", "Ours")


UNDER_WAY = {
    "G06 merge": (("merge", "other"), "not finished it: joining two versions (git merge)"),
    "G07 clean merge": (
        ("merge", "--no-commit", "--strategy=ours", "other"),
        "not finished it: joining two versions (git merge)",
    ),
    "rebase": (("rebase", "other"), "not finished it: putting commits on top of others (git rebase)"),
    "older rebase": (("rebase", "--apply", "other"), "not finished it: putting commits on top of others (git rebase)"),
    "cherry-pick": (("cherry-pick", "other"), "not finished it: copying a commit (git cherry-pick)"),
    "revert": (("revert", "--no-commit", "HEAD"), "not finished it: taking a commit back (git revert)"),
    "bisection": (("bisect", "start"), "not finished it: searching the history (git bisect)"),
}


@pytest.mark.parametrize("case", UNDER_WAY)
def test_what_is_not_finished(root: Path, case: str) -> None:
    words, expected = UNDER_WAY[case]
    two_branches(root)
    ran(root, "git", *words)
    assert expected in refused(root)
    assert expected in base_refused(root)


def test_no_branch_is_checked_out(root: Path) -> None:
    git(root, "switch", "--quiet", "--detach")
    assert "this clone stands on a single commit, on no branch: what is recorded here would be lost" in refused(root)


def test_a_branch_without_a_commit(root: Path) -> None:
    git(root, "switch", "--quiet", "--orphan", "empty")
    assert "nothing is committed here yet" in base_refused(root)


def test_no_repository(tmp_path: Path) -> None:
    assert "is not in a git repository" in base_refused(tmp_path)


def test_G11_nobody_commits(root: Path) -> None:
    git(root, "config", "--unset", "user.email")
    assert "git does not know who you are: your name or your address is not set" in refused(root)


def test_G25_a_repository_of_somebody_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can give a folder to somebody else")
    for place in (root, root / ".git"):
        os.chown(place, 12345, 12345)
    monkeypatch.delenv("SUDO_UID", raising=False)
    assert "in a repository that belongs to somebody else: git does not read it" in base_refused(root)
    assert not (root / ".git/cicareg").exists()


def test_a_hook_that_refuses_is_heard(root: Path) -> None:
    hook(root, "pre-commit", "echo no, not today >&2; exit 1")
    assert "git, or a hook of yours, did not take the commit; nothing was recorded. It said:\nno, not today" in refused(
        root
    )


def test_a_hook_that_stands_in_the_working_tree_is_run(root: Path) -> None:
    git(root, "config", "core.hooksPath", ".githooks")
    hook(root, "pre-commit", "echo from the folder; exit 1", ".githooks")
    assert "from the folder" in refused(root)


def test_what_a_hook_says_is_passed_on(root: Path) -> None:
    hook(root, "pre-commit", "echo take care")
    assert recorded(root).said == "take care"


def test_G14_a_hook_that_adds_a_file(root: Path) -> None:
    hook(root, "pre-commit", "echo x >extra.txt; git add --sparse extra.txt")
    assert "a hook of git put another file into the commit: extra.txt" in refused(root)


def test_a_hook_that_takes_a_file_out(root: Path) -> None:
    hook(root, "pre-commit", f"git rm --quiet --cached {NEW}")
    assert f"a hook of git took a file out of the commit: {NEW}" in refused(root)


def test_a_hook_that_takes_a_record_away(root: Path) -> None:
    hook(root, "pre-commit", f"git rm --quiet --force --cached {FISH}")
    assert f"a hook of git made something else than a file of {FISH}" in refused(root)


def test_a_hook_that_commits_twice(root: Path) -> None:
    hook(root, "post-commit", "test -e done || { touch done; git commit --quiet --allow-empty -m More; }")
    assert "a hook of git made a commit that does not follow on the last one" in refused(root)


def test_a_hook_that_changes_a_record_is_refused_unless_the_caller_agrees(root: Path) -> None:
    hook(root, "pre-commit", f"echo '# formatted' >>{FISH}; git add {FISH}")
    assert f"a hook of git changed what was to be recorded: {FISH}" in refused(root)
    seen: dict[str, bytes] = {}
    done = record(root, lambda _: Plan(FILES, MESSAGE), changed=seen.update)
    assert done is not None
    assert seen == {FISH: b"tenures: []\n# formatted\n"}
    assert (root / FISH).read_bytes() == seen[FISH]
    assert git(root, "status", "--porcelain") == ""


def test_what_a_hook_changed_can_be_refused(root: Path) -> None:
    hook(root, "pre-commit", f"echo '# formatted' >>{FISH}; git add {FISH}")
    before = state(root)

    def against(_: object) -> None:
        raise CicaregError("against the rules", code=Exit.REFUSED)

    with pytest.raises(CicaregError, match="against the rules"):
        record(root, lambda _: Plan(FILES, MESSAGE), changed=against)
    assert state(root) == before


def test_a_hook_that_drops_a_trailer(root: Path) -> None:
    hook(root, "commit-msg", 'grep -v Operation "$1" >"$1.new"; mv "$1.new" "$1"')
    assert "a hook of git changed the message: it lacks the line 'Operation: 7'" in refused(root)


def test_a_hook_may_add_to_the_message(root: Path) -> None:
    hook(root, "commit-msg", 'echo "Change-Id: 1" >>"$1"')
    recorded(root)
    assert git(root, "log", "-1", "--format=%(trailers:key=Change-Id,valueonly)") == "1\n\n"


def test_G16_a_hook_is_told_the_branch(root: Path) -> None:
    hook(root, "pre-commit", 'test "$CICAREG_BRANCH" = main')
    recorded(root)
    assert changed_by(root) == [FISH, NEW]


def test_G17_a_hook_that_fails_after_the_commit_does_not_undo_it(root: Path) -> None:
    hook(root, "post-commit", "echo too late; exit 1")
    assert "too late" in recorded(root).said
    assert git(root, "status", "--porcelain") == ""


def test_a_hook_that_keeps_the_branch_where_it_is(root: Path) -> None:
    hook(root, "reference-transaction", '! { test "$1" = prepared && grep -q refs/heads/main; }')
    assert "git does not put the commit on the branch" in refused(root)


def test_G19_a_key_that_is_missing(root: Path) -> None:
    for name, value in {"gpg.format": "ssh", "user.signingKey": "/nowhere", "commit.gpgSign": "true"}.items():
        git(root, "config", name, value)
    assert "did not take the commit" in refused(root)


def test_G33_a_date_that_is_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "some day")
    assert "invalid date format: some day" in refused(root)


def test_G21_a_lock_of_somebody_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cicareg.storage.recording.indexing._WAIT", 0.1)
    (root / ".git/index.lock").touch()
    said = refused(root)
    assert (
        f"another git program is at work here, or was broken off: its lock is {root}/.git/index.lock (since 20" in said
    )
    assert "if no git is running, nothing needs that file: delete it" in said
    assert (root / ".git/index.lock").exists()


def test_G41_a_path_that_is_ignored(root: Path) -> None:
    (root / ".gitignore").write_text("*.txt\nice-*\n", encoding="utf-8")
    git(root, "add", ".gitignore")
    git(root, "commit", "--quiet", "--message", "Ignore")
    assert f"{NEW} is ignored by .gitignore:2: ice-*; nothing was recorded" in refused(root)


@pytest.mark.parametrize("how", ["changed", "staged", "deleted", "new", "linked"])
def test_a_planned_file_that_somebody_is_at(root: Path, how: str) -> None:
    path = root / (NEW if how == "new" else FISH)
    if how == "deleted":
        path.unlink()
    elif how == "linked":
        shutil.move(path, root / "elsewhere")
        path.symlink_to(root / "elsewhere")
    else:
        path.write_text("mine: yes\n", encoding="utf-8")
    if how == "staged":
        git(root, "add", FISH)
        git(root, "restore", "--source=HEAD", "--worktree", FISH)
    assert "is not as it was last committed; nothing was recorded" in refused(root)


def test_F02_nothing_is_written_through_a_folder_that_is_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (root / "registry/events").symlink_to(tmp_path / "outside")
    assert "registry/events is a link, or no folder: nothing is written through it" in refused(
        root, {"registry/events/a.yaml": b"a: 1\n"}
    )
    assert list((tmp_path / "outside").iterdir()) == []


def test_what_is_done_meanwhile_to_a_planned_file_is_not_lost(root: Path) -> None:
    hook(root, "pre-commit", f"echo mine >'{root}/{FISH}'")
    with pytest.raises(CicaregError, match="is not as it was last committed"):
        recorded(root)
    assert (root / FISH).read_text(encoding="utf-8") == "mine\n"
    assert git(root, "log", "-1", "--format=%s") == "All\n"


def filters(root: Path, attributes: str, **programs: str) -> None:
    """Let git store, or give out, each record through a program."""
    (root / ".gitattributes").write_text(f"registry/** {attributes}\n", encoding="utf-8")
    for name, program in programs.items():
        git(root, "config", f"filter.odd.{name}", program)
    git(root, "add", ".gitattributes")
    git(root, "commit", "--quiet", "--message", "Filters")


@pytest.mark.parametrize("judge", [None, lambda _: None])
def test_a_filter_that_makes_something_else_each_time(root: Path, judge: Changed | None) -> None:
    filters(root, "filter=odd", clean="sed '1i# stored'")
    before = state(root)
    with pytest.raises(CicaregError, match=f"a filter of git makes something else of {FISH} each time;") as caught:
        record(root, lambda _: Plan(FILES, MESSAGE), changed=judge)
    assert "registry/** -filter" in caught.value.hint
    assert state(root) == before
    filters(root, "-filter")
    assert recorded(root).commit


def test_a_filter_that_gives_the_files_out_otherwise(root: Path) -> None:
    filters(root, "filter=odd", smudge="sed '1i# given out'", clean="sed '/^# given out$/d'")
    (root / FISH).unlink()
    git(root, "checkout", "--", FISH)
    with pytest.raises(CicaregError) as caught:
        refuse_unclean(root, base_of(root))
    assert f"{FISH} (written otherwise by a filter of git)" in caught.value.message
    assert "registry/** -filter, commit it, move registry aside, then: git checkout -- registry" in caught.value.hint
    filters(root, "-filter")
    shutil.move(root / "registry", root / "aside")
    git(root, "checkout", "--", "registry")
    refuse_unclean(root, base_of(root))


def test_a_filter_that_only_tidies_is_a_change_that_the_caller_judges(root: Path) -> None:
    filters(root, "filter=odd", clean="sed 's/ *$//'")
    files = {FISH: b"tenures: []   \n"}
    assert f"a hook of git changed what was to be recorded: {FISH}" in refused(root, files)
    assert record(root, lambda _: Plan(files, MESSAGE), changed=lambda _: None)
    assert (root / FISH).read_bytes() == b"tenures: []\n"
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "diff", "--cached", "--name-only") == ""


def test_another_branch_that_is_checked_out_meanwhile_is_not_written(root: Path) -> None:
    seen = []

    def make(base: object) -> Plan | None:
        seen.append(base)
        return Plan(FILES, MESSAGE) if len(seen) == 1 else None

    hook(root, "pre-commit", f"env -u GIT_DIR -u GIT_INDEX_FILE git -C '{root}' switch --quiet --create other")
    assert record(root, make) is None
    assert [base.branch for base in seen] == ["refs/heads/main", "refs/heads/other"]  # type: ignore[attr-defined]
    assert git(root, "log", "-1", "--format=%s", "main") == "All\n"
    assert git(root, "status", "--porcelain") == ""


def test_a_race_that_is_lost_too_often(root: Path) -> None:
    faster = "git -c core.hooksPath=/dev/null commit --quiet --allow-empty -m Faster"
    hook(root, "pre-commit", f"unset GIT_DIR GIT_INDEX_FILE; cd '{root}'; {faster}")
    with pytest.raises(CicaregError, match="the branch was moved 3 times by others") as caught:
        record(root, lambda _: Plan(FILES, MESSAGE), tries=3)
    assert caught.value.code == Exit.REFUSED
    assert git(root, "rev-list", "--count", "HEAD") == "4\n"
    assert git(root, "status", "--porcelain") == ""


def test_a_bare_repository(tmp_path: Path) -> None:
    with_register(tmp_path / "a")
    git(repository(tmp_path / "b"), "clone", "--quiet", "--bare", str(tmp_path / "a"), "bare.git")
    assert "work tree" in base_refused(tmp_path / "b/bare.git")
