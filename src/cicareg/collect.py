"""Find the values of one type that the modules of a package define: no list to keep by hand."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


@cache
def modules(package: str) -> tuple[str, ...]:
    """Give the full names of all modules below a package, sorted, without importing them."""
    root = importlib.import_module(package)
    return tuple(sorted(_walk(root)))


def _walk(package: ModuleType) -> list[str]:
    found: list[str] = []
    for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if info.ispkg:
            found += _walk(importlib.import_module(info.name))
        else:
            found.append(info.name)
    return found


def collect(package: str, kind: type[T], *, nested: bool = False) -> tuple[T, ...]:
    """Give every value of type `kind` that a module below the package defines, in module order.

    With `nested` only the modules of its sub-packages are looked at, and its own are not imported.
    """
    found: dict[int, T] = {}
    for name in modules(package):
        if nested and name.rpartition(".")[0] == package:
            continue
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, kind):
                found.setdefault(id(value), value)
    return tuple(found.values())
