"""A second judge of a shared history, which knows nothing of the program: plain YAML, plain git, some lines of its own.

Every act that was told as sent is in the history of the branch, once; and in each of its commits every area has at
most one coordinator on each day. A tenure whose days are not on record is passed over: nobody can tell them.
"""

import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_COORDINATORS = "registry/coordinators"
_OPERATION = re.compile(r"^Operation: ([0-9a-f]+)$", re.MULTILINE)
_YEARS = re.compile(r"(\d{4})-(\d{4})")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


def unshared(repository: Path, told: Iterable[str], branch: str = "main") -> list[str]:
    """Give the operations that were told as sent and that the history does not have exactly once."""
    landed = Counter(_OPERATION.findall(_git(repository, "log", "--format=%B%n", branch)))
    return sorted(operation for operation in set(told) if landed[operation] != 1)


def crowded(repository: Path, branch: str = "main") -> list[str]:
    """Give `COMMIT AREA DAY` for each area with two coordinators on one day, in any commit of the history."""
    found = []
    for commit in _git(repository, "rev-list", "--reverse", branch).split():
        for about, path in _files(repository, commit):
            day = _crowded(repository, about.split()[2])
            found += [f"{commit} {Path(path).stem} {day}"] if day else []
    return found


def days(tenure: Mapping[str, Any]) -> tuple[date, date] | None:
    """Give the first and the last day of a tenure; None where they are not on record."""
    term = str(tenure.get("term", ""))
    if found := _YEARS.fullmatch(term):
        first, last = date(int(found[1]), 1, 1), date(int(found[2]), 12, 31)
    elif found := _MONTHS.fullmatch(term):
        first = date(int(found[1]), int(found[2]), 1)
        last = (date(int(found[3]), int(found[4]), 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    elif found := _DAYS.fullmatch(term):
        first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    else:
        return None
    ended = tenure.get("ended")
    return first, min(last, date.fromisoformat(str(ended["on"]))) if ended else last


def _files(repository: Path, commit: str) -> Iterator[tuple[str, str]]:
    for line in _git(repository, "ls-tree", "-r", commit, "--", _COORDINATORS).splitlines():
        about, _, path = line.partition("\t")
        yield about, path


@cache
def _crowded(repository: Path, blob: str) -> str:
    """Give the first day on which a record has two coordinators; nothing where there is none."""
    record = YAML(typ="safe", pure=True).load(_git(repository, "cat-file", "blob", blob)) or {}
    held = [tenure for tenure in record.get("tenures") or () if tenure["role"] == "coordinator"]
    spans = sorted(span for tenure in held if (span := days(tenure)))
    last = date.min
    for first, until in spans:
        if first <= last:
            return str(first)
        last = max(last, until)
    return ""


def _git(repository: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(repository), *words], capture_output=True, text=True, check=True)
    return done.stdout
