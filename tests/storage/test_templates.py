"""The register's own templates stand before the packaged ones, one by one."""

from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.templates import languages, read_templates


def test_packaged_templates_serve_a_register_without_its_own(tmp_path: Path) -> None:
    found = read_templates(tmp_path, "en")
    assert sorted(found) == ["list.html", "words.yaml"]
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


def test_T12_links_among_templates_are_refused(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "en"
    own.mkdir(parents=True)
    (own / "list.html").symlink_to("/etc/passwd")
    with pytest.raises(CicaregError, match=r"templates/en/list\.html: a symbolic link"):
        read_templates(tmp_path, "en")


def test_T12_a_linked_folder_of_templates_is_refused(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "en").symlink_to("/etc", target_is_directory=True)
    with pytest.raises(CicaregError, match="is a symbolic link"):
        read_templates(tmp_path, "en")


def test_an_unknown_language_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(CicaregError, match="'xx'") as refused:
        read_templates(tmp_path, "xx")
    assert refused.value.hint == "there are: en, kk, ru"
