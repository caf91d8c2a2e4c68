"""Word annexes of somebody else: no state changes its column, and what is unclear is said."""

import os
from pathlib import Path

import pytest

from cicareg.differences.finding import compared
from cicareg.errors import CicaregError
from cicareg.picture import Picture, Stand
from cicareg.questions.picturing import picture_decided, picture_recorded
from tests.recognising.annexes import ANNEX, HEADS, Rows, annex, mark, read
from tests.support import PROJECT, load, loaded, tree_of

SEED = Path(os.environ.get("CICAREG_SEEDS", PROJECT.parent / "shared" / "seeds")) / "DOC-1016.txt"


def holders(picture: Picture) -> dict[str, list[str]]:
    return {seat.area: [_brief(holder) for holder in seat.holders] for seat in picture.seats}


def _brief(stand: Stand) -> str:
    role = "+" if stand.role == "co-coordinator" else ""
    return " ".join(filter(None, [role + stand.state, stand.term, "acting" * stand.acting]))


def changed(at: int, column: int, text: str) -> Rows:
    rows = [list(row) for row in ANNEX]
    rows[at][column] = text
    return [(a, b, c, d, e, f) for a, b, c, d, e, f in rows]


def test_a_whole_annex_says_what_the_register_says() -> None:
    registry = loaded().registry
    found = read(registry, annex(ANNEX))
    assert holders(found) == {
        "ice": ["XAA 2024-2025", "+XBB 2024-2025"],
        "fish": ["XBB", "+XCC", "+XAA"],
        "people": [],
    }
    assert not found.notes
    assert not found.unread
    assert found.says == {"number", "name en"}
    assert not compared(picture_recorded(registry, "", registry), found).difference


TURNS = {
    "a coordinator alone": ("Alderia", "", ["XAA"]),
    "a co-coordinator alone stays one": ("", "Alderia", ["+XAA"]),
    "two in a line": ("Alderia Borland", "", ["XAA", "XBB"]),
    "two in lines": ("Alderia\nBorland", "Corvania", ["XAA", "XBB", "+XCC"]),
    "with commas and a last `and`": ("Alderia, Borland and Corvania", "", ["XAA", "XBB", "XCC"]),
    "with a stroke": ("Alderia/Borland", "", ["XAA", "XBB"]),
    "an alias, a formal name, a code, another language": (
        "Aldermark; Republic of Alderia", "XAA, Aldérie", ["XAA", "XAA", "+XAA", "+XAA"],
    ),
    "a name over two lines": ("Republic of\nAlderia", "", ["XAA"]),
    "other letters": ("ALDERIA", "borland", ["XAA", "+XBB"]),
    "terms": (
        "Alderia (2024 \u2013 2025) Borland (1 March 2024 \u2013 28 February 2026)",
        "Corvania (15 March 2024-14 March 2026)",
        ["XAA 2024-2025", "XBB 2024-03/2026-02", "+XCC 2024-03-15/2026-03-14"],
    ),
    "one that acts": ("Alderia (acting)", "Alderia", ["XAA acting", "+XAA"]),
    "vacant": ("vacant", "", []),
    "a mark of a note": ("Alderia*", "Borland *", ["XAA", "+XBB"]),
    "a term that is not stated": ("Alderia (not stated)", "", ["XAA"]),
    "whose term ended does not serve": (
        "Alderia (2020-2021, ended, no successor recorded)", "Borland (2030-2031, coming)", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TURNS)
def test_cells_hold(case: str) -> None:
    coordinators, co_coordinators, expected = TURNS[case]
    rows: Rows = [(*ANNEX[0][:4], coordinators, co_coordinators), *ANNEX[1:]]
    found = read(loaded().registry, annex(rows))
    assert found.notes == ()
    assert holders(found)["ice"] == expected


UNCLEAR = {
    "a state that is not on record": (
        0, 4, "Alderia Atlantis", "row 2, Coordinator: no state on record is called 'atlantis'",
    ),
    "half a name": (
        0, 5, "Republic of Borland", "row 2, Co-coordinator: no state on record is called 'republic of borland'",
    ),
    "words in brackets": (0, 4, "Alderia (if it wants)", "row 2, Coordinator: (if it wants) is no term"),
    "a term with a wrong day": (0, 4, "Alderia (30 February 2024 \u2013 1 March 2026)", "row 2, Coordinator: "),
    "a proposal": (
        0, 4, "Alderia (proposed)", "row 2, Coordinator: (proposed) is a proposal, and no list of holders has any",
    ),
    "what the list itself did not know": (
        0, 4, "not on record for that day", "row 2, Coordinator: the list says 'not on record for that day'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", UNCLEAR)
def test_unclear_and_left_out_is(case: str) -> None:
    at, column, text, note = UNCLEAR[case]
    found = read(loaded().registry, annex(changed(at, column, text)))
    assert found.unread == {"ice"}
    (said,) = found.notes
    assert said.startswith(f"the annex: table 1, {note}")
    registry = loaded().registry
    assert not compared(picture_recorded(registry, "", registry), found).difference


def test_a_name_that_two_states_have_is_unclear() -> None:
    states = (
        "XAA: {name: {en: Alderia, fr: A}, aliases: [Coast]}\nXBB: {name: {en: Borland, fr: B}, aliases: [Coast]}\n"
    )
    found = read(loaded({"states.yaml": states}).registry, annex(changed(0, 4, "Coast")))
    assert "the annex: table 1, row 2, Coordinator: it may mean XAA or XBB" in found.notes


def test_names_in_each_other_are_read_as_the_longest() -> None:
    states = (
        "XAA: {name: {en: Korea, fr: A}}\nXBB: {name: {en: Republic of Korea, fr: B}}\n"
        "XCC: {name: {en: Republic, fr: C}, aliases: [of]}\n"
    )
    registry = loaded({"states.yaml": states}).registry
    rows: Rows = [(*ANNEX[0][:4], "Republic of Korea Korea", ""), (*ANNEX[1][:4], "Korea Republic", ""), ANNEX[2]]
    found = read(registry, annex(rows))
    assert holders(found) == {"ice": ["XBB", "XAA"], "fish": ["XAA", "XCC"], "people": []}


def test_a_cell_of_holders_that_goes_over_two_posts_is_unclear() -> None:
    word = annex(ANNEX)
    word.tables[0].cell(1, 4).merge(word.tables[0].cell(2, 4))
    found = read(loaded().registry, word)
    assert found.unread == {"fish", "ice"}
    assert any("row 3, Coordinator: the cell goes over several rows" in note for note in found.notes)


def test_a_cell_that_does_not_stand_below_its_head_is_unclear() -> None:
    word = annex(ANNEX)
    word.tables[0].cell(1, 3).merge(word.tables[0].cell(1, 4))
    found = read(loaded().registry, word)
    assert found.unread == {"ice"}
    assert found.notes == ("the annex: table 1, row 2, Coordinator: the cell does not stand below its head",)


def test_a_row_that_is_a_cell_short_moves_nobody() -> None:
    word = annex(ANNEX)
    row = word.tables[0].rows[2]._tr
    row.remove(row.tc_lst[3])
    found = read(loaded().registry, word)
    assert "fish" in found.unread
    assert holders(found).get("fish", []) != ["+XBB"]


def test_a_row_that_begins_later_or_lies_in_a_content_control_is_read() -> None:
    word = annex(ANNEX)
    table = word.tables[0]._tbl
    row = table.tr_lst[2]
    control, content = mark("sdt"), mark("sdtContent")
    row.addprevious(control)
    control.append(content)
    content.append(row)
    assert holders(read(loaded().registry, word))["fish"] == ["XBB", "+XCC", "+XAA"]


@pytest.mark.parametrize("name", ["ins", "del", "moveFrom", "moveTo"])
def test_tracked_changes_are_refused(name: str) -> None:
    word = annex(ANNEX)
    paragraph = word.tables[0].cell(1, 4).paragraphs[0]._p
    change = mark(name)
    change.append(paragraph.r_lst[0])
    paragraph.append(change)
    with pytest.raises(CicaregError, match=r"the annex holds tracked changes \(in word/document.xml\)") as caught:
        read(loaded().registry, word)
    assert caught.value.hint == "open it in Word, accept or reject them all (Review), and save it"


def test_a_table_in_a_table_is_refused() -> None:
    word = annex(ANNEX)
    word.tables[0].cell(1, 4).add_table(1, 1)
    with pytest.raises(CicaregError, match="a table in a table"):
        read(loaded().registry, word)


def test_a_file_without_such_a_table_is_refused() -> None:
    with pytest.raises(CicaregError, match="the annex has no table with the columns Coordinator and Co-coordinator"):
        read(loaded().registry, annex(ANNEX, ("A", "B", "C", "D", "E")))


def test_what_is_no_word_file_is_refused() -> None:
    from cicareg.formats.docx import sheets  # noqa: PLC0415  # beside what it refuses

    with pytest.raises(CicaregError, match="x is no Word file that can be read"):
        sheets(b"no", "x")


def test_a_post_is_known_by_its_name_else_by_its_number() -> None:
    renamed = read(loaded().registry, annex(changed(1, 3, "Old fish")))
    assert {seat.area: seat.fact("name en") for seat in renamed.seats}["fish"] == "Old fish"
    moved = read(loaded().registry, annex(changed(1, 2, "7")))
    assert {seat.area: seat.fact("number") for seat in moved.seats}["fish"] == "1.7"
    alias = read(loaded().registry, annex(changed(0, 3, "Frozen water")))
    assert {seat.area: seat.fact("name en") for seat in alias.seats}["ice"] == "Frozen water"


def test_where_a_post_is_not_clear_none_is_said_to_be_gone() -> None:
    rows: Rows = [ANNEX[0], ("", "", "9", "Volcanoes", "Borland", ""), ANNEX[2]]
    found = read(loaded().registry, annex(rows))
    assert found.notes == ("the annex: table 1, row 3: no post on record is called '1.9 Volcanoes'",)
    assert found.unread == {"fish"}


def test_a_post_in_two_rows_is_unclear() -> None:
    found = read(loaded().registry, annex([*ANNEX[:2], ("", "", "1", "Safety on ice", "", ""), ANNEX[2]]))
    assert found.unread == {"ice"}
    assert found.notes == ("the annex: ice stands in more than one row",)


def test_a_number_may_stand_before_the_name() -> None:
    rows: Rows = [
        ("1", "Nature", "", "", "", ""),
        ("", "", "", "", "", ""),
    ]
    word = annex(rows)
    word.tables[0].cell(1, 2).text = "2. Big fish"
    word.tables[0].cell(1, 4).text = "Alderia"
    found = read(loaded().registry, word)
    assert holders(found) == {"fish": ["XAA"]}


def test_heads_in_plural_and_in_other_languages_are_known() -> None:
    heads = ("№", "Измерение", "Приоритетная область", "Координаторы", "Сокоординаторы")
    assert holders(read(loaded().registry, annex(ANNEX, heads), "en", "ru"))["ice"] == [
        "XAA 2024-2025",
        "+XBB 2024-2025",
    ]
    assert HEADS[3] == "Coordinator"


@pytest.mark.skipif(not SEED.exists(), reason="the paper is not part of the project")
def test_the_list_of_the_real_paper_is_that_of_the_register() -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("No.\tDimension"))
    rows = [line.split("\t") for line in lines[first + 1 : first + 21] if line.count("\t") > 3]
    assert len(rows) == 18
    registry = load(tree_of(PROJECT)).registry
    found = read(registry, annex([(a, b, c, d, e, f) for a, b, c, d, e, f in map(_filled, rows)]))
    assert found.notes == ()
    assert sum(len(seat.holders) for seat in found.seats) == 40
    registered = picture_decided(registry, "", registry, "soc-2023-08-22")
    assert not compared(registered, found).difference


def _filled(row: list[str]) -> list[str]:
    """Give a row of the paper's text as it is in six columns: one is a column short, some end early."""
    whole = [*row[:3], "", *row[3:5]] if row[2] == "" and row[3] else row
    return [*whole, "", ""][:6]
