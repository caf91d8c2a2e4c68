"""Whatever happens to the file that remembers: the same answer, no traceback, no long wait, and soon a memory again."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from cicareg.storage import cache
from cicareg.storage.cache import Answer, Cache, opened
from tests.conftest import Ran
from tests.storage.memories import memory, outcome, process
from tests.support import PROJECT, write

Cicareg = Callable[..., Ran]
BAD_ICE = "tenures:\n  - {state: XAB, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"


@pytest.fixture
def root(tmp_path: Path, cicareg: Cicareg) -> Path:
    """Give a register with findings, checked once."""
    root = write(tmp_path / "register", {"coordinators/ice.yaml": BAD_ICE})
    assert cicareg("-C", root, "validate", "--notes").code == 1
    return root


def edit(root: Path) -> None:
    """Change the only error into none."""
    ice = root / "registry/coordinators/ice.yaml"
    ice.write_text(BAD_ICE.replace("XAB", "XAA"), encoding="utf-8")


@contextmanager
def database(root: Path) -> Iterator[sqlite3.Connection]:
    """Open the file that remembers, to do something to it."""
    with closing(sqlite3.connect(memory(root), isolation_level=None)) as connection:
        yield connection


def remembers(root: Path) -> bool:
    """Tell whether anything is remembered that a later run can use."""
    with database(root) as connection:
        return bool(connection.execute("select count(*) from unit").fetchone()[0])


def check(root: Path, cicareg: Cicareg, *, heals: bool = True) -> None:
    """Ask with the memory as it is, after a change of a file, and without one; then look whether it works again."""
    for change in (lambda _root: None, edit):
        change(root)
        for words in (("validate", "--notes"), ("list",)):
            known = cicareg("-C", root, *words)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("CICAREG_CACHE", "/dev/null")
                assert cicareg("-C", root, *words) == known
    assert remembers(root) is heals


def garbage(path: Path) -> None:
    path.write_bytes(b"what is this? " * 5000)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_short(path: Path) -> None:
    os.truncate(path, 50)


def scribbled(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\x55" * (len(raw) - 4096)
    path.write_bytes(raw)


def last_pages_scribbled(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[-20 * 1024 :] = b"\x55" * 20 * 1024
    path.write_bytes(raw)


def deleted(path: Path) -> None:
    path.unlink()


def folder_deleted(path: Path) -> None:
    shutil.rmtree(path.parent)


def strange_journal(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x11" * 600)


SPOILT = (
    garbage, emptied, cut, cut_short, scribbled, last_pages_scribbled, deleted, folder_deleted, strange_journal,
)  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_file_is_made_anew(root: Path, cicareg: Cicareg, spoil: Callable[[Path], None]) -> None:
    spoil(memory(root))
    check(root, cicareg)


STATEMENTS = {
    "table missing": "drop table unit",
    "findings missing": "drop table finding",
    "answers missing": "drop table answer",
    "column missing": "alter table unit drop column facts",
    "other program": "update meta set value = 'another' where key = 'program'",
    "program no text": "update meta set value = 5 where key = 'program'",
    "view in the way": "drop table meta; create view meta as select 1 as key, 2 as value",
    "table in the way": 'create table "a""b" (x)',
    "marks no bytes": "update meta set value = 'x' where key = 'marks'",
    "marks cut": "update meta set value = x'010203' where key = 'marks'",
    "marks missing": "delete from meta where key = 'marks'",
    "records no number": "update meta set value = 'many' where key = 'records'",
    "records missing": "delete from meta where key = 'records'",
    "stats no text": "update folder set stats = 5",
    "stats null": "update folder set stats = null",
    "stats bytes": "update folder set stats = x'ff'",
    "stats not UTF-8": "update folder set stats = cast(x'ff' as text)",
    "facts no text": "update unit set facts = 5",
    "facts null": "update unit set facts = null",
    "unit records": "update unit set records = 'many'",
    "unit number": "update unit set number = number + 5000000000",
    "unit path null": "update unit set path = null",
    "unit path bytes": "update unit set path = cast(path as blob)",
    "findings no JSON": "update finding set rows = '[['",
    "findings null": "update finding set rows = null",
    "findings a number": "update finding set rows = '5'",
    "findings empty rows": "update finding set rows = '[[]]'",
    "findings texts": """update finding set rows = '["abcdefgh"]'""",
    "findings deep": "update finding set rows = '" + "[" * 100_000 + "'",
    "no place": """update finding set rows = replace(rows, '.yaml", ', '.yaml", "x", ')""",
    "no message": """update finding set rows = '[[["a",1,1,1,1],"error","x",5,[],null,[],null]]'""",
    "no severity": """update finding set rows = replace(rows, '"error"', '"bad"')""",
    "unread paths": "insert into unread values (5)",
    "answer code": "update answer set code = 'x'",
    "answer code of no meaning": "update answer set code = 99",
    "answer text": "update answer set text = null",
    "answer said": "update answer set said = x'00'",
}


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_hostile_content_is_done_without(root: Path, cicareg: Cicareg, statement: str) -> None:
    with database(root) as connection:
        connection.executescript(statement)
    check(root, cicareg)


def test_an_answer_of_another_program_is_not_given(root: Path, cicareg: Cicareg) -> None:
    known = cicareg("-C", root, "list")
    with database(root) as connection:
        connection.execute("update answer set text = 'planted'")
        connection.execute("update meta set value = 'another ' || value where key = 'program'")
    assert cicareg("-C", root, "list") == known


def test_an_answer_is_given_from_the_memory_while_nothing_changes(root: Path, cicareg: Cicareg) -> None:
    known = cicareg("-C", root, "list")
    with database(root) as connection:
        connection.execute("update answer set text = 'from the memory\n'")
    assert cicareg("-C", root, "list") == Ran(known.code, "from the memory\n", known.err)
    edit(root)
    assert "from the memory" not in cicareg("-C", root, "list").out


@pytest.mark.parametrize("lock", ["begin exclusive", "begin immediate", "begin; select * from meta"])
def test_a_locked_file_is_not_waited_for_long(root: Path, cicareg: Cicareg, lock: str) -> None:
    edit(root)
    with database(root) as connection:
        connection.executescript(lock)
        begin = time.monotonic()
        known = cicareg("-C", root, "validate", "--notes")
        assert time.monotonic() - begin < 3
        connection.execute("rollback")
    assert known == cicareg("-C", root, "validate", "--notes", "--no-cache")
    check(root, cicareg)


def test_a_new_file_that_is_locked_is_not_waited_for_long(root: Path, cicareg: Cicareg) -> None:
    memory(root).unlink()
    with database(root) as connection:
        connection.execute("begin exclusive")
        begin = time.monotonic()
        known = cicareg("-C", root, "validate", "--notes")
        assert time.monotonic() - begin < 3
    assert known == cicareg("-C", root, "validate", "--notes", "--no-cache")


def test_much_is_written_without_waiting_for_who_reads_at_every_page(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with opened(path, "this") as first:
        assert first is not None
        first.commit()
    with opened(path, "this") as reader, opened(path, "this") as writer:
        assert reader is not None
        assert writer is not None
        assert reader.stats() == {}
        begin = time.monotonic()
        writer.set_stats({str(number): "x" * 1000 for number in range(8000)})
        assert time.monotonic() - begin < 2


class Full:
    """A connection to a disk that is full from some statement on."""

    def __init__(self, inner: sqlite3.Connection, failing: str) -> None:
        self._inner = inner
        self._failing = failing

    def _raise(self, statement: str) -> None:
        if statement.startswith(self._failing):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._raise(statement)
        return self._inner.execute(statement, *values)

    def executemany(self, statement: str, values: Any) -> sqlite3.Cursor:
        self._raise(statement)
        return self._inner.executemany(statement, values)

    def close(self) -> None:
        self._inner.close()


WRITES = (
    "delete from unit", "delete from finding", "insert into unit", "insert into finding", "insert into unread",
    "insert or replace into meta", "delete from answer", "delete from folder", "insert into folder",
    "insert or replace into answer", "commit",
)  # fmt: skip


@pytest.mark.parametrize("failing", WRITES)
def test_what_is_half_written_is_never_used(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def prepared(connection: sqlite3.Connection, path: Path, fingerprint: str) -> object:
        found = _prepared(connection, path, fingerprint)
        return Full(found, failing) if found else None

    _prepared = cache._prepared
    edit(root)
    (root / "registry/areas/lake.yaml").write_text("- 1\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(cache, "_prepared", prepared)
        known = cicareg("-C", root, "validate", "--notes")
    assert known == cicareg("-C", root, "validate", "--notes", "--no-cache")
    check(root, cicareg)


def test_a_full_disk_is_no_error(tmp_path: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "register")
    known = cicareg("-C", root, "validate", "--no-cache")
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32k", "none", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        monkeypatch.setenv("CICAREG_CACHE", str(small))
        assert cicareg("-C", root, "validate") == known
        assert cicareg("-C", root, "validate") == known
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_file_deleted_by_another_process_while_in_use(root: Path, cicareg: Cicareg) -> None:
    edit(root)
    begun = process(root, "validate", "--notes")
    shutil.rmtree(memory(root).parent)
    code, out, err = outcome(begun)
    assert Ran(code, out.decode(), err.decode()) == cicareg("-C", root, "validate", "--notes", "--no-cache")
    check(root, cicareg)


@pytest.mark.parametrize("moment", ["stats", "blobs", "answer", "forget_answers"])
def test_a_file_deleted_at_a_bad_moment(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def delete(self: Cache, *values: object) -> object:
        memory(root).unlink()
        return inner(self, *values)

    inner = getattr(Cache, moment)
    edit(root) if moment == "forget_answers" else None
    with monkeypatch.context() as patch:
        patch.setattr(Cache, moment, delete)
        known = cicareg("-C", root, "validate", "--notes")
    assert known == cicareg("-C", root, "validate", "--notes", "--no-cache")
    check(root, cicareg)


def test_what_a_link_leads_to_is_not_touched(root: Path, tmp_path: Path, cicareg: Cicareg) -> None:
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table precious (x)")
    raw = other.read_bytes()
    memory(root).unlink()
    memory(root).symlink_to(other)
    known = cicareg("-C", root, "validate", "--notes")
    assert known == cicareg("-C", root, "validate", "--notes", "--no-cache")
    assert other.read_bytes() == raw


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_left_alone(root: Path, cicareg: Cicareg, make: Callable[[Path], None]) -> None:
    memory(root).unlink()
    make(memory(root))
    known = cicareg("-C", root, "validate", "--notes")
    assert known == cicareg("-C", root, "validate", "--notes", "--no-cache")
    assert not memory(root).is_file()


# The superuser may write everywhere: what is started by this may not.
UNDO_ROOT = (
    "import ctypes, os, sys; "
    "[ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) for capability in (1, 2)]; "
    "os.execv(sys.argv[1], sys.argv[1:])"
)


@pytest.mark.parametrize("what, mode", [("file", 0o400), ("file", 0), ("folder", 0o500), ("folder", 0)])
def test_a_file_or_folder_that_cannot_be_used(root: Path, cicareg: Cicareg, what: str, mode: int) -> None:
    known = cicareg("-C", root, "validate", "--notes", "--no-cache")
    path = memory(root) if what == "file" else memory(root).parent
    before = path.stat().st_mode
    path.chmod(mode)
    edit(root)
    changed = cicareg("-C", root, "validate", "--notes", "--no-cache")
    assert changed != known
    try:
        command = [sys.executable, "-c", UNDO_ROOT, sys.executable, "-m", "cicareg", "validate", "--notes"]
        surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "src")}
        done = subprocess.run(command, cwd=root, env=surroundings, capture_output=True, text=True, check=False)
        assert Ran(done.returncode, done.stdout, done.stderr) == changed
    finally:
        path.chmod(before)


def test_answers_are_forgotten_beyond_a_number_and_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_CHARACTERS", 1000)
    with opened(tmp_path / "memory.sqlite", "this") as memory:
        assert memory is not None
        for number in range(70):
            memory.add_answer(str(number), Answer("x"))
        kept = [number for number in range(70) if memory.answer(str(number))]
        assert kept == list(range(6, 70))
        memory.add_answer("large", Answer("x" * 990))
        assert [number for number in range(70) if memory.answer(str(number))] == list(range(60, 70))
        memory.add_answer("larger", Answer("x" * 1001))
        assert memory.answer("larger") is None
        assert memory.answer("large") == Answer("x" * 990)
        memory.add_answer("large", Answer("y"))
        assert memory.answer("large") == Answer("y")


def test_the_memory_of_registers_that_are_gone_is_removed(tmp_path: Path, cicareg: Cicareg) -> None:
    folder = memory(tmp_path).parent
    folder.mkdir(exist_ok=True)
    old, recent, other = folder / "00000001.sqlite", folder / "00000002.sqlite", folder / "notes.sqlite"
    month = time.time() - 31 * 24 * 3600  # noqa: TID251  # files are made old
    for path, when in ((old, month), (recent, month + 2 * 24 * 3600), (other, month)):
        path.write_bytes(b"")
        os.utime(path, (when, when))
    assert cicareg("-C", write(tmp_path / "register"), "list").code == 0
    assert [path.exists() for path in (old, recent, other)] == [False, True, True]
    recent.unlink()
    other.unlink()


def test_nothing_is_written_beside_the_memory(tmp_path: Path, cicareg: Cicareg) -> None:
    root = write(tmp_path / "register")
    before = sorted((str(path), path.lstat().st_mtime_ns) for path in tmp_path.rglob("*"))
    for words in (("validate",), ("list",), ("render", "list")):
        assert cicareg("-C", root, *words).code == 0
    assert sorted((str(path), path.lstat().st_mtime_ns) for path in tmp_path.rglob("*")) == before
    assert json.dumps(sorted(path.name for path in memory(root).parent.glob(memory(root).name + "*"))) == json.dumps(
        [memory(root).name]
    )
