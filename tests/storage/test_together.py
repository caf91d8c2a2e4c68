"""Many processes at once on one register while its files change: each says what was true at some moment."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.storage.memories import memory, outcome, process
from tests.support import sample, write

_STATES = ("XAA", "XBB", "XDD", "XZZ")
_ASKED = (("validate", "--notes"), ("list",))


def put(root: Path, state: str) -> None:
    """Make another state coordinator: the file is replaced whole."""
    target = root / "registry/coordinators/ice.yaml"
    new = target.with_name(".ice")
    new.write_bytes(sample()["registry/coordinators/ice.yaml"].replace(b"XAA", state.encode()))
    new.replace(target)


def test_each_of_many_at_once_says_what_was_true(
    tmp_path: Path, cicareg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "register")

    def ask(words: tuple[str, ...]) -> Ran:
        with monkeypatch.context() as patch:
            patch.setenv("CICAREG_CACHE", "/dev/null")
            return cicareg("-C", root, *words)

    true: dict[tuple[str, ...], set[Ran]] = {words: set() for words in _ASKED}
    for state in _STATES:
        put(root, state)
        for words in _ASKED:
            true[words].add(ask(words))
    assert [len(said) for said in true.values()] == [3, 4]
    for round_ in range(2):
        started = []
        for number in range(6):
            words = _ASKED[number % 2]
            started.append((words, process(root, *words)))
            put(root, _STATES[(round_ + number) % 4])
            if (round_, number) == (1, 3):
                memory(root).unlink()
        for words, running in started:
            code, out, err = outcome(running)
            assert Ran(code, out.decode(), err.decode()) in true[words]
        for words in _ASKED:  # when all is quiet again
            assert cicareg("-C", root, *words) == cicareg("-C", root, *words) == ask(words)
