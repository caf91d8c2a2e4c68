"""What an act says it does, in plain English: for the history, and for who decides."""

from collections.abc import Sequence

from cicareg.questions.naming import post_label, state_label
from cicareg.registry import Registry
from cicareg.terms import Role


def listed(words: Sequence[str]) -> str:
    """Give `A`, `A and B` or `A, B and C`."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def states(registry: Registry, codes: Sequence[str]) -> str:
    """Give the names of states as a list in words."""
    return listed([state_label(registry, code) for code in codes])


def in_role(codes: Sequence[str], role: Role) -> str:
    """Give `coordinator` or `coordinators`."""
    return role if len(codes) == 1 else f"{role}s"


def post(registry: Registry, area: str) -> str:
    """Give the short name of a post."""
    return post_label(registry, area)
