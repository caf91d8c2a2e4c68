"""A document that goes on record with the decision that deals with it."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from cicareg.changes.correcting import correction
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.posts import area_on_record
from cicareg.changes.verbs import BY_KEY, OF_DOCUMENTS, OF_NEW
from cicareg.editing import Edit, Put, Remove
from cicareg.errors import UsageError
from cicareg.kinds import kind_of
from cicareg.names import did_you_mean
from cicareg.questions.posts import top
from cicareg.records.document import Document, DocumentKind
from cicareg.registry import Registry

if TYPE_CHECKING:
    from cicareg.changes.decide import Decide

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def texts(registry: Registry, given: Sequence[str], option: str = "text") -> Mapping[str, str]:
    """Read the texts of an option: each `LANG=TEXT`, or a text in the register's first language."""
    languages = top(registry).languages
    found: dict[str, str] = {}
    for word in given:
        lang, equals, text = word.partition("=")
        if equals and _LANGUAGE.fullmatch(lang) and lang not in languages:
            raise UsageError(f"the register has no language {lang!r}", hint=f"there are: {', '.join(languages)}")
        if not equals or lang not in languages:
            lang, text = "en" if "en" in languages else languages[0], word
        if lang in found:
            raise UsageError(
                f"there are two {option}s in {lang!r}", hint=f"--{option} LANG=TEXT, once for each language"
            )
        found[lang] = text
    return found


def new_document(registry: Registry, asked: "Decide") -> Mapping[str, Sequence[Edit]]:
    """Put the document that the decision deals with on record, where it is not there."""
    if asked.verb not in OF_DOCUMENTS or registry.known(Document, asked.what or ""):
        if _of_new(asked) and not _is_known(registry, asked):
            raise UsageError(f"{_of_new(asked)} of a document that is not on record yet")
        return (
            taken_up(registry, asked.what, f"decision {asked.decision}")
            if asked.verb in OF_DOCUMENTS and asked.what
            else {}
        )
    if not asked.title or not asked.kind:
        guess = did_you_mean(asked.what or "", registry.ids(Document))
        hint = "--kind KIND --title TEXT puts it on record with the decision"
        raise UsageError(f"no document {asked.what!r} on record{guess}", hint=hint)
    refuse_unfit(registry, asked)
    data = stated(
        (
            ("kind", asked.kind),
            ("organ", asked.organ),
            ("title", texts(registry, asked.title, "title")),
            ("areas", asked.areas),
        )
    )
    return {path_of(Document, asked.what or ""): [Put((key,), value, keys_of(Document)) for key, value in data.items()]}


def _of_new(asked: "Decide") -> str:
    """Name the options that are of a new document, where any is given."""
    given = [f"--{key}" for key in OF_NEW if getattr(asked, BY_KEY[key].field)]
    return f"{' and '.join(given)} {'is' if len(given) == 1 else 'are'}" if given else ""


def refuse_unfit(registry: Registry, asked: "Decide") -> None:
    """Refuse what a new document cannot be called, or be, or concern."""
    refuse_no_document(registry, asked.what or "", asked.kind, asked.organ, asked.areas)


def refuse_no_document(registry: Registry, id_: str, kind: str | None, organ: str | None, areas: Sequence[str]) -> None:
    """Refuse an id, a kind, an organ or an area that no document can have."""
    if not re.fullmatch(kind_of(Document).id_pattern, id_, re.ASCII):
        message = f"{id_!r} cannot be the id of a document"
        raise UsageError(message, hint="an id is made of lower-case letters, digits and single hyphens")
    kinds = get_args(DocumentKind)
    if kind is not None and kind not in kinds:
        raise UsageError(
            f"no kind of document {kind!r}{did_you_mean(kind, kinds)}", hint=f"there are: {', '.join(kinds)}"
        )
    organs = top(registry).organs
    if organ is not None and organ not in organs:
        guess = did_you_mean(organ, organs)
        raise UsageError(f"no organ {organ!r} on record{guess}", hint=f"there are: {', '.join(organs)}")
    for area in areas:
        area_on_record(registry, area)


def taken_up(registry: Registry, id_: str, source: str) -> Mapping[str, Sequence[Edit]]:
    """Take back that a document never came in: it is dealt with, or came."""
    entry = registry.get(Document, id_)
    if entry is None or entry.record.counts:
        return {}
    path = path_of(Document, id_)
    return {path: (correction(path, "received", False, "It came in after all.", source), Remove(("received",)))}


def _is_known(registry: Registry, asked: "Decide") -> bool:
    """Tell whether the document is on record with all that is said of it."""
    entry = registry.get(Document, asked.what or "") if asked.verb in OF_DOCUMENTS else None
    if entry is None:
        return False
    title = texts(registry, asked.title, "title")
    said = (asked.kind, entry.record.kind), (asked.organ, entry.record.organ), (asked.areas or None, entry.record.areas)
    return all(given in (None, held) for given, held in said) and title.items() <= entry.record.title.items()
