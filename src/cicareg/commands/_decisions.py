"""The questions of a decision: what the meeting did, and what belongs to that."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cicareg.changes.verbs import BY_KEY, BY_RECORD, NEEDED, OF_DOCUMENTS, OF_NEW, OF_PERSONS, VERBS, Word
from cicareg.commands import _means, _questions
from cicareg.commands._asking import asked
from cicareg.errors import UsageError
from cicareg.names import did_you_mean

if TYPE_CHECKING:
    from cicareg.changes.decide import Decide
    from cicareg.registry import Registry

_NONE = "-"
_MOST = 40  # choices that are shown; of more, the person types an id


def asked_for(registry: "Registry", known: "Decide") -> "Decide":
    """Give a decision with what is missing; what need not be said is asked for where the verb was."""
    ask = known.verb is None and not known.text
    if ask:
        from cicareg.changes.decide import refuse_known

        refuse_known(registry, known.decision)
        known = replace(known, verb=_verb())
        if known.verb is None:
            return _with(registry, known, BY_KEY["text"], needed=True)
        known = _done(registry, known, BY_KEY[known.verb])
    for word in _belonging(known.verb):
        needed = word.key in NEEDED
        told = getattr(known, word.field) is not None or (word.key == "by" and known.before is not None)
        if not told and (ask or needed):
            known = _with(registry, known, word, needed=needed)
    if known.verb == "calls-on" and not known.text and not known.for_:
        known = _with(registry, known, BY_KEY["text"], needed=True)  # else nobody knows what is asked for
    return _new_document(registry, known, ask=ask) if known.verb in OF_DOCUMENTS else known


def _verb() -> str | None:
    """Ask what was decided; None where it has words only."""
    choices = {verb: BY_KEY[verb].help[3:].rstrip(".") for verb in VERBS} | {"text": "none of these: words only"}

    def take(typed: str) -> str:
        if typed not in choices:
            raise UsageError(f"{typed!r} is none of these{did_you_mean(typed, choices)}")
        return typed

    verb = asked(None, "a verb", "What did the meeting decide", take, choices)
    return None if verb == "text" else verb


def _done(registry: "Registry", known: "Decide", word: Word) -> "Decide":
    """Ask what the verb was done to."""
    from cicareg.changes.decide import check

    if word.many:
        return _with(registry, known, word, needed=True)

    def take(typed: str) -> str:
        _questions.refuse_none(typed)
        if word.choices or word.key in OF_DOCUMENTS:
            check(registry, replace(known, what=typed))
        return typed

    said = asked(None, f"--{word.key}", word.question, take, _choices(registry, word))
    return replace(known, what=said)


def _belonging(verb: str | None) -> list[Word]:
    """Give the words that belong to a verb."""
    from cicareg.records.conditions import VERBS as COMPANIONS

    if verb is None:
        return []
    persons = ("office", "nominated-by") if verb in OF_PERSONS else ()
    words = [BY_RECORD[key] for key in (*persons, *COMPANIONS[verb]) if key in BY_RECORD]
    return [word for word in words if word.question]


def _with(registry: "Registry", known: "Decide", word: Word, *, needed: bool = False) -> "Decide":
    """Ask for a word; the answer is checked at once."""
    from cicareg.changes.decide import check

    def take(typed: str) -> "Decide":
        if typed == _NONE and not needed:
            return known
        _questions.refuse_none(typed)
        told = replace(known, **{word.field: _meant(registry, word, typed)})
        check(registry, told)
        return told

    question = word.question if needed else f"{word.question} ({_NONE} for none)"
    return asked(None, f"--{word.key}", question, take, _choices(registry, word))


def _meant(registry: "Registry", word: Word, typed: str) -> Any:
    if word.sort in ("AREA", "AREA|DIMENSION"):
        return (_means.areas if word.sort == "AREA" else _means.subjects)(registry, [typed])
    if word.sort == "STATE":
        return _means.state(registry, typed)
    if word.sort == "DATE":
        return _questions.optional_day(typed)
    return (typed,) if word.many else typed


def _choices(registry: "Registry", word: Word) -> dict[str, str] | None:
    """Give what may be answered, each with what it means; None where it is typed."""
    from cicareg.questions.naming import any_name
    from cicareg.questions.posts import top
    from cicareg.records.document import Document

    if word.choices:
        return dict.fromkeys(word.choices, "")
    if word.sort == "ORGAN":
        return {id_: any_name(organ.name) for id_, organ in top(registry).organs.items()}
    if word.sort == "DOCUMENT":
        found = {entry.id: any_name(entry.record.title) for entry in registry.of(Document)}
        return found if len(found) <= _MOST else None
    return None


def _new_document(registry: "Registry", known: "Decide", *, ask: bool) -> "Decide":
    """Ask for what puts a document on record that is not there; it may have been mistyped."""
    from cicareg.commands._desk import tell
    from cicareg.records.document import Document

    if registry.known(Document, known.what or ""):
        return known
    ids = registry.ids(Document)
    tell(f"  no document {known.what!r} on record{did_you_mean(known.what or '', ids)}; it is put there:")
    for word in (BY_KEY[key] for key in OF_NEW):
        needed = word.key in OF_NEW[:2]
        if not getattr(known, word.field) and (needed or ask):
            known = _with(registry, known, word, needed=needed)
    return known
