"""What an unquoted scalar means, and that no other YAML program reads it as anything else."""

import re

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from cicareg.yaml_text.scalars import AmbiguousNumberError, resolve

_PYYAML = yaml.SafeLoader("")
_RUAMEL = VersionedResolver()
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", re.ASCII)
numberish = st.text("0123456789_.eE+-:xobnaifNAIF", max_size=8)


def kinds_elsewhere(text: str) -> set[str]:
    """Give the tags (int, float …) that PyYAML (1.1) and ruamel (1.2) put on a plain scalar."""
    tags = {str(_PYYAML.resolve(yaml.ScalarNode, text, (True, False)))}  # type: ignore[no-untyped-call]
    tags.add(str(_RUAMEL.resolve(ScalarNode, text, (True, False))))
    return {tag.rpartition(":")[2] for tag in tags}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("0", 0),
        ("7", 7),
        ("-7", -7),
        ("1000", 1000),
        ("999999999999999999", 999999999999999999),
    ],
)
def test_words_and_whole_numbers(text: str, value: object) -> None:
    read = resolve(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "No", "no", "yes", "Yes", "on", "off", "y", "n", "nULL", "tRUE", "none", "None"),
        *("2024-02-30", "2024-2025", "2024-03/2026-02", "12:30:45", "1:30", "2.3.4", "1.2.3.4"),
        *("-", "+", ".", "..", "...", "-a", "+a", ".a", "1a", "1-2", "0x", "0o", "0o8", "0xg", "e5", "--1", "1 000"),
        *("١٢", "１２", "²", "½", "Ⅷ"),
        *("=", "<<", "nan", "inf", "infinity", ".infinity", "1e", "1e+", ".e5", "null ", "1,000"),
    ],
)
def test_everything_else_is_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("010", "00", "-010", "+1", "+0", "-0", "1_000", "1_", "0o10", "0o17", "+0o7", "0x1F", "0xff", "-0x1", "0b11"),
        *("1.10", "1.", "0.5", ".5", "-.5", "+.5", "1e400", "1e5", "1E5", "1e-5", "1.5e+3", ".5e1", "1_0.5", ".1_0"),
        *(".inf", "-.inf", "+.inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"),
        *("1000000000000000000", "-1000000000000000000", "9" * 400),
    ],
)
def test_a_number_that_programs_read_differently_is_refused(text: str) -> None:
    with pytest.raises(AmbiguousNumberError):
        resolve(text)


@given(numberish)
@settings(max_examples=800, deadline=None)
@example("+.inf")
@example("-1_0.0_1e+10")
@example("0b_")
@example("0x_")
@example("._")
@example("1__0.")
def test_what_another_program_takes_for_a_number_is_that_number_or_refused(text: str) -> None:
    kinds = kinds_elsewhere(text)
    if not kinds & {"int", "float"} or _SEXAGESIMAL.fullmatch(text):
        return  # sixty-based numbers are YAML 1.1 only: a time such as 12:30 stays text
    try:
        value = resolve(text)
    except AmbiguousNumberError:
        return
    assert isinstance(value, int), (text, kinds)
    assert kinds == {"int"}
    assert value == int(text)


@given(numberish)
@settings(max_examples=300, deadline=None)
def test_a_whole_number_is_read_as_such_everywhere(text: str) -> None:
    try:
        value = resolve(text)
    except AmbiguousNumberError:
        return
    if isinstance(value, int):
        assert yaml.safe_load(text) == value
        assert str(value) == text
