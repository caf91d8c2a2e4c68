"""By what a finding is known again: not by its line, and no two alike."""

import re
from collections import Counter

import pytest

from cicareg.finding import Covered, Place, Severity
from cicareg.formats.fingerprint import fingerprints, new_among, sense, steady
from cicareg.look import Look
from tests.formats.cases import FOUND, ICE, LOOK, REPORT, TWO_COORDINATORS, one
from tests.support import SAMPLE, report


def of(*messages: str, path: str = "a.yaml", look: Look = LOOK) -> tuple[str, ...]:
    return fingerprints([one(message, place=Place(path, 1, 1, 1, 2)) for message in messages], look)


def marks(files: dict[str, str]) -> dict[str, str]:
    """Give the fingerprints in ice.yaml of the sample register with files laid over it, by rule."""
    findings = report(files).findings
    both = zip(findings, fingerprints(findings, LOOK), strict=True)
    return {finding.rule: mark for finding, mark in both if finding.place.path.endswith(ICE)}


def test_a_fingerprint_is_fixed_for_all_time() -> None:
    assert of("wrong") == ("79baa509a5e6965ffdb76401890407b3",)


def test_all_differ() -> None:
    found = fingerprints(REPORT.findings, LOOK)
    assert len(set(found)) == len(REPORT.findings) == 9
    assert all(re.fullmatch(r"[0-9a-f]{32}", mark) for mark in found)


def test_lines_that_move_keep_it() -> None:
    moved = TWO_COORDINATORS.replace("departures:", "# two lines\n# more\ndepartures:")
    assert marks({ICE: moved}) == marks({ICE: TWO_COORDINATORS})
    assert sorted(marks({ICE: moved})) == ["minimum-tenure", "one-coordinator"]


def test_entries_elsewhere_keep_it() -> None:
    assert marks(FOUND) == marks({ICE: TWO_COORDINATORS})


def test_an_entry_added_before_in_the_same_file_keeps_it() -> None:
    first = "  - {state: XCC, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
    assert marks({ICE: TWO_COORDINATORS.replace("tenures:\n", "tenures:\n" + first)}) == marks({ICE: TWO_COORDINATORS})


def test_equal_findings_of_one_file_differ_by_their_number() -> None:
    assert len(set(of("wrong", "wrong", "wrong"))) == 3
    assert of("wrong", "other", "wrong")[::2] == of("wrong", "wrong")


def test_path_rule_and_message_count() -> None:
    assert of("wrong", path="b.yaml") != of("wrong")
    assert of("wrong.") != of("wrong")
    assert fingerprints([one(rule="file")], LOOK) != fingerprints([one()], LOOK)


def test_two_registers_of_one_repository_differ() -> None:
    assert of("wrong", look=LOOK._replace(prefix="other")) != of("wrong")


def test_parts_do_not_run_together() -> None:
    assert fingerprints([one("bc", rule="a")], LOOK) != fingerprints([one("c", rule="ab")], LOOK)


def test_weight_and_departure_of_a_breach_do_not_count() -> None:
    covered = Covered(Place("a.yaml", 1, 1, 1, 1), "listed x", "So it was.")
    found = {fingerprints([one(severity=s, departure=d)], LOOK) for s in Severity for d in (None, covered)}
    assert len(found) == 1


def test_a_line_that_a_message_names_does_not_count() -> None:
    duplicate = {ICE: "tenures: []\ntenures: []\n"}
    moved = {ICE: "# one line\n" + duplicate[ICE]}
    messages = [f.message for files in (duplicate, moved) for f in report(files).findings if f.rule == "file"]
    assert messages == ["key tenures given twice (first at line 1)", "key tenures given twice (first at line 2)"]
    assert marks(duplicate) == marks(moved)


def test_a_guess_that_a_new_record_changes_does_not_count() -> None:
    wrong = {"areas/new.yaml": "dimension: natur\nnumber: 9\nname: New\n"}
    closer = wrong | {"registry.yaml": (SAMPLE / "registry/registry.yaml").read_text().replace("nature", "natura")}
    before, after = (
        next(f.message for f in report(files).findings if f.place.path == "registry/areas/new.yaml")
        for files in (wrong, closer)
    )
    assert before == "no dimension natur on record; did you mean nature?"
    assert after == "no dimension natur on record; did you mean natura?"
    assert of(before) == of(after)


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("adds no day to that of line 12, of 2 years", "adds no day to that of line …, of 2 years"),
        ("no state XAC on record; did you mean XAA?", "no state XAC on record…"),
        ("the outline 3 of 2024-2025 (at most 1)", "the outline 3 of 2024-2025 (at most 1)"),
    ],
)
def test_what_passes_is_left_out_of_a_message_and_nothing_else(message: str, kept: str) -> None:
    assert steady(message) == kept


def test_a_finding_is_new_beyond_as_many_as_were_known_wherever_it_stands_and_on_whichever_days() -> None:
    known = Counter(map(sense, [one("both on 2024-01-01, see line 3"), one("gone")]))
    found = [one("both on 2025-06-30, see line 9"), one("both on 2025-06-30, see line 9"), one("another")]
    assert list(new_among(found, known)) == found[1:]
    covered = one("gone", departure=Covered(Place("a.yaml", 1, 1, 1, 2), "com-2023-06-01", "It is so."))
    assert list(new_among([covered, one("gone", severity=Severity.NOTE)], known)) == [
        covered,
        one("gone", severity=Severity.NOTE),
    ]
    assert known.total() == 2
