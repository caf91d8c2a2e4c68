"""The weekly job: its scripts are run on a real repository, with programs in the place of those of the servers."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import icalendar
import pytest
import yaml

from tests.gitting import ran, with_register
from tests.support import PROJECT

GUIDE = (PROJECT / "docs/weekly.md").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load((PROJECT / ".github/workflows/due.yml").read_text(encoding="utf-8"))
STARTING = PROJECT / "src/cicareg/templates/_init/common"
OF_GITLAB = (STARTING / "dot-gitlab-ci.yml").read_text(encoding="utf-8")
# Stands in for a program: writes down what it was asked, and prints what it is told to.
STAND_IN = """#!/usr/bin/env python3
import json, os, sys
with open(os.environ["ASKED"], "a", encoding="utf-8") as file:
    file.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ.get("EARLIER", ""))
"""


def snippets() -> list[str]:
    """Give the YAML that the guide shows."""
    return re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def stood_in(folder: Path, name: str) -> dict[str, str]:
    """Put a program of this name before all others; give the environment that finds it."""
    folder.mkdir()
    (folder / name).write_text(STAND_IN, encoding="utf-8")
    (folder / name).chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "ASKED": str(folder / "asked")}


def asked(folder: Path) -> list[list[str]]:
    """Give what the program was asked."""
    path = folder / "asked"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


# GitHub


def on_github(top: Path, program: Path, **told: str) -> None:
    """Run the scripts of the workflow in their order, with the inputs that it has by itself."""
    shutil.copytree(program, top / ".cicareg", symlinks=True)
    job = WORKFLOW["jobs"]["due"]
    inputs = {name: about["default"] for name, about in WORKFLOW[True]["workflow_call"]["inputs"].items()}
    known = {f"inputs.{name}": value for name, value in inputs.items()}
    known |= {"github.token": "token", "github.repository": "us/offices"}
    for step in job["steps"]:
        if "run" in step:
            env = {
                name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], text)
                for name, text in {**job["env"], **step.get("env", {})}.items()
            }
            done = ran(top, "bash", "--noprofile", "--norc", "-e", "-c", step["run"], **env, **told)
            assert done.returncode == 0, done.stderr


def test_github_posts_the_duties_as_an_issue(program: Path, tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    env = stood_in(tmp_path / "stand-in", "gh")
    on_github(top, program, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"), EARLIER="7\n8", **env)
    said = asked(tmp_path / "stand-in")
    assert [words[:3] for words in said] == [
        ["label", "create", "duties"],
        ["issue", "list", "--label"],
        ["issue", "close", "7"],
        ["issue", "close", "8"],
        ["issue", "create", "--label"],
    ]
    assert said[-1][-2:] == ["--body-file", "due.md"]
    assert re.fullmatch(r"What falls due, \d{4}-\d\d-\d\d", said[-1][said[-1].index("--title") + 1])
    body = (top / "due.md").read_text(encoding="utf-8")
    assert body
    assert (tmp_path / "summary").read_text(encoding="utf-8") == body
    assert icalendar.Calendar.from_ical((top / "register.ics").read_text(encoding="utf-8")).walk("VEVENT")


def test_no_script_holds_an_expression() -> None:
    """What a caller says is handed over as a variable: put into a script, it would be run."""
    steps: list[dict[str, Any]] = WORKFLOW["jobs"]["due"]["steps"]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_the_owner_is_a_placeholder() -> None:
    steps: list[dict[str, Any]] = WORKFLOW["jobs"]["due"]["steps"]
    assert [step["with"]["repository"] for step in steps if "repository" in step.get("with", {})] == ["OWNER/cicareg"]


def test_a_new_register_has_the_workflow_of_the_guide() -> None:
    text = (STARTING / "dot-github/workflows/due.yml").read_text(encoding="utf-8")
    assert text in snippets()
    assert yaml.safe_load(text)["jobs"]["due"]["uses"] == "OWNER/cicareg/.github/workflows/due.yml@main"


def test_the_guide_names_every_input() -> None:
    for name in WORKFLOW[True]["workflow_call"]["inputs"]:
        assert f"`{name}`" in GUIDE


# GitLab


def on_gitlab(top: Path, program: Path, **told: str) -> str:
    """Run the script as GitLab would: one shell, which ends at the first failure."""
    job = yaml.safe_load(OF_GITLAB)["post-duties"]
    elsewhere = {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": f"url.file://{program}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/OWNER/cicareg.git",
        "GIT_CONFIG_KEY_1": "safe.directory",
        "GIT_CONFIG_VALUE_1": "*",
    }
    known = {"CI_API_V4_URL": "https://gitlab.invalid/api/v4", "CI_PROJECT_ID": "12"}
    script = "set -eo pipefail\n" + "\n".join(job["script"])
    done = ran(top, "bash", "-c", script, **job["variables"], **elsewhere, **known, **told)
    assert done.returncode == 0, done.stderr
    assert all((top / name).is_file() for name in job["artifacts"]["paths"])
    return done.stdout


@pytest.mark.parametrize("token", ["", "secret"], ids=["without a token", "with a token"])
def test_gitlab_prints_the_duties_and_opens_an_issue_where_it_may(token: str, program: Path, tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    env = stood_in(tmp_path / "stand-in", "curl")
    printed = on_gitlab(top, program, DUTIES_TOKEN=token, **env)
    assert (top / "due.md").read_text(encoding="utf-8") in printed
    said = asked(tmp_path / "stand-in")
    assert len(said) == bool(token)
    if token:
        assert said[0][-1] == "https://gitlab.invalid/api/v4/projects/12/issues"
        assert "PRIVATE-TOKEN: secret" in said[0]
        assert "description@due.md" in said[0]


def test_gitlab_runs_it_on_schedule_only_and_the_check_never() -> None:
    jobs = yaml.safe_load(OF_GITLAB)
    assert jobs["post-duties"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    assert jobs["validate-register"]["rules"][0] == {"if": '$CI_PIPELINE_SOURCE == "schedule"', "when": "never"}


def test_a_new_register_has_the_job_of_the_guide() -> None:
    assert any(OF_GITLAB.endswith(f"\n\n{text}") for text in snippets())
