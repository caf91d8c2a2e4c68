"""The long texts of the invented body: what they hold, for whoever renders them."""

from cicareg.body import Clause, Heading, Numbered, Plain, Point, parse
from cicareg.records.document import Document
from tests.support import PROJECT, check, load, tree_of

PAPERS = load(tree_of(PROJECT / "tests" / "papers"))


def test_they_are_in_order_without_a_note() -> None:
    assert PAPERS.findings == ()
    assert check(PAPERS).findings == ()


def test_they_hold_every_sort_of_part_in_two_languages() -> None:
    bodies = [entry.record.body for entry in PAPERS.registry.of(Document) if entry.record.body]
    assert len(bodies) == 3
    for lang in ("en", "fr"):
        parts = [part for body in bodies for part in parse(body[lang])]
        assert {type(part) for part in parts} == {Clause, Heading, Numbered, Plain, Point}
        assert {part.depth for part in parts if isinstance(part, Numbered)} == {0, 1, 2}
        assert "1.10" in [part.marker for part in parts if isinstance(part, Numbered)]
