"""What a text may say: every refusal with its exact place, what is stepped over, and the limits."""

import pytest

from cicareg.limits import MAX_DEPTH, MAX_FAULTS, MAX_NODES
from cicareg.yaml_text import Composed, Fault, FaultError, child, compose, decode, spot

NOT_A_MAPPING = "the top of a file must be a mapping (key: value)"
DIRECTIVE = "YAML directives (lines that begin with %) are not allowed"
SECOND = "a second YAML document begins: one record, one document"
NO_TEXT = "a key is text, not a list or a mapping"
ANCHOR = "YAML anchors (&x) are not allowed: write the value out"
MERGE = "merge keys (<<) are not allowed: write the values out"
ESCAPE = "not YAML: found invalid Unicode character escape code"
QUOTES = "; a text with `: `, `, ` or brackets in it stands in quotes"
NO_START = "not YAML: found character that cannot start any token" + QUOTES
NOT_UNICODE = "not YAML: it is not Unicode"
COLON = "not YAML: mapping values are not allowed in this context" + QUOTES
CORE = "tag:yaml.org,2002:"
NUMBERS = ("010", "0o10", "0x1F", "1_000", "1e400", ".nan", ".inf", "-.inf", "1.10", "-0", "+1", "1" * 19)
SEVERAL_LINES = "a {…} or […] runs over several lines: put it on one line or one field a line"
NFC = "letters and accents are not composed (Unicode NFC): retype the word"


def alias(name: str) -> str:
    return f"YAML aliases (*{name}) are not allowed: write the value out"


def tag(name: str) -> str:
    return f"YAML tags ({name}) are not allowed"


def twice(key: str, line: int) -> str:
    return f"key {key} given twice (first at line {line})"


def unseen(character: str) -> str:
    return f"the text holds the invisible character {character}"


def number(written: str) -> str:
    return f'YAML programs read the number {written} differently: put it in quotes, "{written}"'


def begun(what: str, line: int) -> str:
    return f"(while {what}, begun at line {line})"


def as_line(fault: Fault) -> str:
    """Give a fault as `line:column-line:column message`, or with one line as `line:column-column message`."""
    end = f"{fault.end_column}" if fault.end_line == fault.line else f"{fault.end_line}:{fault.end_column}"
    return f"{fault.line}:{fault.column}-{end} {fault.message}"


def stopped(text: str) -> str:
    with pytest.raises(FaultError) as error:
        compose(decode(text.encode()))
    return as_line(error.value.fault)


def read(text: str) -> Composed:
    return compose(decode(text.encode()))


def faults(text: str) -> list[str]:
    return [as_line(fault) for fault in read(text).faults]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("", "1:1-1 the file is empty", id="empty"),
        pytest.param("\n\n", "1:1-1 the file is empty", id="blank-lines"),
        pytest.param("# only\n# comments\n", "1:1-1 the file is empty", id="comments"),
        pytest.param("---\n", f"2:1-1 {NOT_A_MAPPING}", id="marker-only"),
        pytest.param("~\n", f"1:1-2 {NOT_A_MAPPING}", id="null"),
        pytest.param("text\n", f"1:1-5 {NOT_A_MAPPING}", id="scalar"),
        pytest.param('"text"\n', f"1:1-7 {NOT_A_MAPPING}", id="quoted"),
        pytest.param("|\n  text\n", f"1:1-3:1 {NOT_A_MAPPING}", id="block-scalar"),
        pytest.param("# c\n- a\n", f"2:1-1 {NOT_A_MAPPING}, not a list", id="list"),
        pytest.param("[a: b]\n", f"1:1-2 {NOT_A_MAPPING}, not a list", id="flow-list"),
        pytest.param("a: 1\n---\nb: 2\n", f"2:1-4 {SECOND}", id="second-document"),
        pytest.param("a: 1\n--- {}\n", f"2:1-4 {SECOND}", id="second-document-flow"),
        pytest.param("a: 1\n...\n---\nb: 2\n", f"3:1-4 {SECOND}", id="document-after-end"),
        pytest.param("a: &x b\n", f"1:4-8 {ANCHOR}", id="anchor"),
        pytest.param("&x a: b\n", f"1:1-5 {ANCHOR}", id="anchored-key"),
        pytest.param("a:\n  - &x {b: c}\n", f"2:5-9 {ANCHOR}", id="anchored-map"),
        pytest.param("a: &x [b]\n", f"1:4-8 {ANCHOR}", id="anchored-list"),
        pytest.param("a: &x\n", f"1:4-6 {ANCHOR}", id="anchored-nothing"),
        pytest.param("a: *nope\n", f"1:4-9 {alias('nope')}", id="undefined-alias"),
        pytest.param("a: [b, *c]\n", f"1:8-10 {alias('c')}", id="alias-in-list"),
        pytest.param("*a : b\n", f"1:1-3 {alias('a')}", id="alias-as-key"),
        pytest.param("<<: *base\n", f"1:5-10 {alias('base')}", id="merge-of-alias"),
        pytest.param("%YAML 1.1\n---\na: no\n", f"1:1-10 {DIRECTIVE}", id="yaml-1.1"),
        pytest.param("%YAML 1.2\n---\na: no\n", f"1:1-10 {DIRECTIVE}", id="yaml-1.2"),
        pytest.param("%YAML 3.0\n---\na: no\n", f"1:1-10 {DIRECTIVE}", id="yaml-3.0"),
        pytest.param("# c\n%TAG ! tag:x,2024:\n---\na: no\n", f"2:1-19 {DIRECTIVE}", id="tag-directive"),
        pytest.param("%TAG ! tag:%ed%a0%80\n---\na: b\n", f"1:1-21 {DIRECTIVE}", id="tag-directive-not-utf-8"),
        pytest.param("%FOO\n", f"1:1-5 {DIRECTIVE}", id="unknown-directive"),
        pytest.param("a: 1\n...\n%YAML 1.1\n---\nb: 1\n", f"3:1-10 {DIRECTIVE}", id="later-directive"),
        pytest.param("? [a]\n: b\n", f"1:3-4 {NO_TEXT}", id="list-as-key"),
        pytest.param("[a]: b\n", f"1:1-2 {NO_TEXT}", id="flow-list-as-key"),
        pytest.param("{{a: b}: c}\n", f"1:2-3 {NO_TEXT}", id="map-as-key"),
        pytest.param("a: !%ed%a0%80 x\n", f"1:2-3 {NOT_UNICODE}", id="tag-surrogate"),
        pytest.param("a: {b: !%c0%80 x}\n", f"1:6-7 {NOT_UNICODE}", id="tag-overlong"),
        pytest.param("!%ed%a0%80 {}\n", f"1:1-2 {NOT_UNICODE}", id="tag-on-root"),
        pytest.param('a: "\\ud800"\n', f"1:7-8 {ESCAPE}", id="lone-surrogate"),
        pytest.param('a: "\\udfff"\n', f"1:7-8 {ESCAPE}", id="low-surrogate"),
        pytest.param('a: "\\ud83d\\ude00"\n', f"1:7-8 {ESCAPE}", id="pair"),
        pytest.param('a: "\\U00110000"\n', f"1:7-8 {ESCAPE}", id="too-high"),
        pytest.param('a: "\\q"\n', "1:5-6 not YAML: found unknown escape character", id="unknown-escape"),
        pytest.param('a: "\\x1"\n', "1:7-8 not YAML: did not find expected hexdecimal number", id="short-escape"),
        pytest.param("a: b: c\n", f"1:5-6 {COLON}", id="two-colons"),
        pytest.param("a: @x\n", f"1:4-5 {NO_START}", id="at-sign"),
        pytest.param("a: `x\n", f"1:4-5 {NO_START}", id="backtick"),
        pytest.param("a: %x\n", f"1:4-5 {NO_START}", id="percent"),
        pytest.param("a: 'b' c\n", "1:8-9 not YAML: did not find expected key", id="text-after-quotes"),
        pytest.param("a: 1\n b: 2\n", f"2:3-4 {COLON}", id="indented"),
        pytest.param("a: |x\n", "1:5-6 not YAML: did not find expected comment or line break", id="bad-block-header"),
        pytest.param(
            "a: {b: c\n",
            "2:1-2 not YAML: did not find expected ',' or '}' " + begun("parsing a flow mapping", 1) + QUOTES,
            id="open-brace",
        ),
        pytest.param(
            "a: [b\nc: d\n",
            "2:2-3 not YAML: did not find expected ',' or ']' " + begun("parsing a flow sequence", 1) + QUOTES,
            id="open-bracket",
        ),
        pytest.param(
            'a: 1\nb: "c\nd: e\n',
            "4:1-2 not YAML: found unexpected end of stream " + begun("scanning a quoted scalar", 2),
            id="open-quote",
        ),
        pytest.param(
            "a:\n  - b\n c: d\n",
            "3:2-3 not YAML: did not find expected key " + begun("parsing a block mapping", 1),
            id="dedent",
        ),
        pytest.param("...\n", "1:1-2 not YAML: did not find expected node content", id="end-marker-only"),
        pytest.param(
            "a: 1\n...\nb: 2\n", "3:1-2 not YAML: did not find expected <document start>", id="text-after-end"
        ),
    ],
)
def test_reading_stops_at(text: str, fault: str) -> None:
    assert stopped(text) == fault


@pytest.mark.parametrize(
    ("text", "data", "fault"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", {"a": 1, "b": 2}, f"3:1-2 {twice('a', 1)}", id="block"),
        pytest.param("x:\n  - {id: a, id: b}\n", {"x": [{"id": "a"}]}, f"2:13-15 {twice('id', 2)}", id="flow"),
        pytest.param('a: 1\n"a": 2\n', {"a": 1}, f"2:1-4 {twice('a', 1)}", id="quoted-and-not"),
        pytest.param('"\\x61": 1\na: 2\n', {"a": 1}, f"2:1-2 {twice('a', 1)}", id="escaped"),
        pytest.param(
            "a: {b: {c: 1, c: 2}, d: 3}\n", {"a": {"b": {"c": 1}, "d": 3}}, f"1:15-16 {twice('c', 1)}", id="nested"
        ),
        pytest.param("a: 1\na: {b: 1}\n", {"a": 1}, f"2:1-2 {twice('a', 1)}", id="second-is-a-map"),
        pytest.param(
            '"a\\nb": 1\n"a\\nb": 2\n',
            {"a\nb": 1},
            "2:1-7 key 'a\\nb' given twice (first at line 1)",
            id="line-break-in-key",
        ),
        pytest.param("1: a\n", {"1": "a"}, '1:1-2 a key is text: put it in quotes, "1"', id="whole-number-key"),
        pytest.param("true: a\n", {"true": "a"}, '1:1-5 a key is text: put it in quotes, "true"', id="true-key"),
        pytest.param("~: a\n", {"~": "a"}, '1:1-2 a key is text: put it in quotes, "~"', id="null-key"),
        pytest.param("?\n: a\n", {"": "a"}, """1:2-2 a key is text: put it in quotes, "''\"""", id="empty-key"),
        pytest.param("1.9: a\n", {"1.9": "a"}, f"1:1-4 {number('1.9')}", id="float-key"),
        pytest.param("<<: {a: b}\n", {"<<": {"a": "b"}}, f"1:1-3 {MERGE}", id="merge-key"),
        pytest.param("x: {<<: [{a: b}]}\n", {"x": {"<<": [{"a": "b"}]}}, f"1:5-7 {MERGE}", id="flow-merge-key"),
        pytest.param("a: !!str b\n", {"a": "b"}, f"1:4-11 {tag(CORE + 'str')}", id="str-tag"),
        pytest.param("a: ! 1\n", {"a": 1}, f"1:4-7 {tag('!')}", id="bare-tag"),
        pytest.param("a: !officer {b: c}\n", {"a": {"b": "c"}}, f"1:4-14 {tag('!officer')}", id="own-tag"),
        pytest.param("!!map\na: b\n", {"a": "b"}, f"1:1-2:1 {tag(CORE + 'map')}", id="root-tag"),
        pytest.param("!!str a: b\n", {"a": "b"}, f"1:1-8 {tag(CORE + 'str')}", id="key-tag"),
        pytest.param("a: !!binary aGk=\n", {"a": "aGk="}, f"1:4-17 {tag(CORE + 'binary')}", id="binary"),
        pytest.param(
            "a: !!python/name:os.system\n",
            {"a": None},
            f"1:4-27 {tag(CORE + 'python/name:os.system')}",
            id="python-name",
        ),
        pytest.param(
            "a: !!python/object/apply:os.system [b]\n",
            {"a": ["b"]},
            f"1:4-37 {tag(CORE + 'python/object/apply:os.system')}",
            id="python-apply",
        ),
        pytest.param(
            "a: !x%0Ay b\n", {"a": "b"}, "1:4-12 YAML tags ('!x\\ny') are not allowed", id="line-break-in-tag"
        ),
        pytest.param("a: !x%1By b\n", {"a": "b"}, "1:4-12 " + tag(r"'!x\x1by'"), id="escape-in-tag"),
        pytest.param("a: [b,\n  c]\n", {"a": ["b", "c"]}, f"1:4-2:5 {SEVERAL_LINES}", id="flow-list-of-two-lines"),
        pytest.param(
            "a: {b: 1,\n  c: 2\n  }\n",
            {"a": {"b": 1, "c": 2}},
            f"1:4-3:4 {SEVERAL_LINES}",
            id="flow-map-of-three-lines",
        ),
        pytest.param("{a: 1,\nb: 2}\n", {"a": 1, "b": 2}, f"1:1-2:6 {SEVERAL_LINES}", id="root-of-two-lines"),
        pytest.param("a: [x, # one\n  y]\n", {"a": ["x", "y"]}, f"1:4-2:5 {SEVERAL_LINES}", id="comment-in-flow-list"),
        pytest.param("a: ['b\n  c']\n", {"a": ["b c"]}, f"1:4-2:6 {SEVERAL_LINES}", id="quotes-in-flow-list"),
        pytest.param(
            'a: "\\x1b[31m"\n', {"a": "\x1b[31m"}, "1:4-14 the text holds an escape character", id="escaped-escape"
        ),
        pytest.param('a: "\\e"\n', {"a": "\x1b"}, "1:4-8 the text holds an escape character", id="short-escape"),
        pytest.param('a: "\\0"\n', {"a": "\0"}, "1:4-8 the text holds a NUL character", id="escaped-nul"),
        pytest.param('a: "\\t"\n', {"a": "\t"}, "1:4-8 the text holds a tab: use spaces", id="escaped-tab"),
        pytest.param(
            'a: "b\\r\\n"\n',
            {"a": "b\r\n"},
            "1:4-11 the text holds a carriage return: save the file with LF line ends",
            id="escaped-cr",
        ),
        pytest.param(
            'a: "\\u202e"\n', {"a": "\u202e"}, f"1:4-12 {unseen('U+202E (right-to-left override)')}", id="escaped-rlo"
        ),
        pytest.param('a: "\\N"\n', {"a": "\x85"}, f"1:4-8 {unseen('U+0085 (a control character)')}", id="escaped-nel"),
        pytest.param('a: "\\L"\n', {"a": "\u2028"}, f"1:4-8 {unseen('U+2028 (line separator)')}", id="escaped-ls"),
        pytest.param(
            'a: "\\ufeff"\n',
            {"a": "\ufeff"},
            "1:4-12 the text holds a byte order mark: save the file without it",
            id="escaped-bom",
        ),
        pytest.param(
            'a: "\\uffff"\n',
            {"a": "\uffff"},
            f"1:4-12 {unseen('U+FFFF (a control character)')}",
            id="escaped-no-character",
        ),
        pytest.param('"\\u200b": a\n', {"\u200b": "a"}, f"1:1-9 {unseen('U+200B (zero width space)')}", id="in-key"),
        pytest.param('a: "e\\u0301"\n', {"a": "e\u0301"}, f"1:4-13 {NFC}", id="escaped-accent"),
        pytest.param('a: "e\\\n  \u0301"\n', {"a": "e\u0301"}, f"1:4-2:5 {NFC}", id="accent-on-next-line"),
        pytest.param('"e\\u0301": a\n', {"e\u0301": "a"}, f"1:1-10 {NFC}", id="escaped-accent-in-key"),
        *(
            pytest.param(
                f"a: {written}\n",
                {"a": written},
                f"1:4-{4 + len(written)} {number(written)}",
                id=written,
            )
            for written in NUMBERS
        ),
    ],
)
def test_stepped_over(text: str, data: object, fault: str) -> None:
    composed = read(text)
    assert [as_line(f) for f in composed.faults] == [fault]
    assert composed.data == data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: NO\nb: yes\nc: on\n", {"a": "NO", "b": "yes", "c": "on"}),
        ("a: 12:30:45\n", {"a": "12:30:45"}),
        ("a: 2025-02-30\n", {"a": "2025-02-30"}),
        ('"010": "1_000"\n', {"010": "1_000"}),
        ("a: '1'\nb: \"true\"\nc: '~'\n", {"a": "1", "b": "true", "c": "~"}),
        ("a: ''\nb:\nc: ~\nd: null\n", {"a": "", "b": None, "c": None, "d": None}),
        ('"<<": {a: b}\n', {"<<": {"a": "b"}}),
        ('"1": a\n', {"1": "a"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("--- {a: b}\n", {"a": "b"}),
        ("{}\n", {}),
        ("a: {}\nb: []\n", {"a": {}, "b": []}),
        ("a: {b}\n", {"a": {"b": None}}),
        ("a: [b: c]\n", {"a": [{"b": "c"}]}),
        ("? a\n: b\n", {"a": "b"}),
        ("? a\n", {"a": None}),
        ("a:\n- b\n- c\n", {"a": ["b", "c"]}),
        ("a:\n  -\n    - b\n  - - c\n", {"a": [["b"], ["c"]]}),
        ("a: |\n  b\n   c\n\n  d\n", {"a": "b\n c\n\nd\n"}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        ("a: b\n  c\n", {"a": "b c"}),
        ('a: "b\\\n  c"\n', {"a": "bc"}),
        ("a: 'it''s'\n", {"a": "it's"}),
        ('a: "\\u0416\\n\\x41"\n', {"a": "Ж\nA"}),
        ("a: b # comment\n# comment\n", {"a": "b"}),
        ("a: b#c\n", {"a": "b#c"}),
        ("a: x:y\n", {"a": "x:y"}),
        ("Ж: 'ҚАЗ'\n", {"Ж": "ҚАЗ"}),
    ],
)
def test_read_as_yaml_1_2(text: str, data: object) -> None:
    composed = read(text)
    assert composed.data == data
    assert composed.faults == ()


def test_numbers_and_truth_are_typed() -> None:
    assert [type(value) for value in read("a: [1, true, ~, x, '1']\n").data["a"]] == [int, bool, type(None), str, str]


def test_faults_come_in_the_order_of_the_file() -> None:
    assert faults("a: 010\n1: b\na: !x c\nd: [e,\n  f]\n") == [
        f"1:4-7 {number('010')}",
        '2:1-2 a key is text: put it in quotes, "1"',
        f"3:1-2 {twice('a', 1)}",
        f"3:4-8 {tag('!x')}",
        f"4:4-5:5 {SEVERAL_LINES}",
    ]


def test_what_was_stepped_over_is_not_lost_where_reading_stops() -> None:
    for end in ("c: *x\n", "c: 'x\n", "c: !%c0%80 x\n"):
        with pytest.raises(FaultError) as error:
            read("a: 1\na: 2\nb: 010\n" + end)
        assert [as_line(fault) for fault in error.value.earlier] == [
            f"2:1-2 {twice('a', 1)}",
            f"3:4-7 {number('010')}",
        ]
        assert error.value.fault.line >= 4


def test_fifty_faults_are_told_and_then_reading_stops() -> None:
    assert len(faults("a: 010\n" + "a: 1\n" * (MAX_FAULTS - 1))) == MAX_FAULTS == 50
    with pytest.raises(FaultError) as error:
        read("a: 010\n" + "a: 1\n" * MAX_FAULTS)
    assert as_line(error.value.fault) == "51:1-2 more than 50 faults: the rest of the file is not read"
    assert len(error.value.earlier) == MAX_FAULTS


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{x: ", "}")])
def test_sixteen_levels_of_flow_are_read_and_no_more(opening: str, closing: str) -> None:
    deepest = MAX_DEPTH - 1
    assert read(f"a: {opening * deepest}{closing * deepest}\n").faults == ()
    column = 4 + len(opening) * deepest
    for depth in (deepest + 1, 400, 5_000):
        message = f"1:{column}-{column + 1} nested deeper than 16 levels"
        assert stopped(f"a: {opening * depth}{closing * depth}\n") == message


def test_sixteen_levels_of_block_are_read_and_no_more() -> None:
    def nested(depth: int) -> str:
        return "".join(f"{'  ' * level}a:\n" for level in range(depth))

    assert read(nested(MAX_DEPTH)).faults == ()
    assert stopped(nested(MAX_DEPTH + 1)) == "17:33-33 nested deeper than 16 levels"
    assert stopped("a:\n  " + "- " * 400 + "b\n") == "2:33-33 nested deeper than 16 levels"


@pytest.mark.parametrize("text", ["[" * 5_000, "{" * 5_000, "- " * 5_000, "? " * 5_000, "{a: " * 5_000, "[{" * 5_000])
def test_brackets_without_end_are_refused(text: str) -> None:
    assert stopped(text + "\n").partition(" ")[2] in {
        f"{NOT_A_MAPPING}, not a list",
        "a key is text, not a list or a mapping",
        "nested deeper than 16 levels",
    }


def test_fifty_thousand_values_are_read_and_no_more() -> None:
    most = MAX_NODES - 3  # the top, the key and the list are values too
    assert len(read("k: [" + "a," * most + "]\n").data["k"]) == most
    column = 5 + 2 * most
    assert stopped("k: [" + "a," * (most + 1) + "]\n") == f"1:{column}-{column + 1} more than 50,000 values in one file"
    assert stopped("k:\n" + "- {a: b}\n" * 20_000) == "16667:7-8 more than 50,000 values in one file"


def test_two_hundred_thousand_keys_are_refused() -> None:
    keys = "".join(f"{key:x}:\n" for key in range(0xA00000, 0xA00000 + 100_000))
    assert stopped(keys).endswith(" more than 50,000 values in one file")
    assert stopped("a:\n" * 200_000) == "52:1-2 more than 50 faults: the rest of the file is not read"
    two_megabytes = "".join(f"key{key}: 1\n" for key in range(200_000))
    assert stopped(two_megabytes).endswith("a record has at most 1,048,576")


def test_thousands_of_directives_are_refused_at_the_first() -> None:
    text = "".join(f"%TAG !{number}! x\n" for number in range(60_000)) + "---\na: b\n"
    assert stopped(text) == f"1:1-11 {DIRECTIVE}"


@pytest.mark.parametrize(
    "text",
    [
        'a: "x' + "\n" * 500_000 + '"\n',
        "a: x" + "\n" * 500_000 + "  y\n",
        "a: |\n" + "\n" * 500_000 + "  y\n",
        "a: >\n" + "  x\n" * 200_000,
        "a: x" + " " * 500_000 + "y\n",
        "a:\n" + "#\n" * 300_000 + "  b\n",
        "a: '" + "''" * 300_000 + "'\n",
        'a: "' + "\\n" * 300_000 + '"\n',
        "a: " + "1_" * 300_000 + "x\n",
        "a: " + "1" * 600_000 + "x\n",
        f'? "{"k" * 600_000}"\n: b\n',
    ],
    ids=["folded", "plain", "literal", "fold", "spaces", "comments", "quotes", "escapes", "figures_", "figures", "key"],
)
def test_long_texts_are_read(text: str) -> None:
    assert read(text).faults == ()


@pytest.mark.parametrize(
    "text",
    [
        *("a: &" + "x" * 500_000 + " b\n", "a: *" + "x" * 500_000 + "\n", f'"{"k" * 900}": 1\n"{"k" * 900}": 2\n'),
        *("a: " + "1" * 500_000 + "\n", "a: !" + "x" * 500_000 + " b\n", "1" * 1_000 + ": b\n"),
    ],
    ids=["anchor", "alias", "twice", "number", "tag", "key"],
)
def test_messages_stay_short(text: str) -> None:
    try:
        found = read(text).faults
    except FaultError as error:
        found = (*error.earlier, error.fault)
    assert found
    assert all(len(fault.message) < 220 and fault.message.isprintable() for fault in found)


def test_a_text_that_did_not_pass_the_door_is_refused_too() -> None:
    for text, problem in (
        ("\ud800", "it is not Unicode"),
        ("\x00", "it cannot be read"),
        ("\x07", "it cannot be read"),
    ):
        with pytest.raises(FaultError) as error:
            compose(f"a: {text}\n")
        assert as_line(error.value.fault) == f"1:1-2 not YAML: {problem}"


def test_places_follow_a_path_as_far_as_it_goes() -> None:
    places = read("a:\n  - b: c\n    d: [e, f]\ng: 1\n").places
    assert spot(child(places, ())) == (1, 1, 4, 5)
    assert spot(child(places, ("a",))) == (2, 3, 3, 14)
    assert spot(child(places, ("a",), key=True)) == (1, 1, 1, 2)
    assert spot(child(places, ("a", 0))) == (2, 5, 3, 14)
    assert spot(child(places, ("a", 0, "b"))) == (2, 8, 2, 9)
    assert spot(child(places, ("a", 0, "b"), key=True)) == (2, 5, 2, 6)
    assert spot(child(places, ("a", 0, "d", 1))) == (3, 12, 3, 13)
    assert spot(child(places, ("a", 0, "d", 1), key=True)) == (3, 12, 3, 13)
    for missing in (("a", 0, "x"), ("a", 0, "x", "y", 3)):
        assert spot(child(places, missing)) == spot(child(places, missing, key=True)) == (2, 5, 3, 14)
    assert spot(child(places, ("a", 7))) == (2, 3, 3, 14)
    assert spot(child(places, ("g", "x", "y"))) == (4, 4, 4, 5)


def test_the_place_of_nothing_is_after_the_colon_or_before_the_comma() -> None:
    places = read("a:   # c\nb: 1\nc: {d: , e: 1}\n").places
    assert spot(child(places, ("a",))) == (1, 3, 1, 3)
    assert spot(child(places, ("c", "d"))) == (3, 8, 3, 8)


def test_of_a_key_given_twice_the_first_is_placed() -> None:
    places = read("a: b\nc: d\na: {x: y}\n").places
    assert spot(child(places, ("a",))) == (1, 4, 1, 5)
    assert spot(child(places, ("a",), key=True)) == (1, 1, 1, 2)
