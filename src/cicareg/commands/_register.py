"""The register at hand, and what the person who asks about it is told."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cicareg.commands import _progress
from cicareg.commands._desk import Desk, tell
from cicareg.errors import CicaregError
from cicareg.inspecting import Inspection, inspected
from cicareg.recalling import recalled, worked
from cicareg.storage.cache import Answer
from cicareg.storage.place import memory_of

if TYPE_CHECKING:
    from cicareg.finding import Report
    from cicareg.moment import Moment
    from cicareg.questions.touched import Touched
    from cicareg.registry import Registry

T = TypeVar("T")


class Beside(NamedTuple):
    """The records at two moments by how these were called, and what of them may look different (None: anything)."""

    registers: "Mapping[str, tuple[Registry, Moment]]"
    touched: "Touched | None"


class Register:
    """The register that a command is about, and what was said of it on the way to an answer."""

    def __init__(self, inspection: Inspection, moment: "Moment | None" = None) -> None:
        """Take what is known of it; of a register as it was once, the moment."""
        self._inspection = inspection
        self.moment = moment
        self._said: list[str] = []

    @property
    def root(self) -> Path:
        """Give its folder."""
        return self._inspection.root

    @property
    def registry(self) -> "Registry":
        """Give its records."""
        return self._inspection.registry

    @property
    def report(self) -> "Report":
        """Give all findings."""
        return self._inspection.report

    def report_against(self, name: str, commit: str | None) -> "Report":
        """Give all findings, and what a revision had on record that is gone or altered."""
        from cicareg.revisiting import guarded

        return guarded(self._inspection, name, commit)

    def say(self, text: str) -> None:
        """Write a line to stderr, and again whenever the answer is given from memory."""
        self._said.append(text)
        tell(text)

    def warn(self) -> None:
        """Say on stderr of which moment the register is, and where it has errors: what can be read is shown."""
        from cicareg.finding import Severity

        at = f" --at {self.moment.commit[:10]}" if self.moment else ""
        if self.moment:
            self.say(f"cicareg: as recorded in {self.moment}")
        errors = self.report.count(Severity.ERROR)
        if errors:
            number = "1 error" if errors == 1 else f"{errors} errors"
            self.say(f"cicareg: the register has {number}; what follows may lack something (see: cicareg validate{at})")

    def refuse_unread(self) -> None:
        """Refuse to publish where anything of the register cannot be read."""
        unread = sum(finding.rule in ("file", "shape", "reference") for finding in self.report.findings)
        if unread:
            places = "1 place" if unread == 1 else f"{unread} places"
            message = f"the register cannot be read in {places}: what is published now might lack something"
            raise CicaregError(message, hint="cicareg validate shows them")

    def answer(self, text: str, code: int = 0) -> Answer:
        """Make an answer of a text, with what was said before it."""
        return Answer(text, "\n".join(self._said), code)


def open_register(desk: Desk) -> Register:
    """Open the register at hand for a question that is not remembered."""
    return Register(inspected(desk.root(), _progress))


def open_staged(desk: Desk) -> Register:
    """Open the register as the next commit would hold it."""
    from cicareg.storage.git import INDEX
    from cicareg.storage.repository import top
    from cicareg.storage.staged import read_staged

    root = desk.root_here()
    own = top(root) == top(Path.cwd())  # a hook's index is that of the repository it runs in, and of no other
    tree, listed = read_staged(root, os.environ.get(INDEX) if own else None)
    return Register(Inspection(root, tree, listed.findings(), _progress))


def open_at(desk: Desk, told: str) -> Register:
    """Open the register as it was on record: in a revision, or at the end of a day."""
    from cicareg.revisiting import inspected_at, moment_of

    root = desk.root()
    moment = moment_of(root, told)
    return Register(inspected_at(root, told, moment, _progress), moment)


def open_beside(desk: Desk, told: tuple[str, str]) -> "Beside":
    """Open the register as it was on record at two moments; of what is the same at both, little is read."""
    from cicareg.revisiting import compared_at, moment_of

    root = desk.root()
    moments = moment_of(root, told[0]), moment_of(root, told[1])
    before, after, touched = compared_at(root, told, moments, _progress)
    return Beside({told[0]: (before, moments[0]), told[1]: (after, moments[1])}, touched)


def answered(desk: Desk, question: object, make: Callable[[Register], Answer], *, memory: bool = True) -> Answer:
    """Answer a question about the register: as before where nothing has changed, else by `make`.

    The question must name everything that the answer depends on besides the files of the register.
    """
    root = desk.root()
    place = memory_of(root, os.environ) if memory else None
    answer, again = recalled(root, place, repr(question), lambda found: make(Register(found)), _progress)
    for line in answer.said.splitlines() if again else ():
        tell(line)
    return answer


def made(desk: Desk, make: Callable[[Register], T]) -> T:
    """Make of the register what is no text: that is made each time, of what is remembered of its check."""
    root = desk.root()
    return worked(root, memory_of(root, os.environ), lambda found: make(Register(found)), _progress)
