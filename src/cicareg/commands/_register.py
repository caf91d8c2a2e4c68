"""Read and check the register at hand."""

from dataclasses import dataclass, replace
from pathlib import Path

from cicareg.commands._desk import Desk, tell
from cicareg.errors import CicaregError
from cicareg.finding import Severity
from cicareg.loading import Loaded, load
from cicareg.registry import Registry
from cicareg.storage.worktree import read


@dataclass(frozen=True, slots=True)
class Register:
    """A register that was read: where it stands and what reading it gave."""

    root: Path
    loaded: Loaded

    @property
    def registry(self) -> Registry:
        """Give the records."""
        return self.loaded.registry


def open_register(desk: Desk) -> Register:
    """Read the register at hand."""
    root = desk.root()
    reading = read(root)
    loaded = load(reading.tree)
    return Register(root, replace(loaded, findings=(*reading.findings, *loaded.findings)))


def open_whole(desk: Desk) -> Register:
    """Read the register at hand for what is published: refused where anything of it cannot be read."""
    register = open_and_warn(desk)
    unread = len(register.loaded.findings)
    if unread:
        places = "1 place" if unread == 1 else f"{unread} places"
        message = f"the register cannot be read in {places}: what is published now might lack something"
        raise CicaregError(message, hint="cicareg validate shows them")
    return register


def open_and_warn(desk: Desk) -> Register:
    """Read the register at hand; where it has errors, say so on stderr and go on with what can be read."""
    from cicareg.rules.engine import check

    register = open_register(desk)
    errors = check(register.loaded).count(Severity.ERROR)
    if errors:
        number = "1 error" if errors == 1 else f"{errors} errors"
        tell(f"cicareg: the register has {number}; what follows may lack something (see: cicareg validate)")
    return register
