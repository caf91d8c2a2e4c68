"""What is published as one HTML file: nothing else is loaded, nothing runs, and registry text is data.

Markers of numbered paragraphs stand as text in items of real lists, so that they are read aloud, shown and copied
as stated.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from cicareg.document import Document, PageBreak, Paragraph, Run, Table
from cicareg.formats.format import Format
from cicareg.formats.html_style import STYLE, WIDE
from cicareg.formats.html_table import line, rows, text
from cicareg.formats.structure import Headed, Items, Listed, Part, parts, title
from cicareg.look import Look
from cicareg.sheet import Sheet

_STYLES = {"emphasis": "em", "strong": "strong", "gone": "del", "new": "ins"}
_CLASS = re.compile(r"[a-z][a-z0-9-]*")
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ug", "ur", "yi"})
_SAFE = "default-src 'none'; style-src 'unsafe-inline'"  # nothing is loaded or run, whatever the file held


def document(published: Document) -> str:
    """Give the whole document as one file."""
    about = published.about
    said = {
        "author": about.author,
        "dcterms.identifier": about.number,
        "dcterms.date": about.date.isoformat() if about.date else "",
    }
    metas = "".join(f'<meta name="{name}" content="{line(value)}">\n' for name, value in said.items() if value)
    style = STYLE + WIDE if published.is_wide else STYLE
    aside = ' dir="rtl"' if published.language in _RIGHT_TO_LEFT else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{line(published.language)}"{aside}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{line(_SAFE)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{line(title(published))}</title>\n{metas}<style>{style}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(_Body().parts(parts(published)))
        + "\n</main>\n</body>\n</html>\n"
    )


def table(shown: Table, look: Look) -> str:
    """Give one table as a file of its own, in a language that is not known here."""
    del look
    name = " · ".join(head for cell in shown.header[0] for head in cell.lines if head)
    published = Document("", (shown,))
    return document(published._replace(about=published.about._replace(title=name)))


class _Body:
    """The parts one after the other; a table is named by the heading before it and described by its note."""

    def __init__(self) -> None:
        self._headings = self._notes = 0

    def parts(self, found: Iterator[Part]) -> Iterator[str]:
        for part in found:
            if isinstance(part, Headed):
                self._headings += 1
                words = " ".join(part.heading.text.split())
                yield f'<h{part.depth} id="h{self._headings}">{text(words)}</h{part.depth}>'
            elif isinstance(part, Paragraph):
                yield f"<p{_class(part.role)}>{_runs(part.runs)}</p>"
            elif isinstance(part, Items):
                yield "\n".join(_lists(part.items))
            elif isinstance(part, PageBreak):
                yield "<hr>"
            else:
                yield self._table(part)

    def _table(self, shown: Table) -> str:
        about = f' aria-labelledby="h{self._headings}"' if self._headings else ""
        if not shown.note:
            return rows(shown, about)
        self._notes += 1
        name = f"n{self._notes}"
        described = rows(shown, f'{about} aria-describedby="{name}"')
        return f'{described}\n<p class="note" id="{name}">{text(shown.note)}</p>'


def _class(role: str) -> str:
    names = " ".join(name for name in role.split() if _CLASS.fullmatch(name))
    return f' class="{names}"' if names else ""


def _lists(items: Sequence[Listed]) -> Iterator[str]:
    """Yield neighbours with markers as an ordered list, those without as points.

    The role is said: without a list style, one screen reader does not take a list for one.
    """
    for marked, found in groupby(items, key=lambda listed: bool(listed.item.marker)):
        tag = "ol" if marked else "ul"
        yield f'<{tag} role="list">\n' + "\n".join(map(_item, found)) + f"\n</{tag}>"


def _item(listed: Listed) -> str:
    marker = text(listed.item.marker) or "\N{EN DASH}"
    below = "".join(f"\n{found}" for found in _lists(listed.below))
    return f'<li><span class="marker">{marker}</span> {_runs(listed.item.runs)}{below}</li>'


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_styled(run) for run in runs)


def _styled(run: Run) -> str:
    tag = _STYLES.get(run.style)
    return f"<{tag}>{text(run.text)}</{tag}>" if tag else text(run.text)


def sheets(raw: bytes, origin: str) -> tuple[Sheet, ...]:
    """Give the tables of an HTML file."""
    from cicareg.formats.sheets_html import sheets as read

    return read(raw, origin)


FORMAT = Format("html", table=table, document=document, sheets=sheets, suffix=".html")
