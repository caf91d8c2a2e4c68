"""Settings that set something."""

from tests.support import found

RULE = "known-rules"


def settings(*rules: str) -> dict[str, str | None]:
    head = "format: 1\norganisation: {name: Council, short: C}\nlanguages: [en]\nrules:\n"
    return {"registry.yaml": head + "".join(f"  {line}\n" for line in rules)}


def duties(*kinds: str) -> dict[str, str | None]:
    text = settings()["registry.yaml"] or ""
    return {"registry.yaml": text.replace("rules:", "duties:") + "".join(f"  {line}\n" for line in kinds)}


def test_sample_sets_what_exists() -> None:
    assert found(RULE) == []


def test_severities_and_thresholds() -> None:
    files = settings("one-coordinator: {maximum: 1}", "minimum-tenure: {years: 100, severity: note}", "one-role: {}")
    assert found(RULE, files) == []


def test_a_rule_that_does_not_exist() -> None:
    assert found(RULE, settings("one-cordinator: {severity: note}", "peace: {years: 0}")) == [
        "registry.yaml:5:3 error: no rule one-cordinator; did you mean one-coordinator?",
        "registry.yaml:6:3 error: no rule peace",
    ]


def test_a_threshold_that_the_rule_does_not_have() -> None:
    files = settings("minimum-tenure: {months: 24}", "one-role: {maximum: 1}")
    assert found(RULE, files) == [
        "registry.yaml:5:20 error: minimum-tenure has no threshold months; it has years",
        "registry.yaml:6:14 error: one-role has no threshold maximum; it has none",
    ]


def test_a_threshold_out_of_bounds_leaves_the_default() -> None:
    files = settings("one-coordinator: {maximum: 0}", "minimum-tenure: {years: 101}")
    assert found(RULE, files) == [
        "registry.yaml:5:30 error: maximum is 0; a threshold is a number from 1 to 100",
        "registry.yaml:6:27 error: years is 101; a threshold is a number from 1 to 100",
    ]
    files["coordinators/ice.yaml"] = """\
tenures:
  - {state: XAA, role: coordinator, term: 2024-2024, decision: com-2023-06-01/1}
  - {state: XBB, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
"""
    assert found("minimum-tenure", files) == [
        "coordinators/fish.yaml:2:5 note: the tenure of Borland is not stated",
        "coordinators/fish.yaml:3:5 note: the tenure of Corvania is not stated",
        "coordinators/fish.yaml:4:5 note: the tenure of Alderia is not stated",
        "coordinators/ice.yaml:2:43 error: the tenure of Alderia, 2024-01-01 to 2024-12-31, is shorter than 2 years",
    ]
    assert found("one-coordinator", files) == [
        "coordinators/ice.yaml:3:5 error: Ice has 2 coordinators at once (Alderia, Borland) 2024-01-01 to "
        "2024-12-31; at most 1",
    ]


def test_kinds_of_duty_and_their_thresholds() -> None:
    assert found(RULE, duties("concept-paper: {months: 100}", "report: {}")) == []


def test_a_kind_of_duty_that_does_not_exist() -> None:
    assert found(RULE, duties("concept-papers: {months: 3}", "one-coordinator: {maximum: 1}")) == [
        "registry.yaml:5:3 error: no kind of duty concept-papers; did you mean concept-paper?",
        "registry.yaml:6:3 error: no kind of duty one-coordinator",
    ]


def test_a_threshold_that_the_kind_of_duty_does_not_have() -> None:
    assert found(RULE, duties("concept-paper: {weeks: 12}", "report: {months: 1}")) == [
        "registry.yaml:5:19 error: concept-paper has no threshold weeks; it has months",
        "registry.yaml:6:12 error: report has no threshold months; it has none",
    ]


def test_a_threshold_of_a_duty_out_of_bounds() -> None:
    assert found(RULE, duties("consideration: {months: 0}")) == [
        "registry.yaml:5:27 error: months is 0; a threshold is a number from 1 to 100",
    ]
