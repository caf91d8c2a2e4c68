"""What the tests of the memory share: a register, the command line over it, and the file that remembers."""

import os
import subprocess
import sys
from pathlib import Path

from cicareg.storage.place import memory_of
from tests.support import PROJECT

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("validate", "--notes"),
    ("validate", "--format", "json"),
    ("list",),
    ("list", "--by", "state", "--format", "json"),
    ("show", "ice"),
    ("find", "ice"),
    ("render", "list"),
)


def memory(root: Path) -> Path:
    """Give the file for what is remembered of a register."""
    found = memory_of(root, os.environ)
    assert found is not None
    return found


def process(root: Path, *words: str, **environment: str) -> "subprocess.Popen[bytes]":
    """Start the program as a process of its own."""
    surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "src")} | environment
    command = [sys.executable, "-m", "cicareg", *words]
    return subprocess.Popen(command, cwd=root, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def outcome(started: "subprocess.Popen[bytes]") -> tuple[int, bytes, bytes]:
    """Wait for a process, and give its exit code and its two outputs."""
    out, err = started.communicate(timeout=60)
    return started.returncode, out, err
