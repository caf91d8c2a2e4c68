"""What one program remembers, another never trusts."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from cicareg.storage import fingerprint as module
from cicareg.storage.fingerprint import fingerprint
from tests.support import PROJECT


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the program that can be changed, and libraries likewise."""
    copy = tmp_path / "cicareg"
    shutil.copytree(PROJECT / "src/cicareg", copy, ignore=shutil.ignore_patterns("__pycache__"))
    library = tmp_path / "site/yaml"
    library.mkdir(parents=True)
    (library / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "_PACKAGE", copy)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site")])
    return copy


def later(path: Path) -> None:
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))


def test_nothing_changed_is_the_same_program(package: Path) -> None:
    known = fingerprint(package)
    (package / "__pycache__").mkdir()
    (package / "__pycache__/cli.pyc").write_bytes(b"x")
    assert known is not None
    assert fingerprint(package) == known


@pytest.mark.parametrize(
    "name", ["cli.py", "rules/tenures/one_role.py", "templates/en/words.yaml", "../site/yaml/__init__.py"]
)
def test_a_file_of_the_program_that_changed_is_another_program(package: Path, name: str) -> None:
    known = fingerprint(package)
    later(package / name)
    changed = fingerprint(package)
    assert changed != known
    (package / name).write_bytes((package / name).read_bytes() + b"\n")
    assert fingerprint(package) not in {known, changed}


def test_a_new_rule_another_version_and_another_python_are_other_programs(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {fingerprint(package)}
    (package / "rules/tenures/new_rule.py").write_bytes(b"")
    known.add(fingerprint(package))
    monkeypatch.setattr("cicareg.__version__", "0.0.0")
    known.add(fingerprint(package))
    monkeypatch.setattr(sys, "version", "4.0")
    known.add(fingerprint(package))
    assert len(known) == 4


def test_each_register_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to("a")
    assert fingerprint(tmp_path / "a") != fingerprint(tmp_path / "b")
    assert fingerprint(tmp_path / "a") == fingerprint(tmp_path / "link")


def test_a_program_that_is_no_folder_remembers_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "cicareg.zip/cicareg")
    assert fingerprint(tmp_path) is None


def test_a_path_that_is_no_text_gives_text(tmp_path: Path) -> None:
    said = fingerprint(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff")))
    assert said is not None
    assert said.encode().startswith(os.fsencode(tmp_path.resolve()) + rb"/\udcff")
