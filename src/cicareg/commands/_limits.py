"""Bounds for what a register's own templates may cost: a hostile one must neither hang nor fill the memory."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

from cicareg.errors import CicaregError
from cicareg.storage.memory import address_space

_SECONDS = 10
_BYTES = 160 * 1024 * 1024  # with what Python and the register need, the process stays below 256 MiB


@contextlib.contextmanager
def bounded(what: str) -> Iterator[None]:
    """Stop what runs inside after ten seconds or 160 MiB more, where the system can (not on Windows)."""

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
    """Let the address space grow by the bound only, and never beyond the limits that are set already."""
    size = address_space()
    try:
        import resource
    except ImportError:  # Windows
        size = None
    if size is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    bound = min([size + _BYTES, *(limit for limit in before if limit != resource.RLIM_INFINITY)])
    with contextlib.suppress(ValueError, OSError):  # where the system refuses, there is no bound
        resource.setrlimit(resource.RLIMIT_AS, (bound, before[1]))
    try:
        yield
    finally:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, before)
