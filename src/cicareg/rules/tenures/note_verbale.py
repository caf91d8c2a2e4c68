"""Good order: a notice is carried by a note verbale of that day or a later one."""

from collections.abc import Iterator
from datetime import date

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import NOTE, Document
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.yaml_text import Step


@rule(Coordinators, Severity.ERROR)
def note_verbale(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """The note that carried a notice is a note verbale.

    `note` names the document by which all Member States were told: of an intention, a request, a leaving, or
    who acts. A state tells them by a note verbale; what the note encloses, it says itself (`forwards`).
    A note is not older than the notice that it carries (`notified`).

    Good:
        # registry/documents/note-2023-05-01.yaml
        kind: note-verbale
        title: {en: Note verbale of 1 May 2023, fr: Note verbale du 1er mai 2023}
        forwards: [ice-paper]
        # registry/coordinators/fish.yaml
        tenures:
          - state: XBB
            role: coordinator
            listed: com-2023-06-01
            notified: 2023-05-01
            note: note-2023-05-01

    Bad:
        # registry/coordinators/fish.yaml
        tenures:
          - state: XBB
            role: coordinator
            listed: com-2023-06-01
            notified: 2023-05-01
            note: ice-paper

    Mend: name the note verbale, or leave `note` out where it is not on record.
    """
    for path, note, notified in _notes(post.record):
        document = ask.registry.get(Document, note)
        if document and document.record.kind != NOTE:
            yield Breach(
                At(post, path), f"a notice is carried by a {NOTE}; {note} is of the kind {document.record.kind}"
            )
        elif document and notified and document.record.date and document.record.date < notified:
            message = f"{note} is of {document.record.date}: it cannot carry a notice of {notified}"
            yield Breach(At(post, path), message)


def _notes(record: Coordinators) -> Iterator[tuple[tuple[Step, ...], str, date | None]]:
    """Yield each note that is named, with its path and the day of the notice that it carried."""
    for index, tenure in enumerate(record.tenures):
        if tenure.note:
            yield ("tenures", index, "note"), tenure.note, tenure.notified
        if tenure.ended and tenure.ended.note:
            yield ("tenures", index, "ended", "note"), tenure.ended.note, tenure.ended.notified
    for index, proposal in enumerate(record.proposals):
        if proposal.note:
            yield ("proposals", index, "note"), proposal.note, proposal.notified
    for index, acting in enumerate(record.acting):
        if acting.note:
            yield ("acting", index, "note"), acting.note, acting.notified
