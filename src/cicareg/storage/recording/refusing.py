"""Why nothing was recorded, in words for the person."""

import re

from cicareg.errors import CicaregError, Exit
from cicareg.layout import ROOT
from cicareg.storage import git
from cicareg.visible import visible

NOTHING = "nothing was recorded"
NO_FILTER = f"let .gitattributes say: {ROOT}/** -filter, commit it, move {ROOT} aside, then: git checkout -- {ROOT}"
_DISK = re.compile(
    r"No space left|Read-only file system|Disk quota exceeded|Input/output error|insufficient permission"
)


class InterruptedRecordingError(CicaregError):
    """Somebody interrupted: exit 130; `commit` is what was recorded all the same."""

    def __init__(self, commit: str | None, said: str = "", doubt: str = "") -> None:
        """Say whether the act was recorded, or that this is in doubt."""
        done = doubt or (f"recorded as {commit}" if commit else NOTHING)
        super().__init__(f"interrupted; {done}", hint=said, code=Exit.INTERRUPTED)
        self.commit = commit


def refused(why: str, hint: str = "", *, but: str = NOTHING) -> CicaregError:
    """Refuse an act for the state of the clone; say what of it is true already."""
    return CicaregError(why, hint=hint, code=Exit.REFUSED, but=but)


def unwritten(error: OSError) -> CicaregError:
    """Say that the disk did not take what was to be written."""
    where = f"{visible(str(error.filename))}: " if error.filename else ""
    return CicaregError(f"the disk did not take it: {where}{error.strerror}", code=Exit.UNREADABLE, but=NOTHING)


def refused_by_git(what: str, done: git.Done) -> CicaregError:
    """Say what git, or a hook that it ran, did not do, and everything that it printed."""
    code = Exit.UNREADABLE if _DISK.search(done.said) else Exit.REFUSED
    return CicaregError(what, code=code, but=NOTHING, said=visible(done.said))
