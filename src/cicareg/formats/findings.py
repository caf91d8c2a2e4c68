"""What several formats say of a finding: whether it shows, its words, its place in the repository."""

import posixpath

from cicareg.finding import Finding, Place, Severity
from cicareg.look import Look


def shown(finding: Finding, look: Look) -> bool:
    """Tell whether a finding shows: notes only where they are asked for, departures always."""
    return look.notes or finding.departure is not None or finding.severity is not Severity.NOTE


def said(finding: Finding) -> str:
    """Give the message with the departure that covers it and the paragraph it rests on, as it stands in the data."""
    cites = "; ".join(str(cited) for cited in finding.cites) or "good order"
    covered = finding.departure
    departed = f" — departure ({covered.basis}): {covered.reason}" if covered else ""
    return f"{finding.message}{departed} [{cites}]"


def path_of(place: Place, look: Look) -> str:
    """Give the path of a place from the top of the repository, which is what a forge links to."""
    return posixpath.normpath(f"{look.prefix}/{place.path}") if look.prefix else place.path


def last_line(place: Place) -> int:
    """Give the last line that a place has characters of: its end is exclusive and may be the start of a line."""
    return place.end_line - 1 if place.end_column == 1 and place.end_line > place.line else place.end_line
