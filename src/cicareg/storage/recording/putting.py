"""Put files in place: first whole beside their targets and on the disk, then, when it is decided, by name only."""

import contextlib
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from cicareg.storage.blobs import id_on_disk
from cicareg.storage.recording.disk import keep_folder, keep_folders, write_new
from cicareg.storage.recording.journal import Journal, temporary
from cicareg.storage.recording.refusing import refused
from cicareg.visible import visible_line


def missing_folders(top: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Give the folders that have to be made for these files, from the top; refused where one is a link."""
    found = set()
    for path in paths:
        for folder in Path(path).parents:
            place = top / folder
            if place.is_symlink() or (place.exists() and not place.is_dir()):
                raise refused(f"{visible_line(str(folder))} is a link, or no folder: nothing is written through it")
            if not place.exists():
                found.add(folder.as_posix())
    return tuple(sorted(found))


def prepare(top: Path, journal: Journal, contents: Mapping[str, bytes]) -> None:
    """Write the contents beside their targets; they last, and no target is touched."""
    for folder in journal.folders:
        (top / folder).mkdir(exist_ok=True)
        keep_folder((top / folder).parent)
    for path, raw in contents.items():
        waiting = top / temporary(path)
        write_new(waiting, raw)
        with contextlib.suppress(FileNotFoundError):
            waiting.chmod(stat.S_IMODE((top / path).lstat().st_mode))
    keep_folders((top / path).parent for path in contents)


def settle(top: Path, journal: Journal, forward: Iterable[str], kind: str) -> list[str]:
    """Put these targets in place and drop what else waits; give those that somebody changed meanwhile: they stay."""
    wanted = set(forward)
    stay = [path for path in journal.targets if path in wanted and not _replaced(top, path, journal, kind)]
    for path in journal.targets:
        (top / temporary(path)).unlink(missing_ok=True)
    for folder in reversed(journal.folders):
        with contextlib.suppress(OSError):  # it is not there, or in use
            (top / folder).rmdir()
    keep_folders((top / path).parent for path in journal.targets)
    return stay


def _replaced(top: Path, path: str, journal: Journal, kind: str) -> bool:
    """Tell whether a target is as it shall be, now or before."""
    target, now = journal.targets[path], id_on_disk(top / path, kind)
    if now == target.old and (top / temporary(path)).exists():
        (top / temporary(path)).replace(top / path)
        return True
    return now == target.new
