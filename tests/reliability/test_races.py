"""The long run of `tests/reliability/races.py`, short."""

from pathlib import Path

from tests.reliability.races import raced, wrong


def test_K15_six_processes_in_one_clone_record_each_act_once_while_other_files_are_committed(tmp_path: Path) -> None:
    counts = raced(tmp_path, processes=6, acts=1)
    assert wrong(counts) == {}
    assert counts["acts"] == 6
    assert counts["others"] > 0
