"""The same bytes whatever the surroundings: hash seeds, time zones, locales, a terminal or a pipe.

`python -m tests.reliability.surroundings --seeds 20` tries everything with everything; the tests try some. What is
published is compared, the preview of an act, and what the act writes: the tree of its commit, and its message.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.gitting import IDENTITY, PERSON, git, ran, with_register
from tests.support import PROJECT
from tests.terminals import shown

Setting = Mapping[str, str]
PLAIN: Setting = {
    "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "100", "TERM": "xterm",
}  # fmt: skip
ZONES = ("Pacific/Kiritimati", "America/Lima", "Asia/Almaty", "Etc/GMT+12")
ASCII: Setting = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LOCALES: tuple[Setting, ...] = (
    {"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "kk_KZ.UTF-8", "LANGUAGE": "kk"}, {"LC_ALL": "de_DE"},
    ASCII, {"PYTHONIOENCODING": "latin-1"},
)  # fmt: skip
SHOWN: tuple[tuple[str, ...], ...] = (
    ("list", "--format", "json"), ("list", "--format", "markdown"), ("list", "--on", "2025-01-01", "--format", "csv"),
    ("validate", "--notes", "--no-cache"), ("validate", "--format", "sarif", "--no-cache"), ("render", "list"),
    ("render", "list", "--lang", "en"), ("explain", "one-coordinator"), ("schema", "area"), ("show", "ice"),
    ("find", "Alderia"),
)  # fmt: skip
ACT = (
    "appoint", "people", "--coordinator", "XCC", "--co-coordinator", "XAA", "--co-coordinator", "XBB",
    "--term", "2026-2027", "--decision", "com-2025-06-03/1",
)  # fmt: skip


def settings(seeds: int) -> list[Setting]:
    """Give the surroundings: each differs from the plain ones in one respect."""
    each: list[Setting] = [{"PYTHONHASHSEED": str(seed)} for seed in range(1, seeds + 1)]
    each += [{"TZ": zone} for zone in ZONES] + [*LOCALES, {"SOURCE_DATE_EPOCH": "86400"}]
    return [{**PLAIN, **one} for one in each]


def printed(root: Path, words: Iterable[str], setting: Setting) -> str:
    """Give what a command prints into a pipe."""
    done = ran(root, *_command(words), **_environment(setting))
    assert done.returncode == 0, done.stderr
    return done.stdout


def screened(root: Path, words: Iterable[str], setting: Setting) -> str:
    """Give what a command prints on a terminal as wide as a pipe is taken for, without colours."""
    return shown(_command(words), {**os.environ, **_environment(setting)}, root)


def written(root: Path, setting: Setting) -> str:
    """Make an act, give the tree and the message of its commit, and take the commit away again."""
    base = git(root, "rev-parse", "HEAD").strip()
    printed(root, (*ACT, "--yes"), setting)
    told = git(root, "log", "-1", "--format=%T%n%B")
    git(root, "reset", "--quiet", "--hard", base)
    return re.sub(r"(?m)^(.*[Oo]peration: )[0-9a-f]{12}$", r"\1ID", told)


def differing(
    folder: Path, several: Sequence[Setting], commands: Iterable[tuple[str, ...]] = SHOWN
) -> tuple[int, list[str]]:
    """Try all surroundings in a new register; give how many outputs were compared, and what differed."""
    root = with_register(folder / "register")
    asked = [*commands, (*ACT, "--dry-run")]
    compared, found = 0, []
    for words in asked:
        wanted = printed(root, words, PLAIN)
        assert wanted
        for number, setting in enumerate((*several, PLAIN)):
            compared += 1
            give = screened if setting is PLAIN else printed
            if give(root, words, setting) != wanted:
                found.append(f"{' '.join(words)}: {'a terminal' if setting is PLAIN else number}")
    act = written(root, PLAIN)
    others = [written(root, setting) for setting in several]
    found += [f"what is written: {number}" for number, other in enumerate(others) if other != act]
    return compared + len(others), found


def _command(words: Iterable[str]) -> list[str]:
    return [sys.executable, "-P", "-m", "cicareg", *words]


def _environment(setting: Setting) -> dict[str, str]:
    return {**PERSON, **IDENTITY, **setting, "PYTHONPATH": f"{PROJECT}/src"}


def main() -> None:
    """Compare all, and print what differed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compared, found = differing(Path(folder), settings(told.seeds))
    sys.stdout.write("".join(f"differs: {what}\n" for what in found))
    sys.stdout.write(f"{compared} outputs compared, {len(found)} differ\n")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
