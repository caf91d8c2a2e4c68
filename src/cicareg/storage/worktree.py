"""The register in a folder: find it, and read it as a tree."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.finding import Finding, Place, Severity
from cicareg.kinds import ROOT
from cicareg.loading import TOP, Tree
from cicareg.storage.files import UnfitError, read_file
from cicareg.visible import visible, visible_line

_MAX_TOTAL = 32 * 1024 * 1024
_DEEPEST = 8  # folders, registry/ among them
_YAML = re.compile(r"\.ya?ml$", re.IGNORECASE)
_OTHER = re.compile(r"\.md$|^README|^LICENSE|~$", re.IGNORECASE)  # files that nobody takes for a record


@dataclass(frozen=True, slots=True)
class Reading:
    """The tree of a register, and findings about entries of its folders that are not read."""

    tree: Tree
    findings: tuple[Finding, ...]


class NoRegisterError(CicaregError):
    """Nobody named a register, and there is none here or above."""


def locate(explicit: Path | None, environment: Mapping[str, str], here: Path) -> Path:
    """Give the folder that holds `registry/registry.yaml`: as told, by CICAREG_REGISTRY, or upwards from here."""
    told = explicit or (Path(environment["CICAREG_REGISTRY"]) if environment.get("CICAREG_REGISTRY") else None)
    if told is not None:
        for folder in (told, told.parent if told.name == ROOT else told):
            if os.path.lexists(folder / TOP):
                return folder
        raise CicaregError(f"no register in {visible(str(told))}: there is no {TOP}", hint=_HINT)
    for folder in (here, *here.parents):
        if os.path.lexists(folder / TOP):
            return folder
    raise NoRegisterError(f"no register here or above: there is no {TOP}", hint=_HINT)


_HINT = "cicareg -C DIR … names the folder that holds registry/"


def read(root: Path) -> Reading:
    """Read every record file below `registry/`; links are not followed, nothing is written."""
    if (root / ROOT).is_symlink():
        raise CicaregError(f"{visible(str(root / ROOT))} is a symbolic link: the register must be a folder")
    tree: dict[str, bytes] = {}
    findings: list[Finding] = []
    total = 0
    for path in _entries(root, ROOT):
        try:
            _check_path(path)
            raw = read_file(os.path.join(root, path))  # noqa: PTH118  # a Path for every file is slow
        except UnfitError as error:
            place = Place(visible_line(path), 1, 1, 1, 1)
            findings.append(Finding(place, Severity.ERROR, "file", str(error)))
            continue
        tree[path] = raw
        total += len(raw)
        if total > _MAX_TOTAL:
            raise CicaregError(f"the register is larger than {_MAX_TOTAL:,} bytes")
    return Reading(tree, tuple(findings))


def _check_path(path: str) -> None:
    """Refuse what lies too deep, cannot be printed, or is no record: a lost ending must not lose a record."""
    if path.count("/") > _DEEPEST:
        raise UnfitError(f"more than {_DEEPEST} folders deep: neither this nor what is below is read")
    if not path.isprintable() or (not path.isascii() and visible_line(path) != path):
        raise UnfitError("the file name holds characters that cannot be printed: rename the file")
    if not _YAML.search(path):
        raise UnfitError("no record: the name of a record's file ends in .yaml; keep other files elsewhere")


def _entries(root: Path, folder: str) -> Iterator[str]:
    """Yield the paths of all entries that are or look like records, or lie too deep; hidden ones are not ours."""
    try:
        with os.scandir(os.path.join(root, folder)) as listing:  # noqa: PTH118  # see above
            found = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        raise CicaregError(f"{visible(folder)} cannot be read: {error.strerror}") from None
    for entry in found:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() or (not entry.is_dir() and not _OTHER.search(entry.name)) or _YAML.search(entry.name):
            yield path
        elif entry.is_dir(follow_symlinks=False):
            if path.count("/") > _DEEPEST:
                yield path
            else:
                yield from _entries(root, path)
