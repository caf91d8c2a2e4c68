"""What stops a command, and the exit codes of the command line."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line; a count is never one of them."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    REFUSED = 4
    MOVED = 5
    UNCONFIRMED = 6
    BUG = 70
    INTERRUPTED = 130


# What the codes that any command may give say; what 1 says of a command, its own help tells.
EVERYWHERE = {
    Exit.OK: "well",
    Exit.USAGE: "wrong usage",
    Exit.UNREADABLE: "something cannot be read or written",
    Exit.BUG: "a bug",
    Exit.INTERRUPTED: "interrupted",
}


class CicaregError(Exception):
    """Stops a command: a sentence for the person, a hint that can be typed, an exit code.

    The sentence has parts where somebody above may know more: what is wrong, `but`: what holds all the same (as
    that nothing was recorded), and `said`: what another program had to say of it.
    """

    def __init__(
        self, message: str, *, hint: str = "", code: Exit = Exit.UNREADABLE, but: str = "", said: str = ""
    ) -> None:
        """Keep message, hint and exit code."""
        self.message = f"{message}{but and '; '}{but}" + (f". It said:\n{said}" if said else "")
        super().__init__(self.message)
        self.hint = hint
        self.code = code
        self.but = but
        self._parts = message, said

    def standing(self, but: str) -> "CicaregError":
        """Give the same error where something else holds all the same."""
        message, said = self._parts
        return CicaregError(message, hint=self.hint, code=self.code, but=but, said=said)


class UsageError(CicaregError):
    """The words of the command line are wrong: exit 2."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep message and hint; the exit code is that of wrong usage."""
        super().__init__(message, hint=hint, code=Exit.USAGE)
