"""Whether what is published still says what the register says, and where not."""

from collections.abc import Mapping
from pathlib import Path

from cicareg.commands._desk import put, tell
from cicareg.errors import CicaregError, Exit
from cicareg.visible import visible_line


def compare(path: Path, raw: bytes, *, is_text: bool) -> Exit:
    """Compare a published file with what would be written now; of a text the lines that differ are shown."""
    from cicareg.storage.output import read_published

    published = read_published(path)
    shown = visible_line(str(path))
    if published == raw:
        tell(f"{shown}: says what the register says")
        return Exit.OK
    if is_text:
        _show(path, published, raw)
    else:
        put(f"{shown} differs\n")
    tell(f"{shown}: no longer says what the register says")
    return Exit.FINDINGS


def compare_folder(folder: Path, files: Mapping[str, bytes], suffixes: tuple[str, ...]) -> Exit:
    """Compare a published folder: each file that is missing, superfluous or differs is named."""
    from cicareg.storage.output import differing

    found: dict[str, str] = {}
    for suffix in suffixes:
        own = {name: raw for name, raw in files.items() if name.endswith(suffix)}
        found.update(differing(folder, own, suffix))
    for name, how in sorted(found.items()):
        put(f"{visible_line(str(folder / name))}: {_SAID[how]}\n")
    said = "no longer says" if found else "says"
    tell(f"{visible_line(str(folder))}: {said} what the register says")
    return Exit.FINDINGS if found else Exit.OK


def refuse_others(folder: Path, files: Mapping[str, bytes], suffixes: tuple[str, ...]) -> None:
    """Refuse to write where files lie that would be taken for a part of it: what is gone must not stay published."""
    from cicareg.storage.output import differing

    found = (differing(folder, files, suffix) for suffix in suffixes)
    others = sorted({name for each in found for name, how in each.items() if how == "superfluous"} - files.keys())
    if others:
        named = ", ".join(visible_line(name) for name in others[:5]) + (" …" if len(others) > 5 else "")
        raise CicaregError(
            f"{visible_line(str(folder))} holds what is no part of it: {named}; nothing was written",
            hint="delete these, or name another folder",
        )


_SAID = {
    "stale": "differs from what the register says",
    "missing": "is missing",
    "superfluous": "is not what the register makes",
}


def _show(path: Path, published: bytes, raw: bytes) -> None:
    import difflib

    from cicareg.commands._limits import bounded

    with bounded(f"comparing {visible_line(str(path))}"):
        old = published.decode("utf-8", "surrogateescape").split("\n")  # so that a carriage return is seen
        lines = difflib.unified_diff(old, raw.decode().split("\n"), str(path), "the register", lineterm="", n=1)
        said = "".join(visible_line(line) + "\n" for line in lines)
    put(said)
