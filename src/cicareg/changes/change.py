"""What an act would change, and what an act is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cicareg.editing import Edit
from cicareg.errors import CicaregError, Exit
from cicareg.registry import Registry

LONGEST = 64 * 1024  # letters: more is no act of an officer
MANY = 64 * LONGEST  # but where many things are recorded, or taken back, at once


class Change(NamedTuple):
    """What an act would do to a register: the edits of each file, and why.

    A file that is not there yet is made of its edits. `subject` is a sentence for the history. `posts` are the
    areas whose incumbents may change, `concerns` further ones whose duties may. `remarks` are sentences that whoever
    decides should read first. `authority` is the deciding paragraph, where there is one; `departures` are
    `RULE: reason`. A change without edits is on record already. `supposed` are edits that are never written: what the
    rules would say of them is shown beforehand.
    """

    subject: str
    edits: Mapping[str, tuple[Edit, ...]] = {}
    posts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    authority: str | None = None
    departures: tuple[str, ...] = ()
    supposed: Mapping[str, tuple[Edit, ...]] = {}
    concerns: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Give the files that the change touches, sorted."""
        return tuple(sorted(self.edits))


@dataclass(frozen=True, slots=True)
class Act:
    """An officer's act: its name, what it is asked with, and how it is planned.

    The request is a frozen dataclass of texts, tuples of texts and flags, all canonical (ids, ISO days), so that
    it can be written into the history and made again elsewhere. `longest` is how many letters the history keeps of it.
    """

    name: str
    request: type[Any]
    plan: Callable[[Registry, Any], Change]
    longest: int = LONGEST


def refused(message: str, *, hint: str = "") -> CicaregError:
    """Make the error of an act that the register as it stands does not allow."""
    return CicaregError(message, hint=hint, code=Exit.REFUSED)


def join(*changes: Mapping[str, Sequence[Edit]]) -> Mapping[str, tuple[Edit, ...]]:
    """Put edits of files together, in their order; a file without edits is left out."""
    edits: dict[str, tuple[Edit, ...]] = {}
    for change in changes:
        for path, some in change.items():
            if some:
                edits[path] = (*edits.get(path, ()), *some)
    return edits
