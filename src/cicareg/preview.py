"""What an act would do, as it is shown before anything is written."""

from enum import StrEnum
from typing import NamedTuple

from cicareg.finding import Citation


class Judged(StrEnum):
    """What a rule says of an act, from best to worst."""

    IN_ORDER = "in order"
    NOTE = "note"
    DEPARTURE = "departure"
    WARNING = "warning"
    BREACH = "breach"


class Verdict(NamedTuple):
    """A rule, what it says of an act, its paragraph (None: good order), what it finds, and how to go on."""

    rule: str
    judged: Judged
    cites: Citation | None
    messages: tuple[str, ...] = ()
    way_out: str = ""


class Incumbents(NamedTuple):
    """Who stands in a role on the list of a post before an act and after it, each as `NAME (TERM)`."""

    role: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class PostChange(NamedTuple):
    """A post that an act concerns: its number and name, and its incumbents."""

    label: str
    incumbents: tuple[Incumbents, ...]


class FileChange(NamedTuple):
    """A file that an act writes: its path, whether it is new, and the lines that differ, as `+ …` and `- …`."""

    path: str
    new: bool
    lines: tuple[str, ...]


class Preview(NamedTuple):
    """An act before it is written.

    `order` counts the rules of good order that found nothing. `supposed` is what the rules would say if what is
    proposed were decided; it forbids nothing. `elsewhere` is what the act breaks or mends in other
    files, `broken` the rules whose errors among these forbid it, `standing` counts the errors that are none of its
    doing, `due` what falls due because of it: a day or `after` a day (`is met` for what it meets), and what.
    """

    subject: str
    remarks: tuple[str, ...] = ()
    posts: tuple[PostChange, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    order: int = 0
    supposed: tuple[Verdict, ...] = ()
    elsewhere: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    standing: int = 0
    due: tuple[tuple[str, str], ...] = ()
    files: tuple[FileChange, ...] = ()

    @property
    def breaches(self) -> tuple[Verdict, ...]:
        """Give the verdicts that forbid the act."""
        return tuple(verdict for verdict in self.verdicts if verdict.judged is Judged.BREACH)
