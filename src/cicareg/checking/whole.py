"""Check every file of a register."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cicareg.checking.unit import Examiner, Unit
from cicareg.finding import Finding, Report
from cicareg.loading import clashing
from cicareg.registry import Registry
from cicareg.resolving import guessed
from cicareg.rules.engine import Run, all_rules


class Checked(NamedTuple):
    """A report, with the units that it was made of and what all of them rest on."""

    report: Report
    units: Mapping[str, Unit]
    context: str


def check_all(registry: Registry, beside: Iterable[Finding] = ()) -> Checked:
    """Check every file of a register; `beside` are findings about what is no file of it."""
    run = Run(registry, all_rules())
    examiner = Examiner(registry, run)
    units = {path: examiner.examine(registry.reading(path)) for path in registry.paths}
    found = (finding for unit in units.values() for finding in unit.findings)
    records = sum(unit.records for unit in units.values())
    return Checked(summed(registry, (*beside, *found), records), units, run.context)


def summed(registry: Registry, findings: Iterable[Finding], records: int) -> Report:
    """Make the report of all findings: with those about names of files, guesses made, sorted."""
    said = guessed(registry, (*findings, *clashing(registry.paths)))
    return Report(said, records, len(all_rules()))
