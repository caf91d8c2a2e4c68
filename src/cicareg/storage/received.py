"""What a push brings to a repository, asked while git holds it in quarantine."""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from cicareg.errors import UsageError
from cicareg.storage.revision import Repository, ids_of
from cicareg.yaml_text import shown

_LINE = re.compile(r"([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) (refs/\S+)", re.ASCII)
_HEADS = "refs/heads/"


class Update(NamedTuple):
    """A ref that is pushed: the id that it has and the one that it is to have, None where there is none."""

    old: str | None
    new: str | None
    ref: str

    @property
    def name(self) -> str:
        """Give the name of a branch as people say it."""
        return self.ref.removeprefix(_HEADS)

    @property
    def is_branch(self) -> bool:
        """Tell whether the ref is a branch."""
        return self.ref.startswith(_HEADS)


class Commit(NamedTuple):
    """A commit with its parents."""

    id: str
    parents: tuple[str, ...]


def updates(text: str) -> list[Update]:
    """Read what git gives a pre-receive hook, a line a ref."""
    return [_update(line) for line in text.splitlines() if line]


def new_commits(repository: Repository, pushed: Iterable[Update], branches: Collection[str]) -> list[Commit]:
    """Give the commits that no ref has yet (no one of these branches, where some are named), parents first.

    Where there is none of these refs, they are what is brought first: each as if nothing came before it.
    """
    brought = ids_of(repository, [f"{update.new}^{{commit}}" for update in pushed if update.new])
    tips = list(dict.fromkeys(id_ for id_ in brought if id_))  # a tag of something else brings none
    if not tips:
        return []
    known = _known(repository, branches)
    if not known:
        return [Commit(tip, ()) for tip in tips]
    besides = known if branches else ["--all"]
    words = ("rev-list", "--topo-order", "--reverse", "--parents", *tips, "--not", *besides)
    lines = repository.ask(*words).decode().splitlines()
    return [Commit(line.split()[0], tuple(line.split()[1:])) for line in lines]


def older(repository: Repository, commits: Collection[Commit], branches: Collection[str]) -> int:
    """Give how many commits came before the new ones of a first push; nothing where it is not the first."""
    if not commits or _known(repository, branches):
        return 0
    found = repository.ask("rev-list", "--count", *(commit.id for commit in commits))
    return int(found) - len(commits)


def _known(repository: Repository, branches: Collection[str]) -> list[str]:
    """Give the commits of these branches that are there, or the first name that there is where none are named."""
    if not branches:
        return repository.ask("for-each-ref", "--count=1", "--format=%(refname)").decode().split()
    return [id_ for id_ in ids_of(repository, [f"{_HEADS}{name}^{{commit}}" for name in branches]) if id_]


def lost(repository: Repository, update: Update, pushed: Collection[Update], branches: Collection[str]) -> str | None:
    """Give a commit that a branch had and would have no more.

    Of a branch that is deleted, one that no other branch has; where some branches are named, these stay.
    """
    if update.old is None or not update.is_branch:
        return None
    if update.new is None and branches:
        return update.old
    kept = [update.new] if update.new else [each.new for each in pushed if each.new and each.is_branch]
    others = [f"--exclude={each.ref}" for each in pushed if each.is_branch]
    remaining = [] if update.new else [*others, "--glob=refs/heads/*"]
    found = repository.ask("rev-list", "--max-count=1", update.old, "--not", *kept, *remaining)
    return found.decode().strip() or None


def _update(line: str) -> Update:
    found = _LINE.fullmatch(line)
    if found is None:
        hint = "git runs it as the hook pre-receive; docs/server.md shows how it is installed"
        raise UsageError(f"no line that git gives a pre-receive hook (OLD NEW REF): {shown(line)}", hint=hint)
    old, new, ref = found.groups()
    return Update(old if old.strip("0") else None, new if new.strip("0") else None, ref)
