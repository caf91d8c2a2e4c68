"""What a migration is, and how steps are run one after the other.

A step is one file here, `one_to_two.py`, with its `MIGRATION`: an edit of texts that keeps what people
wrote, comments and order included. The runner sets the `format:` line.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from cicareg.collect import collect
from cicareg.errors import CicaregError
from cicareg.loading import Tree
from cicareg.migrations.stated import stated_format, with_format


@dataclass(frozen=True, slots=True)
class Migration:
    """A step from one format to the next: the format it starts from, and the edit of the tree."""

    start: int
    edit: Callable[[Tree], Tree]

    @property
    def end(self) -> int:
        """Give the format that the step ends with: a step never leaps."""
        return self.start + 1


@cache
def migrations() -> tuple[Migration, ...]:
    """Give every step that the program has, in order."""
    return tuple(sorted(collect("cicareg.migrations", Migration), key=lambda step: step.start))


def migrate(tree: Tree, to: int, steps: Iterable[Migration]) -> Tree:
    """Take a tree through the steps up to a format; what no step edits keeps its bytes.

    Raises CicaregError where the tree does not say its format, or where a step is missing.
    """
    stated = stated_format(tree)
    if stated is None:
        raise CicaregError("the register does not say its format", hint="cicareg validate shows what is wrong")
    by_start = {step.start: step for step in steps}
    for number in range(stated, to):
        if number not in by_start:
            raise CicaregError(f"nothing takes a register of format {number} to format {number + 1}")
        tree = with_format(by_start[number].edit(tree), number + 1)
    return tree
