"""The templates: the packaged ones, each overridden by the register's own of the same name."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import cicareg
from cicareg.errors import CicaregError
from cicareg.storage.files import UnfitError, read_file

_PACKAGED = Path(cicareg.__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Template:
    """A template: where it came from, for messages, and its bytes."""

    origin: str
    raw: bytes


def read_templates(root: Path | None, lang: str) -> Mapping[str, Template]:
    """Give the templates of a language by name (`list.html`), the register's own before the packaged."""
    found = _folder(_PACKAGED / lang, f"cicareg/templates/{lang}")
    if root is not None:
        found |= _folder(root / "templates" / lang, f"templates/{lang}")
    if not found:
        known = ", ".join(languages(root))
        raise CicaregError(f"there are no templates for the language {lang!r}", hint=f"there are: {known}")
    return found


def languages(root: Path | None) -> tuple[str, ...]:
    """Give the languages that have templates."""
    folders = [_PACKAGED, *([root / "templates"] if root else [])]
    return tuple(sorted({p.name for folder in folders if folder.is_dir() for p in folder.iterdir() if p.is_dir()}))


def _folder(folder: Path, shown: str) -> dict[str, Template]:
    if not folder.is_dir():
        return {}
    if folder.is_symlink() or folder.parent.is_symlink():
        raise CicaregError(f"{shown} is a symbolic link: templates must be a folder")
    names = sorted(name for name in os.listdir(folder) if not name.startswith((".", "__")))  # noqa: PTH208  # names only
    found = {}
    for name in names:
        try:
            found[name] = Template(f"{shown}/{name}", read_file(str(folder / name)))
        except UnfitError as error:
            raise CicaregError(f"{shown}/{name}: {error}") from None
    return found
