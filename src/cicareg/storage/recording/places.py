"""Where things stand: the register in its repository, and our own files in the git directory."""

from pathlib import Path
from typing import NamedTuple

from cicareg.storage import git

_NAME = "cicareg-recording"  # of the working tree that acts are made in


class Places(NamedTuple):
    """The folders of a register's repository; paths of files are those from its top."""

    root: Path
    top: Path
    prefix: str
    own: Path
    common: Path
    hooks: str
    index_file: Path
    kind: str

    @property
    def lock(self) -> Path:
        """Give the file that is locked while an act is recorded, in whichever working tree."""
        return self.common / "cicareg" / "lock"

    @property
    def sharing(self) -> Path:
        """Give the file that is locked while this clone shares with another."""
        return self.common / "cicareg" / "sharing"

    @property
    def work(self) -> Path:
        """Give the folder that acts are made in."""
        return self.common / "cicareg" / _NAME

    @property
    def linked(self) -> Path:
        """Give what git keeps of that folder."""
        return self.common / "worktrees" / _NAME

    @property
    def aside(self) -> Path:
        """Give the folder for what belongs to this working tree: the journal, an index that is being made."""
        return self.own / "cicareg"


def places_of(root: Path) -> Places:
    """Find the places of a register; refused where it is not in a working tree of git."""
    top, prefix, own, common, hooks, index, kind = git.layout(root)
    return Places(root, Path(top), prefix, Path(own), Path(common), hooks, Path(index), kind)
