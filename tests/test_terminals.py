"""Whatever is played at a terminal has an end."""

import os
import sys
from pathlib import Path

import pytest

from tests import terminals
from tests.terminals import Terminal, shown

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this sort")


@pytest.mark.parametrize("wait", [lambda at: at.until("never"), lambda at: at.end()], ids=["for words", "for the end"])
def test_what_says_nothing_any_more_is_not_waited_for_and_does_not_go_on(
    wait: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminals, "_PATIENCE", 0.3)
    terminal = Terminal(["sh", "-c", "echo Which one:; read answer"], os.environ)
    with pytest.raises(AssertionError, match=r"(was not said|did not end): (Which one:\n)?"):
        wait(terminal)  # type: ignore[operator]
    assert terminal.process.returncode == -9


def test_letters_that_come_in_pieces_are_whole(tmp_path: Path) -> None:
    command = ["sh", "-c", r"printf '\303'; sleep 0.1; printf '\251 in %s\n' ${PWD##*/}"]
    assert shown(command, os.environ, tmp_path) == f"é in {tmp_path.name}\n"
