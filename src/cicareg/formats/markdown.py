"""Tables and documents as Markdown (CommonMark with tables); registry text is data, never markup."""

import re
from collections.abc import Mapping, Sequence

from cicareg.description import Description, Key, Section
from cicareg.document import Block, Cell, Document, Heading, Paragraph, Table, grid
from cicareg.explanation import Explanation
from cicareg.formats.format import Format
from cicareg.look import Look

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")
_STARTS = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    """Escape all that Markdown would take for markup; the text stays on one line."""
    line = " ".join(text.split())
    return _SPECIAL.sub(r"\\\1", line)


def document(published: Document) -> str:
    """Give the whole document."""
    return "\n\n".join(_block(block) for block in published.blocks) + "\n"


def table(shown: Table, look: Look) -> str:
    """Give one table."""
    del look
    note = f"\n{_paragraph(shown.note)}\n" if shown.note else ""
    return _table(shown) + "\n" + note


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escape(block.text)}"
    if isinstance(block, Paragraph):
        return _paragraph(block.text)
    return _table(block)


def _paragraph(text: str) -> str:
    """Escape a paragraph, and what at its start would make it a list, a rule or a heading."""
    return _STARTS.sub(_guard, escape(text))


def _guard(match: re.Match[str]) -> str:
    start = match[2]
    return f"{match[1]}\\{start}" if not start.isdigit() else f"{match[1]}&#{ord(start[0])};{start[1:]}"


def _table(shown: Table) -> str:
    laid = grid(shown)
    header, rows = laid[: len(shown.header)], laid[len(shown.header) :]
    lines = [_row(line) for line in header]
    lines.insert(1, "|" + " --- |" * shown.width)
    lines += [_row(line[:1] if shown.is_title(row) else line) for row, line in zip(shown.rows, rows, strict=True)]
    return "\n".join(lines)


def _row(line: tuple[Cell | None, ...]) -> str:
    return "|" + "".join(f" {_cell(cell)} |" if _cell(cell) else "  |" for cell in line)


def _cell(cell: Cell | None) -> str:
    lines = [escape(line) for line in cell.lines] if cell else []
    return "<br>".join(f"**{line}**" if cell and cell.strong else line for line in lines)


def explanations(pages: Sequence[Explanation], look: Look) -> str:
    """Give the pages of rules, with a list of them before where there are several.

    Title, prose and the like are Markdown of the program's own; what a law asks is data of the register.
    """
    del look
    if len(pages) == 1:
        return _page(pages[0], "#")
    index = [f"- [{page.name}](#{page.name}): {page.title}" for page in pages]
    return "\n\n".join(["# Rules", "\n".join(index), *(_page(page, "##").rstrip() for page in pages)]) + "\n"


def index(title: str, gists: Mapping[str, str]) -> str:
    """Give the list of the pages of a folder, each with its gist (Markdown of the program's own)."""
    return "\n".join([f"# {title}", "", *(f"- [{name}]({name}.md): {gist}" for name, gist in gists.items())]) + "\n"


def _page(page: Explanation, level: str) -> str:
    thresholds = "".join(f"; `{key}` {value}" for key, value in page.thresholds.items())
    rests_on = escape("; ".join(str(cited) for cited in page.cites) or "good order")
    parts = [
        f"{level} {page.name}",
        f"**{page.title}**",
        f"Rests on: {rests_on}. Severity: {page.severity}{thresholds}.",
        *([f"> {escape(page.asks)}"] if page.asks else []),
        *(paragraph for paragraph in page.prose.split("\n\n") if paragraph),
        *(f"{label}:\n\n{_files(files)}" for label, files in (("Good", page.good), ("Bad", page.bad)) if files),
        f"To mend it: {page.mend}",
        page.departure,
        *([_code(page.departure_example)] if page.departure_example else []),
    ]
    return "\n\n".join(parts) + "\n"


def _files(files: Mapping[str, str]) -> str:
    return "\n\n".join(_code(f"# {path}\n{text}") for path, text in files.items())


def _code(text: str) -> str:
    return f"```yaml\n{text.rstrip()}\n```"


def kind(page: Description) -> str:
    """Give the page of a kind's files: Markdown of the program's own."""
    where = f"`{page.path}`" + (", each record under its id" if page.keyed else "")
    parts = [f"# {page.name}", f"{where}: {page.prose}", *(_section(section) for section in page.sections)]
    return "\n\n".join([*parts, *(["## Example", _code(page.example)] if page.example else [])]) + "\n"


def _section(section: Section) -> str:
    table = "\n".join(["| key | value | meaning |", "| --- | --- | --- |", *map(_key, section.keys)])
    return f"## {section.name}\n\n{section.prose}\n\n{table}" if section.name else table


def _key(key: Key) -> str:
    return f"| `{key.name}` | {key.value} | {' '.join([*['required.'] * key.required, key.meaning]).strip()} |"


FORMAT = Format(
    "markdown", table=table, document=document, explanations=explanations, kind=kind, index=index, suffix=".md"
)
