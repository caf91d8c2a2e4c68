"""Whether a commit that was made is what was planned; a hook may have changed it."""

from collections.abc import Callable, Mapping

from cicareg.storage import git
from cicareg.storage.blobs import FILES, id_of
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import NO_FILTER, refused
from cicareg.storage.recording.values import Draft
from cicareg.visible import visible_line

_HOOK = "git rev-parse --git-path hooks names the folder of the hooks: mend the one that does this, or rename it"
_DAY = 24 * 60 * 60

Changed = Callable[[Mapping[str, bytes]], None]


def agreed(places: Places, draft: Draft, made: git.Made, changed: Changed | None) -> dict[str, bytes]:
    """Give the contents that a commit has; refused where it is not a commit of exactly these files on the base."""
    if made.parents != [draft.base.commit]:
        raise refused("a hook of git made a commit that does not follow on the last one", _HOOK)
    for path, (mode, _) in made.changes.items():
        if path not in draft.files:
            raise refused(f"a hook of git put another file into the commit: {visible_line(path)}", _HOOK)
        if mode not in FILES:
            raise refused(f"a hook of git made something else than a file of {visible_line(path)}", _HOOK)
    for path in draft.files.keys() - made.changes.keys():
        raise refused(f"a hook of git took a file out of the commit: {visible_line(path)}", _HOOK)
    _refuse_message(draft.plan.message, made.message)
    return {**draft.files, **_otherwise(places, draft.files, made, changed)}


def odd_dates(made: git.Made, now: float) -> str:
    """Say where a commit bears a day that is not today's; nothing where all is well."""
    odd = [moment for moment in made.dates if abs(moment - now) > _DAY]
    return "the commit bears another day than today: GIT_AUTHOR_DATE or GIT_COMMITTER_DATE is set" if odd else ""


def _refuse_message(planned: str, made: str) -> None:
    kept = set(made.splitlines())
    for line in planned.strip().rpartition("\n\n")[2].splitlines():
        if line.rstrip() not in kept:
            raise refused(f"a hook of git changed the message: it lacks the line {visible_line(line)!r}", _HOOK)


def _otherwise(places: Places, files: Mapping[str, bytes], made: git.Made, changed: Changed | None) -> dict[str, bytes]:
    """Give the contents that a hook made otherwise, if whoever planned agrees to them."""
    other = {path: id_ for path, (_, id_) in made.changes.items() if id_of(files[path], places.kind) != id_}
    if not other:
        return {}
    raw = git.contents(places.top, dict.fromkeys(other.values()))
    found = {path: raw[id_] for path, id_ in other.items()}
    _refuse_filtered(places, found, other)
    if changed is None:
        named = ", ".join(visible_line(path) for path in other)
        raise refused(f"a hook of git changed what was to be recorded: {named}", _HOOK)
    changed({path.removeprefix(places.prefix): content for path, content in found.items()})
    return found


def _refuse_filtered(places: Places, found: Mapping[str, bytes], ids: Mapping[str, str]) -> None:
    """Refuse what git would store otherwise each time: file, index and commit could never be the same."""
    for path, raw in found.items():
        if git.id_kept_as(places.top, path, raw) != ids[path]:
            raise refused(f"a filter of git makes something else of {visible_line(path)} each time", NO_FILTER)
