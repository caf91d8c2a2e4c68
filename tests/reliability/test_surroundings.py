"""The long run of `tests/reliability/surroundings.py`, short."""

from pathlib import Path

from tests.gitting import with_register
from tests.reliability.surroundings import ACT, ASCII, PLAIN, ZONES, Setting, differing, printed, written


def test_R12_what_is_published_previewed_and_written_is_the_same_whatever_the_surroundings(tmp_path: Path) -> None:
    changed: list[Setting] = [{"PYTHONHASHSEED": "1", "TZ": ZONES[0]}, {"PYTHONHASHSEED": "2", **ASCII}]
    compared, found = differing(tmp_path, [{**PLAIN, **one} for one in changed], [("render", "list")])
    assert found == []
    assert compared == 2 * 3 + 2


def test_what_is_compared_says_something(tmp_path: Path) -> None:
    root = with_register(tmp_path / "register")
    assert "+   - {state: XCC, role: coordinator, term: 2026-2027" in printed(root, (*ACT, "--dry-run"), PLAIN)
    tree, subject, *rest = written(root, PLAIN).splitlines()
    assert len(tree) == 40
    assert subject.startswith("Appoint Corvania as coordinator")
    assert [line for line in rest if line.endswith(": ID")]
