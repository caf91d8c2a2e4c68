"""What `render` makes: one file, or a folder of them; written, printed, or compared with what is published."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.commands._comparing import compare, compare_folder, refuse_others
from cicareg.commands._deliver import deliver_all, deliver_file, refuse_screen
from cicareg.commands._desk import Desk
from cicareg.commands._folders import documents, package
from cicareg.commands._publisher import Publisher, Wanted
from cicareg.commands._sides import NOW, Sides, remembered
from cicareg.errors import CicaregError, Exit, UsageError

if TYPE_CHECKING:
    from cicareg.annexes.voice import Voice
    from cicareg.commands._register import Register
    from cicareg.document import Document
    from cicareg.formats.format import Format
    from cicareg.storage.cache import Answer


def render_one(desk: Desk, wanted: Wanted, to: str, output: Path | None, check: Path | None) -> Exit:
    """Make one file, and print, write or compare it."""
    from cicareg.commands._register import answered

    form = _form(to)
    if form.file and check is None:
        refuse_screen(output, form.suffix)
    memory = all(map(remembered, wanted.sides or ()))
    answer = answered(desk, ("render", wanted, to), partial(_answer, desk, wanted, form), memory=memory)
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
    make = package if wanted.what == "package" else documents
    files = made_of(desk, lambda register: dict(make(Publisher(register, wanted), forms)))
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


def _answer(desk: Desk, wanted: Wanted, form: "Format", register: "Register") -> "Answer":
    publisher = Publisher(register, wanted)
    raw = publisher.bytes_of(_compared(desk, publisher) if wanted.sides else _one(publisher), form)
    return register.answer(raw.decode("utf-8" if form.document else "latin-1"))


def _compared(desk: Desk, publisher: Publisher) -> "Document":
    """Make what is published of two sides of a comparison."""
    from cicareg.annexes import publishing
    from cicareg.commands._limits import bounded

    wanted = publisher.wanted
    sides = Sides(desk, publisher.register, wanted.sides or (NOW, NOW), whole=True)
    ends = sides.ends()
    for note in dict.fromkeys(note for picture in ends.pictures for note in picture.notes):
        publisher.register.say(f"cicareg: {note}")
    voice = replace(publisher.voice(), registry=sides.names)
    makers = {"redline": publishing.redline, "amendments": publishing.amendments}
    with bounded(f"the template {wanted.what}.html ({publisher.lang})"):
        return makers[wanted.what](voice, ends)


def _one(publisher: Publisher) -> "Document":
    from cicareg.annexes import publishing
    from cicareg.commands._limits import bounded

    wanted, voice = publisher.wanted, publisher.voice()
    id_ = wanted.id or ""
    makers: Mapping[str, Callable[[], Document]] = {
        "list": partial(_list, publisher, voice),
        "decisions": partial(publishing.decisions, voice, id_),
        "document": partial(publishing.paper, voice, id_, restricted=wanted.restricted),
        "note": partial(publishing.note, voice, id_, restricted=wanted.restricted),
        "agenda": partial(publishing.agenda, voice, id_),
        "draft": partial(publishing.draft, voice, id_, wanted.day or date.min),
        "plan": partial(_plan, publisher, voice),
    }
    name = "templates of a draft" if wanted.what == "draft" else f"template {wanted.what}.html"
    with bounded(f"the {name} ({publisher.lang})"):
        return makers[wanted.what]()


def _list(publisher: Publisher, voice: "Voice") -> "Document":
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


def _plan(publisher: Publisher, voice: "Voice") -> "Document":
    from cicareg.annexes.plan import plan_named, withheld
    from cicareg.annexes.publishing import plan

    registry, restricted = publisher.register.registry, publisher.wanted.restricted
    id_ = plan_named(registry, publisher.wanted.id or "")
    made = plan(voice, id_, restricted=restricted)
    left_out = 0 if restricted else withheld(registry, id_)
    if left_out:
        events = "1 event is" if left_out == 1 else f"{left_out} events are"
        publisher.register.say(f"cicareg: {events} restricted and left out")
    return made
