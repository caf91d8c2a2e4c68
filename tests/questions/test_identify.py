"""Which record a person means."""

import pytest

from cicareg.errors import UsageError
from cicareg.questions.identify import identify
from tests.support import loaded

ALL = ("state", "area", "meeting", "document")


def meant(typed: str) -> list[str]:
    return [f"{found.kind} {found.id}" for found in identify(loaded().registry, typed, ALL)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("xaa", "state XAA"),
        ("ALDERIA", "state XAA"),
        ("aldérie", "state XAA"),
        ("aldermark", "state XAA"),
        ("Republic of Alderia", "state XAA"),
        ("1.2", "area fish"),
        ("fisheries", "area fish"),
        ("ICE", "area ice"),
        ("frozen", "area ice"),
        ("people", "area people"),
        ("COM-2023-06-01", "meeting com-2023-06-01"),
        ("asm", "meeting asm-2023-07-01"),
        ("Charter", "document charter"),
        ("note de cadrage", "document ice-paper"),
    ],
)
def test_by_id_number_name_alias_or_part_in_any_case(typed: str, expected: str) -> None:
    assert meant(typed) == [expected]


def test_a_part_of_two_names_is_refused_with_both() -> None:
    with pytest.raises(UsageError, match=r"'2023' may mean: asm-2023-07-01 .*; com-2023-06-01"):
        meant("2023")


@pytest.mark.parametrize("typed", ["../../etc/passwd", "", "   ", "\x1b[31m", "*"])
def test_what_is_nothing_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="nothing on record"):
        meant(typed)


def test_a_near_miss_gets_a_guess() -> None:
    with pytest.raises(UsageError, match=r"did you mean Borland\?"):
        meant("borlund")
