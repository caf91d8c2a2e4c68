"""Officers of the invented body, each with a clone, and the one bare repository that they share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import Ran
from tests.gitting import git, with_register

Call = Callable[..., Ran]


@dataclass(frozen=True)
class Office:
    """An officer's clone, and the command line."""

    folder: Path
    call: Call

    def appoint(self, area: str, state: str, decision: str, term: str = "2026-2027", role: str = "coordinator") -> str:
        """Record an appointment, and give its operation."""
        asked = ("--" + role, state, "--term", term, "--decision", decision, "--yes")
        done = self.call("-C", self.folder, "appoint", area, *asked)
        assert done.code == 0, done
        return operation(done.out)

    def undo(self, operation_: str) -> Ran:
        """Take an act back."""
        return self.call("-C", self.folder, "undo", operation_, "--why", "It was an error.", "--yes")

    def sync(self, *words: str) -> Ran:
        """Share."""
        return self.call("-C", self.folder, "sync", *words)

    def git(self, *words: str, **environment: str) -> str:
        """Run git in the clone."""
        return git(self.folder, *words, **environment).strip()

    @property
    def tip(self) -> str:
        """Give the commit of the branch."""
        return self.git("rev-parse", "HEAD")

    def subjects(self, since: str = "") -> list[str]:
        """Give the subjects of the commits after one, the oldest first."""
        return self.git("log", "--reverse", "--format=%s", f"{since}..HEAD" if since else "HEAD").splitlines()

    def status(self) -> str:
        """Give what git says of the files: nothing where all is as committed."""
        return git(self.folder, "status", "--porcelain").rstrip("\n")

    def write(self, path: str, text: str) -> Path:
        """Write a file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def commit(self, files: dict[str, str], subject: str) -> str:
        """Commit files by hand, and give the commit."""
        for path, text in files.items():
            self.write(path, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", subject)
        return self.tip


def operation(text: str) -> str:
    """Give the operation that a command told of."""
    found = re.search(r"\(operation ([0-9a-f]+)\)", text)
    assert found, text
    return found[1]


def shared(folder: Path) -> Path:
    """Make the bare repository with the sample register in it."""
    first = with_register(folder / "first")
    bare = folder / "shared.git"
    git(folder, "clone", "--quiet", "--bare", str(first), str(bare))
    return bare


def bare(folder: Path) -> Path:
    """Make a bare repository with nothing in it."""
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main")
    return folder


def office(bare_: Path, folder: Path, call: Call, *options: str) -> Office:
    """Give an officer a clone."""
    git(bare_.parent, "clone", "--quiet", *options, str(bare_), str(folder))
    return Office(folder, call)


def hook(repository_: Path, name: str, script: str) -> None:
    """Give a repository a hook."""
    folder = repository_ / ".git/hooks" if (repository_ / ".git").exists() else repository_ / "hooks"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
