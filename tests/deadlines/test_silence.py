"""A silence procedure ends."""

from tests.deadlines.asking import on
from tests.rules.overlays import meeting

KIND = "silence"


def decided(silence: str) -> dict[str, str | None]:
    return meeting("com-2024-05-01", f"number: 1, approves: ice-paper, silence: {{{silence}}}")


def test_it_is_open_up_to_its_last_day_and_then_met() -> None:
    files = decided("until: 2024-05-31")
    assert on("2024-04-30", KIND, files) == []
    assert on("2024-05-01", KIND, files) == ["com open by 2024-05-31"]
    assert on("2024-05-31", KIND, files) == ["com open by 2024-05-31"]
    assert on("2024-06-01", KIND, files) == ["com met by 2024-05-31: the silence on 2024-06-01"]


def test_once_it_is_broken_it_does_not_apply() -> None:
    files = decided("until: 2024-05-31, broken: 2024-05-20")
    assert on("2024-05-19", KIND, files) == ["com open by 2024-05-31"]
    broken = "com not-applicable by 2024-05-31: a member broke the silence on 2024-05-20"
    assert on("2024-05-20", KIND, files) == [broken]
    assert on("2024-06-01", KIND, files) == [broken]


def test_a_decision_without_silence_is_waited_for_by_nobody() -> None:
    assert on("2030-01-01", KIND) == []
