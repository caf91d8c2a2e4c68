"""Our reading against ruamel.yaml's (YAML 1.2), and every place against what was written there."""

import io
from datetime import date
from typing import Any

from hypothesis import given, settings
from ruamel.yaml import YAML

from cicareg.yaml_text import Branch, child, compose, decode, spot
from cicareg.yaml_text.places import Leaf
from tests.support import PROJECT, SAMPLE, tree_of
from tests.yaml_text.documents import Document, documents


def plain(data: Any) -> Any:
    """Give ruamel's data as ours: days are text until a model has typed them."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data.isoformat() if isinstance(data, date) else data


def elsewhere(text: str) -> Any:
    """Read a text with ruamel.yaml in pure Python, as YAML 1.2."""
    return plain(YAML(typ="safe", pure=True).load(io.StringIO(text)))


def same(one: Any, other: Any) -> bool:
    """Tell whether two data are the same in value, type and order."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def offsets(text: str, place: Leaf) -> tuple[int, int]:
    """Give a place as offsets into the text."""
    starts = [0]
    for content in text.split("\n"):
        starts.append(starts[-1] + len(content) + 1)
    line, column, end_line, end_column = spot(place)
    return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1


@given(documents())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_by_us_and_by_ruamel(document: Document) -> None:
    composed = compose(decode(document.text.encode()))
    assert composed.faults == ()
    assert same(composed.data, document.data), document.text
    assert same(composed.data, elsewhere(document.text)), document.text


@given(documents())
@settings(max_examples=150, deadline=None)
def test_every_place_is_that_of_what_was_written(document: Document) -> None:
    places = compose(decode(document.text.encode())).places
    for path, written in document.keys.items():
        assert offsets(document.text, child(places, path, key=True)) == written, (path, document.text)
    for path, (start, end) in document.values.items():
        found = offsets(document.text, child(places, path))
        if _ends_with_block_scalar(document, path):
            # A block scalar ends where the next token begins, comments and blank lines passed over.
            assert found[0] == start
            assert found[1] >= end
        else:
            assert found == (start, end), (path, document.text)


def _ends_with_block_scalar(document: Document, path: tuple[str | int, ...]) -> bool:
    start, end = document.values[path]
    return document.text[start:end].endswith("\n")


def test_the_real_register_and_the_sample_are_read_alike() -> None:
    for root in (PROJECT, SAMPLE):
        for path, raw in tree_of(root).items():
            composed = compose(decode(raw))
            assert composed.faults == (), path
            assert same(composed.data, elsewhere(raw.decode())), path


def test_places_of_the_real_register_hold_the_text_of_their_values() -> None:
    for raw in (*tree_of(PROJECT).values(), *tree_of(SAMPLE).values()):
        text = decode(raw)
        composed = compose(text)
        _check(text, composed.places, composed.data)


def _check(text: str, place: Leaf, value: Any) -> None:
    if isinstance(place, Branch):
        for step, inner in place.children.items():
            if isinstance(step, str):
                start, end = offsets(text, place.keys[step])
                assert text[start:end].strip("\"'") == step
            _check(text, inner, value[step])
        return
    start, end = offsets(text, place)
    if not text[start:end].startswith(("'", '"', "|", ">")):
        assert " ".join(text[start:end].split()) == str(value).replace("True", "true").replace("False", "false")
