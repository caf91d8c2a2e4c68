"""The kinds of record that there are, and where in a register each stands."""

from collections.abc import Mapping
from functools import cache

from cicareg.collect import collect
from cicareg.records.base import Kind, Record

ROOT = "registry"


@cache
def kinds() -> tuple[Kind, ...]:
    """Give every kind of record there is."""
    return collect("cicareg.records", Kind)


@cache
def kind_of(model: type[Record]) -> Kind:
    """Give the kind of record that a model is."""
    return next(kind for kind in kinds() if kind.model is model)


def kind_at(path: str) -> tuple[Kind, str] | None:
    """Give the kind and id of the record that a path holds, or None."""
    folder, _, name = path.removeprefix(f"{ROOT}/").rpartition("/")
    stem = name.removesuffix(".yaml")
    kind = _kinds_by_place().get(folder or name)
    return None if stem == name or kind is None or (kind.folder is None and folder) else (kind, stem)


@cache
def _kinds_by_place() -> Mapping[str, Kind]:
    return {kind.folder or kind.path: kind for kind in kinds()}


def paths_by_kind(paths: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """Give the path of each record by kind and id, sorted by id; that of a kind with one file under no id."""
    found: dict[str, dict[str, str]] = {kind.name: {} for kind in kinds()}
    for path in paths:
        if (place := kind_at(path)) is not None:
            kind, id_ = place
            found[kind.name][id_ if kind.folder is not None else ""] = path
    return {name: dict(sorted(of_kind.items())) for name, of_kind in found.items()}
