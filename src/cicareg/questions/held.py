"""Why a meeting on record was not held."""

from cicareg.records.meeting import Meeting


def why_not_held(record: Meeting) -> str:
    """Say why a meeting that was not held was not: where it was moved, a correction names the other."""
    said = _last(record)
    return said[0] if said else "it is on record by mistake"


def is_moved_to(record: Meeting, other: str) -> bool:
    """Tell whether a meeting was not held as it was moved to the other."""
    said = _last(record)
    return said is not None and said[1] == source_of(other)


def source_of(other: str) -> str:
    """Give what the correction of a meeting that is moved to the other names as its source."""
    return f"meeting {other}"


def _last(record: Meeting) -> tuple[str, str] | None:
    """Give why a meeting that was to be held is not, and on what that rests; None where no correction says it."""
    if record.held is not False:
        return None
    last = next((each for each in reversed(record.corrections) if each.what == "held"), None)
    return (last.why, last.source) if last is not None and last.was is not False else None
