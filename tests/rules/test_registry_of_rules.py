"""What holds for all rules: how they are named, tested, set, cited, and what they must survive."""

import inspect
from datetime import date
from pathlib import Path

import pytest

from cicareg.finding import Finding, Severity
from cicareg.rules.engine import all_rules
from cicareg.terms import day_before
from tests.rules.overlays import LAST, Files, holders, ice, meeting
from tests.support import PROJECT, SAMPLE, check, load, report, sample, tree_of

RULES = all_rules()
SHORT = ice(f"state: XAA, role: coordinator, term: 2024-2024, {LAST}")


def settings(old: str, new: str) -> Files:
    """Change a line of the sample's registry.yaml."""
    text = sample()["registry/registry.yaml"].decode()
    assert old in text
    return {"registry.yaml": text.replace(old, new)}


def weighing(files: Files, rule: str) -> list[Finding]:
    """Give what a rule finds but for its own notes."""
    return [f for f in report(files).findings if f.rule == rule and "not stated" not in f.message]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_a_file_and_has_one_of_tests(name: str) -> None:
    source = Path(inspect.getfile(RULES[name].check))
    function = name.replace("-", "_")
    assert source.name == f"{function}.py"
    assert source.parent.name in {"tenures", "decisions", "documents", "events", "register"}
    assert (Path(__file__).parent / f"test_{function}.py").is_file()


@pytest.mark.parametrize("name", RULES)
def test_a_rules_file_says_first_what_it_rests_on(name: str) -> None:
    module = inspect.getmodule(RULES[name].check)
    law, _, demand = (RULES[name].rests_on or "").partition("/")
    start = f"{law.capitalize()} {demand.partition('/')[0]}: " if law else "Good order: "
    assert (module.__doc__ or "").startswith(start) if module else False


@pytest.mark.parametrize("root", [SAMPLE, PROJECT], ids=["sample", "cica"])
def test_nothing_but_notes(root: Path) -> None:
    findings = check(load(tree_of(root))).findings
    assert [f"{f.place} {f.rule}: {f.message}" for f in findings if f.severity is not Severity.NOTE] == []


def test_a_severity_that_is_set() -> None:
    (before,) = weighing(SHORT, "minimum-tenure")
    (after,) = weighing(SHORT | settings("{severity: error, years", "{severity: warning, years"), "minimum-tenure")
    assert (before.severity, after.severity) == (Severity.ERROR, Severity.WARNING)


def test_a_severity_that_is_not_set_is_the_default() -> None:
    (finding,) = weighing(SHORT | settings("{severity: error, years", "{years"), "minimum-tenure")
    assert finding.severity is Severity.ERROR


def test_a_threshold_that_is_set() -> None:
    assert weighing(SHORT | settings("years: 2", "years: 1"), "minimum-tenure") == []
    (finding,) = weighing(SHORT | settings("years: 2", "years: 4"), "minimum-tenure")
    assert finding.message.endswith("is shorter than 4 years")


def test_a_threshold_that_is_not_set_is_the_default() -> None:
    (finding,) = weighing(SHORT | settings(", years: 2", ""), "minimum-tenure")
    assert finding.message.endswith("is shorter than 2 years")


def test_what_a_rule_rests_on_is_cited() -> None:
    (finding,) = weighing(SHORT, "minimum-tenure")
    assert [str(cited) for cited in finding.cites] == ["Charter 3, recommended, in force from 2023-07-01"]


def test_what_a_rule_rests_on_is_data() -> None:
    (finding,) = weighing(SHORT | settings("charter/3/two-years", "charter/6/friendship"), "minimum-tenure")
    assert [str(cited) for cited in finding.cites] == ["Charter 6, should, in force from 2023-07-01"]


def test_what_a_rule_rests_on_by_default() -> None:
    law = sample()["registry/law/charter.yaml"].decode().replace("document: charter", "document: modalities")
    paper = "kind: decision\norgan: asm\ntitle: Modalities\n"
    files = SHORT | settings(", rests-on: charter/3/two-years", "")
    files |= {"law/modalities.yaml": law.replace('"3":', '"1.10":'), "documents/modalities.yaml": paper}
    (finding,) = weighing(files, "minimum-tenure")
    assert [str(cited) for cited in finding.cites] == ["Modalities 1.10, recommended, draft"]


def test_a_text_older_than_its_adoption_is_a_draft() -> None:
    text = sample()["registry/law/charter.yaml"].decode().replace("text-of: 2023-07-01", "text-of: 2023-06-30")
    (finding,) = weighing(SHORT | {"law/charter.yaml": text}, "minimum-tenure")
    assert [str(cited) for cited in finding.cites] == ["Charter 3, recommended, draft"]


def test_without_the_law_a_rule_rests_on_good_order() -> None:
    (finding,) = weighing(SHORT | {"law/charter.yaml": None}, "minimum-tenure")
    assert finding.cites == ()


def test_notes_stay_notes_whatever_is_set() -> None:
    findings = report(settings("severity: error, years", "severity: warning, years")).findings
    assert {f.severity for f in findings if f.rule == "minimum-tenure"} == {Severity.NOTE}


def test_findings_are_in_order_and_the_same_twice() -> None:
    files = SHORT | holders("people", *["state: XEE, role: coordinator, listed: asm-2023-07-01"] * 2)
    first, second = report(files).findings, report(files).findings
    assert first == second == tuple(sorted(first, key=lambda f: f.order))


@pytest.mark.parametrize(
    ("rule", "tenure", "until"),
    [
        ("appointing-decision", "term: 2024-2025, decision: com-2023-06-01/2", "2025-12-31"),
        ("decided-before-start", "term: 2023-2024, decision: com-2023-06-01/1", "2023-05-31"),
        ("extension-request", "term: 2023-2024, notified: 2023-01-01, decision: com-2023-06-01/1", "2024-12-31"),
        ("minimum-tenure", "term: 2024-2024, decision: com-2023-06-01/1", "2024-12-31"),
        ("notified-before-approval", "term: 2024-2025, notified: 2023-06-02, listed: com-2023-06-01", "2025-12-31"),
        (
            "termination-notice",
            "term: 2024-2025, decision: com-2023-06-01/1, ended: {on: 2024-06-01, notified: 2024-06-02}",
            "2024-06-01",
        ),
    ],
)
def test_a_breach_tells_what_a_departure_must_share(rule: str, tenure: str, until: str) -> None:
    """Whatever another body's law makes soft can be departed from, on the days of the breach."""
    text = sample()["registry/registry.yaml"].decode().splitlines()
    soft = [line for line in text if not line.startswith(f"  {rule}:")] + [
        f"  {rule}: {{rests-on: charter/6/friendship}}"
    ]
    files: Files = {"registry.yaml": "\n".join(soft) + "\n"}
    basis = next(part for part in tenure.split(", ") if part.startswith(("decision", "listed")))
    first = "state: XAA, role: coordinator, term: 2021-2022, source: letters"
    one_day = rule == "termination-notice"
    earlier = f", until: {day_before(date.fromisoformat(until))}"
    for day, severities in ((f", until: {until}", "n"), (earlier, "-" if one_day else "n-"), ("", "n")):
        departure = f"rule: {rule}, {basis}, reason: So decided.{day}"
        files |= ice(first, f"state: XAA, role: coordinator, {tenure}", departures=(departure,))
        assert "".join("n" if f.departure else "-" for f in weighing(files, rule)) == severities


def test_a_breach_of_unknown_days_outlasts_a_departure_with_an_end() -> None:
    files = settings(
        "appointing-decision: {rests-on: charter/1/organ}", "appointing-decision: {rests-on: charter/6/friendship}"
    )
    for until, covered in ((", until: 2199-12-31", 0), ("", 1)):
        departure = f"rule: appointing-decision, decision: com-2023-06-01/2, reason: So decided.{until}"
        files |= ice("state: XAA, role: coordinator, decision: com-2023-06-01/2", departures=(departure,))
        found = report(files)
        assert found.departures == covered
        assert not [f for f in found.findings if f.rule == "departure-matches"]


def test_a_covered_finding_names_its_departure() -> None:
    departures = (
        f"rule: minimum-tenure, {LAST}, reason: Too late., until: 2024-06-30",
        f"rule: minimum-tenure, {LAST}, reason: So decided.",
    )
    files = ice(f"state: XAA, role: coordinator, term: 2024-2024, {LAST}", departures=departures)
    (finding,) = weighing(files, "minimum-tenure")
    covered = finding.departure
    assert covered is not None
    assert (covered.place.line, covered.place.column) == (5, 5)
    assert (covered.basis, covered.reason) == ("decision com-2023-06-01/1", "So decided.")


NOWHERE = (
    "state: XZZ, role: coordinator, decision: com-1999-01-01/1, replaces: [XYY], notified: 2024-01-01",
    "state: XZZ, role: coordinator, term: 2024-2025, decision: com-2023-06-01/99, notified: 2024-01-01",
    "state: XAA, role: co-coordinator, term: 2025-2024, listed: nowhere-1999-01-01, ended: {on: 2020-01-01}",
    "state: XAA, role: coordinator, source: nothing p. 1, ended: {on: 2020-01-01, notified: 2020-01-02}",
    "state: XBB, role: co-coordinator, decision: nonsense, inferred: [term]",
    "state: XCC, role: co-coordinator",
)


@pytest.mark.parametrize("area", ["ice", "people", "nowhere"])
def test_broken_references_trip_no_rule(area: str) -> None:
    files = holders(
        area,
        *NOWHERE,
        departures=("rule: nothing, decision: nowhere/1, reason: None.", "rule: one-coordinator, reason: None."),
        acting=("state: XZZ, from: 2024-06-01, consented: [XYY, XZZ]", "state: XBB, from: 2024-06-01"),
    )
    files |= meeting(
        "xxx-2024-05-01",
        "number: 7, appoints: [nowhere, ice]",
        "number: 7, approves: nothing",
        "key: a, recommends: nothing, to: nobody",
    )
    findings = report(files).findings
    assert {f.rule for f in findings} >= {"reference", "one-basis", "term-order", "acting-coordinator"}


@pytest.mark.parametrize("path", sorted(tree_of(SAMPLE)))
@pytest.mark.parametrize("text", [None, "", "?: [", "a: b\n"], ids=["gone", "empty", "torn", "strange"])
def test_a_file_that_cannot_be_read_trips_no_rule(path: str, text: str | None) -> None:
    findings = report({path.removeprefix("registry/"): text}).findings
    assert text is None or any(f.place.path == path for f in findings)
