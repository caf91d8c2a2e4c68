"""The templates: the packaged ones, each overridden by the register's own of the same name.

An own template can build on the packaged one: `{% extends "packaged/list.html" %}`, then its blocks.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import cicareg
from cicareg.errors import CicaregError
from cicareg.limits import MAX_BYTES
from cicareg.storage.files import UnfitError, read_file
from cicareg.visible import visible

PACKAGED = Path(cicareg.__file__).parent / "templates"
MODEL = "en"  # the language whose files are translated
_DEFAULT = "packaged/"
_COMMON = "common/"  # structure without words, the same in every language
_COMMON_FILE = ".docx"  # what has no words of its own: one for all languages, or one for a language
_MOST = 8 * 1024 * 1024  # of such a file: it may hold pictures
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
    raise _missing(folders, root, lang, name)


def find_template(root: Path | None, lang: str, name: str) -> Template | None:
    """Give the same, or None where there is none."""
    return _find(_folders(root, lang), name)


def _missing(folders: Mapping[Path, str], root: Path | None, lang: str, name: str) -> CicaregError:
    model = visible(str(PACKAGED / MODEL))
    if not any(folder.is_dir() for folder in folders):
        known = ", ".join(languages(root))
        hint = (
            f"there are: {known}; for another, translate the files of {model} into templates/{lang}/ beside registry/"
        )
        return CicaregError(f"there are no templates for the language {lang!r}", hint=hint)
    hint = f"translate {model}/{name} into templates/{lang}/{name} beside registry/"
    return CicaregError(f"there is no template {name} for the language {lang!r}", hint=hint)


def packaged_template(lang: str, name: str) -> Template | None:
    """Give a packaged template, or None; what has no words is the same for every language."""
    folders = {PACKAGED / lang: f"cicareg/templates/{lang}"}
    return _find(folders, _COMMON + name if is_for_all(name) else name)


def is_for_all(name: str) -> bool:
    """Tell whether one template of this name can serve every language."""
    return name.endswith(_COMMON_FILE)


def read_templates(root: Path | None, lang: str) -> Mapping[str, Template]:
    """Give the templates of a language by name; each is read when it is asked for, what else is there never."""
    return _Templates(root, lang)


def languages(root: Path | None) -> tuple[str, ...]:
    """Give the languages that have templates."""
    folders = [PACKAGED, *([root / "templates"] if root else [])]
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
    return {**own, PACKAGED / lang: f"cicareg/templates/{lang}"}


def _find(folders: Mapping[Path, str], name: str) -> Template | None:
    if name.startswith(_DEFAULT):
        folders = {folder: shown for folder, shown in folders.items() if folder.parent == PACKAGED}
        name = name.removeprefix(_DEFAULT)
    elif name.startswith(_COMMON):
        folders = {PACKAGED / "_common": "cicareg/templates/_common"}
        name = name.removeprefix(_COMMON)
    elif name.endswith(_COMMON_FILE):
        folders = _with_common(folders)
    if not name or name.startswith(".") or not _NEVER.isdisjoint(name):
        return None
    most = _MOST if name.endswith(_COMMON_FILE) else MAX_BYTES
    for folder, shown in folders.items():
        refuse_linked(folder, shown)
        if os.path.lexists(folder / name):
            try:
                return Template(f"{shown}/{name}", read_file(str(folder / name), "a template", most=most))
            except UnfitError as error:
                raise CicaregError(f"{shown}/{name}: {error}") from None
    return None


def refuse_linked(folder: Path, shown: str) -> None:
    """Refuse a folder of templates that is a link, or lies in one: it leads out of the register."""
    if folder.is_symlink() or ("/" in shown and folder.parent.is_symlink()):
        raise CicaregError(f"{shown} is a symbolic link: templates must be a folder")


def _with_common(folders: Mapping[Path, str]) -> dict[Path, str]:
    """Give the folders of a language, and after the register's own that of all languages, at last the packaged."""
    own = {folder: shown for folder, shown in folders.items() if folder.parent != PACKAGED}
    both = {folder.parent: shown.rpartition("/")[0] for folder, shown in own.items()}
    return {**own, **both, PACKAGED / "_common": "cicareg/templates/_common"}
