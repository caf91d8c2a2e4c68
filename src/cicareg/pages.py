"""The pages of the commands, made from what the command line says of itself: `python -m cicareg.pages FOLDER`.

`bin/pages` calls it, with what makes the other pages of docs/.
"""

import inspect
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

import typer
from typer._click.core import Command, Context, Parameter

from cicareg.cli import application, commands
from cicareg.commands._contents import in_groups
from cicareg.errors import EVERYWHERE, Exit
from cicareg.storage.output import write_outputs

_TYPED = re.compile(r"(?<![\w-])(--?[A-Za-z][A-Za-z-]*(?: [A-Z]+)?|[A-Z]+_[A-Z]+|(?:\w+/)+(?:\w+\.yaml)?)")
_CODE = re.compile(r"^ *(\d+)  (.*)$", re.MULTILINE)


def pages() -> dict[str, str]:
    """Give the page of each command, and the index, by file name."""
    group = typer.main.get_command(application(list(commands())))
    top = Context(group, info_name="cicareg")
    made: Mapping[str, Command] = getattr(group, "commands", {})
    texts = {f"{name}.md": _page(name, command, top) for name, command in made.items()}
    return {"README.md": _index(group, top, made), **texts}


def _index(group: Command, top: Context, made: Mapping[str, Command]) -> str:
    parts = ["# Commands", *_prose(group)]
    for title, names in in_groups(made):
        parts += [f"## {title}", "\n".join(f"- [{name}]({name}.md): {_title(made[name])}" for name in names)]
    parts += ["## Options before the command", _table("option", top, group.params)]
    return (
        "\n\n".join(
            [
                *parts,
                "## Exit codes",
                _codes({Exit.FINDINGS: "findings, or a difference: the page of the command says it"}),
            ]
        )
        + "\n"
    )


def _page(name: str, command: Command, top: Context) -> str:
    context = Context(command, parent=top, info_name=name)
    blocks = _blocks(command)
    usage = " ".join(["cicareg", "[-C DIR]", name, *command.collect_usage_pieces(context)])
    given = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option"]
    own = {Exit(int(code)): _said(meaning) for code, meaning in _CODE.findall(blocks.get("Exit code", ""))}
    parts = [
        f"# {name}",
        *_prose(command),
        _fenced(usage),
        *(["## Examples", _fenced(blocks["Examples"])] if "Examples" in blocks else []),
        *(["## Arguments", _table("argument", context, given)] if given else []),
        *(["## Options", _table("option", context, options)] if options else []),
        "## Exit codes",
        _codes(own),
    ]
    return "\n\n".join(parts) + "\n"


def _title(command: Command) -> str:
    return command.get_short_help_str(limit=200)


def _paragraphs(command: Command) -> Iterator[str]:
    yield from inspect.cleandoc(command.help or "").split("\n\n")


def _prose(command: Command) -> list[str]:
    """Give the paragraphs that run, each on one line, with options as code."""
    running = (" ".join(text.split()) for text in _paragraphs(command) if not text.startswith("\b"))
    return [_said(text) for text in running]


def _said(text: str) -> str:
    """Give a sentence of the help, which is plain text without markup of its own, with what is typed as code."""
    return _TYPED.sub(r"`\1`", text)


def _blocks(command: Command) -> dict[str, str]:
    """Give the parts that are set as they stand (examples, exit code), by their heading."""
    parts = (text.removeprefix("\b\n").partition(":\n") for text in _paragraphs(command) if text.startswith("\b"))
    return {head: textwrap.dedent(rest) for head, _, rest in parts}


def _table(what: str, context: Context, params: list[Parameter]) -> str:
    lines = [f"| {what} | meaning | default |", "| --- | --- | --- |"]
    return "\n".join([*lines, *(_row(*record) for param in params if (record := param.get_help_record(context)))])


def _row(name: str, says: str) -> str:
    """Give a parameter as a row; what the help says of it in brackets is its default, or that it is required."""
    meaning, _, extra = says.partition("  [")
    default = extra.removesuffix("]").removeprefix("default: ")
    shown = default if default in ("", "required") else f"`{default}`"
    code = name.replace("|", r"\|")
    return f"| `{code}` | {_said(meaning)} | {shown} |"


def _codes(own: Mapping[Exit, str]) -> str:
    """Give the exit codes: those that a command has of its own, and those of every command."""
    rows = sorted((EVERYWHERE | dict(own)).items())
    return "\n".join(
        ["| code | meaning |", "| --- | --- |", *(f"| {code.value} | {meaning} |" for code, meaning in rows)]
    )


def _fenced(text: str) -> str:
    return f"```sh\n{text.strip()}\n```"


if __name__ == "__main__":
    write_outputs(Path(sys.argv[1]), {name: text.encode("utf-8") for name, text in pages().items()})
