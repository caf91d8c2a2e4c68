"""Every demand checked, or the reason why not."""

import pytest

from tests.support import found, sample

RULE = "law-coverage"


def charter(old: str, new: str) -> dict[str, str | None]:
    text = sample()["registry/law/charter.yaml"].decode()
    assert old in text
    return {"law/charter.yaml": text.replace(old, new)}


def test_sample_is_covered() -> None:
    assert found(RULE) == []


def test_neither_checked_nor_excused() -> None:
    assert found(RULE, charter(", unchecked: No file shows it.", "")) == [
        "law/charter.yaml:18:7 error: no rule checks charter/6/friendship: say why in `unchecked`",
    ]


def test_checked_and_excused() -> None:
    assert found(RULE, charter("lasts two years.", "lasts two years., unchecked: It is soft.")) == [
        "law/charter.yaml:10:90 error: the rule minimum-tenure checks this demand: take `unchecked` away",
    ]


def test_a_rule_that_rests_elsewhere_checks_it_no_longer() -> None:
    text = sample()["registry/registry.yaml"].decode()
    moved = text.replace("charter/3/two-years", "charter/6/friendship")
    assert found(RULE, {"registry.yaml": moved}) == [
        "law/charter.yaml:10:7 error: no rule checks charter/3/two-years: say why in `unchecked`",
        "law/charter.yaml:18:85 error: the rule minimum-tenure checks this demand: take `unchecked` away",
    ]


@pytest.mark.parametrize("text", [None, "", "a: b\n"])
def test_without_settings_nothing_is_said(text: str | None) -> None:
    """Which rule rests on what stands in registry.yaml: unread, it would seem that none rests on anything."""
    assert found(RULE, {"registry.yaml": text}) == []


def test_every_law_counts() -> None:
    pact = 'document: pact\ntext-of: 2023-07-01\nparagraphs:\n  "1":\n    - {id: organ, strength: may, asks: Peace.}\n'
    assert found(RULE, {"law/pact.yaml": pact}) == [
        "law/pact.yaml:5:7 error: no rule checks pact/1/organ: say why in `unchecked`",
    ]
