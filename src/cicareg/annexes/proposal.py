"""The draft of a decision that a duty asks for, as plain data for the template `proposal.html`."""

from collections.abc import Iterator
from datetime import date

from cicareg.annexes.reminder import role_of
from cicareg.annexes.resting import decision, law_of, paper, subject
from cicareg.annexes.voice import Data, Voice
from cicareg.deadlines.duty import Duty, state_on
from cicareg.deadlines.responsible import organ_that_may
from cicareg.questions.extending import request_for
from cicareg.questions.in_office import in_office
from cicareg.questions.pending import pending_on
from cicareg.questions.posts import post_of
from cicareg.records.coordinators import Proposal
from cicareg.terms import Role


def proposal_data(voice: Voice, duty: Duty, today: date) -> Data:
    """Give what the template of a proposal prints: the paragraphs to decide on, and what they rest on."""
    organ = organ_that_may(voice.registry, "appoint") if duty.duty == "extension" else duty.who
    return {
        "kind": duty.duty,
        "body": voice.body(),
        "organ": voice.organ(organ),
        "date": voice.day(today),
        "overdue": state_on(duty, today) == "overdue",
        "post": subject(voice, duty),
        "paragraphs": list(_paragraphs(voice, duty, today)),
        "acting": may_act(voice, duty, today) if duty.duty == "vacancy" else [],
        "law": law_of(voice, duty),
        "decision": decision(voice, duty.decision) if duty.decision else None,
        "since": voice.day(duty.since) if duty.since else None,
        "by": voice.day(duty.by) if duty.by else None,
        "translations": voice.translations,
    }


def may_act(voice: Voice, duty: Duty, day: date) -> list[Data]:
    """Give the co-coordinators of a day: one of them may act while there is no coordinator."""
    post = post_of(voice.registry, duty.area or "")
    return [voice.state(state) for state in (in_office(voice.registry, post, day, "co-coordinator") if post else ())]


def appointment(voice: Voice, area: str, role: Role, proposal: Proposal | None, *, extends: bool = False) -> Data:
    """Give what the wording of an appointment is made of; what nobody proposed yet is left open."""
    return {
        "post": voice.post(area),
        "role": role,
        "state": voice.state(proposal.state) if proposal else None,
        "term": voice.term(proposal.term) if proposal else None,
        "notified": voice.day(proposal.notified) if proposal else None,
        "extends": extends,
    }


def _paragraphs(voice: Voice, duty: Duty, today: date) -> Iterator[Data]:
    """Yield the paragraphs to decide on: one for each state that proposes itself for a vacant post."""
    area = duty.area or ""
    if duty.duty == "vacancy":
        post = post_of(voice.registry, area)
        waiting = pending_on(voice.registry, post.coordinators if post else None, today)
        candidates: list[Proposal | None] = [p for p in waiting if p.role == "coordinator"]
        for candidate in candidates or [None]:
            yield appointment(voice, area, "coordinator", candidate)
    elif duty.duty == "extension":
        role = role_of(voice, duty) or "coordinator"
        yield appointment(voice, area, role, request_for(voice.registry, area, duty.who, role, today), extends=True)
    else:
        yield {
            "post": subject(voice, duty),
            "document": paper(voice, duty),
            "decision": decision(voice, duty.decision) if duty.decision else None,
            "verb": "approves",
            "through": None,
            "notified": None,
        }
