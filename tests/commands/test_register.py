"""Whatever happens to the files, a command says the same with its memory, with none, and with --no-cache."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cicareg.cli import run
from cicareg.storage import stats
from cicareg.storage.worktree import Listed, look
from tests.checking.edits import Files, change, sized
from tests.conftest import Ran
from tests.storage.memories import COMMANDS, memory
from tests.support import sample, write


@pytest.fixture(autouse=True, scope="module")
def _faults_of_ours_are_shown() -> Iterator[None]:
    """A fault in the program must not pass for a damaged memory, which is done without."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CICAREG_DEBUG", "1")
        yield


_TEMPLATE = "templates/en/list.html"


class Desk:
    """A register on the disk, and the command line over it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = write(root / "register")
        self._capsys = capsys
        self._files: Files = {}

    def put(self, files: Files) -> None:
        """Make the files what they should be; each that changes gets another time."""
        for path in self._files.keys() - files.keys():
            (self.root / path).unlink()
        for path, raw in files.items():
            if self._files.get(path) != raw:
                replace(self.root / path, raw)
        self._files = dict(files)

    def say(self, *words: str) -> Ran:
        """Run a command."""
        code = run(["-C", str(self.root), *words])
        captured = self._capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    def compare(self) -> None:
        """Ask each question with the memory, again with what was just remembered, and without any."""
        place = memory(self.root)
        for words in COMMANDS:
            known = self.say(*words)
            assert self.say(*words) == known
            aside = place.with_suffix(".aside")
            place.rename(aside)
            assert self.say(*words) == known, words
            aside.replace(place)
            if words[0] == "validate":
                assert self.say(*words, "--no-cache") == known, words


def replace(path: Path, raw: bytes) -> None:
    """Write a file, waiting until the system gives it another time than before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.lstat().st_ctime_ns if os.path.lexists(path) else None
    while True:
        path.write_bytes(raw)
        if path.lstat().st_ctime_ns != before:
            return


def odd(data: st.DataObject, root: Path) -> None:
    """Put what is no record in the register's folders, or take it away; change a template."""
    places = ("registry/areas/odd.yaml", "registry/odd.yaml", "registry/law/ODD.YAML", "registry/areas/odd.txt")
    path = root / data.draw(st.sampled_from(places), "odd")
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)
    else:
        sort = data.draw(st.sampled_from(("link", "folder", "file", "template", "default")), "sort")
        if sort == "link":
            path.symlink_to("ice.yaml")
        elif sort == "folder":
            path.mkdir()
            replace(path / "inner.yaml", b"x: 1\n")
        elif sort == "file":
            replace(path, b"dimension: people\n")
        elif sort == "template":
            replace(
                root / _TEMPLATE, data.draw(st.sampled_from((b"<p>One.</p>\n", b"<p>Two.</p>\n", b"{{ bad")), "text")
            )
        elif (root / _TEMPLATE).exists():
            (root / _TEMPLATE).unlink()


@settings(
    max_examples=sized(8),
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # to make a failing example smaller takes minutes here
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_answers_are_the_same_with_and_without_a_memory(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stats, "_UNSURE", -(10**18))  # no file counts as just written: only what changed is read again
        desk = Desk(tmp_path_factory.mktemp("desk"), capsys)
        files: Files = dict(sample())
        desk.put(files)
        desk.compare()
        for _ in range(3):
            if data.draw(st.sampled_from((True, True, False)), "records"):
                change(data, files, dict(sample()))
                desk.put(files)
            else:
                odd(data, desk.root)
            desk.compare()


def test_a_question_asked_in_another_way_has_its_own_answer(
    tmp_path: Path, cicareg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "register")
    asked: list[Ran] = []
    for _ in range(2):
        asked += [
            cicareg("-C", root, "validate"),
            cicareg("-C", root, "validate", "--notes"),
            cicareg("-C", root, "--color", "always", "validate", "--notes"),
            cicareg("-C", root, "list"),
            cicareg("-C", root, "list", "--by", "state"),
            cicareg("-C", root, "list", "--on", "2023-06-30"),
            cicareg("-C", root, "list", "--on", "2026-06-30"),
            cicareg("-C", root, "list", "--lang", "fr"),
            cicareg("-C", root, "list", "--decided", "com-2023-06-01", "--format", "json"),
            cicareg("-C", root, "show", "ice"),
            cicareg("-C", root, "show", "fish"),
            cicareg("-C", root, "find", "fish"),
            cicareg("-C", root, "render", "list"),
        ]
        monkeypatch.setenv("COLUMNS", "60")
        asked.append(cicareg("-C", root, "show", "ice-paper"))
        monkeypatch.delenv("COLUMNS")
    half = len(asked) // 2
    assert asked[:half] == asked[half:]
    assert len({said.out for said in asked}) == half


def test_what_was_read_in_the_middle_of_a_change_is_not_remembered(
    cicareg: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path)
    states = root / "registry/states.yaml"
    text = states.read_text(encoding="utf-8")
    assert cicareg("-C", root, "validate").code == 0

    def disturbed(folder: Path) -> Listed:
        listed = look(folder)
        states.write_text(text.replace("Alderia", "Elsewhere"), encoding="utf-8")
        return listed

    with monkeypatch.context() as patched:
        patched.setattr("cicareg.recalling.look", disturbed)
        assert "Elsewhere" in cicareg("-C", root, "show", "xaa").out
    states.write_text(text, encoding="utf-8")
    assert "Elsewhere" not in cicareg("-C", root, "show", "xaa").out
