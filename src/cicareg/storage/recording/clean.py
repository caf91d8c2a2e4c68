"""Whether the register's own files are as they were last committed; other work of the person does not matter.

They are compared by content: what git says of a file may rest on what somebody told it to assume.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.layout import ROOT
from cicareg.storage import git
from cicareg.storage.blobs import REGULAR, id_of, id_on_disk, kind_of
from cicareg.storage.files import UnfitError, read_file
from cicareg.storage.recording.leaving import waiting
from cicareg.storage.recording.refusing import NO_FILTER, refused
from cicareg.storage.recording.values import Base
from cicareg.storage.worktree import is_other, look
from cicareg.visible import visible_line

_MOST = 5
_WAITING = "changed, waiting for the next commit"
_ENDS = "line ends of Windows"
_FILTER = "written otherwise by a filter of git"


def refuse_unclean(root: Path, base: Base, blobs: Mapping[str, bytes] | None = None) -> None:
    """Refuse a register whose record files, or what is staged of them, are not as in the commit.

    `blobs`: the ids of all record files that are in the folder, where they are known (those of 20 bytes).
    """
    kind = kind_of(base.commit)
    here = _known(blobs) if blobs is not None and kind == "sha1" else _on_disk(root, kind)
    committed = set(git.lines(root, base.commit, ROOT))  # nearly all of them are the same: only the others are read
    held = {path: id_ for path, (_, id_) in git.as_files(committed - here).items() if _is_ours(path)}
    found = {path: id_ for path, (_, id_) in git.as_files(here - committed).items()}
    problems = dict.fromkeys(git.differing(root, ROOT, None, base.commit), _WAITING)
    for path in sorted(held.keys() | found.keys()):
        now = found.get(path) or id_on_disk(root / path, kind)
        if now != held.get(path, ""):
            problems[path] = _problem(root, path, held.get(path), now, kind)
    if problems:
        raise _unclean(problems, waiting(root, problems))


def _is_ours(path: str) -> bool:
    parts = path.split("/")
    return not is_other(parts[-1]) and not any(part.startswith(".") for part in parts)


def _known(blobs: Mapping[str, bytes]) -> set[str]:
    """Give files and their ids as git lists those of a commit."""
    return {f"{REGULAR} blob {blob.hex()}\t{path}" for path, blob in blobs.items()}


def _on_disk(root: Path, kind: str) -> set[str]:
    listed = look(root)
    return {f"{REGULAR} blob {id_on_disk(root / path, kind)}\t{path}" for path in (*listed.paths(), *listed.unfit)}


def _problem(root: Path, path: str, held: str | None, now: str, kind: str) -> str:
    if held is None:
        return "new, not committed"
    if not now:
        return "deleted"
    try:
        raw = read_file(str(root / path))
    except (UnfitError, CicaregError):
        return "changed"
    if id_of(raw.replace(b"\r\n", b"\n"), kind) == held:
        return _ENDS
    return _FILTER if git.id_kept_as(root, path, raw) == held else "changed"


def _unclean(problems: Mapping[str, str], onward: Sequence[str]) -> CicaregError:
    found = set(problems.values())
    named = [f"{visible_line(path)} ({what})" for path, what in sorted(problems.items())[:_MOST]]
    more = f" and {len(problems) - _MOST} more" if len(problems) > _MOST else ""
    hint = (
        f"commit your own changes first: git add {ROOT} && git commit; or take them back: "
        f"git restore --staged --worktree {ROOT}; a new file: delete it"
    )
    if _FILTER in found:
        hint = NO_FILTER
    if _ENDS in found:
        hint = f"let .gitattributes say: {ROOT}/** text eol=lf, then write the files anew: git add --renormalize ."
    if onward:
        more += "; an act was written here with --no-commit, and waits for its commit"
        hint = "\n  ".join(onward)
    return refused(f"the register is not as it was last committed: {', '.join(named)}{more}", hint)
