"""What tells a damaged memory from one that is only out of reach for now."""

import sqlite3

# Errors of SQLite that say nothing against the file: locked, not permitted, no room, interrupted.
_PASSING = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
# What using a damaged memory may raise: SQLite finds some of it, the rest is values of another type or range.
DAMAGE = (sqlite3.Error, OSError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def is_damage(error: Exception) -> bool:
    """Tell whether the file is not what it should be, rather than out of reach for now."""
    if isinstance(error, OSError):
        return False
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _PASSING
