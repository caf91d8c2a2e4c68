"""Put a meeting to come on record, with its agenda; a meeting that was moved has its new day in its name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.correcting import correction, data_of
from cicareg.changes.deciding import Reference, meeting_of
from cicareg.changes.documents import texts
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.posts import area_on_record, day_of
from cicareg.changes.verbs import BY_KEY
from cicareg.editing import Append, Edit, EditError, Put
from cicareg.editing.scalars import checked
from cicareg.errors import UsageError
from cicareg.names import did_you_mean
from cicareg.questions.held import is_moved_to, source_of, why_not_held
from cicareg.questions.naming import any_name
from cicareg.questions.posts import areas_under, top
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry

_HINT = "cicareg correct changes what was recorded wrongly"
_MOVED = "name the meeting that stands in its place; cicareg undo takes back what was recorded wrongly"
_KEPT = ("place", "form", "chair", "agenda")  # what a meeting keeps that is moved


@dataclass(frozen=True, slots=True)
class Convene:
    """Which meeting is to come, where and how, and what it is to discuss.

    `agenda` are titles, `reviews` titles after `IDS=`, the areas and dimensions in which it is to review the
    implementation. `instead_of` is the meeting on record that is moved to this day.
    """

    meeting: str
    place: str | None = None
    form: str | None = None
    began: str | None = None
    chair: str | None = None
    agenda: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    instead_of: str | None = None


def plan(registry: Registry, asked: Convene) -> Change:
    """Write the record of the meeting; to one on record is added what it does not say, and further items."""
    cited = meeting_of(registry, asked.meeting)
    _refuse_unfit(asked)
    if registry.broken(Meeting, cited.meeting):
        raise refused(f"the record of {cited.meeting} has errors", hint="cicareg validate shows them: mend them first")
    entry, moved = registry.get(Meeting, cited.meeting), _moved(registry, cited, asked)
    if entry is not None and entry.record.held is False:
        raise refused(f"{cited.meeting} is on record as not held", hint="cicareg undo, or correct its `held`")
    said = {**_carried(registry, moved), **_said(registry, asked)} if entry is None else _said(registry, asked)
    items = [*said.pop("agenda", ()), *_items(registry, asked)]
    path = path_of(Meeting, cited.meeting)
    puts = _new(cited, said) if entry is None else _added(entry, said)
    known = data_of(registry, path).get("agenda", []) if entry else []
    adds = [Append(("agenda",), item, keys_of(Meeting)) for item in items if item not in known]
    leaves = _left(registry, moved, cited) if moved and moved.record.held is not False else {}
    return Change(
        _subject(registry, cited, moved),
        join({path: [*puts, *adds]}, leaves),
        remarks=tuple(_remarks(moved, cited, leaves)),
        concerns=_concerns(registry, items),
    )


def _concerns(registry: Registry, items: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    named = [item for item in items if item.get("review")]
    areas, dimensions = ([id_ for item in named for id_ in item.get(key, ())] for key in ("areas", "dimensions"))
    return areas_under(registry, areas, dimensions)


def _refuse_unfit(asked: Convene) -> None:
    forms = BY_KEY["form"].choices
    if asked.form is not None and asked.form not in forms:
        raise UsageError(f"--form: {asked.form} is not one of {', '.join(forms)}{did_you_mean(asked.form, forms)}")
    if asked.began:
        day_of(asked.began)
    for option, words in (("place", (asked.place,)), ("agenda", asked.agenda), ("review", asked.reviews)):
        try:
            for text in filter(None, words):
                checked(text)
        except EditError as error:
            raise UsageError(f"--{option}: {error}", hint="type it anew, without that character") from None


def _moved(registry: Registry, cited: Reference, asked: Convene) -> Entry[Meeting] | None:
    """Give the meeting that is moved; one that decided something was held."""
    if asked.instead_of is None:
        return None
    known = registry.ids(Meeting)
    entry = registry.get(Meeting, asked.instead_of)
    if entry is None:
        raise UsageError(f"no meeting {asked.instead_of!r} on record{did_you_mean(asked.instead_of, known)}")
    if entry.id == cited.meeting or entry.record.organ != cited.organ:
        raise UsageError(f"--instead-of: {entry.id} is no other meeting of {cited.organ}")
    if entry.record.decisions or entry.record.list:
        raise refused(f"{entry.id} was held: it has {'decisions' if entry.record.decisions else 'a list'} on record")
    if entry.record.held is False and not is_moved_to(entry.record, cited.meeting):
        raise refused(f"{entry.id} was not held: {why_not_held(entry.record)}", hint=_MOVED)
    return entry


def _carried(registry: Registry, moved: Entry[Meeting] | None) -> dict[str, Any]:
    data = data_of(registry, path_of(Meeting, moved.id)) if moved else {}
    return {key: data[key] for key in _KEPT if key in data}


def _said(registry: Registry, asked: Convene) -> dict[str, Any]:
    place = texts(registry, (asked.place,), "place") if asked.place else None
    pairs = (("began", asked.began), ("place", place), ("form", asked.form), ("chair", asked.chair))
    return dict(stated(pairs))


def _items(registry: Registry, asked: Convene) -> Iterator[Mapping[str, Any]]:
    """Yield the items of the agenda, as they are written."""
    known = {dimension.id for dimension in top(registry).dimensions}
    yield from ({"title": texts(registry, (title,), "agenda")} for title in asked.agenda)
    for word in asked.reviews:
        ids, equals, title = word.partition("=")
        if not equals or not title.strip() or not ids:
            raise UsageError(
                f"{word!r} names no review",
                hint='a review is given as AREA|DIMENSION=TITLE: "human=Review of the year"',
            )
        areas = tuple(id_ for id_ in ids.split(",") if id_ not in known)
        for area in areas:
            area_on_record(registry, area)
        dimensions = tuple(id_ for id_ in ids.split(",") if id_ in known)
        about = stated((("areas", areas), ("dimensions", dimensions)))
        yield {"title": texts(registry, (title.strip(),), "review"), **about, "review": True}


def _new(cited: Reference, said: Mapping[str, Any]) -> Sequence[Edit]:
    data = {"organ": cited.organ, "date": str(cited.day), **said}
    return [Put((key,), value, keys_of(Meeting)) for key, value in data.items()]


def _added(entry: Entry[Meeting], said: Mapping[str, Any]) -> Sequence[Edit]:
    """Add what is said and not on record; what is there otherwise is refused."""
    edits = []
    for key, value in said.items():
        held = getattr(entry.record, key) if key in entry.record.model_fields_set else None
        if held is None:
            edits.append(Put((key,), value, keys_of(Meeting)))
        elif not (value.items() <= held.items() if isinstance(held, dict) else str(held) == value):
            shown = any_name(held) if isinstance(held, dict) else held
            raise refused(f"{entry.id} is on record with another {key}: {shown}", hint=_HINT)
    return edits


def _left(registry: Registry, moved: Entry[Meeting], cited: Reference) -> Mapping[str, Sequence[Edit]]:
    """Say of the meeting that it was not held, and of what was handed in for it that it is for the new day."""
    why, source = f"It was moved to {cited.day} ({cited.meeting}).", source_of(cited.meeting)
    path = path_of(Meeting, moved.id)
    held = correction(path, "held", True, why, source)
    edits: dict[str, Sequence[Edit]] = {path: (held, Put(("held",), False, keys_of(Meeting)))}
    for document in registry.of(Document):
        if document.record.meeting == moved.id:
            was = correction(document.path, "meeting", moved.id, why, source)
            edits[document.path] = (was, Put(("meeting",), cited.meeting))
    return edits


def _subject(registry: Registry, cited: Reference, moved: Entry[Meeting] | None) -> str:
    organ = top(registry).organs[cited.organ]
    name = f"the meeting of {any_name(organ.short or organ.name)} on {cited.day}"
    return f"Move {moved.id} to {cited.day}: {name}" if moved else f"Convene {name}"


def _remarks(moved: Entry[Meeting] | None, cited: Reference, leaves: Mapping[str, Sequence[Edit]]) -> Iterator[str]:
    if moved is not None and leaves:
        yield f"the meeting {moved.id} is marked as not held"
        papers = len(leaves) - 1
        if papers:
            said = "1 document that is for it is" if papers == 1 else f"{papers} documents that are for it are"
            yield f"{said} for {cited.meeting} from now on"


ACT = Act("convene", Convene, plan)
