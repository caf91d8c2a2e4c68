"""The command line: modules of `commands/` become commands, exceptions become exit codes."""

import contextlib
import errno
import importlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer._click.exceptions import ClickException  # typer exports no base of its own usage errors

import cicareg
from cicareg.collect import modules
from cicareg.commands import _offers
from cicareg.commands._contents import Contents, Verb
from cicareg.commands._desk import Desk, put, silence, tell
from cicareg.errors import CicaregError, Exit, UsageError
from cicareg.storage.sources import command_title


def run(argv: Sequence[str]) -> int:
    """Run a command and give its exit code. Nothing escapes as a traceback."""
    if argv[:1] == ["--complete"]:
        return _complete(*argv[1:])
    try:
        _printable(argv)
        command = typer.main.get_command(application(argv))
        result = command.main(list(argv) or ["--help"], prog_name="cicareg", standalone_mode=False)
        return int(result or 0) if result != Exit.INTERRUPTED else _interrupted()
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except SystemExit as ended:  # the help was printed to a pipe that nobody reads any more
        silence()
        return Exit.OK if ended.code == 1 else int(ended.code or 0)
    except Exception as error:  # noqa: BLE001  # the door: whatever comes is said, never shown as a traceback
        return _ended(error)


def _complete(shell: str = "", *words: str) -> int:
    """Answer a shell that completes; whatever is wrong there is not the moment to say it."""
    from cicareg.completing import complete

    with contextlib.suppress(Exception):
        put(complete(typer.main.get_command(application(words)), shell, words))
    return Exit.OK


def _interrupted() -> int:
    tell("cicareg: interrupted; nothing was changed")
    return Exit.INTERRUPTED


def _ended(error: Exception) -> int:
    """Say what stopped a command, and give the exit code that it stands for."""
    if isinstance(error, ClickException):
        context = getattr(error, "ctx", None)
        tell(f"cicareg: {error.format_message()}")
        tell(f"try: {context.command_path if context else 'cicareg'} --help")
        return Exit.USAGE
    if isinstance(error, CicaregError):
        tell(f"cicareg: {error.message}")
        if error.hint:
            tell(f"  {error.hint}")
        return error.code
    if isinstance(error, OSError):
        return _no_file(error)
    if os.environ.get("CICAREG_DEBUG"):
        raise error
    tell(f"cicareg: this is a bug: {type(error).__name__}: {error}; nothing was changed")
    tell("  please report it with what CICAREG_DEBUG=1 prints for the same command")
    return Exit.BUG


def _no_file(error: OSError) -> int:
    if isinstance(error, BrokenPipeError):
        silence()
        return Exit.OK
    if error.errno == errno.ENOSPC:
        silence()
    tell(f"cicareg: {error.filename or 'the output'} cannot be used: {error.strerror}; nothing was changed")
    return Exit.UNREADABLE


def _printable(argv: Sequence[str]) -> None:
    for word in argv:
        try:
            word.encode("utf-8")
        except UnicodeEncodeError:
            raise UsageError(f"an argument is not UTF-8: {word.encode('utf-8', 'backslashreplace').decode()}") from None


def commands() -> dict[str, str]:
    """Give the module of each command by name."""
    names = ((name.rpartition(".")[2], name) for name in modules("cicareg.commands"))
    return {name.replace("_", "-"): module for name, module in names if not name.startswith("_")}


def application(argv: Sequence[str]) -> typer.Typer:
    """Make the application: the commands that the words name are imported, of the others title and name do."""
    app = typer.Typer(cls=Contents, add_completion=False, rich_markup_mode=None)
    app.callback()(_options)
    for name, module in commands().items():
        if name in argv:
            app.command(name, cls=Verb)(importlib.import_module(module).run)
        else:
            app.command(name, short_help=command_title(name))(_not_named)
    return app


def _not_named() -> None:
    """Stand in for a command that the words do not name."""


def _show_version(ctx: typer.Context, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        typer.echo(f"cicareg {cicareg.__version__}")
        raise typer.Exit


def _options(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Option("-C", metavar="DIR", help="Folder that holds registry/.")] = None,
    color: Annotated[
        str,
        typer.Option(
            "--color",
            metavar="WHEN",
            help="Colours: one of auto, always, never.",
            autocompletion=_offers.words("always", "auto", "never"),
        ),
    ] = "auto",
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Keep a register of offices and decisions.

    The register is -C DIR, else CICAREG_REGISTRY, else the folder here or above that holds
    registry/registry.yaml.
    """
    del version
    if color not in ("auto", "always", "never"):
        raise UsageError(f"no colour mode {color!r}", hint="there are: auto, always, never")
    ctx.obj = Desk(folder, color)
