"""Fingerprints: by them a forge knows a finding again in the next run, wherever its line has moved."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cicareg.finding import Finding
from cicareg.formats.findings import path_of
from cicareg.look import Look

_PASSING = re.compile(r"(?<=\bline )\d+|; did you mean [^?]*\?$|; in .{1,70} it stood at .*$")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d")
_LENGTH = 32  # hexadecimal digits: 128 bits


def fingerprints(findings: Sequence[Finding], look: Look) -> tuple[str, ...]:
    """Give each finding its fingerprint, in their order: of path, rule and message.

    Of findings that are equal in these, the second differs from the first by its number. Severity and departure
    take no part: a breach that is covered, or weighed anew, is the same breach.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    given = []
    for finding in findings:
        key = (path_of(finding.place, look), finding.rule, steady(finding.message))
        seen[key] += 1
        given.append(_digest((*key, str(seen[key]))))
    return tuple(given)


def steady(message: str) -> str:
    """Give a message without what edits elsewhere change: numbers of lines, guesses at what was meant, old places."""
    return _PASSING.sub("…", message)


def sense(finding: Finding) -> tuple[str, ...]:
    """Give what makes a finding the same one before and after a change: not where it stands now, nor on which days."""
    covered = finding.departure.basis if finding.departure else ""
    return finding.place.path, finding.severity, finding.rule, _DAYS.sub("", steady(finding.message)), covered


def new_among(findings: Iterable[Finding], known: Counter[tuple[str, ...]]) -> Iterator[Finding]:
    """Yield the findings beyond those that were known, which are counted by their sense."""
    left = known.copy()
    for finding in findings:
        told = sense(finding)
        if left[told]:
            left[told] -= 1
        else:
            yield finding


def _digest(parts: tuple[str, ...]) -> str:
    from hashlib import sha256

    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
