"""Show everything known about one thing."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._desk import Desk, is_screen, put, width
from cicareg.errors import Exit
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.storage.cache import Answer

GROUP = "Look things up", 12


def run(
    ctx: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An id, number, name or alias, or an unambiguous part of one.",
            autocompletion=_offers.things,
        ),
    ],
) -> Exit:
    """Show all that is known about one thing, and where it stands.

    The thing is a state, an area, a meeting, a document or an event.

    \b
    Examples:
      cicareg show kaz
      cicareg show 2.3
      cicareg show soc-2023-08-22
      cicareg show digital-forensics
      cicareg show "road map"
    """
    from cicareg.commands._register import answered

    desk: Desk = ctx.obj
    shown = Look(width(), desk.wants_color(), is_screen())

    def make(register: "Register") -> "Answer":
        from cicareg.formats.text import card
        from cicareg.questions.cards.card import cards
        from cicareg.questions.identify import identify

        register.warn()
        makers, registry = cards(), register.registry
        found = identify(registry, id_, makers)
        texts = (card(makers[identity.kind].make(registry, identity.id), shown) for identity in found)
        return register.answer("\n".join(texts))

    put(answered(desk, ("show", id_, shown), make).text)
    return Exit.OK
