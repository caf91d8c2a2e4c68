"""Make a repository, and its first commit."""

from pathlib import Path

from cicareg.storage.git.recording import write
from cicareg.storage.git.running import checked


def make_repository(folder: Path) -> None:
    """Make a folder a repository whose first branch is `main`."""
    _write(folder, "init", "--quiet", "--initial-branch=main")


def set_option(folder: Path, key: str, value: str) -> None:
    """Set an option of the repository."""
    _write(folder, "config", "--local", key, value)


def stage_all(folder: Path) -> None:
    """Stage every file below a folder, also those that the person ignores elsewhere."""
    _write(folder, "add", "--force", "--", ".")


def commit(folder: Path, message: str) -> None:
    """Commit what is staged, with the person's own hooks and signature."""
    _write(folder, "commit", "--quiet", "--message", message)


def _write(folder: Path, *words: str) -> None:
    checked(folder, write(folder, words))
