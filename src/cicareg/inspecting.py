"""One inspection of a register: its files, read and checked as far as somebody asks."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from cicareg.layout import TOP
from cicareg.storage.cache import Cache
from cicareg.storage.contents import Contents, changed
from cicareg.storage.damage import DAMAGE
from cicareg.storage.worktree import Worktree, look

if TYPE_CHECKING:
    from cicareg.checking.again import Readings
    from cicareg.checking.held import Held
    from cicareg.finding import Finding, Report
    from cicareg.registry import Registry

T = TypeVar("T")


class Progress(Protocol):
    """Says how far long work is, to whoever waits for it."""

    def standing(self, text: str, size: int, /) -> AbstractContextManager[None]:
        """Say what is being done to so many files, while it is."""
        ...

    def counted(self, items: Mapping[str, T], what: str, /) -> Iterator[tuple[str, T]]:
        """Go through a mapping, saying how far."""
        ...


class Memory(NamedTuple):
    """What is remembered of the last check, and which files may be other than they were then."""

    cache: Cache
    touched: frozenset[str]


class Inspection:
    """A register's files, its records, and what its check gives. Each is made when it is asked for."""

    def __init__(
        self,
        root: Path,
        tree: Mapping[str, bytes],
        beside: tuple["Finding", ...],
        progress: Progress,
        memory: Memory | None = None,
    ) -> None:
        """Take the folder, its files, and findings about what is no file of it."""
        self.root = root
        self._contents = Contents(tree)
        self._beside = beside
        self._progress = progress
        self._memory = memory

    @cached_property
    def fresh(self) -> frozenset[str]:
        """Give the files that say something else than when they were last checked, or are new or gone."""
        if self._memory is None:
            return frozenset()
        return changed(self._contents, self._memory.cache.blobs(self._memory.touched))

    @cached_property
    def readings(self) -> "Readings":
        """Give what reading each file gives."""
        from cicareg.checking.again import Readings
        from cicareg.migrations.stated import refuse_newer

        if TOP in self._contents:
            refuse_newer({TOP: self._contents.peek(TOP)})
        return Readings(self._contents)

    @cached_property
    def registry(self) -> "Registry":
        """Give the records."""
        from cicareg.registry import Registry

        return Registry(dict(self._progress.counted(self.readings, "reading")))

    @cached_property
    def asked(self) -> "Registry":
        """Give the records, each file read when it is asked for."""
        from cicareg.registry import Registry

        return Registry(self.readings)

    @cached_property
    def report(self) -> "Report":
        """Give all findings."""
        from cicareg.checking.whole import check_all

        cache = self._memory.cache if self._memory else None
        if cache is not None and cache.usable:
            from cicareg.remembering import check_with

            try:
                with self._progress.standing("checking …", len(self._contents)):
                    return check_with(cache, self._contents, self.fresh, self, self._beside)
            except DAMAGE as error:
                cache.discard(error)
        registry = self.registry
        with self._progress.standing("checking …", len(self._contents)):
            return check_all(registry, self._beside).report

    @property
    def known(self) -> "Registry":
        """Give the records, each file read when it is asked for where the memory knows the rest."""
        from cicareg.remembering import known

        _ = self.report  # brings the memory up to date
        cache = self._memory.cache if self._memory else None
        return known(cache, self.readings) if cache is not None and cache.usable else self.registry

    def foreseen(self, files: Mapping[str, bytes]) -> "tuple[Registry, Report]":
        """Give the records, and what their check gives, with some files as they would be."""
        from cicareg.remembering import foreseen

        _ = self.report
        cache = self._memory.cache if self._memory else None
        if cache is not None and cache.usable:
            found = foreseen(cache, self.readings, files, self._beside)
            if found:
                return found
        return self._plain.foreseen(files)

    def text(self, path: str) -> str | None:
        """Give the text of a file, or None where there is none; one that cannot be read is refused."""
        return self._plain.text(path)

    @cached_property
    def _plain(self) -> "Held":
        """Give the register with nothing remembered."""
        from cicareg.checking.held import Held

        return Held(self.readings, self._beside)

    @property
    def blobs(self) -> Mapping[str, bytes]:
        """Give the id of the content of each file, once it has been checked."""
        cache = self._memory.cache if self._memory else None
        if cache is not None and cache.usable:
            return cache.all_blobs()
        return {path: self._contents.blob(path) for path in self._contents}

    @property
    def is_checked(self) -> bool:
        """Tell whether the findings have been asked for."""
        return "report" in self.__dict__

    def is_steady(self) -> bool:
        """Tell whether each file that was read said what the memory holds now: none changed while it was looked at."""
        return self._memory is not None and self._memory.cache.holds(self._contents.read)


def inspected(root: Path, progress: Progress) -> Inspection:
    """Inspect the register in a folder, with nothing remembered."""
    listed = look(root)
    return Inspection(root, Worktree(root, listed), listed.findings(), progress)
