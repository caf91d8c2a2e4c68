"""Every rule's manual page: its good example is good, its bad example is bad."""

from collections.abc import Iterator

import pytest

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.area import Area
from cicareg.rules.engine import all_rules
from cicareg.rules.manual import Manual, manual
from cicareg.rules.rule import Breach, Inquiry, rule
from tests.support import loaded, report

PAGES = {name: manual(each) for name, each in all_rules().items()}


def weighing(name: str, example: dict[str, str]) -> int:
    """Count what a rule finds, notes aside, where an example is laid over the sample."""
    findings = report({path.removeprefix("registry/"): text for path, text in example.items()}).findings
    return sum(1 for f in findings if f.rule == name and (f.severity is not Severity.NOTE or f.departure is not None))


@pytest.mark.parametrize("name", PAGES)
def test_the_good_example_is_good(name: str) -> None:
    assert weighing(name, dict(PAGES[name].good)) == 0


@pytest.mark.parametrize("name", PAGES)
def test_the_bad_example_is_bad(name: str) -> None:
    assert weighing(name, dict(PAGES[name].bad)) > 0


@pytest.mark.parametrize("name", PAGES)
def test_examples_can_be_read(name: str) -> None:
    for example in (PAGES[name].good, PAGES[name].bad):
        findings = loaded({path.removeprefix("registry/"): text for path, text in example.items()}).findings
        assert [str(f) for f in findings if f.place.path in example and f.rule != "reference"] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_part_of_the_page_is_there(name: str) -> None:
    page = PAGES[name]
    assert page.title.endswith(".")
    assert page.title.count(".") == 1
    for text in (page.prose, page.mend):
        assert text.endswith(".")
        assert "  " not in text
    assert page.good
    assert page.bad


def test_a_page_is_taken_apart() -> None:
    @rule(Area, Severity.NOTE)
    def tidy(_: Inquiry, _area: Entry[Area]) -> Iterator[Breach]:
        """Things are tidy.

        They stand where
        they belong.

        Always.

        Good:
            # registry/a.yaml
            # A comment.
            one:
              two: 3
            # registry/b/c.yaml
            four: 5

        Bad:
            # registry/a.yaml
            one: 2

        Mend: put them
        there.

        Or ask.
        """
        return iter(())

    assert manual(tidy) == Manual(
        title="Things are tidy.",
        prose="They stand where they belong.\n\nAlways.",
        good={"registry/a.yaml": "# A comment.\none:\n  two: 3\n", "registry/b/c.yaml": "four: 5\n"},
        bad={"registry/a.yaml": "one: 2\n"},
        mend="put them there.\n\nOr ask.",
    )


def test_a_page_that_lacks_parts() -> None:
    @rule(Area, Severity.NOTE)
    def bare(_: Inquiry, _area: Entry[Area]) -> Iterator[Breach]:
        """Only a title."""
        return iter(())

    assert manual(bare) == Manual("Only a title.", "", {}, {}, "")
