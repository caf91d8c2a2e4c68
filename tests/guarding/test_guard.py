"""What may happen to a register and what may not: pairs of states with exact findings."""

import pytest

from tests.guarding.states import findings, since
from tests.support import sample

POST = "coordinators/ice.yaml"
A = "  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
B = "  - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
C = "  - {state: XCC, role: co-coordinator, term: 2026-2027, decision: com-2023-06-01/1}\n"
UNDATED = "  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n"
DEPARTURE = "  - {rule: one-coordinator, decision: com-2023-06-01/1, reason: Known.}\n"
ACTING = "  - {state: XBB, from: 2024-03-01, consented: [XCC]}\n"
PROPOSAL = "  - {state: XBB, role: coordinator, notified: 2023-05-01}\n"
FULL = f"departures:\n{DEPARTURE}tenures:\n{A}{B}proposals:\n{PROPOSAL}acting:\n{ACTING}"
ALPHA, BETA = (
    "the tenure of XAA as coordinator, 2024-2025, decision com-2023-06-01/1",
    "the tenure of XBB as co-coordinator, 2024-2025, decision com-2023-06-01/1",
)


def correction(what: str, was: str) -> str:
    return f"corrections:\n  - what: {what}\n    was: {was}\n    why: It was read wrongly.\n    source: letters p. 7\n"


def entry(line: str) -> str:
    return line.removeprefix("  - ").rstrip()


def post(old: str, new: str) -> list[str]:
    return since({POST: old}, {POST: new})


def with_(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


ADDED = {
    "nothing": (FULL, FULL),
    "a tenure at the end": (f"tenures:\n{A}", f"tenures:\n{A}{B}"),
    "a tenure between": (f"tenures:\n{A}{B}", f"tenures:\n{A}{C}{B}"),
    "a tenure before": (f"tenures:\n{A}{B}", f"tenures:\n{C}{A}{B}"),
    "the same tenure once more": (f"tenures:\n{A}", f"tenures:\n{A}{A}"),
    "lists": (f"tenures:\n{A}{B}", FULL),
    "a comment and another layout": (
        f"tenures:\n{A}",
        "# Who looks after the ice.\ntenures:\n  - decision: com-2023-06-01/1\n    state: XAA\n    term: '2024-2025'\n"
        "    role: coordinator\n",
    ),
    "how it ended": (
        f"tenures:\n{A}{B}",
        with_(f"tenures:\n{A}{B}", "com-2023-06-01/1}\n  -", "com-2023-06-01/1, ended: {on: 2024-06-30}}\n  -"),
    ),
    "the notice of an end": (
        f"tenures:\n{A}".replace("/1}", "/1, ended: {on: 2024-06-30}}"),
        f"tenures:\n{A}".replace("/1}", "/1, ended: {on: 2024-06-30, notified: 2024-05-01, reason: Asked.}}"),
    ),
    "evidence": (f"tenures:\n{A}", f"tenures:\n{A}".replace("/1}", "/1, notified: 2023-05-01, via: Ministry}")),
    "a consent": (f"acting:\n{ACTING}", f"acting:\n{ACTING}".replace("[XCC]", "[XDD, XCC]")),
    "a withdrawal": (
        f"proposals:\n{PROPOSAL}",
        f"proposals:\n{PROPOSAL}".replace("05-01}", "05-01, withdrawn: 2023-05-09}"),
    ),
    "the order of departures": (
        f"departures:\n{DEPARTURE}{DEPARTURE.replace('one-coordinator', 'minimum-tenure')}",
        f"departures:\n{DEPARTURE.replace('one-coordinator', 'minimum-tenure')}{DEPARTURE}",
    ),
    "two that grew like one another": (
        f"tenures:\n{A.replace('/1}', '/1, via: One}')}{A.replace('/1}', '/1, notified: 2023-05-01}')}",
        f"tenures:\n{A.replace('/1}', '/1, via: One, notified: 2023-05-01}')}"
        f"{A.replace('/1}', '/1, notified: 2023-05-01, ended: {on: 2024-06-30}}')}",
    ),
}


@pytest.mark.parametrize("case", ADDED)
def test_what_is_added_is_no_finding(case: str) -> None:
    assert post(*ADDED[case]) == []


ALTERED = {
    "a tenure gone": (
        f"tenures:\n{A}{B}",
        f"tenures:\n{B}",
        f"2:3 was {POST}:2:5 error history: {ALPHA} is gone",
    ),
    "all tenures gone": (
        f"departures:\n{DEPARTURE}tenures:\n{A}",
        f"departures:\n{DEPARTURE}",
        f"1:1 was {POST}:4:5 error history: {ALPHA} is gone",
    ),
    "a term": (
        f"tenures:\n{A}{B}",
        f"tenures:\n{C}{A.replace('2025', '2026')}{B}",
        f"3:5 was {POST}:2:5 error history: {ALPHA} is altered",
    ),
    "a role": (
        f"tenures:\n{B}",
        f"tenures:\n{B.replace('co-coordinator', 'coordinator')}",
        f"2:5 was {POST}:2:5 error history: {BETA} is altered",
    ),
    "the order": (
        f"tenures:\n{A}{B}",
        f"tenures:\n{B}{A}",
        f"2:3 was {POST}:2:3 error history: the tenures stand in another order than that in which they were decided",
    ),
    "a departure gone": (
        FULL,
        FULL.replace(f"departures:\n{DEPARTURE}", ""),
        f"1:1 was {POST}:2:5 error history: the departure from one-coordinator, decision com-2023-06-01/1 is gone",
    ),
    "a reason": (
        FULL,
        FULL.replace("Known", "Unknown"),
        f"2:5 was {POST}:2:5 error history: the departure from one-coordinator, decision com-2023-06-01/1 is altered",
    ),
    "a consent taken back": (
        FULL,
        FULL.replace("[XCC]", "[XDD]"),
        f"9:5 was {POST}:9:5 error history: the service of XBB as acting coordinator from 2024-03-01 is altered",
    ),
    "a proposal": (
        FULL,
        FULL.replace("2023-05-01", "2023-05-02"),
        f"7:5 was {POST}:7:5 error history: the proposal of XBB as coordinator, notified 2023-05-01 is altered",
    ),
    "a term that was not stated": (
        f"tenures:\n{UNDATED}",
        f"tenures:\n{UNDATED.replace('listed', 'term: 2024-2025, listed')}",
        f"2:5 was {POST}:2:5 error history: the tenure of XAA as coordinator, listed com-2023-06-01 is altered",
    ),
    "an end that was on record": (
        f"tenures:\n{A}".replace("/1}", "/1, ended: {on: 2024-06-30}}"),
        f"tenures:\n{A}".replace("/1}", "/1, ended: {on: 2024-07-31}}"),
        f"2:5 was {POST}:2:5 error history: {ALPHA} is altered",
    ),
}
WORDS = {
    "a term": "term was 2024-2025, is 2024-2026",
    "a term that was not stated": "term 2024-2025 was not there",
    "an end that was on record": "in ended, on was 2024-06-30, is 2024-07-31",
    "a consent taken back": "consented was XCC, is XDD",
}


def of_words(case: str) -> str:
    return f" ({WORDS[case]})" if case in WORDS else ""


@pytest.mark.parametrize("case", ALTERED)
def test_what_is_altered_is_an_error_at_both_places(case: str) -> None:
    old, new, expected = ALTERED[case]
    (said,) = post(old, new)
    assert said.startswith(f"{POST}:{expected} without a correction")
    assert of_words(case) in said


def test_the_message_names_the_old_place_and_the_revision() -> None:
    (found,) = findings({POST: f"tenures:\n{A}{B}"}, {POST: f"tenures:\n{A}"})
    assert found.message == (
        f"{BETA} is gone without a correction; in HEAD~1 it stood at registry/coordinators/ice.yaml:3:5"
    )
    assert (found.rule, found.cites) == ("history", ())


CORRECTED = {
    "a tenure gone": (f"tenures:\n{A}{B}", f"tenures:\n{B}", "tenures", entry(A)),
    "a tenure altered": (f"tenures:\n{A}", f"tenures:\n{A.replace('2025', '2026')}", "tenures", entry(A)),
    "written otherwise": (
        f"tenures:\n{A}",
        f"tenures:\n{A.replace('2025', '2026')}",
        "tenures",
        "{decision: com-2023-06-01/1, term: '2024-2025', role: coordinator, state: XAA, inferred: []}",
    ),
    "the order": (f"tenures:\n{A}{B}", f"tenures:\n{B}{A}", "tenures", f"[{entry(A)}, {entry(B)}]"),
    "the whole list": (f"tenures:\n{A}{B}", f"tenures:\n{C}", "tenures", f"[{entry(A)}, {entry(B)}]"),
    "a departure": (FULL, FULL.replace("Known", "Unknown"), "departures", entry(DEPARTURE)),
    "an acting entry": (FULL, FULL.replace("[XCC]", "[XDD]"), "acting", entry(ACTING)),
    "a proposal": (FULL, FULL.replace(f"proposals:\n{PROPOSAL}", ""), "proposals", entry(PROPOSAL)),
}


@pytest.mark.parametrize("case", CORRECTED)
def test_a_correction_covers_what_it_says(case: str) -> None:
    old, new, what, was = CORRECTED[case]
    assert post(old, new) != []
    assert post(old, new + correction(what, was)) == []


def test_a_correction_covers_nothing_else() -> None:
    old, new = f"tenures:\n{A}{B}", f"tenures:\n{A.replace('2025', '2026')}{B.replace('2025', '2026')}"
    assert len(post(old, new)) == 2
    assert len(post(old, new + correction("tenures", entry(A)))) == 1
    assert len(post(old, new + correction("departures", entry(A)))) == 2
    assert len(post(old, new + correction("tenures", entry(A).replace("2025", "2029")))) == 2


def test_one_correction_covers_one_of_two_that_are_alike() -> None:
    assert len(post(f"tenures:\n{A}{A}", f"tenures:\n{B}{correction('tenures', entry(A))}")) == 1


def test_a_correction_that_was_there_before_covers_nothing_more() -> None:
    told = correction("tenures", entry(A))
    assert len(post(f"tenures:\n{A}{told}", f"tenures:\n{B}{told}")) == 1


def test_a_correction_stays_and_none_covers_that() -> None:
    told = correction("tenures", "{state: XCC}")
    (said,) = post(f"tenures:\n{A}{told}", f"tenures:\n{A}")
    assert said == f"{POST}:1:1 was {POST}:4:5 error history: the correction of tenures is gone without a correction"
    again = correction(
        "corrections", "{what: tenures, was: {state: XCC}, why: It was read wrongly., source: letters p. 7}"
    )
    assert len(post(f"tenures:\n{A}{told}", f"tenures:\n{A}{again}")) == 1


# Meetings, documents, areas

MEETING = "meetings/com-2023-06-15.yaml"
MET = (
    "organ: com\ndate: 2023-06-15\nplace: {en: Lakeside}\nform: regular\ndecisions:\n"
    "  - {number: 1, appoints: [ice]}\n  - {number: 2, text: {en: One.}}\n"
)
PAPER = "documents/ice-paper.yaml"
WRITTEN = "kind: concept-paper\ntitle: {en: Ice, fr: Glace}\nunofficial: [fr]\nshort: Ice\nareas: [ice]\n"

KEYS: dict[str, tuple[str, str, str, list[str]]] = {
    "a further area": (MEETING, MET, MET.replace("[ice]", "[fish, ice]"), []),
    "a language": (MEETING, MET, MET.replace("{en: One.}", "{en: One., fr: Une.}"), []),
    "a decision between": (MEETING, MET, MET.replace("  - {number: 2", "  - {number: 3, text: X}\n  - {number: 2"), []),
    "a chair": (MEETING, MET, MET + "chair: XAA\nlist: annexed\n", []),
    "a plain text is one in English": (
        MEETING, MET, MET.replace("{en: One.}", "One.").replace("{en: Lakeside}", "Lakeside"), [],
    ),
    "a place": (
        MEETING, MET, MET.replace("Lakeside", "Hilltop"),
        ["3:8 was {}:3:8 error history: place is altered without a correction (en was Lakeside, is Hilltop)"],
    ),
    "a form": (
        MEETING, MET, MET.replace("regular", "online"),
        ["4:7 was {}:4:7 error history: form is altered without a correction (it was regular, it is online)"],
    ),
    "a form gone that is the default": (MEETING, MET, MET.replace("form: regular\n", ""), []),
    "an area less": (
        MEETING, MET, MET.replace("[ice]", "[fish]"),
        ["6:5 was {}:6:5 error history: decision 1 is altered without a correction (appoints was ice, is fish)"],
    ),
    "a verb": (
        MEETING, MET, MET.replace("2, text", "2, considers: charter, text"),
        ["7:5 was {}:7:5 error history: decision 2 is altered without a correction (considers charter was not there)"],
    ),
    "the order of the paper": (
        MEETING, MET,
        MET.replace("number: 1", "number: 9").replace("number: 2", "number: 1").replace("number: 9", "number: 2")
        .replace("2, appoints: [ice]", "2, text: {en: One.}").replace("1, text: {en: One.}", "1, appoints: [ice]"),
        [
            "6:3 was {}:6:3 error history: the decisions stand in another order than that of the paper "
            "without a correction"
        ],
    ),
    "a number": (
        MEETING, MET, MET.replace("number: 2", "number: 3"),
        ["6:3 was {}:7:5 error history: decision 2 is gone without a correction"],
    ),
    "a silence": (
        MEETING, MET, MET.replace("appoints: [ice]", "appoints: [ice], silence: {until: 2024-12-31}"),
        [
            "6:5 was {}:6:5 error history: decision 1 is altered without a correction "
            "(silence until: 2024-12-31 was not there)"
        ],
    ),
    "a silence broken": (
        MEETING, MET.replace("appoints: [ice]", "appoints: [ice], silence: {until: 2024-12-31}"),
        MET.replace("appoints: [ice]", "appoints: [ice], silence: {until: 2024-12-31, broken: 2024-12-30}"),
        [],
    ),
    "the text of a draft": ("documents/fish.yaml", WRITTEN + "body: Fish.\n", WRITTEN + "body: Fishes.\n", []),
    "the text of what was approved": (
        PAPER, WRITTEN + "body: Ice.\n", WRITTEN + "body: Snow.\n",
        ["6:7 was {}:6:7 error history: body is altered without a correction (en was Ice., is Snow.)"],
    ),
    "a title": (
        PAPER, WRITTEN, WRITTEN.replace("en: Ice", "en: Snow"),
        ["2:8 was {}:2:8 error history: title is altered without a correction (en was Ice, is Snow)"],
    ),
    "a translation of ours": (PAPER, WRITTEN, WRITTEN.replace("Glace", "Glaces"), []),
    "a translation of ours gone": (
        PAPER, WRITTEN, WRITTEN.replace(", fr: Glace", "").replace("unofficial: [fr]\n", ""), [],
    ),
    "a short name": (PAPER, WRITTEN, WRITTEN.replace("short: Ice", "short: Snow"), []),
    "an area of a document": (
        PAPER, WRITTEN, WRITTEN.replace("[ice]", "[fish]"),
        ["5:8 was {}:5:9 error history: ice in areas is gone without a correction"],
    ),
    "a restriction": (PAPER, WRITTEN, WRITTEN + "restricted: true\n", []),
    "a restriction lifted": (
        PAPER, WRITTEN + "restricted: true\n", WRITTEN,
        ["1:1 was {}:6:13 error history: restricted is gone without a correction"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", KEYS)
def test_the_keys_of_a_record(case: str) -> None:
    path, old, new, expected = KEYS[case]
    assert since({path: old}, {path: new}) == [f"{path}:{line.format(path)}" for line in expected]


def test_a_correction_of_a_key() -> None:
    told = correction("place", "Lakeside")
    assert since({MEETING: MET}, {MEETING: MET.replace("Lakeside", "Hilltop") + told}) == []
    told = correction("areas", "ice")
    assert since({PAPER: WRITTEN}, {PAPER: WRITTEN.replace("[ice]", "[fish]") + told}) == []


# Files

GONE = f"registry.yaml:1:1 was {POST}:1:1 error history: registry/{POST} is gone"


def test_a_file_gone_is_one_finding_and_a_quarter_another() -> None:
    posts = {f"coordinators/{name}.yaml": f"tenures:\n{A}" for name in ("snow", "people", "boats")}
    assert since({POST: FULL, **posts}, {POST: None}) == [
        f"{GONE}, and with it 1 departure, 2 tenures, 1 proposal, 1 acting"
    ]
    assert since({POST: FULL}, {POST: None}) == [
        f"{GONE}, and with it 1 departure, 2 tenures, 1 proposal, 1 acting",
        f"registry.yaml:1:1 was {POST}:1:1 error mass-removal: 1 of 2 records of the kind coordinators is gone, "
        "more than a quarter",
    ]


def states(*codes: str) -> str:
    return "".join(f"{code}: {{name: {code}}}\n" for code in codes)


def test_a_quarter_is_not_more_than_a_quarter() -> None:
    old = {"states.yaml": states("XAA", "XBB", "XCC", "XDD", "XEE", "XFF", "XGG", "XHH")}
    assert since(old, {"states.yaml": states("XAA", "XBB", "XCC", "XDD", "XEE", "XFF")}) == []
    assert since(old, {"states.yaml": states("XAA", "XBB", "XCC", "XDD", "XEE", "XZZ")}) == [
        "registry.yaml:1:1 was states.yaml:1:1 states.yaml:1:1 states.yaml:1:1 error mass-removal: "
        "3 of 8 records of the kind state are gone, more than a quarter"
    ]


def test_more_than_ten_are_counted() -> None:
    (found,) = findings(
        {"states.yaml": states(*(f"X{chr(65 + n)}A" for n in range(14)))}, {"states.yaml": states("YYY")}
    )
    assert found.message.endswith("there stood XAA, XBA, XCA, XDA, XEA, XFA, XGA, XHA, XIA, XJA and 4 more")
    assert len(found.related) == 10


def test_a_file_with_another_name_says_so() -> None:
    moved = MET.replace("2023-06-15", "2023-06-16")
    new = {MEETING: None, "meetings/com-2023-06-16.yaml": moved}
    assert [line.rpartition(" error ")[2] for line in since({MEETING: MET}, new)] == [
        f"history: registry/{MEETING} is gone, and with it 2 decisions",
        "mass-removal: 1 of 3 records of the kind meeting is gone, more than a quarter",
    ]
    told = correction("id", "com-2023-06-15") + correction("date", "2023-06-15").removeprefix("corrections:\n")
    assert since({MEETING: MET}, new | {"meetings/com-2023-06-16.yaml": moved + told}) == []
    half = correction("id", "com-2023-06-15")
    assert since({MEETING: MET}, new | {"meetings/com-2023-06-16.yaml": moved + half}) == [
        "meetings/com-2023-06-16.yaml:2:7 was meetings/com-2023-06-15.yaml:2:7 error history: "
        "date is altered without a correction (it was 2023-06-15, it is 2023-06-16)"
    ]


def test_a_file_that_still_stands_has_no_other_name() -> None:
    new = {
        MEETING: MET.replace("Lakeside", "Hilltop"),
        "meetings/com-2023-06-16.yaml": MET + correction("id", "com-2023-06-15"),
    }
    assert len(since({MEETING: MET}, new)) == 1


def test_what_could_not_be_read_is_said_and_not_guessed() -> None:
    assert since({POST: "tenures: [\n"}, {POST: f"tenures:\n{A}"}) == [
        f"{POST}:1:1 was  warning history: registry/{POST} cannot be read in HEAD~1: "
        "whether it was altered is not known"
    ]
    assert since({POST: f"tenures:\n{A}"}, {POST: "tenures: [\n"}) == []  # the check says what is wrong with it


def test_a_register_gone_is_one_finding() -> None:
    everything = {path.removeprefix("registry/"): None for path in sample()}
    assert since({}, everything) == [
        "registry.yaml:1:1 was registry.yaml:1:1 error history: the register is gone, 12 files of it"
    ]


def test_where_nothing_was_everything_is_new() -> None:
    everything = {path.removeprefix("registry/"): None for path in sample()}
    assert since(everything, {POST: FULL}) == []
