"""The versions of some files of a register, through the commits that changed them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from cicareg.limits import MAX_BYTES
from cicareg.storage import git
from cicareg.storage.revision import Repository, commit_of

_AT_ONCE = 16 * 1024 * 1024  # bytes of contents that are held while they are looked through


class Scope(NamedTuple):
    """Which files are asked about: these, and those below some folders that mention a word."""

    files: frozenset[str]
    folders: tuple[str, ...] = ()
    word: str = ""


class Versions(NamedTuple):
    """The commits that changed the files, the oldest first, and each content by its id; one too large is not there.

    `lacking` tells that the clone has not the older commits.
    """

    commits: tuple[git.Told, ...]
    contents: Mapping[str, bytes]
    lacking: bool = False


def versions(repository: Repository, scope: Scope) -> Versions:
    """Give the versions of the files in scope that the branch has, under whatever name they had."""
    tip = commit_of(repository, "HEAD")
    if tip is None:
        return Versions((), {})
    folders = {path.rpartition("/")[0] for path in scope.files} | {*scope.folders}  # whole: a file may be renamed
    told = git.past(repository.folder, tip, sorted(folders))
    lines = _lines(told)
    named = {name for path in scope.files if path in lines for name in lines[path]}
    met = tuple(f"{folder}/" for folder in scope.folders) or ("\0",)
    moved = [each for commit in told for each in commit.moved if each.blob]
    own = {each.blob for each in moved if each.new in named}
    others = {each.blob for each in moved if each.new.startswith(met)} if scope.word else set[str]()
    word = scope.word.encode()
    contents = {id_: raw for id_, raw in _read(repository, own | others) if id_ in own or word in raw}
    mentioning = {
        name for each in moved if each.new.startswith(met) and each.blob in contents for name in lines[each.new]
    }
    kept = named | mentioning
    rest = {each.blob for each in moved if each.new in kept} - contents.keys() - own
    contents |= dict(_read(repository, rest))  # what a file that mentions it said before, or says no longer
    return Versions(tuple(_within(commit, kept) for commit in told), contents, git.is_shallow(repository.folder))


def _within(commit: git.Told, paths: Collection[str]) -> git.Told:
    return commit._replace(moved=tuple(each for each in commit.moved if each.old in paths or each.new in paths))


def _lines(told: Iterable[git.Told]) -> dict[str, set[str]]:
    """Give for each path all names that its file had or was given."""
    found: dict[str, set[str]] = {}
    for commit in told:
        for old, new, _ in commit.moved:
            names = found.get(old, {old}) | found.get(new, {new})
            names.discard("")
            found.update(dict.fromkeys(names, names))
    return found


def _read(repository: Repository, blobs: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the contents that are not too large, so many at once as may be held."""
    if not blobs:
        return
    sizes = git.sizes(repository.folder, sorted(blobs))
    group: list[str] = []
    held = 0
    for blob, size in sizes.items():
        if size > MAX_BYTES:
            continue
        if group and held + size > _AT_ONCE:
            yield from git.contents(repository.folder, group).items()
            group, held = [], 0
        group.append(blob)
        held += size
    if group:
        yield from git.contents(repository.folder, group).items()
