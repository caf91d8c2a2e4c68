"""What goes between this clone and another: a branch of a remote is brought here, and commits are sent there."""

from cicareg.storage.sharing.again import Again, commit_again
from cicareg.storage.sharing.remote import Remote, clear, fetched, had, note_shared, remote_of
from cicareg.storage.sharing.sending import Outcome, Sent, send

__all__ = [
    "Again",
    "Outcome",
    "Remote",
    "Sent",
    "clear",
    "commit_again",
    "fetched",
    "had",
    "note_shared",
    "remote_of",
    "send",
]
