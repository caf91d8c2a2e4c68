"""Find the folder of the register at hand."""

import os
from collections.abc import Mapping
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.layout import ROOT, TOP
from cicareg.visible import visible

_HINT = "cicareg -C DIR … names the folder that holds registry/"


class NoRegisterError(CicaregError):
    """Nobody named a register, and there is none here or above."""


def register_around(path: Path) -> bool:
    """Tell whether a path is the folder of a register's records, or lies below it."""
    place = Path(os.path.realpath(path))
    return any(folder.name == ROOT and os.path.lexists(folder.parent / TOP) for folder in (place, *place.parents))


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
