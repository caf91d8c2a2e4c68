"""Let a co-coordinator act as coordinator while there is none, with the others' consent (Modalities 1.11)."""

from dataclasses import dataclass
from datetime import date

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.evidence import evidence
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.naming import post, states
from cicareg.changes.posts import area_on_record, coordinators_of, day_of
from cicareg.editing import Append
from cicareg.questions.holdings import holdings
from cicareg.questions.serving import acting_spans
from cicareg.reading import Entry
from cicareg.records.coordinators import Acting, Coordinators
from cicareg.registry import Registry
from cicareg.terms import day_before


@dataclass(frozen=True, slots=True)
class ActAs:
    """Who acts for which area from which day, and which co-coordinators consented."""

    area: str
    state: str
    from_: str
    consent: tuple[str, ...] = ()
    notified: str | None = None
    note: str | None = None


def plan(registry: Registry, asked: ActAs) -> Change:
    """Add the acting coordinator; the next appointment ends it without another act. The rules say whether it may."""
    area_on_record(registry, asked.area)
    day = day_of(asked.from_)
    record = coordinators_of(registry, asked.area)
    name, place = states(registry, [asked.state]), post(registry, asked.area)
    if record is None:
        raise refused(f"nobody serves {place}: only a co-coordinator may act", hint="cicareg appoint records one")
    change = Change(f"Let {name} act as coordinator of {place} from {asked.from_}", posts=(asked.area,))
    for index, known in enumerate(record.record.acting):
        if (known.state, str(known.from_)) == (asked.state, asked.from_):
            return _again(registry, change, asked, index, known)
    before = _acting_before(registry, record, day)
    if before is not None and before.state == asked.state:
        raise refused(f"{name} acts for {place} since {before.from_}", hint=f"cicareg show {asked.area} lists who acts")
    data = stated(
        (
            ("state", asked.state),
            ("from", asked.from_),
            ("consented", asked.consent),
            ("notified", asked.notified),
            ("note", asked.note),
        )
    )
    edit = Append(("acting",), data, keys_of(Coordinators))
    remarks = ["it ends with the day before the next coordinator begins; nothing needs to be recorded then"]
    if before is not None:
        said = f"{states(registry, [before.state])}, which acts since {before.from_}, does so until {day_before(day)}"
        remarks.insert(0, said)
    return change._replace(edits={path_of(Coordinators, asked.area): (edit,)}, remarks=tuple(remarks))


def _acting_before(registry: Registry, record: Entry[Coordinators], day: date) -> Acting | None:
    """Give who acts on the day already."""
    spans = acting_spans(record, holdings(registry, record))
    return next((acting for _, acting, span in spans if acting.from_ < day and span.covers(day)), None)


def _again(registry: Registry, change: Change, asked: ActAs, index: int, known: Acting) -> Change:
    """Add to what is on record what it did not say; what it says otherwise is for `correct`."""
    if set(known.consented) != set(asked.consent):
        raise refused(
            f"{states(registry, [asked.state])} is on record as acting from {asked.from_}, with other consents",
            hint="cicareg correct changes what was recorded wrongly",
        )
    pairs = (("notified", asked.notified, known.notified), ("note", asked.note, known.note))
    edits = tuple(evidence(("acting", index), pairs, keys_of(Acting)))
    return change._replace(edits=join({path_of(Coordinators, asked.area): edits}))


ACT = Act("act", ActAs, plan)
