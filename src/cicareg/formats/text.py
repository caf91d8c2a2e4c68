"""Findings as lines that terminals and editors make links of, with a summary."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from cicareg.card import Card
from cicareg.differences.shown import Shown
from cicareg.explanation import Explanation
from cicareg.finding import Finding, Report, Severity
from cicareg.formats.difference_lines import Line, remarks, sections
from cicareg.formats.findings import said, shown
from cicareg.formats.format import Format
from cicareg.formats.timelines import text as timeline
from cicareg.formats.timelines import why
from cicareg.look import Look
from cicareg.visible import visible, visible_line

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_SIGNS = {"+": "32", "-": "31", "~": "33"}


def findings(report: Report, look: Look) -> str:
    """Give each finding on a line, notes only where they are asked for, then the summary."""
    lines = [line(finding, look) for finding in report.findings if shown(finding, look)]
    return "\n".join([*lines, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """Give the line that counts what was looked at and what was found."""
    counted = [
        (report.records, "record"),
        (report.rules, "rule"),
        (report.count(Severity.ERROR), "error"),
        (report.count(Severity.WARNING), "warning"),
        (report.count(Severity.NOTE), "note"),
        (report.departures, "departure"),
    ]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counted)


def line(finding: Finding, look: Look) -> str:
    """Give a finding on one line: place, severity, rule, message."""
    severity = finding.severity.value
    if look.color:
        severity = f"\x1b[{_COLORS[finding.severity]}m{severity}\x1b[0m"
    return f"{visible_line(str(finding.place))}: {severity} {finding.rule}: {visible_line(said(finding))}"


def card(shown: Card, look: Look) -> str:
    """Give a card: the title, the rows with their labels aligned, and the place of the record."""
    title = visible(shown.title)
    lines = [f"\x1b[1m{title}\x1b[0m" if look.color else title]
    width = max((len(label) for label, _ in shown.rows), default=0)
    for label, values in shown.rows:
        for index, value in enumerate(values):
            lines += _wrapped(label if index == 0 else "", visible(value), width, look)
    return "\n".join([*lines, f"  {'record'.ljust(width)}  {visible(str(shown.place))}"]) + "\n"


def _wrapped(label: str, value: str, width: int, look: Look) -> Iterator[str]:
    """Wrap a value on a screen below its own start; elsewhere a value is one line."""
    room = max(20, look.width - width - 4) if look.screen else 10**6
    parts = textwrap.wrap(value, room, break_long_words=False, break_on_hyphens=False) or [""]
    for index, part in enumerate(parts):
        yield f"  {(label if index == 0 else '').ljust(width)}  {part}".rstrip()


def lines(sentences: Sequence[str], note: str, look: Look) -> str:
    """Give sentences one a line, on a screen wrapped with what follows set in; below them a note."""
    room = max(20, look.width) if look.screen else 10**6
    found = [part for one in sentences for part in _hanging(visible_line(one), room)]
    return "\n".join([*found, visible(note)]) + "\n"


def _hanging(sentence: str, room: int) -> list[str]:
    return textwrap.wrap(sentence, room, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def explanations(pages: Sequence[Explanation], look: Look) -> str:
    """Give the page of one rule, or of several a line each."""
    if len(pages) == 1:
        return _page(pages[0], look)
    width = max(len(page.name) for page in pages)
    lines = [f"{page.name.ljust(width)}  {_severity(page)}{page.title}{_brackets(page)}" for page in pages]
    return "\n".join(lines) + "\n"


def _severity(page: Explanation) -> str:
    return f"{page.severity.ljust(7)}  " if page.severity else ""


def _brackets(page: Explanation) -> str:
    return f" [{'; '.join(str(cited) for cited in page.cites)}]" if page.cites else ""


def _page(page: Explanation, look: Look) -> str:
    title = f"{page.name}: {page.title}"
    rests_on = "; ".join(str(cited) for cited in page.cites) or page.ground
    parts = [
        f"\x1b[1m{title}\x1b[0m" if look.color else title,
        f"Rests on: {rests_on}" + (f"\n  {page.asks}" if page.asks else ""),
        *_judged(page),
        *(["\n".join(_flowed(paragraph, look)) for paragraph in page.prose.split("\n\n")] if page.prose else []),
        *(f"{label}:\n{_files(files)}" for label, files in (("Good", page.good), ("Bad", page.bad)) if files),
        *(["\n".join(_flowed(f"To mend it: {page.mend}", look))] if page.mend else []),
        "\n".join(_flowed(page.departure, look))
        + (f"\n{textwrap.indent(page.departure_example.rstrip(), '  ')}" if page.departure_example else ""),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _judged(page: Explanation) -> list[str]:
    """Give severity and thresholds, where there are any."""
    thresholds = ", ".join(f"{key} {value}" for key, value in page.thresholds.items())
    said = [f"severity: {page.severity}"] if page.severity else []
    said += [f"thresholds: {thresholds}"] if thresholds else []
    return ["; ".join(said).capitalize()] if said else []


def _flowed(paragraph: str, look: Look) -> list[str]:
    return textwrap.wrap(paragraph, min(look.width, 100), break_long_words=False, break_on_hyphens=False)


def _files(files: Mapping[str, str]) -> str:
    return "\n".join(textwrap.indent(f"# {path}\n{text.rstrip()}", "  ") for path, text in files.items())


def difference(shown: Shown, look: Look) -> str:
    """Give what differs, post by post; each line begins with a sign that says how: + - ~."""
    lines = [f"before: {visible_line(shown.before)}", f"after:  {visible_line(shown.after)}"]
    for section in sections(shown):
        title = _flowed(visible_line(section.title), look)
        lines += ["", *(f"\x1b[1m{part}\x1b[0m" if look.color else part for part in title)]
        for line in section.lines:
            lines += _signed(line, look)
    if not shown.compared.difference:
        lines += ["", "Nothing differs."]
    notes = [visible_line(note) for note in remarks(shown)]
    lines += ["", *(part for note in notes for part in _flowed(note, look))] if notes else []
    return "\n".join(lines) + "\n"


def _signed(line: Line, look: Look) -> list[str]:
    parts = textwrap.wrap(
        visible_line(line.text), max(40, min(look.width, 100) - 4), break_long_words=False, break_on_hyphens=False
    )
    sign = f"\x1b[{_SIGNS[line.sign]}m{line.sign}\x1b[0m" if look.color else line.sign
    return [f"  {sign} {parts[0]}", *(f"    {part}" for part in parts[1:])]


FORMAT = Format(
    "text",
    findings=findings,
    lines=lines,
    explanations=explanations,
    timeline=timeline,
    why=why,
    difference=difference,
)
