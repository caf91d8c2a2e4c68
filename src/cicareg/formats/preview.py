"""An act before it is written, as text for the person who decides on it."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from cicareg.finding import Citation
from cicareg.look import Look
from cicareg.preview import FileChange, Judged, PostChange, Preview, Verdict
from cicareg.visible import visible_line

_GAP = "  "
_NARROW = 40
_LEAST = 20  # columns for a citation beside its rule
_INDENT = " " * 13  # what stands under the name of a rule
_COLORS = {Judged.BREACH: "31", Judged.WARNING: "33", Judged.DEPARTURE: "36", Judged.IN_ORDER: "32", Judged.NOTE: "36"}


def preview(shown: Preview, look: Look) -> str:
    """Give the sections of a preview that have something to say, each under its head, within the width."""
    wide = max(_NARROW, look.width)
    sections = [
        [*_wrapped(shown.subject, wide, ""), *_each(shown.remarks, wide)],
        *(list(_post(post, wide)) for post in shown.posts),
        list(_titled("The rules", rules(shown.verdicts, shown.order, look, wide))),
        list(_supposed(shown.supposed, look, wide)),
        list(_titled("Elsewhere in the register", _each(shown.elsewhere, wide))),
        _wrapped(_standing(shown.standing), wide, "") if shown.standing else [],
        list(_titled("Falls due", _due(shown.due, wide))),
        list(_titled("In the files", (line for file in shown.files for line in _file(file)))),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _each(texts: Sequence[str], wide: int) -> Iterator[str]:
    return (line for text in texts for line in _wrapped(text, wide, "  "))


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield title
        yield from found


def _post(post: PostChange, wide: int) -> Iterator[str]:
    """Lay out who stands before and after: two columns as wide as they need, folded where there is no room."""
    heads = (post.label, "as it stands", "after this")
    first = min(max(len("co-coordinator"), len(heads[0])), wide // 3)
    most = max((len(name) for row in post.incumbents for name in (*row.before, *row.after)), default=0)
    column = min(max(most, len(heads[1])), (wide - first - 2 * len(_GAP)) // 2)
    yield from _columns((heads[0],), (heads[1],), (heads[2],), (first, column))
    for row in post.incumbents:
        vacant = ("vacant",) if row.role == "coordinator" else ("-",)
        yield from _columns((row.role,), row.before or vacant, row.after or vacant, (first, column))


def _columns(one: Sequence[str], two: Sequence[str], three: Sequence[str], widths: tuple[int, int]) -> Iterator[str]:
    first, column = widths
    cells = [_folded(texts, width) for texts, width in ((one, first), (two, column), (three, column))]
    for left, middle, right in zip_longest(*cells, fillvalue=""):
        yield f"{left:{first}}{_GAP}{middle:{column}}{_GAP}{right}".rstrip()


def _folded(texts: Sequence[str], width: int) -> list[str]:
    return [line for text in texts for line in textwrap.wrap(visible_line(text), width, subsequent_indent="  ") or [""]]


def rules(verdicts: Sequence[Verdict], order: int, look: Look, wide: int) -> Iterator[str]:
    """Name each verdict; the good order that nothing broke is one line."""
    name = max((len(verdict.rule) for verdict in verdicts), default=0)
    for verdict in verdicts:
        yield from _verdict(verdict, name, look, wide)
    if order:
        number = "1 rule" if order == 1 else f"{order} rules"
        yield f"  {_judged(Judged.IN_ORDER, look)}  {number} of good order"


def _supposed(verdicts: Sequence[Verdict], look: Look, wide: int) -> Iterator[str]:
    """Name what would be found if what is proposed were decided; what is in order is counted only."""
    wrong = [verdict for verdict in verdicts if verdict.judged is not Judged.IN_ORDER]
    kept = len(verdicts) - len(wrong)
    if wrong:
        yield "The rules, if it were decided so"
        yield from rules(wrong, 0, look, wide)
        yield f"  {_judged(Judged.IN_ORDER, look)}  {'1 other rule' if kept == 1 else f'{kept} other rules'}"
    elif verdicts:
        yield from _wrapped("If it were decided so, all rules would be kept", wide, "")


def _verdict(verdict: Verdict, name: int, look: Look, wide: int) -> Iterator[str]:
    cites = visible_line(_cited(verdict.cites)) if verdict.cites else "good order"
    room = wide - len(_INDENT) - name - len(_GAP)
    first, *rest = textwrap.wrap(cites, room) if room >= _LEAST else ("", *textwrap.wrap(cites, wide - len(_INDENT)))
    yield f"  {_judged(verdict.judged, look)}  {verdict.rule:{name}}  {first}".rstrip()
    column = _INDENT + " " * (name + len(_GAP)) if first else _INDENT
    yield from (f"{column}{line}" for line in rest)
    for message in (*verdict.messages, verdict.way_out):
        yield from _wrapped(message, wide, _INDENT)


def _cited(cites: Citation) -> str:
    """Give paragraph and strength; what is in force needs no more words, what is not says what it is."""
    status = "" if cites.status.startswith("in force") else f", {cites.status}"
    return f"{cites.law} {cites.paragraph}, {cites.strength}{status}"


def _standing(errors: int) -> str:
    number = "1 error" if errors == 1 else f"{errors} errors"
    return f"The register has {number} already, none of this act (see: cicareg validate)"


def _judged(judged: Judged, look: Look) -> str:
    text = f"{judged:9}"
    return f"\x1b[{_COLORS[judged]}m{text}\x1b[0m" if look.color else text


def _due(due: Sequence[tuple[str, str]], wide: int) -> Iterator[str]:
    column = max((len(when) for when, _ in due), default=0)
    for when, what in due:
        indent = " " * (column + 4)
        first, *rest = _wrapped(what, wide, indent) or [indent]
        yield f"  {when:{column}}{_GAP}{first[len(indent) :]}"
        yield from rest


def _file(file: FileChange) -> Iterator[str]:
    yield f"  {visible_line(file.path)}{' (new)' if file.new else ''}"
    yield from (f"  {visible_line(line)}" for line in file.lines)


def _wrapped(text: str, wide: int, indent: str) -> list[str]:
    return textwrap.wrap(
        visible_line(text), wide, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
