"""Good order: members organise events."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.event import Event
from cicareg.records.state import State
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Event, Severity.ERROR)
def event_organisers(ask: Inquiry, event: Entry[Event]) -> Iterator[Breach]:
    """The states that organise an event are members when it takes place.

    Membership is known by the year (`member-since`, `member-until` in states.yaml), and both years belong to
    it. What counts are the new dates of an event that was postponed. An organiser need not coordinate the area.

    Good:
        # registry/events/2024/ice-course.yaml
        title: {en: Course on ice, fr: Cours sur la glace}
        areas: [ice]
        dates: 2024-02
        organisers: [XDD]

    Bad:
        # registry/events/2023/ice-course.yaml
        title: {en: Course on ice, fr: Cours sur la glace}
        areas: [ice]
        dates: 2023-02
        organisers: [XDD]

    Mend: correct the organiser, or complete `member-since` in states.yaml. An organiser that is no member state
    stands under `partners`.
    """
    when = event.record.when
    for index, code in enumerate(event.record.organisers):
        state = ask.registry.get(State, code)
        problem = _problem(state.record, when.start.year, when.end.year) if state else None
        if problem:
            yield Breach(At(event, ("organisers", index)), f"{state_label(ask.registry, code)} {problem}")


def _problem(state: State, first: int, last: int) -> str | None:
    """Say why a state is no member in these years, as it goes on after its name."""
    if state.member_since is None:
        return "is no member: it has no member-since"
    if last < state.member_since.year:
        return f"organises an event of {last}, but is a member since {state.member_since.year} only"
    if state.member_until and first > state.member_until.year:
        return f"organises an event of {first}, but was a member until {state.member_until.year} only"
    return None
