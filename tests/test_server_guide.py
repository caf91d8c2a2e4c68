"""The guide for servers: its lines are run, and what they install refuses what it should."""

import re
from pathlib import Path

import yaml

from tests.gitting import git, installed, ran, with_register
from tests.support import PROJECT

GUIDE = (PROJECT / "docs/server.md").read_text(encoding="utf-8")
ICE = "registry/coordinators/ice.yaml"


def test_the_hook_is_installed_as_the_guide_says(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "register.git")
    lines = re.search(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    assert lines is not None
    done = ran(tmp_path, "bash", "-e", "-c", lines[1].replace("/srv/", f"{tmp_path}/"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    top, path = with_register(tmp_path / "top"), installed(tmp_path / "bin")
    server = str(tmp_path / "register.git")
    assert ran(top, "git", "push", server, "main", **path).returncode == 0
    (top / ICE).write_text("tenures: []\n", encoding="utf-8")
    git(top, "commit", "--quiet", "--all", "--message", "Empty")
    refused = ran(top, "git", "push", server, "main", **path)
    assert refused.returncode == 1
    assert f"{ICE}:2:1: error" in refused.stderr or f"{ICE}:1:10: error history" in refused.stderr
    git(top, "commit", "--quiet", "--amend", "--allow-empty", "--message", "Other")
    git(top, "reset", "--quiet", "--hard", "HEAD~1")
    git(top, "commit", "--quiet", "--amend", "--message", "Other")
    assert ran(top, "git", "push", "--force", server, "main", **path).returncode == 1


def test_the_events_are_those_of_the_workflow() -> None:
    (snippet,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert yaml.safe_load(snippet) == {True: ["push", "pull_request", "merge_group"]}
    workflow = (PROJECT / ".github/workflows/validate.yml").read_text(encoding="utf-8")
    assert "pull_request.base.sha || github.event.merge_group.base_sha" in workflow
    assert "fetch-depth: 0" in workflow
