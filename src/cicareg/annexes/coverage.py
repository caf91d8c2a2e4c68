"""Which posts are filled and who holds how many: as tables for people, as rows for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cicareg.document import Cell, Table
from cicareg.listed import Rows
from cicareg.questions.coverage import AreaCover, Coverage, Mark, StateCover

_SIGNS: dict[Mark, str] = {
    "coordinator": "C", "acting": "A", "co-coordinator": "c", "coming": "+", "ended": "-", "": ".",
}  # fmt: skip
_LEGEND: dict[Mark, str] = {
    "coordinator": "C coordinator",
    "acting": "A acting coordinator",
    "co-coordinator": "c co-coordinator",
    "coming": "+ to come",
    "ended": "- ended, no successor recorded",
    "": ". none",
}
_AREAS = ("number", "dimension", "area", "name", "status", "vacant", "coordinators", "acting", "co-coordinators")
_STATES = ("state", "name", "coordinator", "acting", "co-coordinator", "coordinates", "acts-in", "co-coordinates")


def areas_table(found: Coverage) -> Table:
    """Give the posts under their dimensions, with the states by their codes."""
    rows: list[tuple[Cell, ...]] = []
    groups: set[int] = set()
    for _, areas in groupby(found.areas, key=lambda area: area.dimension):
        groups.add(len(rows))
        rows += _dimension(list(areas))
    heads = ("No.", "Priority area", "Coordinator", "Co-coordinator")
    return Table(_cells(heads), tuple(rows), frozenset(groups), _areas_note(found))


def states_table(found: Coverage) -> Table:
    """Give each state with a sign for each post, the posts of a dimension together, and how many posts it holds."""
    stretches = list(_stretches(found.areas))
    heads = ("State", *(head for head, _, _ in stretches), "C", "c")
    rows = [
        (state.name, *(_signs(state, first, last) for _, first, last in stretches), *_counts(state))
        for state in found.states
    ]
    return Table(_cells(heads), tuple(_row(row) for row in rows), note=_states_note(found))


def areas_rows(found: Coverage) -> Rows:
    """Give the posts as rows."""
    rows = tuple(
        (a.number, a.dimension, a.area, a.name, a.status, a.vacant, a.coordinators, a.acting, a.co_coordinators)
        for a in found.areas
    )
    return Rows("areas", _AREAS, rows, (("basis", found.basis),))


def states_rows(found: Coverage) -> Rows:
    """Give the states as rows: how many posts each holds, and which."""
    return Rows("states", _STATES, tuple(_values(found, state) for state in found.states), (("basis", found.basis),))


def _values(found: Coverage, state: StateCover) -> tuple[str | int | tuple[str, ...], ...]:
    def posts(mark: Mark) -> tuple[str, ...]:
        return tuple(a.area for a, own in zip(found.areas, state.marks, strict=True) if own == mark)

    held = (posts("coordinator"), posts("acting"), posts("co-coordinator"))
    return (state.state, state.name, *map(len, held), *held)


def _dimension(areas: Sequence[AreaCover]) -> Iterator[tuple[Cell, ...]]:
    first = areas[0]
    if "." in first.number:
        vacant = sum(area.vacant for area in areas)
        said = f", {vacant} without a coordinator" if vacant else ""
        title = f"{first.number.partition('.')[0]}  {first.dimension_name}: {len(areas)} areas{said}"
        yield (Cell((title.replace(": 1 areas", ": 1 area"),), columns=4, strong=True),)
    for area in areas:
        leading = " ".join([*area.coordinators, *(f"{state} (acting)" for state in area.acting)])
        yield _row((area.number, area.name, leading or _nobody(area), " ".join(area.co_coordinators)))


def _nobody(area: AreaCover) -> str:
    return "vacant" if area.vacant else area.status.replace("-", " ")


def _stretches(areas: Sequence[AreaCover]) -> Iterator[tuple[str, int, int]]:
    """Yield the posts of each dimension together: as `2.1-5`, and from which to which place they stand."""
    first = 0
    for _, members in groupby(areas, key=lambda area: area.dimension):
        numbers = [area.number for area in members]
        last = first + len(numbers)
        more = f"-{numbers[-1].partition('.')[2]}" if len(numbers) > 1 else ""
        yield f"{numbers[0]}{more}", first, last
        first = last


def _signs(state: StateCover, first: int, last: int) -> str:
    return "".join(_SIGNS[mark] for mark in state.marks[first:last])


def _counts(state: StateCover) -> tuple[str, str]:
    return str(state.count("coordinator", "acting") or "-"), str(state.count("co-coordinator") or "-")


def _areas_note(found: Coverage) -> str:
    vacant = [area.number for area in found.areas if area.vacant]
    alone = [area.number for area in found.areas if not area.co_coordinators]
    said = [_head(found), f"without a coordinator: {', '.join(vacant) or 'none'}"]
    return "; ".join([*said, f"without a co-coordinator: {', '.join(alone) or 'none'}"]) + ".\n" + _idle(found)


def _states_note(found: Coverage) -> str:
    used = {mark for state in found.states for mark in state.marks} | {""}
    legend = "; ".join(said for mark, said in _LEGEND.items() if mark in used)
    counted = "In the last columns: of how many posts it is coordinator, and of how many co-coordinator."
    return f"{_head(found)}; {legend}.\n{counted}\n{_idle(found)}"


def _head(found: Coverage) -> str:
    return f"{found.basis[:1].upper()}{found.basis[1:]}: {len(found.areas)} posts"


def _idle(found: Coverage) -> str:
    idle = [state.name for state in found.states if state.idle]
    return f"Without a post: {len(idle)} of {len(found.states)} states" + (f" ({', '.join(idle)})." if idle else ".")


def _row(texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell((text,)) if text else Cell() for text in texts)


def _cells(heads: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    return (_row(heads),)
