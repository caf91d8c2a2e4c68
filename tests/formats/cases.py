"""What the tests of the findings' formats share: a report of the sample register, and one that is hostile."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from cicareg.explanation import Explanation
from cicareg.finding import Citation, Covered, Finding, Place, Related, Report, Severity
from cicareg.formats.format import formats
from cicareg.look import Look
from cicareg.rules.explaining import explanations
from tests.support import PROJECT, loaded, report

DATA = PROJECT / "tests" / "data"
ICE = "coordinators/ice.yaml"
TWO_COORDINATORS = """departures:
  - {rule: one-coordinator, decision: com-2023-06-01/1, reason: Two were wanted.}
tenures:
  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
  - {state: XBB, role: coordinator, term: 2025-2025, decision: com-2023-06-01/1}
"""
# A departure, an error, a warning, three notes, and what reading reports. A new rule changes no golden: there are five.
FOUND = {
    ICE: TWO_COORDINATORS,
    "coordinators/people.yaml": "tenures:\n"
    "  - {state: XAA, role: coordinator, term: 2023-2025, decision: com-2023-06-01/1}\n"
    "  - {state: XAC, role: co-coordinator, listed: com-2023-06-01}\n",
}
REPORT = replace(report(FOUND), rules=5)
EMPTY = Report((), 16, 5)
RULES = ("reference", "decided-before-start", "minimum-tenure", "one-coordinator", "term-order")


def manual() -> Sequence[Explanation]:
    """Give the pages of five rules."""
    pages = {page.name: page for page in explanations(loaded().registry)}
    return [pages[name] for name in RULES]


LOOK = Look(manual=manual, prefix="offices/register")
NOTES = LOOK._replace(notes=True)


def written(name: str, shown: Report, look: Look = LOOK) -> str:
    """Write a report in a format."""
    write = formats()[name].findings
    assert write is not None
    return write(shown, look)


def one(message: str = "wrong", **other: object) -> Finding:
    """Give an error at the beginning of an empty file, or what differs from it."""
    finding = Finding(Place("registry/areas/new.yaml", 1, 1, 1, 1), Severity.ERROR, "shape", message)
    return finding._replace(**other)  # type: ignore[arg-type]  # the tests name fields that exist


def reported(*findings: Finding) -> Report:
    """Give a report of these findings."""
    return Report(findings, 1, 1)


ODD_PATH = "registry/areas/a b,c:d=é%25#?&\"'<>.yaml"
ODD_TEXTS = (
    "first\nsecond\r\nthird",
    "100% %0A %25 ::error::no, not this",
    "\x1b[31mred\x1b[0m \x00 \x08 \x7f \x85 \ufffe \uffff \u202e \t tab",
    "<b>\"quoted\" & 'single'</b> ]]> <![CDATA[ <!-- ",
    "{0} {state: XAA} }{ [a link](http://example.org) [x](0)",
    "Алдерия, Қазақстан, 中, 😀",
    "",
)
HOSTILE = reported(
    *(
        one(
            text,
            place=Place(ODD_PATH, number, 1, number + number % 2, 1 + number),
            severity=list(Severity)[number % 3],
            cites=(Citation(text, "1::2", "as a rule, 100%", "draft\n"),),
            departure=Covered(Place(ODD_PATH, 1, 1, 2, 1), "listed x", text) if number % 2 else None,
            related=(Related(Place(ODD_PATH, 3, 1, 3, 4), text),),
        )
        for number, text in enumerate(ODD_TEXTS, start=1)
    ),
)
TEXTS = st.text(
    st.one_of(st.sampled_from("%:,\r\n\t{}[]()<>&\"'|\\\x1b\x00\x85\ufffe\u2028 a1"), st.characters(codec="utf-8"))
)
