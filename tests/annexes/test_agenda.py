"""What a meeting has before it, in three languages: goldens to read, and what does not belong to it."""

import datetime as dt
from collections.abc import Callable

import pytest

from cicareg.annexes import publishing
from cicareg.document import Item
from cicareg.errors import UsageError
from cicareg.formats.markdown_document import document
from tests.annexes.drafts import drafts
from tests.annexes.speaking import french, voice

Golden = Callable[[str, str], None]
LANGS = ("en", "ru", "kk")
OCTOBER = "board-2031-10-10"


def points(meeting: str, tree: dict[str, bytes] | None = None) -> list[str]:
    """Give the items and the points of an agenda."""
    made = publishing.agenda(voice("en", tree or drafts()), meeting)
    return [f"{block.marker}{block.text}" for block in made.blocks if isinstance(block, Item)]


@pytest.mark.parametrize("lang", LANGS)
def test_an_agenda_on_record_goes_on_with_what_else_is_before_the_meeting(lang: str, golden: Golden) -> None:
    golden(f"agenda-{lang}.md", document(publishing.agenda(voice(lang, drafts()), OCTOBER)))


def test_an_agenda_in_the_language_of_the_example(golden: Golden) -> None:
    golden("agenda-fr.md", document(publishing.agenda(french(drafts()), OCTOBER)))


def test_a_meeting_to_come_that_is_not_on_record_has_the_same_before_it() -> None:
    without = drafts({f"meetings/{OCTOBER}.yaml": None, "documents/pilots-letter.yaml": None})
    found = points(OCTOBER, without)
    assert [text for text in found if text[0].isdigit()] == [
        "1.Coordinators and co-coordinators",
        "2.Concept papers and action plans",
        "3.Annual plan",
        "4.Review of the implementation",
        "5.Silence procedures",
        "6.Reports to be noted",
    ]
    assert found.index("“Concept paper on pilots”: draft.") + 1 == found.index(
        "Draft decision: The Board approved “Concept paper on pilots”."
    )
    place = publishing.agenda(voice("en", without), OCTOBER).blocks[2]
    assert getattr(place, "text", "") == "10 October 2031"


def test_the_organ_gets_only_what_it_may_decide() -> None:
    assert points("diet-2031-10-10") == []
    made = publishing.agenda(voice("en", drafts()), "diet-2031-10-10")
    assert "\n\nNothing on record comes before this meeting.\n\n" in document(made)


BEFORE_JUNE = [
    "1.Documents before the meeting",
    "“Rules of the Coast”: draft under consideration (paragraph 3 of the decisions of the Harbour Board of 15 May "
    "2030).",
    "Draft decision: The Diet adopted “Rules of the Coast”.",
    "“Statement of the Diet on Safe Harbours”: recommended (paragraph 1 of the decisions of the Harbour Board of 15 "
    "May 2030).",
    "Draft decision: The Diet adopted “Statement of the Diet on Safe Harbours”.",
]


def test_a_meeting_that_was_held_shows_what_it_had_before_it() -> None:
    assert points("diet-2030-06-20") == BEFORE_JUNE


def test_what_came_in_or_was_decided_later_changes_nothing() -> None:
    late = "kind: statement\norgan: diet\ntitle: {en: Late, ru: Позднее, kk: Кеш}\ndate: 2030-06-19\n"
    assert points("diet-2030-06-20", drafts({"documents/late.yaml": late})) == BEFORE_JUNE
    early = late.replace("2030-06-19", "2030-06-18")
    assert len(points("diet-2030-06-20", drafts({"documents/late.yaml": early}))) == 7


def test_a_recommendation_is_for_the_meeting_that_it_names() -> None:
    statement = "Statement of the Diet on Safe Harbours"
    assert not any(statement in text for text in points("diet-2030-06-10"))
    before = drafts({"meetings/diet-2030-06-20.yaml": None})
    assert any(statement in text for text in points("diet-2030-06-20", before))
    assert any(statement in text for text in points("diet-2030-07-01", before))
    assert not any(statement in text for text in points("board-2030-07-01", before))


def test_a_proposal_that_was_taken_up_or_withdrawn_by_then_does_not_wait() -> None:
    def waiting(tree: dict[str, bytes]) -> list[str]:
        return [text.split(" for ")[0] for text in points(OCTOBER, tree) if text.startswith("Proposal")]

    both = ["Proposal of 1 September 2031", "Proposal of 2 September 2031"]
    first = ("coordinators/lights.yaml", "notified: 2031-09-01}")
    assert waiting(drafts()) == both
    assert waiting(drafts({}, (*first, "notified: 2031-09-01, withdrawn: 2031-10-09}"))) == both[1:]
    assert waiting(drafts({}, (*first, "notified: 2031-09-01, withdrawn: 2031-10-10}"))) == both
    assert waiting(drafts({}, (*first, "notified: 2031-10-11}"))) == both[1:]
    taken = "tenures:\n  - {state: XDD, role: coordinator, term: 2032-2033, decision: board-2031-10-10/1}\n"
    decided = "decisions:\n  - {number: 1, appoints: [lights], amends-list: true}\nagenda:\n"
    tree = drafts(
        {}, ("coordinators/lights.yaml", "tenures:\n", taken), (f"meetings/{OCTOBER}.yaml", "agenda:\n", decided)
    )
    assert waiting(tree) == both  # what the meeting itself decided was before it


def test_items_without_numbers_go_on_without_numbers() -> None:
    tree = drafts({}, (f"meetings/{OCTOBER}.yaml", 'number: "1", ', ""))
    assert [text for text in points(OCTOBER, tree) if text.startswith("Reports")] == ["Reports to be noted"]


def test_an_item_with_a_number_in_parts_stands_as_it_is() -> None:
    tree = drafts({}, (f"meetings/{OCTOBER}.yaml", 'number: "2"', "number: 2 (a)"))
    found = points(OCTOBER, tree)
    assert found[1].startswith("2 (a)Pilots")
    assert "3.Coordinators and co-coordinators" in found


def test_a_text_that_is_restricted_is_not_named() -> None:
    made = document(publishing.agenda(voice("en", drafts()), OCTOBER))
    assert "hidden rocks" not in made
    secret = drafts({}, ("documents/pilots-report.yaml", "date:", "restricted: true\ndate:"))
    assert not any(text.startswith("7.") for text in points(OCTOBER, secret))


def test_what_never_came_in_is_before_nobody() -> None:
    names = ("pilots-report", "pilots-letter", "pilots-paper")
    tree = drafts({}, *((f"documents/{name}.yaml", "source:", "received: false\nsource:") for name in names))
    found = points(OCTOBER, tree)
    assert not any(text.startswith(("“Report on pilots”", "“Letter on pilots”")) for text in found)
    assert "“Concept paper on pilots”: draft." not in found


def test_a_year_ahead_is_looked_at_and_no_further() -> None:
    ending = "The tenure of the Free Isles as coordinator of the dimension “People” ends on 14 March 2032"
    assert any(text.startswith(ending) for text in points("board-2031-03-20"))
    assert not any(text.startswith(ending) for text in points("board-2031-03-13"))
    assert not any(text.startswith(ending) for text in points("board-2032-03-16"))  # then the post is vacant


REFUSED = {
    "board-2031-13-10": ("there is no such day as 2031-13-10", ""),
    "council-2031-10-10": (
        "no meeting council-2031-10-10 on record; did you mean board-2031-10-10?",
        "one to come is ORGAN-DATE, such as soc-2025-12-17; organs here: diet, board",
    ),
}


@pytest.mark.parametrize("meeting", REFUSED)
def test_what_is_no_meeting_is_refused(meeting: str) -> None:
    with pytest.raises(UsageError) as refused:
        points(meeting)
    assert (refused.value.message, refused.value.hint) == REFUSED[meeting]


def test_a_meeting_that_was_not_held_has_nothing_before_it() -> None:
    tree = drafts({}, (f"meetings/{OCTOBER}.yaml", "agenda:\n", "held: false\nagenda:\n"))
    with pytest.raises(UsageError) as refused:
        points(OCTOBER, tree)
    assert refused.value.message == "board-2031-10-10 was not held: nothing is before it"


def test_the_file_bears_the_day_of_the_meeting() -> None:
    about = publishing.agenda(voice("ru", drafts()), OCTOBER).about
    assert (about.title, about.date) == ("Предварительная аннотированная повестка дня", dt.date(2031, 10, 10))


def test_a_document_whose_period_is_over_is_not_decided_on() -> None:
    plan = "“Yearbook for 2031” is to be approved"
    assert any(text.startswith(plan) for text in points("board-2031-12-31"))
    assert not any(text.startswith(plan) for text in points("board-2032-01-01"))


def test_an_older_version_gives_way_to_a_newer_draft() -> None:
    newer = "kind: concept-paper\norgan: board\ntitle: {en: New, ru: Новое, kk: Жаңа}\nsupersedes: pilots-paper\n"
    tree = drafts({f"meetings/{OCTOBER}.yaml": None, "documents/pilots-letter.yaml": None, "documents/new.yaml": newer})
    found = points(OCTOBER, tree)
    assert "“New”: draft." in found
    assert "“Concept paper on pilots”: draft." not in found
    later = tree | {"registry/documents/new.yaml": f"{newer}date: 2031-10-10\n".encode()}
    assert "“Concept paper on pilots”: draft." in points(OCTOBER, later)
