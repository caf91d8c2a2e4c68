"""Change a fact that was recorded wrongly, and leave a correction that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cicareg.changes.change import Act, Change, refused
from cicareg.changes.correcting import correction, data_of, value_at
from cicareg.changes.keys import path_of
from cicareg.editing import Edit, Put, Remove, intended
from cicareg.errors import UsageError
from cicareg.kinds import kind_at
from cicareg.names import did_you_mean
from cicareg.questions.identify import identify
from cicareg.records.area import Area
from cicareg.records.base import Record, kebab
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.records.meeting import Meeting
from cicareg.records.state import State
from cicareg.registry import Registry
from cicareg.shape import Misfit, misfits
from cicareg.yaml_text import FaultError, Step, compose, shown

_LONGEST = 80
_OF_STATES = ("state", "chair", "nominated-by", "consented", "replaces")
_KINDS: tuple[type[Record], ...] = (Coordinators, Area, Meeting, Document, Event)


@dataclass(frozen=True, slots=True)
class Correct:
    """Which record, which fact in it (`tenures/3/term`, counted from 1), what it becomes (None: it goes), why."""

    record: str
    fact: str
    value: str | None
    why: str
    source: str


def plan(registry: Registry, asked: Correct) -> Change:
    """Change the fact; what was not said before is only added, and needs no correction."""
    path, steps, data, new = _read(registry, asked)
    old = value_at(data, steps)
    change = Change(f"Correct {asked.record}, {asked.fact}: {_told(old, new)}")
    if new is None and _is_gone(data, steps, asked):
        return change._replace(subject=f"Correct {asked.record}, {asked.fact}: it goes")
    _refuse_nowhere(asked, data, steps)
    if new == old:
        if old is None:
            raise UsageError(f"{asked.record} says nothing at {asked.fact}", hint=f"cicareg show {asked.record}")
        return change._replace(subject=f"Correct {asked.record}, {asked.fact}: {_said(new)}")
    _refuse_other_year(path, steps, new)
    edits: list[Edit] = [Put(steps, new) if new is not None else Remove(steps)]
    _refuse_misfit(asked, path, data, edits)
    if old is not None:
        top = str(steps[0])
        was = data[top][steps[1]] if isinstance(data[top], list) and len(steps) > 1 else data[top]
        edits.append(correction(path, top, was, asked.why, asked.source))
    posts = (asked.record,) if path == path_of(Coordinators, asked.record) else ()
    return change._replace(edits={path: tuple(edits)}, posts=posts)


def check_fact(registry: Registry, record: str, fact: str, *, gone: bool = False) -> None:
    """Refuse a fact that a record cannot have, or that is in something which is not there and need not be `gone`."""
    asked = Correct(record, fact, None, "", "")
    _, steps, data, _ = _read(registry, asked)
    if not gone:
        _refuse_nowhere(asked, data, steps)


def check_value(registry: Registry, record: str, fact: str, value: str) -> None:
    """Refuse a value that a fact cannot have."""
    asked = Correct(record, fact, value, "", "")
    path, steps, data, new = _read(registry, asked)
    _refuse_misfit(asked, path, data, [Put(steps, new)])


def _read(registry: Registry, asked: Correct) -> tuple[str, tuple[Step, ...], dict[str, Any], Any]:
    """Give the file, the place of the fact in it, what the file says, and what the fact shall say."""
    path, steps = _place(registry, asked)
    new = _named(registry, steps, _value(asked.value)) if asked.value is not None else None
    return path, steps, data_of(registry, path), new


def _named(registry: Registry, steps: Sequence[Step], value: Any) -> Any:
    """Give the code of a state where one is wanted and its name is given."""
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    if key not in _OF_STATES or not isinstance(value, str):
        return value
    known = registry.known(State, value.upper())
    return value.upper() if known else identify(registry, value, ("state",))[0].id


def _refuse_misfit(asked: Correct, path: str, data: dict[str, Any], edits: Sequence[Edit]) -> None:
    """Refuse a value of the wrong sort, such as a day that is none; errors that were there before forbid nothing."""
    found = kind_at(path)
    if found is None or asked.value is None:
        return
    model = found[0].model
    before = {misfit.message for misfit in _misfits(model, data)}
    wrong = next((m for m in _misfits(model, intended(data, edits)) if m.message not in before), None)
    if wrong is not None:
        raise UsageError(f"{asked.fact}: {wrong.message}", hint=f"what it says now: cicareg show {asked.record}")


def _refuse_other_year(path: str, steps: Sequence[Step], new: Any) -> None:
    """Refuse dates of another year: the file stands in the folder of its year, and no act moves a file."""
    found = kind_at(path)
    if found is None or found[0].model is not Event or steps != ("dates",) or not str(new)[:4].isdecimal():
        return
    folder, _, name = path.rpartition("/")
    years, _, year = folder.rpartition("/")
    if str(new)[:4] != year:
        hint = f"git mv {path} {years}/{str(new)[:4]}/{name}, then change the dates there and add the correction"
        raise refused(f"dates of another year make it another file: {new}", hint=hint)


def _misfits(model: type[Record], data: dict[str, Any]) -> Sequence[Misfit]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return tuple(misfits(error, data, model))
    return ()


def _is_gone(data: Mapping[str, Any], steps: Sequence[Step], asked: Correct) -> bool:
    """Tell whether an entry was taken from this list for this very reason: its number now means another one."""
    if len(steps) != 2 or not isinstance(steps[1], int):
        return False
    same = (steps[0], asked.why, asked.source)
    found = [c["was"] for c in data.get("corrections", ()) if (c["what"], c["why"], c["source"]) == same]
    return any(was not in data.get(str(steps[0]), ()) for was in found)


def _refuse_nowhere(asked: Correct, data: Mapping[str, Any], steps: Sequence[Step]) -> None:
    """Refuse a fact in something that is not there; of a list nothing is added at the end."""
    holder = value_at(data, steps[:-1])
    if isinstance(holder, dict) and isinstance(steps[-1], str):
        return
    if isinstance(holder, list) and isinstance(steps[-1], int) and steps[-1] < len(holder):
        return
    raise UsageError(f"{asked.record} has no {asked.fact}", hint=f"what it has: cicareg show {asked.record}")


def _told(old: Any, new: Any) -> str:
    """Say what becomes of a fact."""
    if new is None:
        return f"taken out ({_said(old)})" if old is not None else "it goes"
    return f"{_said(new)} is added" if old is None else f"{_said(old)} becomes {_said(new)}"


def _said(value: Any) -> str:
    """Give a value as the file says it, on one line; of an entry of several keys, each with what it says."""
    if isinstance(value, dict):
        return shown(", ".join(f"{key} {_said(held)}" for key, held in value.items()), _LONGEST)
    return shown(", ".join(map(_said, value)) if isinstance(value, list) else value, _LONGEST)


def _value(text: str) -> Any:
    """Read a value as the file would say it: a number, true or false, a list, a mapping, else a text."""
    try:
        composed = compose(f"value: {text}\n")
    except FaultError:
        return text
    value = composed.data.get("value")
    if composed.faults or value is None or set(composed.data) != {"value"}:
        return text
    return text if isinstance(value, str) and not text.startswith(("'", '"')) else value


def _place(registry: Registry, asked: Correct) -> tuple[str, tuple[Step, ...]]:
    """Give the file of the fact and its path there."""
    steps = _steps(asked.fact)
    models = [model for model in _KINDS if registry.known(model, asked.record)]
    if not models:
        raise UsageError(
            f"nothing that can be corrected is called {asked.record!r}",
            hint="an area, a meeting, a document or an event",
        )
    keys = {kebab(name): model for model in reversed(models) for name in model.model_fields if name != "corrections"}
    key = str(steps[0])
    if key not in keys:
        raise UsageError(
            f"{asked.record} has no fact {key!r}{did_you_mean(key, keys)}", hint=f"there are: {', '.join(keys)}"
        )
    model = keys[key]
    if registry.broken(model, asked.record):
        raise refused(f"the record of {asked.record} has errors", hint="cicareg validate shows them: mend them first")
    path = registry.path_of(Event, asked.record) if model is Event else None
    return path or path_of(model, asked.record), _from_zero(steps, asked)


def _steps(fact: str) -> Sequence[Step]:
    return [int(part) if part.isascii() and part.isdecimal() else part for part in fact.strip("/").split("/")]


def _from_zero(steps: Sequence[Step], asked: Correct) -> tuple[Step, ...]:
    if 0 in steps:
        raise UsageError(f"{asked.fact}: what stands in a list is counted from 1")
    return tuple(step - 1 if isinstance(step, int) else step for step in steps)


ACT = Act("correct", Correct, plan)
