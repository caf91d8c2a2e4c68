"""Record a decision of a meeting."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _means, _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit, UsageError

if TYPE_CHECKING:
    from cicareg.changes.decide import Decide
    from cicareg.registry import Registry

GROUP = "Record what was decided", 21


def run(
    ctx: typer.Context,
    decision: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING/N", help="The paragraph, such as soc-2023-08-22/4.", autocompletion=_offers.decisions
        ),
    ] = None,
    recommends: Annotated[
        str | None,
        typer.Option(
            "--recommends", metavar="DOCUMENT", help="It recommends this document.", autocompletion=_offers.documents
        ),
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="ORGAN", help="With --recommends: to this organ.")] = None,
    that_it: Annotated[
        str | None,
        typer.Option(
            "--that-it",
            metavar="VERB",
            help="With --recommends: that it adopt, endorse or approve it.",
            autocompletion=_offers.words("adopt", "endorse", "approve"),
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="MEETING", help="With --recommends: at this meeting to come.")
    ] = None,
    considers: Annotated[
        str | None,
        typer.Option(
            "--considers", metavar="DOCUMENT", help="It considers this document.", autocompletion=_offers.documents
        ),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            "--outcome",
            metavar="OUTCOME",
            help="What came of considering: consultations-continue, agreed, noted.",
            autocompletion=_offers.words("consultations-continue", "agreed", "noted"),
        ),
    ] = None,
    approves: Annotated[
        str | None,
        typer.Option(
            "--approves", metavar="DOCUMENT", help="It approves this document.", autocompletion=_offers.documents
        ),
    ] = None,
    adopts: Annotated[
        str | None,
        typer.Option("--adopts", metavar="DOCUMENT", help="It adopts this document.", autocompletion=_offers.documents),
    ] = None,
    endorses: Annotated[
        str | None,
        typer.Option(
            "--endorses", metavar="DOCUMENT", help="It endorses this document.", autocompletion=_offers.documents
        ),
    ] = None,
    through: Annotated[
        str | None,
        typer.Option(
            "--through",
            metavar="DOCUMENT",
            help="The paper by way of which this was done.",
            autocompletion=_offers.documents,
        ),
    ] = None,
    considers_person: Annotated[
        str | None, typer.Option("--considers-person", metavar="NAME", help="It considers this candidate.")
    ] = None,
    appoints_person: Annotated[
        str | None, typer.Option("--appoints-person", metavar="NAME", help="It appoints this person.")
    ] = None,
    office: Annotated[
        str | None,
        typer.Option("--office", metavar="OFFICE", help="The office that a person is considered for or appointed to."),
    ] = None,
    nominated_by: Annotated[
        str | None,
        typer.Option(
            "--nominated-by",
            metavar="STATE",
            help="The state that nominated the person.",
            autocompletion=_offers.states_by_code,
        ),
    ] = None,
    calls_on: Annotated[
        str | None,
        typer.Option(
            "--calls-on",
            metavar="WHOM",
            help="It calls on members, coordinators, secretariat or chairmanship.",
            autocompletion=_offers.words("members", "coordinators", "secretariat", "chairmanship"),
        ),
    ] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="DATE", help="With --calls-on: before this day.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="DATE", help="With --calls-on: on this day at the latest.")
    ] = None,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="DOCUMENT",
            help="With --calls-on: the document that the request serves.",
            autocompletion=_offers.documents,
        ),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option("--text", metavar="[LANG=]TEXT", help="Free wording; once for each language."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="The kind of a document that is not on record yet.")
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="[LANG=]TEXT", help="The title of a document that is not on record yet."),
    ] = None,
    place: opt.Place = None,
    chair: Annotated[
        str | None,
        typer.Option(
            "--chair", metavar="STATE", help="Who chaired the meeting.", autocompletion=_offers.states_by_code
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--form",
            metavar="FORM",
            help="How the meeting was held: regular, informal, online.",
            autocompletion=_offers.words("regular", "informal", "online"),
        ),
    ] = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record what a paragraph of a meeting decided.

    It has one verb with what belongs to it, or a text. A meeting that is not on record is added from the citation,
    a document with --kind and --title. Appointments to areas are for `appoint` and `extend`.

    \b
    Examples:
      cicareg decide soc-2025-12-17/1 --recommends road-map --to mc --that-it endorse --dry-run
      cicareg decide soc-2025-12-17/2 --approves plan-2026 --kind annual-plan --title "Annual Plan 2026" --dry-run
      cicareg decide soc-2025-12-17/3 --calls-on members --before 2026-10-01 --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj
    verbs = {
        "recommends": recommends,
        "considers": considers,
        "approves": approves,
        "adopts": adopts,
        "endorses": endorses,
        "considers-person": considers_person,
        "appoints-person": appoints_person,
        "calls-on": calls_on,
    }
    given = {verb: what for verb, what in verbs.items() if what}
    if len(given) > 1:
        raise UsageError(f"a paragraph has one verb, not {' and '.join(f'--{verb}' for verb in given)}")
    verb, what = next(iter(given.items()), (None, None))

    def make(registry: "Registry") -> "Decide":
        from cicareg.changes.decide import Decide
        from cicareg.commands import _questions

        return Decide(
            decision=_questions.decision(registry, decision),
            verb=verb,
            what=what,
            to=to,
            that_it=that_it,
            at=at,
            through=through,
            outcome=outcome,
            nominated_by=_means.state(registry, nominated_by) if nominated_by else None,
            office=office,
            before=_questions.optional_day(before),
            by=_questions.optional_day(by),
            for_=for_,
            text=tuple(text or ()),
            title=title,
            kind=kind,
            place=place,
            chair=_means.state(registry, chair) if chair else None,
            form=form,
        )

    return perform(desk, "decide", make, How(dry_run, no_commit, yes, message, decision is not None))
