"""What took place about a thing, as text for a screen of 80 columns, and as Markdown."""

import textwrap
from collections.abc import Iterator

from cicareg.formats.markdown_document import escape
from cicareg.formats.preview import rules
from cicareg.look import Look
from cicareg.timeline import Change, Event, Recorded, Timeline, Why
from cicareg.visible import visible_line

_WIDE = 80
_INDENT = " " * 12  # as wide as a day and two spaces
_NO_DAY = "no day"


def text(shown: Timeline, look: Look) -> str:
    """Give the title, the events by their days, and what is to be known of them."""
    wide = min(_WIDE, look.width)
    title = textwrap.wrap(visible_line(f"{shown.title} ({shown.id})"), wide, break_on_hyphens=False)
    lines = [f"\x1b[1m{line}\x1b[0m" if look.color else line for line in title]
    for event in shown.events:
        lines += ["", *_event(event, shown.tracked, wide)]
    if not shown.events:
        lines += ["", "nothing on record"]
    for remark in shown.remarks:
        lines += ["", *_wrapped(remark, "", wide)]
    return "\n".join(lines) + "\n"


def _event(event: Event, tracked: bool, wide: int, *, details: bool = False) -> Iterator[str]:
    day = str(event.day or _NO_DAY).ljust(len(_INDENT))
    for index, (line, _) in enumerate(_lines(event, tracked=tracked, details=details)):
        first = day if index == 0 else _INDENT
        yield from textwrap.wrap(
            visible_line(line),
            wide,
            initial_indent=first,
            subsequent_indent=_INDENT + "  ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _lines(event: Event, *, tracked: bool, details: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield what is said of an event, line by line, each with whether that is struck."""
    struck = event.removed is not None
    yield f"{'taken out: ' if struck else ''}{event.said}", struck
    rests = "; ".join([*([event.basis] if event.basis else []), *map(str, event.cites)])
    about = "  ".join(
        [*([f"[{rests}]"] if rests else []), *([event.name] if not event.said.startswith(event.name) else [])]
    )
    if about:
        yield about, False
    if tracked:
        yield _recorded(event.recorded), False
    if event.recorded and details:
        yield from ((said, False) for said in _details(event.recorded))
    for altered in event.altered:
        yield _change("altered", altered), False
    if event.removed:
        yield _change("taken out", event.removed), False


def _recorded(recorded: Recorded | None) -> str:
    if recorded is None:
        return "not committed yet"
    act = f" ({recorded.act}, operation {recorded.operation})" if recorded.act else ""
    return f"recorded {by(recorded)}{act}" if not recorded.or_before else f"recorded {by(recorded)}, or before{act}"


def by(recorded: Recorded) -> str:
    """Give `2023-08-30 in 3f2a1c9d04 by A. Person`."""
    return f"{recorded.day} in {recorded.commit[:10]} by {recorded.by}"


def _change(what: str, altered: Change) -> str:
    when = by(altered.recorded) if altered.recorded else "in no commit yet"
    said = f" ({altered.said})" if altered.said else ""
    return f"{what} {when}{said}{f': {altered.why}' if altered.why else ''}"


def why(shown: Why, look: Look) -> str:
    """Give one entry explained: what took place, on what it rests, who recorded it, how each rule judges it."""
    wide = min(_WIDE, look.width)
    title = visible_line(f"{shown.name}, {shown.place}")
    lines = [f"\x1b[1m{title}\x1b[0m" if look.color else title]
    for event in shown.events:
        lines += ["", *_event(event, shown.tracked, wide, details=True)]
    for head, texts in (("It rests on", shown.rests_on), ("Corrections", shown.corrections)):
        if texts:
            lines += ["", head, *(line for text in texts for line in _wrapped(text, "  ", wide))]
    if shown.verdicts or shown.order:
        lines += ["", "The rules for its record, on this entry", *rules(shown.verdicts, shown.order, look, wide)]
    for remark in shown.remarks:
        lines += ["", *_wrapped(remark, "", wide)]
    return "\n".join(lines) + "\n"


def _details(recorded: Recorded) -> Iterator[str]:
    """Yield what the commit says of itself, and what was asked of the act that it was."""
    yield recorded.subject
    yield from (" ".join(paragraph.split()) for paragraph in recorded.note.split("\n\n") if paragraph.strip())
    if recorded.arguments:
        yield f"asked: {recorded.arguments}"


def _wrapped(text: str, indent: str, wide: int) -> list[str]:
    return textwrap.wrap(
        visible_line(text),
        wide,
        initial_indent=indent,
        subsequent_indent=indent + "  " if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def markdown(shown: Timeline, look: Look) -> str:
    """Give the same as a list, what was taken out struck through."""
    del look
    parts = [f"# {_data(shown.title)}", "\n".join(_items(shown)) or "Nothing on record.", *map(_data, shown.remarks)]
    return "\n\n".join(parts) + "\n"


def _items(shown: Timeline) -> Iterator[str]:
    for event in shown.events:
        day = event.day or _NO_DAY
        for index, (line, struck) in enumerate(_lines(event, tracked=shown.tracked)):
            said = _data(line.removeprefix("taken out: ") if struck else line)
            said = f"~~{said}~~" if struck else said
            yield f"- **{day}** {said}" if index == 0 else f"  - {said}"


def _data(said: str) -> str:
    return escape(visible_line(said))
