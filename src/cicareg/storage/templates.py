"""The templates: the packaged ones, each overridden by the register's own of the same name.

An own template can build on the packaged one: `{% extends "packaged/list.html" %}`, then its blocks.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import cicareg
from cicareg.errors import CicaregError
from cicareg.storage.files import UnfitError, read_file
from cicareg.visible import visible

_PACKAGED = Path(cicareg.__file__).parent / "templates"
_MODEL = "en"  # the language whose files are translated
_DEFAULT = "packaged/"
_COMMON = "common/"  # structure without words, the same in every language
_NEVER = frozenset("/\\:\0")  # in the name of a template: it stands in its folder and nowhere else


class Template(NamedTuple):
    """A template: where it came from, for messages, and its bytes."""

    origin: str
    raw: bytes


def read_template(root: Path | None, lang: str, name: str) -> Template:
    """Give a template of a language (`list.html`), the register's own before the packaged."""
    folders = _folders(root, lang)
    found = _find(folders, name)
    if found is not None:
        return found
    model = visible(str(_PACKAGED / _MODEL))
    if not any(folder.is_dir() for folder in folders):
        known = ", ".join(languages(root))
        hint = (
            f"there are: {known}; for another, translate the files of {model} into templates/{lang}/ beside registry/"
        )
        raise CicaregError(f"there are no templates for the language {lang!r}", hint=hint)
    hint = f"translate {model}/{name} into templates/{lang}/{name} beside registry/"
    raise CicaregError(f"there is no template {name} for the language {lang!r}", hint=hint)


def read_templates(root: Path | None, lang: str) -> Mapping[str, Template]:
    """Give the templates of a language by name; each is read when it is asked for, what else is there never."""
    return _Templates(root, lang)


def languages(root: Path | None) -> tuple[str, ...]:
    """Give the languages that have templates."""
    folders = [_PACKAGED, *([root / "templates"] if root else [])]
    return tuple(
        sorted(
            {
                p.name
                for folder in folders
                if folder.is_dir()
                for p in folder.iterdir()
                if p.is_dir() and not p.name.startswith("_")
            }
        )
    )


class _Templates(Mapping[str, Template]):
    """The templates of a language, read one by one; a name that is not there is a KeyError, as of any mapping."""

    def __init__(self, root: Path | None, lang: str) -> None:
        self._folders = _folders(root, lang)
        self._read: dict[str, Template] = {}

    def __getitem__(self, name: str) -> Template:
        if name not in self._read:
            found = _find(self._folders, name)
            if found is None:
                raise KeyError(name)
            self._read[name] = found
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        folders = [folder for folder in self._folders if folder.is_dir()]
        entries = (entry for folder in folders for entry in folder.iterdir())
        return iter(sorted({entry.name for entry in entries if entry.is_file() and not entry.name.startswith(".")}))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _folders(root: Path | None, lang: str) -> dict[Path, str]:
    """Give the folders to look in, in this order, each with its name for messages."""
    own = {root / "templates" / lang: f"templates/{lang}"} if root is not None else {}
    return {**own, _PACKAGED / lang: f"cicareg/templates/{lang}"}


def _find(folders: Mapping[Path, str], name: str) -> Template | None:
    if name.startswith(_DEFAULT):
        folders = {folder: shown for folder, shown in folders.items() if folder.parent == _PACKAGED}
        name = name.removeprefix(_DEFAULT)
    elif name.startswith(_COMMON):
        folders = {_PACKAGED / "_common": "cicareg/templates/_common"}
        name = name.removeprefix(_COMMON)
    if not name or name.startswith(".") or not _NEVER.isdisjoint(name):
        return None
    for folder, shown in folders.items():
        if folder.is_symlink() or folder.parent.is_symlink():
            raise CicaregError(f"{shown} is a symbolic link: templates must be a folder")
        if os.path.lexists(folder / name):
            try:
                return Template(f"{shown}/{name}", read_file(str(folder / name), "a template"))
            except UnfitError as error:
                raise CicaregError(f"{shown}/{name}: {error}") from None
    return None
