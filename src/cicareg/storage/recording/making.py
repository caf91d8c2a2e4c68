"""Make the commit of an act in a working tree of its own, where nobody sees it yet.

Only the planned files are in that folder, and the file that makes it a register; the index has everything. So a hook
that asks git what is deleted is told nothing, and one that reads the register must read the index.
"""

import re
import shutil
from collections.abc import Mapping

from cicareg.layout import TOP
from cicareg.storage import git
from cicareg.storage.recording.disk import write_new
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import refused, refused_by_git
from cicareg.storage.recording.values import Draft
from cicareg.visible import visible

_SPECIAL = re.compile(r"([\\*?\[!# ])")


def make_commit(places: Places, draft: Draft, author: Mapping[str, str] | None = None) -> tuple[git.Made, str]:
    """Commit the files of a draft; give the commit and what git and its hooks said.

    `author` are the variables that tell git of another author than the person, where there is one.
    """
    _make_folder(places, draft)
    for path, raw in draft.files.items():
        target = places.work / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    _stage(places, list(draft.files))
    text = places.linked / "cicareg-message"
    write_new(text, draft.plan.message.encode())
    variables = {**(author or {}), "CICAREG_BRANCH": draft.base.branch.removeprefix("refs/heads/")}
    done = git.commit_staged(places.work, text, places.hooks, variables)
    made = git.made(places.work)
    if made.commit == draft.base.commit:
        raise refused_by_git("git, or a hook of yours, did not take the commit", done)
    return made, done.said


def remove_folder(places: Places) -> bool:
    """Take away the working tree of an act, both halves; tell whether there was one."""
    halves = (places.work, places.linked)
    there = any(half.exists() for half in halves)
    for half in halves:
        shutil.rmtree(half, ignore_errors=True)
    return there


def _make_folder(places: Places, draft: Draft) -> None:
    done = git.add_worktree(places.top, places.work, draft.base.commit)
    if not done.well:
        raise refused_by_git("git cannot make the folder that an act is committed in", done)
    wanted = places.linked / "info" / "sparse-checkout"
    wanted.parent.mkdir(exist_ok=True)
    shown = (*draft.files, f"{places.prefix}{TOP}")
    wanted.write_text("".join(f"/{_pattern(path)}\n" for path in shown), encoding="utf-8")
    done = git.fill(places.work)
    if not done.well:
        raise refused_by_git("git cannot read the last commit", done)


def _stage(places: Places, paths: list[str]) -> None:
    done = git.stage(places.work, paths)
    if done.well:
        return
    ignored = [visible(line) for line in git.ignored_by(places.top, paths)]
    if ignored:
        raise refused("; ".join(ignored), "a record must not be ignored: take the line away, or add ! and the path")
    raise refused_by_git("git does not take the files", done)


def _pattern(path: str) -> str:
    """Give the pattern that means exactly this path."""
    return _SPECIAL.sub(r"\\\1", path)
