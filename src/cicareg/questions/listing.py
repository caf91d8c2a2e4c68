"""The list of posts and holders: as decided, or on a day."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from cicareg.errors import CicaregError, UsageError
from cicareg.listed import Holder, Listing, PostLine, PostStatus
from cicareg.names import did_you_mean
from cicareg.questions.held import why_not_held
from cicareg.questions.holdings import Event, Holding, deciding_meeting, event_of_meeting, holdings
from cicareg.questions.naming import Naming
from cicareg.questions.pending import pending
from cicareg.questions.posts import Post, posts
from cicareg.questions.serving import acting_spans, acting_still, status_on
from cicareg.questions.standing import standing
from cicareg.reading import Entry
from cicareg.records.coordinators import Acting, Coordinators, Proposal
from cicareg.records.meeting import Meeting
from cicareg.records.state import State
from cicareg.registry import Registry
from cicareg.terms import Span

_LAST = 100  # of the meetings of one day: their ids end with -99 at the most


def as_decided(
    registry: Registry, lang: str, meeting: str | None = None, *, by_state: bool = False, gaps: bool = False
) -> Listing:
    """Give the list after the decisions of a meeting; without one, after everything on record.

    A name that the language lacks is refused; with `gaps` it is marked.
    """
    naming = Naming(lang, gaps)
    until = None if meeting is None else _event(registry, meeting)
    lines = tuple(_decided_line(registry, post, naming, until) for post in posts(registry))
    basis = "decided" if meeting is None else f"decided {meeting}"
    return Listing(basis, lang, lines, _states(registry, naming), by_state)


def as_decided_now(registry: Registry, lang: str, areas: Collection[str] | None = None) -> Listing:
    """Give the list of some areas, or of all, after everything on record; a name that the language lacks is marked."""
    naming = Naming(lang, gaps=True)
    lines = tuple(_decided_line(registry, post, naming, None) for post in posts(registry, areas))
    return Listing("decided", lang, lines, _states(registry, naming))


def as_decided_by(registry: Registry, lang: str, day: date, *, gaps: bool = False) -> Listing:
    """Give the list as decided by the end of a day."""
    naming, until = Naming(lang, gaps), Event(day, _LAST)
    lines = tuple(_decided_line(registry, post, naming, until) for post in posts(registry))
    return Listing(f"decided by {day}", lang, lines, _states(registry, naming))


def on_day(registry: Registry, lang: str, day: date, *, by_state: bool = False, gaps: bool = False) -> Listing:
    """Give who serves on a day, who is to come, and who ended without a successor on record."""
    naming = Naming(lang, gaps)
    lines = tuple(_day_line(registry, post, naming, day) for post in posts(registry))
    return Listing(f"on {day}", lang, lines, _states(registry, naming), by_state)


def still_pending(registry: Registry, lang: str, *, by_state: bool = False) -> Listing:
    """Give who proposes itself for which post, where nothing was decided on it yet."""
    lines = tuple(
        _line(post, Naming(lang), "pending", [_proposer(registry, proposal, Naming(lang)) for proposal in waiting])
        for post in posts(registry)
        if (waiting := pending(registry, post.coordinators))
    )
    return Listing("pending", lang, lines, _states(registry, Naming(lang)), by_state)


def lists(registry: Registry) -> frozenset[str]:
    """Give the meetings whose decisions or annexed list made the list what it is."""
    return frozenset(
        entry.id
        for entry in registry.of(Meeting)
        if entry.record.list or any(decision.appoints for decision in entry.record.decisions)
    )


def latest_list(registry: Registry) -> str | None:
    """Give the last of the meetings that made the list."""
    last = max(_made_by(registry), key=lambda event: (event, event.meeting), default=None)
    return last.meeting if last else None


def first_list(registry: Registry) -> Event | None:
    """Give the moment of the first of the meetings that made the list."""
    return min(_made_by(registry), key=lambda event: (event, event.meeting), default=None)


def _made_by(registry: Registry) -> list[Event]:
    return [event for id_ in lists(registry) if (event := event_of_meeting(registry, id_)) is not None]


def _event(registry: Registry, meeting: str) -> Event:
    event = event_of_meeting(registry, meeting)
    if event is None and registry.broken(Meeting, meeting):
        raise CicaregError(f"the record of {meeting} has errors", hint="cicareg validate shows them")
    if event is None:
        known = registry.ids(Meeting)
        hint = f"on record: {', '.join(known)}" if known else "no meeting is on record"
        raise UsageError(f"no meeting {meeting} on record{did_you_mean(meeting, known)}", hint=hint)
    entry = registry.get(Meeting, meeting)
    if entry is not None and entry.record.held is False:
        made = ", ".join(sorted(lists(registry))) or "none on record"
        hint = f"these appointed somebody or annexed a list: {made}"
        message = f"{meeting} was not held, and no list is of it: {why_not_held(entry.record)}"
        raise UsageError(message, hint=hint)
    return event


def _states(registry: Registry, naming: Naming) -> tuple[tuple[str, str, bool], ...]:
    return tuple((e.id, *_state_name(registry, e.id, naming)) for e in registry.of(State))


def _state_name(registry: Registry, state: str, naming: Naming) -> tuple[str, bool]:
    entry = registry.get(State, state)
    if entry is None:
        return state, False
    return naming(entry.record.name, f"the name of {state}"), naming.lang in entry.record.unofficial


def _line(post: Post, naming: Naming, status: PostStatus, holders: Sequence[Holder]) -> PostLine:
    dimension = post.dimension
    return PostLine(
        number=post.number,
        dimension=dimension.id,
        dimension_name=naming(dimension.name, f"dimension {dimension.id}"),
        dimension_unofficial=naming.lang in dimension.unofficial,
        area=post.id,
        name=naming(post.name, f"the name of {post.id}"),
        is_dimension=post.area.record.name is None,
        unofficial=naming.lang in post.unofficial,
        status=status,
        holders=tuple(holders),
    )


def _holder(registry: Registry, holding: Holding, naming: Naming, status: str) -> Holder:
    tenure = holding.tenure
    name, unofficial = _state_name(registry, tenure.state, naming)
    term = str(tenure.term) if tenure.term else None
    return Holder(tenure.state, name, unofficial, tenure.role, term, tenure.basis, status, bool(tenure.inferred))


def _proposer(registry: Registry, proposal: Proposal, naming: Naming) -> Holder:
    name, unofficial = _state_name(registry, proposal.state, naming)
    term, day = str(proposal.term) if proposal.term else None, proposal.notified
    return Holder(proposal.state, name, unofficial, proposal.role, term, f"notified {day}", "proposed", notified=day)


def _acting_holder(registry: Registry, acting: Acting, span: Span, naming: Naming) -> Holder:
    name, unofficial = _state_name(registry, acting.state, naming)
    return Holder(acting.state, name, unofficial, "coordinator", None, f"acting from {span.start}", "acting")


def _readable(registry: Registry, post: Post) -> bool:
    """Tell whether the post's record and every meeting that its tenures rest on can be read."""
    tenures = post.coordinators.record.tenures if post.coordinators else ()
    return post.readable and not any(registry.broken(Meeting, deciding_meeting(t) or "") for t in tenures)


def _decided_line(registry: Registry, post: Post, naming: Naming, until: Event | None) -> PostLine:
    if post.coordinators is None or not _readable(registry, post):
        return _line(post, naming, "vacant" if _readable(registry, post) else "unreadable", ())
    all_holdings = holdings(registry, post.coordinators)
    left = standing(all_holdings, until)
    stand = [_holder(registry, h, naming, "stated" if h.tenure.term else "not-stated") for h in left]
    if any(holder.role == "coordinator" for holder in stand):
        return _line(post, naming, "filled", stand)
    if until is None:
        found = list(acting_still(post.coordinators, all_holdings, left))
    else:
        found = [(a, span) for _, a, span in acting_spans(post.coordinators, all_holdings) if span.covers(until.day)]
    acting = [_acting_holder(registry, a, span, naming) for a, span in found]
    unknown = not stand and bool(all_holdings) and until is not None and _begins_after(all_holdings, until)
    return _line(post, naming, "acting" if acting else "not-recorded" if unknown else "vacant", [*acting, *stand])


def _begins_after(all_holdings: Sequence[Holding], until: Event) -> bool:
    """Tell whether all that is on record of a post was decided later, or rests on a source."""
    decided = [h.event for h in all_holdings if h.tenure.decision or h.tenure.listed]
    return all(event is None or event > until for event in decided)


def _day_line(registry: Registry, post: Post, naming: Naming, day: date) -> PostLine:
    if post.coordinators is None or not _readable(registry, post):
        return _line(post, naming, "vacant" if _readable(registry, post) else "unreadable", ())
    all_holdings = holdings(registry, post.coordinators)
    found = [
        _holder(registry, h, naming, status)
        for h in all_holdings
        if (status := status_on(h, all_holdings, day)) is not None
    ]
    acting = list(_acting_on(registry, post.coordinators, all_holdings, naming, day))
    return _line(post, naming, _status_of_post([*acting, *found], all_holdings, day), [*acting, *found])


def _acting_on(
    registry: Registry, post: Entry[Coordinators], all_holdings: Sequence[Holding], naming: Naming, day: date
) -> Iterator[Holder]:
    for _, acting, span in acting_spans(post, all_holdings):
        if span.covers(day):
            yield _acting_holder(registry, acting, span, naming)


def _status_of_post(holders: Sequence[Holder], all_holdings: Sequence[Holding], day: date) -> PostStatus:
    present = {holder.status for holder in holders if holder.role == "coordinator"}
    order: tuple[PostStatus, ...] = ("in-force", "not-stated", "acting", "ended", "coming")
    for status in order:
        if status in present:
            return status
    before_all = all(h.span is None or h.span.start > day for h in all_holdings)
    undated = any(h.event is None and h.tenure.role == "coordinator" for h in all_holdings)
    return "not-recorded" if all_holdings and (before_all or undated) else "vacant"
