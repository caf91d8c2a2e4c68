"""What the system tells of the memory of this process."""

import os
from pathlib import Path

_STATM = Path("/proc/self/statm")


def address_space() -> int | None:
    """Give the size of the address space in bytes, or None where the system does not tell."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None
