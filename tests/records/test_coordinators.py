"""coordinators/*.yaml: tenures, departures and who acts."""

import pytest

from tests.records.cases import findings

FORMS = "2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("{}\n", [], id="nobody-yet"),
        pytest.param("tenures: []\n", [], id="empty-list-of-tenures"),
        pytest.param(
            "tenures: {state: XAA}\n", ["1:10 error: a list is wanted, not a mapping"], id="mapping-of-tenures"
        ),
        pytest.param("tenures:\n", ["1:9 error: a list is wanted, not nothing"], id="nothing"),
        pytest.param(
            "tenures: [XAA]\n", ["1:11 error: a mapping (key: value) is wanted, not XAA"], id="list-of-states"
        ),
        pytest.param("tenures:\n  -\n", ["2:4 error: a mapping (key: value) is wanted, not nothing"], id="empty-item"),
        pytest.param(
            "tenures:\n  - {state: XAA, listed: com-2023-06-01}\n",
            ["2:5 error: the key role is missing"],
            id="no-role",
        ),
        pytest.param(
            "tenures:\n  - {}\n",
            ["2:5 error: the key role is missing", "2:5 error: the key state is missing"],
            id="neither-state-nor-role",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: Coordinator, listed: com-2023-06-01}\n",
            ["2:24 error: Coordinator is not one of coordinator, co-coordinator; did you mean coordinator?"],
            id="role-in-capitals",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: cocoordinator, listed: com-2023-06-01}\n",
            ["2:24 error: cocoordinator is not one of coordinator, co-coordinator; did you mean co-coordinator?"],
            id="role-misspelt",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: chair, listed: com-2023-06-01}\n",
            ["2:24 error: chair is not one of coordinator, co-coordinator"],
            id="no-such-role",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: [coordinator]}\n",
            ["2:24 error: a list is not one of coordinator, co-coordinator"],
            id="list-of-roles",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, term: 2024}\n",
            ["2:43 error: a term is written like 2024-2025, not 2024"],
            id="term-is-a-year",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, term: 2 years}\n",
            [f"2:43 error: a term is written like {FORMS}, not '2 years'"],
            id="term-in-words",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, term: 2024-03/2026-02-28}\n",
            [f"2:43 error: a term is written like {FORMS}, not '2024-03/2026-02-28'"],
            id="term-of-mixed-precision",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, term: 2024-02-30/2026-02-27}\n",
            ["2:43 error: there is no such day as 2024-02-30"],
            id="term-from-30-february",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, term: 2024-9999}\n",
            ["2:43 error: the year 9999 in '2024-9999' is outside 1945-2200"],
            id="term-for-ever",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, term: [2024, 2025]}\n",
            ["2:43 error: a term is written like 2024-2025, not a list"],
            id="term-as-a-list",
        ),
        pytest.param(
            "tenures:\n  - state: XAA\n    role: coordinator\n    term:\n    listed: com-2023-06-01\n",
            ["4:5 error: the key term has no value: fill it in or take it away"],
            id="term-not-filled-in",
        ),
        pytest.param(
            "tenures:\n  - state: XAA\n    role: coordinator\n    listed: com-2023-06-01\n    ended:\n",
            ["5:5 error: the key ended has no value: fill it in or take it away"],
            id="end-not-filled-in",
        ),
        pytest.param(
            "tenures: []\nacting: [{state: XAA, from: ~}]\n",
            ["2:29 error: a day is written like 2024-03-15, not nothing"],
            id="day-not-filled-in",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, ended: 2024-01-01}\n",
            ["2:44 error: a mapping (key: value) is wanted, not 2024-01-01"],
            id="end-is-a-day",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, ended: {notified: 2024-1-1}}\n",
            ["2:44 error: the key on is missing", "2:55 error: a day is written like 2024-03-15, not '2024-1-1'"],
            id="end-without-day",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, ended: {of: 2024-01-01}}\n",
            ["2:44 error: the key on is missing", "2:45 error: unknown key of"],
            id="key-in-end-misspelt",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, source: letters, inferred: [rôle]}\n",
            ["2:65 error: rôle is not one of role, term; did you mean role?"],
            id="inferred-misspelt",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, role: coordinator, source: letters, inferred: role}\n",
            ["2:64 error: a list is wanted, not role"],
            id="inferred-is-no-list",
        ),
        pytest.param(
            "tenures:\n  - {state: XAA, rôle: coordinator, descision: x}\n",
            [
                "2:5 error: the key role is missing",
                "2:18 error: unknown key rôle; did you mean role?",
                "2:37 error: unknown key descision; did you mean decision?",
            ],
            id="keys-misspelt",
        ),
        pytest.param(
            "departures:\n  - {rule: One Coordinator, listed: com-2023-06-01, reason: x}\n",
            ["2:12 error: One Coordinator is not made of lower-case letters, digits and single hyphens"],
            id="rule-is-no-id",
        ),
        pytest.param(
            "departures:\n  - {rule: one-coordinator, listed: com-2023-06-01}\n",
            ["2:5 error: the key reason is missing"],
            id="departure-without-reason",
        ),
        pytest.param(
            "departures:\n  - {rule: one-coordinator, listed: com-2023-06-01, reason: ' '}\n",
            ["2:61 error: ' ' is not one line of text, without spaces at its ends"],
            id="departure-with-an-empty-reason",
        ),
        pytest.param(
            "acting:\n  - {state: XCC, from_: 2024-01-01}\n",
            ["2:5 error: the key from is missing", "2:18 error: unknown key from_; did you mean from?"],
            id="python-name-of-a-key",
        ),
        pytest.param("tenure: []\n", ["1:1 error: unknown key tenure; did you mean tenures?"], id="tenure"),
    ],
)
def test_coordinators(text: str, found: list[str]) -> None:
    assert findings({"coordinators/ice.yaml": text}) == [f"coordinators/ice.yaml:{line}" for line in found]
