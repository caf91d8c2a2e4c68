"""What `list` makes: a text, or a workbook."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cicareg.commands._events import Filters, events_text
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.formats.format import Format
    from cicareg.listed import Listing
    from cicareg.storage.cache import Answer
    from cicareg.words import Words


class Asked(NamedTuple):
    """Which list is asked for, and how."""

    what: str
    meeting: str | None
    day: date | None
    pending: bool
    by_state: bool
    status: str | None
    lang: str | None
    events: Filters = Filters()


def carried(what: str, found: "Format") -> "Format | None":
    """Give a format that can carry a list, or None."""
    own = (found.listing, found.workbook) if what == "posts" else (found.rows,)
    return found if any((*own, found.table)) else None


def text(asked: Asked, write: "Format", shown: Look, register: "Register") -> "Answer":
    """Make a text of the list."""
    from cicareg.annexes.overview import overview

    if asked.what != "posts":
        return register.answer(_other(asked, write, shown, register))
    listing, words = _listing(asked, register)
    if write.listing:
        return register.answer(write.listing(listing))
    return register.answer(write.table(overview(listing, words), shown) if write.table else "")


def workbook(asked: Asked, write: "Format", register: "Register") -> bytes:
    """Make a workbook; it bears the day asked for, else that of the meeting that the list is of."""
    from cicareg.document import About
    from cicareg.questions.listing import latest_list
    from cicareg.questions.naming import Naming
    from cicareg.questions.posts import top
    from cicareg.records.meeting import Meeting

    listing, _ = _listing(asked, register)
    registry = register.registry
    meeting = registry.get(Meeting, asked.meeting or latest_list(registry) or "")
    organisation = Naming(listing.lang)(top(registry).organisation.name, "the organisation")
    about = About(
        title=f"{organisation}: {listing.said}",
        author=organisation,
        date=asked.day or (meeting.record.date if meeting and not asked.pending else None),
    )
    return write.workbook(listing, about) if write.workbook else b""


def _listing(asked: Asked, register: "Register") -> "tuple[Listing, Words]":
    """Make the list of posts, and give the words of its language."""
    from cicareg.commands._words import language, words_of
    from cicareg.questions.listing import as_decided, on_day, still_pending

    register.warn()
    registry, spoken = register.registry, language(register, asked.lang)
    words = words_of(register, spoken)
    if asked.pending:
        listing = still_pending(registry, spoken, by_state=asked.by_state)
        if not listing.posts:
            register.say("cicareg: no proposal is pending")
    elif asked.day is None:
        listing = as_decided(registry, spoken, asked.meeting, by_state=asked.by_state)
    else:
        listing = on_day(registry, spoken, asked.day, by_state=asked.by_state)
    return listing._replace(at=register.moment), words


def _other(asked: Asked, write: "Format", shown: Look, register: "Register") -> str:
    """Make the list of documents, of meetings or of events."""
    from cicareg.annexes.registers import documents_rows, documents_table, meetings_rows, meetings_table
    from cicareg.commands._words import language, words_of
    from cicareg.questions.papers import documents, meetings

    register.warn()
    lang = language(register, asked.lang)
    if asked.what == "events":
        return events_text(asked.events, lang, write, shown, register)
    words = words_of(register, lang)
    if asked.what == "documents":
        found = documents(register.registry, lang, asked.status.replace("-", " ") if asked.status else None)
        if write.name != "table":  # what leaves the screen may be published
            found = tuple(line._replace(title=words.restricted) if line.restricted else line for line in found)
        rows, table = documents_rows(found), documents_table(found, words)
    else:
        held = meetings(register.registry, lang)
        rows, table = meetings_rows(held), meetings_table(held)
    if write.rows:
        return write.rows(rows._replace(at=register.moment))
    return write.table(table, shown) if write.table else ""
