"""The register's own templates stand before the packaged ones, one by one."""

import os
from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.templates import languages, read_template, read_templates
from tests.support import PROJECT

ENGLISH = PROJECT / "src/cicareg/templates/en"


def test_packaged_templates_serve_a_register_without_its_own(tmp_path: Path) -> None:
    found = read_templates(tmp_path, "en")
    assert sorted(found) == [
        *("agenda.html", "amendments.html", "decisions.html", "document.html", "index.html", "list.html", "note.html"),
        *("plan.html", "proposal.html", "redline.html", "reminder.html", "request.html", "wording.html", "words.yaml"),
    ]
    assert found["list.html"].origin == "cicareg/templates/en/list.html"


def test_every_language_has_the_same_templates() -> None:
    assert languages(None) == ("en", "kk", "ru")
    assert {frozenset(read_templates(None, lang)) for lang in languages(None)} == {
        frozenset(read_templates(None, "en"))
    }


def test_one_template_is_overridden_and_the_others_stay(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "en"
    own.mkdir(parents=True)
    (own / "list.html").write_text("<p>ours</p>\n", encoding="utf-8")
    found = read_templates(tmp_path, "en")
    assert found["list.html"].raw == b"<p>ours</p>\n"
    assert found["list.html"].origin == "templates/en/list.html"
    assert found["words.yaml"].origin == "cicareg/templates/en/words.yaml"


def test_an_own_template_can_build_on_the_packaged_one(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "en"
    own.mkdir(parents=True)
    (own / "list.html").write_text('{% extends "packaged/list.html" %}\n', encoding="utf-8")
    found = read_templates(tmp_path, "en")
    assert found["list.html"].origin == "templates/en/list.html"
    assert found["packaged/list.html"].origin == "cicareg/templates/en/list.html"
    for name in ("packaged/../en/list.html", "packaged/", "packaged/none.html"):
        with pytest.raises(KeyError):
            found[name]


def test_T12_links_among_templates_are_refused(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "en"
    own.mkdir(parents=True)
    (own / "list.html").symlink_to("/etc/passwd")
    with pytest.raises(CicaregError, match=r"templates/en/list\.html: a symbolic link"):
        read_template(tmp_path, "en", "list.html")


def test_T12_a_linked_folder_of_templates_is_refused(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "en").symlink_to("/etc", target_is_directory=True)
    with pytest.raises(CicaregError, match="is a symbolic link"):
        read_template(tmp_path, "en", "list.html")


def test_an_unknown_language_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(CicaregError, match="'xx'") as refused:
        read_template(tmp_path, "xx", "list.html")
    assert (
        refused.value.hint
        == f"there are: en, kk, ru; for another, translate the files of {ENGLISH} into templates/xx/ beside registry/"
    )


def test_what_nobody_asks_for_does_not_matter(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "en"
    (own / "drafts").mkdir(parents=True)
    (own / "large.docx").write_bytes(b"x" * (1024 * 1024 + 1))
    (own / "link.html").symlink_to("/etc/passwd")
    os.mkfifo(own / "pipe.html")
    (own / "list.html").write_bytes(b"<p>ours</p>\n")
    assert read_template(tmp_path, "en", "list.html").raw == b"<p>ours</p>\n"
    assert read_templates(tmp_path, "en")["list.html"].raw == b"<p>ours</p>\n"


@pytest.mark.parametrize("name", ["large.html", "pipe.html", "folder.html"])
def test_what_is_asked_for_is_a_small_regular_file(tmp_path: Path, name: str) -> None:
    own = tmp_path / "templates" / "en"
    (own / "folder.html").mkdir(parents=True)
    (own / "large.html").write_bytes(b"x" * (1024 * 1024 + 1))
    os.mkfifo(own / "pipe.html")
    with pytest.raises(CicaregError, match=rf"templates/en/{name}: "):
        read_template(tmp_path, "en", name)


def test_a_template_that_is_nowhere_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "templates/de").mkdir(parents=True)
    with pytest.raises(CicaregError, match=r"there is no template words\.yaml for the language 'de'") as refused:
        read_template(tmp_path, "de", "words.yaml")
    assert refused.value.hint == f"translate {ENGLISH}/words.yaml into templates/de/words.yaml beside registry/"
    assert (ENGLISH / "words.yaml").is_file()


@pytest.mark.parametrize("name", ["../kk/list.html", "/etc/passwd", "..", "a\\b.html", "a\0.html", ""])
def test_a_template_stands_in_its_folder_and_nowhere_else(name: str) -> None:
    assert name not in read_templates(None, "en")
