"""Compare a register with an earlier state of itself: what was on record stays, or a correction says why not."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cicareg.finding import Finding, Place, Related, Severity
from cicareg.guarding.facts import CORRECTIONS, facts_of, is_guarded
from cicareg.guarding.naming import counted
from cicareg.guarding.record import alterations
from cicareg.kinds import ids_in, kind_at, kinds
from cicareg.layout import ROOT, TOP
from cicareg.questions.status import UNSETTLED, document_status
from cicareg.reading import Entry, Reading
from cicareg.records.base import Kind
from cicareg.registry import Registry
from cicareg.yaml_text import shown

HISTORY, REMOVAL = "history", "mass-removal"
ID = "id"  # what a correction names when the record had another id: its file another name
_PART = 4  # more than a quarter of the records of a kind is too much to be meant
_MOST_RELATED = 10
_TOP_PLACE = Place(TOP, 1, 1, 1, 1)


@dataclass(slots=True)
class Guard:
    """A register and its earlier state; `differing` are the files that say something else, are new, or gone."""

    before: Mapping[str, Reading]
    after: Mapping[str, Reading]
    differing: Collection[str]
    revision: str
    _old: Registry = field(init=False)
    _new: Registry = field(init=False)

    def __post_init__(self) -> None:
        """Make what knows where everything stands; files are read when they are asked for."""
        self._old, self._new = Registry(self.before), Registry(self.after)

    def findings(self) -> Iterator[Finding]:
        """Yield what is gone or altered without a correction."""
        if TOP in self.before and TOP not in self.after:
            number = f"{len(self.before)} files" if len(self.before) > 1 else "1 file"
            yield self._finding(_TOP_PLACE, f"the register is gone, {number} of it", Place(TOP, 1, 1, 1, 1))
            return
        renamed = self._renamed()
        for path in sorted(path for path in self.differing if path in self.before):
            found = kind_at(path)
            if found and is_guarded(found[0].model):
                yield from self._of_file(path, renamed.get(found) or self._moved(*found) or path)
        for kind in kinds():
            yield from self._removed(kind, {id_ for known, id_ in renamed if known is kind})

    def _renamed(self) -> dict[tuple[Kind, str], str]:
        """Give by old kind and id the files whose correction says that they had another name."""
        found: dict[tuple[Kind, str], str] = {}
        for path in sorted(path for path in self.differing if path in self.after and path not in self.before):
            for entry in self.after[path].entries.values():
                for correction in getattr(entry.record, CORRECTIONS, ()):
                    known = kind_at(path)
                    if known and correction.what == ID and isinstance(correction.was, str):
                        found.setdefault((known[0], correction.was), path)
        return {known: path for known, path in found.items() if not self._stands(*known)}

    def _stands(self, kind: Kind, id_: str) -> bool:
        return self._new.known(kind.model, id_)

    def _moved(self, kind: Kind, id_: str) -> str | None:
        """Give the file of a record of a kind with a folder a year: it may stand in that of another year now."""
        return self._new.path_of(kind.model, id_) if kind.year_of else None

    def _of_file(self, old: str, new: str) -> Iterator[Finding]:
        before = self.before[old]
        if before.broken:
            place = Place(new if new in self.after else TOP, 1, 1, 1, 1)
            message = f"{old} cannot be read in {self.revision}: whether it was altered is not known"
            yield Finding(place, Severity.WARNING, HISTORY, message)
        for entry in before.entries.values():
            if new not in self.after:
                held = counted(facts_of(entry.record))
                message = f"{old} is gone" + (f", and with it {held}" if held else "")
                yield self._finding(_TOP_PLACE, message, self._old.where(entry))
                continue
            for later in self.after[new].entries.values():
                yield from self._of_record(entry, later)

    def _of_record(self, old: Entry[Any], new: Entry[Any]) -> Iterator[Finding]:
        for altered in alterations(old.record, new.record):
            if altered.old[0] == "body" and not self._is_settled(old.id):
                continue  # a draft is there to be worked on
            place = self._new.where(new, *altered.new)
            yield self._finding(place, altered.message, self._old.where(old, *altered.old))

    def _is_settled(self, document: str) -> bool:
        """Tell whether a document was finally decided on, or superseded."""
        return document_status(self._old, document).word not in UNSETTLED

    def _removed(self, kind: Kind, renamed: Collection[str]) -> Iterator[Finding]:
        """Yield a finding where more of a kind is gone than anybody takes away knowingly."""
        gone, number = self._gone(kind) if kind.folder is not None else self._gone_within(kind)
        gone = {id_: path for id_, path in gone.items() if id_ not in renamed}
        if not gone or len(gone) * _PART <= number:
            return
        first = list(gone.items())[:_MOST_RELATED]
        more = f" and {len(gone) - len(first)} more" if len(gone) > len(first) else ""
        verb = "are" if len(gone) > 1 else "is"
        message = f"{len(gone)} of {number} records of the kind {kind.name} {verb} gone, more than a quarter"
        names = ", ".join(shown(id_) for id_, _ in first) + more
        related = tuple(Related(Place(path, 1, 1, 1, 1), f"in {self.revision}") for _, path in first)
        said = f"{message}; in {self.revision} there stood {names}"
        yield Finding(_TOP_PLACE, Severity.ERROR, REMOVAL, said, related=related)

    def _gone(self, kind: Kind) -> tuple[dict[str, str], int]:
        """Give the records that had a file each, by id with their files, and how many there were."""
        paths = sorted(path for path in self.differing if path in self.before and path not in self.after)
        gone = {found[1]: path for path in paths if (found := kind_at(path)) and found[0] is kind}
        gone = {id_: path for id_, path in gone.items() if not self._moved(kind, id_)}
        return gone, len(ids_in(kind, self.before)) if gone else 0

    def _gone_within(self, kind: Kind) -> tuple[dict[str, str], int]:
        """Give the same of records in one file; nothing where one of its states cannot be read."""
        path = f"{ROOT}/{kind.path}"
        if path not in self.differing or path not in self.before:
            return {}, 0
        if self._old.broken(kind.model, None) or self._new.broken(kind.model, None):
            return {}, 0
        old, new = self._old.ids(kind.model), self._new.ids(kind.model)
        return {id_: path for id_ in old if id_ not in new}, len(old)

    def _finding(self, place: Place, message: str, stood: Place) -> Finding:
        """Make a finding with both places: the message names the old one too, for whoever sees only that."""
        return Finding(
            place,
            Severity.ERROR,
            HISTORY,
            f"{message}; in {self.revision} it stood at {stood}",
            related=(Related(stood, f"in {self.revision}"),),
        )


def guard(
    before: Mapping[str, Reading], after: Mapping[str, Reading], differing: Collection[str], revision: str
) -> tuple[Finding, ...]:
    """Give what is gone or altered since an earlier state, sorted by place; `revision` is what messages call it."""
    found = Guard(before, after, differing, shown(revision)).findings()
    return tuple(sorted(found, key=lambda finding: finding.order))
