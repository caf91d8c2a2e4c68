"""`validate --staged`, alone and in the hooks of real commits."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.gitting import PERSON, git, installed, ran, repository, with_register
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]
ICE = "registry/coordinators/ice.yaml"
GOOD = "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1}\n"
BAD = GOOD.replace("2026", "2024")
WARNED = GOOD.replace("2024-2026", "2023-2026")
FAULT = f"{ICE}:2:43: error minimum-tenure: the tenure of Alderia, 2024-01-01 to 2024-12-31, is shorter than 2 years"
HOOK = "#!/bin/sh\nexec cicareg validate --staged\n"


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("GIT_INDEX_FILE", raising=False)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return with_register(tmp_path / "top")


def put(top: Path, text: str, *, path: str = ICE, stage: bool = False) -> None:
    (top / path).write_text(text, encoding="utf-8")
    if stage:
        git(top, "add", path)


def test_only_what_is_staged_counts(top: Path, cicareg: Cicareg) -> None:
    put(top, BAD)
    assert cicareg("-C", top, "validate").code == 1
    assert cicareg("-C", top, "validate", "--staged").code == 0
    put(top, BAD, stage=True)
    put(top, GOOD)
    assert cicareg("-C", top, "validate").code == 0
    staged = cicareg("-C", top, "validate", "--staged")
    assert (staged.code, staged.err) == (1, "")
    assert staged.out.startswith(FAULT)


def test_it_prints_what_is_printed_of_the_same_files(top: Path, cicareg: Cicareg) -> None:
    put(top, BAD, stage=True)
    for words in ((), ("--notes",), ("--format", "json"), ("--format", "sarif"), ("--format", "junit", "--strict")):
        assert cicareg("-C", top, "validate", "--staged", *words) == cicareg("-C", top, "validate", *words)


def test_strict_and_output(top: Path, cicareg: Cicareg, tmp_path: Path) -> None:
    put(top, WARNED, stage=True)
    put(top, GOOD)
    assert cicareg("-C", top, "validate", "--staged").code == 0
    told = cicareg("-C", top, "validate", "--staged", "--strict", "--format", "json", "-o", tmp_path / "report")
    assert (told.code, told.out) == (1, "")
    assert json.loads((tmp_path / "report").read_text(encoding="utf-8"))["summary"]["warnings"] == 1


def test_nothing_is_remembered(top: Path, cicareg: Cicareg) -> None:
    assert cicareg("-C", top, "validate", "--staged").code == 0
    assert not (top / ".git/cicareg").exists()


def test_outside_git_it_says_so_in_one_line(cicareg: Cicareg, tmp_path: Path) -> None:
    told = cicareg("-C", write(tmp_path), "validate", "--staged")
    assert told == Ran(3, "", f"cicareg: {tmp_path} is not in a git repository\n")


def test_paths_begin_at_the_top_of_the_repository(tmp_path: Path, cicareg: Cicareg) -> None:
    top = repository(tmp_path / "top")
    write(top / "offices", {"coordinators/ice.yaml": BAD})
    git(top, "add", "--all")
    assert (
        f"file=offices/{ICE},line=2" in cicareg("-C", top / "offices", "validate", "--staged", "--format", "github").out
    )


def test_a_newer_register_is_refused_in_one_sentence(top: Path, cicareg: Cicareg) -> None:
    path = "registry/registry.yaml"
    put(top, (top / path).read_text(encoding="utf-8").replace("format: 1", "format: 9"), path=path, stage=True)
    git(top, "checkout", "HEAD", "--", "registry/areas")
    assert cicareg("-C", top, "validate", "--staged").code == 3


@pytest.fixture
def hooked(top: Path, tmp_path: Path) -> dict[str, str]:
    """Put a hook into the repository; give the environment in which it finds the program."""
    hook = top / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(0o755)
    return installed(tmp_path / "bin")


def test_a_commit_is_refused_for_what_is_staged_and_only_for_that(top: Path, hooked: dict[str, str]) -> None:
    put(top, BAD, stage=True)
    put(top, GOOD)
    refused = ran(top, "git", "commit", "--message", "Bad", **hooked)
    assert refused.returncode == 1
    assert FAULT in refused.stderr
    git(top, "add", ICE)
    put(top, BAD)
    git(top, "commit", "--message", "Good", **hooked)
    assert git(top, "show", f"HEAD:{ICE}") == GOOD


@pytest.mark.parametrize("words", [("--all",), ("--only", ICE), ("--include", ICE)])
def test_what_commit_takes_by_itself_is_checked(words: tuple[str, ...], top: Path, hooked: dict[str, str]) -> None:
    put(top, BAD)
    refused = ran(top, "git", "commit", "--message", "Bad", *words, **hooked)
    assert (refused.returncode, FAULT in refused.stderr) == (1, True)
    put(top, GOOD)
    git(top, "commit", "--message", "Good", *words, **hooked)
    assert git(top, "show", f"HEAD:{ICE}") == GOOD


def test_a_partial_commit_leaves_out_what_is_staged_besides(top: Path, hooked: dict[str, str]) -> None:
    put(top, BAD, stage=True)
    put(top, "dimension: people\nunofficial: [fr]\n", path="registry/areas/people.yaml")
    git(top, "commit", "--message", "People", "registry/areas/people.yaml", **hooked)
    assert ran(top, "git", "commit", "--message", "Bad", **hooked).returncode == 1


def test_in_a_linked_working_tree(top: Path, hooked: dict[str, str], tmp_path: Path) -> None:
    git(top, "worktree", "add", "--quiet", str(tmp_path / "linked"))
    put(tmp_path / "linked", BAD)
    refused = ran(tmp_path / "linked", "git", "commit", "--all", "--message", "Bad", **hooked)
    assert (refused.returncode, FAULT in refused.stderr) == (1, True)
    put(tmp_path / "linked", GOOD)
    git(tmp_path / "linked", "commit", "--all", "--message", "Good", **hooked)


def test_in_a_hook_the_register_may_lie_below_or_the_hook_elsewhere(
    top: Path, hooked: dict[str, str], tmp_path: Path
) -> None:
    (top / "offices").mkdir()
    git(top, "mv", "registry", "offices/registry")
    hook = top / ".git/hooks/pre-commit"
    for line in ("exec cicareg -C offices validate --staged", "cd offices && exec cicareg validate --staged"):
        hook.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        put(top, BAD, path=f"offices/{ICE}")
        assert FAULT in ran(top, "git", "commit", "--all", "--message", "Bad", **hooked).stderr
        git(top, "checkout", f"offices/{ICE}")
    other = with_register(tmp_path / "other")
    put(other, BAD, stage=True)
    hook.write_text(f"#!/bin/sh\nexec cicareg -C '{other}' validate --staged\n", encoding="utf-8")
    assert FAULT in ran(top, "git", "commit", "--all", "--message", "Elsewhere", **hooked).stderr


def test_the_first_commit(tmp_path: Path, hooked: dict[str, str], top: Path) -> None:
    git(top, "update-ref", "-d", "HEAD")
    put(top, BAD, stage=True)
    assert ran(top, "git", "commit", "--message", "First", **hooked).returncode == 1
    put(top, GOOD, stage=True)
    git(top, "commit", "--message", "First", **hooked)


def test_it_checks_the_register_here_whatever_the_environment_names(
    top: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CICAREG_REGISTRY", str(SAMPLE.parent / "nowhere"))
    monkeypatch.chdir(top)
    assert cicareg("validate", "--staged").code == 0
    assert cicareg("validate").code == 3
