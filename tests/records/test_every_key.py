"""Every key of every model, spoilt in every way: one finding, at the very key or value."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from cicareg.kinds import kinds
from cicareg.records.base import Kind
from cicareg.records.registry import DutySettings, RuleSettings
from tests.records.cases import FULL, Path, at, findings, full, paths, place, put, shape, without
from tests.support import load

PROSE = {"asks", "text", "body", "purpose", "concept"}  # text of any length
EVERY = pytest.mark.parametrize("name", FULL)

# What cannot be left out, by file: the path of the key, and another message where another check speaks first.
REQUIRED = {
    "registry.yaml": [
        *("format", "organisation", "organisation/name", "organisation/short", "languages"),
        *("sources/letters/title", "sources/letters/trust", "sources/gazette/title", "sources/gazette/trust"),
        *("organs/asm/name", "organs/com/name", "offices/secretary/name"),
        *(f"dimensions/{i}/{key}" for i in (0, 1) for key in ("id", "number", "name")),
    ],
    "states.yaml": [
        *(f"{state}/name" for state in ("XAA", "XBB", "XCC", "XDD", "XEE")),
        *("XAA/member-since/year", "XAA/member-until/year"),
    ],
    "areas/ice.yaml": ["dimension", *(f"corrections/0/{key}" for key in ("what", "was", "why", "source"))],
    "coordinators/ice.yaml": [
        *(f"departures/{i}/{key}" for i in range(3) for key in ("rule", "reason")),
        *(f"tenures/{i}/{key}" for i in range(3) for key in ("state", "role")),
        *("tenures/1/ended/on", "acting/0/state", "acting/0/from"),
        *(f"proposals/0/{key}" for key in ("state", "role", "notified")),
        *(f"corrections/0/{key}" for key in ("what", "was", "why", "source")),
    ],
    "meetings/com-2023-06-01.yaml": [
        *("organ", "date", "agenda/0/title", "decisions/7/silence/until"),
        *("decisions/4/considers-person/name", "decisions/4/considers-person/office"),
        *("decisions/8/appoints-person/name", "decisions/8/appoints-person/office"),
        *(f"corrections/0/{key}" for key in ("what", "was", "why", "source")),
    ],
    "documents/ice-paper.yaml": [
        "kind",
        "title",
        *(f"corrections/0/{key}" for key in ("what", "was", "why", "source")),
    ],
    "events/2024/ice-course.yaml": [
        *("title", "dates"),
        *(f"corrections/0/{key}" for key in ("what", "was", "why", "source")),
    ],
    "law/charter.yaml": [
        *("document", "text-of", "paragraphs"),
        *(
            f"paragraphs/{demand}/{key}"
            for demand in ("1/0", "1/1", "2/0", "3/0", "4/0", "4/1", "5/0", "6/0", "10.11/0")
            for key in ("id", "strength", "asks")
        ),
    ],
}


def kind_of(name: str) -> Kind:
    return next(kind for kind in kinds() if kind.path == name or (kind.folder and name.startswith(f"{kind.folder}/")))


def text_of(path: Path) -> str:
    return "/".join(map(str, path))


def models(name: str) -> dict[Path, BaseModel]:
    """Give every model of the full record by its path in the data."""
    found: dict[Path, BaseModel] = {}

    def walk(value: Any, path: Path) -> None:
        if isinstance(value, BaseModel):
            found[path] = value
            for attribute, field in type(value).model_fields.items():
                walk(getattr(value, attribute), (*path, str(field.alias)))
        elif isinstance(value, dict):
            for key, item in value.items():
                walk(item, (*path, key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                walk(item, (*path, index))

    for entry in load({f"registry/{name}": FULL[name].encode()}).registry.of(kind_of(name).model):
        walk(entry.record, entry.prefix)
    return found


def keys_of_models(name: str) -> Iterator[tuple[Path, str]]:
    """Yield every key of every model as the path of the model and the key."""
    data = full(name)
    for path in models(name):
        yield from ((path, key) for key in at(data, path))


@EVERY
def test_the_full_record_fits(name: str) -> None:
    files: dict[str, str | None] = {name: FULL[name]}
    assert findings(files) == []
    assert shape(name, full(name)) == []


def test_there_is_a_full_record_of_every_kind() -> None:
    assert {kind_of(name).name for name in FULL} == {kind.name for kind in kinds()}


@EVERY
def test_the_full_record_uses_every_key_of_its_models(name: str) -> None:
    used: dict[type[BaseModel], set[str]] = {}
    for model in models(name).values():
        used.setdefault(type(model), set()).update(model.model_fields_set)
    for seen, fields in used.items():
        assert set(seen.model_fields) <= fields, seen


@EVERY
def test_a_wrong_type_is_found_at_the_value(name: str) -> None:
    data = full(name)
    for path in paths(data):
        value = at(data, path)
        spoilt = put(data, path, 7 if isinstance(value, dict | list) else ["x"])
        found = shape(name, spoilt)
        assert [where for where, _ in found] == [place(spoilt, path)], (path, found)
        if isinstance(value, list):
            wanted = r"a list is wanted, not 7"
        elif isinstance(value, dict):
            wanted = r'a mapping \(key: value\) is wanted, not 7|a text is wanted, not 7: put it in quotes, "7"'
        elif isinstance(value, bool):
            wanted = r"true or false is wanted, not a list"
        elif isinstance(value, int):
            wanted = r"a whole number is wanted, not a list"
        else:
            wanted = (
                r"a text is wanted, not a list|a list is not one of .+"
                r"|(a (day|term) is|dates are) written like [-0-9]+, not a list"
            )
        assert re.fullmatch(wanted, found[0][1]), (path, found)


@EVERY
def test_a_number_where_text_is_wanted_is_found_at_the_value(name: str) -> None:
    data = full(name)
    for path in paths(data):
        if isinstance(at(data, path), str):
            spoilt = put(data, path, 12)
            found = shape(name, spoilt)
            assert [where for where, _ in found] == [place(spoilt, path)], (path, found)
            text, day = (
                r'a text is wanted, not 12: put it in quotes, "12"',
                r"(a (day|term) is|dates are) written like [-0-9]+, not 12",
            )
            wanted = rf"{text}|{day}|12 is not one of .+"
            assert re.fullmatch(wanted, found[0][1]), (path, found)


@EVERY
def test_quotes_around_a_number_or_truth_value_are_found_at_the_value(name: str) -> None:
    data = full(name)
    for path in paths(data):
        value = at(data, path)
        if isinstance(value, bool):
            spoilt = put(data, path, str(value).lower())
            assert shape(name, spoilt) == [
                (place(spoilt, path), f"true or false is wanted, not {str(value).lower()}: take its quotes away")
            ]
        elif isinstance(value, int):
            spoilt = put(data, path, str(value))
            message = f"a whole number is wanted, not {value}: take its quotes away"
            assert shape(name, spoilt) == [(place(spoilt, path), message)]
            spoilt = put(data, path, "1_000")
            assert shape(name, spoilt) == [(place(spoilt, path), "a whole number is wanted, not 1_000")]
            spoilt = put(data, path, True)
            assert shape(name, spoilt) == [(place(spoilt, path), "a whole number is wanted, not true")]


@EVERY
def test_a_number_out_of_range_is_found_at_the_value(name: str) -> None:
    data = full(name)
    for path in paths(data):
        if type(at(data, path)) is int:
            for number in (-1, 999_999_999_999_999_999):
                spoilt = put(data, path, number)
                found = shape(name, spoilt)
                assert [where for where, _ in found] == [place(spoilt, path)], (path, found)
                wanted = (
                    rf"{number} is (less|more) than \d+"
                    rf"|there is no format {number}; .+|this register has format {number}, .+"
                )
                assert re.fullmatch(wanted, found[0][1]), (path, found)


@EVERY
def test_spaces_at_the_ends_line_breaks_and_empty_text_are_found_at_the_value(name: str) -> None:
    data = full(name)
    for path in paths(data):
        prose = not PROSE.isdisjoint(path)
        if isinstance(at(data, path), str):
            for text in ("", "  ") if prose else ("", " x", "x ", "x\ny", "\u00a0x"):
                spoilt = put(data, path, text)
                found = shape(name, spoilt)
                assert [where for where, _ in found] == [place(spoilt, path)], (path, text, found)
                assert found[0][1].isprintable()


@EVERY
def test_text_without_end_is_found_at_the_value_and_not_repeated(name: str) -> None:
    data = full(name)
    for path in paths(data):
        if isinstance(at(data, path), str):
            spoilt = put(data, path, "x" * (100_001 if not PROSE.isdisjoint(path) else 1_001))
            found = shape(name, spoilt)
            assert [where for where, _ in found] == [place(spoilt, path)], path
            assert len(found[0][1]) < 300


@EVERY
def test_an_unknown_key_is_found_at_the_key(name: str) -> None:
    data = full(name)
    for path, model in models(name).items():
        spoilt = put(data, (*path, "zz-other"), 1)
        allowed = isinstance(model, RuleSettings | DutySettings)  # whose thresholds the rules know
        expected = [] if allowed else [(place(spoilt, (*path, "zz-other"), key=True), "unknown key zz-other")]
        assert shape(name, spoilt) == expected, path


@EVERY
def test_a_misspelt_key_is_named_with_what_was_meant(name: str) -> None:
    data = full(name)
    for path, key in keys_of_models(name):
        if len(key) > 3 and path[:1] not in (("rules",), ("duties",)):
            misspelt = key[:-1] + "x"
            spoilt = put(without(data, (*path, key)), (*path, misspelt), at(data, (*path, key)))
            found = shape(name, spoilt)
            message = f"unknown key {misspelt}; did you mean {key}?"
            assert (place(spoilt, (*path, misspelt), key=True), message) in found, (path, found)
            missing = text_of((*path, key)) in REQUIRED[name]
            assert len(found) == 1 + missing, (path, found)


@EVERY
def test_exactly_the_required_keys_are_missed_and_their_mapping_is_named(name: str) -> None:
    data = full(name)
    missed = []
    for path, key in keys_of_models(name):
        spoilt = without(data, (*path, key))
        for where, message in shape(name, spoilt):
            if message == f"the key {key} is missing":
                assert where == place(spoilt, path), path
                missed.append(text_of((*path, key)))
    assert sorted(missed) == sorted(REQUIRED[name])


@EVERY
def test_a_key_without_a_value_is_found(name: str) -> None:
    data = full(name)
    for path in paths(data):
        spoilt = put(data, path, None)
        found = shape(name, spoilt)
        key = path[-1]
        empty = (place(spoilt, path, key=True), f"the key {key} has no value: fill it in or take it away")
        if found == [empty]:
            continue
        assert len(found) == 1, (path, found)
        where, message = found[0]
        if where == place(spoilt, path):
            assert re.search(r", not nothing$|^nothing is not one of ", message), (path, found)
        else:  # of a pair of keys or a choice of verbs one is gone
            assert re.match(
                r"an area with a|a decision (needs a verb|has a number)|unofficial tells|\S+ does not belong to",
                message,
            ), found


@EVERY
def test_every_day_and_term_is_checked_at_the_value(name: str) -> None:
    data = full(name)
    days = [p for p in paths(data) if re.fullmatch(r"\d{4}-\d\d-\d\d", str(at(data, p)))]
    for path in days:
        spoilt = put(data, path, "2023-02-30")
        assert shape(name, spoilt) == [(place(spoilt, path), "there is no such day as 2023-02-30")]
        spoilt = put(data, path, "20230208")
        assert shape(name, spoilt) == [(place(spoilt, path), "a day is written like 2024-03-15, not '20230208'")]
    terms = [p for p in paths(data) if p[-1] == "term"]
    for path in terms:
        spoilt = put(data, path, "2023-02/2024-02-28")
        forms = "2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14"
        assert shape(name, spoilt) == [
            (place(spoilt, path), f"a term is written like {forms}, not '2023-02/2024-02-28'")
        ]
