"""What organs may decide."""

from tests.rules.overlays import ice, meeting
from tests.support import found

RULE = "competent-organ"
PLAN = {"documents/plan.yaml": "kind: annual-plan\ntitle: Plan\n"}


def test_sample_keeps_to_it() -> None:
    assert found(RULE) == []


def test_what_the_committee_may() -> None:
    files = meeting(
        "com-2024-05-01",
        "number: 1, recommends: charter, to: asm, that-it: endorse",
        "number: 2, considers: charter",
        "number: 3, considers-person: {name: Ann Lee, office: clerk}",
        "number: 4, approves: plan",
        "number: 5, calls-on: members",
        "number: 6, appoints: [people]",
        "number: 7, text: Thanks were given.",
        "number: 8, reviews: {dimensions: [nature]}",
    )
    assert found(RULE, files | PLAN) == []


def test_what_the_committee_may_not() -> None:
    files = meeting(
        "com-2024-05-01",
        "number: 1, adopts: charter",
        "number: 2, endorses: charter",
        "number: 3, appoints-person: {name: Ann Lee, office: clerk}",
        "number: 4, approves: charter",
    )
    assert found(RULE, files) == [
        "meetings/com-2024-05-01.yaml:4:17 error: Committee may not adopt documents; that is for Assembly",
        "meetings/com-2024-05-01.yaml:5:17 error: Committee may not endorse documents; that is for Assembly",
        "meetings/com-2024-05-01.yaml:6:17 error: Committee may not appoint persons; that is for Assembly",
        "meetings/com-2024-05-01.yaml:7:17 error: Committee may not approve a document of the kind decision; "
        "no organ may",
    ]


def test_what_the_assembly_may_not() -> None:
    files = meeting(
        "asm-2024-07-01",
        "number: 1, approves: plan",
        "number: 2, calls-on: coordinators",
        "number: 3, appoints: [people]",
        "number: 4, reviews: {areas: [ice]}",
    )
    assert found(RULE, files | PLAN) == [
        "meetings/asm-2024-07-01.yaml:4:17 error: Assembly may not approve a document of the kind "
        "annual-plan; that is for Committee",
        "meetings/asm-2024-07-01.yaml:5:17 error: Assembly may not call on others; that is for Committee",
        "meetings/asm-2024-07-01.yaml:6:17 error: Assembly may not appoint coordinators; that is for Committee",
        "meetings/asm-2024-07-01.yaml:7:17 error: Assembly may not review the implementation; that is for Committee",
    ]


def test_an_organ_that_may_nothing() -> None:
    text = (
        "format: 1\norganisation: {name: Lakes, short: L}\nlanguages: [en]\n"
        "organs: {asm: {name: Assembly}, com: {name: Committee, short: Com, may: [consider]},"
        " sub: {name: Circle, may: [consider]}}\n"
    )
    files = meeting(
        "asm-2024-07-01",
        "number: 1, recommends: charter, to: com, that-it: adopt",
        "number: 2, considers: charter",
        "number: 3, considers-person: {name: Ann Lee, office: clerk}",
    )
    files |= {"registry.yaml": text, "meetings/asm-2023-07-01.yaml": None, "meetings/com-2023-06-01.yaml": None}
    assert found(RULE, files) == [
        "meetings/asm-2024-07-01.yaml:4:17 error: Assembly may not recommend documents; no organ may",
        "meetings/asm-2024-07-01.yaml:5:17 error: Assembly may not consider documents; that is for Com and Circle",
        "meetings/asm-2024-07-01.yaml:6:17 error: Assembly may not consider nominations; that is for Com and Circle",
    ]


def test_an_appointment_that_tenures_cite_is_judged_there() -> None:
    decided = meeting("asm-2024-07-01", "number: 1, appoints: [ice]")
    cites = ice("state: XAA, role: coordinator, term: 2025-2026, decision: asm-2024-07-01/1")
    assert found(RULE, decided | cites) == []
    assert found(RULE, decided) == [
        "meetings/asm-2024-07-01.yaml:4:17 error: Assembly may not appoint coordinators; that is for Committee",
    ]


def test_a_decision_that_tenures_cite_wrongly_is_judged_here() -> None:
    decided = meeting("com-2024-07-01", "number: 1, adopts: charter")
    cites = ice("state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-07-01/1")
    assert found(RULE, decided | cites) == [
        "meetings/com-2024-07-01.yaml:4:17 error: Committee may not adopt documents; that is for Assembly",
    ]


def test_concept_papers_have_a_rule_of_their_own() -> None:
    assert found(RULE, meeting("asm-2024-07-01", "number: 1, approves: ice-paper")) == []


def test_organs_and_documents_not_on_record_are_reported_elsewhere() -> None:
    assert found(RULE, meeting("xxx-2024-07-01", "number: 1, considers: charter")) == []
    assert found(RULE, meeting("asm-2024-07-01", "number: 1, approves: nothing")) == []
