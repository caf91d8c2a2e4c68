"""Where a result goes: stdout, or a file that is replaced whole or not at all; pages to a folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.commands._desk import is_screen, put, put_bytes, tell, typed
from cicareg.errors import UsageError
from cicareg.visible import visible, visible_line

if TYPE_CHECKING:
    from cicareg.formats.format import Format


def deliver(text: str, output: Path | None) -> None:
    """Print a result, or write it to a file (`-` is no file); a register's own folder is refused."""
    deliver_file(text.encode("utf-8"), output)


def refuse_screen(output: Path | None, suffix: str) -> None:
    """Refuse to show on a screen what is no text."""
    if is_screen() and (output is None or str(output) == "-"):
        raise UsageError(f"a {suffix} file is no text for a screen", hint=f"add -o FILE{suffix}")


def deliver_file(raw: bytes, output: Path | None) -> None:
    """Do the same with a file that is no text."""
    if output is None or str(output) == "-":
        put_bytes(raw)
        return
    _refuse_records(output)
    from cicareg.storage.output import write_output

    write_output(output, raw)


def _refuse_records(path: Path) -> None:
    """Refuse to write among the records of a register: only people and acts change them."""
    from cicareg.storage.locating import register_around

    if register_around(path):
        raise UsageError(f"{visible(str(path))} lies among the records of a register", hint="name a place outside it")


def deliver_all(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by name to a folder."""
    _refuse_records(folder)
    from cicareg.storage.output import write_outputs

    write_outputs(folder, files)


def as_files(texts: Mapping[str, str], form: "Format", title: str, gists: Mapping[str, str]) -> dict[str, bytes]:
    """Give texts by name as files by name; a format that has one adds an index of their gists."""
    files = {name + form.suffix: text for name, text in texts.items()}
    if form.index:
        files[f"README{form.suffix}"] = form.index(title, gists)
    return {name: text.encode("utf-8") for name, text in files.items()}


def compare_all(files: Mapping[str, bytes], folder: Path, suffix: str, mend: str) -> bool:
    """Tell whether a folder holds what would be written now; of each file that is other, say how to mend it."""
    from cicareg.storage.output import differing

    found = differing(folder, files, suffix)
    for name, how in found.items():
        path = folder / name
        put(f"{visible_line(str(path))}: {how}; mend it: {mend if name in files else f'rm {typed(path)}'}\n")
    if not found:
        tell(f"{visible_line(str(folder))}: says what would be written now")
    return not found
