"""Completion in the shells themselves: a person types, presses TAB and Enter, and the program gets the words."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import PROJECT, SAMPLE, write
from tests.terminals import Terminal

PROGRAM = """#!/bin/sh
case $1 in
  --complete|completion) exec {python} -P -m cicareg "$@" ;;
esac
printf '%s\\n' "$@" >{said}.part && mv {said}.part {said}
"""
TYPED = {
    "expl\t": ["explain"],
    "list --decided c\t": ["list", "--decided", "com-2023-06-01"],
    "list --lang=f\t": ["list", "--lang=fr"],
    "list --dec\tc\t": ["list", "--decided", "com-2023-06-01"],
    "show xa\t": ["show", "XAA"],
    "show Qu\t": ["show", "Quay Isle"],
    "show Quay\\ I\t": ["show", "Quay Isle"],
    'show "Quay I\t': ["show", "Quay Isle"],
    "show zzz\t": ["show", "zzz"],
    "explain one-co\t": ["explain", "one-coordinator"],
    "validate -o somew\t": ["validate", "-o", "somewhere.txt"],
    "-C oth\tlist": ["-C", "other/list"],  # a folder is followed by no space: one may go deeper
    "-C other list --decided x\t": ["-C", "other", "list", "--decided", "xyz-2024-01-01"],
    "list --decided '$(touch pwn\t'": ["list", "--decided", "$(touch pwn"],
    "list --decided \t\x15cicareg list": ["list"],  # all are shown; the line is cleared and typed anew
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a register, another in a folder of its own, a file, and the program in bin/."""
    root = tmp_path_factory.mktemp("shells")
    states = (SAMPLE / "registry/states.yaml").read_text(encoding="utf-8")
    write(root, {"states.yaml": states + "XQQ:\n  name: {en: Quay Isle, fr: Quay Isle}\n"})
    write(root / "other")
    (root / "other/registry/meetings/xyz-2024-01-01.yaml").touch()
    (root / "registry/meetings/$(touch pwned).yaml").touch()
    (root / "registry/meetings/`touch pwned`.yaml").touch()
    (root / "somewhere.txt").touch()
    (root / "bin").mkdir()
    program = root / "bin/cicareg"
    program.write_text(PROGRAM.format(python=sys.executable, said=root / "said"), encoding="utf-8")
    program.chmod(0o755)
    return root


def surroundings(place: Path) -> dict[str, str]:
    search = f"{place / 'bin'}:{os.environ['PATH']}"
    code = str(PROJECT / "src")
    return {"PATH": search, "PYTHONPATH": code, "TERM": "dumb", "HOME": str(place / "home"), "LC_ALL": "C.UTF-8"}


class Shell(Terminal):
    """A shell on a terminal of its own, whose calls of the program are listened to."""

    def __init__(self, command: list[str], place: Path) -> None:
        super().__init__(command, surroundings(place), place)
        self._called = place / "said"

    def type(self, line: str) -> list[str]:
        """Type a line and Enter, and give the words that the program was called with."""
        self._called.unlink(missing_ok=True)
        self.answer(f"{line}\n")
        for _ in range(600):
            if self._called.exists():
                return self._called.read_text(encoding="utf-8").splitlines()
            self.hear(0.05)
        raise AssertionError("the program was not called")


START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(cicareg completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -Uz compinit; compinit -u -D; eval "$(cicareg completion zsh)"'),
}


@pytest.mark.parametrize("shell", START)
def test_a_person_presses_tab(shell: str, place: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    command, source = START[shell]
    terminal = Shell(command, place)
    try:
        terminal.type(f"{source}; cicareg ready")
        called = {line: terminal.type(f"cicareg {line}") for line in TYPED}
    finally:
        terminal.close()
    assert called == TYPED
    assert not (place / "pwned").exists()


FISH = {
    "expl": ["explain"],
    "list --decided ": ["asm-2023-07-01", "com-2023-06-01"],
    "list --lang=f": ["--lang=fr"],
    "show xa": ["XAA"],
    "show Qu": ["Quay Isle"],
    "show 'Quay I": ["Quay Isle"],
    "show zzz": [],
    "explain one-co": ["one-coordinator"],
    "validate -o somew": ["somewhere.txt"],
    "-C oth": ["other/"],
    "-C other list --decided x": ["xyz-2024-01-01"],
}


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_offers_the_same(place: Path) -> None:
    asked = "".join(f"echo '= {i}'; complete -C \"cicareg {line}\"\n" for i, line in enumerate(FISH))
    script = f"cicareg completion fish | source\n{asked}"
    command = ["fish", "--no-config", "-c", script]
    done = subprocess.run(command, cwd=place, env=surroundings(place), capture_output=True, text=True, check=True)
    parts = re.split(r"^= \d+\n", done.stdout, flags=re.MULTILINE)[1:]
    offered = [[line.split("\t")[0] for line in part.splitlines()] for part in parts]
    assert dict(zip(FISH, offered, strict=True)) == FISH
    assert done.stderr == ""
    assert not (place / "pwned").exists()


def test_the_tab_key_does_not_set_up_a_clone(tmp_path: Path) -> None:
    for name in ("bin/cicareg", "bin/_setup", "requirements/run.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy2(PROJECT / name, tmp_path / name)
    command = ["bash", str(tmp_path / "bin/cicareg"), "--complete", "bash", ""]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bin", "requirements"]
