"""Show everything known about one thing."""

from typing import Annotated

import typer

from cicareg.commands._desk import Desk, is_screen, put, width
from cicareg.errors import Exit


def run(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="Id, number, name or alias; or an unambiguous part of one.")],
) -> Exit:
    """Show all that is known about one thing, and where it stands.

    The thing is a state, an area, a meeting or a document.

    \b
    Examples:
      cicareg show kaz
      cicareg show 2.3
      cicareg show soc-2023-08-22
      cicareg show "road map"
    """
    from cicareg.commands._register import open_and_warn
    from cicareg.formats.format import Look
    from cicareg.formats.text import card
    from cicareg.questions.cards.card import cards
    from cicareg.questions.identify import identify

    desk: Desk = ctx.obj
    registry = open_and_warn(desk).registry
    makers = cards()
    found = identify(registry, id_, makers)
    look = Look(width(), desk.wants_color(), is_screen())
    put("\n".join(card(makers[identity.kind].make(registry, identity.id), look) for identity in found))
    return Exit.OK
