"""Good order: a contribution says whose it is, and for which meeting or to which request."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Document, Severity.WARNING)
def contribution_purpose(_ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """A contribution says whose it is, and for which meeting or to which request.

    Without `prepared-by` nobody has contributed, and without `meeting` or `answers` nobody can say what it meets.
    The meeting may be one to come: it is on record with its day and agenda.

    Good:
        # registry/documents/ice-views.yaml
        kind: contribution
        title: Views on ice
        prepared-by: [XAA]
        meeting: com-2023-06-01

    Bad:
        # registry/documents/ice-views.yaml
        kind: contribution
        title: Views on ice
        prepared-by: [XAA]

    Mend: add the meeting that is to review (`meeting`) or the request (`answers`), and the state (`prepared-by`).
    """
    record = document.record
    if record.kind != "contribution" or not record.counts:
        return
    if not record.prepared_by:
        yield Breach(At(document, ("kind",)), "nothing says whose contribution it is: `prepared-by`")
    if record.meeting is None and not record.answers:
        yield Breach(At(document, ("kind",)), "nothing says to what it contributes: `meeting` or `answers`")
