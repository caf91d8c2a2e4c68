"""What every command needs from the outside world: the register at hand, and the two outputs."""

import contextlib
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cicareg.errors import CicaregError, UsageError
from cicareg.names import did_you_mean
from cicareg.visible import visible, visible_line

_HINT = "  "  # what stands before a hint


@dataclass(frozen=True, slots=True)
class Desk:
    """The options that stand before the command."""

    folder: Path | None = None
    color: str = "auto"

    def root(self) -> Path:
        """Find the folder of the register."""
        from cicareg.storage.locating import locate

        return locate(self.folder, os.environ, Path.cwd())

    def root_here(self) -> Path:
        """Find the folder of the register by -C or upwards from here: a hook checks what is committed here."""
        from cicareg.storage.locating import locate

        return locate(self.folder, {}, Path.cwd())

    def wants_color(self) -> bool:
        """Tell whether the output may be coloured: as told, else on a terminal without NO_COLOR."""
        if self.color != "auto":
            return self.color == "always"
        return is_screen() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_screen() -> bool:
    """Tell whether results go to a person's screen."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Give the width of the screen in columns."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def today() -> date:
    """Read the clock: the one place that does."""
    from datetime import datetime

    return datetime.now().astimezone().date()  # noqa: TID251  # the door


def put(text: str) -> None:
    """Write a result to stdout; a reader that went away is no error, a full disk is."""
    put_bytes(text.encode("utf-8"))


def put_bytes(raw: bytes) -> None:
    """Write the bytes of a result to stdout, likewise."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence()
    except OSError as error:
        silence()
        raise CicaregError(f"the output cannot be written: {error.strerror}") from None


def silence(handle: int = 1) -> None:
    """Send what is still buffered nowhere, so that closing stdout (1) or stderr (2) at exit says nothing."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), handle)


def tell(text: str) -> None:
    """Write a line for the person to stderr; where nobody can read it, the exit code still tells.

    On a terminal its words are kept whole. What follows it, as the words of another program, stays as it is.
    """
    if sys.stderr is None:
        return
    shown = visible(text)
    try:
        sys.stderr.write((_whole(shown, width()) if sys.stderr.isatty() else shown) + "\n")
        sys.stderr.flush()
    except OSError:
        silence(2)


def _whole(text: str, wide: int) -> str:
    """Break the first line of a text where words end; a hint, which is to be typed, only where a part of it does."""
    first, feed, rest = text.partition("\n")
    if len(first) <= wide:
        return text
    if not first.startswith(_HINT):
        import textwrap

        return textwrap.fill(first, wide, break_long_words=False, break_on_hyphens=False) + feed + rest
    lines = [""]
    for part in re.split(r"(?<=;) ", first.removeprefix(_HINT)):
        if lines[-1] and len(_HINT) + len(lines[-1]) + 1 + len(part) > wide:
            lines.append(part)
        else:
            lines[-1] = f"{lines[-1]} {part}".lstrip()
    return "\n".join(f"{_HINT}{line}" for line in lines) + feed + rest


def typed(path: Path) -> str:
    """Give a path as it can be typed in a shell: quoted, and never like an option."""
    name = visible_line(str(path))
    return shlex.quote(f"./{name}" if name.startswith("-") else name)


def day_of(text: str) -> date:
    """Read a day of the command line: ISO, or `today`."""
    from cicareg.terms import parse_day

    if text == "today":
        return today()
    try:
        return parse_day(text)
    except ValueError as error:
        raise UsageError(str(error)) from None


def choice(given: str, known: Mapping[str, object] | tuple[str, ...], what: str) -> str:
    """Check that a word of the command line is one of those known."""
    if given in known:
        return given
    raise no_choice(given, known, what)


def no_choice(given: str, known: Iterable[str], what: str) -> UsageError:
    """Make the error of a word that is none of those known."""
    known = tuple(known)
    return UsageError(f"no {what} {given!r}{did_you_mean(given, known)}", hint=f"there are: {', '.join(known)}")
