"""Which files of a register have changed since they were last looked at."""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cicareg.storage.worktree import TAB, status_line

_UNSURE = 2_000_000_000  # nanoseconds: what was written that shortly before it was looked at may change unseen


def changed(stats: Mapping[str, str], before: Mapping[str, str]) -> set[str]:
    """Give the paths of files that are new, gone, or may be other than they were."""
    found: set[str] = set()
    for folder in {*stats, *before}:
        now, then = stats.get(folder, ""), before.get(folder, "")
        if now != then:
            differing = {*now.split("\n")} ^ {*then.split("\n")}
            found.update(f"{folder}/{line.partition(TAB)[0]}" for line in differing if line)
    return found


def settled(stats: Mapping[str, str], before: Mapping[str, str], moment: int) -> dict[str, str | None]:
    """Give the lines that are not as before, as they are remembered; None for a folder that is gone.

    A file that was just written may be written again unseen: it counts as changed the next time.
    """
    news = {folder: lines for folder, lines in stats.items() if before.get(folder) != lines}
    return {
        **dict.fromkeys(before.keys() - stats.keys()),
        **{folder: "\n".join(_settled(lines, moment)) for folder, lines in news.items()},
    }


def _settled(lines: str, moment: int) -> Iterator[str]:
    for line in lines.split("\n") if lines else ():
        name, tab, status = line.partition(TAB)
        if not tab:
            yield line
            continue
        written, created, _ = status.split(" ", 2)
        yield line if max(int(written), int(created)) + _UNSURE < moment else f"{name}{TAB}?"


def joined(stats: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Give the lines of each folder that has any as one text; the name of another may be no text at all."""
    return {folder: "\n".join(lines) for folder, lines in stats.items() if lines}


def template_stats(root: Path) -> dict[str, str]:
    """Give such lines for the register's own templates: what is published depends on them."""
    stats: dict[str, str] = {}
    own = [f"templates/{name}" for name in _names(root / "templates")]
    for folder, names in (("", ["templates"]), *((folder, _names(root / folder)) for folder in ("templates", *own))):
        lines = []
        for name in names:
            with contextlib.suppress(OSError):  # repr: a name may hold a line feed, or what is no text
                lines.append(f"{name!r}{TAB}{status_line((root / folder / name).lstat())}")
        if lines:
            stats[f"templates {folder!r}"] = "\n".join(lines)
    return stats


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208  # names only
    except OSError:
        return []
