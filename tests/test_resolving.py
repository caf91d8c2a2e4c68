"""References of every kind: each leads somewhere or is found at its very place, with what was meant."""

import pytest

from cicareg.resolving import MAX_FINDINGS
from tests.records.cases import FULL, edited, findings, full
from tests.support import line, load, sample

NOWHERE = [
    # the file, what stands there, what is written instead with ^ where it is found, and what is said of it
    ("coordinators/ice.yaml", "state: XAA, role", "state: ^XA, role", "no state XA on record; did you mean XAA?"),
    ("coordinators/ice.yaml", "state: XBB\n", "state: ^Borland\n", "no state Borland on record"),
    ("coordinators/ice.yaml", "state: XCC, role", "state: ^xcc, role", "no state xcc on record; did you mean XCC?"),
    ("coordinators/ice.yaml", "state: XCC, role", "state: ^ZZ, role", "no state ZZ on record"),
    ("coordinators/ice.yaml", "replaces: [XAA, XCC]", "replaces: [XAA, ^QQQ]", "no state QQQ on record"),
    ("coordinators/ice.yaml", "state: XCC, from", "state: ^QQQ, from", "no state QQQ on record"),
    ("coordinators/ice.yaml", "consented: [XAA,", "consented: [^QQQ,", "no state QQQ on record"),
    ("meetings/com-2023-06-01.yaml", "chair: XAA", "chair: ^QQQ", "no state QQQ on record"),
    ("meetings/com-2023-06-01.yaml", "nominated-by: XBB", "nominated-by: ^QQQ", "no state QQQ on record"),
    (
        "meetings/com-2023-06-01.yaml",
        "appoints: [ice, fish]",
        "appoints: [ice, ^fsh]",
        "no area fsh on record; did you mean fish?",
    ),
    (
        "documents/ice-paper.yaml",
        "areas: [ice, fish]",
        "areas: [^ices, fish]",
        "no area ices on record; did you mean ice?",
    ),
    ("documents/ice-paper.yaml", "areas: [ice, fish]", "areas: [ice, ^nature]", "no area nature on record"),
    (
        "documents/ice-paper.yaml",
        "dimensions: [nature]",
        "dimensions: [^natur]",
        "no dimension natur on record; did you mean nature?",
    ),
    (
        "areas/ice.yaml",
        "dimension: nature",
        "dimension: ^ntaure",
        "no dimension ntaure on record; did you mean nature?",
    ),
    ("areas/ice.yaml", "dimension: nature", "dimension: ^ice", "no dimension ice on record"),
    ("documents/ice-paper.yaml", "organ: com", "organ: ^comm", "no organ comm on record; did you mean com?"),
    ("documents/ice-paper.yaml", "organ: com", "organ: ^COM", "no organ COM on record; did you mean com?"),
    ("meetings/com-2023-06-01.yaml", "to: asm", "to: ^swg", "no organ swg on record"),
    (
        "coordinators/ice.yaml",
        "state: XCC, role: co-coordinator, listed: com-2023-06-01}",
        "state: XCC, role: co-coordinator, listed: ^com-2023-06-10}",
        "no meeting com-2023-06-10 on record; did you mean com-2023-06-01?",
    ),
    (
        "coordinators/ice.yaml",
        "rule: one-coordinator, listed: com-2023-06-01",
        "rule: one-coordinator, listed: ^x",
        "no meeting x on record",
    ),
    (
        "coordinators/ice.yaml",
        "    decision: com-2023-06-01/1",
        "    decision: ^com-2023-06-01/11",
        "com-2023-06-01 has no decision 11; it has 1, 2, 3",
    ),
    (
        "coordinators/ice.yaml",
        "    decision: com-2023-06-01/1",
        "    decision: ^com-2023-06-01/01",
        "com-2023-06-01 has no decision 01; it has 1, 2, 3",
    ),
    (
        "coordinators/ice.yaml",
        "    decision: com-2023-06-01/1",
        "    decision: ^com-2023-06-01/1/2",
        "com-2023-06-01 has no decision 1/2; it has 1, 2, 3",
    ),
    (
        "coordinators/ice.yaml",
        "    decision: com-2023-06-01/1",
        "    decision: ^com-2023-06-02/1",
        "no meeting com-2023-06-02 on record; did you mean com-2023-06-01?",
    ),
    (
        "coordinators/ice.yaml",
        "    decision: com-2023-06-01/1",
        "    decision: ^com-2023-06-01",
        "a decision is cited as MEETING/NUMBER, such as com-2023-06-01/4, not com-2023-06-01",
    ),
    (
        "coordinators/ice.yaml",
        "    decision: com-2023-06-01/1",
        "    decision: ^com-2023-06-01/",
        "a decision is cited as MEETING/NUMBER, such as com-2023-06-01/4, not com-2023-06-01/",
    ),
    ("coordinators/ice.yaml", "    decision: com-2023-06-01/1", "    decision: ^/1", "no meeting '' on record"),
    (
        "coordinators/ice.yaml",
        "rule: one-coordinator, decision: com-2023-06-01/1",
        "rule: one-coordinator, decision: ^asm-2023-07-01/2",
        "asm-2023-07-01 has no decision 2; it has 1",
    ),
    (
        "meetings/com-2023-06-01.yaml",
        "recommends: charter",
        "recommends: ^chart",
        "no document chart on record; did you mean charter?",
    ),
    (
        "meetings/com-2023-06-01.yaml",
        "through: ice-paper",
        "through: ^icepaper",
        "no document icepaper on record; did you mean ice-paper?",
    ),
    ("meetings/com-2023-06-01.yaml", "approves: ice-paper", "approves: ^x", "no document x on record"),
    ("meetings/com-2023-06-01.yaml", "considers: charter", "considers: ^x", "no document x on record"),
    ("meetings/com-2023-06-01.yaml", "for: ice-paper", "for: ^x", "no document x on record"),
    ("meetings/com-2023-06-01.yaml", "adopts: charter", "adopts: ^x", "no document x on record"),
    ("meetings/com-2023-06-01.yaml", "endorses: ice-paper", "endorses: ^x", "no document x on record"),
    (
        "documents/ice-paper.yaml",
        "supersedes: charter",
        "supersedes: ^Charter",
        "no document Charter on record; did you mean charter?",
    ),
    ("documents/ice-paper.yaml", "forwards: [charter]", "forwards: [charter, ^x]", "no document x on record"),
    ("areas/ice.yaml", "fr: Sécurité", "^de: Sécurité", "no language de on record"),
    ("areas/ice.yaml", "short: {en: Ice}", "short: {^enn: Ice}", "no language enn on record; did you mean en?"),
    ("areas/ice.yaml", "forms: {fr:", "forms: {^ru:", "no language ru on record"),
    ("areas/ice.yaml", "unofficial: [fr]", "unofficial: [fr, ^kk]", "no language kk on record"),
    (
        "areas/ice.yaml",
        "source: letters p. 2",
        "source: ^leters p. 2",
        "no source leters on record; did you mean letters?",
    ),
    (
        "areas/ice.yaml",
        "source: letters p. 2",
        "source: ^letters,p.2",
        "no source letters,p.2 on record; did you mean letters?",
    ),
    (
        "states.yaml",
        "member-since: {year: 2000, source: letters}",
        "member-since: {year: 2000, source: ^letter}",
        "no source letter on record; did you mean letters?",
    ),
    ("states.yaml", "unofficial: [fr]", "unofficial: [^de]", "no language de on record"),
    ("states.yaml", "  forms: {fr:", "  forms: {^de:", "no language de on record"),
    ("registry.yaml", "source: letters p. 3", "source: ^x", "no source x on record"),
    (
        "registry.yaml",
        "unofficial: [fr]\n    source: letters",
        "unofficial: [^ru]\n    source: letters",
        "no language ru on record",
    ),
    ("registry.yaml", "fr: Comité", "^ru: Comité", "no language ru on record"),
    ("registry.yaml", "charter/3/two-years", "^chart/3/two-years", "no law chart on record; did you mean charter?"),
    (
        "registry.yaml",
        "charter/3/two-years",
        "^charter/3.1/two-years",
        "charter has no paragraph 3.1; write LAW/PARAGRAPH/DEMAND",
    ),
    ("registry.yaml", "charter/3/two-years", "^charter", "charter has no paragraph ''; write LAW/PARAGRAPH/DEMAND"),
    ("registry.yaml", "charter/3/two-years", "^charter/3", "charter 3 has no demand ''; it has two-years"),
    (
        "registry.yaml",
        "charter/3/two-years",
        "^charter/4/two-years",
        "charter 4 has no demand two-years; it has extension, termination",
    ),
    (
        "registry.yaml",
        "charter/3/two-years",
        "^charter/3/two-years/x",
        "charter 3 has no demand two-years/x; it has two-years",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), NOWHERE, ids=[f"{row[0]}-{row[2]}" for row in NOWHERE])
def test_a_reference_that_leads_nowhere(name: str, old: str, new: str, message: str) -> None:
    text = FULL[name]
    assert text.count(old) == 1
    before, _, after = text.replace(old, new).partition("^")
    place = f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"
    assert findings({name: before + after}) == [f"{name}:{place} error: {message}"]


def test_each_dead_reference_of_a_record_is_found() -> None:
    files: dict[str, str | None] = {
        "documents/new.yaml": "kind: list\norgan: x\ntitle: {de: x}\nunofficial: [it]\nareas: [x, y]\n"
        "supersedes: x\nsource: x\n"
    }
    assert findings(files) == [
        "documents/new.yaml:2:8 error: no organ x on record",
        "documents/new.yaml:3:9 error: no language de on record",
        "documents/new.yaml:4:14 error: no language it on record",
        "documents/new.yaml:5:9 error: no area x on record",
        "documents/new.yaml:5:12 error: no area y on record",
        "documents/new.yaml:6:13 error: no document x on record",
        "documents/new.yaml:7:9 error: no source x on record",
    ]


def test_text_in_no_language_is_english_which_must_be_a_language_of_the_register() -> None:
    files = edited("registry.yaml", "languages: [en, fr]", "languages: [fr]")
    files["areas/ice.yaml"] = "dimension: people\nshort: Ice\n"
    assert "areas/ice.yaml:2:8 error: no language en on record" in findings(files)


def test_a_reference_of_many_lines_or_letters_is_refused_by_its_shape() -> None:
    for state in ('"X\\nA"', '" XAA"', '""', "x" * 1001):
        files: dict[str, str | None] = {
            "coordinators/ice.yaml": f"tenures:\n  - {{role: coordinator, state: {state}}}\n"
        }
        [found] = findings(files)
        assert found.startswith("coordinators/ice.yaml:2:32 error: ")


def test_a_long_reference_is_cut_in_the_message() -> None:
    state = "x" * 1000
    files: dict[str, str | None] = {"coordinators/ice.yaml": f"tenures:\n  - {{role: coordinator, state: {state}}}\n"}
    assert findings(files) == [f"coordinators/ice.yaml:2:32 error: no state {'x' * 57}… on record"]


def test_many_decisions_are_not_all_told() -> None:
    decisions = "".join(f"  - {{number: {number}, text: x}}\n" for number in range(1, 500))
    files: dict[str, str | None] = {
        "meetings/com-2023-06-02.yaml": f"organ: com\ndate: 2023-06-02\ndecisions:\n{decisions}",
        "coordinators/ice.yaml": "tenures:\n  - {state: XAA, role: coordinator, decision: com-2023-06-02/1000}\n",
    }
    [found] = findings(files)
    assert found.startswith("coordinators/ice.yaml:2:47 error: com-2023-06-02 has no decision 1000; it has 1, 2, 3, 4,")
    assert found.endswith("…")
    assert len(found) < 300


def test_a_meeting_without_decisions_has_none() -> None:
    files: dict[str, str | None] = {
        "meetings/com-2023-06-02.yaml": "organ: com\ndate: 2023-06-02\n",
        "coordinators/ice.yaml": "tenures:\n  - {state: XAA, role: coordinator, decision: com-2023-06-02/1}\n",
    }
    assert findings(files) == ["coordinators/ice.yaml:2:47 error: com-2023-06-02 has no decision 1; it has none"]


def test_decisions_are_cited_by_key_where_they_have_no_number() -> None:
    files: dict[str, str | None] = {
        "meetings/com-2023-06-02.yaml": "organ: com\ndate: 2023-06-02\ndecisions: [{key: ice, appoints: [ice]}]\n",
        "coordinators/ice.yaml": "tenures:\n  - {state: XAA, role: coordinator, decision: com-2023-06-02/ice}\n",
    }
    assert findings(files) == []


def test_the_place_in_a_source_is_free_text() -> None:
    for source in ("letters", "letters p. 3", "letters  p. 3, line 4/5"):
        assert findings({"areas/new.yaml": f"dimension: people\nsource: {source}\n"}) == []


def test_what_a_broken_meeting_or_law_holds_is_not_missed() -> None:
    for name in ("meetings/com-2023-06-01.yaml", "law/charter.yaml"):
        assert findings({name: "x: y\n"})[0].startswith(f"{name}:1:1 ")
        assert {found.partition(":")[0] for found in findings({name: "x: y\n"})} == {name}


def test_without_the_top_file_organs_dimensions_languages_and_sources_are_not_judged() -> None:
    assert findings({"registry.yaml": None}) == []


def test_without_states_every_state_is_missed() -> None:
    found = findings({"states.yaml": None})
    assert len(found) == 5
    assert found[0] == "coordinators/fish.yaml:2:13 error: no state XBB on record"


def test_a_hundred_dead_references_of_a_record_are_told_and_no_more() -> None:
    def replacing(states: int) -> list[str]:
        dead = ", ".join(f"Q{number:03}" for number in range(states))
        head = "tenures:\n  - {state: XAA, role: coordinator, listed: com-2023-06-01, replaces: "
        return findings({"coordinators/ice.yaml": f"{head}[{dead}]}}\n"})

    assert len(replacing(MAX_FINDINGS)) == MAX_FINDINGS == 100
    found = replacing(2_000)
    assert len(found) == MAX_FINDINGS + 1
    assert found[-1] == (
        "coordinators/ice.yaml:2:672 error: "
        "more than 100 references of this record lead nowhere: the rest is not checked"
    )


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param(
            {"meetings/com-2023-06-02.yaml": "organ: com\ndate: 2023-06-03\n"},
            [
                "meetings/com-2023-06-02.yaml:2:7 error: the file is named com-2023-06-02, "
                "but organ and date make com-2023-06-03 (-2 for a second one of that day)"
            ],
            id="date",
        ),
        pytest.param(
            {"meetings/com-2023-06-02.yaml": "date: 2023-06-02\norgan: asm\n"},
            [
                "meetings/com-2023-06-02.yaml:2:8 error: the file is named com-2023-06-02, "
                "but organ and date make asm-2023-06-02 (-2 for a second one of that day)"
            ],
            id="organ",
        ),
        pytest.param({"meetings/com-2023-06-01-2.yaml": "organ: com\ndate: 2023-06-01\n"}, [], id="second"),
        pytest.param({"meetings/com-2023-06-01-10.yaml": "organ: com\ndate: 2023-06-01\n"}, [], id="tenth"),
        pytest.param({"meetings/com-2023-06-01-99.yaml": "organ: com\ndate: 2023-06-01\n"}, [], id="ninety-ninth"),
        *(
            pytest.param(
                {f"meetings/com-2023-06-01-{suffix}.yaml": "organ: com\ndate: 2023-06-01\n"},
                [
                    f"meetings/com-2023-06-01-{suffix}.yaml:2:7 error: the file is named com-2023-06-01-{suffix}, "
                    "but organ and date make com-2023-06-01 (-2 for a second one of that day)"
                ],
                id=f"suffix-{suffix}",
            )
            for suffix in ("0", "1", "02", "100", "a", "2-2")
        ),
        pytest.param(
            {"law/other.yaml": FULL["law/charter.yaml"]},
            ["law/other.yaml:2:11 error: the file is named other, its document is charter"],
            id="law",
        ),
        pytest.param(
            {"coordinators/ise.yaml": "tenures: []\n"},
            [
                "coordinators/ise.yaml:1:1 error: the file is named after its area: "
                "no area ise on record; did you mean ice?"
            ],
            id="coordinators",
        ),
        pytest.param(
            {"coordinators/nature.yaml": "# nobody\ntenures: []\n"},
            ["coordinators/nature.yaml:2:1 error: the file is named after its area: no area nature on record"],
            id="coordinators-of-a-dimension-that-is-no-post",
        ),
        pytest.param({"coordinators/people.yaml": "tenures: []\n"}, [], id="coordinators-of-a-dimension-as-post"),
    ],
)
def test_the_name_of_a_file_says_what_the_file_says(files: dict[str, str | None], found: list[str]) -> None:
    assert findings(files) == found


def test_the_full_records_lead_everywhere_together() -> None:
    tree = sample({name: text for name, text in FULL.items() if name != "meetings/com-2023-06-01.yaml"})
    assert [line(finding) for finding in load(tree).findings] == []
    assert set(full("states.yaml")) == {"XAA", "XBB", "XCC", "XDD", "XEE"}
