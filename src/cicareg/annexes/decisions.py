"""The numbered decisions of a meeting, as plain data for the template `decisions.html`.

A decision whose own wording is on record in the language prints that; of any other the sentence is made from the
records, and what is printed says so.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from cicareg.annexes.voice import Data, Voice
from cicareg.errors import CicaregError
from cicareg.questions.naming import gap
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators, Tenure
from cicareg.records.meeting import Decision, Meeting
from cicareg.records.person import Person
from cicareg.records.subject import Subject
from cicareg.terms import ROLES


def decisions_data(voice: Voice, meeting_id: str) -> Data:
    """Give what the template of a meeting's decisions prints.

    Raises CicaregError where a name or a case form is missing, and where a decision cannot be put in words.
    """
    meeting = voice.on_record(Meeting, meeting_id)
    if not meeting.record.decisions:
        raise CicaregError(f"no decision of {meeting_id} is on record", hint="cicareg decide records them")
    said = [_decision(voice, meeting, decision) for decision in meeting.record.decisions]
    ours = {decision["ours"] for decision in said}
    return {
        "body": voice.body(),
        "meeting": voice.meeting(meeting_id),
        "decisions": said,
        "generated": "" if True not in ours else "all" if ours == {True} else "some",
        "translations": voice.translations,
    }


def _decision(voice: Voice, meeting: Entry[Meeting], decision: Decision) -> Data:
    own = decision.text.get(voice.lang) if decision.text else None
    citation = f"{meeting.id}/{decision.label}"
    if own is None and voice.naming.gaps and _is_wordless(decision):
        own = gap(f"the text of {citation} ({voice.lang})")
    text = {"lines": own.strip().splitlines()} if own else None
    return {
        "marker": f"{decision.number}." if decision.number is not None else "",
        "verb": decision.verb,
        "text": text,
        "broken": voice.day(decision.silence.broken) if decision.silence and decision.silence.broken else None,
        "ours": own is None or voice.lang in decision.unofficial,
        **({} if own else _said(voice, citation, decision)),
    }


def _is_wordless(decision: Decision) -> bool:
    """Tell whether no sentence can be made of a decision: it says what it does in its text only."""
    return not decision.verb or (decision.calls_on is not None and decision.for_ is None)


def _said(voice: Voice, citation: str, decision: Decision) -> Data:
    """Give what the sentence of a decision is made of."""
    if _is_wordless(decision):
        raise CicaregError(
            f"{citation} says nothing in {voice.lang!r}: its words are on record in {', '.join(decision.text or {})}"
            if decision.text
            else f"{citation} does not say what is asked",
            hint=f"add text: {{{voice.lang}: …}} to the decision",
        )
    return {
        "document": voice.document(decision.document) if decision.document else None,
        "through": voice.document(decision.through) if decision.through else None,
        "for": voice.document(decision.for_) if decision.for_ else None,
        "to": voice.organ(decision.to) if decision.to else None,
        "that_it": decision.that_it,
        "at": _coming(voice, decision.at) if decision.at else None,
        "outcome": decision.outcome,
        "person": _person(voice, decision.considers_person or decision.appoints_person),
        "appointments": list(_appointments(voice, citation, decision)),
        "amends_list": decision.amends_list,
        "reviewed": _reviewed(voice, decision.reviews) if decision.reviews else None,
        "whom": decision.calls_on,
        "before": voice.day(decision.before) if decision.before else None,
        "by": voice.day(decision.by) if decision.by else None,
        "preliminary": decision.preliminary,
        "silence": voice.day(decision.silence.until) if decision.silence else None,
    }


def _reviewed(voice: Voice, subject: Subject) -> Data:
    """Give the dimensions and the areas that were reviewed; a post that is a dimension is one of the former."""
    posts = [voice.post(area) for area in subject.areas]
    dimensions = [*map(voice.dimension, subject.dimensions), *(post for post in posts if post["is_dimension"])]
    return {
        "dimensions": list({one["name"]: one for one in dimensions}.values()),
        "areas": [post for post in posts if not post["is_dimension"]],
    }


def _coming(voice: Voice, meeting_id: str) -> Data | None:
    """Give the meeting at which something is to be done; what is not on record is left out."""
    return voice.meeting(meeting_id) if voice.registry.get(Meeting, meeting_id) else None


def _person(voice: Voice, person: Person | None) -> Data | None:
    if person is None:
        return None
    return {
        "name": voice.text(person.name, "the name of the person", person.unofficial),
        "nominated_by": voice.state(person.nominated_by) if person.nominated_by else None,
        "office": voice.office(person.office),
    }


def _appointments(voice: Voice, citation: str, decision: Decision) -> Iterator[Data]:
    """Yield who was appointed: for each area and each tenure the coordinators and co-coordinators, as decided."""
    for area in decision.appoints or ():
        post = voice.registry.get(Coordinators, area)
        tenures = [t for t in post.record.tenures if t.decision == citation] if post else []
        if not tenures and not decision.stands:  # what was decided has no effect, and nobody is on record
            yield {"area": voice.post(area), "term": None, **_by_role(voice, [])}
        elif not tenures:
            raise CicaregError(
                f"no tenure of {area} rests on {citation}", hint="record who was appointed, or correct it"
            )
        for term, group in groupby(tenures, key=lambda tenure: tenure.term):
            yield {"area": voice.post(area), "term": voice.term(term), **_by_role(voice, list(group))}


def _by_role(voice: Voice, tenures: list[Tenure]) -> Mapping[str, Any]:
    return {
        f"{role.replace('-', '_')}s": [voice.state(tenure.state) for tenure in tenures if tenure.role == role]
        for role in ROLES
    }
