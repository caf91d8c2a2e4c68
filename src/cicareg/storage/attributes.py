"""What the attributes of git say of records: whether versions of one would be joined as text, without a person."""

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError
from cicareg.finding import Finding, Place, Severity
from cicareg.layout import ROOT
from cicareg.storage import git
from cicareg.storage.files import UnfitError, read_file
from cicareg.storage.repository import top
from cicareg.storage.worktree import look
from cicareg.visible import visible_line

JOINED = "joined-as-text"
_NAME = ".gitattributes"
_UNION = "merge=union"


class _Line(NamedTuple):
    """A line that asks for it: its file and the folder that this speaks of, its number, its pattern."""

    path: Path
    folder: Path
    number: int
    pattern: str


def joined_as_text(root: Path) -> tuple[Finding, ...]:
    """Give a warning for each line by which git keeps both of two versions of a record; git is asked only if one is."""
    above = top(root)
    lines = list(_lines(above, root)) if above else []
    if not lines:
        return ()
    try:
        records = [*look(root).paths()]
        told = git.attributes(root, "merge", records)
    except CicaregError:  # what hinders git says whatever else needs it
        return ()
    joined = [path for path in records if told.get(path) == "union"]
    found = {line: path for path in joined for line in (_line_of(lines, root / path),)}
    number = f" and {len(joined) - 1} more" if len(joined) > 1 else ""
    return tuple(_finding(root, line, f"{joined[0]}{number}") for line in sorted(found))


def _lines(above: Path, root: Path) -> Iterator[_Line]:
    """Yield the lines that ask for it, the weakest first; deeper than the folders of the kinds nobody is looked for."""
    root = root.resolve()
    between = [folder for folder in (*reversed(root.parents), root) if folder.is_relative_to(above)]
    own = root / ROOT
    try:
        below = sorted(Path(entry) for entry in os.scandir(own) if entry.is_dir(follow_symlinks=False))
    except OSError:
        below = []
    for folder in (*between, own, *below):
        yield from _asking(folder / _NAME, folder)
    yield from _asking(above / ".git" / "info" / "attributes", above)


def _asking(path: Path, folder: Path) -> Iterator[_Line]:
    try:
        text = read_file(str(path), "a file of attributes").decode("utf-8", "replace")
    except (UnfitError, CicaregError):
        return
    for number, line in enumerate(text.split("\n") if _UNION in text else (), 1):
        pattern, *said = line.split() or [""]
        if _UNION in said and not pattern.startswith("#"):
            yield _Line(path, folder, number, pattern)


def _line_of(lines: list[_Line], record: Path) -> _Line:
    """Give the line that git follows for a record: the last that fits it, as far as can be told without git."""
    path = record.resolve()
    return next((line for line in reversed(lines) if path.is_relative_to(line.folder) and _fits(line, path)), lines[-1])


def _fits(line: _Line, path: Path) -> bool:
    pattern = line.pattern.strip('"').lstrip("/")
    below = path.relative_to(line.folder).as_posix()
    return fnmatchcase(path.name if "/" not in line.pattern else below, pattern.replace("**/", "*"))


def _finding(root: Path, line: _Line, records: str) -> Finding:
    path = visible_line(Path(os.path.relpath(line.path, root.resolve())).as_posix())
    message = (
        f"git may join two versions of {records} by keeping the lines of both ({_UNION}): what two officers wrote "
        f"would stand side by side, and nobody would be asked; take {_UNION} out of this line"
    )
    return Finding(Place(path, line.number, 1, line.number, 1), Severity.WARNING, JOINED, message)
