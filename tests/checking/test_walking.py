"""Checking one state after another gives what checking each as a whole gives; what they share is read once."""

from collections.abc import Mapping
from hashlib import sha1

from benchmarks.generate import register
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cicareg.checking.walking import SharedReadings, Walk
from cicareg.reading import Reading
from tests.checking.edits import Files, change, sized
from tests.checking.memory import BESIDE, anew
from tests.support import sample

GENERATED = {f"registry/{path}": text.encode() for path, text in register(48)}
_SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)


def ids(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: sha1(raw, usedforsecurity=False).hexdigest() for path, raw in files.items()}


def follow(data: st.DataObject, start: Mapping[str, bytes], steps: int) -> None:
    files: Files = dict(start)
    walk = Walk()
    known: dict[tuple[str, str], Reading] = {}
    for _ in range(steps):
        blobs = ids(files)
        assert walk.check(SharedReadings(files, blobs, known), blobs, BESIDE) == anew(files)
        change(data, files, dict(start))


@settings(_SETTINGS, max_examples=sized(40))
@given(st.data())
def test_a_small_register(data: st.DataObject) -> None:
    follow(data, sample(), 6)


@settings(_SETTINGS, max_examples=sized(12))
@given(st.data())
def test_a_larger_register(data: st.DataObject) -> None:
    follow(data, GENERATED, 6)


def test_a_file_that_two_states_share_is_read_once() -> None:
    files = sample()
    known: dict[tuple[str, str], Reading] = {}
    first, second = (SharedReadings(files, ids(files), known) for _ in range(2))
    path = "registry/coordinators/ice.yaml"
    assert first[path] is second[path]
    assert first.get("registry/none.yaml") is None
    files[path] += b"# More.\n"
    assert SharedReadings(files, ids(files), known)[path] is not first[path]
