"""Put a meeting to come on record."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.changes.verbs import BY_KEY
from cicareg.commands import _act_options as opt
from cicareg.commands import _means, _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.convene import Convene
    from cicareg.registry import Registry

GROUP = "Record what was decided", 20
_FORMS = BY_KEY["form"].choices


def run(
    ctx: typer.Context,
    meeting: Annotated[
        str | None, typer.Argument(metavar="MEETING", help="The meeting, by organ and day: soc-2026-12-01.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="Where it is to be held.")] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--form", metavar="FORM", help=f"How: {', '.join(_FORMS)}.", autocompletion=_offers.words(*_FORMS)
        ),
    ] = None,
    began: Annotated[
        str | None, typer.Option("--began", metavar="DATE", help="Its first day, where it lasts longer than one.")
    ] = None,
    chair: Annotated[
        str | None,
        typer.Option("--chair", metavar="STATE", help="Who is to chair it.", autocompletion=_offers.states_by_code),
    ] = None,
    agenda: Annotated[
        list[str] | None,
        typer.Option("--agenda", metavar="[LANG=]TITLE", help="An item of its agenda; may be repeated."),
    ] = None,
    review: Annotated[
        list[str] | None,
        typer.Option(
            "--review",
            metavar="AREA|DIMENSION=TITLE",
            help="An item that reviews the implementation there; may be repeated.",
        ),
    ] = None,
    instead_of: Annotated[
        str | None,
        typer.Option(
            "--instead-of",
            metavar="MEETING",
            help="The meeting on record that is moved to this day.",
            autocompletion=_offers.meetings,
        ),
    ] = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Put a meeting to come on record, with its agenda.

    What it is to review makes contributions fall due. Once it was held, `decide` adds what it decided. A meeting that
    is moved gets a new record, as its day is its name: with --instead-of the old one is marked as not held, its agenda
    goes over, and so do the papers that are for it.

    \b
    Examples:
      cicareg convene soc-2026-12-01 --place Astana --review "human=Review of the human dimension" --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj

    def make(registry: "Registry") -> "Convene":
        from cicareg.changes.convene import Convene
        from cicareg.commands import _kept_questions, _questions

        return Convene(
            meeting=_kept_questions.meeting(registry, meeting),
            place=place,
            form=form,
            began=_questions.optional_day(began),
            chair=_means.state(registry, chair) if chair else None,
            agenda=tuple(agenda or ()),
            reviews=tuple(_means.review(registry, word) for word in review or ()),
            instead_of=instead_of.lower() if instead_of else None,
        )

    return perform(desk, "convene", make, How(dry_run, no_commit, yes, message, meeting is not None))
