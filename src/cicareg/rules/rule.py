"""What a rule is, and what it may ask and report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cicareg.finding import Citation, Severity
from cicareg.reading import Entry
from cicareg.records.base import Record
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.registry import RegistryRecord
from cicareg.registry import Registry
from cicareg.terms import Span
from cicareg.yaml_text import Step

MOST_RELATED = 10  # how many other places, or names, one finding shows


class At(NamedTuple):
    """A record and the path of a field in it: its value, with `key` its key, with `line` that line (from 0) of it."""

    entry: Entry[Any]
    path: tuple[Step, ...] = ()
    key: bool = False
    message: str = ""
    line: int | None = None


class Breach(NamedTuple):
    """What a rule reports: where, what, and what a departure would have to share with it.

    `basis` is the basis of the tenure at fault and `days` the days of the breach: a departure covers
    it where both agree. `severity` is set only where the rule reports less than its own severity.
    """

    at: At
    message: str
    basis: str = ""
    days: Span | None = None
    severity: Severity | None = None
    related: tuple[At, ...] = ()


class Inquiry(NamedTuple):
    """What a rule is given: the register, its own thresholds, and the other rules with what they rest on and answer.

    `settled` tells whether what rules rest on is known.
    """

    registry: Registry
    thresholds: Mapping[str, int]
    rules: "Mapping[str, Rule]"
    rests_on: Mapping[str, str]
    cites: Mapping[str, Citation]
    breaches: "Callable[[str, Entry[Any]], Iterator[Breach]]"
    settled: bool


def settled(registry: Registry) -> bool:
    """Tell whether registry.yaml, every law and every meeting can be read: else what rules rest on is unknown."""
    unread = any(registry.unread(model) for model in (RegistryRecord, Law, Meeting))
    return bool(registry.of(RegistryRecord)) and not unread


Check = Callable[[Inquiry, Entry[Any]], Iterator[Breach]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the kinds of record it is asked about, its check, and what holds where registry.yaml says nothing else.

    The check is asked for each record by itself, and reports breaches of that record only. The rule's name is
    that of the function with hyphens; the function's docstring is its manual page. `departable` says whether
    a breach can be departed from where the demand that it rests on is soft.
    """

    over: tuple[type[Record], ...]
    check: Check
    severity: Severity
    rests_on: str | None = None
    thresholds: Mapping[str, int] = field(default_factory=dict)
    departable: bool = True

    @property
    def name(self) -> str:
        """Give the name that findings, settings and departures use."""
        return self.check.__name__.replace("_", "-")


def rule(
    over: type[Record] | tuple[type[Record], ...],
    severity: Severity,
    rests_on: str | None = None,
    *,
    departable: bool = True,
    **thresholds: int,
) -> Callable[[Check], Rule]:
    """Make a rule over records of some kinds of a check; `rests_on` is LAW/PARAGRAPH/DEMAND, or None for good order."""
    kinds = over if isinstance(over, tuple) else (over,)
    return lambda check: Rule(kinds, check, severity, rests_on, thresholds, departable)
