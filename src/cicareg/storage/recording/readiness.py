"""Whether a clone can record now, asked before a person is: what is under way settles itself."""

from collections.abc import Mapping
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.storage.recording.clean import refuse_unclean
from cicareg.storage.recording.journal import read_journal
from cicareg.storage.recording.places import places_of
from cicareg.storage.recording.standing import base_of


def refuse_unready(root: Path, blobs: Mapping[str, bytes] | None = None) -> None:
    """Refuse a register that is not as it was last committed; `blobs` are those that `refuse_unclean` takes.

    The act itself asks again when nobody else can act. Here another may be at it, or may have been stopped at it,
    which the act makes up for: then nothing is refused yet.
    """
    base = base_of(root)
    try:
        refuse_unclean(root, base, blobs)
    except CicaregError:
        if read_journal(places_of(root).aside) is not None or base_of(root) != base:
            return
        refuse_unclean(root, base)
