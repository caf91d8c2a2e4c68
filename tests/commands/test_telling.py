"""What is told of a mistake fits the terminal: words are whole, and what is to be typed is not torn."""

import pytest

from cicareg.commands._desk import _whole

LONG = "cicareg: the register is not as it was last committed: registry/states.yaml (changed); nothing was recorded"
HINT = "  commit your own changes first: git add registry && git commit; or take them back: git restore registry; stop"


@pytest.mark.parametrize(
    ("text", "wide", "shown"),
    [
        (LONG, 120, LONG),
        (
            LONG,
            60,
            "cicareg: the register is not as it was last committed:\n"
            "registry/states.yaml (changed); nothing was recorded",
        ),
        (
            HINT,
            80,
            "  commit your own changes first: git add registry && git commit;\n"
            "  or take them back: git restore registry; stop",
        ),
        ("  git restore --staged --worktree registry", 20, "  git restore --staged --worktree registry"),
        ("It said:\nremote: a line of another program that is long", 20,
         "It said:\nremote: a line of another program that is long"),
        ("two words\nand more", 5, "two\nwords\nand more"),
    ],
)  # fmt: skip
def test_a_line(text: str, wide: int, shown: str) -> None:
    assert _whole(text, wide) == shown
