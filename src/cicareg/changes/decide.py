"""Record a numbered decision of a meeting that appoints nobody to an area."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, get_args

from pydantic import ValidationError

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.deciding import Reference, found, news, recorded, reference, refuse_other_place
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.posts import area_on_record, day_of
from cicareg.changes.verbs import BY_KEY, OF_DOCUMENTS, OF_NEW, OF_PERSONS
from cicareg.changes.verbs import VERBS as TYPED
from cicareg.editing import Edit, EditError, Put
from cicareg.editing.scalars import checked
from cicareg.errors import UsageError
from cicareg.kinds import kind_of
from cicareg.names import did_you_mean
from cicareg.questions.decisions import in_words
from cicareg.questions.posts import top
from cicareg.records.document import Document, DocumentKind
from cicareg.records.meeting import VERBS, Decision, Meeting
from cicareg.registry import Registry
from cicareg.shape import misfits

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_OPTIONS = frozenset((*VERBS, *(key for keys in VERBS.values() for key in keys), "text", "office", "nominated-by"))
_HELP = "cicareg decide --help"
_LONGEST = 160  # characters of what was decided, in the subject of a commit


@dataclass(frozen=True, slots=True)
class Decide:
    """The paragraph, what it does to what (one verb, or a text only), and what belongs to that verb.

    `text` are `LANG=TEXT`, or a text in the register's first language. `title`, `kind`, `areas` and `organ` are of
    a document that is not on record yet; `place`, `chair` and `form` of the meeting.
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
    text: tuple[str, ...] = ()
    title: str | None = None
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
    _refuse_past(cited, asked)
    said = _said(registry, asked)
    meeting, index = found(registry, cited)
    wording = _wording({**cited.naming, **said})
    change = Change(_subject(registry, cited, wording), authority=str(cited))
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
        _document(registry, asked), recorded(registry, cited, said, place=asked.place), _held(registry, cited, asked)
    )
    return change._replace(edits=edits, remarks=news(registry, cited))


def check(registry: Registry, asked: Decide) -> None:
    """Refuse what cannot be said of a decision; a document that it deals with need not be on record."""
    _refuse_unwritable(asked)
    _refuse_past(reference(registry, asked.decision), asked)
    said = _said(registry, asked)
    _wording({"number": 1, **said})
    if asked.verb in OF_DOCUMENTS and not registry.known(Document, asked.what or ""):
        _refuse_unfit(registry, asked)
    for key in ("through", "for"):
        named = said.get(key)
        if named is not None and not registry.known(Document, named):
            raise UsageError(f"no document {named!r} on record{did_you_mean(named, registry.ids(Document))}")


def _refuse_unwritable(asked: Decide) -> None:
    """Refuse a text with a character that no file may hold."""
    given = (("text", asked.text), (asked.verb, (asked.what,)), ("title", (asked.title,)), ("place", (asked.place,)))
    for option, texts in given:
        try:
            for text in filter(None, texts):
                checked(text)
        except EditError as error:
            raise UsageError(f"--{option}: {error}", hint="type it anew, without that character") from None


def _refuse_past(cited: Reference, asked: Decide) -> None:
    """Refuse a day that was over when the organ met."""
    if asked.before and day_of(asked.before) <= cited.day:
        raise UsageError(f"--before: {asked.before} is no day after the meeting, which was held on {cited.day}")
    if asked.by and day_of(asked.by) < cited.day:
        raise UsageError(f"--by: {asked.by} is before the meeting, which was held on {cited.day}")


def _wording(data: Mapping[str, Any]) -> Decision:
    """Give the decision; a word that is none of those known is wrong usage."""
    try:
        return Decision.model_validate(data)
    except ValidationError as error:
        wrong = next(misfits(error, data, Decision))
        named = [str(step) for step in (*wrong.path[1:], *wrong.path[:1]) if step in _OPTIONS]
        raise UsageError(": ".join((*(f"--{name}" for name in named[:1]), wrong.message)), hint=_HELP) from None


def _subject(registry: Registry, cited: Reference, wording: Decision) -> str:
    """Give one line, however long the text is."""
    said = f"{'it ' if wording.verb else ''}{in_words(registry, wording)}"
    return f"Record decision {cited}: {shorten(said, _LONGEST, placeholder=' …')}"


def _said(registry: Registry, asked: Decide) -> Mapping[str, Any]:
    """Give the decision as it is written, less number or key."""
    keys = dict.fromkeys(key for keys in VERBS.values() for key in keys if key in BY_KEY)
    companions = stated((key, _typed(asked, key)) for key in keys)
    person = stated((("office", asked.office), ("nominated-by", asked.nominated_by)))
    if person and asked.verb not in OF_PERSONS:
        raise UsageError(f"--{next(iter(person))} belongs to a decision that considers or appoints a person")
    foreign = [key for key in companions if key not in VERBS.get(asked.verb or "", ())]
    if foreign:
        whose = " or ".join(verb for verb, keys in VERBS.items() if foreign[0] in keys)
        raise UsageError(f"--{foreign[0]} belongs to a decision that {whose.replace('-', ' ')}")
    text = _text(registry, asked.text)
    if asked.verb is None and not text:
        verbs = ", ".join(f"--{verb}" for verb in VERBS if verb in TYPED)
        raise UsageError("what does the decision do?", hint=f"one of {verbs}, or --text")
    verb = {asked.verb: _what(asked)} if asked.verb else {}
    both = {**verb, **companions, **({"text": text} if text else {})}
    return {key: both[key] for key in keys_of(Decision) if key in both}


def _typed(asked: Decide, key: str) -> str | None:
    word = BY_KEY[key]
    given: str | None = getattr(asked, word.field)
    return str(day_of(given)) if given and word.sort == "DATE" else given


def _what(asked: Decide) -> Any:
    if asked.verb not in OF_PERSONS:
        return asked.what
    if not asked.office:
        raise UsageError("--office is missing: for which office", hint="--office deputy-secretary-general")
    return stated((("name", asked.what), ("nominated-by", asked.nominated_by), ("office", asked.office)))


def _text(registry: Registry, given: Sequence[str]) -> Mapping[str, str]:
    languages = top(registry).languages
    found: dict[str, str] = {}
    for word in given:
        lang, equals, text = word.partition("=")
        if equals and _LANGUAGE.fullmatch(lang) and lang not in languages:
            raise UsageError(f"the register has no language {lang!r}", hint=f"there are: {', '.join(languages)}")
        if not equals or lang not in languages:
            lang, text = "en" if "en" in languages else languages[0], word
        if lang in found:
            raise UsageError(f"there are two texts in {lang!r}", hint="--text LANG=TEXT, once for each language")
        found[lang] = text
    return found


def _document(registry: Registry, asked: Decide) -> Mapping[str, Sequence[Edit]]:
    """Put the document that the decision deals with on record, where it is not there."""
    if asked.verb not in OF_DOCUMENTS or registry.known(Document, asked.what or ""):
        if _of_new(asked) and not _is_known(registry, asked):
            raise UsageError(f"{_of_new(asked)} of a document that is not on record yet")
        return {}
    if not asked.title or not asked.kind:
        guess = did_you_mean(asked.what or "", registry.ids(Document))
        hint = "--kind KIND --title TEXT puts it on record with the decision"
        raise UsageError(f"no document {asked.what!r} on record{guess}", hint=hint)
    _refuse_unfit(registry, asked)
    data = stated(
        (
            ("kind", asked.kind),
            ("organ", asked.organ),
            ("title", _text(registry, [asked.title])),
            ("areas", asked.areas),
        )
    )
    return {path_of(Document, asked.what or ""): [Put((key,), value, keys_of(Document)) for key, value in data.items()]}


def _of_new(asked: Decide) -> str:
    """Name the options that are of a new document, where any is given."""
    given = [f"--{key}" for key in OF_NEW if getattr(asked, BY_KEY[key].field)]
    return f"{' and '.join(given)} {'is' if len(given) == 1 else 'are'}" if given else ""


def _refuse_unfit(registry: Registry, asked: Decide) -> None:
    """Refuse what a new document cannot be called, or be, or concern."""
    if not re.fullmatch(kind_of(Document).id_pattern, asked.what or "", re.ASCII):
        message = f"{asked.what!r} cannot be the id of a document"
        raise UsageError(message, hint="an id is made of lower-case letters, digits and single hyphens")
    kinds = get_args(DocumentKind)
    if asked.kind is not None and asked.kind not in kinds:
        raise UsageError(
            f"no kind of document {asked.kind!r}{did_you_mean(asked.kind, kinds)}",
            hint=f"there are: {', '.join(kinds)}",
        )
    organs = top(registry).organs
    if asked.organ is not None and asked.organ not in organs:
        guess = did_you_mean(asked.organ, organs)
        raise UsageError(f"no organ {asked.organ!r} on record{guess}", hint=f"there are: {', '.join(organs)}")
    for area in asked.areas:
        area_on_record(registry, area)


def _is_known(registry: Registry, asked: Decide) -> bool:
    """Tell whether the document is on record with all that is said of it."""
    entry = registry.get(Document, asked.what or "") if asked.verb in OF_DOCUMENTS else None
    if entry is None:
        return False
    title = _text(registry, [asked.title] if asked.title else [])
    said = (asked.kind, entry.record.kind), (asked.organ, entry.record.organ), (asked.areas or None, entry.record.areas)
    return all(given in (None, held) for given, held in said) and title.items() <= entry.record.title.items()


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
