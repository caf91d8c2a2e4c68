"""What a check remembers is what the next one needs: no less, and not more and more."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from cicareg import remembering
from cicareg.checking import again
from cicareg.checking.unit import Examiner
from cicareg.reading import Reading
from cicareg.remembering import Remembered
from tests.checking.memory import Memory, anew
from tests.conftest import Ran
from tests.storage.memories import memory
from tests.support import sample, write


@pytest.fixture(autouse=True, scope="module")
def _faults_of_ours_are_shown() -> Iterator[None]:
    """A fault in the program must not pass for a damaged memory, which is done without."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CICAREG_DEBUG", "1")
        yield


ICE = "registry/coordinators/ice.yaml"
LAKE = "dimension: nature\nnumber: 7\nname: {en: Lakes, fr: Lacs}\naliases: [Blue eyes]\n"
PAPER = "kind: report\norgan: com\ntitle: Another\n"


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small register be checked file by file however much of it a change touches."""
    monkeypatch.setattr(again, "_WHOLE_BEYOND", 0)


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what is examined from now on."""
    seen: list[str] = []
    inner = Examiner.examine

    def examine(self: Examiner, reading: Reading) -> object:
        seen.append(reading.path.removeprefix("registry/").removesuffix(".yaml"))
        return inner(self, reading)

    monkeypatch.setattr(Examiner, "examine", examine)
    return seen


def touched(examined: list[str], *changes: Mapping[str, str | None]) -> set[str]:
    """Check the sample register, then again after each change; give what the last one made to be examined."""
    held = Memory()
    files = sample()
    held.check(files)
    for change in changes:
        for name, text in change.items():
            files[f"registry/{name}"] = (text or "").encode()
            if text is None:
                del files[f"registry/{name}"]
        expected = anew(files)
        examined.clear()
        assert held.check(files) == expected
    return set(examined)


def test_nothing_changed_nothing_is_examined(examined: list[str]) -> None:
    assert touched(examined, {}) == set()


def test_only_what_asked_for_a_file_is_examined_with_it(examined: list[str]) -> None:
    assert touched(examined, {"documents/ice-paper.yaml": PAPER}) == {"documents/ice-paper", "meetings/com-2023-06-01"}


def test_whoever_asked_for_a_file_that_is_not_there_is_examined_when_it_comes(examined: list[str]) -> None:
    lost = sample()[ICE].decode().replace("com-2023-06-01/1", "com-2024-05-01/1")
    meeting = "organ: com\ndate: 2024-05-01\ndecisions:\n  - {number: 1, appoints: [ice]}\n"
    assert touched(examined, {"coordinators/ice.yaml": lost}, {"meetings/com-2024-05-01.yaml": meeting}) == {
        "meetings/com-2024-05-01",
        "coordinators/ice",
    }


def test_whoever_has_the_name_that_a_file_had_or_takes_is_examined(examined: list[str]) -> None:
    takes = LAKE.replace("Blue eyes", "Fisheries")
    assert touched(examined, {"areas/lake.yaml": LAKE}) == {"areas/lake"}
    assert touched(examined, {"areas/lake.yaml": takes}) == {"areas/lake", "areas/fish"}
    assert touched(examined, {"areas/lake.yaml": takes}, {"areas/lake.yaml": LAKE}) == {"areas/lake", "areas/fish"}
    assert touched(examined, {"areas/lake.yaml": takes}, {"areas/lake.yaml": None}) == {"areas/fish"}


def test_whoever_asked_what_rests_on_a_decision_is_examined(examined: list[str]) -> None:
    """The Assembly may not appoint: that is said of the meeting until a post, whichever, rests on the decision."""
    meeting = "organ: asm\ndate: 2024-05-02\ndecisions:\n  - {number: 1, appoints: [people]}\n"
    fish = sample()["registry/coordinators/fish.yaml"].decode()
    rests = f"{fish}  - {{state: XAA, role: co-coordinator, term: 2025-2026, decision: asm-2024-05-02/1}}\n"
    begun = {"meetings/asm-2024-05-02.yaml": meeting}
    assert "meetings/asm-2024-05-02" in touched(examined, begun, {"coordinators/fish.yaml": rests})
    assert "meetings/asm-2024-05-02" in touched(
        examined, begun, {"coordinators/fish.yaml": rests}, {"coordinators/fish.yaml": fish}
    )


@pytest.mark.parametrize("path", ["registry.yaml", "states.yaml", "law/charter.yaml"])
def test_what_everything_rests_on_makes_everything_examined(examined: list[str], path: str) -> None:
    text = sample()[f"registry/{path}"].decode()
    assert len(touched(examined, {path: f"# a word\n{text}"})) == len(sample())


def test_where_the_status_of_the_law_changes_everything_is_examined(examined: list[str]) -> None:
    adopted = "organ: asm\ndate: 2023-06-30\ndecisions:\n  - {number: 1, adopts: charter}\n"
    assert len(touched(examined, {"meetings/asm-2023-06-30.yaml": adopted})) == len(sample()) + 1


def test_where_a_meeting_cannot_be_read_everything_is_examined(examined: list[str]) -> None:
    broken = {"meetings/asm-2023-06-30.yaml": "organ: [\n"}
    assert len(touched(examined, broken)) == len(sample()) + 1
    assert touched(examined, broken, {"areas/lake.yaml": LAKE}) == {"areas/lake"}
    assert len(touched(examined, broken, {"meetings/asm-2023-06-30.yaml": None})) == len(sample())


@pytest.mark.parametrize("most, expected", [(6, 2), (7, 12), (13, 12)])
def test_where_too_much_is_touched_everything_is_examined(
    examined: list[str], monkeypatch: pytest.MonkeyPatch, most: int, expected: int
) -> None:
    """Of twelve files one is changed and one asked for it: a sixth is looked at file by file, more is not."""
    monkeypatch.setattr(again, "_WHOLE_BEYOND", most)
    assert len(touched(examined, {"documents/ice-paper.yaml": PAPER})) == expected


def test_marks_that_are_worn_are_made_anew(monkeypatch: pytest.MonkeyPatch, examined: list[str]) -> None:
    monkeypatch.setattr(remembering, "_WORN", 10)
    held = Memory()
    held.check(sample({"areas/lake.yaml": LAKE}))
    least, most, everything = len(Remembered(held.cache).marks), 0, 0
    for number in range(300):
        examined.clear()
        held.check(sample({"areas/lake.yaml": LAKE.replace("Blue eyes", f"Blue eyes {number}")}))
        most = max(most, len(Remembered(held.cache).marks))
        everything += len(examined) > 12
    assert most <= 2 * least + 10 + 5
    assert everything == 300 // (least + 11)


def test_a_unit_that_gets_the_number_of_another_is_found(examined: list[str]) -> None:
    first, second = LAKE.replace("Lakes", "Fisheries"), LAKE.replace("Lakes", "Safety on ice")
    assert touched(examined, {"areas/lake.yaml": first}, {"areas/lake.yaml": None, "areas/mere.yaml": second}) == {
        "areas/mere",
        "areas/fish",
        "areas/ice",
    }


def test_records_are_counted(examined: list[str]) -> None:
    held = Memory()
    counts: Iterable[Mapping[str, str | None]] = (
        {}, {"areas/lake.yaml": LAKE}, {"areas/lake.yaml": "- 1\n"}, {}, {"areas/people.yaml": None},
    )  # fmt: skip
    assert [held.check(sample(files)).records for files in counts] == [16, 17, 16, 16, 15]


def test_a_memory_that_cannot_be_written_costs_no_second_check(
    tmp_path: Path, cicareg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, examined: list[str]
) -> None:
    root = write(tmp_path / "register")

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr(remembering, "_remember_all", full)
    assert cicareg("-C", root, "validate").code == 0
    assert len(examined) == len(sample())
    assert not memory(root).exists()
