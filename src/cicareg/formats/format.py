"""What a format is: its name, and a function for each sort of thing that it can carry."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cicareg.collect import collect, modules
from cicareg.description import Description
from cicareg.differences.shown import Shown
from cicareg.document import About, Document, Table, Templates
from cicareg.explanation import Explanation
from cicareg.finding import Report
from cicareg.listed import Listing, PostLine, Rows
from cicareg.look import Look
from cicareg.sheet import Sheet
from cicareg.timeline import Timeline, Why
from cicareg.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Format:
    """A format. What it cannot carry is None.

    `lines` gives sentences, one a line, and a note below them. `document` gives what is published as text; `file` as
    the bytes of a file that is no text, and takes the templates of the language (origin and bytes by name), of which
    a file may be made.
    `sheets` and `posts` read a list that was published: the tables of a file (its bytes and what it is called), or
    its posts where they are stated by their keys.
    """

    name: str
    findings: Callable[[Report, Look], str] | None = None
    table: Callable[[Table, Look], str] | None = None
    listing: Callable[[Listing], str] | None = None
    rows: Callable[[Rows], str] | None = None
    lines: Callable[[Sequence[str], str, Look], str] | None = None
    workbook: Callable[[Listing, About], bytes] | None = None
    document: Callable[[Document], str] | None = None
    file: Callable[[Document, Templates], bytes] | None = None
    explanations: Callable[[Sequence[Explanation], Look], str] | None = None
    timeline: Callable[[Timeline, Look], str] | None = None
    why: Callable[[Why, Look], str] | None = None
    kind: Callable[[Description], str] | None = None
    difference: Callable[[Shown, Look], str] | None = None
    index: Callable[[str, Mapping[str, str]], str] | None = None
    timetable: Callable[[Timetable], str] | None = None
    sheets: Callable[[bytes, str], tuple[Sheet, ...]] | None = None
    posts: Callable[[bytes, str], tuple[PostLine, ...]] | None = None
    suffix: str = ""


@cache
def formats() -> Mapping[str, Format]:
    """Give every format by name."""
    return {found.name: found for found in collect("cicareg.formats", Format)}


def format_named(name: str) -> Format | None:
    """Give the format of this name, or None; only the module that bears its name is imported, where there is one."""
    if f"cicareg.formats.{name}" in modules("cicareg.formats"):
        found = getattr(importlib.import_module(f"cicareg.formats.{name}"), "FORMAT", None)
        return found if isinstance(found, Format) else None
    return formats().get(name)
