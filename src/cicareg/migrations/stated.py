"""The format that a register says it has, read from its line: before any shape is judged, and cheaply."""

import re

from cicareg import __version__
from cicareg.errors import CicaregError
from cicareg.layout import TOP
from cicareg.loading import Tree
from cicareg.records.registry import FORMAT

_LINE = re.compile(rb"^(format:[ \t]+)([1-9][0-9]{0,8})(?=[ \t]*(?:#.*)?\r?$)", re.MULTILINE)


def stated_format(tree: Tree) -> int | None:
    """Give the number on the `format:` line of registry.yaml; None where there is not exactly one such line."""
    lines = _LINE.findall(tree.get(TOP, b""))
    return int(lines[0][1]) if len(lines) == 1 else None


def with_format(tree: Tree, number: int) -> Tree:
    """Give the tree with another number on its `format:` line, every other byte as it was."""
    return {**tree, TOP: _LINE.sub(rb"\g<1>%d" % number, tree[TOP], count=1)}


def refuse_newer(tree: Tree) -> None:
    """Stop where the register is newer than the program: its shapes would drown the person in findings.

    A format that cannot be read is left to the check, which says what is wrong with it and where.
    """
    stated = stated_format(tree)
    if stated is not None and stated > FORMAT:
        known = "format 1" if FORMAT == 1 else f"formats up to {FORMAT}"
        raise CicaregError(
            f"this register has format {stated}; cicareg {__version__} reads {known}",
            hint="upgrade cicareg: git pull in its clone, or pip install a newer wheel",
        )
