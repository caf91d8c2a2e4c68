"""Lists and documents as files that are no text: written with -o, never to a screen, compared byte for byte."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.formats.reading import laid, parts, tables, told, word
from tests.support import PROJECT, SAMPLE, write

Cicareg = Callable[..., Ran]
RENDER = ("-C", SAMPLE, "render", "list", "--to", "docx")
LIST = ("-C", SAMPLE, "list", "--format", "xlsx")


def test_the_list_is_written_as_a_word_file(cicareg: Cicareg, tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    ran = cicareg(*RENDER, "-o", path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    raw = path.read_bytes()
    assert [paragraph[::2] for paragraph in told(raw)][:3] == [
        ("organ", "Committee"),
        ("place-date", "Lakeside, 1 June 2023"),
        ("Heading 1", "Decision of the Committee"),
    ]
    head = [cell and cell[0] for cell in laid(tables(raw)[0])[0]]
    assert head == ["No.", "Dimension", "Priority area", None, "Coordinator", "Co-coordinator"]
    said = word(raw).core_properties
    assert (said.author, said.created) == ("Council of the Frozen Lakes", dt.datetime(2023, 6, 1, tzinfo=dt.UTC))


@pytest.mark.parametrize("words", [RENDER, LIST], ids=["docx", "xlsx"])
def test_a_screen_is_refused_with_what_to_add(
    words: tuple[str | Path, ...], cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cicareg.commands._deliver.is_screen", lambda: True)
    suffix = f".{words[-1]}"
    ran = cicareg(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"cicareg: a {suffix} file is no text for a screen\n  add -o FILE{suffix}\n"


@pytest.mark.parametrize("words", [RENDER, LIST], ids=["docx", "xlsx"])
def test_a_pipe_gets_the_bytes_of_the_file(words: tuple[str | Path, ...], cicareg: Cicareg, tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert cicareg(*words, "-o", path).code == 0
    command = [sys.executable, "-m", "cicareg", *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), "TZ": "Asia/Almaty", "LC_ALL": "C"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, path.read_bytes(), b"")


@pytest.mark.parametrize("words", [RENDER, LIST], ids=["docx", "xlsx"])
def test_records_are_never_written_over(words: tuple[str | Path, ...], cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path)
    ran = cicareg("-C", root, *words[2:], "-o", root / "registry/states.yaml")
    assert ran.code == 2
    assert "lies among the records of a register" in ran.err


def test_a_published_file_is_compared_byte_for_byte(cicareg: Cicareg, tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    assert cicareg(*RENDER, "-o", path).code == 0
    ran = cicareg(*RENDER, "--check", path)
    assert (ran.code, ran.out, ran.err) == (0, "", f"{path}: says what the register says\n")
    path.write_bytes(path.read_bytes() + b"\0")
    ran = cicareg(*RENDER, "--check", path)
    assert (ran.code, ran.out, ran.err) == (1, f"{path} differs\n", f"{path}: no longer says what the register says\n")


def test_an_own_base_is_used_and_a_broken_one_refused_by_name(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path / "register")
    (root / "templates").mkdir()
    base = root / "templates/base.docx"
    base.write_bytes(b"no file of Word")
    ran = cicareg("-C", root, *RENDER[2:], "-o", tmp_path / "list.docx")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "cicareg: templates/base.docx is no Word file that can be read\n"
        "  save it in Word as .docx, without macros or a password\n"
    )
    assert not (tmp_path / "list.docx").exists()


def test_a_list_as_text_goes_to_a_file_too(cicareg: Cicareg, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    assert cicareg("-C", SAMPLE, "list", "--format", "csv", "-o", path).code == 0
    assert path.read_bytes().decode() == cicareg("-C", SAMPLE, "list", "--format", "csv").out


def test_a_spreadsheet_of_a_day_bears_that_day(cicareg: Cicareg, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    for words, day in (((), "2023-06-01"), (("--on", "2024-02-29"), "2024-02-29"), (("--pending",), "2000-01-01")):
        assert cicareg(*LIST, *words, "-o", path).code == 0
        assert f">{day}T00:00:00Z<" in parts(path.read_bytes())["docProps/core.xml"].decode()


HIDDEN = """
import sys
sys.modules[{module!r}] = None
from cicareg.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("words", "module", "message"),
    [
        (RENDER, "docx", 'this needs python-docx; install it with: pip install "cicareg[word]"'),
        (LIST, "xlsxwriter", 'this needs XlsxWriter; install it with: pip install "cicareg[excel]"'),
    ],
    ids=["word", "excel"],
)
def test_without_its_extra_a_format_says_how_to_get_it(
    words: tuple[str | Path, ...], module: str, message: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", HIDDEN.format(module=module), *map(str, words), "-o", str(tmp_path / "file")]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), "CICAREG_CACHE": str(tmp_path / "new")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"cicareg: {message}\n")


@pytest.mark.parametrize("words", [("list",), ("render", "list"), ("list", "--format", "csv")], ids=" ".join)
def test_the_core_needs_no_extra(words: tuple[str, ...]) -> None:
    hidden = "".join(f"sys.modules[{name!r}] = None\n" for name in ("docx", "lxml", "xlsxwriter"))
    code = f"import sys\n{hidden}from cicareg.__main__ import main\nmain()\n"
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    command = [sys.executable, "-c", code, "-C", str(SAMPLE), *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
