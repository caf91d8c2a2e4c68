"""Duties as a table for people and as rows for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cicareg.deadlines.duty import STATES
from cicareg.document import Cell, Table
from cicareg.dues import DueLine, Dues
from cicareg.finding import Citation
from cicareg.listed import Rows

_COLUMNS = (
    "id", "duty", "area", "dimension", "who", "what", "since", "by", "after", "law", "paragraph", "strength", "status",
    "decision", "state", "met-by", "met-on", "because",
)  # fmt: skip
_FEW = 3  # so many states are named, of more they are counted
_DRAFT = "* The text that this rests on is a draft, not in force."
_AFTER = "> DAY: after that day; the text sets none."


def dues_table(dues: Dues) -> Table:
    """Give duties as a table by their states; equal ones of many states are one row."""
    ended = any(line.state not in ("overdue", "open") for line in dues.lines)
    heads = ("Due", "Area", "Who", "What", *(["Met by, or why not"] if ended else []))
    rows: list[tuple[Cell, ...]] = []
    groups: set[int] = set()
    for state, members in _by_state(dues):
        groups.add(len(rows))
        rows.append((Cell((_words(state).capitalize(),), columns=len(heads), strong=True),))
        rows += [tuple(Cell((text,)) if text else Cell() for text in _row(group, len(heads))) for group in members]
    return Table((tuple(Cell((head,)) for head in heads),), tuple(rows), frozenset(groups), note=_note(dues))


def dues_rows(dues: Dues) -> Rows:
    """Give duties as rows, with the day."""
    return Rows("duties", _COLUMNS, tuple(_values(line) for line in dues.lines), (("today", str(dues.today)),))


def dues_sentences(dues: Dues) -> tuple[str, ...]:
    """Give each duty as a sentence after its day and state."""
    return tuple(_sentence(line) for line in dues.lines)


def summary(dues: Dues) -> str:
    """Say how many duties are shown in which state on that day."""
    counted = Counter(line.state for line in dues.lines)
    said = ", ".join(f"{counted[state]} {_words(state)}" for state in STATES if counted[state])
    return f"On {dues.today}: {said or 'nothing is due'}."


class _Group(NamedTuple):
    """Duties that are one row: those shown, and all that are equal."""

    shown: Sequence[DueLine]
    equal: Sequence[DueLine]

    @property
    def rank(self) -> int:
        """Give the place of the gravest state shown."""
        return min(STATES.index(line.state) for line in self.shown)


def _by_state(dues: Dues) -> Iterator[tuple[str, list[_Group]]]:
    """Yield each state with its groups of equal duties; a group stands with the gravest state shown of it."""
    groups = list(_groups(dues))
    for rank, state in enumerate(STATES):
        if members := [group for group in groups if group.rank == rank]:
            yield state, members


def _groups(dues: Dues) -> Iterator[_Group]:
    shown, equal = _together(dues.lines), _together((*dues.lines, *dues.others))
    for key, lines in shown.items():
        if len(lines) > _FEW:
            yield _Group(lines, equal[key])
        else:
            yield from (_Group([line], [line]) for line in lines)


def _together(lines: Iterable[DueLine]) -> dict[tuple[object, ...], list[DueLine]]:
    """Put duties together that differ in the state only: in whose it is, and in what became of it."""
    found: dict[tuple[object, ...], list[DueLine]] = {}
    for line in lines:
        same = (line.duty, line.area, line.dimension, line.what, line.by, line.after)
        found.setdefault(same if line.is_state else (line.id,), []).append(line)
    return found


def _row(group: _Group, columns: int) -> tuple[str, ...]:
    first, one = group.shown[0], len(group.shown) == 1
    day = str(first.by or "") or (f"> {first.after}" if first.after else "")
    what = " ".join([first.duty, *([first.about] if first.about else []), *_paragraph(first.cites)])
    return (day, first.number, first.whose if one else _counted(group), what, _ended(first) if one else "")[:columns]


def _counted(group: _Group) -> str:
    counted = Counter(line.state for line in group.equal)
    said = ", ".join(f"{counted[state]} {_words(state)}" for state in STATES if counted[state])
    return f"{len(group.equal)} Member States: {said}"


def _sentence(line: DueLine) -> str:
    where = f" ({line.number} {line.area_name})" if line.number and line.area_name not in line.what else ""
    rests = f" [{line.cites}]" if line.cites else f" [{line.decision}]" if line.decision else ""
    ended = f" \N{EM DASH} {_ended(line)}" if _ended(line) else ""
    return f"{_when(line)}: {_words(line.state)} {line.duty}: {line.whose} {line.what}{where}{rests}{ended}"


def _when(line: DueLine) -> str:
    """Give the last day; else the day after which it is due, else the one on which it arose."""
    days = (("", line.by), ("after ", line.after), ("since ", line.since))
    return next((f"{word}{day}" for word, day in days if day), "no day")


def _paragraph(cites: Citation | None) -> list[str]:
    return [f"[{cites.paragraph}{_mark(cites)}]"] if cites else []


def _mark(cites: Citation | None) -> str:
    return "*" if cites and cites.status == "draft" else ""


def _ended(line: DueLine) -> str:
    if line.state == "met":
        return f"{line.met_by}{f', {line.met_on}' if line.met_on else ''}"
    return line.because or ""


def _words(state: str) -> str:
    return state.replace("-", " ")


def _note(dues: Dues) -> str:
    said = [summary(dues)]
    said += [_AFTER] if any(line.after and not line.by for line in dues.lines) else []
    said += [_DRAFT] if any(_mark(line.cites) for line in dues.lines) else []
    return "\n".join(said)


def _values(line: DueLine) -> tuple[str | None, ...]:
    cites = line.cites or (None, None, None, None)
    days = (str(day) if day else None for day in (line.since, line.by, line.after))
    met = str(line.met_on) if line.met_on else None
    own = (line.id, line.duty, line.area, line.dimension, line.who, line.what)
    return (*own, *days, *cites, line.decision, line.state, line.met_by, met, line.because)
