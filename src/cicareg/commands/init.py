"""Make a new register."""

from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands._desk import Desk, put, tell, typed
from cicareg.errors import CicaregError, Exit, UsageError
from cicareg.visible import visible

GROUP = "Set up", 40
_MESSAGE = "A new register"


def run(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is empty or not there yet.")],
    from_example: Annotated[
        bool, typer.Option("--from-example", help="With the records of a small invented body, in two languages.")
    ] = False,
) -> Exit:
    """Make a new register, in a git repository of its own.

    It holds what every register needs, with examples to write over: records that are in order, a law,
    schemas for editors, a hook that checks each commit, and the checks of GitHub and GitLab. Its README.md
    tells what to fill in, and shows the first appointment.

    \b
    Examples:
      cicareg init our-offices
      cicareg init --from-example try-it
    """
    from cicareg.commands._beginning import beginning
    from cicareg.storage import git
    from cicareg.storage.starting import new_folder

    desk: Desk = ctx.obj
    if desk.folder is not None:
        raise UsageError("-C names a register that is there; init makes one", hint="cicareg init DIR")
    git.require()
    with new_folder(folder, beginning("example" if from_example else "plain")):
        git.make_repository(folder)
        git.stage_all(folder)
        problem = _commit(folder)
        git.set_option(folder, "core.hooksPath", ".githooks")
    name, place = visible(str(folder)), typed(folder)
    put(f"{name} holds a register{'' if problem else ', in its first commit'}\n")
    put(f"next: {name}/README.md tells what to fill in; cicareg -C {place} validate checks it\n")
    if problem:
        tell(f"cicareg: nothing is committed yet: {problem}")
        tell(f'  when that is mended: git -C {place} commit -m "{_MESSAGE}"')
    return Exit.OK


def _commit(folder: Path) -> str | None:
    """Make the first commit; say why there is none."""
    from cicareg.storage import git

    if not git.has_identity(folder):
        return "git does not know who you are (git config --global user.name … and user.email …)"
    try:
        git.commit(folder, _MESSAGE)
    except CicaregError as error:
        return error.message
    return None
