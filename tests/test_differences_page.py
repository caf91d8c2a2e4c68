"""The page about differences names every key and kind that there is."""

import json
import re
from typing import get_args

from cicareg.differences.difference import HOLDER_KINDS, HolderKind, Kind
from tests.support import PROJECT

PAGE = (PROJECT / "docs" / "differences.md").read_text(encoding="utf-8")
NAMED = {part for code in re.findall(r"`([^`]+)`", PAGE) for part in code.split()}


def keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys(value)}
    return {key for value in data for key in keys(value)} if isinstance(data, list) else set()


def test_every_key_of_the_json_is_named() -> None:
    golden = json.loads((PROJECT / "tests/goldens/difference.json").read_text(encoding="utf-8"))
    assert keys(golden) - NAMED == set()


def test_every_kind_is_named() -> None:
    assert {*get_args(HolderKind), *get_args(Kind)} - NAMED == set()
    assert set(HOLDER_KINDS) == set(get_args(HolderKind))
