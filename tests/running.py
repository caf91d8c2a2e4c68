"""Run a page of the documentation: its `yaml`, `jinja`, `sh` and `console` blocks, in the order in which they stand.

A comment on a line of its own says where the blocks after it are run, until the next one:

    <!-- run in: a copy of tests/sample -->     a new folder with the sample register, in git, committed
    <!-- run in: this clone -->                 an empty folder; the register is that of this clone
    <!-- not run: REASON -->                    nowhere

A `yaml` block is the file that its first line names (`# registry/PATH`), and so is a `jinja` block
(`{# templates/PATH #}`). Each line of an `sh` block must exit with 0. Of a `console` block, what stands below
`$ COMMAND` must be what the command prints; ids of commits and operations are always the same there.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.gitting import IDENTITY, PERSON, git
from tests.support import PROJECT, SAMPLE

_PART = re.compile(
    r"^<!-- (run in|not run): ([^>]*) -->$|^```(console|sh|yaml|jinja)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
_PASSING = {  # what is never the same twice
    r"recorded as [0-9a-f]{10} \(operation [0-9a-f]{12}\)": "recorded as 0123456789 (operation 0123456789ab)",
    r"\d{4}-\d\d-\d\d in [0-9a-f]{10} by ": "2025-07-10 in 0123456789 by ",
    r"(?<=operation\s)[0-9a-f]{12}\)|(?<=operation\s {14})[0-9a-f]{12}\)": "0123456789ab)",
}
_PROGRAM = ("cicareg", "bin/cicareg")


class Pages:
    """Runs pages: the program in this process, everything else in a shell."""

    def __init__(self, call: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._call = call
        self._patch = monkeypatch
        self._folder = folder
        self._running: bool | None = None

    def run(self, text: str) -> str:
        """Run a page, and give it with what its commands print now."""
        self._running = None
        return _PART.sub(self._part, text)

    def _part(self, found: re.Match[str]) -> str:
        how, where, kind, block = found.groups()
        if how:
            self._running = how == "run in"
            if self._running:
                self._enter(where)
            return found[0]
        assert self._running is not None, f"say where it is run, as tests/running.py explains:\n{block}"
        return f"```{kind}\n{getattr(self, f'_{kind}')(block)}```" if self._running else found[0]

    def _enter(self, where: str) -> None:
        assert where in ("a copy of tests/sample", "this clone"), where
        place = self._folder / str(len(list(self._folder.iterdir())))
        place.mkdir()
        self._patch.chdir(place)
        if where == "this clone":
            self._patch.setenv("CICAREG_REGISTRY", str(PROJECT))
        else:
            self._patch.delenv("CICAREG_REGISTRY", raising=False)
            shutil.copytree(SAMPLE, place, dirs_exist_ok=True)
            for name, value in {**PERSON, **IDENTITY}.items():
                self._patch.setenv(name, value)
            git(place, "init", "--quiet", "--initial-branch=main")
            git(place, "add", "--all")
            git(place, "commit", "--quiet", "--message", "All")

    def _yaml(self, block: str) -> str:
        named = re.match(r"(?:\{# |# )((?:registry|templates)/[\w/.-]+)(?: #\}|)\n", block)
        assert named, f"which file is it?\n{block}"
        Path(named[1]).parent.mkdir(parents=True, exist_ok=True)
        Path(named[1]).write_text(block, encoding="utf-8")
        return block

    _jinja = _yaml

    def _sh(self, block: str) -> str:
        for line in block.splitlines():
            ran = self._ran(line)
            assert ran.code == 0, (line, ran.err)
        return block

    def _console(self, block: str) -> str:
        lines = (line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ "))
        shown = "".join(f"$ {line}\n{ran.out}{ran.err}" for line in lines for ran in [self._ran(line)])
        for pattern, steady in _PASSING.items():
            shown = re.sub(pattern, steady, shown)
        return shown

    def _ran(self, line: str) -> Ran:
        words = shlex.split(line, comments=True)
        if words[0] in _PROGRAM:
            return self._call(*words[1:])
        done = subprocess.run(["bash", "-c", line], env=os.environ, capture_output=True, text=True, check=False)
        return Ran(done.returncode, done.stdout, done.stderr)


def counted(text: str) -> str:
    """Leave the number of rules out: a new rule is one new file."""
    return re.sub(r"\d+ rules", "N rules", text)
