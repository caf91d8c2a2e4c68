"""Checking again what a change touches gives what checking everything gives: findings, order and counts."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import pytest
from benchmarks.generate import register
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cicareg.checking import again
from cicareg.checking.again import Known, Readings
from cicareg.finding import Finding
from cicareg.records.area import Area
from tests.checking.edits import Files, change, sized
from tests.checking.memory import Memory, anew
from tests.support import kind_of, sample


@pytest.fixture(autouse=True, scope="module")
def _faults_of_ours_are_shown() -> Iterator[None]:
    """A fault in the program must not pass for a damaged memory, which is done without."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CICAREG_DEBUG", "1")
        yield


GENERATED = {f"registry/{path}": text.encode() for path, text in register(48)}
_SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)


def follow(data: st.DataObject, start: Mapping[str, bytes], steps: int) -> None:
    """Change files step by step; after each, both ways of checking agree."""
    files: Files = dict(start)
    memory = Memory()
    assert memory.check(files) == anew(files)
    for _ in range(steps):
        change(data, files, dict(start))
        assert memory.check(files) == anew(files)


@settings(_SETTINGS, max_examples=sized(80))
@given(st.data())
def test_a_small_register_however_changed_is_checked_again_as_a_whole_one(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            again, "_WHOLE_BEYOND", 0
        )  # of so few files a change touches most: look at those only, all the same
        follow(data, sample(), 6)


@settings(_SETTINGS, max_examples=sized(12))
@given(st.data())
def test_a_larger_register_however_changed_is_checked_again_as_a_whole_one(data: st.DataObject) -> None:
    follow(data, GENERATED, 5)


class Before:
    """What is remembered of the sample register: that it may be anywhere, and what the ice stated."""

    context = ""
    records = 0

    def known(self, path: str) -> Known | None:
        return Known(frozenset({"name=old ice"}), 1) if path.endswith("areas/ice.yaml") else None

    def marked(self, marks: Iterable[str]) -> set[str]:
        return set(sample()) if [*marks] else set()

    def unread(self) -> Collection[str]:
        return ()

    def findings(self) -> Iterable[tuple[str, tuple[Finding, ...]]]:
        return ()


ICE = "registry/areas/ice.yaml"


def test_a_change_touches_who_asked_for_the_record_for_all_or_for_what_it_states_or_stated() -> None:
    ice = {"area?name=ice", "area?name=safety on ice", "area?name=frozen water", "area?number=nature 1"}
    touched = set(again._touched(Readings(sample()), [ICE], Before()))
    assert touched >= {"area/ice", "area*", "area?name=old ice", *ice}
    assert set(again._touched(Readings({}), [ICE], Before())) == {"area/ice", "area*", "area?name=old ice"}
    assert set(again._touched(Readings({}), ["registry/notes.yaml"], Before())) == set()


@pytest.mark.parametrize("changed", [[], [ICE], [ICE, "registry/areas/gone.yaml"], sorted(sample())])
def test_a_file_that_states_something_is_found_once(changed: list[str]) -> None:
    catalogue = again._Catalogue(Readings(sample()), changed, Before())
    assert list(catalogue.stating(kind_of(Area), "name=ice")) == [ICE]
    assert list(catalogue.stating(kind_of(Area), "name=old ice")) == []
