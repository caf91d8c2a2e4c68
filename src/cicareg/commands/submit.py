"""Put a paper that came in on record."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.changes.verbs import BY_KEY
from cicareg.commands import _act_options as opt
from cicareg.commands import _asking, _means, _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.submit import Submit
    from cicareg.registry import Registry

GROUP = "Record what was decided", 20
_KINDS = BY_KEY["kind"].choices


def run(
    ctx: typer.Context,
    document: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="What the register calls it, such as ict-paper-2: one id a version."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", help=f"What it is: {', '.join(_KINDS)}.", autocompletion=_offers.words(*_KINDS)
        ),
    ] = None,
    title: Annotated[
        list[str] | None,
        typer.Option("--title", metavar="[LANG=]TEXT", help="Its title; once for each language."),
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area",
            metavar="AREA|DIMENSION",
            help="What it concerns; may be repeated.",
            autocompletion=_offers.subjects,
        ),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by", metavar="STATE", help="Who prepared it; may be repeated.", autocompletion=_offers.states_by_code
        ),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day that it bears.")] = None,
    first_draft: Annotated[
        str | None, typer.Option("--first-draft", metavar="DATE", help="The day of its first draft.")
    ] = None,
    organ: Annotated[
        str | None, typer.Option("--organ", metavar="ORGAN", help="The organ that is to decide on it.")
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            metavar="MEETING",
            help="The meeting that it is for; it may be one to come.",
            autocompletion=_offers.meetings,
        ),
    ] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answers",
            metavar="MEETING/N",
            help="The request that it answers; may be repeated.",
            autocompletion=_offers.decisions,
        ),
    ] = None,
    applies: Annotated[
        str | None,
        typer.Option("--applies", metavar="TERM", help="The period for which it is made, such as 2026-2028."),
    ] = None,
    version: Annotated[str | None, typer.Option("--version", metavar="VERSION", help="Its version as printed.")] = None,
    supersedes: Annotated[
        str | None,
        typer.Option(
            "--supersedes",
            metavar="DOCUMENT",
            help="The version whose place it takes.",
            autocompletion=_offers.documents,
        ),
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="NUMBER", help="Its registration number as printed.")
    ] = None,
    restricted: Annotated[bool, typer.Option("--restricted", help="It never reaches what is published.")] = False,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Put a paper that came in on record.

    A concept paper, an action plan, a report, a contribution before a review or to a request: one file each. A new
    version is a paper of its own, with --supersedes. To a paper that is on record already is added what it does not
    say. Its text is written into the file (`body`); its status follows from decisions.

    \b
    Examples:
      cicareg submit ict-paper --kind concept-paper --title "ICTs" --area 2.3 --by RUS --on 2024-02-01 --dry-run
      cicareg submit smes-mng --kind contribution --title "SMEs" --area sme --by MNG --on 2024-02-01 --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj
    complete = None not in (document, kind, on) and bool(title)

    def make(registry: "Registry") -> "Submit":
        from cicareg.changes.submit import Submit
        from cicareg.commands import _papers, _questions

        areas, dimensions = _papers.parted(registry, _means.subjects(registry, area))
        known = Submit(
            document=_papers.id_of(registry, document),
            kind=kind,
            title=tuple(title or ()),
            by=_means.states(registry, by),
            on=_questions.optional_day(on),
            areas=areas,
            dimensions=dimensions,
            organ=organ,
            meeting=meeting,
            answers=tuple(part.strip() for word in answers or () for part in word.split(",")),
            applies=applies,
            version=version,
            first_draft=_questions.optional_day(first_draft),
            supersedes=supersedes,
            number=number,
            restricted=restricted,
        )
        return _papers.asked_for(registry, known, ask=not complete) if _asking.is_person() else known

    return perform(desk, "submit", make, How(dry_run, no_commit, yes, message, complete))
