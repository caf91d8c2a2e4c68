"""Read a list of posts that this program wrote as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from cicareg.errors import CicaregError
from cicareg.listed import Holder, PostLine
from cicareg.terms import ROLES

COLUMNS = ("number", "dimension", "area", "role", "position", "state", "name", "term", "basis", "status")
_GUARDED = ("'=", "'+", "'-", "'@")


def posts(raw: bytes, origin: str) -> tuple[PostLine, ...]:
    """Give its posts; their names are not in it."""
    try:
        found = [_post(list(rows)) for _, rows in groupby(_rows(raw), key=lambda row: row[:3])]
    except (ValueError, csv.Error):
        found = []
    if not found or len({post.area for post in found}) < len(found):
        message = f"{origin} is no list of posts as CSV"
        raise CicaregError(message, hint="cicareg list --format csv writes one, without --by state")
    return tuple(found)


def _rows(raw: bytes) -> Iterator[tuple[str, ...]]:
    head, *rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    if tuple(head) != COLUMNS or any(len(row) != len(COLUMNS) or row[3] not in ROLES for row in rows):
        raise ValueError
    return (tuple(cell[1:] if cell.startswith(_GUARDED) else cell for cell in row) for row in rows)


def _post(rows: Sequence[Sequence[str]]) -> PostLine:
    number, dimension, area = rows[0][:3]
    unread = any(row[9] == "unreadable" for row in rows)
    return PostLine(
        number=number,
        dimension=dimension,
        dimension_name="",
        dimension_unofficial=False,
        area=area,
        name="",
        is_dimension=False,
        unofficial=False,
        status="unreadable" if unread else "filled",
        holders=tuple(_holder(row) for row in rows if row[5]),
    )


def _holder(row: Sequence[str]) -> Holder:
    role = next(role for role in ROLES if role == row[3])
    return Holder(row[5], row[6], False, role, row[7] or None, row[8], row[9])
