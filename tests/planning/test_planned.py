"""An act as planned: what it writes, and what is only supposed."""

from typing import Any

import pytest

from cicareg.changes.requests import acts
from cicareg.checking.again import Readings
from cicareg.checking.held import Held
from cicareg.errors import CicaregError, Exit
from cicareg.planning import broken, plan
from cicareg.registry import Registry
from tests.acts import planned
from tests.deadlines.laws import MODALITIES
from tests.rules.overlays import holders
from tests.support import sample

ASKED = {"area": "ice", "term": "2026-2027", "decision": "com-2025-06-03/1", "coordinators": ("XCC",)}


def test_the_request_is_made_with_the_register_that_is_planned_on() -> None:
    source, act = Held(Readings(sample())), acts()["appoint"]
    seen: list[Registry] = []

    def make(registry: Registry) -> Any:
        seen.append(registry)
        return act.request(**ASKED)

    done = plan(source, act, make)
    assert seen == [source.known]
    assert done.request == act.request(**ASKED)


def test_nothing_is_judged_where_nothing_changes() -> None:
    done = planned("appoint", area="ice", term="2024-2025", decision="com-2023-06-01/1", coordinators=("XAA",))
    assert (done.files, done.preview.verdicts, done.preview.files) == ({}, (), ())
    assert done.preview.subject == "Appoint Alderia as coordinator of Ice for 2024-2025"


def test_the_lines_that_differ_are_shown_of_each_file() -> None:
    shown = planned("appoint", **ASKED).preview.files
    assert [(file.path, file.new, file.lines) for file in shown] == [
        ("registry/coordinators/ice.yaml", False,
         ("+   - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1}",)),
        ("registry/meetings/com-2025-06-03.yaml", True,
         ("+ organ: com", "+ date: 2025-06-03", "+ decisions:",
          "+   - {number: 1, appoints: [ice], amends-list: true}")),
    ]  # fmt: skip


def test_a_post_is_named_by_number_and_name() -> None:
    (post,) = planned("appoint", **ASKED).preview.posts
    assert post.label == "1.1 Ice"
    (whole,) = planned("appoint", **{**ASKED, "area": "people"}).preview.posts
    assert whole.label == "2 People dimension"


def test_what_is_supposed_is_never_written() -> None:
    done = planned("propose", area="ice", coordinators=("XCC",), term="2025-2026", notified="2025-03-01")
    assert list(done.files) == ["registry/coordinators/ice.yaml"]
    assert b"tenures" in done.files["registry/coordinators/ice.yaml"]
    assert b"-99" not in done.files["registry/coordinators/ice.yaml"]
    assert [v.judged for v in done.preview.supposed if v.rule == "one-coordinator"] == ["breach"]
    assert not done.preview.breaches


def test_a_file_that_cannot_be_edited_is_refused_with_the_way_by_hand() -> None:
    with pytest.raises(CicaregError) as raised:
        planned("correct", record="ice", fact="tenures", value=None, why="M.", source="L.")
    assert raised.value.code == Exit.REFUSED
    assert raised.value.hint == "change it by hand, and check it: cicareg validate"


def test_what_a_hook_makes_of_the_files_is_judged_by_the_same_rules() -> None:
    source = Held(Readings(sample(holders("fish", "state: XZZ, role: coordinator, listed: com-2023-06-01"))))
    short = b"tenures:\n  - {state: XAA, role: coordinator, term: 2024-2024, decision: com-2023-06-01/1}\n"
    assert broken(source, {}) == ()
    assert broken(source, {"registry/coordinators/ice.yaml": short}) == (
        "registry/coordinators/ice.yaml:2:43: minimum-tenure: "
        "the tenure of Alderia, 2024-01-01 to 2024-12-31, is shorter than 2 years",
    )


def test_what_falls_due_because_of_an_act_is_told_in_the_order_of_its_days() -> None:
    due = planned("appoint", MODALITIES, **{**ASKED, "notified": "2025-01-01"}).preview.due
    assert [when for when, _ in due] == ["2025-09-03", "2027-12-31", "after 2027-12-31"]


def test_what_an_extension_meets_stands_first() -> None:
    asked = {"area": "ice", "state": "XAA", "term": "2026-2027", "decision": "com-2025-06-03/1"}
    due = planned("extend", MODALITIES, **asked, notified="2025-01-01").preview.due
    assert [when for when, _ in due] == ["is met", "2027-12-31", "after 2027-12-31"]
    cited = "[Modalities 1.12, must, draft]"
    assert due[0][1] == f"Alderia asks for an extension, if it wants to go on as coordinator {cited}"


def test_a_paper_that_came_in_meets_what_it_was_due_for() -> None:
    report = {"document": "ice-report", "kind": "report", "title": ("Ice",), "by": ("XAA",), "on": "2026-02-01"}
    (met,) = planned("submit", MODALITIES, **report, areas=("ice",)).preview.due
    assert met == ("is met", "Alderia reports to all Member States on its service [Modalities 1.3, shall, draft]")
