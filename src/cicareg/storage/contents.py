"""The contents of files, each read once, with the id that git gives them."""

from collections.abc import Mapping

from cicareg.lazy import LazyMapping
from cicareg.storage.blobs import digest_of


class Contents(LazyMapping[bytes]):
    """A tree that knows the ids of what was read from it."""

    def __init__(self, tree: Mapping[str, bytes]) -> None:
        """Take the tree."""
        super().__init__(tree)
        self._tree = tree
        self._waiting: dict[str, bytes] = {}  # of which only the id was asked for
        self._blobs: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        """Read a file; it is not kept, as whoever reads it keeps what it says."""
        self.blob(path)
        return self._waiting.pop(path) if path in self._waiting else self._tree[path]

    @property
    def read(self) -> Mapping[str, bytes]:
        """Give the ids of all contents that were asked for so far, by path."""
        return self._blobs

    def peek(self, path: str) -> bytes:
        """Read a file that will be read once more."""
        self.blob(path)
        return self._waiting[path]

    def blob(self, path: str) -> bytes:
        """Give the id of the content of a file."""
        if path not in self._blobs:
            raw = self._waiting[path] = self._tree[path]
            self._blobs[path] = digest_of(raw)
        return self._blobs[path]


def changed(contents: Contents, blobs: Mapping[str, bytes | None]) -> frozenset[str]:
    """Give those of the files whose content has not the id they had (None: there was none), or that are gone."""
    return frozenset(
        path for path, blob in blobs.items() if blob != (contents.blob(path) if path in contents else None)
    )
