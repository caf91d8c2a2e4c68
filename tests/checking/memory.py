"""A register that is checked again and again with a memory, as `validate` does it, but from files that a test holds."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cicareg.checking.again import Readings
from cicareg.checking.whole import check_all
from cicareg.finding import Finding, Place, Report, Severity
from cicareg.loading import read
from cicareg.registry import Registry
from cicareg.remembering import check_with
from cicareg.storage.cache import Cache, _prepared
from cicareg.storage.contents import Contents, changed

BESIDE = (Finding(Place("registry/areas/link.yaml", 1, 1, 1, 1), Severity.ERROR, "file", "a link"),)
_read = lru_cache(maxsize=4096)(read)


@dataclass(frozen=True, slots=True)
class Held:
    """What `check_with` asks of a register."""

    readings: Readings

    @property
    def registry(self) -> Registry:
        return Registry(dict(self.readings))


class Memory:
    """What is remembered, held in this process: the tables are those of the file, and no disk is waited for."""

    def __init__(self) -> None:
        nowhere = Path(":memory:")
        connection = _prepared(sqlite3.connect(nowhere, isolation_level=None), nowhere, "this program")
        assert connection is not None
        self.cache = Cache(connection, nowhere)
        self._seen: set[str] = set()

    def check(self, files: Mapping[str, bytes]) -> Report:
        """Check what has changed since the last time, and remember it."""
        paths, self._seen = {*self._seen, *files}, set(files)
        contents = Contents(dict(sorted(files.items())))
        fresh = changed(contents, self.cache.blobs(paths))
        report = check_with(self.cache, contents, fresh, Held(Readings(contents)), BESIDE)
        assert self.cache.usable
        self.cache.commit()
        self.cache.db.execute("begin")
        return report


def anew(files: Mapping[str, bytes]) -> Report:
    """Check everything, with no memory."""
    return check_all(Registry({path: _read(path, files[path]) for path in sorted(files)}), BESIDE).report
