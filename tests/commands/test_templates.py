"""The templates in use: listed, printed, copied out, and named where they lag behind."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.support import CHANCERY, SAMPLE, chancery, write

Cicareg = Callable[..., Ran]
NAMES = (
    "agenda.html, amendments.html, base.docx, decisions.html, document.html, index.html, list.html, note.html, "
    "plan.html, proposal.html, redline.html, reminder.html, request.html, wording.html, words.yaml"
)
MEETING, NOTE = "board-2030-05-15", "note-2030-05-15"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "chancery"
    for path, raw in chancery().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


def test_the_templates_in_use_as_a_table(cicareg: Cicareg, root: Path) -> None:
    (root / "templates/ru").mkdir(parents=True)
    (root / "templates/ru/note.html").write_text('{% extends "packaged/note.html" %}\n', encoding="utf-8")
    assert cicareg("-C", root, "templates", "--lang", "ru") == Ran(
        0,
        "Language  Template         In use                                State\n"
        "ru        agenda.html      cicareg/templates/ru/agenda.html      packaged\n"
        "ru        amendments.html  cicareg/templates/ru/amendments.html  packaged\n"
        "ru        base.docx        cicareg/templates/_common/base.docx   packaged\n"
        "ru        decisions.html   cicareg/templates/ru/decisions.html   packaged\n"
        "ru        document.html    cicareg/templates/ru/document.html    packaged\n"
        "ru        index.html       cicareg/templates/ru/index.html       packaged\n"
        "ru        list.html        cicareg/templates/ru/list.html        packaged\n"
        "ru        note.html        templates/ru/note.html                own, builds on the packaged one\n"
        "ru        plan.html        cicareg/templates/ru/plan.html        packaged\n"
        "ru        proposal.html    cicareg/templates/ru/proposal.html    packaged\n"
        "ru        redline.html     cicareg/templates/ru/redline.html     packaged\n"
        "ru        reminder.html    cicareg/templates/ru/reminder.html    packaged\n"
        "ru        request.html     cicareg/templates/ru/request.html     packaged\n"
        "ru        wording.html     cicareg/templates/ru/wording.html     packaged\n"
        "ru        words.yaml       cicareg/templates/ru/words.yaml       packaged\n",
        "",
    )


def test_every_language_of_the_register_is_listed(cicareg: Cicareg) -> None:
    lines = cicareg("-C", CHANCERY, "templates").out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["en"] * 15 + ["ru"] * 15 + ["kk"] * 15


def test_a_language_without_packaged_templates_is_to_be_translated(cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "templates", "--lang", "fr", "--check")
    assert ran.code == 0
    assert ran.out.count("missing: translate the English one") == 14


def test_a_template_is_printed_as_it_is_in_use(cicareg: Cicareg, root: Path) -> None:
    assert cicareg("-C", root, "templates", "note.html", "--lang", "ru").out.startswith(
        '<p class="letterhead">Секретариат {{ body.genitive }}</p>\n'
    )
    (root / "templates/ru").mkdir(parents=True)
    (root / "templates/ru/note.html").write_text("<p>наш</p>\n", encoding="utf-8")
    assert cicareg("-C", root, "templates", "note.html", "--lang", "ru") == Ran(0, "<p>наш</p>\n", "")


USAGE: dict[str, tuple[tuple[str, ...], int, str]] = {
    "unknown language": (("--lang", "xx"), 2, "the register has no language 'xx'\n  there are: en, ru, kk"),
    "copy of what": (("--copy",), 2, "--copy needs the name of a template\n  cicareg templates lists them"),
    "in several": (("note.html",), 2, "note.html is in several languages\n  --lang one of: en, ru, kk"),
    "unknown name": (
        ("nots.html", "--lang", "en", "--copy"),
        3,
        f"there is no packaged template nots.html\n  there are: {NAMES}",
    ),
    "unknown name in several": (("nots.html", "--copy"), 2, "nots.html is in several languages\n  --lang one of: en"),
    "another folder": (
        ("../../registry.yaml", "--lang", "en", "--copy"),
        3,
        f"there is no packaged template ../../registry.yaml\n  there are: {NAMES}",
    ),
    "nothing of this name": (("nots.html", "--lang", "en"), 3, "there is no template nots.html for the language 'en'"),
}


@pytest.mark.parametrize("case", USAGE)
def test_what_is_wrong_is_said_with_what_there_is(case: str, cicareg: Cicareg, root: Path) -> None:
    words, code, said = USAGE[case]
    ran = cicareg("-C", root, "templates", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(f"cicareg: {said}")
    assert not (root / "templates").exists()


def test_the_looks_go_to_no_screen(cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cicareg.commands.templates.is_screen", lambda: True)
    ran = cicareg("-C", CHANCERY, "templates", "base.docx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("cicareg: base.docx is no text for a screen\n  cicareg templates base.docx --copy\n")


def test_a_copy_is_made_once_and_lags_once_the_default_has_changed(cicareg: Cicareg, root: Path) -> None:
    path = root / "templates/en/note.html"
    words = ("-C", root, "templates", "note.html", "--lang", "en", "--copy")
    assert cicareg(*words) == Ran(0, "", f"{path}: a copy of the default; what you change in it is used from now on\n")
    assert cicareg(*words) == Ran(3, "", f"cicareg: {path} is there already\n  edit it, or delete it and copy again\n")
    assert cicareg("-C", root, "templates", "--check").code == 0
    path.write_text(re.sub(" [0-9a-f]{12} ", " 0123456789ab ", path.read_text(encoding="utf-8"), count=1), "utf-8")
    ran = cicareg("-C", root, "templates", "--check")
    assert (ran.code, ran.err) == (1, "")
    assert "own, made from an older en/note.html: compare it with the default of today\n" in ran.out
    assert cicareg("-C", root, "templates").code == 0


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_copies_give_the_same_bytes_until_they_are_changed(lang: str, cicareg: Cicareg, root: Path) -> None:
    def made(name: str) -> dict[str, bytes]:
        folder = root / name
        words = ("package", MEETING, "--to", "markdown,docx", "--lang", lang, "-o", folder)
        assert cicareg("-C", root, "render", *words).code == 0
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    before = made("before")
    for name in NAMES.split(", "):
        assert cicareg("-C", root, "templates", name, "--lang", lang, "--copy").code == 0
    assert made("after") == before
    path = root / f"templates/{lang}/note.html"
    path.write_text(path.read_text(encoding="utf-8") + "<p>Ours.</p>\n", "utf-8")
    changed = [name for name, raw in made("later").items() if raw != before[name]]
    assert sorted(changed) == [f"0{lang_number(lang)}-{NOTE}-{lang}.{end}" for end in ("docx", "md")]


def lang_number(lang: str) -> int:
    return ["en", "ru", "kk"].index(lang) + 1


WANTED = {
    "list": ("list",),
    "decisions": ("decisions", MEETING),
    "document": ("document", "harbour-statement"),
    "note": ("note", NOTE),
    "index": ("package", MEETING),
}
WRONG = {
    "syntax": ("<p>a</p>\n{% if %}\n", ":2: Expected an expression"),
    "unknown variable": ("\n\n<p>{{ nothing }}</p>\n", ":3: 'nothing' is undefined"),
    "unknown filter": ("\n<p>{{ 'a' | nosuch }}</p>\n", ":2: No filter named 'nosuch'"),
    "no such tag": ("<p>a</p>\n<script>b</script>\n", ": line 2 of what it makes: <script> cannot stand here"),
    "no such case": ("\n<p>{{ %s.ablative }}</p>\n", ":2: %s has no ablative: add it"),
}
NAMED = {  # a name that the template is given, and how a message calls it
    "list": ("organ", "the organ board"),
    "decisions": ("meeting.organ", "the organ board"),
    "document": ("organ", "the organ diet"),
    "note": ("body", "the organisation"),
    "index": ("meeting.organ", "the organ board"),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("what", WANTED)
def test_what_is_wrong_in_an_own_template_is_named_with_its_line(
    what: str, wrong: str, cicareg: Cicareg, root: Path
) -> None:
    text, said = WRONG[wrong]
    if wrong == "no such case":
        text, said = text % NAMED[what][0], said % NAMED[what][1]
    path = root / f"templates/en/{what}.html"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    ran = cicareg("-C", root, "render", *WANTED[what], "-o", root / "out")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"cicareg: templates/en/{what}.html{said}")
    assert not (root / "out").exists()


OLD = ("joining", "plural", "month-forms")
LACKING = {
    ("joining", "decisions"): (
        "templates/fr/words.yaml has no `joining`",
        'add how names are listed; in English it is `joining: {between: ", ", last: " and "}`',
    ),
    ("plural", "note"): (
        "templates/fr/words.yaml has no `plural`",
        "add how nouns are counted, such as `plural: one-other` in English; "
        "there are: one, one-other, zero-one-other, slavic",
    ),
    ("month-forms", "document"): (
        "templates/fr/document.html:2: `month-forms` of templates/fr/words.yaml has no genitive: add it",
        "",
    ),
}
SENTENCES = {
    "decisions": "<h1>d</h1>\n<p>{{ ['a', 'b'] | joined }}</p>\n",
    "note": "<h1>n</h1>\n<p>{{ 2 | counted('page', 'pages') }}</p>\n",
    "document": "<h1>p</h1>\n<p>{{ date.genitive }}</p>\n",
}


@pytest.mark.parametrize("case", LACKING, ids="-".join)
def test_words_of_an_older_register_are_named_with_what_to_add(
    case: tuple[str, str], cicareg: Cicareg, tmp_path: Path
) -> None:
    key, what = case
    root = write(tmp_path / "sample", {
        "documents/paper.yaml": "kind: report\ndate: 2025-01-02\ntitle: {en: P, fr: P}\nbody: {fr: Bon.}\n",
        "documents/note.yaml": "kind: note-verbale\nmeeting: com-2023-06-01\ndate: 2025-01-02\ntitle: {en: N, fr: N}\n",
    })  # fmt: skip
    words = (CHANCERY.parents[1] / "src/cicareg/templates/en/words.yaml").read_text(encoding="utf-8")
    folder = root / "templates/fr"
    folder.mkdir(parents=True)
    kept = (line for line in words.splitlines(keepends=True) if not line.startswith(OLD))
    (folder / "words.yaml").write_text("".join(kept), encoding="utf-8")
    (folder / f"{what}.html").write_text(SENTENCES[what], encoding="utf-8")
    id_ = {"decisions": "com-2023-06-01", "note": "note", "document": "paper"}[what]
    ran = cicareg("-C", root, "render", what, id_, "--lang", "fr")
    message, hint = LACKING[key, what]
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"cicareg: {message}\n" + (f"  {hint}\n" if hint else "")
