"""The session of the guide is what the program does today."""

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this sort")


def test_the_page_shows_what_a_person_sees(tmp_path: Path) -> None:
    from tests.playing import PAGE, session  # noqa: PLC0415  # it cannot be imported everywhere

    assert PAGE.read_text(encoding="utf-8") == session(tmp_path), "stale; make it anew: python -m tests.playing"
