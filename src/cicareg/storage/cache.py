"""What is remembered of a register between two runs, in one SQLite file that can be deleted at any time.

It never changes a result. It is used only by the very program that wrote it; a file counts as unchanged under
git's rule (same times, size and number, and not written in the moment that it was looked at); what cannot be
read or written is done without.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TABLES = """
create table meta (key text primary key, value);
create table folder (path text primary key, stats text);
create table unit (number integer primary key, path text unique, blob blob, records integer, facts text);
create table finding (path text primary key, rows text);
create table unread (path text primary key);
create table answer (question text primary key, code integer, said text, text text);
"""
_ANSWERS = 64  # questions that are remembered; the oldest is forgotten first
_LONGEST = 8 * 1024 * 1024  # characters of an answer
_WAIT = 2.0  # seconds for another process to finish writing


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, what it said to the person, and its exit code."""

    text: str
    said: str = ""
    code: int = 0


class Cache:
    """An open memory. Its methods raise sqlite3.Error where the file is not what it should be."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take an open file with the tables in it."""
        self.db = connection

    def meta(self, key: str) -> Any:
        """Give a value by its key, or None."""
        row = self.db.execute("select value from meta where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def stats(self) -> dict[str, str]:
        """Give the lines of each folder, as `Listed` has them, joined."""
        return dict(self.db.execute("select path, stats from folder"))

    def blobs(self, paths: Iterable[str]) -> dict[str, bytes | None]:
        """Give the id of the content of each of these files, None of those that were not there."""
        found = {path: self.db.execute("select blob from unit where path = ?", (path,)).fetchone() for path in paths}
        return {path: row[0] if row else None for path, row in found.items()}

    def answer(self, question: str) -> Answer | None:
        """Give what was answered before, nothing having changed since."""
        row = self.db.execute("select text, said, code from answer where question = ?", (question,)).fetchone()
        return Answer(*row) if row else None

    def moment(self) -> int:
        """Give the time of the file system now, in nanoseconds: that of the memory's own file, just touched."""
        path = self.db.execute("pragma database_list").fetchone()[2]
        os.utime(path)
        return os.stat(path).st_mtime_ns  # noqa: PTH116  # the name is text here

    def discard(self, error: Exception) -> None:
        """Remove the file where it is damaged, so that it is made anew."""
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            path = self.db.execute("pragma database_list").fetchone()[2]
            self.db.close()
            _remove(Path(path))

    def commit(self) -> None:
        """Write what was remembered since the file was opened; where another process writes, nothing."""
        with contextlib.suppress(sqlite3.OperationalError):
            self.db.execute("commit")

    def set_meta(self, **values: Any) -> None:
        """Remember values by key."""
        self.db.executemany("insert or replace into meta values (?, ?)", values.items())

    def set_stats(self, stats: Mapping[str, str | None]) -> None:
        """Remember the lines of folders; None is for a folder that is gone."""
        self.db.executemany("delete from folder where path = ?", [(path,) for path in stats])
        rows = [(path, lines) for path, lines in stats.items() if lines is not None]
        self.db.executemany("insert into folder values (?, ?)", rows)

    def forget_answers(self) -> None:
        """Forget all answers: something has changed."""
        self.db.execute("delete from answer")

    def add_answer(self, question: str, answer: Answer) -> None:
        """Remember an answer, and forget the oldest."""
        if len(answer.text) > _LONGEST:
            return
        row = (question, int(answer.code), answer.said, answer.text)
        self.db.execute("insert or replace into answer values (?, ?, ?, ?)", row)
        self.db.execute(
            "delete from answer where rowid not in (select rowid from answer order by rowid desc limit ?)", (_ANSWERS,)
        )


@contextlib.contextmanager
def opened(path: Path | None, fingerprint: str | None) -> Iterator[Cache | None]:
    """Open the memory in a file, made anew where it is not this program's; None where there can be none."""
    if path is None or fingerprint is None:
        yield None
        return
    connection = _connected(path, fingerprint)
    if connection is None:
        yield None
        return
    with contextlib.closing(connection):
        yield Cache(connection)  # what is not committed is rolled back


def _connected(path: Path, fingerprint: str) -> sqlite3.Connection | None:
    for attempt in ("as it is", "anew"):
        try:
            if attempt == "anew":
                _remove(path)
            os.makedirs(path.parent, 0o700, exist_ok=True)  # noqa: PTH103  # Path.mkdir asks twice
            return _prepared(sqlite3.connect(path, timeout=_WAIT, isolation_level=None), fingerprint)
        except sqlite3.OperationalError:  # locked for long, read-only, a full disk
            return None
        except (sqlite3.Error, OSError):
            continue
    return None


def _prepared(connection: sqlite3.Connection, fingerprint: str) -> sqlite3.Connection:
    """Make the tables where another program, or none, made them."""
    try:
        known = connection.execute("select value from meta where key = 'program'").fetchone()
    except sqlite3.OperationalError:
        known = None
    except BaseException:
        connection.close()
        raise
    if known is None or known[0] != fingerprint:
        _made(connection, fingerprint)
    connection.execute("begin")  # one state of the file is seen, whatever other processes write meanwhile
    return connection


def _made(connection: sqlite3.Connection, fingerprint: str) -> None:
    try:
        connection.execute("begin immediate")
        names = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        for (name,) in names:
            connection.execute(f'drop table "{name}"')
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute("insert into meta values ('program', ?)", (fingerprint,))
        connection.execute("commit")
    except BaseException:
        connection.close()
        raise


def _remove(path: Path) -> None:
    for name in (path, path.with_name(path.name + "-journal")):
        with contextlib.suppress(FileNotFoundError):
            name.unlink()
