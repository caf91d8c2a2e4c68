"""What the parameters of commands offer to a shell that completes them: words, each with a short help or none.

An offer is a function of the context; `ctx.obj` is an `Asked`. It may read file names and lines of the
register, and no model is built.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from cicareg.storage import sources
from cicareg.storage.ids import area_numbers, dimensions, ids, languages, states
from cicareg.storage.ids import documents as of_kind
from cicareg.storage.ids import events as event_ids
from cicareg.storage.locating import locate

Offer = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands on the command line when the shell asks: the value of -C, and the beginning of the word."""

    folder: str | None
    typed: str

    def root(self) -> Path:
        """Find the folder of the register; the shell has not yet expanded what was typed."""
        told = Path(os.path.expandvars(self.folder)).expanduser() if self.folder else None
        return locate(told, os.environ, Path.cwd())


def words(*known: str) -> Callable[[typer.Context], list[Offer]]:
    """Offer words that never change."""

    def offer(ctx: typer.Context) -> list[Offer]:
        del ctx
        return _plain(known)

    return offer


def formats(*able: str) -> Callable[[typer.Context], list[Offer]]:
    """Offer the formats that can carry one of these things."""

    def offer(ctx: typer.Context) -> list[Offer]:
        del ctx
        return _plain(sources.format_names(*able))

    return offer


def meetings(ctx: typer.Context) -> list[Offer]:
    """Offer the meetings on record."""
    return _plain(ids(_asked(ctx).root(), "meetings"))


def sides(ctx: typer.Context) -> list[Offer]:
    """Offer the meetings on record, and what other sides of a comparison begin with."""
    return [*meetings(ctx), ("on:", "who serves on a day"), ("at:", "what a revision held"), ("file:", "a list")]


def areas(ctx: typer.Context) -> list[Offer]:
    """Offer the areas by id; once a number is begun, by their numbers."""
    asked = _asked(ctx)
    numbers = list(area_numbers(asked.root()).items()) if asked.typed[:1].isdigit() else []
    return _plain(ids(asked.root(), "areas")) + numbers


def subjects(ctx: typer.Context) -> list[Offer]:
    """Offer the areas and the dimensions."""
    return areas(ctx) + _plain(dimensions(_asked(ctx).root()))


def states_by_code(ctx: typer.Context) -> list[Offer]:
    """Offer the states by code; once something is typed also by their names."""
    asked = _asked(ctx)
    return list(_states(asked.root(), named=bool(asked.typed)))


def decisions(ctx: typer.Context) -> list[Offer]:
    """Offer the meetings on record, each with the stroke that a number follows."""
    return [(f"{id_}/", "") for id_ in ids(_asked(ctx).root(), "meetings")]


def documents(ctx: typer.Context) -> list[Offer]:
    """Offer the documents on record."""
    return _plain(ids(_asked(ctx).root(), "documents"))


def events(ctx: typer.Context) -> list[Offer]:
    """Offer the events on record."""
    return _plain(event_ids(_asked(ctx).root()))


def rendered(ctx: typer.Context) -> list[Offer]:
    """Offer the ids of what is to be rendered: meetings, documents, notes or plans; a list has none."""
    offers = {"decisions": meetings, "package": meetings, "document": documents, "note": notes, "plan": plans}
    offer = offers.get(str(ctx.params.get("what")))
    return offer(ctx) if offer else []


def notes(ctx: typer.Context) -> list[Offer]:
    """Offer the notes verbales on record."""
    return _plain(of_kind(_asked(ctx).root(), "note-verbale"))


def plans(ctx: typer.Context) -> list[Offer]:
    """Offer the annual plans on record."""
    return _plain(of_kind(_asked(ctx).root(), "annual-plan"))


def langs(ctx: typer.Context) -> list[Offer]:
    """Offer the languages of the register."""
    return _plain(languages(_asked(ctx).root()))


def rules(ctx: typer.Context) -> list[Offer]:
    """Offer the rules, and what reading itself reports."""
    del ctx
    return _plain(sources.rule_names())


def explained(ctx: typer.Context) -> list[Offer]:
    """Offer what can be explained: rules, what reading reports, and kinds of duty."""
    return rules(ctx) + duties(ctx)


def duties(ctx: typer.Context) -> list[Offer]:
    """Offer the kinds of duty."""
    del ctx
    return _plain(sources.duty_names())


def shells(ctx: typer.Context) -> list[Offer]:
    """Offer the shells that can complete."""
    del ctx
    return _plain(sources.shells())


def things(ctx: typer.Context) -> list[Offer]:
    """Offer what can be shown: states, areas, meetings, documents, events.

    By id; once something is typed also states by their names, and areas by their numbers.
    """
    asked = _asked(ctx)
    root = asked.root()
    found = list(_states(root, named=bool(asked.typed)))
    for folder in ("areas", "meetings", "documents"):
        found += _plain(ids(root, folder))
    found += _plain(event_ids(root))
    if asked.typed[:1].isdigit():
        found += area_numbers(root).items()
    return found


def _states(root: Path, *, named: bool) -> Iterator[Offer]:
    for code, names in states(root).items():
        yield code, names[0] if names else ""
        if named:
            yield from ((name, code) for name in names)


def _asked(ctx: typer.Context) -> Asked:
    return ctx.obj if isinstance(ctx.obj, Asked) else Asked(None, "")


def _plain(known: Iterator[str] | list[str] | tuple[str, ...]) -> list[Offer]:
    return [(word, "") for word in known]
