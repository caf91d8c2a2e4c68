"""Measure what the program costs, as ratios to something that is run beside it.

    python benchmarks/run.py [--runs 9] [--only validate] [--markdown]

CPU of whole processes, in turn A B A B …, medians of the ratios. R0 is `python -c pass`; RY a loop that only
calls PyYAML's CSafeLoader on the same files; rows a plain loop that formats the same rows; act a script that adds a
tenure with ruamel.yaml, and runs `git add` and `git commit`; papers one that puts the same texts through jinja2;
objects is `git ls-tree` and `git cat-file` of the same files; log is `git log` of the one file; git is
`git diff-tree -p` of the same commits.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from paired import Job, paired

HERE = Path(__file__).parent
PROJECT = HERE.parent
PYTHON = sys.executable
_NUMBERS = count()
_DECISIONS = "assembly-1990-01-08"  # a meeting that is on record
_SETTLED = 3  # seconds: what was just written is looked at more closely than what is measured here


@dataclass(frozen=True, slots=True)
class Case:
    """What is measured: a name, the two jobs, what the ratio is to, and what it should be."""

    name: str
    job: Job
    beside: Job
    unit: str
    target: float


class Bench:
    """Registers to measure on, and a memory of their own."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.memory = work / "memory"
        # Modules are compiled once, as those of an installed program are, whatever is set where this is run.
        compiled = {"PYTHONDONTWRITEBYTECODE": ""}
        self.environment = {"CICAREG_CACHE": str(self.memory), "PYTHONPATH": str(PROJECT / "src"), **compiled}
        self.nothing = Job((PYTHON, "-c", "pass"))

    def generated(self, files: int) -> Path:
        """Write a register of so many files, once."""
        root = self.work / str(files)
        if not root.exists():
            subprocess.run((PYTHON, str(HERE / "generate.py"), "--files", str(files), "--out", str(root)), check=True)
            time.sleep(_SETTLED)
        return root

    def with_bodies(self, documents: int) -> Path:
        """Write a small register and so many documents with their texts, once."""
        root = self.work / f"bodies-{documents}"
        words = ("--files", "20", "--bodies", str(documents), "--out", str(root))
        subprocess.run((PYTHON, str(HERE / "generate.py"), *words), check=True)
        time.sleep(_SETTLED)
        return root

    def copied(self) -> Path:
        """Copy the register of this project, so that nothing is remembered with its repository."""
        root = self.work / "real"
        if not root.exists():
            for folder in ("registry", "templates"):
                shutil.copytree(PROJECT / folder, root / folder)
            time.sleep(_SETTLED)
        return root

    def job(
        self,
        *words: str,
        root: Path | None = None,
        before: Callable[[], object] = lambda: None,
        more: Callable[[], Sequence[str]] = tuple,
    ) -> Job:
        """Make a job of a command line."""
        place = ("-C", str(root)) if root else ()
        return Job((PYTHON, "-m", "cicareg", *place, *words), before, self.environment, more)

    def yaml(self, root: Path) -> Job:
        """Make the job of only parsing the files."""
        return Job((PYTHON, str(HERE / "csafeloader.py"), str(root)), environment=self.environment)

    def forget(self) -> None:
        """Remove everything that is remembered."""
        shutil.rmtree(self.memory, ignore_errors=True)

    def edit(self, root: Path) -> None:
        """Change one file: a tenure gets another ministry."""
        path = root / "registry/coordinators/area-00007.yaml"
        text = path.read_text(encoding="utf-8").splitlines()
        text[0] = f"# edited {next(_NUMBERS)}"
        path.write_text("\n".join(text) + "\n", encoding="utf-8")

    def committed(self, root: Path, name: str) -> Path:
        """Copy a generated register into a repository of its own."""
        copy = self.work / f"{root.name}-{name}"
        shutil.copytree(root, copy)
        officer = (("config", "user.name", "Officer"), ("config", "user.email", "officer@example.org"))
        for words in (("init", "--quiet"), *officer, ("add", "."), ("commit", "--quiet", "--message", "Begin")):
            subprocess.run(("git", "-C", str(copy), *words), check=True)
        return copy

    def committed_often(self, commits: int) -> Path:
        """Write a register of 200 files and commit changes of its posts, once."""
        root = self.work / f"commits-{commits}"
        if not root.exists():
            for words in (("generate.py", "--files", "200", "--out"), ("commits.py", "--commits", str(commits))):
                subprocess.run((PYTHON, str(HERE / words[0]), *words[1:], str(root)), check=True)
        return root

    def objects(self, root: Path) -> Job:
        """Make the job of only listing the files of the last commit and giving their contents."""
        git = f"git -C {shlex.quote(str(root))}"
        names = f"{git} ls-tree -r HEAD registry | cut -c 13-52"
        return Job(("sh", "-c", f"{names} | {git} cat-file --batch"))

    def appointing(self, root: Path) -> tuple[Job, Job]:
        """Make the jobs of one appointment more, by the program and by the yardstick; the register was just checked."""
        ours, plain = self.committed(root, "ours"), self.committed(root, "plain")
        posts = len(os.listdir(root / "registry/areas"))
        turns, others = count(), count()

        def appointment() -> Sequence[str]:
            area, term, decision = _appointment(next(turns), posts)
            return (area, "--coordinator", "XAA", "--term", term, "--decision", decision)

        def tenure() -> Sequence[str]:
            area, term, decision = _appointment(next(others), posts)
            return (f"registry/coordinators/{area}.yaml", "XAA", term, decision)

        check = self.job("validate", root=ours)
        job = self.job("appoint", "--yes", root=ours, before=check.cpu, more=appointment)
        script = (PYTHON, str(HERE / "plain_act.py"), str(plain))
        return job, Job(script, environment=self.environment, more=tenure)

    def due(self, root: Path) -> Job:
        """Make the job of asking what falls due, on another day each time; the register is known."""
        job = self.job("due", "--format", "csv", "-o", str(self.work / "due.csv"), root=root, more=_another_day)
        job.cpu()
        return job

    def papers(self, root: Path) -> tuple[Job, Job]:
        """Make the jobs of rendering all documents, by the program and by the yardstick; the register is known."""
        job = self.job("render", "documents", "-o", str(self.work / "ours"), root=root)
        job.cpu()
        script = (PYTHON, str(HERE / "plain_papers.py"), str(root), str(self.work / "plain"))
        return job, Job(script, environment=self.environment)

    def rows(self, root: Path) -> Job:
        """Make the job of only formatting the rows of the list."""
        path = self.work / "rows.json"
        with path.open("wb") as file:
            command = (PYTHON, "-m", "cicareg", "-C", str(root), "list", "--format", "json")
            subprocess.run(command, env={**os.environ, **self.environment}, stdout=file, check=True)
        return Job((PYTHON, str(HERE / "rows.py"), str(path)))

    def compared(self, root: Path) -> tuple[Job, Job]:
        """Make the jobs of comparing two commits that differ in ten posts, by the program and by git."""
        copy = self.committed(root, "compared")
        for number, path in enumerate(sorted(copy.glob("registry/coordinators/*.yaml"))[:10]):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("XAA", "XAB", 1) + f"# {number}\n", encoding="utf-8")
        subprocess.run(("git", "-C", str(copy), "commit", "--quiet", "--all", "--message", "Change"), check=True)
        job = self.job("diff", "at:HEAD~1", "at:HEAD", root=copy)
        return job, Job(("git", "-C", str(copy), "diff-tree", "-p", "HEAD~1", "HEAD"))


def _another_day() -> Sequence[str]:
    return ("--today", str(date(2000, 1, 1) + timedelta(days=next(_NUMBERS))))


def _appointment(turn: int, posts: int) -> tuple[str, str, str]:
    """Give area, term and decision of the appointment of a turn: each area in turn, then again for later years."""
    year = 2040 + 2 * (turn // posts)
    return f"area-{turn % posts:05}", f"{year}-{year + 1}", f"{_DECISIONS}/{turn + 100}"


def cases(bench: Bench, sizes: tuple[int, ...]) -> Iterator[Case]:
    """Yield everything that is measured; what is slow to set up is set up when its turn comes."""
    real = bench.copied()
    yield Case("--version", bench.job("--version"), bench.nothing, "R0", 1.5)
    yield Case("--help", bench.job("--help"), bench.nothing, "R0", 7.5)
    yield Case("list, real register, warm", bench.job("list", root=real), bench.nothing, "R0", 12)
    yield Case("show, real register, warm", bench.job("show", "2.3", root=real), bench.nothing, "R0", 12)
    cold = bench.job("validate", root=real, before=bench.forget)
    yield Case("validate, real register, cold", cold, bench.yaml(real), "RY", 3.2)
    rendered = bench.job("render", "list", "--lang", "kk", root=real)
    yield Case("render list, markdown, warm", rendered, bench.nothing, "R0", 12)
    for form in ("html", "docx", "pdf"):
        words = ("render", "list", "--lang", "kk", "--to", form, "-o", str(bench.work / f"list.{form}"))
        forget = bench.job(*words, root=real, before=bench.forget)
        yield Case(f"render list, {form}, cold", forget, bench.nothing, "R0", 40)
    for documents in (500, 2000):
        ours, plain = bench.papers(bench.with_bodies(documents))
        yield Case(f"render documents, {documents:,}", ours, plain, "papers", 12)
    often = bench.committed_often(2000)
    log = ("git", "-C", str(often), "log", "--format=%H", "--", "registry/coordinators/area-00007.yaml")
    yield Case("history, 2,000 commits", bench.job("history", "area-00007", root=often), Job(log), "log", 30)
    for files in sizes:
        root = bench.generated(files)
        title = f"validate, {files:,} files"
        cold = bench.job("validate", root=root, before=bench.forget)
        yield Case(
            f"{title}, cold", cold, bench.yaml(root), "RY", 3.2 if files < 2000 else 0.9 if files < 20_000 else 0.7
        )
        yield Case(f"{title}, warm", bench.job("validate", root=root), bench.nothing, "R0", 8 if files < 2000 else 20)
        edited = bench.job("validate", root=root, before=partial(bench.edit, root))
        yield Case(f"{title}, one changed", edited, bench.yaml(root), "RY", 0.08 if files >= 20_000 else 2)
        ours, plain = bench.appointing(root)
        yield Case(f"appoint, {files:,} files", ours, plain, "act", 2.3 if files < 20_000 else 1.5)
        yield Case(f"due, {files:,} files", bench.due(root), bench.yaml(root), "RY", 8 if files < 2000 else 4)
        ours, plain = bench.compared(root)
        yield Case(f"diff of two commits, {files:,} files", ours, plain, "git", 150)
        if files >= 20_000:
            yield Case("list, 20,000 tenures, warm", bench.job("list", root=root), bench.rows(root), "rows", 3)
            past = bench.committed(root, "past")
            at = bench.job("list", "--at", "HEAD", root=past)
            yield Case("list --at, 20,000 files", at, bench.objects(past), "objects", 45)


def main() -> None:
    """Measure, and print a line a case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="pairs of runs a case (fewer for the slow ones)")
    parser.add_argument("--only", default="", help="cases whose name holds this")
    parser.add_argument("--files", default="200,2000,20000", help="sizes of the generated registers")
    parser.add_argument("--markdown", action="store_true", help="print a table for docs/performance.md")
    arguments = parser.parse_args()
    sizes = tuple(int(size) for size in arguments.files.split(","))
    if arguments.markdown:
        print("| job | measured | target |\n| --- | --- | --- |")
    with tempfile.TemporaryDirectory() as work:
        for case in cases(Bench(Path(work)), sizes):
            if arguments.only not in case.name:
                continue
            ratio = paired(case.job, case.beside, max(3, arguments.runs // (4 if "20,000" in case.name else 1)))
            said = f"{ratio} {case.unit}"
            if arguments.markdown:
                print(f"| {case.name} | {said} | {case.target:g} {case.unit} |", flush=True)
            else:
                print(f"{case.name:34} {said:28} target {case.target:g}  ({ratio.seconds:.3f} s)", flush=True)


if __name__ == "__main__":
    main()
