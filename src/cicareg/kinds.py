"""The kinds of record that there are, and where in a register each stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from cicareg.collect import collect
from cicareg.layout import ROOT
from cicareg.records.base import Kind, Record

_YEAR = 4  # digits


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
    kind = _kinds_by_place().get(_without_year(folder) or name)
    return None if stem == name or kind is None or (kind.folder is None and folder) else (kind, stem)


@lru_cache(maxsize=1024)  # there are few folders, each with many files
def _without_year(folder: str) -> str:
    """Give a folder as the path of its kind has it: that of a year is any."""
    above, stroke, last = folder.rpartition("/")
    return f"{above}/*" if stroke and is_year(last) else folder


@cache
def _kinds_by_place() -> Mapping[str, Kind]:
    return {kind.path if kind.folder is None else kind.path.removesuffix("/*.yaml"): kind for kind in kinds()}


def is_year(name: str) -> bool:
    """Tell whether a folder has the name of a year."""
    return len(name) == _YEAR and name.isascii() and name.isdecimal()


def place_of(kind: Kind) -> tuple[str, str]:
    """Give what comes before the id in the path of a file of the kind, or the path of the one file that it has.

    Of a kind with a folder a year it is what comes before the year.
    """
    return (f"{ROOT}/{kind.folder}/", "") if kind.folder is not None else ("", f"{ROOT}/{kind.path}")


def ids_in(kind: Kind, paths: Iterable[str]) -> tuple[str, ...]:
    """Give the ids that files in the folder of a kind have, sorted."""
    return tuple(sorted(paths_in(kind, paths)))


def paths_in(kind: Kind, paths: Iterable[str]) -> dict[str, str]:
    """Give the paths of the files in the folder of a kind by id; of an id in several years, that of the first."""
    if kind.year_of is None:
        return dict(_files_in(kind, paths))
    return dict(sorted(_files_in(kind, paths), reverse=True))


def _files_in(kind: Kind, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    before, _ = place_of(kind)
    for path in paths:
        if path.startswith(before) and path.endswith(".yaml"):
            name = path[len(before) : -len(".yaml")]
            if kind.year_of is not None:
                year, _, name = name.partition("/")
                if not name or not is_year(year):
                    continue
            if "/" not in name:
                yield name, path
