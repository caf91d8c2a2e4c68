"""The next step of each kind of duty in three languages: goldens to read, exact sentences, and what is refused."""

import datetime as dt
from collections.abc import Callable

import pytest

from cicareg.annexes import publishing
from cicareg.annexes.voice import Voice
from cicareg.deadlines.all_duties import kinds_of_duty
from cicareg.document import PageBreak
from cicareg.errors import CicaregError, UsageError
from cicareg.formats.markdown_document import document
from tests.annexes.drafts import DRAFTS, drafts
from tests.annexes.speaking import french, voice
from tests.support import check, load

Golden = Callable[[str, str], None]
LANGS = ("en", "ru", "kk")
BOARD = "meetings/board-2030-05-15.yaml"


def made(spoken: Voice, duty: str, today: str) -> str:
    return document(publishing.draft(spoken, duty, dt.date.fromisoformat(today)))


def all_of(lang: str) -> str:
    tree = drafts()
    return "\n".join(
        f"<!-- {case} -->\n\n{made(voice(lang, tree), duty, today)}" for case, (duty, today) in DRAFTS.items()
    )


def test_the_register_of_these_tests_is_in_order() -> None:
    rules = {finding.rule for finding in check(load(drafts())).findings if finding.severity == "error"}
    assert rules == set()


@pytest.mark.parametrize("lang", LANGS)
def test_the_draft_of_each_kind_of_duty(lang: str, golden: Golden) -> None:
    golden(f"drafts-{lang}.md", all_of(lang))


def test_the_drafts_in_the_language_of_the_example(golden: Golden) -> None:
    texts = [f"<!-- {case} -->\n\n{made(french(drafts()), duty, today)}" for case, (duty, today) in DRAFTS.items()]
    golden("drafts-fr.md", "\n".join(texts))


def test_each_kind_but_silence_has_a_draft() -> None:
    assert {duty.partition("/")[0] for duty, _ in DRAFTS.values()} == set(kinds_of_duty()) - {"silence"}


def test_the_words_name_each_kind() -> None:
    for lang in LANGS:
        words = voice(lang).words
        assert set(words.duties) == set(kinds_of_duty())
    assert set(french(drafts()).words.duties) == set(kinds_of_duty())


EXACT = {
    ("en", "an extension"): (
        "The last day of the tenure of the Free Isles as coordinator of the dimension “People” is 14 March 2032. Under "
        "paragraph 1.10 of the draft “Rules of the Coast”, an extension takes the approval of the Harbour Board, and "
        "the request for it is sent to all Member States before the tenure ends."
    ),
    ("ru", "an extension"): (
        "Срок полномочий адресата настоящей ноты в качестве координатора по измерению «Человеческое» истекает 14 марта "
        "2032 года. Согласно пункту 1.10 проекта документа «Правила побережья» для продления необходимо решение "
        "Портового совета, а просьба о продлении направляется всем государствам-членам до истечения срока полномочий."
    ),
    ("kk", "an extension"): (
        "Осы нота жолданған мүше мемлекеттің «Адами» өлшемі бойынша үйлестіруші ретіндегі өкілеттік мерзімінің соңғы "
        "күні – 2032 жылғы 14 наурыз. «Жағалау қағидалары» құжаты жобасының 1.10-тармағына сәйкес мерзімді ұзарту үшін "
        "Айлақ кеңесінің шешімі қажет, ал ұзарту туралы өтініш өкілеттік мерзімі аяқталғанға дейін барлық мүше "
        "мемлекеттерге жолданады."
    ),
}


@pytest.mark.parametrize("case", EXACT, ids=" ".join)
def test_whole_sentences(case: tuple[str, str]) -> None:
    lang, which = case
    assert EXACT[case] in made(voice(lang, drafts()), *DRAFTS[which])


IN_FORCE = {
    "en": "Under paragraph 1.2 of “Rules of the Coast”, a state",
    "ru": "Согласно пункту 1.2 документа «Правила побережья» государство,",
    "kk": "«Жағалау қағидалары» құжатының 1.2-тармағына сәйкес үйлестіруші",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_text_that_is_in_force_is_no_draft(lang: str) -> None:
    tree = drafts({}, ("law/coast-rules.yaml", "text-of: 2030-05-01", "text-of: 2030-06-20"))
    assert IN_FORCE[lang] in made(voice(lang, tree), *DRAFTS["a report"])


def test_the_model_of_a_request_begins_a_new_page() -> None:
    blocks = publishing.draft(voice("en", drafts()), DRAFTS["an extension"][0], dt.date(2031, 9, 1)).blocks
    assert blocks.count(PageBreak()) == 1


def test_a_request_with_its_own_words_prints_them() -> None:
    old = "{number: 13, calls-on: members, before: 2030-10-01, for: yearbook}"
    new = "{number: 13, calls-on: members, before: 2030-10-01, text: {en: Tell the Board of your boats.}}"
    tree = drafts({}, (BOARD, old, new))
    said = made(voice("en", tree), "request/xaa/board-2030-05-15-13", "2030-09-01")
    assert "the Member States were asked the following:\n\n- Tell the Board of your boats.\n" in said
    with pytest.raises(CicaregError) as refused:
        made(voice("ru", tree), "request/xaa/board-2030-05-15-13", "2030-09-01")
    assert refused.value.message == "board-2030-05-15/13 does not say in 'ru' what is asked"
    assert refused.value.hint == "add text: {ru: …} to the decision"


def test_the_chairmanship_is_addressed_as_such() -> None:
    old = "{number: 13, calls-on: members,"
    tree = drafts({}, (BOARD, "chair: XAA\n", ""), (BOARD, old, old.replace("members", "chairmanship")))
    said = [made(voice(lang, tree), "request/chairmanship/board-2030-05-15-13", "2030-09-01") for lang in LANGS]
    assert [text.splitlines()[-1] for text in said] == [
        "To: the Chairmanship",
        "Адресат: Председательство",
        "Алушы: Төрағалық",
    ]
    assert "no answer on record from the Chairmanship" in said[0]


def test_the_role_of_a_co_coordinator_is_said() -> None:
    said = [made(voice(lang, drafts()), "extension/lights/xbb/board-2030-05-15-4", "2032-01-01") for lang in LANGS]
    assert "The last day of the tenure of the Free Isles as co-coordinator of the area" in said[0]
    assert "Срок полномочий адресата настоящей ноты в качестве сокоординатора по" in said[1]
    assert "бойынша тең үйлестіруші ретіндегі өкілеттік" in said[2]


def test_before_a_state_asked_to_go_on_it_is_reminded() -> None:
    duty, day = DRAFTS["an extension that was asked for"]
    assert "# Draft decision of the Harbour Board\n" in made(voice("en", drafts()), duty, day)
    assert "\nModel of a request\n" in made(voice("en", drafts()), duty, "2031-09-01")


def test_a_request_that_was_decided_on_has_no_next_step() -> None:
    duty, _ = DRAFTS["an extension that was asked for"]
    taken = "tenures:\n  - {state: XCC, role: co-coordinator, term: 2033-2034, decision: board-2031-10-10/1}\n"
    decided = "decisions:\n  - {number: 1, appoints: [lights], amends-list: true}\nagenda:\n"
    tree = drafts(
        {}, ("coordinators/lights.yaml", "tenures:\n", taken), ("meetings/board-2031-10-10.yaml", "agenda:\n", decided)
    )
    with pytest.raises(UsageError) as refused:
        made(voice("en", tree), duty, "2031-10-11")
    assert refused.value.message == f"{duty} is met by board-2031-10-10/1: there is no next step"


REFUSED: dict[str, tuple[str, str, str]] = {
    "a mistake": (
        "report/lights/xab/board-2030-05-15-4", "2031-08-01",
        "no duty report/lights/xab/board-2030-05-15-4 has arisen by 2031-08-01; "
        "did you mean report/lights/xaa/board-2030-05-15-4?",
    ),
    "what has not arisen": (
        "review/board/2031", "2030-12-31",
        "no duty review/board/2031 has arisen by 2030-12-31; did you mean review/board/2030?",
    ),
    "what is met": (
        "review/board/2030", "2030-12-31", "review/board/2030 is met by board-2030-05-15/16: there is no next step",
    ),
    "what may still be approved in time": (
        "consideration/pilots/xcc/pilots-paper", "2030-12-01",
        "consideration/pilots/xcc/pilots-paper falls due after 2031-01-01: there is no next step before",
    ),
    "what has lapsed": (
        "review/board/2031", "2032-01-01", "review/board/2031 has lapsed after 2031-12-31: there is no next step",
    ),
    "what does not apply": (
        "extension/lights/xaa/board-2030-05-15-4", "2031-08-01",
        "extension/lights/xaa/board-2030-05-15-4 does not apply (the tenure ended early, on 2031-06-30): "
        "there is no next step",
    ),
    "several, of which none is left": (
        "contribution/pilots/*/board-2031-10-10", "2031-10-10", "none of these 2 duties is open on 2031-10-10",
    ),
    "several that are not equal": (
        "contribution/*/*/board-2031-10-10", "2031-09-01", "contribution/*/*/board-2031-10-10 is more than one duty: "
        "contribution/people/xbb/board-2031-10-10, contribution/pilots/xcc/board-2031-10-10, "
        "contribution/pilots/xdd/board-2031-10-10 …",
    ),
    "what only passes": (
        "silence/board/board-2030-05-15-5", "2030-05-20", "nothing is drafted for a duty of the kind silence",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_has_no_next_step_is_refused(case: str) -> None:
    duty, today, message = REFUSED[case]
    with pytest.raises(UsageError) as refused:
        made(voice("en", drafts()), duty, today)
    assert refused.value.message == message
    assert refused.value.hint


def test_what_is_for_an_organ_reminds_nobody() -> None:
    tree = drafts({"coordinators/pilots.yaml": None}, ("documents/pilots-paper.yaml", "prepared-by: [XCC]\n", ""))
    with pytest.raises(UsageError) as refused:
        made(voice("en", tree), "consideration/pilots/board/pilots-paper", "2031-02-01")
    assert refused.value.message == (
        "consideration/pilots/board/pilots-paper is for the Board: there is nobody to remind"
    )


LACKING: dict[str, tuple[str, str, tuple[str, str, str], str]] = {
    "a case form": (
        "ru", "a contribution, to one area", ("registry.yaml", "genitive: Портового совета, ", ""),
        "cicareg/templates/ru/reminder.html:19: the organ board has no genitive: add it",
    ),
    "a name": (
        "kk", "a report", ("states.yaml", ", kk: Алдерия}", "}"), "the name of the state XAA has no text in 'kk'",
    ),
    "the title of the law": (
        "ru", "a review", ("documents/coast-rules.yaml", " ru: Правила побережья,", ""),
        "the title of coast-rules has no text in 'ru'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LACKING)
def test_what_is_missing_is_refused_by_name(case: str) -> None:
    lang, which, changed, message = LACKING[case]
    with pytest.raises(CicaregError) as refused:
        made(voice(lang, drafts({}, changed)), *DRAFTS[which])
    assert refused.value.message == message
