"""Record a numbered decision of a meeting that appoints nobody to an area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from pydantic import ValidationError

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.deciding import Reference, found, news, recorded, reference, refuse_other_place
from cicareg.changes.documents import new_document, refuse_unfit, texts
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.posts import area_on_record, day_of
from cicareg.changes.verbs import BY_KEY, BY_RECORD, OF_DOCUMENTS, OF_PERSONS
from cicareg.changes.verbs import VERBS as TYPED
from cicareg.editing import Edit, EditError, Put
from cicareg.editing.scalars import checked
from cicareg.errors import UsageError
from cicareg.names import did_you_mean
from cicareg.questions.decisions import in_words
from cicareg.questions.posts import areas_under, top
from cicareg.records.conditions import VERBS
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from cicareg.registry import Registry
from cicareg.shape import misfits

_OPTIONS = {key: word.key for key, word in BY_RECORD.items()}  # the option that says what a record has under a key
_HELP = "cicareg decide --help"
_LONGEST = 160  # characters of what was decided, in the subject of a commit


@dataclass(frozen=True, slots=True)
class Decide:
    """The paragraph, what it does to what (one verb, or a text only), and what belongs to that verb.

    `reviews` are ids of areas and dimensions. `text` and `title` are `LANG=TEXT`, or a text in the register's first
    language. `title`, `kind`, `areas` and `organ` are of a document that is not on record yet; `place`, `chair` and
    `form` of the meeting.
    """

    decision: str
    verb: str | None = None
    what: str | None = None
    to: str | None = None
    that_it: str | None = None
    at: str | None = None
    through: str | None = None
    outcome: str | None = None
    nominated_by: str | None = None
    office: str | None = None
    before: str | None = None
    by: str | None = None
    for_: str | None = None
    reviews: tuple[str, ...] = ()
    silence_until: str | None = None
    preliminary: bool = False
    text: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    kind: str | None = None
    areas: tuple[str, ...] = ()
    organ: str | None = None
    place: str | None = None
    chair: str | None = None
    form: str | None = None


def plan(registry: Registry, asked: Decide) -> Change:
    """Add the decision in the order of numbers, its meeting where that is missing, and a new document."""
    cited = reference(registry, asked.decision)
    _refuse_unwritable(asked)
    _refuse_unlikely(registry, cited, asked)
    said = _said(registry, asked)
    meeting, index = found(registry, cited)
    wording = _wording({**cited.naming, **said})
    reviews = wording.reviews
    concerns = areas_under(registry, reviews.areas, reviews.dimensions) if reviews else ()
    change = Change(_subject(registry, cited, wording), authority=str(cited), concerns=concerns)
    if meeting is not None and index is not None:
        held = meeting.record.decisions[index]
        if held == wording:
            refuse_other_place(meeting, asked.place)
            return change._replace(edits=join(_held(registry, cited, asked)))
        raise refused(
            f"{cited} is on record with other words: it {in_words(registry, held) or 'has a text only'}",
            hint="cicareg correct changes what was recorded wrongly",
        )
    edits = join(
        new_document(registry, asked), recorded(registry, cited, said, place=asked.place), _held(registry, cited, asked)
    )
    return change._replace(edits=edits, remarks=news(registry, cited))


def refuse_known(registry: Registry, decision: str) -> None:
    """Refuse a paragraph that is on record, before it is asked what it decided."""
    cited = reference(registry, decision)
    meeting, index = found(registry, cited)
    if meeting is not None and index is not None:
        said = in_words(registry, meeting.record.decisions[index]) or "has a text only"
        raise refused(
            f"{cited} is on record already: it {said}", hint="cicareg correct changes what was recorded wrongly"
        )


def check(registry: Registry, asked: Decide) -> None:
    """Refuse what cannot be said of a decision; a document that it deals with need not be on record."""
    _refuse_unwritable(asked)
    _refuse_unlikely(registry, reference(registry, asked.decision), asked)
    said = _said(registry, asked)
    _wording({"number": 1, **said})
    if asked.verb in OF_DOCUMENTS and not registry.known(Document, asked.what or ""):
        refuse_unfit(registry, asked)
    for key in ("through", "for"):
        named = said.get(key)
        if named is not None and not registry.known(Document, named):
            raise UsageError(f"no document {named!r} on record{did_you_mean(named, registry.ids(Document))}")


def _refuse_unwritable(asked: Decide) -> None:
    """Refuse a text with a character that no file may hold."""
    given = (("text", asked.text), (asked.verb, (asked.what,)), ("title", asked.title), ("place", (asked.place,)))
    for option, words in given:
        try:
            for text in filter(None, words):
                checked(text)
        except EditError as error:
            raise UsageError(f"--{option}: {error}", hint="type it anew, without that character") from None


def _refuse_unlikely(registry: Registry, cited: Reference, asked: Decide) -> None:
    """Refuse what cannot be so beside the meeting that decides, and a form that no meeting has."""
    _refuse_past(cited, asked)
    if asked.verb == "recommends" and asked.to == cited.organ:
        raise UsageError(f"--to: {asked.to} itself decides here; a document is recommended to another organ")
    if asked.at is not None:
        _refuse_no_meeting(registry, cited, asked.at)
    forms = BY_KEY["form"].choices
    if asked.form is not None and asked.form not in forms:
        said = f"{asked.form} is not one of {', '.join(forms)}"
        raise UsageError(f"--form: {said}{did_you_mean(asked.form, forms)}", hint=_HELP)


def _refuse_no_meeting(registry: Registry, cited: Reference, named: str) -> None:
    """Refuse what names no meeting that is to come."""
    try:
        coming = reference(registry, f"{named}/1")
    except UsageError:
        organs = ", ".join(top(registry).organs)
        hint = f"it is named by its organ and day, such as {cited.organ}-2026-12-01; there are: {organs}"
        raise UsageError(f"--at: {named!r} names no meeting", hint=hint) from None
    if coming.day <= cited.day:
        raise UsageError(f"--at: {named} is not after the meeting that decides, which was held on {cited.day}")


def _refuse_past(cited: Reference, asked: Decide) -> None:
    """Refuse a day that was over when the organ met."""
    if asked.before and day_of(asked.before) <= cited.day:
        raise UsageError(f"--before: {asked.before} is no day after the meeting, which was held on {cited.day}")
    if asked.by and day_of(asked.by) < cited.day:
        raise UsageError(f"--by: {asked.by} is before the meeting, which was held on {cited.day}")
    if asked.silence_until and day_of(asked.silence_until) < cited.day:
        raise UsageError(f"--silence-until: {asked.silence_until} is before the meeting, which was held on {cited.day}")


def _wording(data: Mapping[str, Any]) -> Decision:
    """Give the decision; a word that is none of those known is wrong usage."""
    try:
        return Decision.model_validate(data)
    except ValidationError as error:
        wrong = next(misfits(error, data, Decision))
        named = [_OPTIONS[str(step)] for step in (*wrong.path[1:], *wrong.path[:1]) if step in _OPTIONS]
        raise UsageError(": ".join((*(f"--{name}" for name in named[:1]), wrong.message)), hint=_HELP) from None


def _subject(registry: Registry, cited: Reference, wording: Decision) -> str:
    """Give one line, however long the text is."""
    said = f"{'it ' if wording.verb else ''}{in_words(registry, wording)}"
    return f"Record decision {cited}: {shorten(said, _LONGEST, placeholder=' …')}"


def _said(registry: Registry, asked: Decide) -> Mapping[str, Any]:
    """Give the decision as it is written, less number or key."""
    keys = dict.fromkeys(key for keys in VERBS.values() for key in keys if key in BY_RECORD)
    companions = stated((key, _typed(asked, key)) for key in keys)
    person = stated((("office", asked.office), ("nominated-by", asked.nominated_by)))
    if person and asked.verb not in OF_PERSONS:
        raise UsageError(f"--{next(iter(person))} belongs to a decision that considers or appoints a person")
    foreign = [key for key in companions if key not in VERBS.get(asked.verb or "", ())]
    if foreign:
        whose = " or ".join(verb for verb, keys in VERBS.items() if foreign[0] in keys)
        raise UsageError(f"--{BY_RECORD[foreign[0]].key} belongs to a decision that {whose.replace('-', ' ')}")
    text = texts(registry, asked.text)
    if asked.verb is None and not text:
        verbs = ", ".join(f"--{verb}" for verb in VERBS if verb in TYPED)
        raise UsageError("what does the decision do?", hint=f"one of {verbs}, or --text")
    verb = {asked.verb: _what(registry, asked)} if asked.verb else {}
    both = {**verb, **companions, **({"text": text} if text else {})}
    return {key: both[key] for key in keys_of(Decision) if key in both}


def _typed(asked: Decide, key: str) -> Any:
    """Give what is said under a key of the record, as it is written; None where nothing is."""
    word = BY_RECORD[key]
    given = getattr(asked, word.field) or None
    typed = str(day_of(given)) if given and word.sort == "DATE" else given
    return {"until": typed} if typed and key == "silence" else typed


def _what(registry: Registry, asked: Decide) -> Any:
    if asked.verb == "reviews":
        return _reviewed(registry, asked.reviews)
    if asked.verb not in OF_PERSONS:
        return asked.what
    if not asked.office:
        raise UsageError("--office is missing: for which office", hint="--office deputy-secretary-general")
    return stated((("name", asked.what), ("nominated-by", asked.nominated_by), ("office", asked.office)))


def _reviewed(registry: Registry, ids: Sequence[str]) -> Mapping[str, Any]:
    """Part dimensions from areas; where a dimension is a post itself, both have one id and mean the same."""
    known = {dimension.id for dimension in top(registry).dimensions}
    areas = tuple(id_ for id_ in ids if id_ not in known)
    for area in areas:
        area_on_record(registry, area)
    return stated((("areas", areas), ("dimensions", tuple(id_ for id_ in ids if id_ in known))))


def _held(registry: Registry, cited: Reference, asked: Decide) -> Mapping[str, Sequence[Edit]]:
    """Say of the meeting how it was held, where nothing says so yet."""
    meeting, _ = found(registry, cited)
    given = stated((("form", asked.form), ("chair", asked.chair)))
    if meeting is not None:
        written = meeting.record.model_fields_set
        other = [key for key, value in given.items() if key in written and getattr(meeting.record, key) != value]
        if other:
            message = f"{cited.meeting} is on record with another {other[0]}"
            raise refused(message, hint="cicareg correct changes what was recorded wrongly")
        given = {key: value for key, value in given.items() if key not in written}
    return {path_of(Meeting, cited.meeting): [Put((key,), value, keys_of(Meeting)) for key, value in given.items()]}


ACT = Act("decide", Decide, plan)
