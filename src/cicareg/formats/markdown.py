"""Tables and documents as Markdown (CommonMark with tables); registry text is data, never markup."""

from collections.abc import Mapping, Sequence

from cicareg.description import Description, Key, Section
from cicareg.document import Table
from cicareg.explanation import Explanation
from cicareg.formats.format import Format
from cicareg.formats.markdown_document import document, escape, paragraph, rows
from cicareg.look import Look


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
