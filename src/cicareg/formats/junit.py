"""Findings as a JUnit report: a suite for each rule, in it a failed test for each error.

- A rule without findings is one passed test, so that a report tells what was checked, and is never empty.
- Of a test's failures Jenkins shows the first only, and of tests of one name GitLab keeps the first: one failure a
  test, no name twice. A name has no line: GitLab compares two runs by names.
- GitLab shows the text of a failure, not its message: the text says all, and where.
- A departure, a warning or a note fails nothing. It is a skipped test: every reader lists these with their reason.
- Test cases have no attribute `file`, which the schema of Jenkins refuses.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cicareg.finding import Finding, Place, Report, Severity
from cicareg.formats.findings import path_of, said, shown
from cicareg.formats.fingerprint import steady
from cicareg.formats.format import Format
from cicareg.look import Look
from cicareg.visible import visible_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def findings(report: Report, look: Look) -> str:
    """Give the report; warnings fail only where the check fails on them."""
    from xml.etree.ElementTree import Element, indent, tostring

    root = Element("testsuites", {"name": "cicareg"})
    root.extend([_suite(name, title, found, look) for name, title, found in _suites(report, look)])
    _count(root, failures="failure")
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suites(report: Report, look: Look) -> Iterator[tuple[str, str, Sequence[Finding]]]:
    """Yield each rule with its title and what shows of its findings: those of the manual, then any other."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if shown(finding, look):
            found.setdefault(finding.rule, []).append(finding)
    titles: Mapping[str, str] = {page.name: page.title for page in look.manual()}
    for name in (*titles, *sorted(found.keys() - titles)):
        yield name, titles.get(name, name), found.get(name, ())


def _suite(rule: str, title: str, found: Sequence[Finding], look: Look) -> "Element":
    from xml.etree.ElementTree import Element, SubElement

    suite = Element("testsuite", {"name": rule})
    seen: Counter[str] = Counter()
    if not found:
        SubElement(suite, "testcase", {"classname": rule, "name": title, "time": "0"})
    for finding in found:
        name = visible_line(f"{path_of(finding.place, look)}: {steady(finding.message)}")
        case = SubElement(suite, "testcase", {"classname": rule, "name": _unused(name, seen), "time": "0"})
        _outcome(case, finding, look)
    _count(suite, failures="failure", skipped="skipped")
    return suite


def _unused(name: str, seen: Counter[str]) -> str:
    """Give a name that no test has yet: where it is taken, with a number behind it."""
    seen[name] += 1
    return name if seen[name] == 1 else _unused(f"{name} ({seen[name]})", seen)


def _outcome(case: "Element", finding: Finding, look: Look) -> None:
    from xml.etree.ElementTree import SubElement

    message = visible_line(said(finding))
    failed = finding.severity is Severity.ERROR or (look.strict and finding.severity is Severity.WARNING)
    if not failed:
        message = f"{finding.severity.value}: {message}"
    outcome = SubElement(case, "failure" if failed else "skipped", {"message": message, "type": finding.rule})
    lines = [f"{_at(finding.place, look)}: {message}"]
    lines += [f"{_at(other.place, look)}: {visible_line(other.message)}" for other in finding.related]
    outcome.text = "\n".join([*lines, f"More of this: cicareg explain {finding.rule}"])


def _at(place: Place, look: Look) -> str:
    return visible_line(f"{path_of(place, look)}:{place.line}:{place.column}")


def _count(element: "Element", **outcomes: str) -> None:
    """Note how many tests an element holds, and how many of them ended in which way; nothing here takes time."""
    for attribute, tag in {"tests": "testcase", "errors": "error", **outcomes}.items():
        element.set(attribute, str(sum(1 for _ in element.iter(tag))))
    element.set("time", "0")


FORMAT = Format("junit", findings=findings)
