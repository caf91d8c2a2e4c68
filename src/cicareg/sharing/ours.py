"""Whether the commits that only this clone has can be shared: acts as they were recorded, or at least in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cicareg.changes.applying import texts
from cicareg.changes.messages import Operation, read
from cicareg.checking.held import Held
from cicareg.editing import EditError
from cicareg.errors import CicaregError
from cicareg.finding import Severity
from cicareg.layout import ROOT
from cicareg.receiving import judged_commits
from cicareg.revisiting import held_at
from cicareg.storage import git
from cicareg.storage.blobs import FILES
from cicareg.storage.received import Commit
from cicareg.storage.recording.branching import OUR_MOVE
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import refused
from cicareg.storage.repository import prefix
from cicareg.storage.revision import Repository
from cicareg.storage.sharing import Remote
from cicareg.visible import visible_line
from cicareg.yaml_text import FaultError, compose, decode

_MOST = 5


class Deed(NamedTuple):
    """An act of the history: its commit, and what that tells of it."""

    commit: git.Commit
    told: Operation


def deeds_of(places: Places, fork: str, commits: Iterable[git.Commit], remote: Remote) -> list[Deed]:
    """Give the acts that these commits on a common one are; refused where one is anything else."""
    found = []
    held = held_at(places.root, fork)
    for commit in commits:
        told = read(commit.message)
        files = _files(places, commit)
        if told is None or files is None or not _as_told(held, told, files):
            raise _no_act(commit, remote, by_hand=told is None)
        found.append(Deed(commit, told))
        held = held.after(files)
    return found


def refuse_disorder(places: Places, branch: str, commits: Iterable[git.Commit]) -> None:
    """Refuse a commit that breaks a rule, or takes away or alters what is on record.

    What was recorded here as it stands was judged then, and is not again.
    """
    recorded = {commit for commit, why in git.moves(places.top, branch) if why.startswith(OUR_MOVE)}
    found = next(disorder(places, [commit for commit in commits if commit.id not in recorded]), None)
    if found:
        commit, what = found
        raise refused(
            f"{name_of(commit)} was not recorded as it stands, and {what}",
            hint="put the files right, then git commit --all --amend (for an older commit than your last: "
            f"git rebase -i {commit.id[:10]}~1), and check: cicareg validate",
        )


def refuse_state(places: Places, tip: git.Commit) -> None:
    """Refuse a state that breaks a rule, whatever came before it."""
    found = next(disorder(places, [tip._replace(parents=[])]), None)
    if found:
        raise refused(
            f"the register as it stands {found[1]}",
            hint="cicareg validate shows all that is wrong: put it right, commit it, then cicareg sync",
        )


def disorder(places: Places, commits: Iterable[git.Commit]) -> Iterator[tuple[git.Commit, str]]:
    """Yield the commits that a guarded server would not take, each with the first reason."""
    known = {commit.id: commit for commit in commits}
    repository = Repository(places.root, prefix(places.root))
    asked = [Commit(commit.id, tuple(commit.parents)) for commit in known.values()]
    for verdict in judged_commits(repository, asked) if asked else ():
        if verdict.said:
            yield known[verdict.commit], f"cannot be judged: {verdict.said}"
        elif verdict.refuses:
            found = next(each for each in verdict.findings if each.severity is Severity.ERROR)
            yield known[verdict.commit], f"breaks a rule: {found.place}: {found.rule}: {found.message}"


def warnings(places: Places, fork: str, theirs: Sequence[git.Commit], there: str) -> Iterator[str]:
    """Yield a sentence for each commit of others that is not in order; none where its faults were mended since."""
    tip = next((commit for commit in theirs if commit.id == there), None)
    if tip is None or next(disorder(places, [tip._replace(parents=[fork])]), None) is None:
        return
    found = [*disorder(places, theirs)]
    for commit, what in found[:_MOST]:
        yield f"warning: what came in is not in order: {name_of(commit)} {what}"
    if len(found) > _MOST:
        yield f"warning: and {len(found) - _MOST} more commits; cicareg validate --against {fork[:10]} tells all"


def name_of(commit: git.Commit) -> str:
    """Give a commit as a person can find it: its subject in quotes, who made it, its short id."""
    return f"“{visible_line(commit.subject)}” ({visible_line(commit.name)}, {commit.id[:10]})"


def steps_of(places: Places, commit: git.Commit) -> Mapping[str, git.Step]:
    """Give what a commit changed in what it rests on first, by path from the top; of the very first commit nothing."""
    return git.steps(places.top, commit.parents[0], commit.id) if commit.parents else {}


def _files(places: Places, commit: git.Commit) -> Mapping[str, bytes] | None:
    """Give the record files of a commit with their contents; None where it does anything else."""
    new = {path: step.new for path, step in steps_of(places, commit).items()}
    top = f"{places.prefix}{ROOT}/"
    if len(commit.parents) != 1 or any(
        not path.startswith(top) or mode not in FILES for path, (mode, _) in new.items()
    ):
        return None
    raw = git.contents(places.top, dict.fromkeys(id_ for _, id_ in new.values()))
    return {path.removeprefix(places.prefix): raw[id_] for path, (_, id_) in new.items()}


def _as_told(held: Held, told: Operation, files: Mapping[str, bytes]) -> bool:
    """Tell whether a commit did what its act does; how a hook formatted it does not matter."""
    try:
        change = told.act.plan(held.known, told.request)
        new = texts(change.edits, held.text)
        planned = {path: text for path, text in new.items() if text != held.text(path)}
        return planned.keys() == files.keys() and all(
            _data(planned[path]) == _data(decode(files[path])) for path in files
        )
    except (CicaregError, EditError, FaultError, ValueError):
        return False


def _data(text: str) -> Any:
    return compose(text).data


def _no_act(commit: git.Commit, remote: Remote, *, by_hand: bool) -> CicaregError:
    what = "was made by hand" if by_hand else "was changed by hand after it was recorded"
    return refused(
        f"others have recorded something meanwhile, and {name_of(commit)} {what}: only acts can be made again on "
        "theirs",
        hint=f"put it on theirs yourself and look at what comes of it: git rebase {remote.fetched}, cicareg validate; "
        "then cicareg sync",
    )
