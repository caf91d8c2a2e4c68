"""The list as CSV (RFC 4180): one row a holder, one a vacant role."""

import csv
import io
from collections.abc import Iterator, Sequence

from cicareg.formats.format import Format
from cicareg.formats.posts_csv import COLUMNS, posts
from cicareg.listed import Holder, Listing, PostLine, Rows, Value

# A spreadsheet takes a cell that begins so for a formula: an apostrophe keeps it text.
_FORMULA = ("=", "+", "-", "@")


def listing(listed: Listing) -> str:
    """Give the rows of the list; by state, sorted by the states' names."""
    return _written(COLUMNS, [row for _, row in lines(listed)])


def rows(listed: Rows) -> str:
    """Give the rows of another list; what is true is `yes`, what is not there is empty, several have `; ` between.

    What holds for all of it stands in every row, in columns before the others.
    """
    keys, values = [key for key, _ in listed.head], [value for _, value in listed.head]
    return _written([*keys, *listed.columns], [[*values, *(_text(value) for value in row)] for row in listed.rows])


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _written(columns: Sequence[str], found: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in found)
    return text.getvalue()


def lines(listed: Listing) -> list[tuple[PostLine, tuple[str, ...]]]:
    """Give each row, with the post that it is of; by state, sorted by the states' names."""
    found = [(post, row) for post in listed.posts for row in _rows(post)]
    if not listed.by_state:
        return found
    names = {code: (name, code) for code, name, _ in listed.states}
    held = [(post, row) for post, row in found if row[5]]
    return sorted(held, key=lambda pair: names.get(pair[1][5], ("", pair[1][5])))


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


FORMAT = Format("csv", listing=listing, rows=rows, posts=posts, suffix=".csv")
