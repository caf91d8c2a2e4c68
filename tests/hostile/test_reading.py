"""The cases of the list of hostile inputs that concern reading, one test by the id of each."""

import re
import subprocess
import sys
from datetime import date

import pytest
import yaml

from cicareg.kinds import kinds
from cicareg.names import closest, folded
from cicareg.records.area import Area
from cicareg.records.base import Record
from cicareg.records.document import Document
from cicareg.terms import anniversary, lasts, parse_day, parse_term
from tests.hostile.texts import HOSTILE
from tests.support import PROJECT, line, load, loaded, sample

CASES = PROJECT.parent / "shared" / "hostile" / "cases.yaml"
GROUPS = {"yaml", "unicode", "dates", "model"}
SKIPPED = {
    "Y17": "of writing: how a text is quoted",
    "Y48": "of editing: comments beside what is deleted",
    "Y49": "of editing: the style of the lines around",
    "Y50": "of editing: no other byte changes",
    "Y54": "of writing: a fault half-way through",
}
MEBIBYTE = 1024 * 1024

NAME = "registry/areas/new.yaml"


def found(raw: bytes) -> list[str]:
    """Give what is found in the bytes as a file of a register, as `line:column message`."""
    findings = load({NAME: raw}).findings
    return [line(f).removeprefix("areas/new.yaml:").replace("error: ", "", 1) for f in findings if f.rule == "file"]


def cases_of(id_: str) -> list[list[str]]:
    return [found(raw) for raw in HOSTILE[id_]]


def area(text: str) -> list[str]:
    """Give what is found in an area of the sample register."""
    return [line(f).removeprefix("areas/ice.yaml:") for f in loaded({"areas/ice.yaml": text}).findings]


def test_every_case_of_these_groups_is_tested_or_skipped_with_a_reason() -> None:
    if not CASES.exists():
        pytest.skip("the list of cases is not at hand")
    wanted = {case["id"] for case in yaml.safe_load(CASES.read_text(encoding="utf-8")) if case["group"] in GROUPS}
    tested = {
        match[1].replace("_", "-").upper()
        for name in globals()
        if (match := re.match(r"test_((?:t_)?[a-z]\d\d)_", name))
    }
    assert wanted - set(SKIPPED) == tested
    assert set(SKIPPED) <= wanted
    assert not set(SKIPPED) & tested


def test_y01_billion_laughs_are_refused_at_the_first_anchor() -> None:
    message = "1:5 YAML anchors (&a0) are not allowed: write the value out"
    assert cases_of("Y01") == [[message]] * 2


def test_y02_a_graph_of_aliases_is_refused_at_the_first_anchor() -> None:
    message = "1:5 YAML anchors (&a0) are not allowed: write the value out"
    assert cases_of("Y02") == [[message]] * 2


def test_y03_a_tower_of_merge_keys_is_refused_at_the_first_anchor() -> None:
    message = "1:5 YAML anchors (&m0) are not allowed: write the value out"
    assert cases_of("Y03") == [[message]] * 2


def test_y07_depth_is_our_limit_not_that_of_the_interpreter() -> None:
    assert cases_of("Y07") == [["1:64 nested deeper than 16 levels"]] * 3 + [["1:19 nested deeper than 16 levels"]]


def test_y08_a_key_given_twice_names_both_lines_and_no_way_to_suppress_the_check() -> None:
    once, often = cases_of("Y08")
    assert once == ["3:1 key country given twice (first at line 1)"]
    assert often[0] == "2:1 key a given twice (first at line 1)"
    assert often[-1] == "52:1 more than 50 faults: the rest of the file is not read"
    assert len(often) == 51
    assert not any("suppress" in message for message in once + often)


def test_y09_a_key_given_twice_in_braces() -> None:
    once, often = cases_of("Y09")
    assert once == ["1:12 key id given twice (first at line 1)"]
    assert len(often) == 51


def test_y10_a_tag_that_would_run_a_command() -> None:
    assert cases_of("Y10") == [["1:4 YAML tags (tag:yaml.org,2002:python/object/apply:os.system) are not allowed"]]


def test_y11_tags_of_every_sort() -> None:
    tags = ("tag:yaml.org,2002:python/name:os.system", "!officer", "tag:yaml.org,2002:binary", "tag:yaml.org,2002:set")
    assert cases_of("Y11") == [[f"1:4 YAML tags ({tag}) are not allowed"] for tag in tags]


def test_y12_merge_keys() -> None:
    assert cases_of("Y12") == [
        ["2:3 merge keys (<<) are not allowed: write the values out"],
        ["1:4 YAML anchors (&b) are not allowed: write the value out"],
    ]


def test_y15_an_alias_of_nothing() -> None:
    assert cases_of("Y15") == [["1:4 YAML aliases (*nope) are not allowed: write the value out"]]


def test_y18_a_directive_that_would_change_the_meaning() -> None:
    assert cases_of("Y18") == [["1:1 YAML directives (lines that begin with %) are not allowed"]] * 2


def test_y20_numbers_that_programs_read_differently() -> None:
    shown = ["010", "0o10", "0x1F", "1_000", "9" * 57 + "…"]
    assert cases_of("Y20") == [
        [f'1:4 YAML programs read the number {number} differently: put it in quotes, "{number}"'] for number in shown
    ]


def test_y20_a_number_where_a_name_is_wanted_is_found_at_its_place() -> None:
    assert area("dimension: nature\nnumber: 1\nname: {en: 2024}\n") == [
        '3:12 error: a text is wanted, not 2024: put it in quotes, "2024"'
    ]


def test_y21_a_time_of_day_is_text() -> None:
    assert cases_of("Y21") == [[]]
    registry = loaded({"areas/new.yaml": "dimension: people\naliases: [12:30:45]\n"}).registry
    entry = registry.get(Area, "new")
    assert entry is not None
    assert entry.record.aliases == ("12:30:45",)


def test_y26_a_byte_order_mark() -> None:
    assert cases_of("Y26") == [["1:1 a byte order mark: save the file without it"]]


def test_y27_carriage_returns() -> None:
    assert cases_of("Y27") == [["1:5 a carriage return: save the file with LF line ends"]]


def test_y29_nul_escape_and_control_characters_have_line_and_column() -> None:
    assert cases_of("Y29") == [
        ["1:4 a NUL character"],
        ["1:4 the invisible character U+009B (a control character)"],
        ["1:4 an escape character"],
        ["1:1 a NUL character"],
    ]


def test_y31_bytes_that_are_not_utf_8() -> None:
    assert cases_of("Y31") == [
        ["1:7 not UTF-8 (byte 0xe9): save the file as UTF-8"],
        ["1:4 not UTF-8 (byte 0xc0): save the file as UTF-8"],
        ["1:1000001 not UTF-8 (byte 0xff): save the file as UTF-8"],
    ]


def test_y32_utf_16() -> None:
    assert cases_of("Y32") == [["1:1 the file is UTF-16: save it as UTF-8"]] * 2


def test_y34_half_a_character_by_escape() -> None:
    assert cases_of("Y34") == [["1:7 not YAML: found invalid Unicode character escape code"]]


def test_y36_files_without_a_mapping() -> None:
    top = "the top of a file must be a mapping (key: value)"
    empty = ["1:1 the file is empty"]
    assert cases_of("Y36") == [empty, empty, [f"1:1 {top}"], [f"1:1 {top}, not a list"], [f"1:1 {top}"], empty]


def test_y37_conflict_markers_at_their_own_line() -> None:
    assert cases_of("Y37") == [["2:1 an unresolved merge conflict"]]


def test_y40_hundreds_of_thousands_of_keys_or_values() -> None:
    assert cases_of("Y40") == [
        ["1:1 the file has 2,488,890 bytes; a record has at most 1,048,576"],
        ["25000:7 more than 50,000 values in one file"],
        ["1:99999 more than 50,000 values in one file"],
        ["1:149996 more than 50,000 values in one file"],
    ]


def test_y42_keys_are_text() -> None:
    for case, key in zip(cases_of("Y42"), ("1", "true"), strict=True):
        assert case == [
            f'1:1 a key is text: put it in quotes, "{key}"',
            f"2:1 key {key} given twice (first at line 1)",
        ]


def test_y43_no_number_but_whole_ones() -> None:
    assert cases_of("Y43") == [
        [f'1:4 YAML programs read the number {number} differently: put it in quotes, "{number}"']
        for number in (".nan", ".inf", "-.INF", "1e400", "1.5")
    ]


def test_y45_line_ends_that_only_some_programs_know() -> None:
    assert cases_of("Y45") == [
        ["1:5 the invisible character U+0085 (a control character)"],
        ["1:5 the invisible character U+2028 (line separator)"],
        ["1:4 the text holds the invisible character U+0085 (a control character)"],
    ]


def test_y46_line_ends_by_escape_reach_no_record_unnoticed() -> None:
    assert cases_of("Y46") == [
        ["1:4 the text holds the invisible character U+0085 (a control character)"],
        ["1:4 the text holds the invisible character U+2028 (line separator)"],
    ]


def test_y47_brackets_over_several_lines() -> None:
    several = "a {…} or […] runs over several lines: put it on one line or one field a line"
    assert cases_of("Y47") == [[f"1:4 {several}"]]


def test_y52_every_hostile_text_cut_at_every_tenth_byte_is_read_or_refused() -> None:
    for id_, texts in HOSTILE.items():
        for raw in texts:
            for end in range(0, min(len(raw), 400), 10):
                for finding in load({NAME: raw[:end] + b"\n"}).findings:
                    assert finding.message.isprintable(), (id_, end)


def test_u02_accents_that_are_not_composed_are_refused_in_text_and_by_escape() -> None:
    message = "letters and accents are not composed (Unicode NFC): retype the word"
    assert cases_of("U02") == [[f"1:5 {message}"], [f"1:4 {message}"], [f"1:4 {message}"]]


def test_u04_text_that_runs_backwards_is_refused_in_text_and_by_escape() -> None:
    character = "the invisible character U+202E (right-to-left override)"
    assert cases_of("U04") == [[f"1:4 {character}"], [f"1:4 the text holds {character}"]]


def test_u05_names_are_compared_in_one_form() -> None:
    assert folded("ｆｒ") == "fr"
    assert folded("ﬁsh") == "fish"
    assert closest("ＩＣＥ", ["ice"]) == "ice"
    assert area("dimension: nature\nnumber: 1\nname: {ｆｒ: Glace}\n") == [
        "3:8 error: ｆｒ is not a language code such as en"
    ]


@pytest.mark.parametrize("id_", ["ісе", "ice١", "ice\n", "ｉce", "ICE", "ıce"])
def test_u08_ids_and_figures_are_ascii_to_the_last_character(id_: str) -> None:
    tree = {**sample(), f"registry/areas/{id_}.yaml": b"dimension: people\n"}
    messages = [f.message for f in load(tree).findings]
    assert any(message.endswith("is not made of lower-case letters, digits and single hyphens") for message in messages)
    for text in ("٢٠٢٤-٠١-٠١", "2024-01-01\n", "２０２４-01-01"):
        with pytest.raises(ValueError, match="a day is written like"):
            parse_day(text)


def test_u08_patterns_of_models_end_at_the_end() -> None:
    assert area('dimension: nature\nnumber: 1\nname: Ice\nforms: {fr: {"genitive\\n": x}}\n') == [
        r"4:14 error: 'genitive\n' is not made of lower-case letters, digits and single hyphens"
    ]
    assert area('dimension: nature\nnumber: 1\nname: {"en\\n": Ice}\n') == [
        r"3:8 error: 'en\n' is not a language code such as en"
    ]


def test_m03_a_quoted_number_is_no_number() -> None:
    assert area('dimension: nature\nnumber: "1_000"\nname: Ice\n') == ["2:9 error: a whole number is wanted, not 1_000"]
    assert area('dimension: nature\nnumber: "4"\nname: Ice\n') == [
        "2:9 error: a whole number is wanted, not 4: take its quotes away"
    ]


def test_m06_depth_is_stopped_at_the_door_or_by_the_model() -> None:
    assert cases_of("M06") == [[], ["1:1 the top of a file must be a mapping (key: value), not a list"]]
    assert area(HOSTILE["M06"][0].decode()) == ["1:1 error: unknown key zz", "1:1 error: the key dimension is missing"]


def test_m07_patterns_cost_no_more_than_the_text_is_long() -> None:
    long_alias, long_name = (raw.decode() for raw in HOSTILE["M07"])
    assert area(long_alias) == ["2:11 error: longer than 1000 characters"]
    assert area(long_name) == ["1:12 error: longer than 1000 characters"]
    models: list[type[Record]] = [Record, *(kind.model for kind in kinds())]
    assert {model.model_config.get("regex_engine") for model in models} == {"rust-regex"}


def test_t_d01_two_years_from_29_february_end_on_27_february() -> None:
    assert anniversary(date(2024, 2, 29), 2) == date(2026, 2, 28)
    assert lasts(parse_term("2024-02-29/2026-02-27"), 2)
    assert not lasts(parse_term("2024-02-29/2026-02-26"), 2)


def test_t_d03_years_are_calendar_years() -> None:
    assert not lasts(parse_term("2023-03-01/2025-02-27"), 2)
    assert lasts(parse_term("2023-03-01/2025-02-28"), 2)


def test_t_d04_the_end_and_the_next_start_on_one_day_overlap_by_that_day() -> None:
    first, second = parse_term("2024-01-01/2026-01-01").span, parse_term("2026-01-01/2027-12-31").span
    shared = first.shared(second)
    assert shared is not None
    assert (shared.start, shared.end) == (date(2026, 1, 1), date(2026, 1, 1))
    assert parse_term("2024-2025").span.shared(second) is None


@pytest.mark.parametrize("text", ["20260208", "2026-W09-1"])
def test_t_d09_spellings_that_python_would_accept(text: str) -> None:
    assert date.fromisoformat(text)
    files: dict[str, str | None] = {"documents/new.yaml": f"kind: list\ntitle: x\ndate: '{text}'\n"}
    [finding] = loaded(files).findings
    assert line(finding) == (f"documents/new.yaml:3:7 error: a day is written like 2024-03-15, not '{text}'")


@pytest.mark.parametrize("text", ["9999-12-31", "0000-01-01", "1944-12-31", "2201-01-01"])
def test_t_d10_days_outside_the_range_are_found_at_their_place(text: str) -> None:
    files: dict[str, str | None] = {"documents/new.yaml": f"kind: list\ntitle: x\ndate: {text}\n"}
    read = loaded(files)
    [finding] = read.findings
    assert line(finding) == f"documents/new.yaml:3:7 error: the year {text[:4]} in '{text}' is outside 1945-2200"
    assert read.registry.get(Document, "new") is None


_READ_ALL = """
import resource
resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))
from tests.hostile.texts import HOSTILE
from tests.support import load
names = ("areas/new", "coordinators/new", "meetings/new", "documents/new", "law/new", "registry", "states")
for number, raw in enumerate(raw for texts in HOSTILE.values() for raw in texts):
    load({{f"registry/{{names[number % len(names)]}}.yaml": raw}})
# Not ru_maxrss: that begins with the memory of whoever started this process.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the measure of memory is that of Linux")
def test_all_hostile_texts_take_less_than_256_mebibytes() -> None:
    code = _READ_ALL.format(limit=512 * MEBIBYTE)
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) * 1024 <= 256 * MEBIBYTE
