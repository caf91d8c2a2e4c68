"""Ask another machine: the one place that does.

Only git's own protocols are spoken. Nothing is forced. The hooks and the means of access are the person's own, and
what git asks it may ask at a terminal.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

from cicareg.storage.git.reading import read
from cicareg.storage.git.recording import write

_PROTOCOLS = "GIT_ALLOW_PROTOCOL"
_OWN = ("file", "git", "http", "https", "ssh")
_PROMPT = "GIT_TERMINAL_PROMPT"
_SECRET = re.compile(r"(\b[a-z][a-z0-9+.-]*://)[^/@\s]*@", re.IGNORECASE)
# Nothing else is touched here: also not git's own name for what is there, which a killed process may have left locked.
_HERE = (
    "--refmap=",
    "--no-tags",
    "--no-prune",
    "--no-recurse-submodules",
    "--no-write-fetch-head",
    "--no-auto-maintenance",
)


class Asked(NamedTuple):
    """How a command ended that asked another machine: its exit code (below 0: killed), what it printed."""

    code: int
    out: str
    err: str


def remotes(folder: Path) -> list[str]:
    """Give the names of the remotes."""
    return os.fsdecode(read(folder, "remote")).splitlines()


def upstream(folder: Path, branch: str) -> tuple[str, str]:
    """Give the remote of a branch and the full name of the branch there; empty where none is set."""
    form = "--format=%(upstream:remotename) %(upstream:remoteref)"
    remote, _, there = os.fsdecode(read(folder, "for-each-ref", form, branch)).rstrip("\n").partition(" ")
    return remote, there


def named(folder: Path, remote: str, *, asks: bool) -> Asked:
    """Ask what a remote has: a line a name, with the id that it stands for."""
    return _ask(folder, ("ls-remote", "--quiet", "--refs", "--", remote), asks=asks)


def fetch(folder: Path, remote: str, branch: str, into: str, *, asks: bool) -> Asked:
    """Bring a branch of a remote here, under a name of ours; with `asks`, git may ask the person."""
    return _ask(folder, ("fetch", "--quiet", *_HERE, "--", remote, f"+{branch}:{into}"), asks=asks)


def push(folder: Path, remote: str, step: tuple[str, str], branch: str, *, asks: bool) -> Asked:
    """Let a branch of a remote that names the first commit (nothing: it is not there) name the second.

    The second rests on the first: nothing is forced. Where the branch names anything else by now, it is not taken.
    """
    old, new = step
    options = ("--porcelain", "--no-force", f"--force-with-lease={branch}:{old}", "--no-follow-tags")
    return _ask(folder, ("push", *options, "--recurse-submodules=no", "--", remote, f"{new}:{branch}"), asks=asks)


def _ask(folder: Path, words: tuple[str, ...], *, asks: bool) -> Asked:
    told = os.environ.get(_PROTOCOLS)
    allowed = [name for name in _OWN if told is None or name in told.split(":")]
    prompts = {_PROMPT: os.environ.get(_PROMPT, "1")} if asks else {}
    ended = write(folder, words, {_PROTOCOLS: ":".join(allowed) or "none", **prompts})
    return Asked(ended.returncode, _told(ended.stdout), _told(ended.stderr))


def _told(raw: bytes) -> str:
    """Give what was printed, less the name and the password in an address."""
    return _SECRET.sub(r"\1", raw.decode("utf-8", "backslashreplace")).strip()
