"""Something on record tells from when a tenure runs."""

from tests.support import found

RULE = "known-start"


def fish(keys: str) -> dict[str, str | None]:
    return {"coordinators/fish.yaml": f"tenures:\n  - {{state: XAA, role: coordinator, {keys}}}\n"}


def test_sample_knows_every_start() -> None:
    assert found(RULE) == []


def test_a_dated_source_tells_the_start() -> None:
    assert found(RULE, fish("source: letters p. 1")) == []


def test_a_term_tells_the_start() -> None:
    assert found(RULE, fish("source: gazette p. 1, term: 2024-2025")) == []


def test_a_source_without_a_date_tells_none() -> None:
    assert found(RULE, fish("source: gazette p. 1")) == [
        "coordinators/fish.yaml:2:45 warning: nothing on record says from when Alderia serves"
    ]


def test_a_source_that_is_not_on_record_is_reported_once() -> None:
    assert found(RULE, fish("source: nowhere p. 1")) == [
        "coordinators/fish.yaml:2:45 warning: nothing on record says from when Alderia serves"
    ]
