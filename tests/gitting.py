"""What tests of git share: repositories with a register in them, away from this person's configuration."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.support import PROJECT, write

PERSON = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
IDENTITY = {
    "GIT_AUTHOR_NAME": "Nobody", "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "Nobody", "GIT_COMMITTER_EMAIL": "nobody@example.org",
}  # fmt: skip


def ran(folder: Path, *words: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    surroundings = {**os.environ, **PERSON, **IDENTITY, **environment}
    return subprocess.run(words, cwd=folder, env=surroundings, input=given, capture_output=True, text=True, check=False)


def git(folder: Path, *words: str, given: str = "", **environment: str) -> str:
    """Run git in a folder; it must succeed."""
    done = ran(folder, "git", *words, given=given, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def repository(folder: Path) -> Path:
    """Make a folder a repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def with_register(folder: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """Make a folder a repository that holds the sample register, staged and committed."""
    write(repository(folder), files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")
    return folder


def with_program(folder: Path) -> Path:
    """Make a folder a repository of the program, set up already."""
    repository(folder)
    for name in ("bin", "src", "requirements"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / ".venv").symlink_to(PROJECT / ".venv")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")
    return folder


def installed(folder: Path) -> dict[str, str]:
    """Make a folder that holds the command `cicareg`, and give the environment that has it on the PATH."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "cicareg"
    script.write_text(
        f'#!/bin/sh\nPYTHONPATH="{PROJECT}/src" exec "{sys.executable}" -P -m cicareg "$@"\n', encoding="utf-8"
    )
    script.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
