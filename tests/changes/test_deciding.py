from datetime import date

import pytest

from cicareg.changes.deciding import Reference, found, news, recorded, reference
from cicareg.editing import Append, Insert
from cicareg.errors import CicaregError, Exit
from tests.rules.overlays import meeting
from tests.support import loaded

KNOWN = loaded().registry


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("com-2023-06-01/1", Reference("com-2023-06-01", "com", date(2023, 6, 1), "1")),
        ("COM-2023-06-01/Thanks-To-All", Reference("com-2023-06-01", "com", date(2023, 6, 1), "thanks-to-all")),
        ("asm-2023-06-01-2/1", Reference("asm-2023-06-01-2", "asm", date(2023, 6, 1), "1")),
        ("com-2023-06-01-12/9999", Reference("com-2023-06-01-12", "com", date(2023, 6, 1), "9999")),
    ],
)
def test_a_citation_is_read(typed: str, read: Reference) -> None:
    assert reference(KNOWN, typed) == read
    assert str(reference(KNOWN, typed)) == typed.lower()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "'' cites no decision"),
        ("com-2023-06-01", "'com-2023-06-01' cites no decision"),
        ("com-2023-06-01/", "'com-2023-06-01/' cites no decision"),
        ("com-2023-06-01/1/2", "'com-2023-06-01/1/2' cites no decision"),
        ("com-2023-06-01-0/1", "'com-2023-06-01-0/1' cites no decision"),
        ("com-2023-06-01/1\n", "'com-2023-06-01/1\\n' cites no decision"),
        ("com-２０２３-06-01/1", "'com-２０２３-06-01/1' cites no decision"),
        ("../com-2023-06-01/1", "'../com-2023-06-01/1' cites no decision"),
        ("com-2023-02-30/1", "'com-2023-02-30/1' cites no decision: there is no such day as 2023-02-30"),
        (
            "com-1066-10-14/1",
            "'com-1066-10-14/1' cites no decision: the year 1066 in '1066-10-14' is outside 1945-2200",
        ),
        ("cmo-2023-06-01/1", "no organ 'cmo' on record; did you mean com?"),
        ("com-2023-06-01/0", "no decision has the number 0"),
        ("com-2023-06-01/10000", "no decision has the number 10000"),
    ],
)
def test_what_cites_no_decision_is_wrong_usage(typed: str, message: str) -> None:
    with pytest.raises(CicaregError) as raised:
        reference(KNOWN, typed)
    assert (raised.value.code, raised.value.message) == (Exit.USAGE, message)


def test_a_decision_is_found_by_number_or_key() -> None:
    registry = loaded(meeting("com-2025-06-03", "number: 1, considers: charter", "key: thanks, text: Thanks.")).registry
    for cited, index in (("com-2025-06-03/1", 0), ("com-2025-06-03/thanks", 1), ("com-2025-06-03/2", None)):
        entry, position = found(registry, reference(registry, cited))
        assert entry is not None
        assert (entry.id, position) == ("com-2025-06-03", index)
    assert found(registry, reference(registry, "com-2025-06-04/1")) == (None, None)


def test_a_meeting_with_errors_is_mended_first() -> None:
    registry = loaded({"meetings/com-2025-06-03.yaml": "organ: com\n"}).registry
    with pytest.raises(CicaregError, match="the record of com-2025-06-03 has errors"):
        found(registry, reference(registry, "com-2025-06-03/1"))


@pytest.mark.parametrize(
    ("decision", "edit"),
    [
        ("com-2025-06-03/1", Insert(("decisions", 0), {"number": 1, "x": 1})),
        ("com-2025-06-03/3", Insert(("decisions", 2), {"number": 3, "x": 1})),
        ("com-2025-06-03/5", Append(("decisions",), {"number": 5, "x": 1})),
        ("com-2025-06-03/thanks", Append(("decisions",), {"key": "thanks", "x": 1})),
    ],
)
def test_decisions_stand_in_the_order_of_numbers(decision: str, edit: Append | Insert) -> None:
    numbers = ("number: 2, considers: charter", "key: other, considers: charter", "number: 4, considers: charter")
    registry = loaded(meeting("com-2025-06-03", *numbers)).registry
    ((made,),) = recorded(registry, reference(registry, decision), {"x": 1}).values()
    assert isinstance(made, Append | Insert)
    assert (type(made), made.path, made.value) == (type(edit), edit.path, edit.value)


def test_what_is_not_on_record_yet_is_said() -> None:
    said = {
        cited: news(KNOWN, reference(KNOWN, cited))
        for cited in ("com-2023-06-01/1", "com-2023-06-01/9", "com-2025-06-03/1")
    }
    assert list(said.values()) == [
        (),
        ("decision 9 of com-2023-06-01 is not on record yet: it is added",),
        ("the meeting com-2025-06-03 is not on record yet: it is added, with decision 1",),
    ]


def test_what_looks_like_a_mistyped_number_is_no_key() -> None:
    with pytest.raises(CicaregError, match="'1o' is no number; a key begins with a letter"):
        reference(KNOWN, "com-2023-06-01/1o")
    known = loaded(meeting("com-2023-06-01", "key: 1o, considers: charter")).registry
    assert reference(known, "com-2023-06-01/1o").label == "1o"


def test_a_key_beside_numbers_is_remarked_upon() -> None:
    assert news(KNOWN, reference(KNOWN, "com-2023-06-01/thanks")) == (
        "decision thanks of com-2023-06-01 is not on record yet: it is added",
        "thanks is a key, and com-2023-06-01 has numbers: a key is for where no number is known",
    )
    keys = loaded(meeting("com-2023-06-01", "key: welcome, considers: charter")).registry
    assert len(news(keys, reference(keys, "com-2023-06-01/thanks"))) == 1
