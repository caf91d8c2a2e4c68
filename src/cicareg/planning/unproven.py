"""What the rules on notices cannot tell of an act, because the day of a notice is not on record."""

from collections.abc import Iterator, Mapping, Sequence

from cicareg.planning.state import State
from cicareg.preview import Judged, Verdict
from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.naming import state_label
from cicareg.records.coordinators import Coordinators
from cicareg.registry import Registry
from cicareg.terms import next_day

_SAID = {
    "notified-before-approval": "the day on which {} gave notice is not on record",
    "extension-request": "the day on which {} asked for its extension is not on record",
}
_KEPT = (Judged.IN_ORDER, Judged.NOTE)


def unproven(verdicts: Sequence[Verdict], before: State, after: State, areas: Sequence[str]) -> tuple[Verdict, ...]:
    """Give the verdicts, less the approval of what nobody can judge: that is a note."""
    missing = {name: tuple(messages) for name, messages in _missing(before, after, areas).items()}
    return tuple(
        verdict._replace(judged=Judged.NOTE, messages=(*verdict.messages, *missing[verdict.rule]))
        if verdict.judged in _KEPT and missing.get(verdict.rule)
        else verdict
        for verdict in verdicts
    )


def _missing(before: State, after: State, areas: Sequence[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in _SAID}
    for area in areas:
        held = _held(after.registry, area)
        for holding in _new(_held(before.registry, area), held):
            who = state_label(after.registry, holding.tenure.state)
            name = "extension-request" if _extends(holding, held) else "notified-before-approval"
            found[name].append(_SAID[name].format(who))
    return found


def _held(registry: Registry, area: str) -> Sequence[Holding]:
    post = registry.get(Coordinators, area)
    return holdings(registry, post) if post else ()


def _new(then: Sequence[Holding], now: Sequence[Holding]) -> Iterator[Holding]:
    """Yield what was decided since, without the day of a notice."""
    known = [_service(holding) for holding in then]
    for holding in now:
        if _service(holding) not in known and holding.tenure.decision and holding.tenure.notified is None:
            yield holding


def _service(holding: Holding) -> tuple[str, ...]:
    tenure = holding.tenure
    return tenure.state, tenure.role, str(tenure.term), tenure.basis


def _extends(later: Holding, held: Sequence[Holding]) -> bool:
    """Tell whether a tenure begins on the day after another of the same state in the same role."""
    for earlier in held:
        same = (earlier.tenure.state, earlier.tenure.role) == (later.tenure.state, later.tenure.role)
        end = earlier.span.end if earlier.span and earlier.ends_by in ("term", "termination") else None
        if same and end is not None and later.span is not None and next_day(end) == later.span.start:
            return True
    return False
