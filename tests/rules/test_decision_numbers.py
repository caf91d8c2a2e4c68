"""Numbers that rise and keys that differ."""

from tests.rules.overlays import Files, meeting
from tests.support import found

RULE = "decision-numbers"


def com(*decisions: str) -> Files:
    return meeting("com-2024-05-01", *(f"{d}, considers: charter" for d in decisions))


def test_sample_counts_well() -> None:
    assert found(RULE) == []


def test_numbers_with_keys_between() -> None:
    assert found(RULE, com("number: 1", "key: agenda", "number: 2", "key: thanks")) == []


def test_no_decisions() -> None:
    assert found(RULE, com()) == []


def test_the_same_number_twice() -> None:
    assert found(RULE, com("number: 1", "number: 1")) == [
        "meetings/com-2024-05-01.yaml:5:14 error: number 1 stands after number 1: numbers rise",
    ]


def test_a_falling_number_does_not_start_a_new_count() -> None:
    assert found(RULE, com("number: 1", "number: 3", "number: 2", "number: 4")) == [
        "meetings/com-2024-05-01.yaml:6:14 error: number 2 stands after number 3: numbers rise",
    ]


def test_one_missing_is_noted() -> None:
    assert found(RULE, com("number: 1", "number: 3")) == [
        "meetings/com-2024-05-01.yaml:5:14 note: decision 2 is not on record",
    ]


def test_the_first_ones_missing_are_noted() -> None:
    assert found(RULE, com("number: 4", "number: 5")) == [
        "meetings/com-2024-05-01.yaml:4:14 note: decisions 1 to 3 are not on record",
    ]


def test_the_same_key_twice() -> None:
    assert found(RULE, com("key: agenda", "key: agenda")) == [
        "meetings/com-2024-05-01.yaml:5:11 error: com-2024-05-01/agenda already names another decision",
    ]


def test_a_key_that_looks_like_a_number_of_the_meeting() -> None:
    assert found(RULE, com('key: "1"', "number: 1", 'key: "2"')) == [
        "meetings/com-2024-05-01.yaml:4:11 error: com-2024-05-01/1 already names another decision",
    ]
