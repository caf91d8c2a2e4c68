"""Where a result goes: stdout, or a file that is replaced whole or not at all; pages to a folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.commands._desk import put
from cicareg.errors import UsageError
from cicareg.visible import visible

if TYPE_CHECKING:
    from cicareg.formats.format import Format


def deliver(text: str, output: Path | None) -> None:
    """Print a result, or write it to a file (`-` is no file); a register's own folder is refused."""
    if output is None or str(output) == "-":
        put(text)
        return
    _refuse_records(output)
    from cicareg.storage.output import write_output

    write_output(output, text.encode("utf-8"))


def _refuse_records(path: Path) -> None:
    """Refuse to write among the records of a register: only people and acts change them."""
    from cicareg.storage.locating import register_around

    if register_around(path):
        raise UsageError(f"{visible(str(path))} lies among the records of a register", hint="name a place outside it")


def deliver_all(texts: Mapping[str, str], folder: Path, form: "Format", title: str, gists: Mapping[str, str]) -> None:
    """Write texts by name to the files of a folder; a format that has one adds an index of their gists."""
    _refuse_records(folder)
    from cicareg.storage.output import write_outputs

    files = {name + form.suffix: text for name, text in texts.items()}
    if form.index:
        files[f"README{form.suffix}"] = form.index(title, gists)
    write_outputs(folder, {name: text.encode("utf-8") for name, text in files.items()})
