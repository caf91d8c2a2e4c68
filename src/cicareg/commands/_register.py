"""The register at hand: read and checked, with what is remembered of the last time."""

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.commands._desk import Desk, tell
from cicareg.commands._progress import counted, standing
from cicareg.errors import CicaregError
from cicareg.layout import ROOT, TOP
from cicareg.storage.cache import Answer, Cache, opened
from cicareg.storage.contents import Contents
from cicareg.storage.contents import changed as changed_contents
from cicareg.storage.damage import DAMAGE
from cicareg.storage.fingerprint import fingerprint
from cicareg.storage.place import memory_of
from cicareg.storage.stats import changed, joined, settled, template_stats
from cicareg.storage.worktree import Worktree, look

if TYPE_CHECKING:
    from cicareg.checking.again import Readings
    from cicareg.finding import Finding, Report
    from cicareg.registry import Registry


class Register:
    """A register: where it stands, its records, and what its check gave. Each is made when it is asked for."""

    def __init__(
        self,
        root: Path,
        tree: Mapping[str, bytes],
        beside: tuple["Finding", ...] = (),
        cache: Cache | None = None,
        touched: frozenset[str] = frozenset(),
    ) -> None:
        """Take the folder, its files, and findings about what is no file of it.

        With a memory: also which files may be other than it remembers.
        """
        self.root = root
        self.said: list[str] = []
        self._contents = Contents(tree)
        self._beside = beside
        self._cache = cache
        self._touched = touched

    @cached_property
    def fresh(self) -> frozenset[str]:
        """Give the files that say something else than when they were last checked, or are new or gone."""
        return changed_contents(self._contents, self._cache.blobs(self._touched)) if self._cache else frozenset()

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

        return Registry(dict(counted(self.readings, "reading")))

    @cached_property
    def report(self) -> "Report":
        """Give all findings."""
        from cicareg.checking.whole import check_all

        if self._cache is not None and self._cache.usable:
            from cicareg.remembering import check_with

            try:
                with standing("checking …", len(self._contents)):
                    return check_with(self._cache, self._contents, self.fresh, self, self._beside)
            except DAMAGE as error:
                self._cache.discard(error)
        registry = self.registry
        with standing("checking …", len(self._contents)):
            return check_all(registry, self._beside).report

    @property
    def is_checked(self) -> bool:
        """Tell whether the findings have been asked for."""
        return "report" in self.__dict__

    def is_steady(self) -> bool:
        """Tell whether each file that was read said what the memory holds now: none changed while it was looked at."""
        return self._cache is not None and self._cache.holds(self._contents.read)

    def warn(self) -> None:
        """Where the register has errors, say so on stderr: what can be read is shown all the same."""
        from cicareg.finding import Severity

        errors = self.report.count(Severity.ERROR)
        if errors:
            number = "1 error" if errors == 1 else f"{errors} errors"
            self.said.append(f"the register has {number}; what follows may lack something (see: cicareg validate)")
            tell(f"cicareg: {self.said[-1]}")

    def refuse_unread(self) -> None:
        """Refuse to publish where anything of the register cannot be read."""
        unread = sum(finding.rule in ("file", "shape", "reference") for finding in self.report.findings)
        if unread:
            places = "1 place" if unread == 1 else f"{unread} places"
            message = f"the register cannot be read in {places}: what is published now might lack something"
            raise CicaregError(message, hint="cicareg validate shows them")

    def answer(self, text: str, code: int = 0) -> Answer:
        """Make an answer of a text, with what was said before it."""
        return Answer(text, "\n".join(self.said), code)


def open_register(desk: Desk) -> Register:
    """Open the register at hand for a question that is not remembered."""
    return _opened(desk.root())


def open_staged(desk: Desk) -> Register:
    """Open the register as the next commit would hold it."""
    from cicareg.storage.git import INDEX
    from cicareg.storage.repository import top
    from cicareg.storage.staged import read_staged

    root = desk.root_here()
    own = top(root) == top(Path.cwd())  # a hook's index is that of the repository it runs in, and of no other
    tree, listed = read_staged(root, os.environ.get(INDEX) if own else None)
    return Register(root, tree, listed.findings())


def _opened(root: Path) -> Register:
    listed = look(root)
    return Register(root, Worktree(root, listed), listed.findings())


def answered(desk: Desk, question: object, make: Callable[[Register], Answer], *, memory: bool = True) -> Answer:
    """Answer a question about the register: as before where nothing has changed, else by `make`.

    The question must name everything that the answer depends on besides the files of the register.
    """
    root = desk.root()
    place = memory_of(root, os.environ) if memory else None
    with opened(place, fingerprint(root) if place else None) as cache:
        if cache is None:
            return make(_opened(root))
        return _recalled(root, cache, repr(question), make)


def _recalled(root: Path, cache: Cache, question: str, make: Callable[[Register], Answer]) -> Answer:
    try:
        moment, before = cache.moment(), cache.stats()
        listed = look(root)
        stats = {**joined(listed.stats), "": repr(listed.unfit), **template_stats(root)}
        touched = changed(stats, before)
        files = frozenset(path for path in touched if path.startswith(f"{ROOT}/"))
        register = Register(root, Worktree(root, listed), listed.findings(), cache, files)
        same = bool(before) and touched == files and not register.fresh
        known = cache.answer(question) if same else None
    except DAMAGE as error:
        cache.discard(error)
        return make(_opened(root))
    answer = known or make(register)
    for line in known.said.splitlines() if known else ():
        tell(f"cicareg: {line}")
    if cache.usable and (same or register.is_checked):
        news = {} if known else {question: answer}
        _keep(cache, register, settled(stats, before, moment), news, same=same)
    return answer


def _keep(
    cache: Cache, register: Register, stats: Mapping[str, str | None], answers: Mapping[str, Answer], *, same: bool
) -> None:
    """Remember how the files are now, and what was answered; where nothing is new, nothing is written."""
    if not stats and not answers:
        return
    try:
        if not register.is_steady():
            return
        if not same:
            cache.forget_answers()
        cache.set_stats(stats)
        for question, answer in answers.items():
            cache.add_answer(question, answer)
        cache.commit()
    except DAMAGE as error:
        cache.discard(error)
