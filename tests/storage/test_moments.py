"""Which commit a day or a revision stands for: by the end of the day, on the line of the branch, in UTC."""

import os
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.moment import Moment
from cicareg.storage.git import past
from cicareg.storage.moments import moment_of
from cicareg.storage.revision import Repository
from tests.gitting import PERSON, git, ran, repository


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)


def commit(top: Path, at: str, *words: str) -> str:
    """Make an empty commit that was authored in another year, and give its id."""
    days = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": "2001-01-01T12:00:00Z"}
    git(top, *(words or ("commit", "--quiet", "--allow-empty", "--message", at)), **days)
    return git(top, "rev-parse", "HEAD").strip()


@pytest.fixture
def line(tmp_path: Path) -> tuple[Path, list[str]]:
    top = repository(tmp_path / "top")
    times = ("2023-08-22T09:00:00Z", "2023-08-22T23:59:59Z", "2023-08-23T00:00:00Z", "2023-09-01T01:30:00+06:00")
    return top, [commit(top, at) for at in times]


@pytest.mark.parametrize(
    "told, number, day",
    [
        ("2023-08-22", 1, date(2023, 8, 22)),  # the last second of a day belongs to it
        ("2023-08-23", 2, date(2023, 8, 23)),
        ("2023-08-30", 2, date(2023, 8, 23)),  # a day without a commit has what was on record before
        ("2023-08-31", 3, date(2023, 8, 31)),  # half past one in Astana is the evening before in UTC
        ("2200-12-31", 3, date(2023, 8, 31)),
        ("HEAD~3", 0, date(2023, 8, 22)),
        ("main", 3, date(2023, 8, 31)),
    ],
)
def test_a_day_is_the_last_commit_by_its_end(told: str, number: int, day: date, line: tuple[Path, list[str]]) -> None:
    top, ids = line
    assert moment_of(Repository(top), told) == Moment(ids[number], day)


def test_each_day_of_many_commits(tmp_path: Path) -> None:
    """Dated at random, some before the commit they rest on: the last of the line that is not dated later."""
    top, chance, begin = repository(tmp_path / "top"), random.Random(7), datetime(2023, 1, 1, tzinfo=UTC)  # noqa: S311
    times = [begin + timedelta(hours=8 * step + chance.randint(-40, 40), seconds=step) for step in range(90)]
    lines = [
        f"commit refs/heads/main\ncommitter N <n@example.org> {int(at.timestamp())} {chance.choice(zones)}\ndata 0\n"
        for at in times
        for zones in [("+0000", "+0600", "-0800")]
    ]
    git(top, "fast-import", "--quiet", given="".join(lines))
    ids = git(top, "rev-list", "--reverse", "main").split()
    told = {begin.date() + timedelta(days=number) for number in range(-1, 33)}
    for day in sorted(told):
        by = [(id_, at) for id_, at in zip(ids, times, strict=True) if at.date() <= day]
        if by:
            assert moment_of(Repository(top), str(day)) == Moment(by[-1][0], by[-1][1].date()), day
        else:
            with pytest.raises(CicaregError, match=f"no commit is of {day} or before"):
                moment_of(Repository(top), str(day))


def test_what_another_branch_had_counts_once_it_is_merged(line: tuple[Path, list[str]]) -> None:
    top, ids = line
    git(top, "checkout", "--quiet", "-b", "side", ids[1])
    commit(top, "2023-08-25T12:00:00Z")
    git(top, "checkout", "--quiet", "main")
    merged = commit(top, "2023-09-05T12:00:00Z", "merge", "--quiet", "--no-ff", "--no-edit", "side")
    assert moment_of(Repository(top), "2023-08-26").commit == ids[2]
    assert moment_of(Repository(top), "2023-09-05").commit == merged


def test_before_the_first_commit(line: tuple[Path, list[str]]) -> None:
    top, ids = line
    for day in ("2023-08-21", "1969-12-31", "1945-01-01"):
        with pytest.raises(CicaregError) as refused:
            moment_of(Repository(top), day)
        assert str(refused.value) == f"no commit is of {day} or before: the first is {ids[0][:10]} of 2023-08-22"
        assert (refused.value.hint, refused.value.code) == ("take that day or a later one: 2023-08-22", Exit.USAGE)


@pytest.mark.parametrize(
    "told, said",
    [
        ("2023-02-30", "there is no such day as 2023-02-30"),
        ("1900-01-01", "the year 1900 in '1900-01-01' is outside 1945-2200"),
        ("2023-8-2", "no commit is called 2023-8-2"),
        ("2023-08-22\n", r"no commit is called '2023-08-22\n'"),
        ("--min-age=0", "no commit is called --min-age=0"),
    ],
)
def test_what_is_neither_day_nor_revision(told: str, said: str, line: tuple[Path, list[str]]) -> None:
    with pytest.raises(CicaregError) as refused:
        moment_of(Repository(line[0]), told)
    assert (str(refused.value), refused.value.code) == (said, Exit.USAGE)


def test_a_tag_that_looks_like_a_day_is_named_in_full(line: tuple[Path, list[str]]) -> None:
    top, ids = line
    git(top, "tag", "2023-08-23", ids[0])
    assert moment_of(Repository(top), "2023-08-23").commit == ids[2]
    assert moment_of(Repository(top), "tags/2023-08-23").commit == ids[0]


def test_a_shallow_clone_says_what_it_lacks(line: tuple[Path, list[str]], tmp_path: Path) -> None:
    top, ids = line
    ran(tmp_path, "git", "clone", "--quiet", "--depth=2", f"file://{top}", "shallow")
    here = Repository(tmp_path / "shallow")
    assert moment_of(here, "2023-08-30").commit == ids[2]
    with pytest.raises(CicaregError) as refused:
        moment_of(here, "2023-08-22")
    assert str(refused.value) == "this clone lacks the older history, and with it what was on record on 2023-08-22"
    assert refused.value.hint.startswith("git fetch --unshallow")


def test_a_repository_without_commits_and_no_repository(tmp_path: Path) -> None:
    top = repository(tmp_path / "top")
    for told in ("HEAD", "2023-08-22"):
        with pytest.raises(CicaregError, match="the branch has no commit yet") as refused:
            moment_of(Repository(top), told)
        assert refused.value.hint == "commit the register first: git add, git commit"
    with pytest.raises(CicaregError, match="is not in a git repository: nothing tells what was on record when"):
        moment_of(Repository(tmp_path), "HEAD")


def test_without_git(line: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(CicaregError, match="the program git was not found"):
        moment_of(Repository(line[0]), "2023-08-22")


@pytest.mark.parametrize(
    "committer, day",
    [
        ("committer N <n@example.org> 99999999999999 +0000\n", date(9999, 12, 31)),
        ("committer N <n@example.org> 18446744073709551615 +0000\n", None),  # git says what it likes of it
        ("committer N <n@example.org> nonsense\n", date(1970, 1, 1)),
        ("", date(1970, 1, 1)),
    ],
    ids=["beyond all days", "beyond all numbers", "no number", "nobody"],
)
def test_a_day_that_is_none_stops_nothing(committer: str, day: date | None, line: tuple[Path, list[str]]) -> None:
    top, _ = line
    tree = git(top, "rev-parse", "HEAD^{tree}").strip()
    raw = f"tree {tree}\nauthor N <n@example.org> 1 +0000\n{committer}\nOdd\n"
    odd = git(top, "hash-object", "-w", "-t", "commit", "--literally", "--stdin", given=raw).strip()
    found = moment_of(Repository(top), odd)
    assert found.commit == odd
    assert found.day == day or (day is None and isinstance(found.day, date))
    assert [told.id for told in past(top, odd, ["registry"])] == []
