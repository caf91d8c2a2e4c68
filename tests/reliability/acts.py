"""A small register of numbered acts: whether each was recorded once, whole, and with nothing else, can be read off it.

`python -m tests.reliability.acts FOLDER NUMBER` records one act, unless it is recorded already.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from cicareg.storage.recording import Base, Plan, record, refuse_unclean

FIRST, SECOND = "registry/areas/first.yaml", "registry/areas/second.yaml"
FOREIGN = "A  staged.txt\n M touched.txt\n?? new.txt\n"
PERSON = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
_HEAD = "a: text\n" * 400  # more than one block, so that it can be torn


def started(folder: Path) -> Path:
    """Make a repository with a register in it, and with other work that is staged, changed and new."""
    root = folder
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / "registry/areas").mkdir(parents=True)
    for path in (FIRST, SECOND):
        (root / path).write_text(text(0), encoding="utf-8")
    (root / "registry/registry.yaml").write_text("format: 1\n", encoding="utf-8")
    (root / "touched.txt").write_text("old\n", encoding="utf-8")
    git(root, "config", "user.name", "Nobody")
    git(root, "config", "user.email", "nobody@example.org")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "All")
    for name in ("touched.txt", "staged.txt", "new.txt"):
        (root / name).write_text("mine\n", encoding="utf-8")
    git(root, "add", "staged.txt")
    return root


def text(number: int) -> str:
    """Give what both files hold after so many acts."""
    return _HEAD + "".join(f"act: {n}\n" for n in range(1, number + 1))


def plan(root: Path, base: Base, number: int) -> Plan | None:
    """Plan an act on a register that has all those before it; None where it has this one."""
    refuse_unclean(root, base)
    held = (root / FIRST).read_text(encoding="utf-8")
    if held == text(number):
        return None
    assert held == text(number - 1)
    raw = text(number).encode()
    return Plan({FIRST: raw, SECOND: raw, fresh(number): b"new: yes\n"}, f"Act {number}\n\nOperation: {number}\n")


def fresh(number: int) -> str:
    """Give the path of the file that an act adds."""
    return f"registry/acts/act-{number}.yaml"


def faults(root: Path, number: int) -> list[str]:
    """Say what is wrong in a register that should have so many acts: nothing, where all is well."""
    found = []
    log = git(root, "log", "--max-count=2", "--format=%x01%B%x02", "--name-only", "main").split("\1")[1:]
    if [re.findall(r"^Operation: (\d+)$", entry, re.MULTILINE) for entry in log] != [[str(number)], [str(number - 1)]]:
        found.append("lost")
    if sorted(log[0].partition("\2")[2].split()) != sorted([FIRST, SECOND, fresh(number)]):
        found.append("swept")
    if git(root, "status", "--porcelain", "--untracked-files=all") != FOREIGN:
        found.append("half")
    found += ["left"] * ([path.name for path in (root / ".git/cicareg").iterdir()] != ["lock"])
    return found


def torn(root: Path, number: int) -> bool:
    """Tell whether any file is neither as before an act nor as after it."""
    whole = {text(number - 1), text(number)}
    texts = [(root / path).read_text(encoding="utf-8") for path in (FIRST, SECOND)]
    new = root / fresh(number)
    return not whole.issuperset(texts) or (new.exists() and new.read_bytes() != b"new: yes\n")


def act(root: Path, number: int) -> str:
    """Record an act, and give what was said."""
    done = record(root, lambda base: plan(root, base, number))
    return done.said if done else ""


def git(root: Path, *words: str) -> str:
    """Run git; this module imports little, as it is run a thousand times."""
    done = subprocess.run(["git", *words], cwd=root, env={**os.environ, **PERSON}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


if __name__ == "__main__":
    os.environ.update(PERSON)
    print("begun", flush=True)  # noqa: T201
    print(act(Path(sys.argv[1]), int(sys.argv[2])))  # noqa: T201
