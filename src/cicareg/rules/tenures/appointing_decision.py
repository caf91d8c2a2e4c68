"""Modalities 1.9: coordinators are appointed by the organ that may, for the post they hold."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import post_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.authority import Cited, cited, deed, overstep
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR, "modalities/1.9/organ")
def appointing_decision(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A tenure rests on a decision that appoints to its post.

    The decision that a tenure cites names the post in `appoints`, and it was taken by an organ that may
    appoint (`may` in registry.yaml). Whether the decision is on record at all is checked apart.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/2}

    Mend: cite the paragraph that appoints to this post. Where the paragraph does appoint to it, add the
    post to its `appoints`; where only a list shows the state, write `listed` instead of `decision`.
    """
    for index, tenure in enumerate(post.record.tenures):
        found = cited(ask.registry, tenure.decision) if tenure.decision else None
        problem = _problem(ask, found, post.id) if found else None
        if problem:
            at = At(post, ("tenures", index, "decision"))
            yield Breach(at, problem, tenure.basis, tenure.term.span if tenure.term else None)


def _problem(ask: Inquiry, found: Cited, post: str) -> str | None:
    if post in (found.decision.appoints or ()):
        return overstep(ask.registry, found.meeting.record.organ, "appoint", "appoint coordinators")
    place = post_label(ask.registry, post)
    citation = f"{found.meeting.id}/{found.decision.label}"
    return f"{citation} does not appoint to {place}: it {deed(ask.registry, found.decision)}"
