"""What differs as plain data for programs."""

from collections.abc import Mapping
from typing import Any

from cicareg.differences.difference import FactChange, HolderChange, ItemChange, Order, PostChange
from cicareg.differences.shown import Shown
from cicareg.picture import Stand


def difference_data(shown: Shown) -> Mapping[str, Any]:
    """Give the two sides, what was not compared, and all changes."""
    compared = shown.compared
    return {
        "before": {"side": shown.before, "not-said": sorted(compared.after_only)},
        "after": {"side": shown.after, "not-said": sorted(compared.before_only)},
        "unread": sorted(compared.unread),
        "notes": list(dict.fromkeys((*compared.before.notes, *compared.after.notes))),
        "posts": [_post(post, shown) for post in compared.difference.posts],
        "items": [_item(item) for item in compared.difference.items],
    }


def _post(post: PostChange, shown: Shown) -> Mapping[str, Any]:
    return {
        "kind": post.kind,
        "number": shown.number(post.area),
        "area": post.area,
        "name": shown.name(post.area),
        "facts": [_fact(fact) for fact in post.facts],
        "holders": [_holder(change, shown) for change in post.holders],
        "order": _order(post.order),
    }


def _holder(change: HolderChange, shown: Shown) -> Mapping[str, Any]:
    state = next(side.state for side in (change.after, change.before) if side is not None)
    return {
        "kind": change.kind,
        "state": state,
        "name": shown.state(state),
        "before": _stand(change.before),
        "after": _stand(change.after),
        "place": None if change.place is None else change.place + 1,
    }


def _stand(stand: Stand | None) -> Mapping[str, Any] | None:
    if stand is None:
        return None
    return {"role": stand.role, "term": stand.term, "acting": stand.acting, "basis": stand.basis}


def _order(order: Order | None) -> Mapping[str, Any] | None:
    if order is None:
        return None
    sides = {"before": order.before, "after": order.after}
    return {key: [{"state": s.state, "role": s.role, "term": s.term} for s in side] for key, side in sides.items()}


def _item(item: ItemChange) -> Mapping[str, Any]:
    return {"kind": item.kind, "what": item.what, "id": item.id, "facts": [_fact(fact) for fact in item.facts]}


def _fact(fact: FactChange) -> Mapping[str, Any]:
    return {"key": fact.key, "before": fact.before, "after": fact.after}
