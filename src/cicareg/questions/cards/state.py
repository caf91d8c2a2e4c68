"""The card of a state: names, membership, posts held and once held."""

from cicareg.card import Card
from cicareg.questions.cards.card import CardOf, rows, texts
from cicareg.questions.holdings import holdings
from cicareg.questions.naming import any_name
from cicareg.questions.pending import pending
from cicareg.questions.posts import Post, posts
from cicareg.questions.serving import acting_spans
from cicareg.records.state import Membership, State
from cicareg.registry import Registry


def _card(registry: Registry, id_: str) -> Card:
    entry = registry.get(State, id_)
    if entry is None:
        raise KeyError(id_)
    record = entry.record
    forms = [
        f"{lang}: " + ", ".join(f"{case} {form}" for case, form in cases.items())
        for lang, cases in record.forms.items()
    ]
    shown = rows(
        ("code", id_),
        ("name", texts(record.name, record.unofficial)),
        ("formal name", texts(record.formal, record.unofficial)),
        ("also", ", ".join(record.aliases)),
        ("case forms", forms),
        ("member since", _membership(record.member_since)),
        ("member until", _membership(record.member_until)),
        ("source", record.source),
        ("posts", [line for post in posts(registry) for line in _posts(registry, post, id_)] or ["none on record"]),
    )
    return Card(any_name(record.name), shown, registry.where(entry))


def _membership(membership: Membership | None) -> str:
    if membership is None:
        return ""
    return f"{membership.year} ({membership.source})" if membership.source else str(membership.year)


def _posts(registry: Registry, post: Post, state: str) -> list[str]:
    if post.coordinators is None:
        return []
    all_holdings = holdings(registry, post.coordinators)
    lasts = {index: span.end for index, _, span in acting_spans(post.coordinators, all_holdings) if span.end}
    acting = [
        f"{post.number} {any_name(post.name)}: acting coordinator from {a.from_}"
        f"{f', last day {lasts[index]}' if index in lasts else ''}"
        for index, a in enumerate(post.coordinators.record.acting)
        if a.state == state
    ]
    held = [
        f"{post.number} {any_name(post.name)}: {h.tenure.role}, "
        f"{h.tenure.term or 'tenure not stated'} [{h.tenure.basis}]"
        for h in all_holdings
        if h.tenure.state == state
    ]
    proposed = [
        f"{post.number} {any_name(post.name)}: {p.role}, {p.term or 'tenure not stated'} "
        f"[pending, notified {p.notified}]"
        for p in pending(registry, post.coordinators)
        if p.state == state
    ]
    return [*held, *acting, *proposed]


CARD = CardOf("state", _card)
