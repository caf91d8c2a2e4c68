"""The promises of the editor on many records; `CICAREG_EDITS` is how many, and tests/reliability has the long run."""

import os

from tests.reliability.edits import damaged, odd, spoilt, tidy

EXAMPLES = int(os.environ.get("CICAREG_EDITS", "300"))


def test_Y50_an_edit_changes_only_its_own_lines() -> None:
    assert tidy(EXAMPLES, 0)["right"] >= EXAMPLES


def test_Y47_Y48_an_edit_of_any_style_is_right_or_refused() -> None:
    done = odd(EXAMPLES, 0)
    assert done["right"] > done["refused"]


def test_Y52_a_damaged_record_is_edited_rightly_or_refused() -> None:
    done = damaged(EXAMPLES, 0)
    assert min(done["right"], done["refused"]) > EXAMPLES // 10


def test_Y52_a_spoilt_record_is_edited_rightly_or_refused() -> None:
    done = spoilt(EXAMPLES, 0)
    assert min(done["right"], done["refused"]) > EXAMPLES // 10
