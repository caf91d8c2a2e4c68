"""The list as decided: who stands on a post after a decision, whatever the day."""

from collections.abc import Iterable, Sequence

from cicareg.questions.holdings import Event, Holding, start_of, succeeds


def standing(holdings: Sequence[Holding], until: Event | None = None) -> tuple[Holding, ...]:
    """Give the holdings on the list after the event `until` (None: after everything on record).

    A decision on the post leaves standing its own tenures and those earlier ones that neither end
    before its earliest start nor are succeeded by it. What rests on a source only was decided by nothing
    on record: it stands only on a post of which no decision or list is on record, and after no meeting.
    """
    decided_ones = [h for h in holdings if h.tenure.decision or h.tenure.listed]
    if not decided_ones and until is None:
        return tuple(h for h in holdings if not _terminated(h, until))
    stand: list[Holding] = []
    for event in sorted({h.event for h in decided_ones if h.event and (until is None or h.event <= until)}):
        decided = [h for h in decided_ones if h.event == event]
        stand = [h for h in (*stand, *decided) if not _leaves(h, decided)]
    return tuple(sorted((h for h in stand if not _terminated(h, until)), key=lambda h: h.index))


def _leaves(earlier: Holding, decided: Iterable[Holding]) -> bool:
    starts = [start for h in decided if (start := start_of(h.tenure, h.event)) is not None]
    term = earlier.tenure.term
    if term is not None and starts and term.end < min(starts):
        return True
    return any(succeeds(h, earlier) for h in decided)


def _terminated(holding: Holding, until: Event | None) -> bool:
    ended = holding.tenure.ended
    return ended is not None and (until is None or ended.on < until.day)
