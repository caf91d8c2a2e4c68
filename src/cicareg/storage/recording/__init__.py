"""How an act reaches the files of a register and git: whole or not at all, and nothing of anybody is lost.

An act is made as a commit in a working tree of its own, is checked there, and becomes true at one moment: when the
branch names it. Whatever stops a run before that moment leaves the register as it was, whatever stops it later is
made up for by the next run.
"""

from cicareg.storage.recording.acting import put_files, record
from cicareg.storage.recording.clean import refuse_unclean
from cicareg.storage.recording.leaving import way_to_finish
from cicareg.storage.recording.readiness import refuse_unready
from cicareg.storage.recording.refusing import InterruptedRecordingError
from cicareg.storage.recording.standing import base_of
from cicareg.storage.recording.values import Base, Plan, Recorded, Written

__all__ = [
    "Base",
    "InterruptedRecordingError",
    "Plan",
    "Recorded",
    "Written",
    "base_of",
    "put_files",
    "record",
    "refuse_unclean",
    "refuse_unready",
    "way_to_finish",
]
