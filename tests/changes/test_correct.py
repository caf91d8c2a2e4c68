import pytest

from cicareg.errors import Exit
from tests import acts
from tests.acts import Files, breaches, incumbents, laid, lines, nothing, planned

TENURE = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
WHY = {"why": "Misread.", "source": "letters 3"}


def correct(record: str, fact: str, value: str | None, files: Files | None = None) -> list[str]:
    return lines(planned("correct", files, record=record, fact=fact, value=value, **WHY), files)


def subject(record: str, fact: str, value: str | None) -> str:
    return planned("correct", record=record, fact=fact, value=value, **WHY).change.subject


def refusal(record: str, fact: str, value: str | None = "x", files: Files | None = None) -> tuple[int, str, str]:
    return acts.refusal("correct", files, record=record, fact=fact, value=value, **WHY)


def test_a_fact_is_changed_and_how_it_stood_is_left() -> None:
    done = planned("correct", record="ice", fact="tenures/1/term", value="2024-2026", **WHY)
    assert lines(done) == [
        f"coordinators/ice.yaml -   - {{{TENURE}}}",
        "coordinators/ice.yaml +   - {state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1}",
        "coordinators/ice.yaml + corrections:",
        "coordinators/ice.yaml +   - what: tenures",
        f"coordinators/ice.yaml +     was: {{{TENURE}}}",
        "coordinators/ice.yaml +     why: Misread.",
        "coordinators/ice.yaml +     source: letters 3",
    ]
    assert done.change.subject == "Correct ice, tenures/1/term: 2024-2025 becomes 2024-2026"
    assert incumbents(done)[0] == ("coordinator", ("Alderia (2024-2025)",), ("Alderia (2024-2026)",))


def test_what_was_not_said_is_only_added() -> None:
    assert correct("ice", "tenures/1/via", "Ministry: ice")[1:] == [
        f'coordinators/ice.yaml +   - {{{TENURE}, via: "Ministry: ice"}}'
    ]
    assert correct("com-2023-06-01", "form", "informal") == ["meetings/com-2023-06-01.yaml + form: informal"]


def test_what_was_no_fact_goes() -> None:
    done = planned("correct", record="ice", fact="tenures/2", value=None, **WHY)
    assert [line for line in lines(done) if ".yaml - " in line] == [
        "coordinators/ice.yaml -   - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}"
    ]
    assert incumbents(done)[1] == ("co-coordinator", ("Borland (2024-2025)",), ())


VALUES: dict[str, tuple[str, str, str, str, str]] = {
    "a number": ("ice", "number", "3", "number: 3", "was: 1"),
    "a list": ("ice-paper", "areas", "[ice, fish]", "areas: [ice, fish]", "was: [ice]"),
    "an entry of a list": ("ice-paper", "areas/1", "fish", "areas: [fish]", "was: ice"),
    "a text": (
        "charter",
        "short/en",
        "The Charter",
        "short: {en: The Charter, fr: Charte}",
        "was: {en: Charter, fr: Ch",
    ),
    "a text with a sign": ("charter", "short/en", "No # 2", 'short: {en: "No # 2", fr: Charte}', "was: {en: Charter"),
    "a text that looks otherwise": ("charter", "short/en", "no", 'short: {en: "no", fr: Charte}', "was: {en: Charter"),
    "a text in quotes": ("charter", "short/en", '"3"', 'short: {en: "3", fr: Charte}', "was: {en: Charter"),
    "a mapping": ("charter", "short", "{en: Chart}", "short: {en: Chart}", "was: {en: Charter"),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_read_as_the_file_would_say_it(name: str) -> None:
    record, fact, value, written, was = VALUES[name]
    found = correct(record, fact, value)
    assert next(line.partition(" + ")[2] for line in found if " + " in line) == written
    assert any(was in line for line in found)


def test_a_second_correction_stands_after_the_first() -> None:
    files = laid(planned("correct", record="ice", fact="number", value="3", **WHY))
    assert correct("ice", "number", "4", files) == [
        "areas/ice.yaml - number: 3",
        "areas/ice.yaml + number: 4",
        "areas/ice.yaml +   - {what: number, was: 3, why: Misread., source: letters 3}",
    ]


def test_the_same_again_changes_nothing() -> None:
    assert nothing(planned("correct", record="ice", fact="tenures/1/term", value="2024-2025", **WHY))


@pytest.mark.parametrize(
    ("fact", "value", "message"),
    [
        ("tenures/1/term", "2024-01/2024-06",
         "minimum-tenure: the tenure of Alderia, 2024-01-01 to 2024-06-30, is shorter than 2 years"),
        ("number", "2", "unique-names: number 2 of nature is already fish"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_then_is_a_breach(fact: str, value: str, message: str) -> None:
    done = planned("correct", record="ice", fact=fact, value=value, **WHY)
    assert breaches(done) == [message]


def test_an_error_of_before_that_only_moves_forbids_nothing() -> None:
    files = {"coordinators/ice.yaml": f"tenures:\n  - {{{TENURE.replace('2024-2025', '2024-01/2024-12')}}}\n"}
    done = planned("correct", files, record="ice", fact="tenures/1/term", value="2024-01/2024-11", **WHY)
    assert not breaches(done)
    assert done.preview.standing == 1


def test_what_it_breaks_in_other_files_forbids_it() -> None:
    done = planned("correct", record="com-2023-06-01", fact="decisions/1", value=None, **WHY)
    assert breaches(done) == []
    assert done.preview.broken == ("reference",)
    assert [line.rpartition(": ")[2] for line in done.preview.elsewhere] == [
        "com-2023-06-01 has no decision 1; it has 2, 3"
    ] * 2


def test_what_an_entry_says_is_told_and_no_kind_of_value_named() -> None:
    borland = "state XBB, role co-coordinator, term 2024-2025, decision com-2023-06-01/1"
    assert subject("ice", "tenures/2", None) == f"Correct ice, tenures/2: taken out ({borland})"
    assert subject("ice-paper", "areas", "[fish]") == "Correct ice-paper, areas: ice becomes fish"


@pytest.mark.parametrize(
    ("record", "fact", "message"),
    [
        ("snow", "number", "nothing that can be corrected is called 'snow'"),
        ("ice", "numbr", "ice has no fact 'numbr'; did you mean number?"),
        ("ice", "", "ice has no fact ''"),
        ("ice", "corrections/1/why", "ice has no fact 'corrections'"),
        ("people", "tenures/1/term", "people has no fact 'tenures'"),
        ("ice", "tenures/0/term", "tenures/0/term: what stands in a list is counted from 1"),
        ("ice", "tenures/3/term", "ice has no tenures/3/term"),
        ("ice", "tenures/3", "ice has no tenures/3"),
        ("ice", "tenures/99999999999999999999", "ice has no tenures/99999999999999999999"),
        ("ice", "tenures/term", "ice has no tenures/term"),
        ("ice", "name/en/x", "ice has no name/en/x"),
        ("ice", "name/1", "ice has no name/1"),
        ("ice", "departures/1/reason", "ice has no departures/1/reason"),
    ],
)
def test_a_fact_that_is_none_is_wrong_usage(record: str, fact: str, message: str) -> None:
    assert refusal(record, fact)[:2] == (Exit.USAGE, message)


def test_what_says_nothing_cannot_be_taken_away() -> None:
    assert refusal("ice", "tenures/1/via", None) == (
        Exit.USAGE, "ice says nothing at tenures/1/via", "cicareg show ice"
    )  # fmt: skip


@pytest.mark.parametrize("text", ["tenures: 1\n", "tenures: [\n", "a: &b c\n"])
def test_a_record_with_errors_is_mended_by_hand(text: str) -> None:
    assert refusal("ice", "tenures/1/term", "2024-2026", {"coordinators/ice.yaml": text}) == (
        Exit.REFUSED, "the record of ice has errors", "cicareg validate shows them: mend them first"
    )  # fmt: skip


def test_a_file_cannot_be_emptied() -> None:
    code, message, hint = refusal("ice", "tenures", None)
    assert code == Exit.REFUSED
    assert message.startswith("this file cannot be edited: ")
    assert hint == "change it by hand, and check it: cicareg validate"


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_entry_taken_away_twice_is_taken_away_once(number: int) -> None:
    """The number means another entry then, or none."""
    asked = {"record": "fish", "fact": f"tenures/{number}", "value": None, **WHY}
    files = laid(planned("correct", **asked))
    assert nothing(planned("correct", files, **asked))
    assert not nothing(planned("correct", files, **{**asked, "fact": "tenures/1", "why": "That one too."}))


def test_a_state_is_known_by_its_name() -> None:
    assert "state: XCC" in "".join(correct("ice", "tenures/1/state", "Corvania"))
    assert refusal("ice", "tenures/1/state", "Corvana")[0] == Exit.USAGE


@pytest.mark.parametrize(
    ("fact", "value", "message"),
    [
        ("tenures/1/notified", "2025-02-30", "there is no such day as 2025-02-30"),
        ("tenures/1/term", "2024", "a term is written like 2024-2025, not 2024"),
        ("tenures/1/trem", "2024-2026", "unknown key trem; did you mean term?"),
        ("name/en", "Ice\nb: c", "'Ice\\nb: c' is not one line of text, without spaces at its ends"),
    ],
)
def test_a_value_of_the_wrong_sort_is_refused_before_anything_is_shown(fact: str, value: str, message: str) -> None:
    said = (Exit.USAGE, f"{fact}: {message}", "what it says now: cicareg show ice")
    assert refusal("ice", fact, value) == said
