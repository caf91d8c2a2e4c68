"""The reminder to those who owe something, as plain data for the template `reminder.html`."""

from collections.abc import Sequence
from datetime import date

from cicareg.annexes.resting import decision, law_of, paper, subject
from cicareg.annexes.voice import Data, Voice
from cicareg.deadlines.duty import Duty, state_on
from cicareg.deadlines.responsible import organ_that_may
from cicareg.errors import CicaregError
from cicareg.questions.extending import ending
from cicareg.records.meeting import Decision, Meeting
from cicareg.records.state import State
from cicareg.terms import Role, next_day


def reminder_data(voice: Voice, duties: Sequence[Duty], today: date) -> Data:
    """Give what the template of a reminder prints: of duties that differ only in whose they are."""
    duty = duties[0]
    role = role_of(voice, duty)
    return {
        "title": voice.words.duty(duty.duty),
        "kind": duty.duty,
        "body": voice.body(),
        "date": voice.day(today),
        "overdue": state_on(duty, today) == "overdue",
        "past": duty.after is not None and duty.after < today,
        "states": _states(voice, [one.who for one in duties]),
        "role": role,
        "post": subject(voice, duty),
        "law": law_of(voice, duty),
        "decision": decision(voice, duty.decision) if duty.decision else None,
        "request": _request(voice, duty) if duty.duty == "request" else None,
        "document": paper(voice, duty) or _served(voice, duty),
        "meeting": voice.meeting(duty.about) if duty.about and voice.registry.get(Meeting, duty.about) else None,
        "organ": voice.organ(organ_that_may(voice.registry, "appoint")) if role else None,
        "by": voice.day(duty.by) if duty.by else None,
        "after": voice.day(duty.after) if duty.after else None,
        "next": voice.day(next_day(duty.by)) if duty.by else None,
        "translations": voice.translations,
    }


def role_of(voice: Voice, duty: Duty) -> Role | None:
    """Give the role in which a state would go on, of an extension; None of any other duty."""
    found = ending(voice.registry, duty.area, duty.who, duty.by) if duty.duty == "extension" and duty.area else None
    return found.tenure.role if found else None


def _states(voice: Voice, ids: Sequence[str]) -> list[Data]:
    """Give the states in the order of their names, each with its name as a letter is addressed; others are none."""
    said = [voice.state(id_) for id_ in ids if voice.registry.get(State, id_)]
    full = ({**state, "full": state.get("formal", state["name"])} for state in said)
    return sorted(full, key=lambda state: voice.words.order(state["name"]))


def _served(voice: Voice, duty: Duty) -> Data | None:
    """Give the document that a request serves."""
    served = _asked(voice, duty).for_ if duty.duty == "request" else None
    return voice.document(served) if served else None


def _request(voice: Voice, duty: Duty) -> Data:
    """Give who was asked, and in which words; without words the request serves a document."""
    asked = _asked(voice, duty)
    own = asked.text.get(voice.lang) if asked.text else None
    if own is None and asked.for_ is None:
        hint = f"add text: {{{voice.lang}: …}} to the decision"
        raise CicaregError(f"{duty.decision} does not say in {voice.lang!r} what is asked", hint=hint)
    return {"whom": asked.calls_on, "lines": own.strip().splitlines() if own else []}


def _asked(voice: Voice, duty: Duty) -> Decision:
    meeting, _, label = (duty.decision or "").partition("/")
    return voice.on_record(Meeting, meeting).record.cited[label]
