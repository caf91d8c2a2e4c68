"""Put together what is shown of an act."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from cicareg.changes.change import Change
from cicareg.deadlines.all_duties import duties
from cicareg.deadlines.duty import Duty
from cicareg.editing import lost_comments
from cicareg.finding import Severity
from cicareg.planning.state import State, breaches
from cicareg.planning.unproven import unproven
from cicareg.planning.verdicts import elsewhere, judge, verdicts
from cicareg.preview import FileChange, Incumbents, Judged, PostChange, Preview
from cicareg.questions.incumbents import incumbents, leaving
from cicareg.questions.naming import post_label, state_label
from cicareg.questions.posts import post_of
from cicareg.terms import ROLES


def previewed(
    change: Change,
    before: State,
    after: State,
    texts: Mapping[str, tuple[str | None, str]],
    can: Collection[str],
) -> Preview:
    """Give all that somebody should see who decides on an act.

    `texts` are those of its files, before and after; `can` the fields of its request.
    """
    judged, order = verdicts(before, after, change.paths, can)
    broken = list(breaches(before.report, after.report))
    return Preview(
        subject=change.subject,
        remarks=(*change.remarks, *_lost(texts)),
        posts=tuple(_post(area, before, after) for area in change.posts),
        verdicts=unproven(judged, before, after, change.posts),
        order=order,
        elsewhere=tuple(_elsewhere(before, after, change)),
        broken=tuple(dict.fromkeys(f.rule for f in broken if f.place.path not in change.paths)),
        standing=after.report.count(Severity.ERROR) - len(broken),
        due=tuple(_due(change.posts, before, after)),
        files=tuple(_file(path, *texts[path]) for path in change.paths),
    )


def _lost(texts: Mapping[str, tuple[str | None, str]]) -> Iterator[str]:
    """Say how many comments go with the lines that are taken out."""
    count = sum(lost_comments(old, new) for old, new in texts.values() if old is not None)
    if count:
        what, go = ("1 comment", "goes") if count == 1 else (f"{count} comments", "go")
        yield f"{what} beside what is taken out {go} too"


def _post(area: str, before: State, after: State) -> PostChange:
    post = post_of(after.registry, area)
    label = post_label(after.registry, area)
    then, now = incumbents(before.registry, area), incumbents(after.registry, area)
    until = leaving(before.registry, after.registry, area)
    rows = tuple(Incumbents(role, then[role], (*until[role], *now[role])) for role in ROLES)
    return PostChange(f"{post.number} {label}" if post else label, rows)


def _elsewhere(before: State, after: State, change: Change) -> Iterator[str]:
    for finding in elsewhere(before, after, change.paths):
        if judge(finding) is not Judged.NOTE:
            yield f"{finding.place}: {judge(finding)} {finding.rule}: {finding.message}"
    for finding in elsewhere(after, before, ()):
        if judge(finding) in (Judged.BREACH, Judged.WARNING):
            yield f"no longer: {finding.place.path}: {judge(finding)} {finding.rule}: {finding.message}"


def _due(areas: Sequence[str], before: State, after: State) -> Iterator[tuple[str, str]]:
    """Yield what falls due after an act and did not before, by its days."""
    found = [duty for area in areas for duty in _new(area, before, after)]
    for duty in sorted(found, key=lambda duty: (duty.by or duty.after, duty.by is None, duty.duty, duty.who)):
        when = str(duty.by) if duty.by else f"after {duty.after}"
        name = state_label(after.registry, duty.who)
        yield when, f"{name} {duty.what} [{duty.cites}]"


def _new(area: str, before: State, after: State) -> list[Duty]:
    known = set(duties(before.registry, area))
    return [duty for duty in duties(after.registry, area) if duty not in known]


def _file(path: str, old: str | None, new: str) -> FileChange:
    lines = difflib.unified_diff((old or "").splitlines(), new.splitlines(), n=0, lineterm="")
    shown = [f"{line[0]} {line[1:]}" for line in islice(lines, 2, None) if not line.startswith("@@")]
    return FileChange(path, old is None, tuple(shown))
