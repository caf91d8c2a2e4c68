"""What an act has written and left to the person to commit: the way to finish it, and whether it still waits."""

import shlex
from collections.abc import Iterable, Mapping
from pathlib import Path

from cicareg.storage.blobs import id_of, id_on_disk
from cicareg.storage.recording.disk import replace_file
from cicareg.storage.recording.places import Places, places_of

_NAME = "left"


def message_of(places: Places) -> Path:
    """Give the file that holds the message for whoever commits."""
    return places.own / "CICAREG_MSG"  # beside git's own MERGE_MSG and the like


def way_to_finish(root: Path, files: Iterable[str], message: Path) -> tuple[str, str]:
    """Give the two commands of git that commit what was written."""
    git, paths = f"git -C {shlex.quote(str(root))}", " ".join(map(shlex.quote, files))
    commit = f"{git} commit --cleanup=whitespace -F {shlex.quote(str(message))} -- {paths}"
    return f"{git} add {paths}", commit


def leave(places: Places, files: Mapping[str, bytes], message: str) -> None:
    """Keep the message, and which files were written how."""
    replace_file(message_of(places), message.encode())
    told = "".join(f"{id_of(raw, places.kind)} {path}\n" for path, raw in files.items())
    places.aside.mkdir(exist_ok=True)
    replace_file(places.aside / _NAME, told.encode())


def waiting(root: Path, unclean: Iterable[str]) -> tuple[str, ...]:
    """Give the way to finish what waits to be committed; nothing where the unclean files are not as they were left."""
    places = places_of(root)
    try:
        told = (places.aside / _NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ()
    left = {path: id_ for id_, _, path in (line.partition(" ") for line in told)}
    changed = left.keys() & set(unclean)
    if not changed or any(id_on_disk(root / path, places.kind) != id_ for path, id_ in left.items()):
        return ()
    return way_to_finish(root, left, message_of(places)) if message_of(places).is_file() else ()
