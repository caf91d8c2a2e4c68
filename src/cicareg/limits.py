"""What one file may hold at most: more is no record, and would cost more than a record is worth."""

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 16
MAX_NODES = 50_000
MAX_FAULTS = 50
