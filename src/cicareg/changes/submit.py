"""Put a paper that came in on record: a concept paper, an action plan, a report, a contribution; one file a version."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.deciding import found, reference
from cicareg.changes.documents import refuse_no_document, taken_up, texts
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.naming import listed, states
from cicareg.changes.posts import day_of, term_of
from cicareg.editing import Edit, EditError, Put
from cicareg.editing.scalars import checked
from cicareg.errors import UsageError
from cicareg.names import did_you_mean
from cicareg.questions.decisions import in_words
from cicareg.questions.naming import any_name, subject_labels
from cicareg.questions.posts import areas_under, top
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry
from cicareg.terms import Term

# What states hand in: of these it has to be said whose they are.
OF_STATES = ("concept-paper", "action-plan", "report", "contribution")
_LONGEST = 160  # characters of a title, in the subject of a commit


@dataclass(frozen=True, slots=True)
class Submit:
    """Which paper came in, of what kind, from whom and on which day, and what belongs to it.

    `title` is `LANG=TEXT`, or a text in the register's first language. `answers` are decisions as they are cited.
    """

    document: str
    kind: str | None = None
    title: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    on: str | None = None
    areas: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    organ: str | None = None
    meeting: str | None = None
    answers: tuple[str, ...] = ()
    applies: str | None = None
    version: str | None = None
    first_draft: str | None = None
    supersedes: str | None = None
    number: str | None = None
    restricted: bool = False


def plan(registry: Registry, asked: Submit) -> Change:
    """Write the file of the paper; to one on record is added what it does not say."""
    check(registry, asked)
    entry, said = _on_record(registry, asked.document), _said(registry, asked)
    edits = _new(asked, said) if entry is None else _added(entry, said)
    again = taken_up(registry, asked.document, f"submitted {asked.on}" if asked.on else "submitted")
    path = path_of(Document, asked.document)
    return Change(
        _subject(registry, asked, entry),
        join({path: edits}, again),
        remarks=(*_came_again(again), *_answered(registry, asked), *_superseded(registry, asked)),
        concerns=_concerns(registry, asked, entry),
    )


def _concerns(registry: Registry, asked: Submit, entry: Entry[Document] | None) -> tuple[str, ...]:
    areas = asked.areas or (entry.record.areas if entry else ())
    return areas_under(registry, areas, asked.dimensions or (entry.record.dimensions if entry else ()))


def check(registry: Registry, asked: Submit) -> None:
    """Refuse what cannot be said of a paper; what is not said yet is not missed."""
    refuse_no_document(registry, asked.document, asked.kind, asked.organ, asked.areas)
    known = [dimension.id for dimension in top(registry).dimensions]
    for dimension in asked.dimensions:
        if dimension not in known:
            hint = f"there are: {', '.join(known)}"
            raise UsageError(f"no dimension {dimension!r} on record{did_you_mean(dimension, known)}", hint=hint)
    for day in filter(None, (asked.on, asked.first_draft)):
        day_of(day)
    if asked.applies:
        term_of(asked.applies)
    _refuse_unknown(registry, asked)
    _refuse_unwritable(asked)


def _refuse_unknown(registry: Registry, asked: Submit) -> None:
    """Refuse a paper, a meeting or a request that is not on record."""
    before = asked.supersedes
    if before == asked.document:
        raise UsageError("--supersedes: a paper does not take its own place", hint="a new version has an id of its own")
    if before is not None and not registry.known(Document, before):
        raise UsageError(f"no document {before!r} on record{did_you_mean(before, registry.ids(Document))}")
    if asked.meeting is not None and not registry.known(Meeting, asked.meeting):
        guess = did_you_mean(asked.meeting, registry.ids(Meeting))
        raise UsageError(
            f"no meeting {asked.meeting!r} on record{guess}",
            hint=f"cicareg convene {asked.meeting} puts one to come there",
        )
    for typed in asked.answers:
        cited = reference(registry, typed)
        meeting, index = found(registry, cited)
        if meeting is None or index is None:
            raise UsageError(f"no decision {cited} on record", hint=f"cicareg decide {cited} records what it asks")
        decision = meeting.record.decisions[index]
        if decision.calls_on is None:
            said = in_words(registry, decision) or "has a text only"
            raise UsageError(f"--answers: {cited} calls on nobody: it {said}", hint=f"cicareg show {cited.meeting}")


def _refuse_unwritable(asked: Submit) -> None:
    """Refuse a text with a character that no file may hold."""
    for option, words in (("title", asked.title), ("number", (asked.number,)), ("version", (asked.version,))):
        try:
            for text in filter(None, words):
                checked(text)
        except EditError as error:
            raise UsageError(f"--{option}: {error}", hint="type it anew, without that character") from None


def _on_record(registry: Registry, id_: str) -> Entry[Document] | None:
    if registry.broken(Document, id_):
        raise refused(f"the record of {id_} has errors", hint="cicareg validate shows them: mend them first")
    return registry.get(Document, id_)


def _said(registry: Registry, asked: Submit) -> Mapping[str, Any]:
    """Give what is said of the paper, as it is written."""
    said = stated(
        (
            ("kind", asked.kind),
            ("organ", asked.organ),
            ("prepared-by", asked.by),
            ("title", texts(registry, asked.title, "title") or None),
            ("number", asked.number),
            ("version", asked.version),
            ("date", asked.on),
            ("first-draft", asked.first_draft),
            ("applies", asked.applies),
            ("areas", asked.areas),
            ("dimensions", asked.dimensions),
            ("supersedes", asked.supersedes),
            ("meeting", asked.meeting),
            ("answers", tuple(str(reference(registry, typed)) for typed in asked.answers)),
            ("restricted", asked.restricted or None),
        )
    )
    return {key: said[key] for key in keys_of(Document) if key in said}


def missing(asked: Submit) -> str | None:
    """Give the option that has to be given of a paper that is not on record yet, or None."""
    needed = {"kind": asked.kind, "title": asked.title, "on": asked.on, "by": asked.by or asked.kind not in OF_STATES}
    return next((option for option, given in needed.items() if not given), None)


def _new(asked: Submit, said: Mapping[str, Any]) -> Sequence[Edit]:
    option = missing(asked)
    if option is not None:
        raise UsageError(
            f"{asked.document} is not on record yet, and --{option} is missing",
            hint="cicareg submit --help shows an example",
        )
    return [Put((key,), value, keys_of(Document)) for key, value in said.items()]


def _added(entry: Entry[Document], said: Mapping[str, Any]) -> Sequence[Edit]:
    """Add what is said and not on record; what is there otherwise is refused."""
    edits = []
    for key, value in said.items():
        held = _written(getattr(entry.record, key.replace("-", "_")))
        if held in (None, [], False):
            edits.append(Put((key,), value, keys_of(Document)))
        elif held != value and not (isinstance(held, dict) and value.items() <= held.items()):
            message = f"{entry.id} is on record with another {key}: {_shown(held)}"
            hint = f"a new version has an id of its own: --supersedes {entry.id}; cicareg correct mends an error"
            raise refused(message, hint=hint)
    return edits


def _written(held: Any) -> Any:
    """Give what a record holds as it is written."""
    if isinstance(held, Term | date):
        return str(held)
    return list(held) if isinstance(held, tuple) else held


def _shown(held: Any) -> str:
    return any_name(held) if isinstance(held, dict) else ", ".join(held) if isinstance(held, list) else str(held)


def _subject(registry: Registry, asked: Submit, entry: Entry[Document] | None) -> str:
    record = entry.record if entry else None
    kind = (asked.kind or (record.kind if record else "document")).replace("-", " ")
    by = asked.by or (record.prepared_by if record else ())
    about = subject_labels(registry, asked.areas, asked.dimensions)
    title = any_name(texts(registry, asked.title, "title")) or (any_name(record.title) if record else "")
    whose = f" of {states(registry, by)}" if by else ""
    on = f" on {listed(about)}" if about else ""
    return f"Record the {kind} {asked.document}{whose}{on}: {shorten(title, _LONGEST, placeholder=' …')}"


def _came_again(edits: Mapping[str, Sequence[Edit]]) -> Iterator[str]:
    if edits:
        yield "it was marked as never received; with this act it is on record as received again"


def _answered(registry: Registry, asked: Submit) -> Iterator[str]:
    for typed in asked.answers:
        cited = reference(registry, typed)
        meeting, index = found(registry, cited)
        if meeting is None or index is None:
            continue
        decision = meeting.record.decisions[index]
        on = day_of(asked.on) if asked.on else None
        late = on and ((decision.by and on > decision.by) or (decision.before and on >= decision.before))
        yield f"it answers {cited}{', after its day' if late else ''}: that {in_words(registry, decision)}"


def _superseded(registry: Registry, asked: Submit) -> Iterator[str]:
    entry = registry.get(Document, asked.supersedes) if asked.supersedes else None
    if entry is not None:
        version = f", version {entry.record.version}" if entry.record.version else ""
        yield f"it takes the place of {entry.id}{version}, once it is decided on"


ACT = Act("submit", Submit, plan)
