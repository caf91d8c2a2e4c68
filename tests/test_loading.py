"""From a tree of files to the register: names of files, what is broken, and places."""

import pytest

from cicareg.finding import Finding, Place
from cicareg.kinds import kinds
from cicareg.layout import ROOT, TOP
from cicareg.records.area import Area
from cicareg.records.coordinators import Coordinators
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from tests.records.cases import FULL, edited, findings, sample_text
from tests.support import PROJECT, check, line, load, loaded, sample, size, tree_of
from tests.yaml_text.mutations import EXAMPLES, examples

AREA = "dimension: people\n"
KINDS = (
    "records are registry/areas/*.yaml, registry/coordinators/*.yaml, registry/documents/*.yaml, "
    "registry/events/*/*.yaml, registry/law/*.yaml, registry/meetings/*.yaml, registry/registry.yaml, "
    "registry/states.yaml"
)
NO_KIND = f"no kind of record stands here; {KINDS}"
NOT_AN_ID = "is not made of lower-case letters, digits and single hyphens"
ENDING = "a record's file name ends in .yaml"


def same_as(path: str) -> str:
    return f"on some systems this file and {path} are the same: rename one"


def found_with(path: str, raw: bytes = AREA.encode()) -> list[str]:
    """Give what reading finds with one more file, its own path and the word error left out."""
    tree = {**sample(), path: raw}
    prefix = f"{path.removeprefix('registry/')}:"
    return [line(finding).removeprefix(prefix).replace(" error:", "") for finding in load(tree).findings]


def test_the_sample_and_the_real_register_are_read_without_a_finding() -> None:
    assert loaded().findings == ()
    assert load(tree_of(PROJECT)).findings == ()


def test_an_empty_tree_is_an_empty_register() -> None:
    nothing = load({})
    assert nothing.findings == ()
    assert size(nothing.registry) == 0
    assert [nothing.registry.of(kind.model) for kind in kinds()] == [()] * len(kinds())


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param("registry/areas/new.yaml", [], id="new"),
        pytest.param("registry/areas/a1-2b.yaml", [], id="digits"),
        pytest.param(f"registry/areas/{'a' * 64}.yaml", [], id="64-letters"),
        pytest.param(f"registry/areas/{'a' * 65}.yaml", ["1:1 the id is longer than 64 characters"], id="65-letters"),
        pytest.param(f"registry/areas/{'a' * 300}.yaml", ["1:1 the id is longer than 64 characters"], id="300-letters"),
        pytest.param("registry/areas/New.yaml", [f"1:1 the id New {NOT_AN_ID}"], id="capital"),
        pytest.param("registry/areas/a_b.yaml", [f"1:1 the id a_b {NOT_AN_ID}"], id="underscore"),
        pytest.param("registry/areas/a--b.yaml", [f"1:1 the id a--b {NOT_AN_ID}"], id="two-hyphens"),
        pytest.param("registry/areas/-rf.yaml", [f"1:1 the id -rf {NOT_AN_ID}"], id="like-an-option"),
        pytest.param("registry/areas/a-.yaml", [f"1:1 the id a- {NOT_AN_ID}"], id="hyphen-at-the-end"),
        pytest.param("registry/areas/a b.yaml", [f"1:1 the id a b {NOT_AN_ID}"], id="space"),
        pytest.param("registry/areas/a .yaml", [f"1:1 the id 'a ' {NOT_AN_ID}"], id="space-at-the-end"),
        pytest.param("registry/areas/a..yaml", [f"1:1 the id a. {NOT_AN_ID}"], id="dot"),
        pytest.param("registry/areas/a:b.yaml", [f"1:1 the id a:b {NOT_AN_ID}"], id="colon"),
        pytest.param("registry/areas/*.yaml", [f"1:1 the id * {NOT_AN_ID}"], id="star"),
        pytest.param("registry/areas/git~1.yaml", [f"1:1 the id git~1 {NOT_AN_ID}"], id="git~1"),
        pytest.param("registry/areas/...yaml", [f"1:1 the id .. {NOT_AN_ID}"], id="dots"),
        pytest.param("registry/areas/.yaml", [f"1:1 the id '' {NOT_AN_ID}"], id="no-name"),
        pytest.param("registry/areas/é.yaml", [f"1:1 the id é {NOT_AN_ID}"], id="accent"),
        pytest.param("registry/areas/ісе.yaml", [f"1:1 the id ісе {NOT_AN_ID}"], id="cyrillic-look-alikes"),
        pytest.param("registry/areas/x١.yaml", [f"1:1 the id x١ {NOT_AN_ID}"], id="arabic-figure"),
        pytest.param("registry/areas/a\nb.yaml", [rf"1:1 the id 'a\nb' {NOT_AN_ID}"], id="line-break"),
        pytest.param("registry/areas/a\n.yaml", [rf"1:1 the id 'a\n' {NOT_AN_ID}"], id="line-break-at-the-end"),
        pytest.param("registry/areas/a\x1b[31m.yaml", [rf"1:1 the id 'a\x1b[31m' {NOT_AN_ID}"], id="escape"),
        pytest.param("registry/areas/a\x00.yaml", [rf"1:1 the id 'a\x00' {NOT_AN_ID}"], id="nul"),
        pytest.param("registry/areas/bad\udcff.yaml", [rf"1:1 the id 'bad\udcff' {NOT_AN_ID}"], id="not-utf-8"),
        *(
            pytest.param(
                f"registry/areas/{name}.yaml",
                [f"1:1 {name} cannot be a file name on every system: take another id"],
                id=name,
            )
            for name in ("con", "prn", "aux", "nul", "com1", "com9", "lpt0")
        ),
        pytest.param("registry/areas/console.yaml", [], id="console"),
        pytest.param("registry/areas/com10.yaml", [], id="com10"),
        pytest.param("registry/areas/new.yml", [f"1:1 {ENDING}"], id="yml"),
        pytest.param("registry/areas/new.YAML", [f"1:1 {ENDING}"], id="YAML"),
        pytest.param("registry/areas/new.Yml", [f"1:1 {ENDING}"], id="Yml"),
        pytest.param("registry/new.yml", [f"1:1 {ENDING}"], id="yml-at-the-top"),
        pytest.param("registry/README.md", [f"1:1 {NO_KIND}"], id="readme"),
        pytest.param("registry/new", [f"1:1 {NO_KIND}"], id="no-ending"),
        pytest.param("registry/.yaml", [f"1:1 {NO_KIND}"], id="hidden"),
        pytest.param("registry/other/x.yaml", [f"1:1 {NO_KIND}"], id="unknown-folder"),
        pytest.param(
            "registry/area/x.yaml",
            [f"1:1 no kind of record stands here; did you mean registry/areas/*.yaml?; {KINDS}"],
            id="folder-misspelt",
        ),
        pytest.param(
            "registry/Areas/x.yaml",
            [f"1:1 no kind of record stands here; did you mean registry/areas/*.yaml?; {KINDS}"],
            id="folder-in-capitals",
        ),
        pytest.param(
            "registry/areas/sub/x.yaml",
            [f"1:1 no kind of record stands here; did you mean registry/areas/*.yaml?; {KINDS}"],
            id="folder-in-folder",
        ),
        pytest.param(
            "registry/areas.yaml",
            [f"1:1 no kind of record stands here; did you mean registry/areas/*.yaml?; {KINDS}"],
            id="file-for-folder",
        ),
        pytest.param(
            "registry/areas/x.yaml.orig",
            [f"1:1 no kind of record stands here; did you mean registry/areas/*.yaml?; {KINDS}"],
            id="copy-of-an-editor",
        ),
        pytest.param(
            "registry/registery.yaml",
            [f"1:1 no kind of record stands here; did you mean registry/registry.yaml?; {KINDS}"],
            id="top-file-misspelt",
        ),
        pytest.param(
            "registry/meetings/registry.yaml",
            [
                "1:1 the key date is missing",
                "1:1 the key organ is missing",
                "1:1 unknown key dimension; did you mean decisions?",
            ],
            id="the-folder-makes-the-kind",
        ),
    ],
)
def test_F10_F12_names_of_files(path: str, found: list[str]) -> None:
    assert sorted(found_with(path)) == found


@pytest.mark.parametrize(
    "path", ["templates/en/list.html", "README.md", "registry.yaml", "registryx/a.yaml", "x/registry/areas/Y.yaml"]
)
def test_what_is_not_below_the_folder_of_the_register_is_not_read(path: str) -> None:
    assert found_with(path, b"\xff\x00") == []


def test_what_is_wrong_with_a_name_stands_at_the_beginning_of_its_file() -> None:
    places = {finding.place for finding in load({"registry/areas/A.yml": b"", "registry/areas/a.yml": b""}).findings}
    assert places == {Place(f"registry/areas/{name}.yml", 1, 1, 1, 1) for name in "Aa"}


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        pytest.param(
            ["registry/areas/Ice.yaml"],
            [
                f"areas/Ice.yaml:1:1 error: the id Ice {NOT_AN_ID}",
                f"areas/ice.yaml:1:1 error: {same_as('registry/areas/Ice.yaml')}",
            ],
            id="capital",
        ),
        pytest.param(
            ["registry/areas/ICE.yaml", "registry/areas/Ice.yaml"],
            [
                f"areas/ICE.yaml:1:1 error: the id ICE {NOT_AN_ID}",
                f"areas/Ice.yaml:1:1 error: {same_as('registry/areas/ICE.yaml')}",
                f"areas/Ice.yaml:1:1 error: the id Ice {NOT_AN_ID}",
                f"areas/ice.yaml:1:1 error: {same_as('registry/areas/ICE.yaml')}",
            ],
            id="three",
        ),
        pytest.param(
            ["registry/areas/\u00e9.yaml", "registry/areas/e\u0301.yaml"],
            [
                f"areas/e\u0301.yaml:1:1 error: the id e\u0301 {NOT_AN_ID}",
                "areas/\u00e9.yaml:1:1 error: " + same_as("registry/areas/e\u0301.yaml"),
                f"areas/\u00e9.yaml:1:1 error: the id \u00e9 {NOT_AN_ID}",
            ],
            id="composed-and-not",
        ),
        pytest.param(
            ["templates/en/list.html", "templates/EN/List.html"],
            [f"templates/en/list.html:1:1 error: {same_as('templates/EN/List.html')}"],
            id="outside-the-register",
        ),
    ],
)
def test_F13_names_that_are_one_on_some_systems(paths: list[str], found: list[str]) -> None:
    tree = {**sample(), **{path: AREA.encode() for path in paths}}
    assert [line(finding) for finding in sorted(load(tree).findings, key=lambda f: f.order)] == found


BROKEN = {
    "areas/ice.yaml": (
        "dimension: [\n",
        "2:1 error: not YAML: did not find expected node content",
    ),
    "states.yaml": ("XAA: &a {}\n", "1:6 error: YAML anchors (&a) are not allowed: write the value out"),
    "registry.yaml": ("format: 1\n\tx", "2:1 error: a tab: use spaces"),
    "documents/charter.yaml": ("", "1:1 error: the file is empty"),
    "documents/ice-paper.yaml": ("- kind\n", "1:1 error: the top of a file must be a mapping (key: value), not a list"),
    "law/charter.yaml": (
        "a: 'b\n",
        "2:1 error: not YAML: found unexpected end of stream (while scanning a quoted scalar, begun at line 1)",
    ),
    "meetings/com-2023-06-01.yaml": ("a: b", "1:5 error: the last line does not end with a line feed"),
    "meetings/asm-2023-07-01.yaml": (
        "---\na: b\n---\n",
        "3:1 error: a second YAML document begins: one record, one document",
    ),
    "coordinators/ice.yaml": ("a: *b\n", "1:4 error: YAML aliases (*b) are not allowed: write the value out"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_read_is_one_finding_and_what_it_holds_is_missed_nowhere(name: str) -> None:
    text, found = BROKEN[name]
    assert findings({name: text}) == [f"{name}:{found}"]


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        (
            "areas/ice.yaml",
            "number: 1\n",
            "",
            "2:1 error: an area with a name also needs a number (a dimension as post has neither)",
        ),
        ("registry.yaml", "format: 1", "format: x", "2:9 error: a whole number is wanted, not x"),
        ("documents/charter.yaml", "kind: decision\n", "", "1:1 error: the key kind is missing"),
        (
            "law/charter.yaml",
            "text-of: 2023-07-01",
            "text-of: x",
            "2:10 error: a day is written like 2024-03-15, not 'x'",
        ),
        ("meetings/com-2023-06-01.yaml", "list: annexed", "list: yes", "4:7 error: yes is not one of annexed"),
        ("states.yaml", "{en: Alderia, fr: Aldérie}", "[x]", "2:9 error: a text is wanted, not a list"),
    ],
    ids=["area", "registry", "document", "law", "meeting", "state"],
)
def test_a_record_that_does_not_fit_is_one_finding_and_is_missed_nowhere(
    name: str, old: str, new: str, found: str
) -> None:
    assert findings(edited(name, old, new)) == [f"{name}:{found}"]


def test_a_file_that_is_gone_is_missed() -> None:
    assert findings({"areas/ice.yaml": None}) == [
        "coordinators/ice.yaml:2:1 error: the file is named after its area: no area ice on record",
        "documents/ice-paper.yaml:4:9 error: no area ice on record",
        "meetings/com-2023-06-01.yaml:6:28 error: no area ice on record",
    ]


def test_an_unreadable_file_without_a_name_does_not_hide_what_is_missed() -> None:
    tree = {**sample({"areas/ice.yaml": None}), "registry/areas/.yaml": b"x"}
    assert "documents/ice-paper.yaml:4:9 error: no area ice on record" in [line(f) for f in load(tree).findings]


def test_an_unreadable_state_without_a_code_does_not_hide_what_is_missed() -> None:
    files: dict[str, str | None] = {"states.yaml": '"": 1\nXBB: {name: B}\nXCC: {name: C}\n'}
    assert findings(files) == [
        "coordinators/fish.yaml:4:13 error: no state XAA on record",
        "coordinators/ice.yaml:3:13 error: no state XAA on record",
        "states.yaml:1:1 error: the id '' is not made of three capital letters",
        "states.yaml:1:5 error: a mapping (key: value) is wanted, not 1",
    ]


def test_what_was_stepped_over_before_a_file_broke_is_told_too() -> None:
    assert findings({"areas/new.yaml": "dimension: people\ndimension: nature\nname: *x\n"}) == [
        "areas/new.yaml:2:1 error: key dimension given twice (first at line 1)",
        "areas/new.yaml:3:7 error: YAML aliases (*x) are not allowed: write the value out",
    ]


def test_a_record_with_a_fault_that_can_be_stepped_over_is_read_all_the_same() -> None:
    files: dict[str, str | None] = {"areas/new.yaml": "dimension: people\ndimension: nature\n"}
    area = loaded(files).registry.get(Area, "new")
    assert area is not None
    assert area.record.dimension == "people"


def test_every_file_is_looked_at_although_others_are_broken() -> None:
    files: dict[str, str | None] = {name: text for name, (text, _) in BROKEN.items()}
    assert findings(files) == sorted(f"{name}:{found}" for name, (_, found) in BROKEN.items())


def test_findings_say_by_their_rule_what_they_are_about() -> None:
    files: dict[str, str | None] = {
        "areas/new.yaml": "dimension: people\ndimension: x\n",
        "areas/newer.yaml": "dimension: peple\n",
        "areas/newest.yaml": "dimensions: people\n",
    }
    assert {(f.place.path, f.rule, str(f.severity)) for f in loaded(files).findings} == {
        ("registry/areas/new.yaml", "file", "error"),
        ("registry/areas/newer.yaml", "reference", "error"),
        ("registry/areas/newest.yaml", "shape", "error"),
    }


def test_records_are_sorted_by_id_not_by_file_name() -> None:
    texts = {"ice-a": AREA, "ice-b": AREA, "ice2": AREA}
    registry = loaded({f"areas/{id_}.yaml": text for id_, text in texts.items()}).registry
    assert [entry.id for entry in registry.of(Area)] == ["fish", "ice", "ice-a", "ice-b", "ice2", "people"]
    assert registry.ids(Area) == ("fish", "ice", "ice-a", "ice-b", "ice2", "people")


def test_the_second_meeting_of_a_day_comes_after_the_first() -> None:
    text = "organ: com\ndate: 2023-06-01\n"
    registry = loaded({"meetings/com-2023-06-01-2.yaml": text, "meetings/com-2023-06-01-3.yaml": text}).registry
    ids = ["asm-2023-07-01", "com-2023-06-01", "com-2023-06-01-2", "com-2023-06-01-3"]
    assert [entry.id for entry in registry.of(Meeting)] == ids


def test_states_are_sorted_by_code_whatever_the_order_of_the_file() -> None:
    registry = loaded({"states.yaml": "XBB: {name: B}\nXAA: {name: A}\n"}).registry
    assert [entry.id for entry in registry.of(State)] == ["XAA", "XBB"]


def test_an_entry_knows_its_kind_file_and_key() -> None:
    registry = loaded().registry
    state, area = registry.get(State, "XCC"), registry.get(Area, "ice")
    assert state is not None
    assert (state.kind, state.id, state.path, state.prefix) == ("state", "XCC", "registry/states.yaml", ("XCC",))
    assert area is not None
    assert (area.kind, area.id, area.path, area.prefix) == ("area", "ice", "registry/areas/ice.yaml", ())
    assert registry.get(Area, "XCC") is None


def test_an_unreadable_record_has_an_id_but_no_entry() -> None:
    registry = loaded({"areas/ice.yaml": "x\n", "areas/fish.yaml": "x: y\n"}).registry
    assert registry.ids(Area) == ("fish", "ice", "people")
    assert [entry.id for entry in registry.of(Area)] == ["people"]
    assert [registry.broken(Area, id_) for id_ in ("ice", "fish", "people", "other")] == [True, True, False, False]
    assert registry.get(Area, "ice") is None
    assert not registry.broken(Coordinators, "ice")


def test_an_unreadable_file_of_many_records_has_no_ids() -> None:
    registry = loaded({"states.yaml": "x\n"}).registry
    assert registry.ids(State) == ()
    assert registry.broken(State, None)
    assert not registry.broken(State, "XAA")


def test_an_unreadable_record_among_many_leaves_the_others() -> None:
    registry = loaded(edited("states.yaml", "{en: Alderia, fr: Aldérie}", "[x]")).registry
    assert [entry.id for entry in registry.of(State)] == ["XBB", "XCC", "XDD", "XEE"]
    assert registry.ids(State) == ("XAA", "XBB", "XCC", "XDD", "XEE")
    assert registry.broken(State, "XAA")
    assert not registry.broken(State, None)


def test_texts_are_those_that_can_be_composed_and_records_those_that_fit() -> None:
    registry = loaded({"areas/ice.yaml": "x\n", "areas/fish.yaml": "x: y\n"}).registry
    assert size(registry) == size(loaded().registry) - 2
    assert registry.text("registry/areas/ice.yaml") is None
    assert registry.text("registry/areas/fish.yaml") == "x: y\n"
    assert registry.text("registry/states.yaml") == sample_text("states.yaml")
    assert len(registry.paths) == len(sample())


def test_places_of_fields_keys_and_what_is_not_there() -> None:
    registry = loaded().registry
    state, area, law = registry.get(State, "XBB"), registry.get(Area, "ice"), registry.get(Law, "charter")
    assert state is not None
    assert area is not None
    assert law is not None
    assert registry.where(state) == Place("registry/states.yaml", 7, 3, 8, 29)
    assert registry.where(state, "name", "fr") == Place("registry/states.yaml", 7, 27, 7, 35)
    assert registry.where(state, "name", "fr", key=True) == Place("registry/states.yaml", 7, 23, 7, 25)
    assert registry.where(state, "formal") == registry.where(state)
    assert registry.where(area, "aliases", 0) == Place("registry/areas/ice.yaml", 5, 11, 5, 23)
    assert registry.where(area, "aliases", 3) == registry.where(area, "aliases")
    assert registry.where(law, "paragraphs", "4", 1, "id") == Place("registry/law/charter.yaml", 13, 12, 13, 23)
    assert registry.where(law, "paragraphs", "4", key=True) == Place("registry/law/charter.yaml", 11, 3, 11, 6)
    assert str(registry.where(law, "text-of")) == "registry/law/charter.yaml:2:10"


def test_the_place_of_a_name_given_as_plain_text_is_the_text_in_any_language() -> None:
    registry = loaded({"areas/new.yaml": "dimension: people\nshort: Folk\n"}).registry
    area = registry.get(Area, "new")
    assert area is not None
    assert area.record.short == {"en": "Folk"}
    assert registry.where(area, "short", "en") == Place("registry/areas/new.yaml", 2, 8, 2, 12)


def test_there_is_one_record_of_the_register_itself() -> None:
    assert [entry.path for entry in loaded().registry.of(RegistryRecord)] == [TOP]
    assert f"{ROOT}/registry.yaml" == TOP


def _sound(findings_: tuple[Finding, ...]) -> None:
    for finding in findings_:
        at = finding.place
        assert (1, 1) <= (at.line, at.column) <= (at.end_line, at.end_column)
        assert finding.message.isprintable(), finding.message
        assert len(finding.message) < 700, finding.message
        assert finding.rule in {"file", "shape", "reference"}


def test_loading_a_spoilt_record_never_raises_and_gives_sound_findings() -> None:
    fitting = 0
    for number, path, raw in examples():
        try:
            read = load({path: raw})
            _sound(read.findings)
        except Exception as error:
            raise AssertionError(f"example {number} of {path}: {raw!r}") from error
        fitting += size(read.registry) > 0
    assert fitting


def test_loading_and_checking_a_register_with_spoilt_records_never_raises() -> None:
    real = [dict(tree_of(PROJECT)), sample()]
    for number, path, raw in examples():
        if number % max(50, EXAMPLES // 100):
            continue
        for tree in real:
            if path in tree:
                try:
                    read = load({**tree, path: raw})
                    _sound(read.findings)
                    check(read)
                except Exception as error:
                    raise AssertionError(f"example {number} of {path}: {raw!r}") from error


def test_loading_is_the_same_whatever_the_order_of_the_tree() -> None:
    tree = sample({"areas/ice.yaml": "x: y\n", "areas/fish.yaml": "a: 1\na: 2\n", "states.yaml": FULL["states.yaml"]})
    backwards = dict(reversed(tree.items()))
    one, other = load(tree), load(backwards)
    assert one.findings == other.findings
    assert [e.id for k in kinds() for e in one.registry.of(k.model)] == [
        e.id for k in kinds() for e in other.registry.of(k.model)
    ]
