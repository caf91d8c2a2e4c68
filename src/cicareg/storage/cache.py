"""What is remembered of a register between two runs, in one SQLite file that can be deleted at any time.

It never changes a result. It is used only by the very program that wrote it; a file counts as unchanged under
git's rule (same times, size and number, and not written in the moment that it was looked at); what cannot be
read or written is done without.
"""

import contextlib
import os
import re
import sqlite3
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cicareg.errors import Exit
from cicareg.storage.damage import DAMAGE, is_damage

_TABLES = """
create table meta (key text primary key, value);
create table folder (path text primary key, stats text);
create table unit (number integer primary key, path text unique, blob blob, records integer, facts text);
create table finding (path text primary key, rows text);
create table unread (path text primary key);
create table answer (question text primary key, code integer, said text, text text, size integer);
"""
# As SQLite keeps them: a file with anything else in it (a view would run when it is read) is not ours.
_KEPT = frozenset(re.sub("^create table", "CREATE TABLE", made.strip()) for made in _TABLES.split(";") if made.strip())
_ANSWERS = 64  # questions that are remembered; the oldest is forgotten first
_CHARACTERS = 16 * 1024 * 1024  # characters of all answers
_EACH = 500  # files that are looked up one by one; of more, all are
_WAIT = 1.0  # seconds for another process to finish: once to begin, once to write
_UNUSED = 30 * 24 * 3600  # seconds after which the memory of another register is taken for forgotten
_NAME = re.compile(r"[0-9a-f]{8}\.sqlite")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, what it said to the person, and its exit code."""

    text: str
    said: str = ""
    code: int = 0


@dataclass(slots=True)
class Cache:
    """An open memory. What it raises where the file is not what it should be is in DAMAGE."""

    db: sqlite3.Connection
    path: Path
    usable: bool = field(default=True, init=False)

    def meta(self, key: str) -> Any:
        """Give a value by its key, or None."""
        row = self.db.execute("select value from meta where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def stats(self) -> dict[str, str]:
        """Give the lines of each folder, as `Listed` has them, joined."""
        return dict(self.db.execute("select path, stats from folder"))

    def blobs(self, paths: Collection[str]) -> dict[str, bytes | None]:
        """Give the id of the content of each of these files, None of those that were not there."""
        if len(paths) > _EACH:
            known = dict(self.db.execute("select path, blob from unit"))
            return {path: known.get(path) for path in paths}
        found = {path: self.db.execute("select blob from unit where path = ?", (path,)).fetchone() for path in paths}
        return {path: row[0] if row else None for path, row in found.items()}

    def all_blobs(self) -> dict[str, bytes]:
        """Give the id of the content of every file."""
        return dict(self.db.execute("select path, blob from unit"))

    def holds(self, blobs: Mapping[str, bytes]) -> bool:
        """Tell whether the contents that were read are those remembered: else a file changed between two looks."""
        return self.blobs(blobs) == blobs

    def answer(self, question: str) -> Answer | None:
        """Give what was answered before, nothing having changed since."""
        row = self.db.execute("select text, said, code from answer where question = ?", (question,)).fetchone()
        if row is None:
            return None
        text, said, code = row
        if not (isinstance(text, str) and isinstance(said, str)):
            raise TypeError("no answer")
        return Answer(text, said, Exit(code))

    def moment(self) -> int:
        """Give the time of the file system now, in nanoseconds: that of the memory's own file, just touched."""
        os.utime(self.path)
        return self.path.stat().st_mtime_ns

    def discard(self, error: Exception) -> None:
        """Do without the memory from now on; where its file is damaged, remove it, so that it is made anew.

        With CICAREG_DEBUG an error that is not SQLite's is raised again: it may be a fault of ours.
        """
        if os.environ.get("CICAREG_DEBUG") and not isinstance(error, (sqlite3.Error, OSError)):
            raise error
        self.usable = False
        self.db.close()
        if is_damage(error):
            with contextlib.suppress(OSError):
                _remove(self.path)

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
        """Remember an answer, and forget the oldest beyond what there is room for."""
        size = len(answer.text)
        if size > _CHARACTERS:
            return
        row = (question, int(answer.code), answer.said, answer.text, size)
        self.db.execute("insert or replace into answer values (?, ?, ?, ?, ?)", row)
        room = _CHARACTERS
        for number, (key, taken) in enumerate(
            self.db.execute("select rowid, size from answer order by rowid desc").fetchall()
        ):
            room -= taken
            if number >= _ANSWERS or room < 0:
                self.db.execute("delete from answer where rowid <= ?", (key,))
                return


@contextlib.contextmanager
def opened(path: Path | None, fingerprint: str | None) -> Iterator[Cache | None]:
    """Open the memory in a file, made anew where it is not this program's; None where there can be none."""
    connection = None if path is None or fingerprint is None else _connected(path, fingerprint)
    if path is None or connection is None:
        yield None
        return
    with contextlib.closing(connection):
        yield Cache(connection, path)  # what is not committed is rolled back


def _connected(path: Path, fingerprint: str) -> sqlite3.Connection | None:
    for _attempt in ("as it is", "anew"):
        try:
            if not _is_ordinary(path):
                return None
            os.makedirs(path.parent, 0o700, exist_ok=True)  # noqa: PTH103  # Path.mkdir asks twice
            return _prepared(sqlite3.connect(path, timeout=_WAIT, isolation_level=None), path, fingerprint)
        except DAMAGE as error:
            if not is_damage(error):
                return None
            with contextlib.suppress(OSError):
                _remove(path)
    return None


def _is_ordinary(path: Path) -> bool:
    """Tell whether there is no such file yet, or a regular one: what a link leads to is not ours to write."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:
        return True


def _prepared(connection: sqlite3.Connection, path: Path, fingerprint: str) -> sqlite3.Connection | None:
    """Begin to read, the tables made where another program, or none, made them.

    One state of the file is seen from here on, whatever other processes write meanwhile; None where one of
    them is another program that made the tables its own.
    """
    ours = False
    try:
        connection.execute("pragma cache_spill = off")  # it waits for all who read, again at every page
        ours = _begun(connection, fingerprint)
        if not ours:
            _make(connection, fingerprint)
            _prune(path)
            ours = _begun(connection, fingerprint)
        return connection if ours else None
    finally:
        if not ours:
            connection.close()


def _begun(connection: sqlite3.Connection, fingerprint: str) -> bool:
    """Begin to read where the tables are this program's; tell whether they are."""
    connection.execute("begin")
    ours = bool(_program(connection) == fingerprint)
    if not ours:
        connection.execute("rollback")
    return ours


def _program(connection: sqlite3.Connection) -> Any:
    """Give the fingerprint of the program that made the tables, or None where there are none."""
    kept = {row[0] for row in connection.execute("select sql from sqlite_master where sql is not null")}
    if kept != _KEPT:
        return None
    try:
        known = connection.execute("select value from meta where key = 'program'").fetchone()
    except sqlite3.OperationalError as error:
        if not is_damage(error):
            raise
        return None
    return known[0] if known else None


def _make(connection: sqlite3.Connection, fingerprint: str) -> None:
    connection.execute("begin immediate")
    for (name,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
        connection.execute(f'drop table "{name}"')
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    connection.execute("insert into meta values ('program', ?)", (fingerprint,))
    connection.execute("commit")


def _prune(path: Path) -> None:
    """Remove the memory of registers that nobody asked for long: most of them are gone."""
    with contextlib.suppress(OSError):
        made = path.stat().st_mtime
        for other in path.parent.iterdir():
            if _NAME.fullmatch(other.name) and other.lstat().st_mtime < made - _UNUSED:
                _remove(other)


def _remove(path: Path) -> None:
    for name in (path, path.with_name(path.name + "-journal")):
        with contextlib.suppress(FileNotFoundError):
            name.unlink()
