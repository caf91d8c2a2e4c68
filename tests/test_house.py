"""Guards of the house: one file adds a thing; documents are run; nothing speaks of what it should not."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from cicareg import __version__
from cicareg.collect import modules
from tests.support import PROJECT, SAMPLE, write

SOURCE = PROJECT / "src" / "cicareg"
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def run(code_at: Path, *words: str, cwd: Path | None = None) -> str:
    """Run the program whose package stands below a folder."""
    environment = {**os.environ, "PYTHONPATH": str(code_at)}
    command = [sys.executable, "-P", "-m", "cicareg", *words]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


ONE_FILE = {
    "rule": (
        "rules/tenures/no_borland.py",
        '''
"""Good order: an example."""
from cicareg.finding import Severity
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.WARNING)
def no_borland(ask: Inquiry, post):
    """Borland holds nothing."""
    for index, tenure in enumerate(post.record.tenures):
        if tenure.state == "XBB":
            yield Breach(At(post, ("tenures", index, "state")), "Borland")
''',
        ("validate",),
        "registry/coordinators/fish.yaml:2:13: warning no-borland: Borland [good order]",
    ),
    "record kind": (
        "records/flag.py",
        '''
"""flags/*.yaml: an example."""
from cicareg.records.base import Kind, Line, Record, StateRef


class Flag(Record):
    """A flag."""

    state: StateRef
    colour: Line


KIND = Kind("flag", Flag, "flags/*.yaml")
''',
        ("validate",),
        "registry/flags/alderia.yaml:1:8: error reference: no state XAF on record; did you mean XAA? [good order]",
    ),
    "format": (
        "formats/count.py",
        '''
"""An example."""
from cicareg.formats.format import Format

FORMAT = Format("count", listing=lambda listed: f"{len(listed.posts)} posts\\n")
''',
        ("list", "--format", "count"),
        "3 posts\n",
    ),
    "command": (
        "commands/greet.py",
        '''
"""An example."""
import typer


def run(ctx: typer.Context):
    """Greet."""
    typer.echo("good day")
''',
        ("greet",),
        "good day\n",
    ),
}


@pytest.mark.parametrize("what", ONE_FILE)
def test_one_file_adds_a(what: str, tmp_path: Path) -> None:
    path, code, words, expected = ONE_FILE[what]
    shutil.copytree(SOURCE, tmp_path / "cicareg", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "cicareg" / path).write_text(code, encoding="utf-8")
    root = write(tmp_path / "register")
    if what == "record kind":
        (root / "registry/flags").mkdir()
        (root / "registry/flags/alderia.yaml").write_text("state: XAF\ncolour: white\n", encoding="utf-8")
    assert expected in run(tmp_path, "-C", str(root), *words)


def test_a_language_is_one_folder_of_templates_and_the_names_in_the_records(tmp_path: Path) -> None:
    shutil.copytree(SOURCE, tmp_path / "cicareg", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(tmp_path / "cicareg/templates/en", tmp_path / "cicareg/templates/fr")
    assert "Aldérie" in run(tmp_path, "-C", str(SAMPLE), "list", "--lang", "fr")
    assert "Comité" in run(tmp_path, "-C", str(SAMPLE), "render", "list", "--lang", "fr")


def test_readme_shows_what_its_commands_print() -> None:
    shown = re.findall(r"<!-- output of: bin/cicareg (.*?) -->\n(.*?)<!-- end -->", README, re.DOTALL)
    assert len(shown) == 1
    for command, output in shown:
        assert run(PROJECT / "src", *command.split(), cwd=PROJECT) == output


def test_readme_ci_snippet_is_yaml_and_its_step_passes() -> None:
    snippet = re.search(r"## In CI.*?```yaml\n(.*?)```", README, re.DOTALL)
    assert snippet is not None
    steps = [step["run"] for step in yaml.safe_load(snippet[1])["steps"] if "run" in step]
    assert steps == ["bin/cicareg validate"]
    done = subprocess.run(["bash", "-c", steps[0]], cwd=PROJECT, capture_output=True, check=False)
    assert done.returncode == 0


def test_readme_names_only_commands_that_exist() -> None:
    known = {name.rpartition(".")[2] for name in modules("cicareg.commands")}
    used = set(re.findall(r"bin/cicareg (?:-C \S+ )?([a-z]+)", README))
    assert used <= known


def test_the_wheel_works_elsewhere_with_its_templates(tmp_path: Path) -> None:
    copy = tmp_path / "clone"
    shutil.copytree(
        PROJECT, copy, ignore=shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis")
    )
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    names = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
    assert names == [f"cicareg-{__version__}-py3-none-any.whl", f"cicareg-{__version__}.tar.gz"]
    with zipfile.ZipFile(tmp_path / names[0]) as wheel:
        wheel.extractall(tmp_path / "installed")
    root = write(tmp_path / "register")
    assert "Decision of the Committee" in run(tmp_path / "installed", "-C", str(root), "render", "list", cwd=tmp_path)
    for words in (("init", "plain"), ("init", "--from-example", "example")):
        assert "holds a register" in run(tmp_path / "installed", *words, cwd=tmp_path)
        made = {path.relative_to(tmp_path / words[-1]).as_posix() for path in (tmp_path / words[-1]).rglob("*")}
        assert made >= {".gitattributes", ".githooks/pre-commit", ".gitlab-ci.yml", "schemas/area.json"}
        assert ", 0 errors, 0 warnings, " in run(tmp_path / "installed", "-C", words[-1], "validate", cwd=tmp_path)


def test_test_files_mirror_the_source() -> None:
    tested = {path.parent.name for path in (PROJECT / "tests").rglob("test_*.py")}
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert packages <= tested


def test_requirements_have_hashes_and_name_no_host() -> None:
    for path in (PROJECT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)
        assert len(pins) > 10
        assert text.count("--hash=sha256:") >= len(pins)


def test_modules_stay_small() -> None:
    long = {str(p.relative_to(SOURCE)): n for p in SOURCE.rglob("*.py") if (n := len(p.read_text().splitlines())) > 250}
    assert long == {}
