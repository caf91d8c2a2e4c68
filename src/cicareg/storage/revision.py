"""The register as a commit holds it, read from git without a checkout.

Names are asked for on git's standard input: one that looks like an option, or like a file, is a name all the same.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError, UsageError
from cicareg.layout import ROOT, TOP
from cicareg.lazy import LazyMapping
from cicareg.limits import MAX_BYTES
from cicareg.storage import git
from cicareg.storage.entries import named, weighed
from cicareg.storage.worktree import Listed, refuse_large
from cicareg.yaml_text import shown

_NAMES = "the name of a branch or a tag, or the id of a commit: git log --oneline shows them"
_SPACES = ("refs/tags/", "refs/heads/", "refs/remotes/")
_UNBORN = frozenset({"HEAD", "@"})
_LONGEST = 200
LACKS = "this clone lacks the older history, and with it"
UNSHALLOW = "git fetch --unshallow (in a workflow of GitHub: fetch-depth: 0; in a job of GitLab: GIT_DEPTH: 0)"


class Repository(NamedTuple):
    """Where revisions are read: a folder of the repository, where the register lies in it, and who asks.

    `inside` a hook of git, what is being received is seen as well.
    """

    folder: Path
    prefix: str = ""
    inside: bool = False

    def ask(self, *words: str, given: bytes = b"") -> bytes:
        """Give what a reading command prints."""
        return git.read(self.folder, *words, given=given, inside=self.inside)


class Revision(LazyMapping[bytes]):
    """The record files of a register in a commit; a content is read when it is asked for, many at once by `fetch`.

    What another revision `beside` it has read is not read again.
    """

    def __init__(self, repository: Repository, blobs: Mapping[str, str], beside: "Revision | None" = None) -> None:
        """Take the ids of the contents by path."""
        super().__init__(blobs)
        self.blobs = blobs
        self._repository = repository
        self._contents: dict[str, bytes] = beside._contents if beside else {}  # by id  # noqa: SLF001  # its own kind

    def __getitem__(self, path: str) -> bytes:
        """Give a content; one that is larger than a record is reads as empty."""
        if self.blobs[path] not in self._contents:
            self.fetch((path,))
        return self._contents[self.blobs[path]]

    def same(self, other: "Revision") -> frozenset[str]:
        """Give the files that are in another revision as they are here."""
        return frozenset(path for path, blob in self.blobs.items() if other.blobs.get(path) == blob)

    def fetch_all(self) -> None:
        """Read all contents that were not read yet, where their sizes are known to be fit."""
        wanted = dict.fromkeys(blob for blob in self.blobs.values() if blob not in self._contents)
        folder, inside = self._repository.folder, self._repository.inside
        self._contents |= git.contents(folder, wanted, inside=inside) if wanted else {}

    def fetch(self, paths: Iterable[str]) -> None:
        """Read the contents of some files with one question to git."""
        ids = (self.blobs[path] for path in paths)
        wanted = dict.fromkeys(blob for blob in ids if blob not in self._contents)
        if not wanted:
            return
        folder, inside = self._repository.folder, self._repository.inside
        sizes = git.sizes(folder, wanted, inside=inside)
        small = dict.fromkeys(blob for blob, size in sizes.items() if size <= MAX_BYTES)
        raw = git.contents(folder, small, inside=inside) if small else {}
        self._contents |= {blob: raw.get(blob, b"") for blob in wanted}


class Holding(NamedTuple):
    """What a tree of git holds of a register: the ids of its files' contents by path, and what is unfit by path."""

    blobs: Mapping[str, str]
    unfit: Mapping[str, str]


NOTHING = Holding({}, {})


def commit_of(repository: Repository, name: str) -> str | None:
    """Give the id of the commit that a person names; None for the HEAD of a repository without commits."""
    if not name or "\n" in name or len(name) > _LONGEST:
        raise UsageError(f"no commit is called {shown(name)}", hint=_NAMES)
    asked = [name, *(space + name for space in _SPACES)]
    found = ids_of(repository, [f"{each}^{{commit}}" for each in asked])
    known = {each: id_ for each, id_ in zip(asked, found, strict=True) if id_}
    if len(set(known.values())) > 1:
        spelt = [each for each in known if each != name]
        raise UsageError(
            f"{shown(name)} stands for several commits: {', '.join(map(shown, spelt))}", hint="write one of these"
        )
    if name in known:
        return known[name]
    if _is_shallow(repository):
        raise CicaregError(f"{LACKS} {shown(name)}: what was altered or removed since cannot be known", hint=UNSHALLOW)
    if name in _UNBORN:
        return None
    raise UsageError(f"no commit is called {shown(name)}", hint=_NAMES)


def held(repository: Repository, commits: Iterable[str]) -> dict[str, str | None]:
    """Give for each commit the id of the tree that its register is, or None where it has no such folder."""
    names = list(dict.fromkeys(commits))
    if "\n" in repository.prefix:
        raise CicaregError(f"the folder {shown(repository.prefix)} has a line feed in its name: rename it")
    below = f"{repository.prefix}/{ROOT}" if repository.prefix else ROOT
    return dict(zip(names, ids_of(repository, [f"{name}:{below}" for name in names], "tree"), strict=True))


def holding(repository: Repository, tree: str | None) -> Holding:
    """List the files of a register by the id of its tree; nothing where what is there is no register."""
    return _holding(_entries(repository, tree)) if tree else NOTHING


def _holding(entries: Iterable[tuple[list[str], str]]) -> Holding:
    found, unfit = named(git.Entry(about[0], about[2], "0", f"{ROOT}/{path}") for about, path in entries)
    return Holding(found, unfit) if TOP in found else NOTHING


def _entries(repository: Repository, tree: str, *options: str) -> Iterator[tuple[list[str], str]]:
    """Yield for each entry of a tree mode, kind and id, with `--long` also the size, and the path."""
    raw = repository.ask("ls-tree", "-r", "-z", "--full-tree", *options, tree)
    lines = (line.partition("\t") for line in os.fsdecode(raw).split("\0") if line)
    return ((about.split(), path) for about, _, path in lines)


def read_revision(repository: Repository, commit: str | None, name: str) -> tuple[Revision, Listed]:
    """Give the record files of a register in a commit, and what is unfit among them; the same as in a folder."""
    revision, listed = open_revision(repository, commit, name)
    revision.fetch_all()
    return revision, listed


def open_revision(
    repository: Repository, commit: str | None, name: str, beside: Revision | None = None
) -> tuple[Revision, Listed]:
    """Give the same, with nothing read of it yet but what a revision `beside` it has read."""
    tree = held(repository, [commit])[commit] if commit else None
    entries = list(_entries(repository, tree, "--long")) if tree else []  # with the sizes, so that none need be asked
    found = _holding(entries)
    if not found.blobs:
        raise CicaregError(f"{shown(name)} holds no register: there is no {TOP}")
    sizes = {about[2]: _size(about) for about, _ in entries}
    blobs, listed = weighed(found.blobs, found.unfit, sizes)
    refuse_large(listed)
    return Revision(repository, dict(sorted(blobs.items())), beside), listed


def _size(about: list[str]) -> int:
    """Read the size of an entry; git says BAD where it has not what the entry stands for, and - of a submodule."""
    if about[3] == "BAD":
        raise git.lost(about[2])
    return int(about[3]) if about[3] != "-" else 0


def ids_of(repository: Repository, names: Iterable[str], kind: str = "commit") -> list[str | None]:
    """Give the id of what each name stands for, or None where it stands for nothing of this kind."""
    asked = "".join(f"{name}\n" for name in names)
    if not asked:
        return []
    raw = repository.ask("cat-file", "--batch-check=%(objectname) %(objecttype)", given=os.fsencode(asked))
    told = (line.split(" ") for line in os.fsdecode(raw).split("\n")[:-1])
    return [words[0] if len(words) == 2 and words[1] == kind else None for words in told]


def _is_shallow(repository: Repository) -> bool:
    return repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
