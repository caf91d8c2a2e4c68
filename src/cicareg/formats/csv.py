"""The list as CSV (RFC 4180): one row a holder, one a vacant role."""

import csv
import io
from collections.abc import Iterator

from cicareg.formats.format import Format
from cicareg.listed import Holder, Listing, PostLine

COLUMNS = ("number", "dimension", "area", "role", "position", "state", "name", "term", "basis", "status")
# A spreadsheet takes a cell that begins so for a formula: an apostrophe keeps it text.
_FORMULA = ("=", "+", "-", "@")


def listing(listed: Listing) -> str:
    """Give the rows of the list; by state, sorted by the states' names."""
    rows = [row for post in listed.posts for row in _rows(post)]
    if listed.by_state:
        names = {code: (name, code) for code, name, _ in listed.states}
        rows = sorted((row for row in rows if row[5]), key=lambda row: names.get(row[5], ("", row[5])))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return text.getvalue()


def _rows(post: PostLine) -> Iterator[tuple[str, ...]]:
    coordinators = post.of("coordinator")
    if post.status != "pending" and not any(holder.status != "coming" for holder in coordinators):
        status = post.status if post.status in ("unreadable", "not-recorded") else "vacant"
        yield (post.number, post.dimension, post.area, "coordinator", "", "", "", "", "", status)
    for holders in (coordinators, post.of("co-coordinator")):
        for position, holder in enumerate(holders, start=1):
            yield _row(post, holder, position)


def _row(post: PostLine, holder: Holder, position: int) -> tuple[str, ...]:
    where = (post.number, post.dimension, post.area)
    held = (holder.state, holder.name, holder.term or "", holder.basis, holder.status)
    return (*where, holder.role, str(position), *held)


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


FORMAT = Format("csv", listing=listing)
