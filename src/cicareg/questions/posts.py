"""The posts of the register in their order: dimensions by number, areas by number within them."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from cicareg.errors import CicaregError
from cicareg.reading import Entry
from cicareg.records.area import Area
from cicareg.records.coordinators import Coordinators
from cicareg.records.registry import Dimension, RegistryRecord
from cicareg.registry import Registry


class Post(NamedTuple):
    """A post: its area, the dimension it belongs to, and who holds or held it."""

    area: Entry[Area]
    dimension: Dimension
    coordinators: Entry[Coordinators] | None
    readable: bool

    @property
    def id(self) -> str:
        """Give the id of the area."""
        return self.area.id

    @property
    def number(self) -> str:
        """Give the number as cited: `2.3`, or `1` for a dimension that is the post itself."""
        own = self.area.record.number
        return str(self.dimension.number) if own is None else f"{self.dimension.number}.{own}"

    @property
    def name(self) -> Mapping[str, str]:
        """Give the name in each language; a dimension that is the post itself lends its own."""
        return self.area.record.name or self.dimension.name

    @property
    def unofficial(self) -> tuple[str, ...]:
        """Give the languages in which the name is an unofficial translation."""
        return self.area.record.unofficial if self.area.record.name else self.dimension.unofficial


def top(registry: Registry) -> RegistryRecord:
    """Give the record of the register itself; refused where it cannot be read."""
    entries = registry.of(RegistryRecord)
    if not entries:
        raise CicaregError("registry/registry.yaml cannot be read", hint="cicareg validate says what is wrong with it")
    return entries[0].record


def posts(registry: Registry, areas: Collection[str] | None = None) -> tuple[Post, ...]:
    """Give all posts, or those of some areas, in the order of their numbers."""
    dimensions = {dimension.id: dimension for dimension in top(registry).dimensions}
    entries = registry.of(Area) if areas is None else filter(None, (registry.get(Area, area) for area in areas))
    found = [
        _post(registry, area, dimensions[area.record.dimension])
        for area in entries
        if area.record.dimension in dimensions
    ]
    return tuple(sorted(found, key=lambda p: (p.dimension.number, p.area.record.number or 0, p.id)))


def posts_of_dimension(registry: Registry, dimension: str) -> tuple[Post, ...]:
    """Give the posts of one dimension in the order of their numbers."""

    def by_dimension() -> Mapping[str, tuple[Post, ...]]:
        found: dict[str, list[Post]] = {}
        for post in posts(registry):
            found.setdefault(post.dimension.id, []).append(post)
        return {id_: tuple(members) for id_, members in found.items()}

    return registry.once(posts_of_dimension, by_dimension).get(dimension, ())


def post_of(registry: Registry, area: str) -> Post | None:
    """Give one post; None where its area, or the dimension that it names, is not on record."""
    entry = registry.get(Area, area)
    dimensions = {dimension.id: dimension for dimension in top(registry).dimensions}
    return (
        _post(registry, entry, dimensions[entry.record.dimension])
        if entry and entry.record.dimension in dimensions
        else None
    )


def areas_under(registry: Registry, areas: Iterable[str], dimensions: Iterable[str]) -> tuple[str, ...]:
    """Give areas with those of whole dimensions, each once."""
    wanted = set(dimensions)
    under = (entry.id for entry in registry.of(Area) if entry.record.dimension in wanted)
    return tuple(dict.fromkeys((*areas, *under)))


def _post(registry: Registry, area: Entry[Area], dimension: Dimension) -> Post:
    readable = not registry.broken(Coordinators, area.id)
    return Post(area, dimension, registry.get(Coordinators, area.id), readable)


def is_dimension(registry: Registry, area: str) -> bool:
    """Tell whether a post is a whole dimension, not a priority area of one."""
    entry = registry.get(Area, area)
    return entry is not None and entry.record.number is None
