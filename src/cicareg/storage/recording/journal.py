"""What is being put in place: written before anything is, read by whoever finds a run that did not end."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from cicareg.errors import CicaregError
from cicareg.storage.blobs import REGULAR
from cicareg.storage.recording.disk import replace_file
from cicareg.storage.recording.refusing import NOTHING
from cicareg.visible import visible

_NAME = "journal.json"
_VERSION = 1  # one more where an older cicareg must not act on what is written
_WAITS = ".cicareg"


class Target(NamedTuple):
    """A file that is replaced: the id of what it holds (nothing: it is new) and of what it shall hold, its git mode."""

    old: str
    new: str
    mode: str = REGULAR


class Journal(NamedTuple):
    """What is being put in place: the files by path from the top, and the commit that says so on a branch.

    Without a commit, `decided` says it. `folders` are those that had to be made. `whole` says that all files follow
    the branch from `base` to the commit: then none is named.
    """

    branch: str
    base: str
    commit: str
    decided: bool
    folders: tuple[str, ...]
    targets: Mapping[str, Target]
    whole: bool = False

    def write(self, aside: Path) -> None:
        """Keep it in the folder for such things."""
        targets = {path: list(target) for path, target in self.targets.items()}
        told = {"version": _VERSION, **self._asdict(), "targets": targets}
        aside.mkdir(exist_ok=True)
        replace_file(aside / _NAME, json.dumps(told).encode())


def read_journal(aside: Path) -> Journal | None:
    """Give what was being put in place; None where nothing was; refused where the file cannot be understood.

    A key that is not known is passed over. A file that is torn says nothing of whether its act is recorded: it was on
    the disk before the branch moved, so what tore it came later.
    """
    path = aside / _NAME
    try:
        return _understood(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (AttributeError, KeyError, TypeError, ValueError):
        where = visible(str(path))
    hint = (
        "see with git log -1 whether it is recorded, put the files right (git status; what waited is named "
        f".NAME{_WAITS}), then delete {where}"
    )
    message = f"what an interrupted act left cannot be read, or is of a newer cicareg: {where}"
    raise CicaregError(f"{message}; {NOTHING}", hint=hint)


def _understood(told: Mapping[str, Any]) -> Journal:
    if told.get("version", _VERSION) > _VERSION:
        raise ValueError
    targets = {path: Target(*map(_text, target[:3])) for path, target in told["targets"].items()}
    branch, base, commit = (_text(told[name]) for name in ("branch", "base", "commit"))
    folders = tuple(map(_text, told["folders"]))
    return Journal(branch, base, commit, bool(told["decided"]), folders, targets, bool(told.get("whole")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def began(aside: Path) -> float:
    """Give the moment at which the journal was written, by the clock of the disk."""
    return (aside / _NAME).stat().st_mtime


def remove_journal(aside: Path) -> None:
    """Say that everything is in place; were it to come back after a power cut, all would be found in place."""
    (aside / _NAME).unlink(missing_ok=True)


def temporary(path: str) -> str:
    """Give the path of the file that waits beside a target."""
    target = PurePosixPath(path)
    return str(target.with_name(f".{target.name}{_WAITS}"))
