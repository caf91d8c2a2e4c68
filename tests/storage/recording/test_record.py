"""An act becomes one commit of exactly its files, in every kind of clone; what else is there stays as it is."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from cicareg.storage.recording import Base, Plan, Recorded, base_of, record
from tests.gitting import git, repository, with_register
from tests.storage.recording.acts import (
    FILES,
    FISH,
    MESSAGE,
    NEW,
    changed_by,
    hook,
    nothing,
    recorded,
    with_identity,
)


def holds_the_act(root: Path) -> bool:
    """Tell whether files, index and commit all have the act, and nothing is left over."""
    status = git(root, "status", "--porcelain", "--untracked-files=all", "--", "registry")
    raw = {path: (root / path).read_bytes() for path in FILES}
    shown = {path: git(root, "show", f"HEAD:./{path}").encode() for path in FILES}
    listed = git(root, "worktree", "list", "--porcelain").count("cicareg-recording")
    return status == "" and raw == shown == FILES and listed == 0


def test_an_act_is_one_commit_of_its_files(root: Path) -> None:
    base = base_of(root)
    done = recorded(root)
    assert done == Recorded(git(root, "rev-parse", "refs/heads/main").strip(), base.commit, "")
    assert base == Base("refs/heads/main", git(root, "rev-parse", "HEAD^").strip())
    assert changed_by(root) == [FISH, NEW]
    assert holds_the_act(root)
    assert git(root, "log", "-1", "--format=%B") == f"{MESSAGE}\n"
    assert git(root, "reflog", "-1", "--format=%gs") == "cicareg: Appoint\n"
    assert [path.name for path in (root / ".git/cicareg").iterdir()] == ["lock"]


def test_the_files_are_known_to_the_index_without_being_compared_again(root: Path) -> None:
    recorded(root)
    assert git(root, "diff-files") == ""


def test_nothing_is_recorded_where_nothing_is_planned(root: Path) -> None:
    assert record(root, nothing) is None
    before = git(root, "rev-parse", "HEAD").strip()
    assert recorded(root, {FISH: (root / FISH).read_bytes()}) == Recorded(None, before, "")
    assert git(root, "rev-parse", "HEAD").strip() == before


def test_a_file_that_is_as_planned_is_not_part_of_the_commit(root: Path) -> None:
    same = "registry/registry.yaml"
    recorded(root, {**FILES, same: (root / same).read_bytes()})
    assert changed_by(root) == [FISH, NEW]


def test_G01_other_work_is_left_as_it_is(root: Path) -> None:
    for name in ("staged.txt", "touched.txt", "new.txt"):
        (root / name).write_text("mine\n", encoding="utf-8")
    git(root, "add", "touched.txt")
    git(root, "commit", "--quiet", "--message", "Other")
    git(root, "add", "staged.txt")
    (root / "touched.txt").write_text("mine again\n", encoding="utf-8")
    recorded(root)
    assert changed_by(root) == [FISH, NEW]
    assert git(root, "status", "--porcelain") == "A  staged.txt\n M touched.txt\n?? new.txt\n"


def test_a_file_keeps_its_mode(root: Path) -> None:
    (root / FISH).chmod(0o755)
    git(root, "commit", "--quiet", "--all", "--message", "Mode")
    recorded(root)
    assert stat.S_IMODE((root / FISH).stat().st_mode) == 0o755
    assert git(root, "ls-tree", "HEAD", FISH).split()[0] == "100755"
    assert git(root, "status", "--porcelain") == ""


def test_folders_are_made(root: Path) -> None:
    recorded(root, {"registry/events/2024/a.yaml": b"a: 1\n"})
    assert (root / "registry/events/2024/a.yaml").read_bytes() == b"a: 1\n"
    assert git(root, "status", "--porcelain") == ""


def test_many_files_are_one_commit(root: Path) -> None:
    recorded(root, {f"registry/areas/{'long-' * 10}{number:05}.yaml": b"a: 1\n" for number in range(3000)})
    assert len(changed_by(root)) == 3000
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "path",
    ["registry/areas/*.yaml", "registry/areas/:(exclude)x.yaml", "registry/!a [b]?#.yaml", "registry/a\\b.yaml"],
)
def test_G37_a_path_is_no_pattern(root: Path, path: str) -> None:
    recorded(root, {path: b"a: 1\n"})
    assert git(root, "diff-tree", "-r", "-z", "--name-only", "--no-commit-id", "HEAD") == f"{path}\0"
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "path", ["../x.yaml", "/etc/x", "registry/../x", "registry//x", ".git/config", "a/.GIT/b", "a\nb"]
)
def test_F09_a_path_that_leads_elsewhere_is_a_bug(root: Path, path: str) -> None:
    with pytest.raises(ValueError, match="no path of a record"):
        recorded(root, {path: b"a: 1\n"})


def test_a_path_of_letters_and_spaces(tmp_path: Path) -> None:
    root = with_identity(with_register(tmp_path / "Реестр қ é 1"))
    files = {"registry/areas/рыба и лёд.yaml": b"a: 1\n"}
    recorded(root, files)
    assert git(root, "status", "--porcelain") == ""
    assert (root / "registry/areas/рыба и лёд.yaml").read_bytes() == b"a: 1\n"


def test_a_register_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    with_register(tmp_path / "top" / "in ner")  # a repository that is not asked
    shutil.rmtree(tmp_path / "top/in ner/.git")
    top = with_identity(repository(tmp_path / "top"))
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "All")
    recorded(top / "in ner")
    assert git(top, "show", "--format=", "--name-only") == f"in ner/{FISH}\nin ner/{NEW}\n"
    assert git(top, "status", "--porcelain") == ""


def test_G39_a_linked_working_tree(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "linked"))
    recorded(tmp_path / "linked")
    assert holds_the_act(tmp_path / "linked")
    assert changed_by(root, "main") == []
    assert changed_by(root, "other") == [FISH, NEW]
    assert (root / ".git/cicareg/lock").exists()


def test_G39_a_submodule(root: Path, tmp_path: Path) -> None:
    outer = with_identity(repository(tmp_path / "outer"))
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(root), "sub")
    inner = with_identity(outer / "sub")
    recorded(inner)
    assert holds_the_act(inner)


def test_a_repository_of_longer_ids(tmp_path: Path) -> None:
    root = tmp_path / "long"
    root.mkdir()
    git(root, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    with_identity(with_register(root))
    done = recorded(root)
    assert len(done.commit or "") == 64
    assert holds_the_act(root)


def test_G31_another_repository_in_the_environment_is_not_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = with_identity(with_register(tmp_path / "other"))
    before = git(other, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", f"{other}/.git")
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", f"{other}/.git/index")
    recorded(root)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name)
    assert git(other, "rev-parse", "HEAD") == before
    assert holds_the_act(root)


def test_G45_what_another_object_replaces_is_recorded_as_it_is(root: Path) -> None:
    blob = git(root, "rev-parse", f"HEAD:{FISH}").strip()
    fake = git(root, "hash-object", "-w", "--stdin", given=FILES[FISH].decode()).strip()
    git(root, "replace", blob, fake)
    recorded(root)
    assert changed_by(root) == [FISH, NEW]


def test_G43_a_clone_that_turns_line_ends_records_what_is_planned(root: Path) -> None:
    git(root, "config", "core.autocrlf", "true")
    done = recorded(root)
    assert "warning" in done.said.lower() or done.said == ""
    assert git(root, "cat-file", "blob", f"HEAD:{FISH}") == FILES[FISH].decode()
    assert (root / FISH).read_bytes() == FILES[FISH]


def test_G47_a_branch_that_is_named_like_a_file(root: Path) -> None:
    git(root, "switch", "--quiet", "--create", "registry")
    git(root, "tag", "registry", "HEAD")
    recorded(root)
    assert changed_by(root, "refs/heads/registry") == [FISH, NEW]


def test_G33_a_day_that_is_not_today_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "1999-01-01T00:00:00Z")
    said = recorded(root).said
    assert said == "the commit bears another day than today: GIT_AUTHOR_DATE or GIT_COMMITTER_DATE is set"


def test_a_template_and_a_setting_for_messages_do_not_interfere(root: Path) -> None:
    (root / ".git/template").write_text("Ticket:\n", encoding="utf-8")
    git(root, "config", "commit.template", ".git/template")
    git(root, "config", "commit.cleanup", "strip")
    git(root, "config", "commit.verbose", "true")
    git(root, "config", "i18n.commitEncoding", "KOI8-R")
    recorded(root, message="Назначить\n\n# строка\n\nOperation: 7\n")
    assert git(root, "log", "-1", "--encoding=UTF-8", "--format=%B") == "Назначить\n\n# строка\n\nOperation: 7\n\n"
    assert "encoding" not in git(root, "cat-file", "commit", "HEAD")


def test_a_commit_by_somebody_else_is_planned_on_anew(root: Path) -> None:
    seen: list[str] = []

    def make(base: Base) -> Plan:
        seen.append(base.commit)
        if len(seen) == 1:
            git(root, "commit", "--quiet", "--allow-empty", "--message", "Faster")
        return Plan(FILES, MESSAGE)

    done = record(root, make)
    assert done is not None
    assert len(seen) == 2
    assert git(root, "log", "-3", "--format=%s") == "Appoint\nFaster\nAll\n"
    assert holds_the_act(root)


def test_G20_a_clone_that_signs_gets_a_signed_commit(root: Path, tmp_path: Path) -> None:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("there is no ssh-keygen")
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    for name, value in {"gpg.format": "ssh", "user.signingKey": str(key), "commit.gpgSign": "true"}.items():
        git(root, "config", name, value)
    recorded(root)
    assert "BEGIN SSH SIGNATURE" in git(root, "cat-file", "commit", "HEAD")


def test_a_file_that_git_was_told_to_pass_over_is_recorded_and_known(root: Path) -> None:
    for option in ("--assume-unchanged", "--skip-worktree"):
        git(root, "update-index", option, FISH)
    recorded(root)
    assert git(root, "ls-files", "-v", FISH) == f"H {FISH}\n"
    assert git(root, "status", "--porcelain") == ""


def test_hooks_see_no_file_deleted_and_the_register_of_the_commit(root: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    hook(root, "pre-commit", f'git status --porcelain >"{seen}"; git ls-files | wc -l >>"{seen}"; pwd >>"{seen}"')
    count = len(git(root, "ls-files").splitlines())
    recorded(root)
    lines = seen.read_text(encoding="utf-8").split("\n")
    assert lines[:2] == [f"M  {FISH}", f"A  {NEW}"]
    assert int(lines[2]) == count + 1
    assert lines[3].endswith("/cicareg-recording")
