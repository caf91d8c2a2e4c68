"""One finding of a check: what is wrong, where, and on which paragraph that rests."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: only errors make the check fail by default."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A stretch of a file: lines and columns are 1-based code points, the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Give `path:line:column`, which terminals and editors make a link of."""
        return f"{self.path}:{self.line}:{self.column}"


class Citation(NamedTuple):
    """The paragraph that a rule rests on, its strength, and the status of the text cited."""

    law: str
    paragraph: str
    strength: str
    status: str

    def __str__(self) -> str:
        """Give `Modalities 1.10, recommended, draft`."""
        return f"{self.law} {self.paragraph}, {self.strength}, {self.status}"


class Related(NamedTuple):
    """Another place that takes part in a finding."""

    place: Place
    message: str


class Covered(NamedTuple):
    """The departure that covers a finding: where it stands, on what it rests, why."""

    place: Place
    basis: str
    reason: str


class Lost(NamedTuple):
    """A name that leads nowhere, and what sort of thing it should name."""

    to: str
    name: str


class Finding(NamedTuple):
    """One finding. Without citations it rests on good order only; `lost` waits for a guess at what was meant."""

    place: Place
    severity: Severity
    rule: str
    message: str
    cites: tuple[Citation, ...] = ()
    departure: Covered | None = None
    related: tuple[Related, ...] = ()
    lost: Lost | None = None

    @property
    def order(self) -> tuple[Place, str, str]:
        """Sort key: by place, then rule and message, so that output never depends on chance."""
        return (self.place, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run with what was looked at."""

    findings: tuple[Finding, ...]
    records: int
    rules: int

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity that no departure covers."""
        return sum(1 for f in self.findings if f.severity is severity and f.departure is None)

    def with_also(self, findings: Iterable[Finding]) -> "Report":
        """Give the report with further findings."""
        found = sorted((*self.findings, *findings), key=lambda finding: finding.order)
        return replace(self, findings=tuple(found))

    @property
    def departures(self) -> int:
        """Count the findings that a recorded departure covers."""
        return sum(1 for f in self.findings if f.departure is not None)
