"""Which templates are in use, copies of the packaged ones, and copies that lag behind."""

import re
from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.stock import Stocked, copy_out, in_use, stock
from cicareg.storage.templates import PACKAGED, packaged_template

NAMES = (
    *("agenda.html", "amendments.html", "base.docx", "decisions.html", "document.html", "index.html", "list.html"),
    *("note.html", "plan.html", "proposal.html", "redline.html", "reminder.html", "request.html", "wording.html"),
    "words.yaml",
)
UP_TO_DATE = "own, up to date"


def of(root: Path | None, lang: str, name: str) -> Stocked:
    return next(each for each in stock(root, (lang,)) if each.name == name)


def own(root: Path, path: str, text: str) -> Path:
    target = root / "templates" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def test_the_packaged_ones_serve_every_language_that_has_them() -> None:
    found = list(stock(None, ("en", "kk")))
    assert [(each.lang, each.name) for each in found] == [(lang, name) for lang in ("en", "kk") for name in NAMES]
    assert {(each.remark, each.lags) for each in found} == {("packaged", False)}
    assert found[2].origin == "cicareg/templates/_common/base.docx"
    assert found[-1].origin == "cicareg/templates/kk/words.yaml"


def test_a_language_without_packaged_templates_lacks_all_but_the_looks(tmp_path: Path) -> None:
    remarks = {each.name: (each.origin, each.remark) for each in stock(tmp_path, ("fr",))}
    assert remarks.pop("base.docx") == ("cicareg/templates/_common/base.docx", "packaged")
    assert remarks == dict.fromkeys(set(NAMES) - {"base.docx"}, ("", "missing: translate the English one"))


@pytest.mark.parametrize(("lang", "model"), [("ru", "ru"), ("fr", "en")])
@pytest.mark.parametrize("name", ["note.html", "words.yaml"])
def test_a_copy_says_what_it_was_made_from_and_lags_once_that_has_changed(
    lang: str, model: str, name: str, tmp_path: Path
) -> None:
    path = copy_out(tmp_path, lang, name)
    assert path == tmp_path / "templates" / lang / name
    raw = path.read_bytes()
    stamp = re.match(rb"\{?# copied from (\w\w/\w+\.\w+) ([0-9a-f]{12})(?: #\}|\n)", raw)
    assert stamp is not None
    assert stamp[1].decode() == f"{model}/{name}"
    assert raw[stamp.end() :] == (PACKAGED / model / name).read_bytes()
    assert of(tmp_path, lang, name) == (lang, name, f"templates/{lang}/{name}", UP_TO_DATE, False)
    path.write_bytes(raw + b"\n")
    assert of(tmp_path, lang, name).remark == UP_TO_DATE
    path.write_bytes(raw.replace(stamp[2], b"0123456789ab"))
    assert of(tmp_path, lang, name)[3:] == (
        f"own, made from an older {model}/{name}: compare it with the default of today",
        True,
    )


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ('{% extends "packaged/note.html" %}\n', "own, builds on the packaged one"),
        ("{%- extends 'packaged/note.html' %}\n", "own, builds on the packaged one"),
        ("<p>ours</p>\n", "own; it does not say which default it was made from"),
        ("{# copied from en/note.html #}<p>ours</p>\n", "own; it does not say which default it was made from"),
        (
            "{# copied from en/gone.html 0123456789ab #}<p>ours</p>\n",
            "own, made from an older en/gone.html: compare it with the default of today",
        ),
    ],
)
def test_what_is_said_of_an_own_one(text: str, remark: str, tmp_path: Path) -> None:
    own(tmp_path, "en/note.html", text)
    found = of(tmp_path, "en", "note.html")
    assert (found.remark, found.lags) == (remark, "older" in remark)
    assert in_use(tmp_path, "en", "note.html") == text.encode()


def test_one_that_no_command_uses_is_told(tmp_path: Path) -> None:
    own(tmp_path, "en/nots.html", "<p>ours</p>\n")
    own(tmp_path, "en/.note.html.swp", "")
    assert [each.name for each in stock(tmp_path, ("en",))] == sorted([*NAMES, "nots.html"])
    assert of(tmp_path, "en", "nots.html").remark == "own; no command uses this name"


def test_the_looks_are_one_for_all_languages(tmp_path: Path) -> None:
    path = copy_out(tmp_path, "ru", "base.docx")
    assert path == tmp_path / "templates" / "base.docx"
    default = packaged_template("ru", "base.docx")
    assert default is not None
    assert path.read_bytes() == default.raw
    assert of(tmp_path, "en", "base.docx")[2:4] == ("templates/base.docx", "own, the same as packaged")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = own(tmp_path, "en/note.html", "<p>ours</p>\n")
    with pytest.raises(CicaregError) as refused:
        copy_out(tmp_path, "en", "note.html")
    assert refused.value.message == f"{path} is there already"
    assert refused.value.hint == "edit it, or delete it and copy again"
    assert path.read_text(encoding="utf-8") == "<p>ours</p>\n"


@pytest.mark.parametrize("name", ["nots.html", "../en/note.html", "common/list_table.html", "packaged/note.html", ""])
def test_only_what_is_packaged_is_copied(name: str, tmp_path: Path) -> None:
    with pytest.raises(CicaregError) as refused:
        copy_out(tmp_path, "en", name)
    assert refused.value.message == f"there is no packaged template {name}"
    assert refused.value.hint == f"there are: {', '.join(NAMES)}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("linked", ["templates", "templates/en"])
@pytest.mark.parametrize("name", ["note.html", "base.docx"])
def test_nothing_is_read_or_written_behind_a_link(linked: str, name: str, tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "register"
    (outside / "en").mkdir(parents=True)
    for folder in (outside, outside / "en"):
        (folder / "secret.html").write_text("secret", encoding="utf-8")
    before = sorted(outside.rglob("*"))
    (root / linked).parent.mkdir(parents=True)
    (root / linked).symlink_to(outside, target_is_directory=True)
    if (linked, name) != ("templates/en", "base.docx"):  # which stands in templates/, a folder as it should be
        with pytest.raises(CicaregError, match=r"^templates(/en)? is a symbolic link: templates must be a folder$"):
            copy_out(root, "en", name)
    assert sorted(outside.rglob("*")) == before
    found = list(stock(root, ("en",)))
    assert [each.name for each in found] == list(NAMES)
    assert {each.remark for each in found} == {"templates/en is a symbolic link: templates must be a folder"}


def test_a_linked_template_is_no_template_and_no_place_for_a_copy(tmp_path: Path) -> None:
    (tmp_path / "templates/en").mkdir(parents=True)
    (tmp_path / "templates/en/note.html").symlink_to(tmp_path / "elsewhere")
    assert of(tmp_path, "en", "note.html").remark.startswith("templates/en/note.html: a symbolic link")
    with pytest.raises(CicaregError, match="is there already"):
        copy_out(tmp_path, "en", "note.html")
    assert not (tmp_path / "elsewhere").exists()


def test_where_no_folder_can_be_made_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("a file", encoding="utf-8")
    with pytest.raises(CicaregError, match=r"templates/en cannot be made: "):
        copy_out(tmp_path, "en", "note.html")
