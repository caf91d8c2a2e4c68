"""`validate --against REV` and `--at REV`: what is printed, in which formats, and with which exit codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.gitting import PERSON, git, repository, with_register
from tests.support import write

Cicareg = Callable[..., Ran]
ICE = "registry/coordinators/ice.yaml"
FISH = "registry/coordinators/fish.yaml"
OLD = "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
NEW = OLD.replace("2025", "2026")
CORRECTED = (
    f"{NEW}corrections:\n  - what: tenures\n"
    "    was: {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
    "    why: It was read wrongly.\n    source: letters p. 7\n"
)
SAID = (
    f"{ICE}:2:5: error history: the tenure of XAA as coordinator, 2024-2025, decision com-2023-06-01/1 is altered "
    f"without a correction (term was 2024-2025, is 2024-2026); in HEAD it stood at {ICE}:2:5 [good order]\n"
)


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("GIT_INDEX_FILE", raising=False)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return with_register(tmp_path / "top", {"coordinators/ice.yaml": OLD})


def put(top: Path, text: str, path: str = ICE) -> None:
    (top / path).write_text(text, encoding="utf-8")


def test_what_is_altered_is_an_error(top: Path, cicareg: Cicareg) -> None:
    put(top, NEW)
    assert cicareg("-C", top, "validate").code == 0
    for _ in range(2):  # the second time from memory
        ran = cicareg("-C", top, "validate", "--against", "HEAD")
        assert (ran.code, ran.err) == (1, "")
        assert ran.out.startswith(SAID)
        assert ", 1 error, 0 warnings, " in ran.out
    assert cicareg("-C", top, "validate", "--against", "HEAD", "--no-cache") == ran
    put(top, CORRECTED)
    assert cicareg("-C", top, "validate", "--against", "HEAD").code == 0


def test_memory_tells_revisions_apart(top: Path, cicareg: Cicareg) -> None:
    put(top, NEW)
    assert cicareg("-C", top, "validate", "--against", "main").code == 1
    git(top, "commit", "--quiet", "--all", "--message", "New")
    assert cicareg("-C", top, "validate", "--against", "main").code == 0
    assert cicareg("-C", top, "validate", "--against", "main~1").code == 1


def test_a_folder_that_lost_its_records(top: Path, cicareg: Cicareg) -> None:
    for path in (ICE, FISH):
        (top / path).unlink()
    ran = cicareg("-C", top, "validate", "--against", "HEAD")
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if line.startswith("registry/registry.yaml")] == [
        "registry/registry.yaml:1:1: error history: registry/coordinators/fish.yaml is gone, and with it 3 tenures; "
        "in HEAD it stood at registry/coordinators/fish.yaml:1:1 [good order]",
        "registry/registry.yaml:1:1: error history: registry/coordinators/ice.yaml is gone, and with it 1 tenure; "
        "in HEAD it stood at registry/coordinators/ice.yaml:1:1 [good order]",
        "registry/registry.yaml:1:1: error mass-removal: 2 of 2 records of the kind coordinators are gone, more than a "
        "quarter; in HEAD there stood fish, ice [good order]",
    ]


def test_staged_and_at(top: Path, cicareg: Cicareg) -> None:
    put(top, NEW)
    assert cicareg("-C", top, "validate", "--staged", "--against", "HEAD").code == 0
    git(top, "add", "--all")
    assert cicareg("-C", top, "validate", "--staged", "--against", "HEAD").out.startswith(SAID)
    assert cicareg("-C", top, "validate", "--at", "HEAD", "--against", "HEAD").code == 0
    git(top, "commit", "--quiet", "--message", "New")
    put(top, "tenures: [\n")
    assert cicareg("-C", top, "validate", "--at", "HEAD").code == 0
    against = cicareg("-C", top, "validate", "--at", "HEAD", "--against", "HEAD~1")
    assert against.out.startswith(SAID.replace("in HEAD", "in HEAD~1"))
    assert cicareg("-C", top, "validate", "--at", "HEAD", "--staged").code == 2


def test_a_register_in_a_sub_folder(tmp_path: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch) -> None:
    top = repository(tmp_path / "top")
    write(top / "offices", {"coordinators/ice.yaml": OLD})
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "All")
    put(top / "offices", NEW)
    monkeypatch.chdir(top / "offices/registry/areas")
    assert cicareg("validate", "--against", "HEAD").out.startswith(SAID)
    assert f"file=offices/{ICE},line=2" in cicareg("validate", "--against", "HEAD", "--format", "github").out


def test_every_format_carries_it_with_its_page(top: Path, cicareg: Cicareg) -> None:
    put(top, NEW)

    def told(form: str, *words: str) -> str:
        return cicareg("-C", top, "validate", "--format", form, *words).out

    (found,) = [f for f in json.loads(told("json", "--against", "HEAD"))["findings"] if f["rule"] == "history"]
    assert found["related"] == [
        {"path": ICE, "line": 2, "column": 5, "end-line": 2, "end-column": 81, "message": "in HEAD"}
    ]
    driver = json.loads(told("sarif", "--against", "HEAD"))["runs"][0]
    pages = {rule["id"]: rule for rule in driver["tool"]["driver"]["rules"]}
    assert pages["history"]["shortDescription"]["text"].startswith("What was on record stays on record")
    assert "mass-removal" in pages
    (result,) = [r for r in driver["results"] if r["ruleId"] == "history"]
    assert result["relatedLocations"][0]["message"] == {"text": "in HEAD"}
    assert '<testsuite name="history" tests="1"' in told("junit", "--against", "HEAD")
    for form in ("sarif", "junit"):
        assert '"history"' not in told(form)  # what was not checked is not said to be


def test_the_fingerprint_stays_when_the_old_place_moves(top: Path, cicareg: Cicareg) -> None:
    def mark(revision: str) -> list[str]:
        issues = json.loads(cicareg("-C", top, "validate", "--format", "gitlab", "--against", revision).out)
        return [issue["fingerprint"] for issue in issues if issue["check_name"] == "history"]

    put(top, f"# One line more.\n{OLD}")
    git(top, "commit", "--quiet", "--all", "--message", "More")
    put(top, NEW)
    assert mark("HEAD") == mark("HEAD~1") != []


def test_revisions_that_are_none(top: Path, cicareg: Cicareg, tmp_path: Path) -> None:
    for option in ("--against", "--at"):
        ran = cicareg("-C", top, "validate", option, "--upload-pack=touch canary")
        what, hint = ran.err.splitlines()
        assert (ran.code, ran.out, what) == (2, "", "cicareg: no commit is called --upload-pack=touch canary")
        assert hint == "  the name of a branch or a tag, or the id of a commit: git log --oneline shows them"
    git(top, "commit", "--quiet", "--allow-empty", "--message", "More")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{top}", "shallow")
    ran = cicareg("-C", tmp_path / "shallow", "validate", "--against", "HEAD~1")
    assert (ran.code, ran.out) == (3, "")
    assert "this clone lacks the older history, and with it HEAD~1" in ran.err


def test_before_the_register_everything_is_new(tmp_path: Path, cicareg: Cicareg) -> None:
    top = write(repository(tmp_path / "top"))
    assert cicareg("-C", top, "validate", "--against", "HEAD").code == 0
    assert cicareg("-C", top, "validate", "--at", "HEAD").code == 3
    git(top, "commit", "--quiet", "--allow-empty", "--message", "Empty")
    assert cicareg("-C", top, "validate", "--against", "HEAD").code == 0


def test_nothing_is_written_for_a_revision(top: Path, cicareg: Cicareg) -> None:
    before = sorted(path for path in top.rglob("*"))
    assert cicareg("-C", top, "validate", "--at", "HEAD").code == 0
    assert sorted(path for path in top.rglob("*")) == before
