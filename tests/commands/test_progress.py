"""Long work says how far it is, only where a person looks, and leaves nothing behind."""

import io
from types import SimpleNamespace

import pytest

from cicareg.commands._progress import counted, standing


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    screen = Screen()
    monkeypatch.setattr("cicareg.commands._progress.sys", SimpleNamespace(stderr=screen))
    monkeypatch.setenv("TERM", "xterm")
    return screen


def many(size: int) -> dict[str, int]:
    return {str(number): number for number in range(size)}


def test_files_are_counted_and_the_line_is_taken_away(screen: Screen) -> None:
    assert dict(counted(many(2000), "reading")) == many(2000)
    said = [f"\r\x1b[Kreading {number} of 2,000 files" for number in ("0", "500", "1,000", "1,500")]
    assert screen.getvalue() == "".join(said) + "\r\x1b[K"


def test_the_line_is_taken_away_when_the_work_breaks_off(screen: Screen) -> None:
    with pytest.raises(KeyError), standing("checking …", 2000):
        raise KeyError
    assert screen.getvalue() == "\r\x1b[Kchecking …\r\x1b[K"


def test_short_work_says_nothing(screen: Screen) -> None:
    assert dict(counted(many(1999), "reading")) == many(1999)
    with standing("checking …", 1999):
        pass
    assert screen.getvalue() == ""


def test_a_terminal_that_cannot_move_its_cursor_is_left_alone(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert dict(counted(many(2000), "reading")) == many(2000)
    assert screen.getvalue() == ""


@pytest.mark.parametrize("stderr", [io.StringIO(), None], ids=["a pipe", "none at all"])
def test_elsewhere_nothing_is_said(stderr: io.StringIO | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cicareg.commands._progress.sys", SimpleNamespace(stderr=stderr))
    with standing("checking …", 5000):
        assert len(dict(counted(many(5000), "reading"))) == 5000
    assert stderr is None or stderr.getvalue() == ""
