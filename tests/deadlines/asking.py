"""What is due on a day, as short lines."""

from collections.abc import Mapping
from datetime import date

from cicareg.deadlines.dues import Wanted, dues
from cicareg.dues import DueLine
from tests.deadlines.laws import MODALITIES
from tests.support import SAMPLE, loaded

Files = Mapping[str, str | None]


def on(day: str, kind: str, files: Files | None = None, area: str | None = None) -> list[str]:
    """Give the duties of a kind that there are on a day, as `XAA overdue by 2023-09-01`, with what ended them."""
    registry = loaded({**MODALITIES, **(files or {})}).registry
    wanted = Wanted(kinds=(kind,), areas=(area,) if area else (), every=True)
    return [said(line) for line in dues(registry, date.fromisoformat(day), wanted).lines]


def said(line: DueLine) -> str:
    """Give a duty as a short line."""
    when = f" by {line.by}" if line.by else f" after {line.after}" if line.after else ""
    met = f": {line.met_by}{f' on {line.met_on}' if line.met_on else ''}" if line.met_by else ""
    return f"{line.who} {line.state}{when}{met}{f': {line.because}' if line.because else ''}"


def document(id_: str, kind: str, text: str) -> dict[str, str | None]:
    """Give the file of a document."""
    return {f"documents/{id_}.yaml": f"kind: {kind}\ntitle: {{en: {id_}}}\n{text}"}


def set_to(*duties: str) -> dict[str, str | None]:
    """Give the sample's registry.yaml with settings of duties."""
    text = (SAMPLE / "registry" / "registry.yaml").read_text(encoding="utf-8")
    return {"registry.yaml": text + "duties:\n" + "".join(f"  {line}\n" for line in duties)}
