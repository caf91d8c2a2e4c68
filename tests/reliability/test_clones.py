"""Hostile clones: what reading runs, and what an act runs, of all that a repository names."""

from pathlib import Path

import pytest

from tests.gitting import git
from tests.reliability.clones import OWN, PREVIEWS, READING, Clone, hostile, outside, sings


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_G26_G29_a_command_that_reads_runs_nothing(words: tuple[str, ...], clone: Clone) -> None:
    code, said = clone.call(*words)
    assert code == 0, said
    assert clone.ran() == []


@pytest.mark.parametrize("words", PREVIEWS, ids=lambda words: words[0])
def test_G30_a_preview_of_an_act_runs_nothing(words: tuple[str, ...], clone: Clone) -> None:
    before = git(clone.top, "rev-parse", "HEAD")
    code, said = clone.call(*words, "--dry-run")
    assert code == 0, said
    assert clone.ran() == []
    assert git(clone.top, "rev-parse", "HEAD") == before


def test_modules_and_a_git_where_the_officer_stands_are_not_run(clone: Clone) -> None:
    assert outside(clone, "validate", "--no-cache") == 0
    assert clone.ran() == []


def test_an_act_runs_the_hooks_of_a_commit_and_the_filters_and_nothing_else(tmp_path: Path) -> None:
    clone = hostile(tmp_path)
    code, said = clone.call(*PREVIEWS[0], "--yes")
    assert code == 0, said
    assert {"pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"} <= set(clone.ran()) <= OWN
    git(clone.top, "config", "commit.gpgSign", "true")
    code, said = clone.call("undo", "last", "--why", "It was an error.", "--yes")
    assert (code, "gpg failed to sign" in said) == (4, True), said  # what signs is a canary, which signs nothing
    heard = set(clone.ran())
    assert "gpg" in heard
    assert heard <= OWN


def test_the_canaries_can_sing(tmp_path: Path) -> None:
    wanted = {"fsmonitor", "submodule-fsmonitor", "clean", "remote", "pre-commit", "reference-transaction"}
    assert set(sings(hostile(tmp_path))) >= wanted
