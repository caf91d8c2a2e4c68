"""Two states of the sample register, and what the guard says of them as short lines."""

from collections.abc import Mapping

from cicareg.checking.again import Readings
from cicareg.finding import Finding
from cicareg.guarding.guard import guard
from tests.support import sample

Files = Mapping[str, str | None]


def findings(old: Files, new: Files) -> tuple[Finding, ...]:
    """Compare the sample with files laid over it with the same and others."""
    before, after = sample(old), sample(old)
    for name, text in new.items():
        after.pop(f"registry/{name}", None)
        after |= {f"registry/{name}": text.encode()} if text is not None else {}
    differing = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return guard(Readings(before), Readings(after), differing, "HEAD~1")


def since(old: Files, new: Files) -> list[str]:
    """Give `coordinators/ice.yaml:3:5 was coordinators/ice.yaml:3:5 history: message`, the old place left out of it."""
    return [_line(finding) for finding in findings(old, new)]


def _line(finding: Finding) -> str:
    was = " ".join(str(related.place).removeprefix("registry/") for related in finding.related)
    assert all(related.message == "in HEAD~1" for related in finding.related)
    message = finding.message.partition("; in HEAD~1")[0]
    return f"{str(finding.place).removeprefix('registry/')} was {was} {finding.severity} {finding.rule}: {message}"
