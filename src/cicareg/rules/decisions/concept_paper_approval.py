"""Modalities 2.4: concept papers are approved by the organ that may."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting
from cicareg.rules.authority import overstep
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Meeting, Severity.ERROR, "modalities/2.4/approval")
def concept_paper_approval(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Breach]:
    """A concept paper is approved only by an organ that may approve concept papers.

    Whatever the verb (approves, adopts, endorses), the organ of the meeting has `approve-concept-paper`
    in its `may` in registry.yaml. Any organ that may consider or recommend documents may do so with a
    concept paper.

    Good:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, approves: ice-paper}

    Bad:
        # registry/meetings/asm-2024-07-01.yaml
        organ: asm
        date: 2024-07-01
        decisions:
          - {number: 1, adopts: ice-paper}

    Mend: correct the organ or the verb, or the kind of the document.
    """
    for index, decision in enumerate(meeting.record.decisions):
        named = decision.approves or decision.adopts or decision.endorses
        document = ask.registry.get(Document, named) if named else None
        if document is None or document.record.kind != "concept-paper":
            continue
        problem = overstep(ask.registry, meeting.record.organ, "approve-concept-paper", "approve concept papers")
        if problem:
            yield Breach(At(meeting, ("decisions", index, decision.verb), key=True), problem)
