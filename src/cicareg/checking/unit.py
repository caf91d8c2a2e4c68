"""What the check of one file gave, and what it rested on."""

from dataclasses import dataclass, field
from typing import NamedTuple

from cicareg.finding import Finding
from cicareg.reading import Reading
from cicareg.registry import Registry
from cicareg.resolving import Resolver
from cicareg.rules.engine import Run


class Unit(NamedTuple):
    """One file: its findings (guesses not yet made), what others look it up by, what was asked, how many records.

    `facts` and `needs` are written as in `Reading.facts` and `Registry.watched`. `unread` tells whether any
    of its records cannot be read.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    facts: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    records: int = 0
    unread: bool = False


@dataclass(slots=True)
class Examiner:
    """Asks of each file what reading, references and rules find in it."""

    registry: Registry
    run: Run
    _resolver: Resolver = field(init=False)

    def __post_init__(self) -> None:
        """Look up once what all references may name."""
        self._resolver = Resolver(self.registry)

    def examine(self, reading: Reading) -> Unit:
        """Check one file."""
        findings = list(reading.findings)
        with self.registry.watched() as needs:
            for entry in reading.entries.values():
                findings += self._resolver.lost(entry)
                findings += self.run.findings(entry)
        return Unit(
            reading.path,
            tuple(findings),
            reading.facts,
            frozenset(needs),
            len(reading.entries),
            bool(reading.broken),
        )
