"""Which entries of an index or a tree of git are record files, and what is unfit: as a walk through folders tells."""

from collections.abc import Iterable, Iterator, Mapping

from cicareg.limits import MAX_BYTES
from cicareg.storage import blobs, git
from cicareg.storage.files import LINK, too_large
from cicareg.storage.worktree import DEEPEST, FOLDER, IRREGULAR, Listed, is_other, named_like_a_record, problem


def named(entries: Iterable[git.Entry]) -> tuple[dict[str, str], dict[str, str]]:
    """Give the ids of the contents of record files by path, and by path what is unfit, by its name or as no file."""
    found, unfit = dict[str, str](), dict[str, str]()
    for entry in entries:
        for path, said in _met(entry):
            if said:
                unfit[path] = said
            else:
                found[path] = entry.blob
    return found, unfit


def weighed(
    found: Mapping[str, str], unfit: Mapping[str, str], sizes: Mapping[str, int]
) -> tuple[dict[str, str], Listed]:
    """Take out the files that are larger than a record is, and say so; give the rest and what is unfit."""
    listed, kept = Listed(unfit=dict(unfit)), dict[str, str]()
    for path, blob in found.items():
        size = sizes[blob]
        if size > MAX_BYTES:
            listed.unfit[path] = too_large(size, "a record", MAX_BYTES)
        else:
            listed.size += size
            kept[path] = blob
    return kept, listed


def _met(entry: git.Entry) -> Iterator[tuple[str, str | None]]:
    """Yield the path at which a walk through the folders meets an entry, with what is wrong there; else nothing."""
    parts = entry.path.split("/")
    if any(part.startswith(".") for part in parts[1:]):
        return
    for count in range(2, len(parts)):
        folder = "/".join(parts[:count])
        if named_like_a_record(parts[count - 1]) or count > DEEPEST + 1:
            yield folder, problem(folder) or FOLDER
            return
    if entry.mode == blobs.SUBMODULE:
        yield entry.path, IRREGULAR
    elif entry.mode == blobs.LINK:
        yield entry.path, problem(entry.path) or LINK
    elif not is_other(parts[-1]):
        yield entry.path, problem(entry.path)
