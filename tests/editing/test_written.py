"""A new file in the register's own style."""

from typing import Any

import pytest

from cicareg.editing import EditError, written
from cicareg.editing.second import agreed
from cicareg.yaml_text import compose
from tests.support import PROJECT, SAMPLE, tree_of

MODELINE = "# yaml-language-server: $schema=../../schemas/meeting.json"
LONG = "The members are asked to count their fish, in each lake and every year. " * 2 + "So be it."
MEETING: dict[str, Any] = {
    "organ": "com",
    "date": "2024-06-15",
    "place": {"en": "Lakeside", "fr": "Rive-du-Lac"},
    "decisions": [
        {"number": 1, "recommends": "ice-paper", "to": "asm", "that-it": "endorse"},
        {"number": 2, "considers-person": {"name": "Ada Ice", "nominated-by": "XAA"}, "text": "One.\nTwo.\n"},
        {"number": 3, "text": {"en": LONG}},
    ],
    "unofficial": ["fr"],
    "acting": [],
    "on": True,
}  # fmt: skip

EXPECTED = f"""\
{MODELINE}
organ: com
date: 2024-06-15
place: {{en: Lakeside, fr: Rive-du-Lac}}
decisions:
  - {{number: 1, recommends: ice-paper, to: asm, that-it: endorse}}
  - number: 2
    considers-person: {{name: Ada Ice, nominated-by: XAA}}
    text: |
      One.
      Two.
  - number: 3
    text:
      en: {LONG}
unofficial: [fr]
acting: []
on: true
"""


def test_written() -> None:
    assert written(MEETING, MODELINE) == EXPECTED
    assert agreed(EXPECTED)


@pytest.mark.parametrize(
    "data, heading, message",
    [
        ({}, "", "a file without a key says nothing: give it one"),
        ({"a": 1}, "a: 2", "the heading of a file is one line that begins with #"),
        ({"a": 1}, "# x\nb: 1", "the heading of a file is one line that begins with #"),
        ({"a": 1}, "# \u202e", "the text '# \\u202e' holds the invisible character U+202E (right-to-left override)"),
        ({"a": None}, "", "a record holds texts, whole numbers, true and false, but not nothing"),
    ],
)
def test_refused(data: dict[str, Any], heading: str, message: str) -> None:
    with pytest.raises(EditError) as caught:
        written(data, heading)
    assert str(caught.value) == message


RECORDS = [
    (path, raw.decode()) for root in (SAMPLE, PROJECT) for path, raw in tree_of(root).items() if path.endswith(".yaml")
]


@pytest.mark.parametrize("path, text", RECORDS, ids=[path for path, _ in RECORDS])
def test_every_record_is_written_anew(path: str, text: str) -> None:
    data = compose(text).data
    assert compose(written(data)).data == data
