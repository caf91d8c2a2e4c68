"""Modalities 2.5: a concept paper that is not approved after six months is taken up by experts."""

from collections.abc import Iterator

from cicareg.deadlines.approvals import Approval, approval
from cicareg.deadlines.duty import Duty
from cicareg.deadlines.expert_meetings import expert_meeting
from cicareg.deadlines.kind import Arises, Inquiry, Over, duty_kind
from cicareg.deadlines.responsible import in_charge
from cicareg.questions.naming import document_label
from cicareg.questions.status import versions
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.terms import day_before, months_after


@duty_kind(Over.DOCUMENT, "modalities/2.5/expert-meetings", Arises.LAST, months=6)
def consideration(ask: Inquiry, paper: Entry[Document]) -> Iterator[Duty]:
    """A concept paper that is not approved six months after its first draft is taken up at expert meetings.

    It falls due six months (threshold `months`) after `first-draft`, and the text sets no day by which it is to be
    done. It binds the coordinators who serve on that day. Where there is none the text is silent: the states that
    drafted the paper are named, else the organ that decides on it. All versions of a paper are one: the oldest draft
    counts.

    It is met by an event since then that names a version of the paper under `documents` and was neither cancelled
    nor postponed without a new date, on its first day. From the day on which a version is approved it does not apply.
    """
    record, chain = paper.record, versions(ask.registry, paper.id)
    if record.kind != "concept-paper" or record.first_draft is None or _drafted_before(ask, paper.id, chain):
        return
    by = months_after(record.first_draft, ask.thresholds["months"])
    later = chain[chain.index(paper.id) :]
    approved = min((found for id_ in later if (found := approval(ask.registry, id_))), default=None)
    for charge in in_charge(ask.registry, record, by):
        yield Duty(
            ask.id(charge.where, charge.who, paper.id),
            ask.kind,
            charge.who,
            f"calls expert meetings on {document_label(ask.registry, paper.id)}, where it is not approved by then",
            area=charge.area,
            dimension=charge.dimension,
            since=record.first_draft,
            after=by,
            met=expert_meeting(ask.registry, later, record.first_draft),
            void=_said(approved),
            ends=day_before(approved.day) if approved else None,
            about=paper.id,
        )


def _said(approved: Approval | None) -> str | None:
    return f"approved by {approved.by} on {approved.day}" if approved else None


def _drafted_before(ask: Inquiry, paper: str, chain: tuple[str, ...]) -> bool:
    """Tell whether an older version with a first draft still waits: its time counts, not that of this one."""
    for id_ in chain[: chain.index(paper)]:
        entry = ask.registry.get(Document, id_)
        came = entry is not None and entry.record.counts and entry.record.first_draft is not None
        if came and approval(ask.registry, id_) is None:
            return True
    return False
