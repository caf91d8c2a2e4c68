"""Good order: every fact rests on exactly one basis."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Based, Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.yaml_text import Step


@rule(Coordinators, Severity.ERROR)
def one_basis(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A tenure or a departure rests on exactly one basis.

    It states `decision` (the paragraph that decided it), or `listed` (the meeting whose annexed list
    shows it), or `source` (a paper and the place in it). `inferred` says what was deduced from a
    source, so it needs one.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2022-2023, source: gazette p. 3, inferred: [role]}
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, source: gazette p. 3}

    Mend: keep the strongest of the bases, a decision before a list and a list before a source; where
    there is none, find out what the fact rests on before recording it.
    """
    for index, departure in enumerate(post.record.departures):
        if len(departure.bases) != 1:
            what = f"the departure from {departure.rule}"
            yield _breach(ask, post, ("departures", index), departure, what)
    for index, tenure in enumerate(post.record.tenures):
        if len(tenure.bases) != 1:
            what = f"the tenure of {state_label(ask.registry, tenure.state)}"
            yield _breach(ask, post, ("tenures", index), tenure, what)
        if tenure.inferred and tenure.source is None:
            at = At(post, ("tenures", index, "inferred"), key=True)
            yield Breach(at, "inferred says what is deduced from a source, but no source is stated")


def _breach(ask: Inquiry, post: Entry[Coordinators], path: tuple[Step, ...], based: Based, what: str) -> Breach:
    if not based.bases:
        return Breach(At(post, path), f"{what} rests on nothing: write decision, listed or source")
    as_written = sorted(based.bases, key=lambda basis: ask.registry.where(post, *path, basis, key=True))
    at = At(post, (*path, as_written[1]), key=True)
    return Breach(at, f"{what} rests on {' and '.join(as_written)}: keep one of them")
