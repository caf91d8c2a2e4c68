"""Tables as programs save them: delimiters, encodings, quotes."""

import codecs

import pytest

from cicareg.changes.tables import Row, rows_of
from cicareg.errors import CicaregError

ROWS = [Row(1, ("title", "dates")), Row(2, ("Курс, очный", "2024"))]


@pytest.mark.parametrize(
    "raw",
    [
        'title,dates\n"Курс, очный",2024\n'.encode(),
        'title,dates\r\n"Курс, очный",2024\r\n'.encode(),
        "title;dates\nКурс, очный;2024".encode(),
        "title\tdates\nКурс, очный\t2024\n".encode(),
        'title,dates\n"Курс, очный",2024\n'.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + "title\tdates\r\nКурс, очный\t2024\r\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "title\tdates\r\nКурс, очный\t2024\r\n".encode("utf-16-be"),
        "title\tdates\r\nКурс, очный\t2024\r\n".encode("utf-16-le"),
        "title\tdates\r\nКурс, очный\t2024\r\n".encode("utf-16-be"),
        "“title”,“dates”\n“Курс, очный”,2024\n".encode(),
        "«title»;„dates“\nКурс, очный;2024\n".encode(),
        "title;dates\nКурс,\u00a0 очный ; 2024\n".encode(),
    ],
    ids=[
        "commas", "crlf", "semicolons", "tabs", "utf-8-bom", "utf-16-le", "utf-16-be", "utf-16-le-without-mark",
        "utf-16-be-without-mark", "quotes-of-a-word-processor", "quotes-of-others", "spaces",
    ],
)  # fmt: skip
def test_the_same_table_in_many_forms(raw: bytes) -> None:
    assert rows_of(raw, "x.csv") == ROWS


def test_a_cell_over_several_lines_is_one_and_the_lines_of_the_file_count() -> None:
    raw = b'title,dates\n"One\nand two",2024\n,,\nThree,2025\n'
    assert rows_of(raw, "x.csv") == [
        Row(1, ("title", "dates")),
        Row(2, ("One and two", "2024")),
        Row(5, ("Three", "2025")),
    ]


def test_quotes_within_a_text_stay() -> None:
    raw = "title;dates\nFestival “Song”;2024\n“Song” Festival;2025\n".encode()
    assert [row.cells[0] for row in rows_of(raw, "x.csv")] == ["title", "Festival “Song”", "“Song” Festival"]


@pytest.mark.parametrize(
    ("raw", "message", "hint"),
    [
        (b"", "x.csv has no rows", "cicareg import events --example shows such a file"),
        (b"\n , \n", "x.csv has no rows", "cicareg import events --example shows such a file"),
        (
            "title;dates\nКурс;2024\n".encode("cp1251"),
            "x.csv is neither UTF-8 nor UTF-16",
            "save it as CSV UTF-8 (in Excel: Save As, CSV UTF-8), or as Unicode Text",
        ),
        (
            b'title,dates\n"Open,2024\n',
            "x.csv:2: this is no row of a CSV file: unexpected end of data",
            "cicareg import events --example shows such a file",
        ),
        (b"x" * (8 * 1024 * 1024 + 1), "x.csv is larger than 8,388,608 bytes", "cicareg import events --example"),
    ],
    ids=["empty", "blank", "another-encoding", "quote-not-closed", "too-large"],
)
def test_what_is_no_table(raw: bytes, message: str, hint: str) -> None:
    with pytest.raises(CicaregError) as raised:
        rows_of(raw, "x.csv")
    assert (raised.value.message, raised.value.code) == (message, 1)
    assert raised.value.hint.startswith(hint)
