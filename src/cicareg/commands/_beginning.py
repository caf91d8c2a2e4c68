"""What a new register begins with: the packaged files, with the schemas that fit them."""

from cicareg.formats.format import formats
from cicareg.kinds import kind_at
from cicareg.layout import ROOT
from cicareg.loading import read
from cicareg.registry import Registry
from cicareg.schemas.describing import describe
from cicareg.schemas.modeline import FOLDER, modeline
from cicareg.schemas.offers import offers
from cicareg.schemas.schema import by_name
from cicareg.storage.starting import starting_files


def beginning(variant: str) -> dict[str, bytes]:
    """Give the files of a new register: each record names its schema, and the schemas stand beside."""
    files = starting_files(variant)
    for path, raw in files.items():
        found = kind_at(path)
        if found is not None:
            files[path] = f"{modeline(found[0])}\n".encode() + raw
    return {**files, **_schemas({path: raw for path, raw in files.items() if path.startswith(f"{ROOT}/")})}


def _schemas(records: dict[str, bytes]) -> dict[str, bytes]:
    written = formats()["json"]
    offered = offers(Registry({path: read(path, raw) for path, raw in records.items()}))
    if written.kind is None:
        return {}
    return {
        f"{FOLDER}/{name}{written.suffix}": written.kind(describe(kind, offered)).encode("utf-8")
        for name, kind in by_name().items()
    }
