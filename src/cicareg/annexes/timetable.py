"""The meetings and events on record, and what falls due, as slots of a calendar."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cicareg.annexes.voice import Voice
from cicareg.deadlines.duty import STATES
from cicareg.document import UNDATED
from cicareg.dues import DueLine, Dues
from cicareg.questions.naming import any_name
from cicareg.questions.posts import posts, top
from cicareg.reading import Entry
from cicareg.records.event import Event
from cicareg.records.meeting import Meeting
from cicareg.terms import next_day
from cicareg.timetable import Firmness, Slot, Timetable

_ELSE = "register"  # of a body whose short name has no letter that an address may have
_MANY = 4  # states that owe the same
_REQUEST = "request"  # what a decision asks of many, by one day
_ORDER: tuple[str, ...] = STATES


class Part(NamedTuple):
    """What is wanted of a timetable: an area, a state, or all."""

    area: str | None = None
    state: str | None = None


def timetable(voice: Voice, dues: Dues, part: Part) -> Timetable:
    """Give the timetable of a register as known on the day of the duties, in the order of its days.

    The duties are those of the part. Meetings concern every state; an area only those that deal with it. What has no
    day, nor a month at least, has no slot, and what is restricted has none. Raises CicaregError where the language
    lacks a name.
    """
    slots = [*_meetings(voice, part), *_events(voice, part), *_duties(voice, dues)]
    title = ": ".join((voice.body()["short"], *_named(voice, part)))
    in_order = sorted(slots, key=lambda slot: (slot.first, slot.last, slot.id))
    return Timetable(title, voice.lang, _domain(voice), dues.today, tuple(in_order))


def _named(voice: Voice, part: Part) -> Iterator[str]:
    if part.area:
        yield voice.post(part.area)["name"]
    if part.state:
        yield voice.state(part.state)["name"]


def _domain(voice: Voice) -> str:
    """Give the short name of the body as the end of an address has it: in every language the same."""
    body = top(voice.registry).organisation
    return "".join(c for c in any_name(body.short or body.name).lower() if c.isascii() and c.isalnum()) or _ELSE


def _meetings(voice: Voice, part: Part) -> Iterator[Slot]:
    for meeting in voice.registry.of(Meeting):
        if part.area is None or part.area in _areas(meeting.record):
            yield _meeting(voice, meeting)


def _areas(meeting: Meeting) -> set[str]:
    """Give the areas that the agenda or a decision of a meeting names."""
    on_agenda = (area for item in meeting.agenda for area in item.areas)
    decided = (area for decision in meeting.decisions for area in decision.appoints or ())
    return {*on_agenda, *decided}


def _meeting(voice: Voice, meeting: Entry[Meeting]) -> Slot:
    record = meeting.record
    firmness: Firmness = "cancelled" if record.held is False else "confirmed"
    return Slot(
        f"meeting/{meeting.id}",
        record.began or record.date,
        record.date,
        f"{voice.organ(record.organ)['name']} ({meeting.id})",
        "\n".join(voice.text(item.title, f"the agenda of {meeting.id}") for item in record.agenda),
        voice.text(record.place, f"the place of {meeting.id}") if record.place else "",
        firmness,
        ("meeting",),
    )


def _events(voice: Voice, part: Part) -> Iterator[Slot]:
    dimension = next((post.dimension.id for post in posts(voice.registry) if post.id == part.area), None)
    for event in voice.registry.of(Event):
        record = event.record
        there = part.area is None or part.area in record.areas or dimension in record.dimensions
        theirs = part.state is None or part.state in (*record.organisers, *record.proposed_by)
        if there and theirs and not record.restricted and not record.when.in_year:
            yield _event(voice, event)


def _event(voice: Voice, event: Entry[Event]) -> Slot:
    record = event.record
    what = f"of {event.id}"
    return Slot(
        f"event/{event.id}",
        record.when.start,
        record.when.end,
        voice.text(record.title, f"the title {what}", record.unofficial),
        voice.text(record.purpose, f"the purpose {what}", record.unofficial) if record.purpose else "",
        voice.text(record.place, f"the place {what}") if record.place else "",
        _firmness(record),
        ("event",),
    )


def _firmness(event: Event) -> Firmness:
    """Give how sure the days of an event are: one postponed to no day yet does not take place on those it had."""
    if event.status == "cancelled" or (event.status == "postponed" and event.moved_to is None):
        return "cancelled"
    return "confirmed" if event.when.exact else "tentative"


def _duties(voice: Voice, dues: Dues) -> Iterator[Slot]:
    """Yield a slot for each duty that has a day; what one request asks of many states is one."""
    for alike in _alike(line for line in dues.lines if line.day):
        if len(alike) < _MANY:
            yield from (_duty(voice, line, _owing(voice, line), f"duty/{line.id}", _how(voice, line)) for line in alike)
        else:
            yield _of_many(voice, alike)


def _alike(lines: Iterable[DueLine]) -> Iterator[list[DueLine]]:
    found: dict[str, list[DueLine]] = {}
    for line in lines:
        of_many = line.decision if line.is_state and line.duty == _REQUEST else None
        found.setdefault(of_many or line.id, []).append(line)
    yield from found.values()


def _of_many(voice: Voice, lines: Sequence[DueLine]) -> Slot:
    """Give what many states owe as one slot, with how each stands; it stands as the worst does."""
    worst = min(lines, key=lambda line: _ORDER.index(line.state))
    each = "\n".join(f"{_owing(voice, line)}: {_how(voice, line)}" for line in lines)
    who = voice.words.of_body("members")
    return _duty(voice, worst, f"{who} ({len(lines)})", f"duty/{worst.duty}/{worst.decision}", each)


def _duty(voice: Voice, line: DueLine, who: str, id_: str, how: str) -> Slot:
    """Give a duty on its last day, or on the first day on which it is due where the text sets none.

    One that is met stays where it was, and says so: a calendar that has it learns that nothing is left to do.
    """
    day = line.by or next_day(line.after or UNDATED)
    duty = voice.words.duty(line.duty)
    named = (duty[:1].upper() + duty[1:], who, _where(voice, line))
    return Slot(
        id_,
        day,
        day,
        ": ".join(text for text in named if text),
        "\n".join(str(text) for text in (how, line.cites, line.decision) if text),
        firmness="cancelled" if line.state == "not-applicable" else "confirmed",
        categories=("duty", line.duty),
    )


def _how(voice: Voice, line: DueLine) -> str:
    """Say how a duty stands; why it is not applicable is said in English only, where cicareg due has it."""
    return ": ".join(text for text in (voice.words.duty_state(line.state), line.met_by) if text)


def _owing(voice: Voice, line: DueLine) -> str:
    """Give who owes it: a state or an organ by its name."""
    if line.who in top(voice.registry).organs:
        return str(voice.organ(line.who)["short"])
    return str(voice.state(line.who)["name"]) if line.is_state else voice.words.of_body(line.who)


def _where(voice: Voice, line: DueLine) -> str:
    if line.area:
        return f"{line.number} {voice.post(line.area)['short']}"
    return str(voice.dimension(line.dimension)["name"]) if line.dimension else ""
