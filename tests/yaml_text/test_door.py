"""From bytes to text: every refusal with its exact place, and that all else passes as it is."""

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.limits import MAX_BYTES
from cicareg.visible import UNSEEN
from cicareg.yaml_text import FaultError, decode
from cicareg.yaml_text.door import describe

NFC = "letters and accents are not composed (Unicode NFC): retype the word"
BOM = "a byte order mark: save the file without it"
CONFLICT = "an unresolved merge conflict"


def not_utf_8(byte: str) -> str:
    return f"not UTF-8 (byte {byte}): save the file as UTF-8"


def unseen(character: str) -> str:
    return f"the invisible character {character}"


def refusal(raw: bytes) -> tuple[int, int, int, int, str]:
    """Give line, column, end line, end column and message of the fault that stops the reading."""
    with pytest.raises(FaultError) as stopped:
        decode(raw)
    fault = stopped.value.fault
    assert stopped.value.earlier == ()
    return fault.line, fault.column, fault.end_line, fault.end_column, fault.message


@pytest.mark.parametrize(
    ("raw", "line", "column", "message"),
    [
        pytest.param(b"\xef\xbb\xbfa: b\n", 1, 1, BOM, id="utf-8-bom"),
        pytest.param("a: \ufeffb\n".encode(), 1, 4, BOM, id="bom-in-the-middle"),
        pytest.param("a: caf\xe9\n".encode("latin-1"), 1, 7, not_utf_8("0xe9"), id="latin-1"),
        pytest.param("é: 1\nЖ: é".encode() + b"\xe9\n", 2, 5, not_utf_8("0xe9"), id="code-points"),
        pytest.param(b"a: \xc0\xaf\n", 1, 4, not_utf_8("0xc0"), id="overlong"),
        pytest.param(b"a: \xe0\x80\xaf\n", 1, 4, not_utf_8("0xe0"), id="overlong-3"),
        pytest.param(b"a: \xed\xa0\x80\n", 1, 4, not_utf_8("0xed"), id="surrogate"),
        pytest.param(b"a: \xf4\x90\x80\x80\n", 1, 4, not_utf_8("0xf4"), id="too-high"),
        pytest.param(b"a: \x80\n", 1, 4, not_utf_8("0x80"), id="continuation"),
        pytest.param(b"ab: 1\ncd\xe2\x82", 2, 3, not_utf_8("0xe2"), id="cut-off"),
        pytest.param(b"\xff\n", 1, 1, not_utf_8("0xff"), id="ff"),
        pytest.param(b"a: b\r\nc: d\r\n", 1, 5, "a carriage return: save the file with LF line ends", id="crlf"),
        pytest.param(b"a: b\rc: d\r", 1, 5, "a carriage return: save the file with LF line ends", id="cr"),
        pytest.param(b"a: b\n\tc: d\n", 2, 1, "a tab: use spaces", id="tab"),
        pytest.param(b"\n\tb: c\n", 2, 1, "a tab: use spaces", id="tab-below-an-empty-line"),
        pytest.param(b"a: 'b\tc'\n", 1, 6, "a tab: use spaces", id="tab-in-quotes"),
        pytest.param(b"# \tc\n", 1, 3, "a tab: use spaces", id="tab-in-comment"),
        pytest.param(b"a: \x00\n", 1, 4, "a NUL character", id="nul"),
        pytest.param(b"a: \x1b[31m\n", 1, 4, "an escape character", id="escape"),
        pytest.param(b"a: \x07\n", 1, 4, unseen("U+0007 (a control character)"), id="bell"),
        pytest.param(b"a: \x7f\n", 1, 4, unseen("U+007F (a control character)"), id="delete"),
        pytest.param("a: \x9b31m\n".encode(), 1, 4, unseen("U+009B (a control character)"), id="c1-csi"),
        pytest.param("a: b\x85c\n".encode(), 1, 5, unseen("U+0085 (a control character)"), id="nel"),
        pytest.param("a: b\u2028c\n".encode(), 1, 5, unseen("U+2028 (line separator)"), id="ls"),
        pytest.param("a: b\u2029c\n".encode(), 1, 5, unseen("U+2029 (paragraph separator)"), id="ps"),
        pytest.param("a: \u202eb\n".encode(), 1, 4, unseen("U+202E (right-to-left override)"), id="rlo"),
        pytest.param("a: \u2066b\n".encode(), 1, 4, unseen("U+2066 (left-to-right isolate)"), id="lri"),
        pytest.param("a: \u200fb\n".encode(), 1, 4, unseen("U+200F (right-to-left mark)"), id="rlm"),
        pytest.param("a: \u061cb\n".encode(), 1, 4, unseen("U+061C (arabic letter mark)"), id="alm"),
        pytest.param("KA\u200bZ: 1\n".encode(), 1, 3, unseen("U+200B (zero width space)"), id="zwsp"),
        pytest.param("a\u200d: 1\n".encode(), 1, 2, unseen("U+200D (zero width joiner)"), id="zwj"),
        pytest.param("a: \u2060\n".encode(), 1, 4, unseen("U+2060 (word joiner)"), id="word-joiner"),
        pytest.param("a: \xad\n".encode(), 1, 4, unseen("U+00AD (soft hyphen)"), id="soft-hyphen"),
        pytest.param("a: 1\ufe0f\n".encode(), 1, 5, unseen("U+FE0F (variation selector-16)"), id="vs16"),
        pytest.param("a: \u3164\n".encode(), 1, 4, unseen("U+3164 (hangul filler)"), id="filler"),
        pytest.param("a: \u034f\n".encode(), 1, 4, unseen("U+034F (combining grapheme joiner)"), id="cgj"),
        pytest.param("a: \U000e0041\n".encode(), 1, 4, unseen("U+E0041 (tag latin capital letter a)"), id="tag"),
        pytest.param("a: cafe\u0301\n".encode(), 1, 7, NFC, id="nfd"),
        pytest.param("é: 1\nb: Co\u0302te\n".encode(), 2, 5, NFC, id="nfd-second-line"),
        pytest.param("a: \u212b\n".encode(), 1, 4, NFC, id="angstrom"),
        pytest.param("a: x\u0316\u0301\u0316\n".encode(), 1, 4, NFC, id="accents-out-of-order"),
        pytest.param("a: \u1100\u1161\n".encode(), 1, 5, NFC, id="jamo"),
        pytest.param(b"a: b", 1, 5, "the last line does not end with a line feed", id="no-final-newline"),
        pytest.param(b"a: b\nc: d", 2, 5, "the last line does not end with a line feed", id="no-final-newline-2"),
    ],
)
def test_refused_at_the_very_character(raw: bytes, line: int, column: int, message: str) -> None:
    assert refusal(raw) == (line, column, line, column + 1, message)


@pytest.mark.parametrize(
    ("raw", "line", "end"),
    [
        pytest.param(b"a: 1\n<<<<<<< HEAD\nb: 1\n=======\n", 2, 9, id="ours"),
        pytest.param(b"a: 1\n=======\nb: 1\n", 2, 8, id="middle"),
        pytest.param(b">>>>>>> 1234567\n", 1, 9, id="theirs"),
        pytest.param(b"||||||| base\n", 1, 9, id="base"),
        pytest.param(b"a: |\n  text\n<<<<<<< HEAD\n", 3, 9, id="after-block"),
    ],
)
def test_conflict_markers_are_named_as_such(raw: bytes, line: int, end: int) -> None:
    assert refusal(raw) == (line, 1, line, end, CONFLICT)


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  <<<<<<< HEAD\n",
        "a: <<<<<<<\n",
        "# =======\n",
        "========\n",
        "=======x\n",
        "<<<<<<<\n",
        ">>>>>> x\n",
    ],
)
def test_what_only_looks_like_a_conflict_marker_passes(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("raw", ["a: b\n".encode("utf-16"), b"\xfe\xff\x00a", b"\xff\xfe", "a".encode("utf-32")])
def test_utf_16_and_utf_32_with_a_mark_are_named(raw: bytes) -> None:
    assert refusal(raw) == (1, 1, 1, 1, "the file is UTF-16: save it as UTF-8")


def test_utf_16_without_a_mark_holds_nul() -> None:
    assert refusal("a: b\n".encode("utf-16-le")) == (1, 2, 1, 3, "a NUL character")


def test_one_mebibyte_is_read_and_a_byte_more_is_not() -> None:
    most = b"#" * (MAX_BYTES - 1) + b"\n"
    assert len(decode(most)) == MAX_BYTES == 1_048_576
    assert refusal(b"#" + most) == (1, 1, 1, 1, "the file has 1,048,577 bytes; a record has at most 1,048,576")


def test_the_limit_counts_bytes_not_letters() -> None:
    assert refusal(("Ж" * (MAX_BYTES // 2) + "\n").encode())[4].startswith("the file has 1,048,577 bytes")


def test_nothing_at_all_is_text() -> None:
    assert decode(b"") == ""
    assert decode(b"\n") == "\n"


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан Республикасы\n",
        "Türkiye, Việt Nam, Côte d’Ivoire, Ελλάδα, ประเทศไทย, 中国, 대한민국, ישראל, إيران\n",
        "“quoted” — ‘text’… №\u00a05, ½, €, ™, 😀\n",
        "\u0301 alone\n",
        "x\u0316\u0301\n",
        "\u1f71\n".replace("\u1f71", "\u03ac"),
    ],
)
def test_letters_of_all_languages_pass_unchanged(text: str) -> None:
    assert decode(text.encode()) == text


def test_everything_that_the_eye_cannot_see_is_forbidden() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        hidden = (
            (unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} and character != "\n")
            or unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
            or "ZERO WIDTH" in unicodedata.name(character, "")
            or "VARIATION SELECTOR" in unicodedata.name(character, "")
            or code & 0xFFFE == 0xFFFE
            or 0xFDD0 <= code <= 0xFDEF
        )
        assert not hidden or UNSEEN.fullmatch(character), hex(code)


def test_no_letter_figure_or_punctuation_but_the_empty_ones_is_forbidden() -> None:
    empty = {"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0"}
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        name = unicodedata.name(character, "")
        if (
            unicodedata.category(character)[0] in "LMNPS"
            and "VARIATION SELECTOR" not in name
            and character not in empty
        ):
            assert not UNSEEN.search(character), hex(code)


def test_every_forbidden_character_is_described_on_one_line() -> None:
    for code in range(sys.maxunicode + 1):
        if UNSEEN.fullmatch(chr(code)):
            assert describe(chr(code)).isprintable()


def test_half_a_million_accents_in_the_wrong_order_are_refused_without_sorting_them() -> None:
    raw = ("a: x" + "\u0301\u0316" * 260_000 + "\n").encode()
    assert refusal(raw) == (1, 4, 1, 5, NFC)


@given(st.binary(max_size=200))
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_text_or_one_fault_in_them(raw: bytes) -> None:
    try:
        text = decode(raw)
    except FaultError as error:
        fault = error.fault
        assert 1 <= fault.line <= raw.count(b"\n") + 1
        assert fault.column >= 1
        assert fault.message.isprintable()
    else:
        assert text.encode() == raw


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from("\r\t\x00\x1b\x85\u2028\u202e\u200b\ufeff"))
@settings(max_examples=300, deadline=None)
def test_a_forbidden_character_is_found_wherever_it_stands(before: str, after: str, forbidden: str) -> None:
    clean = [UNSEEN.sub("", unicodedata.normalize("NFC", part)) for part in (before, after)]
    text = f"{clean[0]}{forbidden}{clean[1]}\n"
    lines = clean[0].split("\n")
    assert refusal(text.encode())[:2] == (len(lines), len(lines[-1]) + 1)
