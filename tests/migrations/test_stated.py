"""The format of a register: read from its line, and refused where the program is too old for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg import __version__
from cicareg.layout import TOP
from cicareg.migrations.stated import refuse_newer, stated_format, with_format
from cicareg.records.registry import FORMAT
from tests.conftest import Ran
from tests.support import sample, write

LINES = {
    "format: 1\n": 1,
    "format: 2": 2,
    "# first\nformat:   12  # twelve\nlanguages: [en]\n": 12,
    "format: 2\r\nlanguages: [en]\r\n": 2,
    "format: 999999999\n": 999_999_999,
    "": None,
    "format: 0\n": None,
    "format: -1\n": None,
    "format: 1.5\n": None,
    "format: two\n": None,
    "format: '2'\n": None,
    "format:\n": None,
    "format: 9999999999999999999999999999\n": None,
    "  format: 2\n": None,
    "the format: 2\n": None,
    "format: 1\nformat: 2\n": None,
    "format: 2 extra\n": None,
    "{format: 2}\n": None,
    "\xff": None,
}


@pytest.mark.parametrize("text", LINES)
def test_a_format_is_read_from_its_line(text: str) -> None:
    assert stated_format({TOP: text.encode("latin-1")}) == LINES[text]


def test_a_tree_without_registry_yaml_states_none() -> None:
    assert stated_format({}) is None


def test_another_number_changes_its_line_only() -> None:
    tree = {TOP: b"# top\nformat: 9  # nine\nx: format 9\n", "registry/a.yaml": b"format: 9\n"}
    changed = {TOP: b"# top\nformat: 10  # nine\nx: format 9\n", "registry/a.yaml": b"format: 9\n"}
    assert with_format(tree, 10) == changed


def test_the_programs_own_format_is_not_refused() -> None:
    assert stated_format(sample()) == FORMAT
    refuse_newer(sample())


def newer(text: str) -> str:
    """Give the sample's registry.yaml with another first line for its format."""
    return sample()[TOP].decode().replace("format: 1\n", text)


COMMANDS = ("validate", "list", "show ice", "find ice", "render list", "explain shape")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_newer_register_is_refused_in_two_lines(command: str, cicareg: Callable[..., Ran], tmp_path: Path) -> None:
    root = write(tmp_path, {"registry.yaml": newer("format: 2\nnew: {things: yes}\n"), "areas/ice.yaml": "new: true\n"})
    assert cicareg("-C", root, *command.split()) == Ran(
        3,
        "",
        f"cicareg: this register has format 2; cicareg {__version__} reads format 1\n"
        "  upgrade cicareg: git pull in its clone, or pip install a newer wheel\n",
    )


@pytest.mark.parametrize(
    "text", ["format: 0\n", "format: -1\n", "format: two\n", "format: 2\nformat: 2\n", "{format\n"]
)
def test_a_format_that_cannot_be_read_is_a_finding(text: str, cicareg: Callable[..., Ran], tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path, {"registry.yaml": newer(text)}), "validate")
    assert ran.code == 1
    assert "registry/registry.yaml:" in ran.out
    assert ran.err == ""
