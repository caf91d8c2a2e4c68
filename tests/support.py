"""What tests share: the sample register of an invented body, and findings as short lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cicareg.checking.again import Readings
from cicareg.checking.whole import check_all
from cicareg.finding import Finding, Report
from cicareg.kinds import kinds
from cicareg.layout import ROOT
from cicareg.loading import clashing
from cicareg.records.base import Kind, Record
from cicareg.registry import Registry
from cicareg.resolving import Resolver, guessed

SAMPLE = Path(__file__).parent / "sample"
PROJECT = Path(__file__).parents[1]


@cache
def tree_of(root: Path) -> Mapping[str, bytes]:
    """Read the register below a folder as a tree."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.glob("registry/**/*.yaml"))}


def sample(files: Mapping[str, str | None] | None = None) -> dict[str, bytes]:
    """Give the sample register with files laid over it (None takes a file away)."""
    tree = dict(tree_of(SAMPLE))
    for name, text in (files or {}).items():
        path = f"registry/{name}"
        if text is None:
            del tree[path]
        else:
            tree[path] = text.encode()
    return tree


def write(root: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """Write the sample register with files laid over it below a folder, and give the folder."""
    for path, raw in sample(files).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    return root


@dataclass(frozen=True, slots=True)
class Loaded:
    """A register, and the findings made while reading it (rule names `shape`, `file`, `reference`)."""

    registry: Registry
    findings: tuple[Finding, ...]


def load(tree: Mapping[str, bytes]) -> Loaded:
    """Read every file of a tree and follow its references, as a check does; no rule is asked."""
    registry = Registry(Readings({path: tree[path] for path in sorted(tree) if path.startswith(f"{ROOT}/")}))
    resolver = Resolver(registry)
    readings = [registry.reading(path) for path in registry.paths]
    found = [finding for reading in readings for finding in reading.findings]
    lost = [finding for reading in readings for entry in reading.entries.values() for finding in resolver.lost(entry)]
    return Loaded(registry, guessed(registry, (*found, *clashing(tree), *lost)))


def kind_of(model: type[Record]) -> Kind:
    """Give the kind of record that a model is."""
    return next(kind for kind in kinds() if kind.model is model)


def size(registry: Registry) -> int:
    """Count the records of a register."""
    return sum(len(registry.reading(path).entries) for path in registry.paths)


def check(loaded: Loaded) -> Report:
    """Check a register that was loaded."""
    return check_all(loaded.registry).report


def loaded(files: Mapping[str, str | None] | None = None) -> Loaded:
    """Load the sample register with files laid over it."""
    return load(sample(files))


def report(files: Mapping[str, str | None] | None = None) -> Report:
    """Check the sample register with files laid over it."""
    return check(loaded(files))


def line(finding: Finding) -> str:
    """Give a finding as `coordinators/ice.yaml:3:5 error: message`, with ` (departure)` where covered."""
    place = str(finding.place).removeprefix("registry/")
    covered = " (departure)" if finding.departure else ""
    return f"{place} {finding.severity}: {finding.message}{covered}"


def found(rule: str, files: Mapping[str, str | None] | None = None) -> list[str]:
    """Give what one rule finds in the sample register with files laid over it, notes included."""
    return [line(finding) for finding in report(files).findings if finding.rule == rule]


CHANCERY = Path(__file__).parent / "chancery"


def chancery(
    files: Mapping[str, str | None] | None = None, changed: Mapping[str, tuple[str, str]] | None = None
) -> dict[str, bytes]:
    """Give the register of an invented body that sends out papers in three languages, with files laid over it.

    `changed` replaces a piece of text in a file by another.
    """
    tree = dict(tree_of(CHANCERY))
    for name, text in (files or {}).items():
        if text is None:
            del tree[f"registry/{name}"]
        else:
            tree[f"registry/{name}"] = text.encode()
    for name, (old, new) in (changed or {}).items():
        raw = tree[f"registry/{name}"]
        assert old.encode() in raw
        tree[f"registry/{name}"] = raw.replace(old.encode(), new.encode())
    return tree
