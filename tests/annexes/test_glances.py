"""What falls due, and who covers what, as people see it on a screen: every line fits."""

from collections.abc import Callable
from datetime import date

import pytest

from cicareg.annexes.coverage import areas_table, states_table
from cicareg.annexes.duties import dues_sentences, dues_table, summary
from cicareg.deadlines.dues import Wanted, dues
from cicareg.document import Table
from cicareg.formats.table import table
from cicareg.formats.text import lines
from cicareg.look import Look
from cicareg.questions.coverage import coverage
from cicareg.questions.listing import as_decided, on_day
from tests.support import PROJECT, load, tree_of

REGISTRY = load(tree_of(PROJECT)).registry
DAY = date(2026, 2, 1)
SHOWN: dict[str, Callable[[], Table]] = {
    "due": lambda: dues_table(dues(REGISTRY, date(2023, 9, 1), Wanted())),
    "due-all": lambda: dues_table(dues(REGISTRY, DAY, Wanted(every=True))),
    "coverage-areas": lambda: areas_table(coverage(REGISTRY, as_decided(REGISTRY, "en", "soc-2023-08-22"))),
    "coverage-states": lambda: states_table(coverage(REGISTRY, on_day(REGISTRY, "en", DAY))),
}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", SHOWN)
def test_on_a_screen(name: str, width: int, golden: Callable[[str, str], None]) -> None:
    shown = table(SHOWN[name](), Look(width=width, screen=True))
    assert max(map(len, shown.splitlines())) <= width
    golden(f"{name}-{width}.txt", shown)


def test_in_a_pipe_what_is_due_fits_eighty_columns_too() -> None:
    shown = table(SHOWN["due"](), Look(width=80))
    assert max(map(len, shown.splitlines())) <= 80


def test_sentences_on_a_screen_are_wrapped() -> None:
    found = dues(REGISTRY, DAY, Wanted(kinds=("vacancy",)))
    assert lines(dues_sentences(found), summary(found), Look(width=80, screen=True)) == (
        "since 2023-08-22: open vacancy: SOC appoints a coordinator; until then\n"
        "    Kyrgyzstan or Türkiye may act, if the others there consent (3.8 Trade and\n"
        "    Investment) [Modalities 1.11, may, draft]\n"
        "since 2026-01-01: open vacancy: SOC appoints a coordinator; no co-coordinator is\n"
        "    there to act (2.3 ICTs) [Modalities 1.11, may, draft]\n"
        "On 2026-02-01: 2 open.\n"
    )
