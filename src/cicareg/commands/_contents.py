"""How help reads: the commands in groups, in the order of the work, like a table of contents."""

from collections.abc import Iterable
from itertools import groupby

from typer._click.core import Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from cicareg.storage.sources import command_group

MORE = "cicareg COMMAND --help tells more of a command, with examples."


class Verb(TyperCommand):
    """A command; its usage names what must be given plainly, without the braces of typer."""

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Give the pieces of the usage line."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


class Contents(TyperGroup):
    """The commands in the groups that their own files name; the options of all come after them."""

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the groups, then the options."""
        names = self.list_commands(ctx)
        wide = max(map(len, names))
        for title, group in in_groups(names):
            with formatter.section(title):
                formatter.write_dl([(name.ljust(wide), self._title(ctx, name)) for name in group])
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write nothing: the commands stand before the options."""

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Say where more is told."""
        del ctx
        formatter.write_paragraph()
        formatter.write_text(MORE)

    def _title(self, ctx: Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=200) if command else ""


def in_groups(names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Give the groups with their commands, both in the order of the work; a command that names none comes last."""
    placed = sorted((*command_group(name), name) for name in names)
    return [(title, [name for *_, name in group]) for title, group in groupby(placed, lambda row: row[1])]
