"""Where a result goes: stdout, or a file that is replaced whole or not at all; pages to a folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.commands._desk import put

if TYPE_CHECKING:
    from cicareg.formats.format import Format


def deliver(text: str, output: Path | None) -> None:
    """Print a result, or write it to a file."""
    if output is None:
        put(text)
        return
    from cicareg.storage.output import write_output

    write_output(output, text.encode("utf-8"))


def deliver_all(texts: Mapping[str, str], folder: Path, form: "Format", title: str, gists: Mapping[str, str]) -> None:
    """Write texts by name to the files of a folder; a format that has one adds an index of their gists."""
    from cicareg.storage.output import write_outputs

    files = {name + form.suffix: text for name, text in texts.items()}
    if form.index:
        files[f"README{form.suffix}"] = form.index(title, gists)
    write_outputs(folder, {name: text.encode("utf-8") for name, text in files.items()})
