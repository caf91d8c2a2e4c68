"""Where a result goes: stdout, or a file that is replaced whole or not at all."""

from pathlib import Path

from cicareg.commands._desk import put


def deliver(text: str, output: Path | None) -> None:
    """Print a result, or write it to a file."""
    if output is None:
        put(text)
        return
    from cicareg.storage.output import write_output

    write_output(output, text.encode("utf-8"))
