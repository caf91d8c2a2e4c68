"""Let the files of the working tree follow the branch to a commit, where a run that did so was stopped.

Nothing of the person's is lost: a file that is neither as it was nor as it shall be stays, unless it is only the
beginning of what was being written when the run was stopped.
"""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from cicareg.storage import git
from cicareg.storage.blobs import ABSENT, LINK, SUBMODULE
from cicareg.storage.recording.disk import keep_files
from cicareg.storage.recording.indexing import copy_index, drop_copy, index_held, put_index
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import refused_by_git


def follow(places: Places, old: str, new: str) -> list[str]:
    """Let files and index go from one commit to another, as far as they have not; give the files that stay."""
    with index_held(places):
        steps = _wanted(places, old, new)
        now = _on_disk(places, steps)
        ready = {path for path, step in steps.items() if now[path] in (step.old[1], step.new[1], "")}
        ready |= {path for path in steps.keys() - ready if _cut_short(places, path, steps[path])}
        copy_index(places, {path: _entry(step) for path, step in steps.items()})
        behind = [path for path in ready if now[path] != steps[path].new[1]]
        _write(places, {path: steps[path] for path in sorted(behind)})
        keep_files(places.top, steps)
        put_index(places, [path for path in ready if steps[path].new[0] not in (ABSENT, SUBMODULE)])
    drop_copy(places)
    return sorted(path for path in steps.keys() - ready if steps[path].new[0] != SUBMODULE)


def _wanted(places: Places, old: str, new: str) -> dict[str, git.Step]:
    """Give the files that the checked-out commit has as the new one has them, and of which nothing else is staged."""
    steps = git.steps(places.top, old, new)
    now = git.ids(places.top, "HEAD", steps)
    foreign = git.differing(places.top, ".", None, old) & git.differing(places.top, ".", None, new)
    return {
        path: step
        for path, step in steps.items()
        if path not in foreign and (now.get(path, "") == _id(step.new) or step.new[0] == SUBMODULE)
    }


def _id(side: tuple[str, str]) -> str:
    return "" if side[0] == ABSENT else side[1]


def _entry(step: git.Step) -> tuple[str, str]:
    mode, id_ = step.new
    return ("0" if mode == ABSENT else mode), id_


def _on_disk(places: Places, steps: Mapping[str, git.Step]) -> dict[str, str]:
    """Give the id of what stands in the place of each file: nothing where there is nothing."""
    found = dict.fromkeys(steps, "")
    for path in steps:
        place = places.top / path
        if place.is_symlink():
            found[path] = _link_id(places, place, steps[path])
        elif place.exists():
            found[path] = "unfit"
    files = [path for path, id_ in found.items() if id_ == "unfit" and (places.top / path).is_file()]
    return {**found, **git.kept_as(places.top, files)}


def _link_id(places: Places, place: Path, step: git.Step) -> str:
    """Tell a link by where it leads."""
    links = {id_ for mode, id_ in step if mode == LINK}
    raw = git.contents(places.top, links)
    return next((id_ for id_ in links if raw[id_] == os.fsencode(place.readlink())), "unfit")


def _cut_short(places: Places, path: str, step: git.Step) -> bool:
    """Tell whether a file holds only the beginning of what it shall hold."""
    place = places.top / path
    if step.new[0] in (ABSENT, LINK, SUBMODULE) or place.is_symlink() or not place.is_file():
        return False
    return git.contents(places.top, [step.new[1]])[step.new[1]].startswith(place.read_bytes())


def _write(places: Places, steps: Mapping[str, git.Step]) -> None:
    for path in (path for path, step in steps.items() if step.new[0] == ABSENT):
        (places.top / path).unlink(missing_ok=True)
        for folder in Path(path).parents[:-1]:
            with contextlib.suppress(OSError):  # something else is in it
                (places.top / folder).rmdir()
    put = [path for path, step in steps.items() if step.new[0] not in (ABSENT, SUBMODULE)]
    done = git.put_staged(places.top, places.aside / "index", put)
    if not done.well:
        raise refused_by_git("git cannot write the files", done)
