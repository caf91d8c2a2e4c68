"""The pages that are made are those that the program makes today, and the examples of every command run."""

import io
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.cli import commands
from cicareg.pages import pages
from tests.conftest import Ran
from tests.gitting import git, repository
from tests.support import PROJECT

Cicareg = Callable[..., Ran]
DOCS = PROJECT / "docs"
STALE = "stale; make it anew: bin/pages"


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.parametrize(
    ("command", "folder"), [("explain", "rules"), ("explain --duties", "duties"), ("schema", "records")]
)
def test_the_pages_are_what_the_command_makes(command: str, folder: str, cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", PROJECT, *command.split(), "--all", "--format", "markdown", "-o", tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert differing(texts(DOCS / folder), texts(tmp_path)) == [], STALE


def test_the_pages_of_the_commands_are_what_the_command_line_says() -> None:
    assert differing(texts(DOCS / "commands"), pages()) == [], STALE


def test_there_is_a_page_of_every_command_and_the_index_names_it() -> None:
    made = pages()
    assert made.keys() == {"README.md"} | {f"{name}.md" for name in commands()}
    assert sorted(re.findall(r"\((\S+)\.md\)", made["README.md"])) == sorted(commands())


def examples(command: str) -> list[str]:
    block = re.search(r"## Examples\n\n```sh\n(.*?)```", pages()[f"{command}.md"], re.DOTALL)
    assert block is not None
    return block[1].splitlines()


def typed(example: str) -> list[str]:
    """Give what an example runs of the program, without what the shell does with its output."""
    inner = re.fullmatch(r'eval "\$\((.*)\)"', re.sub(r" +#.*", "", example))
    words = shlex.split(inner[1] if inner else example, comments=True)
    return words[1 : words.index("|") if "|" in words else None]


def with_a_past(folder: Path) -> Path:
    """Give this register in a repository with a revision before the last."""
    shutil.copytree(PROJECT / "registry", repository(folder) / "registry")
    git(folder, "add", "--all")
    for message in ("All", "Nothing more"):
        git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return folder


def copied(folder: Path) -> Path:
    """Give a copy of this register and its templates, for what writes there."""
    if not folder.exists():
        for name in ("registry", "templates"):
            shutil.copytree(PROJECT / name, folder / name)
    return folder


def asks_git(example: str) -> bool:
    """Tell whether an example needs a past: this register may stand in an archive."""
    return "HEAD~1" in example or "--at" in example


@pytest.mark.parametrize("command", sorted(commands()))
def test_the_examples_run_on_this_register(
    command: str, cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))  # nothing is pushed
    past = with_a_past(tmp_path / "past") if any(map(asks_git, examples(command))) else PROJECT
    for example in examples(command):
        at = past if asks_git(example) else copied(tmp_path / "copied") if "--copy" in example else PROJECT
        monkeypatch.setenv("CICAREG_REGISTRY", str(at))
        here = ("-C", PROJECT) if "--staged" in example else ()  # what is staged is asked of the repository at hand
        ran = cicareg(*here, *typed(example))
        assert (ran.code, typed(example)[0]) == (0, command), (example, ran.err)
        silent = {"-o", "--check", "--copy"} & set(typed(example))
        assert ran.out or command == "server-hook" or silent, example


@pytest.mark.parametrize("command", sorted(commands()))
def test_a_command_that_can_find_something_says_what_exit_code_1_means(command: str) -> None:
    folder = PROJECT / "src/cicareg/commands"
    source = (folder / f"{command.replace('-', '_')}.py").read_text(encoding="utf-8")
    helpers = {"render": "_comparing.py", "import": "../changes/submissions.py"}  # which gives its exit code
    source += (folder / helpers[command]).read_text(encoding="utf-8") if command in helpers else ""
    assert ("Exit.FINDINGS" in source) == ("\n| 1 | " in pages()[f"{command}.md"])


def test_every_row_of_a_table_has_the_cells_of_its_head() -> None:
    for name, text in pages().items():
        for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            cells = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
            assert len(cells) == 1, (name, table)


def test_what_is_typed_is_code() -> None:
    assert "\n| 1 | there are errors (with `--strict`: or warnings) |\n" in pages()["validate.md"]
    assert "\n| `--on DATE\\|today` | Who serves on this day. |  |\n" in pages()["list.md"]
    what = "list, decisions, document, note, plan, redline, amendments, package, documents"
    assert f"\n| `WHAT` | One of {what}. | required |\n" in pages()["render.md"]
    assert "The register is `-C DIR`, else `CICAREG_REGISTRY`, else the folder here" in pages()["README.md"]
