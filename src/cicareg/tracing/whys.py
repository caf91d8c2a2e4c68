"""Explain one entry: on what it rests, who recorded it, what was put right about it, and how each rule judges it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from cicareg.finding import Finding, Place, Report
from cicareg.guarding.facts import CORRECTIONS
from cicareg.guarding.growing import is_grown
from cicareg.guarding.pairing import pairs
from cicareg.planning.state import State
from cicareg.planning.verdicts import verdicts
from cicareg.questions.decisions import in_words
from cicareg.questions.naming import any_name
from cicareg.questions.posts import top
from cicareg.records.coordinators import Acting, Based, Proposal, Tenure
from cicareg.records.correction import Correction
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from cicareg.registry import Registry
from cicareg.timeline import Recorded, Why
from cicareg.tracing.timelines import events, place_of, remarks
from cicareg.tracing.traced import RECORD, Traced, Trail
from cicareg.tracing.wording import name_of, told

_NOTHING = Report((), 0, 0)


class Known(NamedTuple):
    """What an explanation is made of: a register, its check, the trail of the entries and their commits, if any."""

    registry: Registry
    report: Report
    trail: Trail
    commits: Mapping[str, Recorded]
    tracked: bool


def why(known: Known, entry: Traced) -> Why:
    """Explain an entry of the files at hand."""
    registry, report, trail, commits, tracked = known
    place = place_of(registry, entry)
    if place is None:
        raise KeyError(entry.path)
    found = tuple(finding for finding in report.findings if _is_about(finding, entry, place))
    judged, order = verdicts(State(registry, _NOTHING), State(registry, Report(found, 0, 0)), (entry.path,), ())
    return Why(
        name_of(entry),
        place,
        events(registry, trail, lambda each: each is entry, commits),
        tuple(_rests_on(registry, entry)),
        tuple(_corrections(registry, trail, entry)),
        judged,
        order,
        tracked,
        tuple(remarks(trail, commits)),
    )


def _is_about(finding: Finding, entry: Traced, place: Place) -> bool:
    """Tell whether a finding stands at an entry, takes it in, or is covered by it."""
    if entry.what == RECORD:
        return finding.place.path == entry.path
    covered = (finding.departure.place,) if finding.departure else ()
    places = (finding.place, *(related.place for related in finding.related), *covered)
    return any(_lies_in(each, place) for each in places)


def _lies_in(inner: Place, outer: Place) -> bool:
    begins, ends = (inner.line, inner.column), (inner.end_line, inner.end_column)
    within = (outer.line, outer.column) <= begins and ends <= (outer.end_line, outer.end_column)
    return inner.path == outer.path and within


def _rests_on(registry: Registry, entry: Traced) -> Iterator[str]:
    """Yield what an entry rests on, and what that rests on."""
    id_ = entry.path.rpartition("/")[2].removesuffix(".yaml")
    match entry.item:
        case Based() as based:
            yield from _basis(registry, based)
        case Decision() as decision:
            yield from _meeting(registry, id_)
            if decision.source:
                yield _source(registry, decision.source)
        case Proposal() | Acting():
            if entry.item.notified:
                yield f"the notice of {entry.item.notified}"
        case Correction() as correction:
            yield correction.source
        case Meeting() | Document() if entry.item.source:
            yield _source(registry, entry.item.source)
    ended = getattr(entry.item, "ended", None)
    for note in filter(None, (getattr(entry.item, "note", None), getattr(ended, "note", None))):
        found = registry.get(Document, note)
        yield f"note {note}" + (f": {any_name(found.record.title)}" if found else "")


def _basis(registry: Registry, based: Based) -> Iterator[str]:
    if based.decision:
        yield from _decision(registry, *based.decision.split("/", 1))
    elif based.listed:
        yield f"the list of {based.listed}, which shows it; it does not say by which decision"
        yield from _meeting(registry, based.listed)
    elif based.source:
        yield _source(registry, based.source)
        inferred = based.inferred if isinstance(based, Tenure) else ()
        if inferred:
            yield f"{' and '.join(inferred)} inferred from it"


def _decision(registry: Registry, meeting: str, label: str) -> Iterator[str]:
    entry = registry.get(Meeting, meeting)
    decision = entry.record.cited.get(label) if entry else None
    yield f"decision {meeting}/{label}" + (f": {in_words(registry, decision)}" if decision else "")
    yield from _meeting(registry, meeting)
    if decision and decision.source:
        yield _source(registry, decision.source)


def _meeting(registry: Registry, id_: str) -> Iterator[str]:
    entry = registry.get(Meeting, id_)
    if entry is None:
        return
    record, organs = entry.record, top(registry).organs
    organ = any_name(organs[record.organ].name) if record.organ in organs else record.organ
    place = f", {any_name(record.place)}" if record.place else ""
    yield f"{organ}, {record.date}{place}, {record.form.replace('-', ' ')}"
    if record.source:
        yield _source(registry, record.source)


def _source(registry: Registry, cited: str) -> str:
    """Give a source as it is cited, with its title and how far it can be relied on."""
    found = top(registry).sources.get(cited.split(" ", 1)[0])
    day = f" of {found.date}" if found and found.date else ""
    return f"source {cited}" + (f": {found.title}{day} ({found.trust})" if found else "")


def _corrections(registry: Registry, trail: Trail, entry: Traced) -> Iterator[str]:
    """Yield the corrections of its record that say how an entry was."""
    beside = [each for each in trail.entries if each.path == entry.path and each.index is not None]
    likes = [each for each in beside if each.what == entry.what]
    for correction in (each for each in beside if each.what == CORRECTIONS):
        what, was = correction.data["what"], correction.data.get("was")
        if what == entry.what and isinstance(was, dict):
            try:
                paired = pairs(what, [was], [each.data for each in likes], partial(is_grown, what))
            except (AttributeError, TypeError):  # what it says of an entry need not be a whole one
                continue
            found = next((at for at in (paired.kept[0], paired.like[0]) if at is not None), None)
            is_its = found is not None and likes[found] is entry
        else:
            is_its = entry.what == RECORD and what in entry.data
        if is_its:
            said = next(iter(told(registry, correction))).said
            yield f"{name_of(correction)} {said} [{correction.data['source']}]"
