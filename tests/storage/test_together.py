"""Many processes at once on one register while its files change: each says what was true at some moment."""

import os
from pathlib import Path

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


def ask(root: Path, words: tuple[str, ...], **environment: str) -> tuple[int, bytes, bytes]:
    return outcome(process(root, *words, **environment))


def test_each_of_many_at_once_says_what_was_true(tmp_path: Path) -> None:
    root = write(tmp_path / "register")
    true: dict[tuple[str, ...], set[tuple[int, bytes, bytes]]] = {words: set() for words in _ASKED}
    for state in _STATES:
        put(root, state)
        for words in _ASKED:
            true[words].add(ask(root, words, CICAREG_CACHE="/dev/null"))
    assert [len(said) for said in true.values()] == [3, 4]
    for round_ in range(4):
        started = []
        for number in range(6):
            words = _ASKED[number % 2]
            started.append((words, process(root, *words)))
            put(root, _STATES[(round_ + number) % 4])
            if (round_, number) == (2, 3) and os.path.lexists(memory(root)):
                memory(root).unlink()
        for words, running in started:
            assert outcome(running) in true[words]
        for words in _ASKED:  # when all is quiet again
            known = ask(root, words)
            assert ask(root, words) == known == ask(root, words, CICAREG_CACHE="/dev/null")
