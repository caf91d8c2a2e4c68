"""Tables and documents as Markdown (CommonMark with tables); registry text is data, never markup."""

from collections.abc import Mapping, Sequence

from cicareg.description import Description, Key, Section
from cicareg.differences.shown import Shown
from cicareg.document import Table
from cicareg.explanation import Explanation
from cicareg.formats.difference_lines import remarks, sections
from cicareg.formats.format import Format
from cicareg.formats.markdown_document import document, escape, paragraph, rows
from cicareg.formats.sheets_markdown import sheets
from cicareg.formats.timelines import markdown as timeline
from cicareg.look import Look

_SIGNS = {"+": "new", "-": "gone", "~": "changed"}  # a bare sign would be read as a list in a list


def table(shown: Table, look: Look) -> str:
    """Give one table."""
    del look
    note = f"\n{paragraph(shown.note)}\n" if shown.note else ""
    return rows(shown) + "\n" + note


def explanations(pages: Sequence[Explanation], look: Look) -> str:
    """Give the pages of rules, with a list of them before where there are several.

    Title, prose and the like are Markdown of the program's own; what a law asks is data of the register.
    """
    del look
    if len(pages) == 1:
        return _page(pages[0], "#")
    index = [f"- [{page.name}](#{page.name}): {page.title}" for page in pages]
    title = "# Rules" if any(page.severity for page in pages) else "# Duties"
    return "\n\n".join([title, "\n".join(index), *(_page(page, "##").rstrip() for page in pages)]) + "\n"


def index(title: str, gists: Mapping[str, str]) -> str:
    """Give the list of the pages of a folder, each with its gist (Markdown of the program's own)."""
    return "\n".join([f"# {title}", "", *(f"- [{name}]({name}.md): {gist}" for name, gist in gists.items())]) + "\n"


def _page(page: Explanation, level: str) -> str:
    rests_on = escape("; ".join(str(cited) for cited in page.cites) or page.ground)
    parts = [
        f"{level} {page.name}",
        f"**{page.title}**",
        " ".join([f"Rests on: {rests_on}.", *_judged(page)]),
        *([f"> {escape(page.asks)}"] if page.asks else []),
        *(paragraph for paragraph in page.prose.split("\n\n") if paragraph),
        *(f"{label}:\n\n{_files(files)}" for label, files in (("Good", page.good), ("Bad", page.bad)) if files),
        *([f"To mend it: {page.mend}"] if page.mend else []),
        *([page.departure] if page.departure else []),
        *([_code(page.departure_example)] if page.departure_example else []),
    ]
    return "\n\n".join(parts) + "\n"


def _judged(page: Explanation) -> list[str]:
    """Give severity and thresholds, where there are any."""
    said = [f"severity: {page.severity}"] if page.severity else []
    thresholds = [f"`{key}` {value}" for key, value in page.thresholds.items()]
    said += thresholds if said or not thresholds else [f"thresholds: {thresholds[0]}", *thresholds[1:]]
    return [f"{said[0][0].upper()}{said[0][1:]}{''.join(f'; {one}' for one in said[1:])}."] if said else []


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


def difference(shown: Shown, look: Look) -> str:
    """Give what differs as a list below each post, for a review."""
    del look
    parts = [f"**Before:** {escape(shown.before)}\\\n**After:** {escape(shown.after)}"]
    for section in sections(shown):
        lines = (f"- **{_SIGNS[line.sign]}** {escape(line.text)}" for line in section.lines)
        parts += [f"### {escape(section.title)}", "\n".join(lines)]
    if not shown.compared.difference:
        parts.append("Nothing differs.")
    parts += [paragraph(note) for note in remarks(shown)]
    return "\n\n".join(parts) + "\n"


FORMAT = Format(
    "markdown",
    table=table,
    document=document,
    explanations=explanations,
    timeline=timeline,
    kind=kind,
    difference=difference,
    index=index,
    sheets=sheets,
    suffix=".md",
)
