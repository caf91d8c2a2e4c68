import pytest

from cicareg.questions.services import services
from cicareg.records.coordinators import Coordinators
from cicareg.terms import Role
from tests.rules.overlays import holders, meeting
from tests.support import loaded

JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]")


def tenure(term: str, state: str = "XAA", role: str = "coordinator", more: str = "") -> str:
    span = f"term: {term}, " if term else ""
    return f"state: {state}, role: {role}, {span}source: letters 3{more}"


def found(*tenures: str, role: Role = "coordinator") -> list[list[int]]:
    """Give the tenures of each service by their places in the file."""
    registry = loaded(holders("ice", *tenures) | JUNE).registry
    return [[h.index for h in service] for service in services(registry, registry.get(Coordinators, "ice"), role)]


@pytest.mark.parametrize(
    ("first", "second", "services_"),
    [
        ("2020-2021", "2022-2023", [[0, 1]]),
        ("2020-2021", "2022-01-01/2023-12-31", [[0, 1]]),
        ("2020-2021", "2022-01-02/2023-12-31", [[0], [1]]),
        ("2020-2021", "2023-2024", [[0], [1]]),
        ("2020-2021", "2021-2022", [[0, 1]]),
        ("2020-01-01/2020-02-28", "2020-02-29/2020-12-31", [[0, 1]]),
        ("2020-01-01/2020-02-28", "2020-03-01/2020-12-31", [[0], [1]]),
    ],
)
def test_tenures_that_adjoin_are_one_service(first: str, second: str, services_: list[list[int]]) -> None:
    assert found(tenure(first), tenure(second)) == services_


def test_the_order_in_the_file_does_not_matter() -> None:
    assert found(tenure("2022-2023"), tenure("2020-2021")) == [[1, 0]]


def test_another_state_or_role_is_another_service() -> None:
    both = (tenure("2020-2021"), tenure("2022-2023", state="XBB"), tenure("2022-2023", role="co-coordinator"))
    assert found(*both) == [[0], [1]]
    assert found(*both, role="co-coordinator") == [[2]]


def test_an_early_end_breaks_a_service() -> None:
    ended = ", ended: {on: 2021-06-30, notified: 2021-06-01}"
    assert found(tenure("2020-2021", more=ended), tenure("2022-2023")) == [[0], [1]]
    assert found(tenure("2020-2021", more=ended), tenure("2021-07/2023-06")) == [[0, 1]]


def test_an_undated_tenure_goes_on_with_the_decision_that_names_the_state_anew() -> None:
    listed = "state: XAA, role: coordinator, listed: com-2023-06-01"
    assert found(listed, "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1") == [[0, 1]]


def test_what_never_runs_is_in_no_service() -> None:
    assert found(tenure("2021-2020")) == []


def test_nobody_on_record_is_no_service() -> None:
    assert services(loaded().registry, None, "coordinator") == ()
