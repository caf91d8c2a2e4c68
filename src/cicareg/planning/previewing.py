"""Put together what is shown of an act."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

from cicareg.changes.change import Change
from cicareg.deadlines.all_duties import duties_of_post
from cicareg.deadlines.duty import Duty
from cicareg.editing import lost_comments
from cicareg.finding import Severity
from cicareg.planning.state import State, breaches
from cicareg.planning.unproven import unproven
from cicareg.planning.verdicts import elsewhere, judge, verdicts
from cicareg.preview import FileChange, Incumbents, Judged, PostChange, Preview
from cicareg.questions.incumbents import incumbents, leaving
from cicareg.questions.naming import post_label, whose_label
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
        due=tuple(_due(dict.fromkeys((*change.posts, *change.concerns)), before, after)),
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


def _due(areas: Iterable[str], before: State, after: State) -> Iterator[tuple[str, str]]:
    """Yield what is met by an act, then what falls due because of it, by its days."""
    found = [pair for area in areas for pair in _changed(area, before, after)]
    for duty, is_met in sorted(found, key=lambda pair: (not pair[1], pair[0].order)):
        when = "is met" if is_met else str(duty.by) if duty.by else f"after {duty.after}"
        cites = f" [{duty.cites}]" if duty.cites else ""
        yield when, f"{whose_label(after.registry, duty.who)} {duty.what}{cites}"


def _changed(area: str, before: State, after: State) -> Iterator[tuple[Duty, bool]]:
    """Yield the duties of a post that are met by an act, and those that were not there before or on another day."""
    known = {duty.id: duty for duty in duties_of_post(before.registry, area)}
    for duty in duties_of_post(after.registry, area):
        old = known.get(duty.id)
        if _is_met(duty) and old is not None and not _is_met(old) and old.void is None:
            yield duty, True
        elif duty.day and not _is_met(duty) and duty.void is None and (old is None or _days(old) != _days(duty)):
            yield duty, False


def _is_met(duty: Duty) -> bool:
    return duty.met is not None and duty.met.until is None  # what was taken back meets nothing


def _days(duty: Duty) -> tuple[date | None, date | None]:
    return duty.by, duty.after


def _file(path: str, old: str | None, new: str) -> FileChange:
    lines = difflib.unified_diff((old or "").splitlines(), new.splitlines(), n=0, lineterm="")
    shown = [f"{line[0]} {line[1:]}" for line in islice(lines, 2, None) if not line.startswith("@@")]
    return FileChange(path, old is None, tuple(shown))
