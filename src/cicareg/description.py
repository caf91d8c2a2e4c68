"""The files of a kind of record described: for programs as a schema, for officers key by key."""

from typing import Any, NamedTuple


class Key(NamedTuple):
    """A key: what stands under it, and what that means (both Markdown of the program's own)."""

    name: str
    required: bool
    value: str
    meaning: str


class Section(NamedTuple):
    """A mapping with its keys; that of the record itself has no name."""

    name: str
    prose: str
    keys: tuple[Key, ...]


class Description(NamedTuple):
    """The files of one kind: their JSON Schema, where they stand, what they say, and an example."""

    name: str
    schema: dict[str, Any]
    path: str
    keyed: bool
    prose: str
    sections: tuple[Section, ...]
    example: str
