"""What program this is: what one version remembers, another never trusts."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import cicareg

_PACKAGE = Path(cicareg.__file__).parent
_LIBRARIES = ("pydantic", "pydantic_core", "yaml", "jinja2", "rich", "typer", "typst", "docx", "lxml", "xlsxwriter")


def fingerprint(root: Path) -> str | None:
    """Say all that a result depends on besides the files of a register: None where the program is no folder.

    Files are known by size and time of the last change: reading all of them would cost more than it saves.
    """
    if not _PACKAGE.is_dir():
        return None
    program = (cicareg.__version__, sys.version, *_libraries(), *_files(str(_PACKAGE)))
    stated = (os.path.realpath(root), *program)
    return "\n".join(stated).encode("utf-8", "backslashreplace").decode()


def _libraries() -> Iterator[str]:
    """Say where the libraries lie and when they were last changed: installing one replaces its folder."""
    for folder in sys.path:
        for library in _LIBRARIES:
            path = os.path.join(folder, library, "__init__.py")  # noqa: PTH118  # a Path for each is slow
            try:
                status = os.stat(path)  # noqa: PTH116  # see above
            except OSError:
                continue
            yield f"{path} {status.st_size} {status.st_mtime_ns}"


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as listing:
        for entry in sorted(listing, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
