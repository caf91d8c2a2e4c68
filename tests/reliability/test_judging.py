"""The second judge sees what it is there to see."""

from datetime import date
from pathlib import Path

import pytest

from tests.gitting import git, with_register
from tests.reliability.judging import crowded, days, unshared

ONE = "tenures:\n  - {state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1}\n"
CO = "  - {state: XBB, role: co-coordinator, term: 2026-2027, decision: com-2025-06-03/1}\n"
NEXT = "  - {state: XCC, role: coordinator, term: 2028-01/2028-12, decision: com-2025-06-03/1}\n"
SECOND = "  - {state: XDD, role: coordinator, term: 2027-12-31/2028-02-01, decision: com-2025-06-03/1}\n"


def test_an_act_that_is_not_there_or_twice_is_named(tmp_path: Path) -> None:
    top = with_register(tmp_path)
    for operation in ("0a", "0b", "0b"):
        git(top, "commit", "--quiet", "--allow-empty", "--message", f"Act\n\nOperation: {operation}")
    assert unshared(top, ["0a"]) == []
    assert unshared(top, ["0a", "0b", "0c"]) == ["0b", "0c"]


def test_two_coordinators_on_one_day_are_seen_in_the_commit_that_has_them_and_in_no_other(tmp_path: Path) -> None:
    top = with_register(tmp_path, {"coordinators/ice.yaml": ONE + CO + NEXT})
    assert crowded(top) == []
    (top / "registry/coordinators/ice.yaml").write_text(ONE + CO + NEXT + SECOND, encoding="utf-8")
    git(top, "commit", "--quiet", "--all", "--message", "Two")
    two = git(top, "rev-parse", "HEAD").strip()
    (top / "registry/coordinators/ice.yaml").write_text(ONE, encoding="utf-8")
    git(top, "commit", "--quiet", "--all", "--message", "One")
    assert crowded(top) == [f"{two} ice 2027-12-31"]


@pytest.mark.parametrize(
    "tenure,span",
    [
        ({"term": "2026-2027"}, (date(2026, 1, 1), date(2027, 12, 31))),
        ({"term": "2026-02/2028-02"}, (date(2026, 2, 1), date(2028, 2, 29))),
        ({"term": "2026-02-03/2027-02-02"}, (date(2026, 2, 3), date(2027, 2, 2))),
        ({"term": "2026-2027", "ended": {"on": "2026-06-30"}}, (date(2026, 1, 1), date(2026, 6, 30))),
        ({"listed": "com-2023-06-01"}, None),
    ],
)
def test_the_days_of_a_tenure(tenure: dict[str, object], span: tuple[date, date] | None) -> None:
    assert days(tenure) == span
