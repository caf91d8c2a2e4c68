"""What is published, in three languages: goldens to read, and what is refused by name."""

import datetime as dt
import re
from collections.abc import Callable, Mapping

import pytest

from cicareg.annexes import publishing
from cicareg.annexes.package import enclosure, languages_of, notes, withheld
from cicareg.document import Item, Paragraph, Run
from cicareg.errors import CicaregError, UsageError
from cicareg.formats.markdown_document import document
from tests.annexes.speaking import voice
from tests.support import PROJECT, chancery, check, load, tree_of

MEETING, NOTE = "board-2030-05-15", "note-2030-05-15"
LANGS = ("en", "ru", "kk")
Golden = Callable[[str, str], None]


def changed(name: str, old: str, new: str) -> Mapping[str, bytes]:
    return chancery(changed={name: (old, new)})


def test_the_register_of_these_tests_is_in_order() -> None:
    assert [finding.rule for finding in check(load(chancery())).findings if finding.severity != "note"] == [
        "body-numbering"  # as stated: a gap is kept
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_verb_of_a_decision_in_words(lang: str, golden: Golden) -> None:
    golden(f"decisions-{MEETING}-{lang}.md", document(publishing.decisions(voice(lang), MEETING)))


@pytest.mark.parametrize("lang", LANGS)
def test_decisions_without_numbers_at_a_meeting_of_two_days(lang: str, golden: Golden) -> None:
    golden(f"decisions-diet-{lang}.md", document(publishing.decisions(voice(lang), "diet-2030-06-20")))


@pytest.mark.parametrize("lang", LANGS)
def test_a_written_procedure(lang: str) -> None:
    tree = changed(f"meetings/{MEETING}.yaml", "chair: XAA", "form: written-procedure")
    said = publishing.decisions(voice(lang, tree), MEETING).blocks[3]
    assert isinstance(said, Paragraph)
    assert (
        said.text
        == {
            "en": "By written procedure of 15 May 2030, the Harbour Board (Board) decided as follows:",
            "ru": "В порядке письменной процедуры 15 мая 2030 года приняты следующие решения:",
            "kk": "2030 жылғы 15 мамырдағы жазбаша рәсім бойынша мынадай шешімдер қабылданды:",
        }[lang]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_note(lang: str, golden: Golden) -> None:
    golden(f"note-{lang}.md", document(publishing.note(voice(lang), NOTE, 21)))


@pytest.mark.parametrize("lang", LANGS)
def test_a_statement(lang: str, golden: Golden) -> None:
    golden(f"statement-{lang}.md", document(publishing.paper(voice(lang), "harbour-statement")))


def test_rules_with_chapters_and_the_text_as_data(golden: Golden) -> None:
    golden("coast-rules-en.md", document(publishing.paper(voice(), "coast-rules")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_of_those_who_serve_on_a_day(lang: str, golden: Golden) -> None:
    golden(f"serving-{lang}.md", document(publishing.list_serving(voice(lang), dt.date(2031, 6, 30))))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("meeting", ["soc-2023-08-22", "mc-2023-09-21"])
def test_the_decisions_of_the_real_register(meeting: str, lang: str, golden: Golden) -> None:
    spoken = voice(lang, tree_of(PROJECT))
    golden(f"decisions-{meeting}-{lang}.md", document(publishing.decisions(spoken, meeting)))


def test_what_a_file_says_of_itself() -> None:
    about = publishing.note(voice("ru"), NOTE).about
    assert about == (
        "Нота о решениях от 15 мая 2030 года",
        "Конвенция Янтарного побережья",
        "ACC/7",
        dt.date(2030, 5, 16),
    )
    assert publishing.list_decided(voice(), MEETING).about.title == (
        "Decision of the Harbour Board. List of coordinators and co-coordinators"
    )


PAGES = {
    ("en", 1): "1 page", ("en", 2): "2 pages",
    ("ru", 1): "на 1 листе", ("ru", 2): "на 2 листах", ("ru", 5): "на 5 листах", ("ru", 21): "на 21 листе",
    ("kk", 1): "1 парақ", ("kk", 5): "5 парақ",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "pages"), PAGES)
def test_pages_are_counted_as_the_language_counts(lang: str, pages: int) -> None:
    text = document(publishing.note(voice(lang), NOTE, pages))
    assert re.search(rf"[, ]{PAGES[lang, pages]}\n", text)


def test_pages_on_record_come_before_those_counted() -> None:
    tree = changed(f"documents/{NOTE}.yaml", "number: ACC/7", "number: ACC/7\npages: 14")
    assert "Enclosure: as stated, 14 pages" in document(publishing.note(voice("en", tree), NOTE, 3))


def test_a_draft_is_one_until_something_final_was_decided() -> None:
    spoken = voice()
    for day, first in ((dt.date(2030, 6, 19), "Draft"), (dt.date(2030, 6, 20), "Chairmanship"), (None, "Chairmanship")):
        blocks = publishing.paper(spoken, "harbour-statement", day).blocks
        said = [block.text for block in blocks if isinstance(block, Paragraph) and block.role == "status"]
        assert said == (["Draft"] if first == "Draft" else [])


def test_where_all_wording_is_ours_it_is_said_once() -> None:
    tree = changed(f"meetings/{MEETING}.yaml", "  - number: 15\n", "  - number: 15\n    unofficial: [en]\n")
    some = [document(publishing.decisions(voice(lang, tree), MEETING)).count("†") for lang in ("en", "ru")]
    assert some == [0, 18]  # in Russian one text is the organ's: 17 marks, and the note


REFUSED: dict[str, tuple[str, Mapping[str, bytes], str]] = {
    "a case form": (
        "ru",
        changed("states.yaml", "instrumental: Корванией", "dative: Корвании"),
        "cicareg/templates/ru/decisions.html:38: the state XCC has no instrumental: add it",
    ),
    "a name": ("kk", changed("states.yaml", ", kk: Алдерия}", "}"), "the name of the state XAA has no text in 'kk'"),
    "a title": (
        "ru",
        changed("documents/yearbook.yaml", " ru: Ежегодник на 2031 год,", ""),
        "the title of yearbook has no text in 'ru'",
    ),
    "an office": (
        "en",
        changed("registry.yaml", "harbour-master:", "harbour-mistress:"),
        "no office harbour-master in registry/registry.yaml",
    ),
    "who was appointed": (
        "en",
        chancery({"coordinators/people.yaml": None}),
        "no tenure of people rests on board-2030-05-15/5",
    ),
    "what is asked": (
        "en",
        changed(f"meetings/{MEETING}.yaml", "before: 2030-10-01, for: yearbook", "before: 2030-10-01"),
        "board-2030-05-15/13 does not say what is asked",
    ),
    "the text in this language": (
        "en",
        changed(f"meetings/{MEETING}.yaml", "      en: |\n        The Board thanks", "      fr: |\n        The Board"),
        "board-2030-05-15/15 says nothing in 'en': its words are on record in",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_missing_is_refused_by_name(case: str) -> None:
    lang, tree, message = REFUSED[case]
    with pytest.raises(CicaregError) as refused:
        publishing.decisions(voice(lang, tree), MEETING)
    assert refused.value.message.startswith(message)


@pytest.mark.parametrize("case", ["a case form", "a name", "a title"])
def test_what_is_missing_is_marked_where_gaps_are_allowed(case: str) -> None:
    lang, tree, _ = REFUSED[case]
    text = document(publishing.decisions(voice(lang, tree, gaps=True), MEETING))
    marks = {
        "a case form": r"\[??? the state XCC: instrumental\]",
        "a name": r"\[??? the name of the state XAA (kk)\]",
        "a title": r"\[??? the title of yearbook (ru)\]",
    }
    assert marks[case] in text


def test_other_things_are_refused() -> None:
    spoken = voice()
    unknown: list[tuple[Callable[[], object], str]] = [
        (lambda: publishing.decisions(spoken, "board-2030-05-16"), "no meeting board-2030-05-16 on record; did you"),
        (lambda: publishing.paper(spoken, "yearbok"), "no document yearbok on record; did you mean yearbook?"),
        (lambda: publishing.note(spoken, "yearbook"), "yearbook is no note verbale but of the kind annual-plan"),
    ]
    for make, message in unknown:
        with pytest.raises(UsageError) as refused:
            make()
        assert refused.value.message.startswith(message)


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        ("yearbook", "yearbook has no body on record"),
        ("secret-plan", "secret-plan is restricted and is not published"),
    ],
)
def test_what_cannot_be_published_is_refused(id_: str, message: str) -> None:
    with pytest.raises(CicaregError) as refused:
        publishing.paper(voice(), id_)
    assert refused.value.message == message


def test_a_restricted_document_is_rendered_where_that_is_wanted() -> None:
    assert "The rocks lie where they lie" in document(publishing.paper(voice(), "secret-plan", restricted=True))


def test_what_belongs_to_a_meeting() -> None:
    spoken = voice()
    pieces = enclosure(spoken, MEETING)
    assert [(piece.name, piece.title, piece.document is None) for piece in pieces] == [
        ("decisions", "Decisions of the Harbour Board", False),
        ("list", "Decision of the Harbour Board. List of coordinators and co-coordinators", False),
        ("harbour-statement", "Statement of the Diet on Safe Harbours", False),
        ("coast-rules", "Rules of the Coast", False),
        ("yearbook", "Yearbook for 2031", True),
    ]
    assert withheld(spoken.registry, MEETING) == ("secret-plan",)
    assert [(note.id, languages_of(spoken.registry, note)) for note in notes(spoken.registry, MEETING)] == [
        (NOTE, ("en", "ru", "kk"))
    ]


def test_nothing_that_is_restricted_is_said_in_what_belongs_to_a_meeting() -> None:
    spoken = voice()
    pieces = [piece.document for piece in enclosure(spoken, MEETING) if piece.document]
    text = "".join(map(document, [*pieces, publishing.note(spoken, NOTE, 3)]))
    assert "hidden rocks" not in text
    assert "The rocks lie" not in text


def test_a_note_of_a_body_without_a_seat_bears_its_day_alone() -> None:
    tree = changed("registry.yaml", "  seat: {en: Port Amber, ru: Порт-Амбер, kk: Порт-Амбер}\n", "")
    assert "\n\n16 May 2030\n\n" in document(publishing.note(voice("en", tree), NOTE))


BROKEN = {
    "en": "The Board decided on appointments of the dimension “People”, subject to a silence procedure until "
    "1 June 2030 inclusive.",
    "ru": "По измерению «Человеческое» принято решение (с применением процедуры умолчания до 1 июня 2030 года "
    "включительно).",
    "kk": "«Адами» өлшемі бойынша шешім қабылданды (үнсіз келісім рәсімі 2030 жылғы 1 маусымға дейін, осы күнді қоса "
    "алғанда, қолданылады).",
}
NO_EFFECT = {
    "en": "The silence was broken on 20 May 2030: the decision has no effect. †",
    "ru": "Процедура умолчания нарушена 20 мая 2030 года, решение не вступило в силу. †",
    "kk": "Үнсіз келісім рәсімі бұзылды (2030 жылғы 20 мамыр), шешім күшіне енген жоқ. †",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_decision_whose_silence_was_broken_is_told_with_its_end(lang: str) -> None:
    silence = ("silence: {until: 2030-06-01}", "silence: {until: 2030-06-01, broken: 2030-05-20}")
    tree = chancery(
        {"coordinators/people.yaml": None, "coordinators/pilots.yaml": None},
        changed={f"meetings/{MEETING}.yaml": silence},
    )
    items = [block for block in publishing.decisions(voice(lang, tree), MEETING).blocks if isinstance(block, Item)]
    assert items[4].text.startswith(BROKEN[lang])
    assert items[4].text.endswith(NO_EFFECT[lang])


def test_a_further_paragraph_of_an_item_is_a_line_of_it() -> None:
    tree = changed(
        "documents/lights-paper.yaml", "    The lights burn.", "    1. The lights burn.\n\n       All night."
    )
    blocks = publishing.paper(voice("en", tree), "lights-paper").blocks
    assert Item("1.", (Run("The lights burn.\nAll night."),)) in blocks


def test_lists_however_deep_are_rendered() -> None:
    deep = "".join(
        f"    {'  ' * depth}{mark} x\n" for depth, mark in enumerate(["1.", "1.1", "1.1.1", "(a)", "(i)", "-"])
    )
    tree = changed("documents/lights-paper.yaml", "    The lights burn.\n", deep)
    items = [block for block in publishing.paper(voice("en", tree), "lights-paper").blocks if isinstance(block, Item)]
    assert [item.depth for item in items] == [0, 1, 2, 3, 4, 5]


def test_a_document_without_a_date_bears_the_day_of_what_was_decided_on_it() -> None:
    assert publishing.paper(voice(), "harbour-statement").about.date == dt.date(2030, 6, 20)


def test_what_a_meeting_adopted_belongs_to_it() -> None:
    assert [piece.name for piece in enclosure(voice(), "diet-2030-06-20")] == [
        "decisions", "harbour-statement", "coast-rules",
    ]  # fmt: skip


def test_an_unofficial_title_is_marked_wherever_it_is_printed() -> None:
    tree = changed("documents/harbour-statement.yaml", "kind: statement\n", "kind: statement\nunofficial: [ru]\n")
    spoken = [publishing.paper(voice("ru", tree), "harbour-statement"), publishing.note(voice("ru", tree), NOTE)]
    assert all("неофициальном переводе" in document(made) for made in spoken)


def test_a_restricted_document_says_that_it_is_restricted() -> None:
    assert "\\[restricted\\]" in document(publishing.paper(voice(), "secret-plan", restricted=True))
