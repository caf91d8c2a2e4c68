"""What tests share: the sample register of an invented body, and findings as short lines."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cicareg.checking.whole import check
from cicareg.finding import Finding, Report
from cicareg.loading import Loaded, load

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
