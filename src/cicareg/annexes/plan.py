"""An annual plan composed of its events, as plain data for the template `plan.html`."""

from collections.abc import Iterable, Sequence
from typing import Any

from cicareg.annexes.papers import is_draft
from cicareg.annexes.voice import Data, Voice
from cicareg.errors import CicaregError, UsageError
from cicareg.questions.events import by_days
from cicareg.questions.posts import Post, posts, top
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.registry import Registry
from cicareg.terms import Span, parse_day

_KIND = "annual-plan"


def plan_named(registry: Registry, typed: str) -> str:
    """Give the id of an annual plan: of one that is named, or of the one that is made for a year."""
    entry = registry.get(Document, typed)
    plans = [entry for entry in registry.of(Document) if entry.record.kind == _KIND]
    if entry is not None:
        if entry.record.kind == _KIND:
            return typed
        raise UsageError(f"{typed} is no annual plan: it is of the kind {entry.record.kind}", hint=_known(plans))
    found = [entry.id for entry in plans if _is_for(entry.record, typed)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"several plans are made for {typed}: {', '.join(found)}", hint="give the id of the one you mean"
        )
    raise UsageError(f"no annual plan {typed} on record", hint=_known(plans))


def _is_for(plan: Document, typed: str) -> bool:
    if plan.applies is None or not (len(typed) == 4 and typed.isascii() and typed.isdecimal()):
        return False
    try:
        year = Span(parse_day(f"{typed}-01-01"), parse_day(f"{typed}-12-31"))
    except ValueError:
        return False
    return plan.applies.span.shared(year) is not None


def _known(plans: Sequence[Entry[Document]]) -> str:
    told = [f"{entry.id} ({entry.record.applies})" if entry.record.applies else entry.id for entry in plans]
    return f"on record: {', '.join(told)}" if told else "no document of the kind annual-plan is on record"


def planned(registry: Registry, id_: str, *, restricted: bool) -> tuple[Entry[Event], ...]:
    """Give the events of a plan by their days; those that are restricted only where that is wanted."""
    found = registry.stating(Event, "plan", id_)
    return tuple(sorted((entry for entry in found if restricted or not entry.record.restricted), key=_planned_days))


def _planned_days(entry: Entry[Event]) -> tuple[object, ...]:
    """Give what orders the events of a plan: the days that it states, whatever became of them."""
    return entry.record.dates.start, entry.record.dates.end, by_days(entry)


def withheld(registry: Registry, id_: str) -> int:
    """Count the events of a plan that are restricted."""
    return sum(entry.record.restricted for entry in registry.stating(Event, "plan", id_))


def plan_data(voice: Voice, id_: str, *, restricted: bool = False) -> Data:
    """Give what the template of a plan prints: its events by dimension and area, numbered through.

    An event of several areas stands with the first, and names the others; one of a whole dimension stands before
    those of its areas, one of none at the end. Raises CicaregError where a name is not on record in the language.
    """
    record = voice.on_record(Document, id_).record
    events = planned(voice.registry, id_, restricted=restricted)
    if not events:
        raise CicaregError(
            f"no event on record stands in {id_}", hint=f"cicareg event EVENT --plan {id_} records one there"
        )
    grouping = _Grouping(voice, events)
    groups = [group for group in map(grouping.dimension, top(voice.registry).dimensions) if group]
    return {
        "body": voice.body(),
        "document": voice.document(id_, restricted=True),
        "organ": voice.organ(record.organ) if record.organ else None,
        "draft": is_draft(voice, id_, None),
        "applies": voice.term(record.applies),
        "restricted": voice.words.restricted if record.restricted else "",
        "dimensions": groups,
        "others": grouping.events(None),
        "translations": voice.translations,
    }


class _Grouping:
    """The events of a plan by where they stand: an area, a whole dimension, or nowhere; numbered as they are given."""

    def __init__(self, voice: Voice, events: Iterable[Entry[Event]]) -> None:
        self._voice = voice
        self._posts = posts(voice.registry)
        self._number = 0
        self._of: dict[str | None, list[Entry[Event]]] = {}
        order = {post.id: at for at, post in enumerate(self._posts)}
        for entry in events:
            areas = sorted((area for area in entry.record.areas if area in order), key=order.__getitem__)
            place = next(iter((*areas, *entry.record.dimensions)), None)
            self._of.setdefault(place, []).append(entry)

    def dimension(self, dimension: Any) -> Data | None:
        """Give a dimension with the events of it as a whole, and of its areas; None where there are none."""
        own = [post for post in self._posts if post.dimension.id == dimension.id]
        whole = [dimension.id, *(post.id for post in own if post.area.record.name is None)]
        if not any(place in self._of for place in (*whole, *(post.id for post in own))):
            return None
        events = [event for place in dict.fromkeys(whole) for event in self.events(place)]
        areas = [self._area(post) for post in own if post.area.record.name is not None and post.id in self._of]
        name = self._voice.text(dimension.name, f"the name of {dimension.id}", dimension.unofficial)
        return {"number": str(dimension.number), "name": name, "events": events, "areas": areas}

    def _area(self, post: Post) -> Data:
        return {**self._voice.post(post.id), "events": self.events(post.id)}

    def events(self, place: str | None) -> list[Data]:
        """Give the events that stand somewhere."""
        return [self._event(entry, place) for entry in self._of.get(place, ())]

    def _event(self, entry: Entry[Event], place: str | None) -> Data:
        voice, event, id_ = self._voice, entry.record, entry.id
        self._number += 1
        others = [voice.post(area) for area in event.areas if area != place]

        def said(what: str, text: Any) -> str:
            return voice.text(text, f"the {what} of {id_}", event.unofficial) if text else ""

        return {
            "number": self._number,
            "id": id_,
            "title": said("title", event.title),
            "concept": said("concept", event.concept),
            "purpose": said("purpose", event.purpose),
            "also": [f"{post['number']} {post['name']}" for post in others],
            "organisers": [
                *(voice.state(state)["name"] for state in event.organisers),
                *(voice.text(partner, f"a partner of {id_}", event.unofficial) for partner in event.partners),
            ],
            "dates": voice.words.dates(event.dates),
            "moved_to": voice.words.dates(event.moved_to) if event.moved_to else "",
            "place": said("place", event.place),
            "format": event.format or "",
            "status": event.status,
            "restricted": voice.words.restricted if event.restricted else "",
        }
