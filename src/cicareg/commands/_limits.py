"""Bounds for what a register's own templates may cost: a hostile one must neither hang nor fill the memory."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

from cicareg.errors import CicaregError

_SECONDS = 10
_BYTES = 256 * 1024 * 1024


@contextlib.contextmanager
def bounded(what: str) -> Iterator[None]:
    """Stop what runs inside after ten seconds or 256 MiB, where the system can (not on Windows)."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise CicaregError(f"{what} took longer than {_SECONDS} seconds")

    timer = hasattr(signal, "setitimer")
    before = signal.signal(signal.SIGALRM, late) if timer else None
    if timer:
        signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    try:
        with _memory():
            yield
    except MemoryError:
        raise CicaregError(f"{what} took more than {_BYTES // 1024**2} MiB of memory") from None
    finally:
        if timer:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _memory() -> Iterator[None]:
    """Let the address space grow by the bound only; without /proc there is no way to know its size."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  # a file of the kernel
            size = int(file.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size + _BYTES, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
