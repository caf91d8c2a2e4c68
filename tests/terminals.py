"""A command at a terminal of its own, as a person sees it; nothing waits for longer than a minute."""

import codecs
import contextlib
import importlib
import os
import select
import signal
import struct
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_PATIENCE = 60.0


class Terminal:
    """A command that runs at a terminal, and what it has said so far."""

    def __init__(
        self, command: Sequence[str], surroundings: Mapping[str, str], folder: Path | None = None, columns: int = 80
    ) -> None:
        fcntl, pty, termios = map(importlib.import_module, ("fcntl", "pty", "termios"))  # they are not everywhere
        self._own, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.process = subprocess.Popen(
            command, cwd=folder, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.said = ""

    def hear(self, seconds: float) -> bool:
        """Take in what is said within so many seconds; tell whether anything was."""
        ready, _, _ = select.select([self._own], [], [], max(0.0, seconds))
        raw = b""
        if ready:
            with contextlib.suppress(OSError):  # how Linux says that the other side is closed
                raw = os.read(self._own, 65536)
        self.said += self._decoder.decode(raw).replace("\r", "")
        return bool(raw)

    def until(self, text: str) -> str:
        """Listen until a text is said, and give what came before it since the last time."""
        start, end = len(self.said), time.monotonic() + _PATIENCE
        while text not in self.said[start:]:
            assert self.hear(end - time.monotonic()), f"{text!r} was not said: {self._left(start)}"
        found = self.said.index(text, start) + len(text)
        before, self.said = self.said[start:found], self.said[:found]
        return before

    def answer(self, text: str) -> None:
        """Type a text."""
        os.write(self._own, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.killpg(self.process.pid, signal.SIGINT)

    def end(self, heard: Callable[[], object] = lambda: None) -> tuple[int, str]:
        """Listen to the end, and give exit code and what was said since the last question.

        `heard` is called whenever something was said.
        """
        start, end = len(self.said), time.monotonic() + _PATIENCE
        while self.hear(end - time.monotonic()):
            heard()
        try:
            code = self.process.wait(max(1.0, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it did not end: {self._left(start)}") from None
        os.close(self._own)
        return code, self.said[start:]

    def close(self) -> None:
        """Take the terminal away."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._own)

    def _left(self, start: int) -> str:
        """Give what was said in vain; nothing goes on running."""
        self.close()
        return self.said[start:]


def shown(command: Sequence[str], surroundings: Mapping[str, str], folder: Path | None = None) -> str:
    """Give all that a command shows at a terminal that nobody types at; how it ends does not matter."""
    terminal = Terminal(command, surroundings, folder)
    terminal.end()
    return terminal.said
