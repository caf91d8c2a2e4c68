"""Good order: what is decided on a document follows from what was decided before."""

from collections.abc import Iterator, Sequence

from cicareg.finding import Severity
from cicareg.questions.status import FINAL, Step, is_final, life
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from cicareg.rules.authority import organ_label, organs
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Meeting, Severity.ERROR)
def document_course(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Breach]:
    """An organ decides on documents that came before it, and on each once.

    What is finally adopted, endorsed or approved is not considered, recommended or decided again by the organ
    that decided, nor by one that is below it: one that recommended the document to that organ, or any where that
    organ is the document's own. To note it is no new decision. A changed text is a document of its own, with
    `supersedes`. And an organ decides finally on its own documents, and on those that it considered before or that
    were recommended to it. Decisions come in the order of meetings, then of their paper.

    Good:
        # registry/documents/pact.yaml
        kind: statement
        organ: com
        title: Pact
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, recommends: pact, to: asm, that-it: endorse}
        # registry/meetings/asm-2024-06-01.yaml
        organ: asm
        date: 2024-06-01
        decisions:
          - {number: 1, endorses: pact}

    Bad:
        # registry/documents/pact.yaml
        kind: statement
        organ: com
        title: Pact
        # registry/meetings/asm-2024-06-01.yaml
        organ: asm
        date: 2024-06-01
        decisions:
          - {number: 1, endorses: pact}

    Mend: record what came before, or correct the document, the verb or the document's organ. Where a new text was
    decided, put it on record as a document that supersedes the old one.
    """
    for index, decision in enumerate(meeting.record.decisions):
        document = ask.registry.get(Document, decision.document) if decision.document else None
        if document is None or decision.outcome == "noted":
            continue
        before = _before(life(ask.registry, document.id), meeting, index)
        at = At(meeting, ("decisions", index, decision.verb))
        settled = _settled(document.record.organ, meeting.record.organ, before)
        if settled:
            message = f"{document.id} was finally decided on {settled.event.day} ({settled.citation})"
            other = At(settled.meeting, ("decisions", settled.index), message="the final decision")
            yield Breach(at, message, related=(other,))
        elif decision.verb in FINAL and not _was_before(document.record.organ, meeting.record.organ, before):
            known = organs(ask.registry)
            named = organ_label(known[meeting.record.organ]) if meeting.record.organ in known else meeting.record.organ
            message = f"{document.id} was not before {named}: it is not its own, was not recommended to it "
            yield Breach(at, f"{message}and not considered by it")


def _before(steps: Sequence[Step], meeting: Entry[Meeting], index: int) -> tuple[Step, ...]:
    """Give the decisions of effect that dealt with a document before this one."""
    now = next(i for i, step in enumerate(steps) if (step.meeting.id, step.index) == (meeting.id, index))
    return tuple(step for step in steps[:now] if step.decision.document is not None and step.decision.stands)


def _settled(own: str | None, organ: str, before: Sequence[Step]) -> Step | None:
    """Give the final decision that an organ cannot go behind: its own, or that of an organ above it."""
    above = {own, organ, *(_addressee(step.decision) for step in before if step.meeting.record.organ == organ)}
    final = (step for step in before if is_final(step.decision))
    return next((step for step in final if step.meeting.record.organ in above), None)


def _was_before(own: str | None, organ: str, before: Sequence[Step]) -> bool:
    """Tell whether an organ had a document before it; one that is nobody's may be anybody's."""
    return own in (None, organ) or any(
        step.meeting.record.organ == organ or _addressee(step.decision) == organ for step in before
    )


def _addressee(decision: Decision) -> str | None:
    return decision.to if decision.recommends else None
