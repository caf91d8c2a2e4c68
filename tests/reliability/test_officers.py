"""The long run of `tests/reliability/officers.py`, short."""

from pathlib import Path

from tests.reliability.officers import WRONG, tried


def test_K11_K14_officers_who_share_at_the_same_time_lose_nothing_and_no_commit_breaks_a_rule(tmp_path: Path) -> None:
    figures = tried(tmp_path, officers=3, acts=2, kills=0.2, seed=3)
    assert {name: figures[name] for name in WRONG} == dict.fromkeys(WRONG, 0)
    assert figures["recorded"] == 6
    assert figures["landed"] >= 4
