"""Hostile clones: whatever a repository names to be run is not run by reading; an act runs only hooks and signing.

`python -m tests.reliability.clones` prints, for each command, what it ran: each of the things named is a canary, a
script that only writes down that it was run. That the canaries can sing is seen by plain git, which runs many of them.
"""

import argparse
import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from cicareg.cli import run
from tests.gitting import IDENTITY, PERSON, git, ran, with_register

_HOOKS = (
    "applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit", "prepare-commit-msg",
    "commit-msg", "post-commit", "pre-rebase", "post-checkout", "post-merge", "pre-push", "post-rewrite",
    "reference-transaction", "post-index-change", "fsmonitor-watchman", "pre-auto-gc", "sendemail-validate",
    "update", "pre-receive", "post-receive", "post-update", "push-to-checkout", "proc-receive",
)  # fmt: skip
_PROGRAMS = {
    "core.fsmonitor": "fsmonitor", "core.pager": "pager", "core.editor": "editor", "core.sshCommand": "ssh",
    "core.askPass": "askpass", "core.gitProxy": "proxy", "core.alternateRefsCommand": "alternates",
    "sequence.editor": "sequence", "diff.external": "external", "diff.evil.textconv": "textconv",
    "diff.evil.command": "command", "filter.evil.clean": "clean", "filter.evil.smudge": "smudge",
    "merge.evil.driver": "driver", "gpg.program": "gpg", "gpg.ssh.program": "gpg-ssh",
    "gpg.ssh.defaultKeyCommand": "gpg-key", "uploadpack.packObjectsHook": "pack", "gc.recentObjectsHook": "gc",
    "interactive.diffFilter": "filter", "trailer.sign.command": "trailer", "web.browser": "browser",
    "remote.origin.uploadpack": "uploadpack", "remote.origin.receivepack": "receivepack", "remote.origin.vcs": "vcs",
}  # fmt: skip
_ALIASED = ("status", "diff", "log", "show", "commit", "rev-parse", "cat-file", "ls-files", "ls-tree", "update-ref")
_PAGED = ("diff", "log", "show", "ls-files", "cat-file", "status")
_REMOTE = ("fetch", "pull", "ls-remote")

# What an officer who records wants to be run: the hooks of a commit, and of what a commit does to branch and index;
# the filters through which git stores and gives out a file; signing, where the clone signs.
OWN = frozenset(
    {
        "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction", "post-index-change",
        "clean", "smudge", "gpg",
    }
)  # fmt: skip
_YEAR = ("--term", "2026-2027", "--decision", "com-2023-06-01/1")
_BEFORE: tuple[tuple[str, ...], ...] = (
    ("propose", "people", "--coordinator", "XBB", "--notified", "2025-03-10"),
    ("appoint", "people", "--co-coordinator", "XAA", *_YEAR),
)
READING: tuple[tuple[str, ...], ...] = (
    ("--version",), ("--help",), ("list",), ("list", "--on", "2025-01-01"),
    ("list", "--pending"), ("list", "--by", "state", "--format", "json"), ("show", "ice"), ("show", "XAA"),
    ("find", "Alderia"), ("validate", "--no-cache"), ("validate",), ("validate", "--staged"),
    ("validate", "--at", "HEAD~1"), ("validate", "--against", "HEAD~1"), ("validate", "--staged", "--against", "HEAD"),
    ("validate", "--format", "sarif"), ("validate", "--format", "gitlab"), ("explain",), ("explain", "one-coordinator"),
    ("render", "list", "--decided", "com-2023-06-01"), ("schema", "area"), ("completion", "bash"),
)  # fmt: skip
PREVIEWS: tuple[tuple[str, ...], ...] = (
    ("appoint", "people", "--coordinator", "XCC", *_YEAR), ("extend", "ice", "XAA", *_YEAR),
    ("terminate", "fish", "XBB", "--on", "2025-09-30", "--notified", "2025-09-01", "--reason", "It was dissolved."),
    ("propose", "ice", "--coordinator", "XCC", "--notified", "2025-03-10"),
    ("decide", "com-2025-06-03/2", "--considers", "charter", "--outcome", "noted"),
    ("act", "people", "XAA", "--from", "2026-03-01"), ("undo", "last", "--why", "It was an error."),
    ("withdraw", "people", "XBB", "--on", "2025-04-01"),
    ("convene", "com-2031-05-02", "--agenda", "Ice"),
    ("submit", "ice-count", "--kind", "report", "--title", "Count", "--by", "XAA", "--on", "2026-02-01"),
    ("correct", "ice", "tenures/1/term", "2024-2026", "--why", "Misread.", "--source", "letters p. 1"),
)  # fmt: skip


@dataclass(frozen=True)
class Clone:
    """A hostile clone, and the folder in which its canaries write down that they were run."""

    top: Path
    sung: Path

    def ran(self) -> list[str]:
        """Give what was run since this was asked last."""
        names = sorted(path.name for path in self.sung.iterdir())
        for name in names:
            (self.sung / name).unlink()
        return names

    def call(self, *words: str) -> tuple[int, str]:
        """Run a command on the register of the clone, standing in it; give its exit code and what it printed."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        away = {**PERSON, **IDENTITY, "COLUMNS": "100"}
        with patch.dict(os.environ, away), contextlib.chdir(self.top), _sent(out, err):
            code = run(["-C", str(self.top), *words])
            out.flush()
            err.flush()
        return code, "".join(stream.buffer.getvalue().decode() for stream in (out, err))


@contextlib.contextmanager
def _sent(out: io.TextIOWrapper, err: io.TextIOWrapper) -> Iterator[None]:
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield


def hostile(folder: Path) -> Clone:
    """Make a repository with a register and some history, in which whatever can name a program names a canary."""
    top = with_register(folder / "clone")
    (top / "registry/areas/people.yaml").write_text("dimension: people\naliases: [Folk]\n", encoding="utf-8")
    sub = with_register(folder / "sub")
    git(top, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(sub), "registry-of-others")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "More")
    clone = Clone(top, folder / "sung")
    clone.sung.mkdir()
    for words in _BEFORE:
        code, said = clone.call(*words, "--yes")
        assert code == 0, said
    nest = folder / "canaries"
    nest.mkdir()
    for place, prefix in ((top / ".git", ""), (top / ".git/modules/registry-of-others", "submodule-")):
        _named(place, nest, clone.sung, prefix)
    (top / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n", encoding="utf-8")
    _modules(clone, nest)
    for path in (top / "registry").rglob("*.yaml"):
        os.utime(path, (1, 1))  # so that git asks the filters whether it has changed
    clone.ran()
    return clone


def _named(place: Path, nest: Path, sung: Path, prefix: str) -> None:
    """Let the configuration and the hooks of a git directory name canaries."""

    def canary(name: str, at: Path = nest) -> str:
        script = at / (name if at != nest else prefix + name)
        script.parent.mkdir(exist_ok=True)
        through = "cat\n" if name in ("clean", "smudge") else ""
        script.write_text(f"#!/bin/sh\n: >'{sung}/{prefix}{name}'\n{through}", encoding="utf-8")
        script.chmod(0o755)
        return str(script)

    for hook in _HOOKS:
        canary(hook, place / "hooks")
    options = {key: canary(name) for key, name in _PROGRAMS.items()}
    options |= {f"alias.{name}": f"!{canary(f'alias-{name}')}" for name in _ALIASED}
    options |= {f"pager.{name}": canary(f"pager-{name}") for name in _PAGED}
    options |= {
        "credential.helper": f"!{canary('credential')}", "submodule.registry-of-others.update": f"!{canary('update')}",
        "protocol.allow": "always", "protocol.ext.allow": "always", "remote.origin.url": f"ext::{canary('remote')}",
        "remote.origin.promisor": "true", "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin",
        "fetch.recurseSubmodules": "true", "status.submoduleSummary": "true", "diff.submodule": "diff",
        "gc.auto": "1", "maintenance.auto": "true", "core.commitGraph": "true",
    }  # fmt: skip
    more = place / "more.config"
    for key, value in options.items():
        git(place, "config", "--file", str(more), key, value)
    git(place, "config", "--file", str(place / "config"), "include.path", str(more))


def _modules(clone: Clone, nest: Path) -> None:
    """Lay modules of Python with the names of libraries, and a `git`, where the officer stands."""
    for name in ("yaml", "typer", "pydantic", "jinja2", "rich", "sitecustomize", "cicareg", "encodings"):
        (clone.top / f"{name}.py").write_text(f"open({str(clone.sung / name)!r} + '.py', 'w')\n", encoding="utf-8")
    script = clone.top / "git"
    script.write_text(f"#!/bin/sh\n: >'{clone.sung}/git'\n", encoding="utf-8")
    script.chmod(0o755)


def outside(clone: Clone, *words: str) -> int:
    """Run a command as a new process that stands in the clone; give its exit code."""
    source = str(Path(__file__).parents[2] / "src")
    return ran(clone.top, sys.executable, "-P", "-m", "cicareg", *words, PYTHONPATH=source).returncode


def sings(clone: Clone) -> list[str]:
    """Give what plain git runs in the clone: the canaries can sing."""
    for words in (("status",), ("diff",), ("fetch",), ("submodule", "update"), ("commit", "--allow-empty", "-m", "x")):
        ran(clone.top, "git", *words)
    return clone.ran()


def main() -> None:
    """Try each command, print what it ran, and exit with 1 where it should not have."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        clone = hostile(Path(folder))
        commands: Sequence[tuple[str, ...]] = [*READING, *((*words, "--dry-run") for words in PREVIEWS)]
        for words in commands:
            code, _ = clone.call(*words)
            heard = clone.ran()
            wrong += len(heard)
            sys.stdout.write(f"{' '.join(words)}: exit {code}, ran {', '.join(heard) or 'nothing'}\n")
        code, _ = clone.call(*PREVIEWS[0], "--yes")
        heard = clone.ran()
        wrong += len(set(heard) - OWN)
        sys.stdout.write(f"{' '.join(PREVIEWS[0])}: exit {code}, ran {', '.join(heard)}\n")
        sys.stdout.write(f"plain git: ran {', '.join(sings(clone))}\n")
    sys.stdout.write(f"{len(commands)} commands that read, {wrong} canaries that should not have sung\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
