"""What `render` makes of many: all documents, or all that belongs to a meeting, as files by name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cicareg.commands import _progress
from cicareg.commands._publisher import Publisher
from cicareg.errors import CicaregError

if TYPE_CHECKING:
    from cicareg.annexes.package import Piece
    from cicareg.formats.format import Format

_MANY = 100  # documents: from here on it is said how far the work is


def documents(publisher: Publisher, forms: tuple["Format", ...]) -> Iterator[tuple[str, bytes]]:
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


def package(publisher: Publisher, forms: tuple["Format", ...]) -> Iterator[tuple[str, bytes]]:
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


def _notes(publisher: Publisher, meeting: str, pages: int | None) -> Iterator[tuple["Piece", None]]:
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
