"""What `render` makes: one file, or a folder of them; written, printed, or compared with what is published."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cicareg.commands import _progress
from cicareg.commands._comparing import compare, compare_folder, refuse_others
from cicareg.commands._deliver import deliver_all, deliver_file, refuse_screen
from cicareg.commands._desk import Desk
from cicareg.errors import CicaregError, Exit, UsageError

if TYPE_CHECKING:
    from cicareg.annexes.package import Piece
    from cicareg.annexes.voice import Voice
    from cicareg.commands._register import Register
    from cicareg.document import Document
    from cicareg.formats.format import Format
    from cicareg.storage.cache import Answer

_MANY = 100  # documents: from here on it is said how far the work is


class Wanted(NamedTuple):
    """What is to be rendered: the sort of paper, its id (for the list, the meeting) or day, and how."""

    what: str
    id: str | None
    day: date | None
    lang: str | None
    restricted: bool = False
    gaps: bool = False


def render_one(desk: Desk, wanted: Wanted, to: str, output: Path | None, check: Path | None) -> Exit:
    """Make one file, and print, write or compare it."""
    from cicareg.commands._register import answered

    form = _form(to)
    if form.file and check is None:
        refuse_screen(output, form.suffix)
    answer = answered(desk, ("render", wanted, to), partial(_answer, wanted, form))
    raw = answer.text.encode("utf-8" if form.document else "latin-1")
    if check is not None:
        return compare(check, raw, is_text=form.document is not None)
    deliver_file(raw, output)
    return Exit.OK


def render_many(desk: Desk, wanted: Wanted, formats: tuple[str, ...], output: Path | None, check: Path | None) -> Exit:
    """Make a folder of files, and write or compare it."""
    from cicareg.commands._register import made as made_of

    if output is None and check is None:
        raise UsageError(f"{wanted.what} needs -o DIR: it is more than one file", hint="-o names the folder")
    forms = tuple(map(_form, formats))
    make = _package if wanted.what == "package" else _documents
    files = made_of(desk, lambda register: dict(make(_Publisher(register, wanted), forms)))
    suffixes = tuple(form.suffix for form in forms)
    if check is not None:
        return compare_folder(check, files, suffixes)
    folder = output or Path()
    refuse_others(folder, files, suffixes)
    deliver_all(files, folder)
    return Exit.OK


def _form(name: str) -> "Format":
    from cicareg.commands._formats import chosen

    return chosen(name, lambda found: found if found.document or found.file else None)


class _Publisher:
    """The register with what is wanted of it, and how it is said in a language."""

    def __init__(self, register: "Register", wanted: Wanted) -> None:
        from cicareg.commands._words import language

        register.warn()
        register.refuse_unread()
        self.register, self.wanted = register, wanted
        self.lang = language(register, wanted.lang)

    def voice(self, lang: str | None = None) -> "Voice":
        """Give a voice that has said nothing yet."""
        from cicareg.annexes.voice import Voice
        from cicareg.commands._words import templates_of, words_of
        from cicareg.questions.naming import Naming

        told = lang or self.lang
        naming = Naming(told, self.wanted.gaps)
        return Voice(self.register.registry, words_of(self.register, told), naming, templates_of(self.register, told))

    def bytes_of(self, made: "Document", form: "Format") -> bytes:
        """Give a document in a format."""
        if form.document:
            return form.document(made).encode("utf-8")
        if form.file is None:
            raise CicaregError(f"the format {form.name} carries no documents")
        return form.file(made, self.voice(made.language).templates)


def _answer(wanted: Wanted, form: "Format", register: "Register") -> "Answer":
    publisher = _Publisher(register, wanted)
    raw = publisher.bytes_of(_one(publisher), form)
    return register.answer(raw.decode("utf-8" if form.document else "latin-1"))


def _one(publisher: _Publisher) -> "Document":
    from cicareg.annexes import publishing
    from cicareg.commands._limits import bounded

    wanted, voice = publisher.wanted, publisher.voice()
    id_ = wanted.id or ""
    makers: Mapping[str, Callable[[], Document]] = {
        "list": partial(_list, publisher, voice),
        "decisions": partial(publishing.decisions, voice, id_),
        "document": partial(publishing.paper, voice, id_, restricted=wanted.restricted),
        "note": partial(publishing.note, voice, id_, restricted=wanted.restricted),
    }
    with bounded(f"the template {wanted.what}.html ({publisher.lang})"):
        return makers[wanted.what]()


def _list(publisher: _Publisher, voice: "Voice") -> "Document":
    from cicareg.annexes.publishing import list_decided, list_serving
    from cicareg.questions.listing import latest_list

    if publisher.wanted.day is not None:
        return list_serving(voice, publisher.wanted.day)
    meeting = publisher.wanted.id or latest_list(publisher.register.registry)
    if meeting is None:
        raise CicaregError(
            "no meeting on record appointed anybody or annexed a list", hint="there is nothing to render"
        )
    return list_decided(voice, meeting)


def _documents(publisher: _Publisher, forms: tuple["Format", ...]) -> Iterator[tuple[str, bytes]]:
    """Yield every document that has a body in the language and is not restricted, then an index of them."""
    from cicareg.annexes.publishing import paper
    from cicareg.commands._limits import bounded
    from cicareg.records.document import Document as Record

    entries = {
        entry.id: entry
        for entry in publisher.register.registry.of(Record)
        if entry.record.body and publisher.lang in entry.record.body and not entry.record.restricted
    }
    if not entries:
        raise CicaregError(f"no document has a body in {publisher.lang!r} on record", hint="there is nothing to render")
    titles: dict[str, str] = {}
    voice = publisher.voice()
    for id_, _ in _progress.counted(entries, "rendering", long=_MANY):
        with bounded(f"the template document.html ({publisher.lang})"):
            made = paper(voice, id_)
        titles[id_] = made.about.title
        for form in forms:
            yield id_ + form.suffix, publisher.bytes_of(made, form)
    for form in forms:
        if form.index:
            yield f"README{form.suffix}", form.index(voice.body()["short"], titles).encode("utf-8")


def _package(publisher: _Publisher, forms: tuple["Format", ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the papers of a meeting in the order of its index, the index first."""
    from cicareg.annexes.package import enclosure, withheld
    from cicareg.annexes.publishing import index
    from cicareg.commands._limits import bounded
    from cicareg.formats.pdf import pages

    meeting = publisher.wanted.id or ""
    voice = publisher.voice()
    with bounded(f"the templates ({publisher.lang})"):
        pieces = enclosure(voice, meeting)
    counted = [pages(piece.document, voice.templates) if piece.document else None for piece in pieces]
    total = sum(filter(None, counted))
    left_out = withheld(publisher.register.registry, meeting)
    separate = None in counted or bool(left_out)  # what is left out goes some other way, and nobody counts its pages
    papers = [*_notes(publisher, meeting, None if separate else total), *zip(pieces, counted, strict=True)]
    names = [_names(number, piece, forms) for number, (piece, _) in enumerate(papers, start=1)]
    entries = [
        {"title": piece.title, "files": files, "pages": count}
        for files, (piece, count) in zip(names, papers, strict=True)
    ]
    with bounded(f"the template index.html ({publisher.lang})"):
        made = index(voice, meeting, entries, total, separate=separate)
    for form in forms:
        yield f"00-index{form.suffix}", publisher.bytes_of(made, form)
    for files, (piece, _) in zip(names, papers, strict=True):
        if piece.document:
            for name, form in zip(files, forms, strict=True):
                yield name, publisher.bytes_of(piece.document, form)
    for id_ in left_out:
        publisher.register.say(f"cicareg: {id_} is restricted and was left out")


def _notes(publisher: _Publisher, meeting: str, pages: int | None) -> Iterator[tuple["Piece", None]]:
    """Yield each note of the meeting in each of its languages; a note is no part of its enclosure."""
    from cicareg.annexes.package import Piece, languages_of, notes
    from cicareg.annexes.publishing import note
    from cicareg.commands._limits import bounded

    for entry in notes(publisher.register.registry, meeting):
        printed = entry.record.pages
        if printed is not None and pages is not None and printed != pages:
            counts = f"{printed} pages of its enclosure are on record, {pages} are counted now"
            publisher.register.say(f"cicareg: {entry.id}: {counts}")
        for lang in languages_of(publisher.register.registry, entry):
            with bounded(f"the template note.html ({lang})"):
                made = note(publisher.voice(lang), entry.id, pages)
            yield Piece(f"{entry.id}-{lang}", made.about.title, made), None


def _names(number: int, piece: "Piece", forms: tuple["Format", ...]) -> list[str]:
    """Give the names of a piece's files, none where it is enclosed separately."""
    return [f"{number:02}-{piece.name}{form.suffix}" for form in forms] if piece.document else []
