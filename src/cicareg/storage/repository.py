"""The git repository that a folder stands in, found without running git."""

import os
from pathlib import Path


def prefix(root: Path) -> str:
    """Give the path of a folder from the top of its repository; nothing at the top, or where there is none."""
    folder = root.resolve()
    for top in (folder, *folder.parents):
        if os.path.lexists(top / ".git"):  # a file in a linked working tree or a submodule
            return "" if top == folder else folder.relative_to(top).as_posix()
    return ""
