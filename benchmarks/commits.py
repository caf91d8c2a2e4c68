"""Commit a generated register, then change its posts in turn, one a commit.

    python benchmarks/commits.py --commits 2000 ROOT

Each commit adds a proposal to a post.
"""

import argparse
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_FIRST = date(2001, 1, 1)
_SECONDS = 1_000_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commits", type=int, default=2000)
    parser.add_argument("root", type=Path)
    arguments = parser.parse_args()
    root: Path = arguments.root
    subprocess.run(("git", "-C", str(root), "init", "--quiet", "--initial-branch=main"), check=True)
    stream = "".join(commits(root, arguments.commits)).encode()
    subprocess.run(("git", "-C", str(root), "fast-import", "--quiet"), input=stream, check=True)
    subprocess.run(("git", "-C", str(root), "reset", "--quiet", "--hard"), check=True)


def commits(root: Path, number: int) -> Iterator[str]:
    paths = sorted(root.glob("registry/**/*.yaml"))
    yield _commit(0) + "".join(_file(path.relative_to(root).as_posix(), path.read_text("utf-8")) for path in paths)
    posts = [path for path in paths if path.parent.name == "coordinators"]
    texts = {path: path.read_text("utf-8") for path in posts}
    proposals: dict[Path, list[str]] = defaultdict(list)
    for turn in range(1, number):
        path = posts[turn % len(posts)]
        day = _FIRST + timedelta(days=turn)
        proposals[path].append(f"  - {{state: XAA, role: coordinator, notified: {day}}}\n")
        text = f"{texts[path]}proposals:\n{''.join(proposals[path])}"
        yield _commit(turn) + _file(path.relative_to(root).as_posix(), text)


def _commit(turn: int) -> str:
    message = f"Change {turn}\n"
    when = f"{_SECONDS + 60 * turn} +0000"
    return f"commit refs/heads/main\ncommitter Officer <o@example.org> {when}\ndata {len(message)}\n{message}"


def _file(path: str, text: str) -> str:
    return f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"


if __name__ == "__main__":
    main()
