"""Who recorded an entry, altered it, took it out: whatever became of its lines, its file, and the branches."""

from pathlib import Path

import pytest

from cicareg.loading import read
from cicareg.storage import git as git_
from cicareg.storage.revision import Repository
from cicareg.storage.versions import versions
from cicareg.tracing.tracing import Tracer
from tests.gitting import PERSON, git, ran
from tests.support import SAMPLE
from tests.tracing.pasts import AREA, AREAS, Past

ICE, FISH, MEETING = "coordinators/ice.yaml", "coordinators/fish.yaml", "meetings/com-2023-06-01.yaml"
A = "  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
B = "  - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
C = "  - {state: XCC, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
DECIDED = "decisions 1 by 1"


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)


def tenures(*lines: str, more: str = "") -> dict[str, str | None]:
    return {ICE: f"{more}tenures:\n{''.join(lines)}"}


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path / "top", tenures(A))


def ice(past: Past) -> list[str]:
    return [told for told in past.told() if told.startswith(("tenures", "departures", "corrections", "acting"))]


def test_an_entry_is_recorded_by_the_commit_that_has_it_first(past: Past) -> None:
    past.commit(tenures(A, B))
    past.commit(tenures(A, B, C))
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 2", "tenures XCC by 3"]


def test_where_lines_move_and_how_they_are_written_makes_no_difference(past: Past) -> None:
    block = "  - state: XAA\n    role: coordinator\n    term: 2024-2025\n    decision: com-2023-06-01/1\n"
    past.commit(tenures(C, B, block, more="# Who looks after the ice.\n"))
    assert ice(past) == ["tenures XAA by 1", "tenures XCC by 2", "tenures XBB by 2"]


def test_what_is_added_to_an_entry_has_its_own_commit(past: Past) -> None:
    past.commit(tenures(A.replace("}", ", ended: {on: 2025-03-31, notified: 2025-03-01}}")))
    past.commit(tenures(A.replace("}", ", ended: {on: 2025-03-31, notified: 2025-03-01}, via: Ministry of Ice}")))
    assert ice(past) == ["tenures XAA by 1; ended by 2; via by 3"]


def test_what_is_altered_and_why(past: Past) -> None:
    past.commit(tenures(A.replace("2025", "2026")))
    correction = (
        "corrections:\n  - {what: tenures, was: {state: XAA, role: coordinator, term: 2024-2026, "
        "decision: com-2023-06-01/1}, why: A slip., source: A letter.}\n"
    )
    past.commit(tenures(A, more=correction))
    assert ice(past) == [
        "tenures XAA by 1; altered by 2 (term was 2024-2025, is 2024-2026); "
        "altered by 3 (term was 2024-2026, is 2024-2025): A slip.",
        "corrections tenures by 3",
    ]


def test_what_is_taken_out_and_recorded_again(past: Past) -> None:
    past.commit(tenures(A, B))
    past.commit(tenures(A))
    past.commit(tenures(A, B))
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 2; gone by 3", "tenures XBB by 4"]


def test_what_is_taken_out_with_a_correction(past: Past) -> None:
    past.commit(tenures(A, B))
    why = "corrections:\n  - {what: tenures, was: {state: XBB, role: co-coordinator, term: 2024-2025, decision: "
    past.commit(tenures(A, more=f"{why}com-2023-06-01/1}}, why: Never appointed., source: A letter.}}\n"))
    assert ice(past) == [
        "tenures XAA by 1", "tenures XBB by 2; gone by 3: Never appointed.", "corrections tenures by 3"
    ]  # fmt: skip


def test_the_decisions_that_name_it(past: Past) -> None:
    text = (SAMPLE / "registry" / MEETING).read_text(encoding="utf-8")
    past.commit({MEETING: f"{text}  - {{number: 4, appoints: [fish]}}\n"})
    past.commit({MEETING: f"{text}  - {{number: 4, appoints: [fish, ice]}}\n"})
    decisions = [told for told in past.told() if told.startswith("decisions")]
    assert decisions == [
        "decisions 1 by 1", "decisions 2 by 1", "decisions 3 by 1", "decisions 4 by 2"
    ]  # fmt: skip


def test_files_that_do_not_name_it_are_not_read(past: Past) -> None:
    past.commit({FISH: "tenures: []\n"})
    past.commit({"meetings/com-2024-01-01.yaml": "organ: com\ndate: 2024-01-01\n"})
    assert {entry.path for entry in past.found().trail.entries} == {f"registry/{ICE}", f"registry/{MEETING}"}


def test_a_file_that_was_taken_away_and_came_back(past: Past) -> None:
    past.commit({ICE: None})
    assert ice(past) == ["tenures XAA by 1; gone by 2 (its file is gone)"]
    past.commit(tenures(A))
    assert ice(past) == ["tenures XAA by 1; gone by 2 (its file is gone)", "tenures XAA by 3"]


def test_a_file_that_got_another_name(past: Past) -> None:
    past.commit({"coordinators/snow.yaml": f"tenures:\n{A}", ICE: None})
    past.commit({"coordinators/snow.yaml": None, **tenures(A, B)})
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 3"]


def test_a_file_of_another_name_by_a_correction_of_its_id(past: Past) -> None:
    """However much was changed besides, so that git does not take it for the same file."""
    more = "# A long remark that makes the file another one, as far as the likeness of its lines goes.\n" * 9
    past.commit({ICE: None, "coordinators/snow.yaml": f"{more}corrections:\n  - "
        f"{{what: id, was: ice, why: The name was wrong., source: A letter.}}\ntenures:\n{A}{B}"})  # fmt: skip
    assert past.told(AREAS, "snow.yaml") == ["tenures XAA by 1", "tenures XBB by 2", "corrections id by 2"]


def test_a_version_that_cannot_be_read_is_passed_over_and_named(past: Past) -> None:
    broken = past.commit({ICE: "tenures: [\n"})
    past.commit(tenures(A, B))
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 3"]
    assert past.found().trail.unreadable == ((broken, f"registry/{ICE}"),)


@pytest.mark.parametrize("text", ["tenures: 1\n", "colour: red\n", "\x00", "", "a: &a [*a]\n", "tenures:\n  - {}\n"])
def test_whatever_a_version_says_nothing_fails(text: str, past: Past) -> None:
    past.commit({ICE: text})
    past.commit(tenures(A, B))
    assert ice(past)[-1] in ("tenures XBB by 3", "tenures XBB by 3")
    assert ice(past)[0].startswith("tenures XAA by 1")


def test_a_version_that_is_larger_than_a_record_is_unreadable(past: Past) -> None:
    large = past.commit({ICE: "#" * (2**20 + 1)})
    past.commit(tenures(A))
    assert ice(past) == ["tenures XAA by 1"]
    assert past.found().trail.unreadable == ((large, f"registry/{ICE}"),)


def test_a_link_in_the_place_of_a_file_is_no_file(past: Past) -> None:
    (past.top / "registry" / ICE).unlink()
    (past.top / "registry" / ICE).symlink_to("/etc/passwd")
    past.commit({})
    (past.top / "registry" / ICE).unlink()
    past.commit(tenures(A))
    assert ice(past) == ["tenures XAA by 1; gone by 2 (its file is gone)", "tenures XAA by 3"]


def test_what_is_not_committed(past: Past) -> None:
    past.put(tenures(B))
    assert ice(past) == ["tenures XAA by 1; gone by nobody", "tenures XBB by nobody"]
    past.put({ICE: None})
    assert ice(past) == ["tenures XAA by 1; gone by nobody (its file is gone)"]
    past.put({ICE: "tenures: [\n"})
    assert ice(past) == ["tenures XAA by 1"]
    assert past.found().trail.unreadable == (("", f"registry/{ICE}"),)


def merged(past: Past, ours: dict[str, str | None], theirs: dict[str, str | None], both: dict[str, str | None]) -> None:
    """Commit on two branches (2 here, 3 there), and merge them with this outcome (4)."""
    git(past.top, "branch", "side")
    past.commit(ours)
    git(past.top, "checkout", "--quiet", "side")
    past.commit(theirs)
    git(past.top, "checkout", "--quiet", "main")
    git(past.top, "merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", "side")
    past.commit(both)


def test_a_merge_keeps_who_recorded_what_on_either_side(past: Past) -> None:
    merged(past, tenures(A, B), tenures(A, C), tenures(A, B, C))
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 2", "tenures XCC by 3"]


def test_what_both_sides_recorded_is_one_entry(past: Past) -> None:
    merged(past, tenures(A, B), tenures(A, B, C), tenures(A, B, C))
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 2", "tenures XCC by 3"]


def test_what_a_merge_left_out(past: Past) -> None:
    merged(past, tenures(A, B), tenures(A, C), tenures(A, B))
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 2", "tenures XCC by 3; gone by 4 (the merge left it out)"]


def test_what_one_side_took_out_and_the_merge_kept(past: Past) -> None:
    merged(past, tenures(A, B), tenures(), tenures(A, B))
    assert ice(past) == ["tenures XAA by 1", "tenures XBB by 2"]


def test_what_one_side_took_out_and_the_merge_took_out(past: Past) -> None:
    merged(past, tenures(A, B), {ICE: "tenures: []\n"}, tenures(B))
    assert ice(past) == ["tenures XAA by 1; gone by 3", "tenures XBB by 2"]


def test_what_the_merge_itself_altered(past: Past) -> None:
    merged(past, tenures(A, B), tenures(A, C), tenures(A.replace("2025", "2026"), B, C))
    assert ice(past)[0] == "tenures XAA by 1; altered by 4 (term was 2024-2025, is 2024-2026)"


def test_what_one_side_added_to_an_entry_is_not_altered_by_the_merge(past: Past) -> None:
    ended = A.replace("}", ", ended: {on: 2025-03-31}}")
    merged(past, tenures(A, B), tenures(ended), tenures(ended, B))
    assert ice(past) == ["tenures XAA by 1; ended by 3", "tenures XBB by 2"]


def test_a_register_in_a_folder_of_the_repository(past: Past, tmp_path: Path) -> None:
    top = Past(tmp_path / "outer", tenures(A))
    (top.top / "offices").mkdir()
    git(top.top, "mv", "registry", "offices/registry")
    git(top.top, "commit", "--quiet", "--message", "Moved")
    inner = Past.__new__(Past)
    inner.top = top.top / "offices"
    assert ice(inner) == ["tenures XAA by Moved"]


def test_outside_git_and_before_the_first_commit(past: Past, tmp_path: Path) -> None:
    ran(tmp_path, "cp", "-r", past.top.as_posix(), "copy")
    copy = Past.__new__(Past)
    copy.top = tmp_path / "copy"
    ran(copy.top, "rm", "-rf", ".git")
    assert (copy.found().tracked, ice(copy)) == (False, ["tenures XAA by nobody"])
    git(copy.top, "init", "--quiet")
    assert (copy.found().tracked, ice(copy)) == (True, ["tenures XAA by nobody"])


def test_a_shallow_clone_says_what_may_be_older(past: Past, tmp_path: Path) -> None:
    past.commit(tenures(A, B))
    past.commit(tenures(A, B, C))
    ran(tmp_path, "git", "clone", "--quiet", "--depth=2", f"file://{past.top}", "shallow")
    copy = Past.__new__(Past)
    copy.top = tmp_path / "shallow"
    found = copy.found()
    assert (found.tracked, found.lacking) == (True, True)
    assert ice(copy) == ["tenures XAA by 2", "tenures XBB by 2", "tenures XCC by 3"]
    assert [recorded.or_before for recorded in found.commits.values()] == [True, False]


def test_settings_of_a_person_change_nothing(past: Past) -> None:
    git(past.top, "mv", f"registry/{ICE}", "registry/coordinators/snow.yaml")
    past.commit({})
    for key, value in {
        "log.follow": "true", "log.showRoot": "false", "diff.renames": "false", "log.showSignature": "true",
        "diff.noprefix": "true", "log.date": "iso", "format.pretty": "oneline", "core.abbrev": "4",
    }.items():  # fmt: skip
        git(past.top, "config", key, value)
    assert past.told(AREAS, "snow.yaml") == ["tenures XAA by 1"]


def test_without_a_word_only_the_files_are_read(past: Past) -> None:
    past.commit(tenures(A, B))
    past.commit({FISH: "tenures: []\n"})
    whole = AREA._replace(folders=("registry/coordinators", "registry/meetings"), word="")
    assert len({entry.path for entry in past.found(whole).trail.entries}) == 1
    assert past.told(whole, "ice.yaml") == ice(past) == ["tenures XAA by 1", "tenures XBB by 2"]


def test_files_that_change_their_names_with_each_other() -> None:
    one, other = f"registry/{ICE}", f"registry/{FISH}"
    texts = {"1": f"tenures:\n{A}", "2": f"tenures:\n{B}"}
    begun = git_.Told("a", (), "", 0, "", (git_.Moved("", one, "1"), git_.Moved("", other, "2")))
    changed = git_.Told("b", ("a",), "", 0, "", (git_.Moved(one, other, "1"), git_.Moved(other, one, "2")))
    tracer = Tracer(lambda path, blob: next(iter(read(path, texts[blob].encode()).entries.values())).record)
    tracer.follow([begun, changed])
    found = tracer.at_hand({}).entries
    assert [(entry.data.get("state"), entry.path, entry.first) for entry in found if entry.what == "tenures"] == [
        ("XAA", other, "a"), ("XBB", one, "a")
    ]  # fmt: skip


def test_a_long_line_of_commits_keeps_one_state_of_the_files(past: Past) -> None:
    """What was on record in a commit is not kept once all that rest on it are done."""
    for number in range(3, 12):
        past.commit({FISH: f"# {number}\ntenures: []\n"})
    found = versions(Repository(past.top), AREAS)
    tracer = Tracer(lambda _path, _blob: None)
    tracer.follow(found.commits)
    assert len(tracer._states) == 1
