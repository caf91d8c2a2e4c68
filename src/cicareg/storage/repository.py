"""The git repository that a folder stands in, found without running git."""

import os
from pathlib import Path


def top(folder: Path) -> Path | None:
    """Give the top folder of the repository that a folder stands in, or would stand in; None where there is none."""
    folder = folder.resolve()
    for above in (folder, *folder.parents):
        if os.path.lexists(above / ".git"):  # a file in a linked working tree or a submodule
            return above
    return None


def prefix(root: Path) -> str:
    """Give the path of a folder from the top of its repository; nothing at the top, or where there is none."""
    above, folder = top(root), root.resolve()
    return "" if above in (None, folder) else folder.relative_to(above).as_posix()
