"""Acts planned on the sample register, as tests look at them."""

import difflib
from collections.abc import Mapping
from typing import Any

from cicareg.changes.requests import acts
from cicareg.checking.again import Readings
from cicareg.checking.held import Held
from cicareg.errors import CicaregError
from cicareg.planning import Planned, plan
from cicareg.preview import Judged
from tests.support import sample

Files = Mapping[str, str | None]


def planned(name: str, files: Files | None = None, /, **asked: Any) -> Planned:
    """Plan an act on the sample register with files laid over it."""
    act = acts()[name]
    return plan(Held(Readings(sample(files))), act, lambda _: act.request(**asked))


def lines(done: Planned, files: Files | None = None) -> list[str]:
    """Give the lines that an act takes out and puts in, each as `coordinators/ice.yaml + …`; nothing else changes."""
    before = sample(files)
    found = []
    for path, raw in done.files.items():
        old, new = before.get(path, b"").decode().splitlines(), raw.decode().splitlines()
        short = path.removeprefix("registry/")
        found += [f"{short} {line}" for line in difflib.ndiff(old, new) if line[:2] in ("+ ", "- ")]
    return found


def breaches(done: Planned) -> list[str]:
    """Give what forbids an act, as `RULE: MESSAGE`."""
    return [f"{v.rule}: {message}" for v in done.preview.breaches for message in v.messages]


def judged(done: Planned) -> dict[str, Judged]:
    """Give what each rule says of an act."""
    return {verdict.rule: verdict.judged for verdict in done.preview.verdicts}


def incumbents(done: Planned) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Give who stands before and after on the one post that an act concerns."""
    (post,) = done.preview.posts
    return [(row.role, row.before, row.after) for row in post.incumbents]


def laid(done: Planned, files: Files | None = None) -> dict[str, str | None]:
    """Give the files to lay over the sample register so that it is as the act leaves it."""
    return {**(files or {}), **{path.removeprefix("registry/"): raw.decode() for path, raw in done.files.items()}}


def refusal(name: str, files: Files | None = None, /, **asked: Any) -> tuple[int, str, str]:
    """Give exit code, message and hint of an act that must be refused."""
    try:
        planned(name, files, **asked)
    except CicaregError as error:
        return error.code, error.message, error.hint
    raise AssertionError("nothing was refused")


def nothing(done: Planned) -> bool:
    """Tell whether an act changes nothing."""
    return not done.change.edits and not done.files
