"""Let each writing call of a run fail in turn; what is said must be true, and the next run must leave all in order.

By hand, and for long: python -m tests.reliability.faults (with strace also within git, and with kills)
"""

import argparse
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cicareg.errors import CicaregError
from tests.reliability.acts import PERSON, act, faults, git, started, torn

_PROJECT = Path(__file__).parents[2]
_CALLS = ("open", "write", "fsync", "ftruncate", "replace", "link", "unlink", "mkdir", "rmdir", "chmod")
_SYSTEM = (
    "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,unlink,unlinkat,ftruncate,"
    "sendfile,copy_file_range"
)
_HOWS = ("error=ENOSPC", "error=EIO", "error=EACCES", "signal=KILL")


def injected(folder: Path, number: int = errno.ENOSPC, step: int = 1) -> Counter[str]:
    """Let the writing calls of this process fail, one a run, each `step`th; count what was wrong afterwards."""
    root = started(folder / "register")
    act(root, 1)
    counts: Counter[str] = Counter(runs=0)
    for done, when in enumerate(range(1, 1000, step), 2):
        with _failing(when, number) as hit:
            said = _said(root, done)
        if not hit:
            return counts
        _judge(root, done, said, counts)
    raise AssertionError("there is no end of calls")


def traced(folder: Path, how: str, most: int = 1000) -> Counter[str]:
    """Let the system calls of all processes of a run fail, or kill them, in turn; count what was wrong."""
    root = started(folder / "register")
    act(root, 1)
    counts: Counter[str] = Counter(runs=0)
    for when in range(1, most + 1):
        log = folder / "trace"
        words = ["strace", "-f", "-o", str(log), "-e", f"trace={_SYSTEM}", "-e", f"inject={_SYSTEM}:{how}:when={when}"]
        command = [*words, sys.executable, "-m", "tests.reliability.acts", str(root), str(when + 1)]
        done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
        _judge(root, when + 1, done.stdout + done.stderr, counts)
        if "INJECTED" not in log.read_text(encoding="utf-8") and "SIGKILL" not in log.read_text(encoding="utf-8"):
            return counts
    return counts


@contextmanager
def _failing(when: int, number: int) -> Iterator[list[str]]:
    """Let the call of that number, counted over all writing calls, fail; the list holds its name once it has."""
    count, hit = 0, list[str]()

    def failing(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **named: Any) -> Any:
            nonlocal count
            if name == "open" and not (len(words) > 1 and words[1] & (os.O_WRONLY | os.O_RDWR)):
                return real(*words, **named)
            count += 1
            if count == when:
                hit.append(name)
                raise OSError(number, os.strerror(number), str(words[0]))
            return real(*words, **named)

        return call

    patches = [patch.object(os, name, failing(name, getattr(os, name))) for name in _CALLS]
    for one in patches:
        one.start()
    try:
        yield hit
    finally:
        for one in patches:
            one.stop()


def _said(root: Path, number: int) -> str:
    try:
        return act(root, number)
    except CicaregError as error:
        return error.message


def _judge(root: Path, number: int, said: str, counts: Counter[str]) -> None:
    """Count what is wrong after a run in which something failed, and after the next."""
    counts["runs"] += 1
    counts["torn"] += torn(root, number)
    held = f"Operation: {number}\n" in git(root, "log", "-1", "--format=%B")
    counts["untrue"] += held if "nothing was recorded" in said else 0
    counts["untrue"] += not held if "recorded as" in said.replace("interrupted is recorded as", "") else 0
    try:
        act(root, number)
    except CicaregError as error:
        counts["stuck"] += 1
        print(number, said, error, file=sys.stderr)  # noqa: T201
        raise
    for fault in faults(root, number):
        counts[fault] += 1


def _environment() -> dict[str, str]:
    return {**os.environ, **PERSON, "PYTHONPATH": f"{_PROJECT}/src{os.pathsep}{_PROJECT}"}


def main() -> None:
    """Run all of it, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=1000, help="calls a run of strace goes through")
    told = parser.parse_args()
    os.environ.update(PERSON)
    rounds: list[tuple[str, Callable[[Path], Counter[str]]]] = [
        ("in this process", injected),
        ("in this process, EIO", lambda folder: injected(folder, errno.EIO)),
    ]
    if shutil.which("strace"):
        rounds += [(how, lambda folder, how=how: traced(folder, how, told.most)) for how in _HOWS]  # type: ignore[misc]
    wrong = 0
    for name, run in rounds:
        with tempfile.TemporaryDirectory() as folder:
            counts = run(Path(folder))
        print(f"{name}: {', '.join(f'{what} {count}' for what, count in counts.items())}", flush=True)  # noqa: T201
        wrong += counts.total() - counts["runs"]
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
