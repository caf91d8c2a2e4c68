"""The command diff: what its sides may be, and what it answers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.loading import read
from cicareg.reading import Reading
from tests.conftest import Ran
from tests.differences.registers import LATER
from tests.gitting import git, with_register
from tests.support import write

NEW = ("meetings/com-2025-10-01.yaml", "coordinators/people.yaml")  # not on record in the sample register
Run = Callable[..., Ran]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return write(tmp_path, LATER)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with two states of a register, each of a day of its own."""
    root = with_register(tmp_path)
    write(root, LATER)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Later", GIT_COMMITTER_DATE="2030-01-02T10:00:00+00:00")
    return root


def body(ran: Ran) -> str:
    assert ran.code == 0, ran.err
    return ran.out.partition("\n\n")[2]


def test_two_days(cicareg: Run, register: Path) -> None:
    ran = cicareg("-C", register, "diff", "2025-09-30", "2025-10-01")
    assert ran.out == (
        "before: as decided by the end of 2025-09-30\n"
        "after:  as decided by the end of 2025-10-01\n"
        "\n"
        "1.1  Safety on ice\n"
        "  - co-coordinator: Borland (2024-2025)\n"
        "  ~ coordinator: Alderia: 2026-2027 follows 2024-2025 (extended) [decision com-2025-10-01/1]\n"
        "  + co-coordinator: Dunmere (2026-01/2027-12) [decision com-2025-10-01/1]\n"
        "\n"
        "2  People\n"
        "  + coordinator: Corvania [decision com-2025-10-01/1]\n"
        "\n"
        "Decisions\n"
        "  + com-2025-10-01/1: appoints for Ice, People dimension, and so amends the list\n"
        "  + com-2025-10-01/2: considers Charter (charter): noted\n"
        "\n"
        "as decided by the end of 2025-09-30: nothing is on record of who held 1 post then.\n"
    )
    assert ran.code == 0


def test_a_day_and_the_meeting_of_that_day_are_one(cicareg: Run, register: Path) -> None:
    assert body(cicareg("-C", register, "diff", "2025-10-01", "com-2025-10-01")) == "Nothing differs.\n"


def test_a_meeting_in_any_case_against_the_register_as_it_is(cicareg: Run, register: Path) -> None:
    said = body(cicareg("-C", register, "diff", "COM-2025-10-01"))
    assert said == "Nothing differs.\n"


def test_who_serves_on_two_days(cicareg: Run, register: Path) -> None:
    assert body(cicareg("-C", register, "diff", "on:2025-12-31", "on:2026-01-01")) == (
        "1.1  Safety on ice\n  - co-coordinator: Borland (2024-2025) \n".replace(" \n", "\n")
        + "  ~ coordinator: Alderia: 2026-2027 follows 2024-2025 (extended) [decision com-2025-10-01/1]\n"
        "  + co-coordinator: Dunmere (2026-01/2027-12) [decision com-2025-10-01/1]\n"
    )


def test_what_one_side_does_not_say_is_named_once(cicareg: Run, register: Path) -> None:
    ran = cicareg("-C", register, "diff", "on:2026-01-01")
    assert body(ran) == (
        "Nothing differs.\n"
        "\n"
        "Not compared, as one side does not say it (serving on 2026-01-01): corrections, decisions,\n"
        "documents, events.\n"
    )


def test_a_revision_against_the_register_as_it_is(cicareg: Run, repository: Path) -> None:
    data = json.loads(cicareg("-C", repository, "diff", "at:HEAD~1", "--format", "json").out)
    assert data["before"]["side"].startswith("as recorded at HEAD~1 (")
    assert [(post["area"], [one["kind"] for one in post["holders"]]) for post in data["posts"]] == [
        ("ice", ["ended", "extended", "appointed"]),
        ("fish", []),
        ("people", ["appointed"]),
    ]
    assert [one["state"] for one in data["posts"][1]["order"]["after"]] == ["XBB", "XAA", "XCC"]
    assert [(item["what"], item["kind"]) for item in data["items"]] == [
        ("correction", "added"), ("decision", "added"), ("decision", "added"), ("document", "changed"),
    ]  # fmt: skip


def test_two_revisions_need_no_register_in_the_folder_that_is_in_order(cicareg: Run, repository: Path) -> None:
    (repository / "registry/areas/ice.yaml").write_text("nonsense", encoding="utf-8")
    ran = cicareg("-C", repository, "diff", "at:HEAD~1", "at:HEAD")
    assert (ran.code, ran.err) == (0, "")
    assert "2  People\n  + coordinator: Corvania" in ran.out


def test_what_two_revisions_share_is_read_once(cicareg: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(path: str, raw: bytes) -> Reading:
        asked.append(path)
        return read(path, raw)

    monkeypatch.setattr("cicareg.checking.again.read", counted)
    assert cicareg("-C", repository, "diff", "at:HEAD~1", "at:HEAD").code == 0
    twice = {path.removeprefix("registry/") for path in asked if asked.count(path) > 1}
    assert twice == {path for path in LATER if (repository / "registry" / path).exists() and path not in NEW}


def test_a_revision_is_a_branch_a_tag_or_a_day(cicareg: Run, repository: Path) -> None:
    git(repository, "tag", "first", "HEAD~1")
    by_tag = body(cicareg("-C", repository, "diff", "at:first", "at:main"))
    assert body(cicareg("-C", repository, "diff", "at:2030-01-01", "at:2030-01-02")) == by_tag


def test_a_bare_day_is_a_day_even_where_a_branch_is_called_so(cicareg: Run, repository: Path) -> None:
    git(repository, "branch", "2025-10-01", "HEAD~1")
    assert body(cicareg("-C", repository, "diff", "2025-10-01")) == "Nothing differs.\n"


def test_errors_of_the_register_are_told_where_it_is_a_side(cicareg: Run, register: Path) -> None:
    (register / "registry/coordinators/ice.yaml").write_text("tenures: {}\n", encoding="utf-8")
    ran = cicareg("-C", register, "diff", "2023-06-01")
    assert ran.code == 3
    assert ran.err == "cicareg: the register has 1 error; what follows may lack something (see: cicareg validate)\n"
    assert "Not compared, as it could not be read: 1.1 Safety on ice.\n" in ran.out


REFUSED = {
    "what is neither": (("com-2025-10-02",), "com-2025-10-02 is neither a day nor a meeting on record; did you mean"),
    "a branch without at:": (("main",), "main is neither a day nor a meeting on record"),
    "no such day": (("2025-02-30",), "there is no such day as 2025-02-30"),
    "no such day to serve on": (("on:2025-02-30",), "there is no such day as 2025-02-30"),
    "a day that is none": (("on:",), "a day is written like 2024-03-15, not ''"),
    "a revision without its name": (("at:",), "at: needs what follows it"),
    "no such revision": (("at:nowhere",), "no commit is called nowhere"),
    "no such format": (("2025-10-01", "--format", "csv"), "no format 'csv'"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_is(case: str, cicareg: Run, repository: Path) -> None:
    words, message = REFUSED[case]
    ran = cicareg("-C", repository, "diff", *words)
    assert (ran.code, ran.out) == (2, "")
    assert f"cicareg: {message}" in ran.err


def test_outside_of_git_a_revision_is_refused_and_a_day_is_not(cicareg: Run, register: Path) -> None:
    assert cicareg("-C", register, "diff", "at:HEAD").code == 3
    assert cicareg("-C", register, "diff", "2025-10-01").code == 0


@pytest.mark.parametrize("sides, code", [(("2025-09-30", "2025-10-01"), 1), (("2025-10-01", "2025-10-01"), 0)])
def test_the_exit_code_tells_where_it_is_asked_to(
    sides: tuple[str, str], code: int, cicareg: Run, register: Path
) -> None:
    assert cicareg("-C", register, "diff", *sides, "--exit-code").code == code
    assert cicareg("-C", register, "diff", *sides).code == 0


def test_an_answer_from_memory_is_the_same(cicareg: Run, register: Path) -> None:
    first, second = (cicareg("-C", register, "diff", "2025-09-30", "--exit-code") for _ in range(2))
    assert first == second
    (register / "registry/coordinators/people.yaml").unlink()
    assert cicareg("-C", register, "diff", "2025-09-30").out != first.out


def test_it_is_written_to_a_file(cicareg: Run, register: Path, tmp_path: Path) -> None:
    ran = cicareg("-C", register, "diff", "2025-09-30", "--format", "markdown", "-o", tmp_path / "diff.md")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "diff.md").read_text(encoding="utf-8").startswith("**Before:** as decided by the end of 2025")


def test_a_redline_of_two_commits_has_every_post(cicareg: Run, repository: Path) -> None:
    path = repository / "registry/areas/ice.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# A comment.\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "A comment")
    ran = cicareg("-C", repository, "render", "redline", "at:HEAD~1", "at:HEAD")
    assert ran.code == 0, ran.err
    assert [name for name in ("Safety on ice", "Fish", "People") if name not in ran.out] == []


def test_a_post_that_cannot_be_read_in_a_commit_is_not_gone(cicareg: Run, repository: Path) -> None:
    (repository / "registry/areas/ice.yaml").write_text("dimension: [\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Broken")
    said = cicareg("-C", repository, "diff", "at:HEAD~1", "at:HEAD").out
    assert "the post is gone" not in said
    assert "Not compared, as it could not be read: 1.1 Safety on ice." in said
    ran = cicareg("-C", repository, "render", "redline", "at:HEAD~1", "at:HEAD")
    assert (ran.code, ran.out) == (3, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("diff", "2023-06-01", "--format", "html", "--exit-code"), "--exit-code belongs to text, markdown and json"),
        (("render", "redline", "2023-06-01", "--restricted"), "--restricted belongs to one document, note or plan"),
        (("render", "amendments", "2023-06-01", "--on", "2024-01-01"), "--decided and --on belong to the list"),
        (("due", "--draft", "x", "--format", "csv"), "--format (a draft has --to) and --draft exclude each other"),
    ],
)
def test_no_option_is_taken_and_ignored(words: tuple[str, ...], said: str, cicareg: Run, register: Path) -> None:
    ran = cicareg("-C", register, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cicareg: {said}\n")
