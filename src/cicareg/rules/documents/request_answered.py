"""Good order: an answer is to a request, and from one who was asked."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import Document
from cicareg.registry import Registry
from cicareg.rules.authority import Cited, cited, deed
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Document, Severity.ERROR)
def request_answered(ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """An answer is to a request, and from one who was asked.

    Each paragraph in `answers` has the verb `calls-on`. An answer that is older than the request is a warning, and so
    is one from others than those asked: of coordinators, a state that no post has or had on record, and states where
    the Secretariat was asked.

    Good:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, calls-on: coordinators, by: 2024-06-01, text: To count what they look after.}
        # registry/documents/ice-count.yaml
        kind: contribution
        title: Ice counted
        prepared-by: [XAA]
        answers: [com-2024-05-01/1]

    Bad:
        # registry/documents/ice-count.yaml
        kind: contribution
        title: Ice counted
        prepared-by: [XAA]
        answers: [com-2023-06-01/1]

    Mend: name the paragraph that asks, or correct the state or the date of the document.
    """
    for index, reference in enumerate(document.record.answers if document.record.counts else ()):
        request = cited(ask.registry, reference)
        if request is None:
            continue
        at = At(document, ("answers", index))
        if request.decision.calls_on is None:
            message = f"{reference} asks nothing: it {deed(ask.registry, request.decision)}"
            yield Breach(at, message, related=(_paragraph(request),))
            continue
        for message in _doubts(ask.registry, document.record, request):
            yield Breach(at, f"{message} ({reference})", severity=Severity.WARNING, related=(_paragraph(request),))


def _paragraph(request: Cited) -> At:
    return At(request.meeting, ("decisions", request.meeting.record.decisions.index(request.decision)), message="cited")


def _doubts(registry: Registry, document: Document, request: Cited) -> Iterator[str]:
    asked_on = request.meeting.record.date
    if document.date and document.date < asked_on:
        yield f"an answer of {document.date} is older than the request of {asked_on}"
    if request.decision.calls_on == "secretariat" and document.prepared_by:
        yield "the secretariat was asked, and states answer"
    if request.decision.calls_on == "coordinators":
        others = [state for state in document.prepared_by if state not in _coordinating(registry)]
        if document.prepared_by and len(others) == len(document.prepared_by):
            named = " and ".join(state_label(registry, state) for state in others)
            yield f"coordinators were asked, and {named} has no post on record"


def _coordinating(registry: Registry) -> frozenset[str]:
    """Give the states that have or had a post."""
    return registry.once(
        (_coordinating,),
        lambda: frozenset(tenure.state for post in registry.of(Coordinators) for tenure in post.record.tenures),
    )
