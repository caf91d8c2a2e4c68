"""What tests of recording share: one act that changes a file and adds one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage.recording import Base, Plan, Recorded, record
from tests import gitting
from tests.gitting import git

FISH, NEW = "registry/coordinators/fish.yaml", "registry/coordinators/ice-two.yaml"
FILES = {FISH: b"tenures: []\n", NEW: b"tenures: [new]\n"}
MESSAGE = "Appoint\n\n# not a comment\n\nOperation: 7\nDecision: com/4\n"


def with_register(folder: Path) -> Path:
    return gitting.with_register(folder)


def with_identity(root: Path) -> Path:
    git(root, "config", "user.name", "Nobody")
    git(root, "config", "user.email", "nobody@example.org")
    return root


def recorded(root: Path, files: Mapping[str, bytes] | None = None, message: str = MESSAGE) -> Recorded:
    done = record(root, lambda _: Plan(FILES if files is None else files, message), wait=0.2)
    assert done is not None
    return done


def changed_by(root: Path, commit: str = "HEAD") -> list[str]:
    return git(root, "diff-tree", "-r", "--name-only", "--no-commit-id", commit).split()


def refused(root: Path, files: Mapping[str, bytes] | None = None, code: Exit = Exit.REFUSED) -> str:
    """Give why the act is refused; nothing has changed by it: no file, nothing staged, no branch, nothing left."""
    before = state(root)
    with pytest.raises(CicaregError) as caught:
        recorded(root, files)
    assert caught.value.code == code
    assert "nothing was recorded" in caught.value.message
    assert state(root) == before
    return f"{caught.value.message}\n{caught.value.hint}"


def state(root: Path) -> tuple[str, ...]:
    texts = sorted(f"{path}: {path.read_bytes()!r}" for path in (root / "registry").rglob("*") if path.is_file())
    status = git(root, "status", "--porcelain", "--untracked-files=all", GIT_OPTIONAL_LOCKS="0")
    refs = git(root, "for-each-ref")
    common = root / git(root, "rev-parse", "--git-common-dir").strip()
    left = sorted(str(path) for name in ("cicareg", "worktrees") for path in (common / name).rglob("cicareg-*"))
    return (*texts, status, refs, *left)


def hook(root: Path, name: str, script: str, folder: str = ".git/hooks") -> None:
    path = root / folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def nothing(_: Base) -> None:
    """Plan nothing."""
