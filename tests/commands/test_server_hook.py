"""`server-hook` in real bare repositories: what lands, what is refused, and what the person is told."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.gitting import git, installed, ran, repository, with_register
from tests.support import write

Cicareg = Callable[..., Ran]
ICE = "registry/coordinators/ice.yaml"
FISH = "registry/coordinators/fish.yaml"
SHORT = "tenures:\n  - {state: XAA, role: coordinator, term: 2026-2026, listed: com-2023-06-01}\n"
PEOPLE = "registry/coordinators/people.yaml"
MORE = "  - {state: XDD, role: co-coordinator, term: 2026-2027, decision: com-2023-06-01/1}\n"
ZERO = "0" * 40


class Place:
    """A clone and the server that it pushes to."""

    def __init__(self, folder: Path, options: str = "") -> None:
        self.path = installed(folder / "bin")
        self.server = folder / "server.git"
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.server))
        self.hook = self.server / "hooks/pre-receive"
        self.hook.parent.mkdir(exist_ok=True)
        self.options(options)
        self.clone = folder / "clone"

    def options(self, options: str) -> None:
        self.hook.write_text(f"#!/bin/sh\nexec cicareg server-hook {options}\n", encoding="utf-8")
        self.hook.chmod(0o755)

    def commit(self, message: str, files: dict[str, str | None]) -> str:
        for name, text in files.items():
            path = self.clone / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        git(self.clone, "add", "--all")
        git(self.clone, "commit", "--quiet", "--message", message)
        return self.head()

    def head(self) -> str:
        return git(self.clone, "rev-parse", "HEAD").strip()

    def append(self, path: str, text: str) -> dict[str, str | None]:
        return {path: (self.clone / path).read_text(encoding="utf-8") + text}

    def push(self, *words: str) -> list[str]:
        """Push; give what the server says without its trailing blanks, an empty list where all is taken."""
        done = ran(self.clone, "git", "push", "--quiet", str(self.server), *(words or ("main",)), **self.path)
        said = [
            line.removeprefix("remote: ").rstrip() for line in done.stderr.splitlines() if line.startswith("remote:")
        ]
        assert (done.returncode == 0) == (said == [])
        return said

    def refs(self) -> dict[str, str]:
        lines = git(self.server, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return dict(line.split(" ") for line in lines)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    with_register(made.clone)
    assert made.push() == []
    return made


def reasons(said: list[str]) -> list[str]:
    """Give the reasons: what stands before the line that the push is refused."""
    return said[: said.index("cicareg: the push is refused; nothing of it was taken")]


def test_a_good_push_lands(place: Place) -> None:
    new = place.commit("More", place.append(ICE, MORE))
    assert place.push() == []
    assert place.refs() == {"refs/heads/main": new}


def test_K10_a_bad_one_is_refused_with_file_and_line_and_nothing_lands(place: Place) -> None:
    before = place.refs()
    bad = place.commit("Short", {PEOPLE: SHORT})
    said = place.push()
    (reason,) = reasons(said)
    assert reason.startswith(f"{bad[:10]}: {PEOPLE}:2:43: error minimum-tenure: the tenure of Alderia, 2026-01-01 to ")
    mend = "git commit --amend mends your last commit, git rebase -i an older one"
    assert said[-1] == f"  cicareg explain RULE tells more; {mend}"
    assert place.refs() == before
    assert ran(place.server, "git", "cat-file", "-e", bad).returncode != 0


def test_the_past_is_guarded(place: Place) -> None:
    parent = place.head()
    bad = place.commit("Gone", {FISH: "tenures:\n  - {state: XBB, role: coordinator, listed: com-2023-06-01}\n"})
    said = reasons(place.push())
    assert [line.partition(" without")[0] for line in said] == [
        f"{bad[:10]}: {FISH}:2:3: error history: the tenure of {state} as co-coordinator, listed com-2023-06-01 is gone"
        for state in ("XAA", "XCC")
    ]
    assert f"; in {parent[:10]} it stood at {FISH}:4:5 [good order]" in said[0]


def test_of_ten_commits_the_third_is_bad(place: Place) -> None:
    commits = []
    for number in range(1, 11):
        files: dict[str, str | None] = {PEOPLE: SHORT} if number == 3 else place.append(ICE, f"# {number}\n")
        commits.append(place.commit(str(number), files))
    (reason,) = reasons(place.push())
    assert reason.startswith(f"{commits[2][:10]}: {PEOPLE}:2:43: error minimum-tenure: ")


def test_a_mistake_that_the_next_commit_mends_is_refused_all_the_same(place: Place) -> None:
    bad = place.commit("Short", {PEOPLE: SHORT})
    place.commit("Mended", {PEOPLE: None})
    said = reasons(place.push())
    assert said[0].startswith(f"{bad[:10]}: {PEOPLE}:2:43: error minimum-tenure: ")


def test_errors_that_were_there_are_not_new(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.hook.unlink()
    with_register(place.clone, {"coordinators/people.yaml": SHORT})
    assert place.push() == []
    place.options("")
    place.commit("More", place.append(ICE, MORE))
    place.commit("Moved", {PEOPLE: f"# A line more.\n{SHORT}"})
    assert place.push() == []
    place.commit("Twice", place.append(PEOPLE, SHORT.partition("\n")[2]))
    assert reasons(place.push()) != []


def test_an_empty_repository_and_the_first_register(tmp_path: Path) -> None:
    place = Place(tmp_path)
    repository(place.clone)
    place.commit("Other things", {"notes.txt": "One.\n"})
    assert place.push() == []
    write(place.clone, {"coordinators/people.yaml": SHORT})
    place.commit("All", {})
    (reason,) = reasons(place.push())
    assert f"{PEOPLE}:2:43: error minimum-tenure: " in reason
    (place.clone / PEOPLE).unlink()
    git(place.clone, "commit", "--quiet", "--all", "--amend", "--message", "All")
    assert place.push() == []


def test_of_the_first_push_the_state_is_checked_and_what_was_before_is_not_judged(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with_register(place.clone, {"coordinators/people.yaml": SHORT})
    bad = place.head()
    (reason,) = reasons(place.push())
    assert reason.startswith(f"{bad[:10]}: {PEOPLE}:2:43: error minimum-tenure: ")
    worse = place.commit("Worse", {PEOPLE: f"# A line more.\n{SHORT}"})
    said = place.push()
    assert reasons(said)[0].startswith(f"{worse[:10]}: {PEOPLE}:3:43: error minimum-tenure: ")
    assert said[-1] == "  cicareg explain RULE tells more; put it right, commit it, and push again"
    place.commit("Mended", {PEOPLE: None})
    done = ran(place.clone, "git", "push", "--quiet", str(place.server), "main", **place.path)
    assert done.returncode == 0
    assert "remote: cicareg: the first push: checked as it stands; older commits, not judged: 2" in done.stderr
    assert place.refs() == {"refs/heads/main": place.head()}
    place.commit("Short", {PEOPLE: SHORT})
    place.commit("Mended", {PEOPLE: None})
    assert reasons(place.push()) != []


def test_a_register_taken_away(place: Place) -> None:
    git(place.clone, "mv", "registry", "offices")
    place.commit("Moved", {})
    (reason,) = reasons(place.push())
    assert "registry/registry.yaml:1:1: error history: the register is gone, 12 files of it; in " in reason


def test_G46_conflict_markers_are_refused(place: Place) -> None:
    text = (place.clone / ICE).read_text(encoding="utf-8")
    place.commit("Conflict", {ICE: f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n"})
    (reason,) = reasons(place.push())
    assert f"{ICE}:1:1: error file: " in reason


def test_a_replaced_content_is_not_believed(place: Place) -> None:
    """A server that has a replacement checks what is pushed, not what is shown in its place."""
    bad = place.commit("Short", {PEOPLE: SHORT})
    blob = git(place.clone, "rev-parse", f"HEAD:{PEOPLE}").strip()
    fake = git(place.server, "hash-object", "-w", "--stdin", given=SHORT.replace("2026-2026", "2026-2027")).strip()
    git(place.server, "update-ref", f"refs/replace/{blob}", fake)
    assert reasons(place.push())[0].startswith(bad[:10])


def test_merges_are_compared_with_each_parent(place: Place) -> None:
    git(place.clone, "checkout", "--quiet", "-b", "side")
    place.commit("Side", place.append(ICE, MORE))
    git(place.clone, "checkout", "--quiet", "main")
    place.commit("Main", place.append(FISH, "# A comment.\n"))
    git(place.clone, "merge", "--quiet", "--no-edit", "side")
    assert place.push() == []
    git(place.clone, "checkout", "--quiet", "side")
    place.commit("More", place.append(ICE, MORE.replace("XDD", "XCC")))
    side = place.head()
    git(place.clone, "checkout", "--quiet", "main")
    git(place.clone, "merge", "--quiet", "--no-edit", "--strategy=ours", "side")
    (reason,) = reasons(place.push())
    assert "the tenure of XCC as co-coordinator, 2026-2027, decision com-2023-06-01/1 is gone" in reason
    assert f"in {side[:10]} it stood" in reason


def test_what_was_published_is_not_rewritten(place: Place) -> None:
    old = place.head()
    git(place.clone, "commit", "--quiet", "--amend", "--message", "Other")
    said = place.push("--force", "main")
    assert reasons(said) == [
        f"the branch main would no longer have the commit {old[:10]}: what was published is not rewritten"
    ]
    assert said[-1].startswith("  cicareg sync puts your acts on what is there; ")
    assert place.refs() == {"refs/heads/main": old}


def test_a_branch_is_deleted_only_where_another_has_its_commits(place: Place) -> None:
    git(place.server, "config", "receive.denyDeleteCurrent", "ignore")
    (reason,) = reasons(place.push(":main"))
    assert reason.startswith("the branch main cannot be deleted: its commit ")
    assert place.push("main:done") == []
    assert place.push(":done") == []
    git(place.clone, "checkout", "--quiet", "-b", "other")
    place.commit("Other", place.append(ICE, MORE))
    assert place.push("other") == []
    assert len(reasons(place.push(":other"))) == 1
    assert place.push("other:main", ":other") == []


def test_one_bad_ref_of_several_refuses_all(place: Place) -> None:
    before = place.refs()
    git(place.clone, "branch", "good")
    place.commit("Short", {PEOPLE: SHORT})
    assert len(reasons(place.push("main", "good"))) == 1
    assert place.refs() == before


def test_tags_and_other_refs(place: Place) -> None:
    git(place.clone, "tag", "--annotate", "v1", "--message", "One")
    git(place.clone, "tag", "content", f"HEAD:{ICE}")
    git(place.clone, "notes", "add", "--message", "A note")
    assert place.push("v1", "content", "refs/notes/commits") == []
    assert place.push("--force", ":v1") == []
    place.commit("Short", {PEOPLE: SHORT})
    git(place.clone, "tag", "v2")
    assert len(reasons(place.push("v2"))) == 1


def test_only_some_branches_may_be_guarded(place: Place) -> None:
    place.options("--branch main")
    git(place.clone, "checkout", "--quiet", "-b", "draft")
    bad = place.commit("Short", {PEOPLE: SHORT})
    assert place.push("draft") == []
    git(place.clone, "commit", "--quiet", "--amend", "--message", "Shorter")
    assert place.push("--force", "draft") == []
    (reason,) = reasons(place.push("draft:main"))  # known to the server, and new to the branch
    assert reason.startswith(f"{place.head()[:10]}: {PEOPLE}:2:43: error")
    assert bad != place.head()
    assert place.push(":draft") == []
    git(place.server, "config", "receive.denyDeleteCurrent", "ignore")
    assert len(reasons(place.push(":main"))) == 1


def test_a_register_in_a_sub_folder(tmp_path: Path) -> None:
    place = Place(tmp_path, "--register ./offices/")
    repository(place.clone)
    write(place.clone / "offices", {"coordinators/people.yaml": SHORT})
    place.commit("All", {})
    assert f": offices/{PEOPLE}:2:43: error minimum-tenure: " in reasons(place.push())[0]


def test_a_newer_format_is_one_sentence(place: Place) -> None:
    text = (place.clone / "registry/registry.yaml").read_text(encoding="utf-8")
    new = place.commit("Newer", {"registry/registry.yaml": text.replace("format: 1", "format: 9")})
    (reason,) = reasons(place.push())
    assert re.fullmatch(rf"{new[:10]}: this register has format 9; cicareg \S+ reads format 1", reason)


def test_names_are_shown_without_what_a_terminal_obeys(place: Place) -> None:
    place.commit("Escape", {"registry/areas/\x1b[31m.yaml": "dimension: nature\n"})
    (reason,) = reasons(place.push())
    assert r"registry/areas/\x1b[31m.yaml:1:1: error file: " in reason


def test_a_long_reply_is_cut(place: Place) -> None:
    place.commit("Many", {f"registry/areas/a{number}.yaml": "dimension: none\n" for number in range(120)})
    said = reasons(place.push())
    assert len(said) == 101
    assert re.fullmatch(r"[0-9a-f]{10}: and \d+ more", said[-1])


def test_nothing_is_written_on_the_server(place: Place) -> None:
    place.commit("More", place.append(ICE, MORE))
    assert place.push() == []
    known = {"HEAD", "branches", "config", "description", "hooks", "info", "objects", "refs"}
    assert {path.name for path in place.server.iterdir()} <= known


def test_G52_with_the_environment_scrubbed_the_pushed_commit_is_not_found(place: Place) -> None:
    """That is why the hook keeps it: what is received stands in a quarantine that only the environment names."""
    place.commit("More", place.append(ICE, MORE))
    place.hook.write_text(
        "#!/bin/sh\nunset GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_QUARANTINE_PATH\n"
        'read -r old new ref\ngit cat-file -e "$new" || { echo lost >&2; exit 1; }\n',
        encoding="utf-8",
    )
    assert "lost" in place.push()


def test_by_hand_it_says_who_runs_it(cicareg: Cicareg, place: Place) -> None:
    done = subprocess.run(
        ["cicareg", "server-hook"], cwd=place.server, env={**os.environ, **place.path}, input="what\n",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("cicareg: no line that git gives a pre-receive hook (OLD NEW REF): what\n")
    assert cicareg("server-hook", "--register", "../x").code == 2


def test_it_takes_an_empty_push_and_commits_that_touch_no_register(place: Place) -> None:
    assert ran(place.server, "cicareg", "server-hook", **place.path).returncode == 0
    (place.server / "hooks/pre-receive").write_text(
        "#!/bin/sh\nexec cicareg server-hook --register nowhere\n", encoding="utf-8"
    )
    place.commit("Short", {PEOPLE: SHORT})
    assert place.push() == []
