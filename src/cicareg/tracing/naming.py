"""Which entry a person means who asks why: `ict-security/RUS`, `ict-security/3`, `soc-2023-08-22/4`."""

from collections.abc import Iterable, Sequence

from cicareg.errors import UsageError
from cicareg.guarding.naming import called
from cicareg.names import folded
from cicareg.questions.identify import identify
from cicareg.registry import Registry
from cicareg.tracing.traced import RECORD, Traced
from cicareg.tracing.wording import name_of

_KINDS = ("area", "meeting", "document")
_MOST = 12  # entries that a message names


def record_of(registry: Registry, typed: str) -> tuple[str, str, str]:
    """Give the kind and id of the record that is meant, and what is said of the entry in it."""
    first, _, rest = typed.strip().partition("/")
    identity = identify(registry, first, _KINDS)[0]
    return identity.kind, identity.id, rest.strip("/")


def entry_of(registry: Registry, entries: Sequence[Traced], typed: str) -> Traced:
    """Give the one entry of a record that is meant; where several are, they are named."""
    rest = typed.strip().partition("/")[2].strip("/")
    at_hand = [entry for entry in entries if entry.index is not None]
    if not rest:
        whole = [entry for entry in at_hand if entry.what == RECORD and _stands_alone(entry)]
        found = whole or [entry for entry in at_hand if entry.what != RECORD]
    else:
        found = [entry for entry in at_hand if entry.what != RECORD and _is_called(registry, entry, rest)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{typed!r} stands for several entries: {_named(found)}", hint="give the name of one of them")
    others = [entry for entry in at_hand if entry.what != RECORD]
    said = f"there are: {_named(others)}" if others else "the record has no entries: cicareg show tells what it says"
    raise UsageError(f"no entry is called {typed!r}", hint=said)


def _stands_alone(entry: Traced) -> bool:
    """Tell whether the record itself can be meant: who holds a post is all that its record says."""
    return not entry.path.startswith("registry/coordinators/")


def _is_called(registry: Registry, entry: Traced, rest: str) -> bool:
    """Tell whether an entry is called so: by its place, its decision, its rule, or its state."""
    wanted, (_, _, own) = rest.lower(), name_of(entry).partition("/")
    if wanted in (own.lower(), f"{entry.what}/{(entry.index or 0) + 1}", str(entry.data.get("rule"))):
        return True
    state = entry.data.get("state")
    return state is not None and _is_state(registry, state, rest)


def _is_state(registry: Registry, state: str, typed: str) -> bool:
    if typed.upper() == state:
        return True
    try:
        return not folded(typed).isdecimal() and identify(registry, typed, ("state",))[0].id == state
    except UsageError:
        return False


def _named(entries: Iterable[Traced]) -> str:
    found = [f"{name_of(entry)} ({called(entry.what, entry.data)})" for entry in entries]
    more = f"; and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return "; ".join(found[:_MOST]) + more
