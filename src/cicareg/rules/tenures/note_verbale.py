"""Good order: a notice is carried by a note verbale."""

from collections.abc import Iterator

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
    for path, note in _notes(post.record):
        document = ask.registry.get(Document, note)
        if document and document.record.kind != NOTE:
            yield Breach(
                At(post, path), f"a notice is carried by a {NOTE}; {note} is of the kind {document.record.kind}"
            )


def _notes(record: Coordinators) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield each note that is named, with its path."""
    for index, tenure in enumerate(record.tenures):
        if tenure.note:
            yield ("tenures", index, "note"), tenure.note
        if tenure.ended and tenure.ended.note:
            yield ("tenures", index, "ended", "note"), tenure.ended.note
    for index, proposal in enumerate(record.proposals):
        if proposal.note:
            yield ("proposals", index, "note"), proposal.note
    for index, acting in enumerate(record.acting):
        if acting.note:
            yield ("acting", index, "note"), acting.note
