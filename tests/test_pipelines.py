"""Hooks and pipelines: every script of the workflow, of the snippets and of the hook is run on a real repository."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cicareg.errors import Exit
from cicareg.formats.format import formats
from tests.conftest import Ran
from tests.gitting import git, installed, ran, with_register
from tests.support import PROJECT, write

Cicareg = Callable[..., Ran]
ICE = "registry/coordinators/ice.yaml"
BAD = "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2024, decision: com-2023-06-01/1}\n"
WARNED = BAD.replace("2024-2024", "2023-2024")
GUIDE = (PROJECT / "docs/ci.md").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load((PROJECT / ".github/workflows/validate.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STARTING = PROJECT / "src/cicareg/templates/_init/common"


def snippets() -> list[str]:
    """Give the YAML that the guide shows."""
    return re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


# GitHub


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = WORKFLOW["jobs"]["validate"]["steps"]
    return found


def expression(text: str, inputs: dict[str, Any]) -> str:
    """Stand in for what GitHub makes of the expressions that the workflow has."""
    known = {f"inputs.{name}": str(value) for name, value in inputs.items()}
    known["github.event.pull_request.base.sha || github.event.merge_group.base_sha"] = inputs["base"]
    known["inputs.strict && '--strict' || ''"] = "--strict" if inputs["strict"] else ""
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], text)


def asked(step: dict[str, Any], inputs: dict[str, Any]) -> bool:
    """Tell whether a step is run, as GitHub would: always, or where an input is given."""
    if "if" not in step:
        return True
    condition = re.fullmatch(r"\$\{\{ !cancelled\(\) && inputs\.(\w+) \}\}", step["if"])
    assert condition is not None, step["if"]
    return bool(inputs[condition[1]])


def on_github(top: Path, program: Path, **told: Any) -> tuple[list[int], str]:
    """Run the steps that have a script as GitHub would; give their exit codes and what they print."""
    inputs = (
        {name: about["default"] for name, about in WORKFLOW[True]["workflow_call"]["inputs"].items()}
        | {"base": ""}
        | told
    )
    shutil.copytree(program, top / ".cicareg", symlinks=True)
    given = {name: expression(text, inputs) for name, text in WORKFLOW["jobs"]["validate"]["env"].items()}
    codes, printed = [], ""
    for step in steps():
        if "run" in step and asked(step, inputs):
            own = {name: expression(text, inputs) for name, text in step.get("env", {}).items()}
            done = ran(top, "bash", "--noprofile", "--norc", "-e", "-c", step["run"], **given, **own)
            codes.append(done.returncode)
            printed += done.stdout + done.stderr
    return codes, printed


def test_the_workflow_is_made_of_what_github_knows() -> None:
    assert set(WORKFLOW) == {"name", True, "jobs"}  # YAML 1.1 takes `on` for a truth
    assert list(WORKFLOW[True]) == ["workflow_call"]
    for about in WORKFLOW[True]["workflow_call"]["inputs"].values():
        assert set(about) == {"description", "type", "default"}
        assert type(about["default"]) is {"string": str, "boolean": bool}[about["type"]]
    for step in steps():
        assert set(step) <= {"name", "uses", "with", "run", "env", "if"}
        assert ("uses" in step) != ("run" in step)


def test_no_script_holds_an_expression() -> None:
    """What a caller says is handed over as a variable: put into a script, it would be run."""
    assert [step["run"] for step in steps() if "${{" in step.get("run", "")] == []


def test_the_owner_is_a_placeholder() -> None:
    text = (PROJECT / ".github/workflows/validate.yml").read_text(encoding="utf-8")
    assert [step["with"]["repository"] for step in steps() if "repository" in step.get("with", {})] == ["OWNER/cicareg"]
    assert "OWNER stands for" in text
    assert "`OWNER` below stands for" in GUIDE.replace("\n", " ")


def test_a_register_in_order_passes(program: Path, tmp_path: Path) -> None:
    codes, printed = on_github(with_register(tmp_path / "top"), program)
    assert codes == [0, 0]
    assert re.match(r"cicareg \d", printed)


def test_a_finding_is_an_annotation_and_fails(program: Path, tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    shutil.move(top / "registry", top / "our offices")
    (top / "our offices").rename(top / "x")
    (top / "our offices").mkdir()
    (top / "x").rename(top / "our offices/registry")
    (top / "our offices" / ICE).write_text(BAD, encoding="utf-8")
    codes, printed = on_github(top, program, register="our offices", sarif=True)
    assert codes == [0, 1, 0]
    assert f"::error file=our offices/{ICE},line=2," in printed
    assert json.loads((top / "cicareg.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_schemas_that_are_not_those_of_the_register_fail(program: Path, tmp_path: Path, cicareg: Cicareg) -> None:
    top = with_register(tmp_path / "top")
    assert cicareg("-C", top, "schema", "--all", "-o", top / "schemas").code == 0
    codes, printed = on_github(top, program, schemas="schemas")
    assert codes == [0, 0, 0]
    assert printed.endswith("schemas: says what would be written now\n")
    shutil.rmtree(top / ".cicareg")
    (top / "schemas/law.json").unlink()
    codes, printed = on_github(top, program, schemas="schemas")
    assert codes == [0, 0, 1]
    assert printed.endswith("schemas/law.json: missing; mend it: cicareg -C . schema --all -o schemas\n")


def test_in_a_review_the_register_is_compared_with_the_base(program: Path, tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    base = git(top, "rev-parse", "HEAD").strip()
    later = (top / ICE).read_text(encoding="utf-8").replace("2024-2025", "2024-2026")
    (top / ICE).write_text(later, encoding="utf-8")
    codes, printed = on_github(top, program, base=base, sarif=True)
    assert codes == [0, 1, 0]
    assert f"::error file={ICE},line=3,endLine=3,col=5," in printed
    assert "title=history::the tenure of XAA" in printed
    found = json.loads((top / "cicareg.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in found if result["level"] == "error"] == ["history", "history"]


@pytest.mark.parametrize(("strict", "code"), [(False, 0), (True, 1)])
def test_strict(strict: bool, code: int, program: Path, tmp_path: Path) -> None:
    top = with_register(tmp_path / "top", {"coordinators/ice.yaml": WARNED})
    codes, printed = on_github(top, program, strict=strict, format="text")
    assert codes == [0, code]
    assert "0 errors, 1 warning" in printed


def test_what_cannot_be_read_fails_every_step(program: Path, tmp_path: Path) -> None:
    codes, printed = on_github(with_register(tmp_path / "top"), program, register="$(touch canary)", sarif=True)
    assert codes == [0, 3, 1]
    assert "no register in $(touch canary)" in printed
    assert not (tmp_path / "top/canary").exists()


def test_the_guide_calls_it_with_inputs_that_it_has() -> None:
    calls = [job for text in snippets() for job in yaml.safe_load(text).get("jobs", {}).values()]
    assert len(calls) == 2
    inputs = WORKFLOW[True]["workflow_call"]["inputs"]
    assert {name for call in calls for name in call.get("with", {})} == set(inputs)
    for call in calls:
        assert call["uses"] == "OWNER/cicareg/.github/workflows/validate.yml@main"
        for name, value in call.get("with", {}).items():
            assert type(value) is type(inputs[name]["default"])


# GitLab

NONE = "0" * 40
AT_A_PUSH = {"CI_COMMIT_BEFORE_SHA": NONE}  # to a branch that is new: GitLab always gives it


def on_gitlab(top: Path, program: Path, **told: str) -> tuple[int, str]:
    """Run the script of the snippet as GitLab would: one shell, which ends at the first failure."""
    job = yaml.safe_load(next(text for text in snippets() if "validate-register" in text))["validate-register"]
    assert set(job) == {"image", "rules", "variables", "script", "artifacts"}
    assert all(type(value) is str for value in job["variables"].values())
    script = "set -eo pipefail\n" + "\n".join(job["script"])
    elsewhere = {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": f"url.file://{program}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/OWNER/cicareg.git",
        "GIT_CONFIG_KEY_1": "safe.directory",
        "GIT_CONFIG_VALUE_1": "*",
    }
    done = ran(top, "bash", "-c", script, **job["variables"], **elsewhere, **(AT_A_PUSH | told))
    reports = job["artifacts"]["reports"].values()
    assert all((top / name).is_file() for name in reports)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(("text", "issues"), [(None, 0), (BAD, 1)], ids=["in order", "broken"])
def test_gitlab(text: str | None, issues: int, program: Path, tmp_path: Path, cicareg: Cicareg) -> None:
    top = with_register(tmp_path / "top", {"coordinators/ice.yaml": text} if text else {})
    assert cicareg("-C", top, "schema", "--all", "-o", top / "schemas").code == 0
    exit_code, printed = on_gitlab(top, program)
    assert exit_code == (1 if issues else 0)
    assert f"{issues} error" in printed
    found = json.loads((top / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [issue["location"]["path"] for issue in found if issue["severity"] == "major"] == [ICE] * issues


def altered(tmp_path: Path, cicareg: Cicareg) -> tuple[Path, str]:
    """Give a clone in whose last commit a tenure on record is another, and the commit before."""
    top = with_register(tmp_path / "origin")
    assert cicareg("-C", top, "schema", "--all", "-o", top / "schemas").code == 0
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "Schemas")
    base = git(top, "rev-parse", "HEAD").strip()
    (top / ICE).write_text((top / ICE).read_text(encoding="utf-8").replace("2024-2025", "2024-2026"), encoding="utf-8")
    git(top, "commit", "--quiet", "--all", "--message", "Altered")
    git(tmp_path, "clone", "--quiet", f"file://{top}", "clone")
    return tmp_path / "clone", base


@pytest.mark.parametrize("review", [True, False])
def test_gitlab_compares_with_the_base_of_a_review_or_what_was_before_a_push(
    review: bool, program: Path, tmp_path: Path, cicareg: Cicareg
) -> None:
    top, base = altered(tmp_path, cicareg)
    told = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if review else {"CI_COMMIT_BEFORE_SHA": base}
    code, printed = on_gitlab(top, program, **told)
    assert code == 1
    assert f"{ICE}:3:5: error history: the tenure of XAA" in printed
    found = json.loads((top / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [issue["check_name"] for issue in found if issue["severity"] == "major"] == ["history", "history"]
    assert "history" in (top / "junit.xml").read_text(encoding="utf-8")


def test_gitlab_compares_a_new_branch_with_nothing(program: Path, tmp_path: Path, cicareg: Cicareg) -> None:
    top, _ = altered(tmp_path, cicareg)
    code, printed = on_gitlab(top, program)
    assert (code, "error history" in printed) == (0, False)


def test_gitlab_gets_what_a_clone_lacks(program: Path, tmp_path: Path, cicareg: Cicareg) -> None:
    """What a branch was before it was overwritten is on the server, and in no clone made since."""
    _, base = altered(tmp_path, cicareg)
    git(tmp_path / "origin", "config", "uploadpack.allowAnySHA1InWant", "true")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/origin", "cut")
    code, printed = on_gitlab(tmp_path / "cut", program, CI_COMMIT_BEFORE_SHA=base)
    assert (code, "error history" in printed) == (1, True)


def test_gitlab_fails_where_what_was_there_before_cannot_be_had(
    program: Path, tmp_path: Path, cicareg: Cicareg
) -> None:
    top, _ = altered(tmp_path, cicareg)
    with pytest.raises(AssertionError):  # there is no report
        on_gitlab(top, program, CI_COMMIT_BEFORE_SHA="1" * 40)


def test_gitlab_fails_for_schemas_that_are_not_those_of_the_register(program: Path, tmp_path: Path) -> None:
    code, printed = on_gitlab(with_register(tmp_path / "top"), program)
    assert code == 1
    assert "schemas/area.json: missing; mend it: cicareg schema --all -o schemas\n" in printed


def test_a_new_register_has_what_the_guide_shows() -> None:
    assert (STARTING / "dot-github/workflows/validate.yml").read_text(encoding="utf-8") in snippets()
    of_gitlab = (STARTING / "dot-gitlab-ci.yml").read_text(encoding="utf-8")
    assert any(of_gitlab.startswith(f"{text}\n") for text in snippets())


# pre-commit


def test_the_manifest_has_keys_of_pre_commit() -> None:
    (hook,) = HOOKS
    assert hook["id"] == "cicareg-validate"
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert set(hook) <= {
        "id", "name", "entry", "language", "description", "pass_filenames", "always_run", "stages", "files", "types",
    }  # fmt: skip
    assert (hook["language"], hook["pass_filenames"], hook["always_run"]) == ("python", False, True)


def test_the_guide_names_the_hook() -> None:
    named = [text for text in snippets() if "repos" in yaml.safe_load(text)]
    assert [repo["hooks"] for text in named for repo in yaml.safe_load(text)["repos"]] == [[{"id": HOOKS[0]["id"]}]]


def test_the_entry_of_the_hook_in_a_real_commit(tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    hook = top / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {HOOKS[0]['entry']}\n", encoding="utf-8")
    hook.chmod(0o755)
    path = installed(tmp_path / "bin")
    (top / ICE).write_text(BAD, encoding="utf-8")
    git(top, "add", ICE)
    refused = ran(top, "git", "commit", "--message", "Bad", **path)
    assert (refused.returncode, f"{ICE}:2:43: error minimum-tenure" in refused.stderr) == (1, True)
    git(top, "rm", "--quiet", "--cached", "registry/areas/ice.yaml", ICE)
    taken = ran(top, "git", "commit", "--message", "A record that others cite is taken away", **path)
    assert (taken.returncode, "no area ice on record" in taken.stderr) == (1, True)
    git(top, "reset", "--quiet", "--hard")
    write(top, {"areas/ice.yaml": "dimension: nature\nnumber: 1\nname: {en: Ice, fr: Glace}\n"})
    git(top, "commit", "--quiet", "--all", "--message", "Good", **path)


# The guide


def test_the_guide_has_the_exit_codes_and_the_formats_of_the_program() -> None:
    codes = {int(code) for row in re.findall(r"^\| ([0-9, ]+) \|", GUIDE, re.MULTILINE) for code in row.split(",")}
    of_acts = {Exit.REFUSED, Exit.MOVED, Exit.UNCONFIRMED}
    assert codes == {code.value for code in Exit} - of_acts
    named = set(re.findall(r"^\| `([a-z]+)` \|", GUIDE, re.MULTILINE))
    assert named == {name for name, found in formats().items() if found.findings}


def test_the_guide_is_short() -> None:
    assert len(GUIDE.splitlines()) <= 135
