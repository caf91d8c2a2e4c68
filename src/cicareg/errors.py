"""What stops a command, and the exit codes of the command line."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line; a count is never one of them."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    REFUSED = 4
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
    """Stops a command: a sentence for the person, a hint that can be typed, an exit code."""

    def __init__(self, message: str, *, hint: str = "", code: Exit = Exit.UNREADABLE) -> None:
        """Keep message, hint and exit code."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


class UsageError(CicaregError):
    """The words of the command line are wrong: exit 2."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep message and hint; the exit code is that of wrong usage."""
        super().__init__(message, hint=hint, code=Exit.USAGE)
