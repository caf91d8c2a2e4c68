"""Zip archives of which the bytes depend on the contents only."""

import io
from collections.abc import Mapping

_FIRST = "[Content_Types].xml"  # readers that sniff look here


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Give the archive: in order, without times, and not compressed, for zlib differs from machine to machine."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name in sorted(files, key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0  # wherever it is made
            archive.writestr(entry, files[name])
    return buffer.getvalue()


class TooLargeError(Exception):
    """An archive holds more than is read; says how much."""


def unzipped(raw: bytes, most: int, entries: int) -> dict[str, bytes]:
    """Give the files of an archive; TooLargeError where it holds more files or bytes than so many.

    Raises BadZipFile and what else zipfile raises of an archive that is broken.
    """
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(raw)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > entries:
            raise TooLargeError(f"it holds {len(infos):,} files; at most {entries:,} are read")
        size = sum(info.file_size for info in infos)  # zipfile reads no more of a file than it states
        if size > most:
            raise TooLargeError(f"unpacked it has {size:,} bytes; at most {most:,} are read")
        return {info.filename: archive.read(info) for info in infos}
