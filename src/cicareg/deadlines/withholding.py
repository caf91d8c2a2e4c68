"""What of the duties may leave the screen: nothing that names a restricted document or event."""

from cicareg.dues import DueLine, Dues
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.registry import Registry

_SAID = "restricted"


def published(registry: Registry, found: Dues) -> Dues:
    """Give the duties without those about what is restricted; what is met by it does not say by what."""
    secret = {entry.id for entry in registry.of(Document) if entry.record.restricted}
    secret |= {entry.id for entry in registry.of(Event) if entry.record.restricted}
    if not secret:
        return found
    lines, others = (tuple(_said(line, secret) for line in part if not _about(line, secret)) for part in found[1:])
    return found._replace(lines=lines, others=others)


def _about(line: DueLine, secret: set[str]) -> bool:
    return line.about in secret or not secret.isdisjoint(line.id.split("/"))


def _said(line: DueLine, secret: set[str]) -> DueLine:
    if line.met_by in secret:
        line = line._replace(met_by=_SAID)
    named = line.because is not None and any(id_ in line.because for id_ in secret)
    return line._replace(because=_SAID) if named else line
