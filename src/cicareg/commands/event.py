"""Record an event, or what became of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _means, _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._asking import asked, is_person
from cicareg.commands._desk import Desk
from cicareg.commands._events import STATUSES, dates_of
from cicareg.errors import Exit, UsageError

if TYPE_CHECKING:
    from cicareg.changes.event import Event
    from cicareg.registry import Registry

GROUP = "Record what was decided", 21


def run(
    ctx: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(metavar="EVENT", help="The id of the event, new or on record.", autocompletion=_offers.events),
    ],
    title: Annotated[
        list[str] | None, typer.Option("--title", metavar="[LANG=]TEXT", help="Its title; once for each language.")
    ] = None,
    unofficial: Annotated[
        list[str] | None,
        typer.Option(
            "--unofficial",
            metavar="LANG",
            help="A language in which the texts are a translation of ours; may be repeated.",
        ),
    ] = None,
    purpose: Annotated[
        list[str] | None, typer.Option("--purpose", metavar="[LANG=]TEXT", help="What it is for.")
    ] = None,
    concept: Annotated[
        list[str] | None, typer.Option("--concept", metavar="[LANG=]TEXT", help="Its brief concept.")
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area", metavar="AREA", help="An area that it belongs to; may be repeated.", autocompletion=_offers.areas
        ),
    ] = None,
    dimension: Annotated[
        list[str] | None,
        typer.Option("--dimension", metavar="DIMENSION", help="A dimension that it belongs to as a whole."),
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option("--dates", metavar="DATES", help="When: 2026-03-15, 2026-03-15/2026-03-17, 2026-03 or 2026."),
    ] = None,
    place: Annotated[list[str] | None, typer.Option("--place", metavar="[LANG=]TEXT", help="Where.")] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of online, offline, hybrid.",
            autocompletion=_offers.words("online", "offline", "hybrid"),
        ),
    ] = None,
    organiser: Annotated[
        list[str] | None,
        typer.Option(
            "--organiser",
            metavar="STATE",
            help="A state that organises it; may be repeated.",
            autocompletion=_offers.states_by_code,
        ),
    ] = None,
    partner: Annotated[
        list[str] | None,
        typer.Option("--partner", metavar="[LANG=]NAME", help="An organiser that is no state; may be repeated."),
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option(
            "--plan", metavar="DOCUMENT", help="The annual plan that it stands in.", autocompletion=_offers.documents
        ),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document", metavar="DOCUMENT", help="A document that it deals with.", autocompletion=_offers.documents
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="What became of it: held, postponed or cancelled.",
            autocompletion=_offers.words(*STATUSES),
        ),
    ] = None,
    moved_to: Annotated[
        str | None, typer.Option("--moved-to", metavar="DATES", help="The new dates of one that was postponed.")
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="STATE", help="A state that proposed it.", autocompletion=_offers.states_by_code),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day on which it was proposed.")] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answers", metavar="MEETING/N", help="The request that it answers.", autocompletion=_offers.decisions
        ),
    ] = None,
    restricted: Annotated[bool, typer.Option("--restricted", help="It reaches no published output.")] = False,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="SOURCE", help="Where this is written: a source and the place in it."),
    ] = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record an event, or what became of one on record.

    A new one needs a title and dates, as exactly as they are known. Of one on record, what is said is added; what was
    planned becomes held, postponed or cancelled, and may have another place or format. What was held stays as it is.

    \b
    Examples:
      cicareg event ice-course --title "Course on ice" --area 4.2 --dates 2026-02 --organiser MNG --dry-run
      cicareg event digital-forensics --status held --dry-run
      cicareg event finance-summit-4 --status postponed --moved-to 2024-05 --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj
    event = id_.lower()

    def make(registry: "Registry") -> "Event":
        from cicareg.changes.event import Event
        from cicareg.commands import _questions
        from cicareg.records.event import Event as Record

        ask = registry.path_of(Record, event) is None and is_person() and not yes
        called, when = tuple(title or ()), dates
        if ask and not called:
            called = (_questions.words(None, "--title", "What is it called"),)
        if ask and when is None:
            when = asked(None, "--dates", "When does it take place (such as 2026-03)", dates_of)
        return Event(
            id=event,
            title=called,
            unofficial=tuple(unofficial or ()),
            purpose=tuple(purpose or ()),
            concept=tuple(concept or ()),
            areas=_means.areas(registry, area),
            dimensions=_means.dimensions(registry, dimension),
            dates=dates_of(when) if when else None,
            place=tuple(place or ()),
            format=format_,
            organisers=_means.states(registry, organiser),
            partners=tuple(partner or ()),
            plan=plan,
            documents=tuple(document or ()),
            status=status,
            moved_to=dates_of(moved_to) if moved_to else None,
            proposed_by=_means.states(registry, by),
            submitted=_questions.optional_day(on),
            answers=tuple(answers or ()),
            restricted=restricted,
            source=source,
        )

    if moved_to and not status:
        raise UsageError("--moved-to goes with --status", hint="--status postponed, or held where it was held then")
    complete = bool(title and dates) or status is not None
    return perform(desk, "event", make, How(dry_run, no_commit, yes, message, complete or not is_person()))
