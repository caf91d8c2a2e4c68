"""Good order: an organ decides what it may."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from cicareg.rules.authority import overstep
from cicareg.rules.rule import At, Breach, Inquiry, rule

# What a verb takes in the organ's `may`, and how a message calls it.
_POWERS = {
    "recommends": ("recommend", "recommend documents"),
    "considers": ("consider", "consider documents"),
    "considers-person": ("consider", "consider nominations"),
    "adopts": ("adopt", "adopt documents"),
    "endorses": ("endorse", "endorse documents"),
    "appoints": ("appoint", "appoint coordinators"),
    "appoints-person": ("appoint-person", "appoint persons"),
    "calls-on": ("call-on", "call on others"),
    "reviews": ("review", "review the implementation"),
}


@rule(Meeting, Severity.ERROR)
def competent_organ(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Breach]:
    """An organ decides only what it may.

    The verb of a decision is covered by `may` of its organ in registry.yaml; to approve a document takes
    `approve-` with the kind of the document. Who may appoint coordinators is judged where their tenures
    cite the decision, and who may approve concept papers by a rule of its own.

    Good:
        # registry/meetings/asm-2024-07-01.yaml
        organ: asm
        date: 2024-07-01
        decisions:
          - {number: 1, endorses: charter}

    Bad:
        # registry/meetings/com-2024-07-01.yaml
        organ: com
        date: 2024-07-01
        decisions:
          - {number: 1, endorses: charter}

    Mend: correct the organ or the verb; where the organ does have that power, add it to its `may` in
    registry.yaml.
    """
    for index, decision in enumerate(meeting.record.decisions):
        power = None if _is_judged_there(ask, meeting, decision) else _power(ask, decision)
        problem = overstep(ask.registry, meeting.record.organ, *power) if power else None
        if problem:
            yield Breach(At(meeting, ("decisions", index, decision.verb), key=True), problem)


def _is_judged_there(ask: Inquiry, meeting: Entry[Meeting], decision: Decision) -> bool:
    """Tell whether a tenure cites an appointment: it is judged with the tenure."""
    if decision.appoints is None:
        return False
    return bool(ask.registry.stating(Coordinators, "decision", f"{meeting.id}/{decision.label}"))


def _power(ask: Inquiry, decision: Decision) -> tuple[str, str] | None:
    """Give the power that a decision takes, and its words; None where another rule sees to it."""
    if decision.approves is None:
        return _POWERS.get(decision.verb)
    document = ask.registry.get(Document, decision.approves)
    if document is None or document.record.kind == "concept-paper":
        return None
    return f"approve-{document.record.kind}", f"approve a document of the kind {document.record.kind}"
