"""What differs in plain words: sections of lines, each with a sign; for the terminal and for reviews."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from cicareg.differences.difference import FactChange, HolderChange, ItemChange, Order, PostChange
from cicareg.differences.shown import Shown
from cicareg.picture import NAME, Stand

Sign = Literal["+", "-", "~"]
_SIGNS: dict[str, Sign] = {"added": "+", "removed": "-", "changed": "~"}
_TITLES = {
    "correction": "Corrections",
    "decision": "Decisions",
    "dimension": "Dimensions",
    "document": "Documents",
    "event": "Events",
    "state": "States",
}
_HIDDEN = "text"  # of a document: that it differs is said, not how


class Line(NamedTuple):
    """A difference: + for what is new, - for what is gone, ~ for what is other."""

    sign: Sign
    text: str


class Section(NamedTuple):
    """The differences of one post, or of one kind of record."""

    title: str
    lines: tuple[Line, ...]


def sections(shown: Shown) -> Iterator[Section]:
    """Yield the posts in the order of the list, then corrections, decisions, dimensions, documents, events, states."""
    found = shown.compared.difference
    for post in found.posts:
        yield Section(f"{shown.number(post.area)}  {shown.name(post.area)}".strip(), tuple(_post(post, shown)))
    for what, items in groupby(found.items, key=lambda item: item.what):
        yield Section(_TITLES[what], tuple(line for item in items for line in _item(item, shown)))


def remarks(shown: Shown) -> Iterator[str]:
    """Yield what was not compared, and what else whoever reads this should know."""
    compared = shown.compared
    sides = ((compared.before_only, shown.after), (compared.after_only, shown.before))
    for only, other in sides:
        if only:
            yield f"Not compared, as one side does not say it ({other}): {', '.join(map(_aspect, sorted(only)))}."
    if compared.unread:
        posts = sorted(f"{shown.number(area)} {shown.name(area)}".strip() for area in compared.unread)
        yield f"Not compared, as it could not be read: {'; '.join(posts)}."
    yield from (f"{note}." for note in dict.fromkeys((*compared.before.notes, *compared.after.notes)))


def _aspect(key: str) -> str:
    what, _, lang = key.partition(" ")
    return f"names in {lang}" if what == NAME else what


def _post(post: PostChange, shown: Shown) -> Iterator[Line]:
    if post.kind == "added":
        yield Line("+", "the post is new")
    elif post.kind == "removed":
        yield Line("-", "the post is gone")
    else:
        for fact in post.facts:
            yield Line("~", _fact(fact, shown))
    for change in post.holders:
        yield _holder(change, shown)
    if post.order:
        yield from _orders(post.order, shown)


def _holder(change: HolderChange, shown: Shown) -> Line:
    before, after = change.before, change.after
    if after is None and before is not None:
        return Line("-", f"{_role(before)}: {_named(before, shown)}")
    if after is None:
        raise ValueError("a change has a side")
    on = f" [{after.basis}]" if after.basis else ""
    if before is None:
        return Line("+", f"{_role(after)}: {_named(after, shown)}{on}")
    name = shown.state(after.state)
    if change.kind in ("role", "acting"):
        term = "" if before.term == after.term else f"; {_term(after)}, was {_term(before)}"
        return Line("~", f"{name}: {_role(after)}, was {_role(before)}{term}{on}")
    if change.kind == "extended":
        return Line("~", f"{_role(after)}: {name}: {after.term} follows {before.term} (extended){on}")
    if change.kind == "basis":
        return Line(
            "~", f"{_role(after)}: {name}: rests on {after.basis or 'nothing'}, was {before.basis or 'nothing'}"
        )
    return Line("~", f"{_role(after)}: {name}: {_term(after)}, was {_term(before)}{on}")


def _role(stand: Stand) -> str:
    return f"acting {stand.role}" if stand.acting else stand.role


def _named(stand: Stand, shown: Shown) -> str:
    name = shown.state(stand.state)
    return f"{name} ({stand.term})" if stand.term else name


def _term(stand: Stand) -> str:
    return stand.term or "no term stated"


def _orders(order: Order, shown: Shown) -> Iterator[Line]:
    """Yield the order of each role in which it is another."""
    for role in dict.fromkeys(stand.role for stand in order.before):
        was, now = ([shown.state(s.state) for s in side if s.role == role] for side in (order.before, order.after))
        if was != now:
            yield Line("~", f"order of {role}s: {', '.join(now)}; was {', '.join(was)}")


def _item(item: ItemChange, shown: Shown) -> Iterator[Line]:
    facts = {fact.key: fact for fact in item.facts}
    side = "before" if item.kind == "removed" else "after"
    told = {key: getattr(fact, side) or "" for key, fact in facts.items()}
    if item.kind == "changed":
        for fact in item.facts:
            yield Line("~", f"{item.id}: {_fact(fact, shown)}")
        return
    name = told.get(f"{NAME} {shown.lang}") or next((t for k, t in told.items() if k.startswith(NAME)), "")
    parts = [
        name,
        told.get("says", ""),
        told.get("dates", ""),
        told.get("status", ""),
        told.get("what", ""),
        told.get("why", ""),
    ]
    yield Line(_SIGNS[item.kind], ": ".join([item.id, ", ".join(part for part in parts if part)]))


def _fact(fact: FactChange, shown: Shown) -> str:
    what, _, lang = fact.key.partition(" ")
    if what == _HIDDEN:
        how = "has come" if fact.before is None else "is gone" if fact.after is None else "is another"
        return f"its text ({lang}) {how}"
    if what == "says":
        return f"{fact.after}; it was: {fact.before}"
    key = f"{what} ({lang})" if lang and (what != NAME or lang != shown.lang) else what
    return f"{key}: {fact.after or 'none'}, was {fact.before or 'none'}"
