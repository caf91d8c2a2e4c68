"""The card of an area: names, who stands on it as last decided, every tenure with its basis, departures."""

from cicareg.card import Card
from cicareg.questions.cards.card import CardOf, rows, texts
from cicareg.questions.events import by_days
from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.naming import any_name, state_label
from cicareg.questions.pending import pending
from cicareg.questions.posts import Post, posts
from cicareg.questions.serving import acting_spans
from cicareg.questions.standing import standing
from cicareg.reading import Entry
from cicareg.records.coordinators import Proposal
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.registry import Registry


def _card(registry: Registry, id_: str) -> Card:
    post = next(post for post in posts(registry) if post.id == id_)
    record = post.area.record
    shown = rows(
        ("number", post.number),
        ("id", id_),
        ("dimension", f"{post.dimension.number} {any_name(post.dimension.name)}"),
        ("name", texts(post.name, post.unofficial)),
        ("short", texts(record.short, record.unofficial)),
        ("also", ", ".join(record.aliases)),
        ("source", record.source),
        *_held(registry, post),
        (
            "events",
            [f"{e.record.when} {e.id}: {any_name(e.record.title)} ({e.record.status})" for e in _events(registry, id_)],
        ),
        ("documents", [f"{d.id}: {any_name(d.record.title)}" for d in registry.of(Document) if id_ in d.record.areas]),
    )
    return Card(any_name(post.name), shown, registry.where(post.area))


def _events(registry: Registry, area: str) -> list[Entry[Event]]:
    return sorted(registry.stating(Event, "area", area), key=by_days)


def _held(registry: Registry, post: Post) -> list[tuple[str, object]]:
    if post.coordinators is None:
        return [("coordinators", "nobody on record" if post.readable else "the record has errors: cicareg validate")]
    found = holdings(registry, post.coordinators)
    stand = standing(found)
    vacant = not any(h.tenure.role == "coordinator" for h in stand)
    record = post.coordinators.record
    lasts = {index: span.end for index, _, span in acting_spans(post.coordinators, found) if span.end}
    acting = [
        f"{state_label(registry, a.state)} acts as coordinator from {a.from_}, with the consent of "
        f"{', '.join(state_label(registry, s) for s in a.consented) or 'nobody'}"
        f"{f', last day {lasts[index]}' if index in lasts else ''}"
        for index, a in enumerate(record.acting)
    ]
    return [
        ("as last decided", [*(["coordinator: vacant"] if vacant else []), *(_line(registry, h) for h in stand)]),
        ("acting", acting),
        ("before", [_line(registry, h) for h in found if h not in stand]),
        ("pending", [_proposal(registry, p) for p in pending(registry, post.coordinators)]),
        ("departures", [f"{d.rule}: {d.reason} [{d.basis}]" for d in record.departures]),
    ]


def _proposal(registry: Registry, proposal: Proposal) -> str:
    term = f", {proposal.term}" if proposal.term else ""
    return f"{proposal.role}: {state_label(registry, proposal.state)}{term} [notified {proposal.notified}]"


def _line(registry: Registry, holding: Holding) -> str:
    tenure = holding.tenure
    parts = [f"{tenure.role}: {state_label(registry, tenure.state)}"]
    parts.append(f"{tenure.term}" if tenure.term else "tenure not stated")
    if tenure.via:
        parts.append(f"via {tenure.via}")
    if tenure.inferred:
        parts.append(f"{' and '.join(tenure.inferred)} inferred")
    if tenure.notified:
        parts.append(f"notified {tenure.notified}")
    if tenure.ended:
        reason = f" ({tenure.ended.reason})" if tenure.ended.reason else ""
        parts.append(f"ended {tenure.ended.on}{reason}")
    elif holding.ends_by in {"succession", "replacement"} and holding.span:
        parts.append(f"succeeded, last day {holding.span.end}")
    return f"{', '.join(parts)} [{tenure.basis}]"


CARD = CardOf("area", _card)
