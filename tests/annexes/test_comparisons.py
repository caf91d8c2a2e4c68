"""A redline and amending sentences, in three languages and every format."""

import io
from collections.abc import Callable, Mapping
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from cicareg.annexes import publishing
from cicareg.annexes.ends import End, Ends
from cicareg.document import Cell, Document, Item, Paragraph, Run, Table
from cicareg.errors import CicaregError
from cicareg.formats.format import formats
from cicareg.formats.markdown_document import document
from cicareg.picture import Picture
from cicareg.questions.picturing import picture_recorded
from cicareg.registry import Registry
from tests.annexes.speaking import voice
from tests.support import chancery, load

LANGS = ("en", "ru", "kk")
BEFORE = {
    "areas/pilots.yaml": "dimension: sea\nnumber: 4\n"
    "name: {en: Old pilots, ru: Старые лоцманы, kk: Бұрынғы лоцмандар}\n",
    "areas/nets.yaml": "dimension: sea\nnumber: 3\nname: {en: Nets, ru: Сети, kk: Аулар}\n",
    "coordinators/people.yaml": """tenures:
  - {state: XBB, role: coordinator, term: 2029-2030, decision: board-2030-05-15/5}
  - {state: XCC, role: co-coordinator, decision: board-2030-05-15/5}
  - {state: XDD, role: co-coordinator, term: 2031-2032, decision: board-2030-05-15/5}
""",
    "coordinators/lights.yaml": """tenures:
  - {state: XAA, role: coordinator, term: 2029-2030, decision: board-2030-05-15/4}
  - {state: XCC, role: co-coordinator, term: 2031-2032, decision: board-2030-05-15/4}
  - {state: XBB, role: co-coordinator, term: 2031-2032, decision: board-2030-05-15/4}
""",
    "coordinators/pilots.yaml": """tenures:
  - {state: XDD, role: coordinator, decision: board-2030-05-15/5}
""",
}
AFTER = {
    "areas/ropes.yaml": "dimension: sea\nnumber: 5\nname: {en: Ropes, ru: Канаты, kk: Арқандар}\n",
    "coordinators/ropes.yaml": "tenures: [{state: XAA, role: coordinator, decision: board-2030-05-15/5}]\n",
    "coordinators/people.yaml": """tenures:
  - {state: XBB, role: coordinator, term: 2031-2032, decision: board-2030-05-15/5}
  - {state: XCC, role: co-coordinator, term: 2031-03-15/2033-03-14, decision: board-2030-05-15/5}
""",
}


def registry(files: Mapping[str, str | None]) -> Registry:
    return load(chancery(files)).registry


def ends(before: Mapping[str, str | None] = BEFORE, after: Mapping[str, str | None] = AFTER) -> Ends:
    old, new = registry(before), registry(after)
    pictures = picture_recorded(old, "", new), picture_recorded(new, "", new)
    return Ends(End("by", date(2030, 5, 14)), End("meeting", name="board-2030-05-15"), pictures)


def sentences(made: Document) -> list[str]:
    return [block.text for block in made.blocks if isinstance(block, Item)]


@pytest.mark.parametrize("lang", LANGS)
def test_amendments_of_every_kind(lang: str, golden: Callable[[str, str], None]) -> None:
    made = publishing.amendments(voice(lang, chancery(AFTER)), ends())
    golden(f"amendments-{lang}.md", document(made))
    assert len(sentences(made)) == 13


@pytest.mark.parametrize("lang", LANGS)
def test_a_redline(lang: str, golden: Callable[[str, str], None]) -> None:
    golden(f"redline-{lang}.md", document(publishing.redline(voice(lang, chancery(AFTER)), ends())))


def test_amendments_of_an_acting_coordinator_and_of_an_order() -> None:
    tenures = """tenures:
  - {state: XCC, role: co-coordinator, decision: board-2030-05-15/5}
  - {state: XDD, role: co-coordinator, decision: board-2030-05-15/5}
"""
    acting = "acting:\n  - {state: XDD, from: 2030-06-01, consented: [XCC]}\n"
    turned = tenures.replace("XCC", "X").replace("XDD", "XCC").replace("{state: X,", "{state: XDD,")
    one, two = {"coordinators/pilots.yaml": tenures}, {"coordinators/pilots.yaml": turned + acting}
    assert sentences(publishing.amendments(voice("en", chancery(two)), ends(one, two))) == [
        "In priority area 1.2 (“Pilots”), Dunmere is added as acting coordinator.",
        "In priority area 1.2 (“Pilots”), the co-coordinators are listed in this order: Dunmere; Corvania.",
    ]
    assert sentences(publishing.amendments(voice("ru", chancery(one)), ends(two, one))) == [
        "В приоритетной области 1.2 «Лоцманы» из графы «Координатор» исключается запись «Данмир (и. о.)».",
        "В приоритетной области 1.2 «Лоцманы» записи в графе «Сокоординатор» располагаются в следующем порядке: "
        "«Корвания», «Данмир».",
    ]


NOTHING = {
    "en": "The list of coordinators and co-coordinators is not amended.",
    "ru": "Изменения в список координаторов и сокоординаторов не вносятся.",
    "kk": "Үйлестірушілер мен тең үйлестірушілер тізіміне өзгерістер енгізілмейді.",
}


@pytest.mark.parametrize("lang", LANGS)
def test_where_nothing_differs_it_is_said(lang: str) -> None:
    made = publishing.amendments(voice(lang), ends({}, {}))
    assert next(block.text for block in made.blocks if isinstance(block, Paragraph)) == NOTHING[lang]
    redline = publishing.redline(voice(lang), ends({}, {}))
    (table,) = (block for block in redline.blocks if isinstance(block, Table))
    assert not any(cell.marks for row in table.rows for cell in row)


ENDS = {
    End("on", date(2030, 6, 1)): ("in force on 1 June 2030", "по состоянию на 1 июня 2030 года"),
    End("at", date(2030, 6, 1), "abcdef1234"): (
        "as on record on 1 June 2030 (commit abcdef1234)",
        "по записям реестра на 1 июня 2030 года (коммит abcdef1234)",
    ),
    End("file", name="<list>.md"): ("as published (<list>.md)", "как опубликовано (<list>.md)"),
    End("now"): ("as on record", "по записям реестра"),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("lang", [0, 1])
def test_an_end_is(end: End, lang: int) -> None:
    made = publishing.redline(voice(LANGS[lang]), ends({}, {})._replace(after=end))
    said = next(block.text for block in made.blocks if isinstance(block, Paragraph))
    assert said.endswith(f": {ENDS[end][lang]}.")


def test_a_name_that_the_language_lacks_is_refused_by_name_or_marked() -> None:
    tree = chancery({"areas/nets.yaml": "dimension: sea\nnumber: 3\nname: {en: Nets, kk: Аулар}\n"})
    new = load(tree).registry
    pictures = Picture("", frozenset()), picture_recorded(new, "", new)
    told = Ends(End("now"), End("now"), pictures)
    with pytest.raises(CicaregError, match="the name of nets has no text in 'ru'"):
        publishing.amendments(voice("ru", tree), told)
    assert r"\[??? the name of nets (ru)\]" in document(publishing.redline(voice("ru", tree, gaps=True), told))


def test_what_could_not_be_read_is_not_published() -> None:
    told = ends({}, {})
    broken = told._replace(pictures=(told.pictures[0]._replace(unread=frozenset({"pilots"})), told.pictures[1]))
    with pytest.raises(CicaregError, match="pilots could not be read"):
        publishing.redline(voice(), broken)


def test_an_empty_list_is_amended_by_all_of_the_other() -> None:
    told = Ends(End("now"), End("now"), (Picture("", ends().pictures[1].says), ends().pictures[1]))
    assert sentences(publishing.amendments(voice("en", chancery(AFTER)), told))[:2] == [
        "The list is extended by priority area 1.1 (“Lighthouses and buoys”).",
        "In priority area 1.1 (“Lighthouses and buoys”), Alderia is added as coordinator for 2031-2032.",
    ]


MARKED = Document(
    "en",
    (
        Paragraph((Run("kept "), Run("old", "gone"), Run(" new", "new"))),
        Table(((Cell(("a",)), Cell(("b",))),), ((Cell(("x", "y", "z"), marks=("", "gone", "new")), Cell(("w",))),)),
    ),
)


def test_marks_in_markdown() -> None:
    assert document(MARKED) == (
        "kept ~~old~~ <ins>new</ins>\n\n| a | b |\n| --- | --- |\n| x<br>~~y~~<br><ins>z</ins> | w |\n"
    )


def test_marks_in_html() -> None:
    write = formats()["html"].document
    assert write is not None
    made = write(MARKED)
    assert "kept <del>old</del><ins> new</ins>" in made
    assert "x<br><del>y</del><br><ins>z</ins>" in made


def test_marks_in_word() -> None:
    write = formats()["docx"].file
    assert write is not None
    word = docx.Document(io.BytesIO(write(MARKED, voice().templates)))
    runs = [*word.paragraphs[0].runs, *(run for p in word.tables[0].cell(1, 0).paragraphs for run in p.runs)]
    assert [(run.text, bool(run.font.strike), bool(run.font.underline)) for run in runs] == [
        ("kept ", False, False), ("old", True, False), (" new", False, True),
        ("x", False, False), ("y", True, False), ("z", False, True),
    ]  # fmt: skip


def test_marks_in_a_pdf() -> None:
    write = formats()["pdf"].file
    assert write is not None
    sizes = [len(write(made, voice().templates)) for made in (MARKED, _unmarked())]
    assert sizes[0] > sizes[1]  # lines are drawn
    text = PdfReader(io.BytesIO(write(MARKED, voice().templates))).pages[0].extract_text()
    assert [word for word in ("old", "new", "x", "y", "z") if word not in text] == []


def _unmarked() -> Document:
    paragraph, table = MARKED.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    rows = tuple(tuple(cell._replace(marks=()) for cell in row) for row in table.rows)
    return MARKED._replace(
        blocks=(Paragraph(tuple(Run(run.text) for run in paragraph.runs)), table._replace(rows=rows))
    )
