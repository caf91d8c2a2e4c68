"""Modalities 2.6: a concept paper is renewed before its period runs out."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.approvals import Approval, approval
from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Arises, Inquiry, Over, duty_kind
from cicareg.deadlines.responsible import Charge, in_charge
from cicareg.questions.filed import filed
from cicareg.questions.naming import document_label
from cicareg.questions.posts import post_of, posts_of_dimension
from cicareg.questions.status import versions
from cicareg.reading import Entry
from cicareg.records.document import Document


@duty_kind(Over.DOCUMENT, "modalities/2.6/renewal", Arises.LAST)
def paper_lapses(ask: Inquiry, paper: Entry[Document]) -> Iterator[Duty]:
    """An approved concept paper is renewed before its period runs out.

    Its last day is that of `applies`. It is for the coordinators who serve on that day; where there is none, for
    the states that drafted the paper, else for the organ that decides on it. After that day the paper has lapsed.

    It is met on the approval of a later version, or of another concept paper of the same area or dimension that
    applies for longer.
    """
    record = paper.record
    approved = approval(ask.registry, paper.id) if record.kind == "concept-paper" else None
    if approved is None or record.applies is None or record.applies.reversed:
        return
    for charge in in_charge(ask.registry, record, record.applies.end):
        yield Duty(
            ask.id(charge.where, charge.who, paper.id),
            ask.kind,
            charge.who,
            f"has {document_label(ask.registry, paper.id)} renewed before it lapses",
            area=charge.area,
            dimension=charge.dimension,
            since=approved.day,
            by=record.applies.end,
            lapses=True,
            met=_met(ask, paper, charge, approved, record.applies.end),
            decision=approved.by,
            about=paper.id,
        )


def _met(ask: Inquiry, paper: Entry[Document], charge: Charge, approved: Approval, last: date) -> Met | None:
    chain = versions(ask.registry, paper.id)
    later = set(chain[chain.index(paper.id) + 1 :])
    later |= {other.id for other in _beside(ask, charge) if other.record.applies and other.record.applies.end > last}
    found = [(found.day, id_) for id_ in later - {paper.id} if (found := approval(ask.registry, id_))]
    met = min((pair for pair in found if pair[0] >= approved.day), default=None)
    return Met(met[1], met[0]) if met else None


def _beside(ask: Inquiry, charge: Charge) -> tuple[Entry[Document], ...]:
    """Give the concept papers that cover the same area or dimension."""
    if charge.area:
        post = post_of(ask.registry, charge.area)
        return filed(ask.registry, "concept-paper", post) if post else ()
    inside = posts_of_dimension(ask.registry, charge.dimension or "")
    found = filed(ask.registry, "concept-paper", inside[0]) if inside else ()
    return tuple(entry for entry in found if charge.dimension in entry.record.dimensions)
