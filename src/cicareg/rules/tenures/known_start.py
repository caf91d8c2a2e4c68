"""Good order: something on record tells from when a tenure runs."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import event_of
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.WARNING)
def known_start(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """Something on record tells from when a tenure runs.

    A tenure runs from the first day of its term; without a term from the day of its decision, its list or
    its source. A source without a date tells no day: nobody can then say on which days the state serves.

    Good:
        # registry/coordinators/fish.yaml
        tenures:
          - {state: XAA, role: coordinator, source: letters p. 2}

    Bad:
        # registry/coordinators/fish.yaml
        tenures:
          - {state: XAA, role: coordinator, source: gazette p. 2}

    Mend: state the term, or give the source its `date` in registry.yaml.
    """
    for index, tenure in enumerate(post.record.tenures):
        if tenure.source and tenure.bases == ("source",) and event_of(ask.registry, tenure) is None:
            message = f"nothing on record says from when {state_label(ask.registry, tenure.state)} serves"
            yield Breach(At(post, ("tenures", index, "source")), message)
