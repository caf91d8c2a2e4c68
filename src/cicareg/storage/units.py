"""What is remembered of each file's check."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """What is remembered of one file: its unit's number, how many records it holds, and what they state."""

    number: int
    records: int
    facts: frozenset[str]


class Units:
    """The units in an open memory. Its methods raise sqlite3.Error where the file is not what it should be."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take an open file with the tables in it."""
        self._db = connection

    def row(self, path: str) -> Row | None:
        """Give what is remembered of a file."""
        row = self._db.execute("select number, records, facts from unit where path = ?", (path,)).fetchone()
        return Row(row[0], row[1], frozenset(row[2].split("\n") if row[2] else ())) if row else None

    def paths(self, numbers: Iterable[int]) -> set[str]:
        """Give the paths of units by number."""
        found = (self._db.execute("select path from unit where number = ?", (number,)) for number in numbers)
        return {row[0] for cursor in found for row in cursor}

    def unread(self) -> set[str]:
        """Give the files of which a record could not be read."""
        return {row[0] for row in self._db.execute("select path from unread")}

    def findings(self) -> Iterator[tuple[str, Any]]:
        """Yield the rows of the findings of each file that has any."""
        for path, rows in self._db.execute("select path, rows from finding"):
            yield path, json.loads(rows)

    def highest(self) -> int:
        """Give the highest number of a unit."""
        return int(self._db.execute("select coalesce(max(number), 0) from unit").fetchone()[0])

    def forget(self, paths: Collection[str]) -> None:
        """Forget the units of some files."""
        for table in ("unit", "finding", "unread"):
            self._db.executemany(f"delete from {table} where path = ?", [(path,) for path in paths])  # noqa: S608  # ours

    def forget_all(self) -> None:
        """Forget all units."""
        for table in ("unit", "finding", "unread"):
            self._db.execute(f"delete from {table}")  # noqa: S608  # names of ours

    def add(self, rows: Iterable[tuple[str, bytes, Row]]) -> None:
        """Remember units: the path, the id of the content, the rest."""
        units = [(row.number, path, blob, row.records, "\n".join(sorted(row.facts))) for path, blob, row in rows]
        self._db.executemany("insert into unit values (?, ?, ?, ?, ?)", units)

    def add_findings(self, rows: Iterable[tuple[str, Any]]) -> None:
        """Remember the rows of the findings of files."""
        self._db.executemany("insert into finding values (?, ?)", [(path, json.dumps(found)) for path, found in rows])

    def add_unread(self, paths: Iterable[str]) -> None:
        """Remember files of which a record could not be read."""
        self._db.executemany("insert into unread values (?)", [(path,) for path in paths])
