"""What completion reads from names and lines is what the register says."""

from pathlib import Path

import pytest

from cicareg.layout import TOP
from cicareg.questions.posts import posts, top
from cicareg.records.area import Area
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.records.meeting import Meeting
from cicareg.records.state import State
from cicareg.storage.ids import area_numbers, documents, events, ids, languages, states
from tests.support import PROJECT, SAMPLE, load, tree_of, write

ROOTS = pytest.mark.parametrize("root", [SAMPLE, PROJECT], ids=["sample", "cica"])


@ROOTS
def test_ids_are_those_on_record(root: Path) -> None:
    registry = load(tree_of(root)).registry
    for folder, kind in (("areas", Area), ("meetings", Meeting), ("documents", Document)):
        assert ids(root, folder) == sorted(entry.id for entry in registry.of(kind))
    assert events(root) == sorted(entry.id for entry in registry.of(Event))


@ROOTS
def test_states_have_their_names(root: Path) -> None:
    registry = load(tree_of(root)).registry
    assert states(root) == {entry.id: list(entry.record.name.values()) for entry in registry.of(State)}


@ROOTS
def test_areas_have_their_numbers(root: Path) -> None:
    registry = load(tree_of(root)).registry
    assert area_numbers(root) == {post.number: post.id for post in posts(registry)}


@ROOTS
def test_languages_are_the_registers(root: Path) -> None:
    assert languages(root) == list(top(load(tree_of(root)).registry).languages)


FORMS = {
    "flow": "XAA: {name: {en: Quay}}\n",
    "flow name": "XAA:\n  name: {en: Quay, fr: Le Quai}\n",
    "quoted": "XAA:\n  name: {en: \"Quay, Isle of\", fr: 'Le Quai'}\n",
    "block": "XAA:\n  member-since: {year: 2000}\n  name:\n    en: Quay, Isle of  # old\n    fr: 'Le Quai'\n",
    "one text": "XAA:\n  name: Quay, Isle of\n",
    "comments": "# first\nXAA:  # second\n# third\n\n  name: {en: Quay}  # fourth\n",
    "no name": "XAA:\n  formal: {en: Quay}\n",
}
NAMES = {
    "flow": [],
    "flow name": ["Quay", "Le Quai"],
    "quoted": ["Quay, Isle of", "Le Quai"],
    "block": ["Quay, Isle of", "Le Quai"],
    "one text": ["Quay, Isle of"],
    "comments": ["Quay"],
    "no name": [],
}


@pytest.mark.parametrize("form", FORMS)
def test_a_name_in_any_form(form: str, tmp_path: Path) -> None:
    assert states(write(tmp_path, {"states.yaml": FORMS[form]})) == {"XAA": NAMES[form]}


@pytest.mark.parametrize(
    "text", ["languages: [en, fr]  # two\n", "languages:\n  - en\n  - fr\n", "languages:\n- en\n- fr\n"]
)
def test_languages_in_any_form(text: str, tmp_path: Path) -> None:
    top_record = tree_of(SAMPLE)[TOP].decode().replace("languages: [en, fr]\n", text)
    assert languages(write(tmp_path, {"registry.yaml": top_record})) == ["en", "fr"]


def test_dimensions_in_block_form(tmp_path: Path) -> None:
    block = "dimensions:\n  # one\n  - id: nature\n    number: 7\n    name: {en: N}\n\n  - id: people\n    number: 8\n"
    root = write(tmp_path, {"registry.yaml": block + "rules: {}\n"})
    assert area_numbers(root) == {"7.1": "ice", "7.2": "fish", "8": "people"}


@ROOTS
def test_documents_are_known_by_their_kind(root: Path) -> None:
    registry = load(tree_of(root)).registry
    kinds = {entry.id: entry.record.kind for entry in registry.of(Document)}
    for kind in {*kinds.values(), "note-verbale"}:
        assert documents(root, kind) == sorted(id_ for id_, found in kinds.items() if found == kind)
