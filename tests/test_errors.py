"""An error says what is wrong, what holds all the same, and what another program said."""

import pytest

from cicareg.errors import CicaregError, Exit


@pytest.mark.parametrize(
    ("but", "said", "message"),
    [
        ("", "", "It went wrong"),
        ("nothing was recorded", "", "It went wrong; nothing was recorded"),
        ("nothing was recorded", "no\nno", "It went wrong; nothing was recorded. It said:\nno\nno"),
        ("", "no", "It went wrong. It said:\nno"),
    ],
)
def test_the_parts_are_one_message(but: str, said: str, message: str) -> None:
    error = CicaregError("It went wrong", but=but, said=said)
    assert (error.message, str(error)) == (message, message)


def test_what_holds_all_the_same_can_be_said_by_who_knows_more() -> None:
    error = CicaregError("It went wrong", hint="try again", code=Exit.MOVED, but="nothing was recorded", said="a; b")
    other = error.standing("it is on record")
    assert other.message == "It went wrong; it is on record. It said:\na; b"
    assert (other.hint, other.code) == ("try again", Exit.MOVED)
