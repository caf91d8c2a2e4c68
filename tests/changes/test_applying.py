import pytest

from cicareg.changes.applying import texts
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.editing import Append, EditError, Put
from cicareg.records.coordinators import Coordinators, Tenure
from cicareg.records.meeting import Meeting
from cicareg.records.state import State
from tests.support import sample

SCHEMA = "# yaml-language-server: $schema=../schemas/registry.json\n"
NEW = "registry/meetings/com-2025-06-03.yaml"
MADE = {NEW: (Append(("decisions",), {"number": 1, "considers": "charter"}), Put(("date",), "2025-06-03"),
              Put(("organ",), "com"))}  # fmt: skip


def text(path: str) -> str | None:
    raw = sample().get(path)
    return raw.decode() if raw is not None else None


def test_a_new_file_has_its_keys_in_their_order_whatever_that_of_the_edits() -> None:
    assert texts(MADE, text) == {
        NEW: "organ: com\ndate: 2025-06-03\ndecisions:\n  - {number: 1, considers: charter}\n"
    }  # fmt: skip


def test_a_new_file_names_its_schema_where_the_register_does() -> None:
    def with_schema(path: str) -> str | None:
        return f"{SCHEMA}{text(path)}" if path == "registry/registry.yaml" else text(path)

    assert texts(MADE, with_schema)[NEW].splitlines()[0] == "# yaml-language-server: $schema=../../schemas/meeting.json"


def test_a_file_on_record_keeps_its_comments_and_every_other_line() -> None:
    path = "registry/coordinators/ice.yaml"
    edit = Put(("tenures", 1, "via"), "Ministry of Ice", keys_of(Tenure))
    before = str(text(path)).splitlines()
    after = texts({path: (edit,)}, text)[path].splitlines()
    assert after[:3] == before[:3]
    assert after[3:] == [before[3].replace("}", ", via: Ministry of Ice}")]


def test_files_come_in_the_order_of_their_paths() -> None:
    edits = {
        "registry/areas/ice.yaml": (Put(("number",), 3),),
        **MADE,
        "registry/areas/fish.yaml": (Put(("number",), 4),),
    }
    assert list(texts(edits, text)) == ["registry/areas/fish.yaml", "registry/areas/ice.yaml", NEW]


def test_what_cannot_be_edited_is_an_edit_error() -> None:
    with pytest.raises(EditError):
        texts({"registry/areas/ice.yaml": (Put(("nothing", 3, "x"), 1),)}, text)


def test_a_path_where_no_record_stands_is_a_bug() -> None:
    with pytest.raises(ValueError, match=r"no kind of record stands at registry/odd/x\.yaml"):
        texts({"registry/odd/x.yaml": (Put(("a",), 1),)}, text)


def test_where_a_record_stands() -> None:
    assert path_of(Meeting, "com-2025-06-03") == NEW
    assert path_of(Coordinators, "ice") == "registry/coordinators/ice.yaml"
    assert path_of(State, "XAA") == "registry/states.yaml"


def test_keys_are_those_of_the_file_in_its_order() -> None:
    assert keys_of(Coordinators) == ("departures", "tenures", "proposals", "acting", "corrections")
    assert keys_of(Meeting)[:3] == ("organ", "date", "began")


def test_what_is_not_stated_is_left_out() -> None:
    assert stated((("a", None), ("b", ""), ("c", ()), ("d", ("x",)), ("e", 0), ("f", "y"))) == {
        "d": ["x"], "e": 0, "f": "y"
    }  # fmt: skip
