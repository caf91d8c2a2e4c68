"""The kinds of record that there are, and where in a register each stands."""

from collections.abc import Iterable, Mapping
from functools import cache

from cicareg.collect import collect
from cicareg.layout import ROOT
from cicareg.records.base import Kind, Record


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


def place_of(kind: Kind) -> tuple[str, str]:
    """Give what comes before the id in the path of a file of the kind, or the path of the one file that it has."""
    return (f"{ROOT}/{kind.folder}/", "") if kind.folder is not None else ("", f"{ROOT}/{kind.path}")


def ids_in(kind: Kind, paths: Iterable[str]) -> tuple[str, ...]:
    """Give the ids that files in the folder of a kind have, sorted."""
    before, _ = place_of(kind)
    names = (path[len(before) :] for path in paths if path.startswith(before))
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml") and "/" not in name))
