"""The second reader agrees with the first on all that is sound, and on nothing else."""

import subprocess
import sys

import pytest

from cicareg.editing.second import agreed
from tests.support import PROJECT, SAMPLE, tree_of

RECORDS = [
    (path, raw.decode()) for root in (SAMPLE, PROJECT) for path, raw in tree_of(root).items() if path.endswith(".yaml")
]


@pytest.mark.parametrize("path, text", RECORDS, ids=[path for path, _ in RECORDS])
def test_agreed_on_every_record(path: str, text: str) -> None:
    assert agreed(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "a: [\n", "a: 1\na: 2\n", "a: {b: 1, b: 1}\n", "a: &b c\n", "- a\n", "a: 010\n",
        "a: [b,\n  c]\n", "1: a\n", "a: !x b\n",
    ],
    ids=repr,
)  # fmt: skip
def test_not_agreed_on_what_is_faulty(text: str) -> None:
    assert not agreed(text)


@pytest.mark.parametrize(
    "text", ['a: {"b":[c]}\n', "a: {b: 'x', c: }\n", "a: |+\n  x\n\n", "a: ~\nb: no\nc: 2024-02-30\n"]
)
def test_agreed_on_what_is_odd(text: str) -> None:
    assert agreed(text)


def test_not_agreed_where_the_two_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cicareg.editing.second._data", lambda _node: {"a": True})
    assert agreed("a: true\n")
    assert not agreed("a: 1\n")
    assert not agreed("a: 'true'\n")


def test_the_second_reader_is_imported_when_it_reads() -> None:
    code = "import sys, cicareg.editing, cicareg.editing.second; sys.exit('ruamel.yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
