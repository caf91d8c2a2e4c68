"""Which templates are in use, where they come from, and whether one that was copied lags behind its default.

A copy says in its first line which default it was made from, with a part of its SHA-256: where that default has
changed since, the copy lags.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError
from cicareg.storage.output import write_output
from cicareg.storage.templates import (
    MODEL,
    PACKAGED,
    Template,
    find_template,
    is_for_all,
    packaged_template,
    read_template,
    refuse_linked,
)
from cicareg.visible import visible

_STAMP = re.compile(rb"(?:\{#|#) copied from ([a-z]{2,3}/[a-z]+\.(?:html|yaml)) ([0-9a-f]{12})")
_BUILDS = re.compile(rb"\{%-?\s*extends\s+[\"']packaged/")
_LOOKS = "base.docx"  # what Word files are made of
_FIRST = 200  # bytes of a file in which its stamp stands


class Stocked(NamedTuple):
    """A template in use: its language and name, where it stands, and what is to be known about it."""

    lang: str
    name: str
    origin: str
    remark: str
    lags: bool = False


def stock(root: Path | None, langs: tuple[str, ...]) -> Iterator[Stocked]:
    """Yield the templates that are in use, by language and name."""
    for lang in langs:
        for name in sorted({*_names(PACKAGED / MODEL), *_names(PACKAGED / lang), *_own(root, lang), _LOOKS}):
            yield _stocked(root, lang, name)


def copy_out(root: Path, lang: str, name: str) -> Path:
    """Copy a default to the register's own templates, with its stamp; what is there already stays."""
    known = sorted({*_names(PACKAGED / MODEL), *_names(PACKAGED / lang), _LOOKS})
    default = _default(lang, name) if name in known else None
    if default is None:
        raise CicaregError(f"there is no packaged template {name}", hint=f"there are: {', '.join(known)}")
    shown = "templates" if is_for_all(name) else f"templates/{lang}"
    refuse_linked(root / shown, shown)
    target = root / shown / name
    if target.exists() or target.is_symlink():
        raise CicaregError(f"{visible(str(target))} is there already", hint="edit it, or delete it and copy again")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CicaregError(f"{visible(str(target.parent))} cannot be made: {error.strerror}") from None
    write_output(target, _stamp(default) + default.raw)
    return target


def in_use(root: Path | None, lang: str, name: str) -> bytes:
    """Give the bytes of the template that is in use."""
    return read_template(root, lang, name).raw


def _stocked(root: Path | None, lang: str, name: str) -> Stocked:
    default = _default(lang, name)
    try:
        used = find_template(root, lang, name)
    except CicaregError as error:
        return Stocked(lang, name, "", error.message)
    if used is None:
        return Stocked(lang, name, "", "missing: translate the English one")
    if default is not None and used.origin == default.origin:
        return Stocked(lang, name, used.origin, "packaged")
    return Stocked(lang, name, used.origin, *_own_remark(used, default))


def _own_remark(used: Template, default: Template | None) -> tuple[str, bool]:
    """Say of a register's own template what it is, and whether it lags behind the default it was copied from."""
    if default is None:
        return "own; no command uses this name", False
    if used.raw == default.raw:
        return "own, the same as packaged", False
    if _BUILDS.search(used.raw):
        return "own, builds on the packaged one", False
    stamp = _STAMP.match(used.raw[:_FIRST])
    if stamp is None:
        return "own; it does not say which default it was made from", False
    model = packaged_template(*stamp[1].decode().split("/"))
    if model is not None and _digest(model.raw) == stamp[2].decode():
        return "own, up to date", False
    return f"own, made from an older {stamp[1].decode()}: compare it with the default of today", True


def _default(lang: str, name: str) -> Template | None:
    """Give the packaged template of a language; of a language that has none, the one that is translated."""
    return packaged_template(lang, name) or packaged_template(MODEL, name)


def _stamp(default: Template) -> bytes:
    place = "/".join(default.origin.split("/")[-2:])
    said = f"copied from {place} {_digest(default.raw)}"
    if default.origin.endswith(".html"):
        return f"{{# {said} #}}".encode()  # on the line of the text: what it makes stays the same
    return f"# {said}\n".encode() if default.origin.endswith(".yaml") else b""


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:12]


def _own(root: Path | None, lang: str) -> frozenset[str]:
    """Name the register's own templates of a language; what lies behind a link is nobody's business."""
    if root is None or (root / "templates").is_symlink() or (root / "templates" / lang).is_symlink():
        return frozenset()
    return _names(root / "templates" / lang)


def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(entry.name for entry in folder.iterdir() if entry.is_file() and entry.name[0] != ".")
    except OSError:
        return frozenset()
