"""What of the paragraphs that an act put on record stays when it is taken back: others rest on them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from cicareg.changes.correcting import correction, data_of
from cicareg.changes.undoing import Deed
from cicareg.editing import Edit, Put
from cicareg.kinds import kind_at
from cicareg.records.coordinators import Coordinators
from cicareg.records.meeting import KIND as MEETING
from cicareg.registry import Registry


def cited_by_others(registry: Registry, deeds: Sequence[Deed]) -> Mapping[str, Collection[str]]:
    """Give the decisions on record that more rests on than these deeds, each with the posts of which that is so."""
    own = [(deed.path, deed.key, deed.now) for deed in deeds if deed.was is None]
    found: dict[str, set[str]] = {}
    for post in registry.of(Coordinators):
        data = data_of(registry, post.path) if any(path == post.path for path, _, _ in own) else {}
        for key in ("tenures", "departures"):
            for index, entry in enumerate(getattr(post.record, key)):
                raw = data.get(key, ())[index] if data else None
                if entry.decision is not None and (post.path, key, raw) not in own:
                    found.setdefault(entry.decision, set()).add(post.id)
    return found


def stays(deed: Deed, cited: Mapping[str, Collection[str]]) -> bool:
    """Tell whether a deed put a paragraph on record, or a post in it, that others rest on."""
    kind = kind_at(deed.path)
    if kind is None or kind[0] is not MEETING or (deed.key, deed.listed) != ("decisions", True) or deed.now is None:
        return False
    posts = cited.get(f"{kind[1]}/{label_of(deed.now)}", ())
    return bool(posts) if deed.was is None else _only_posts(deed) and bool(set(posts) & set(_added(deed)))


def told(deed: Deed) -> str:
    """Say of a paragraph that it stays."""
    meeting = deed.path.rpartition("/")[2].removesuffix(".yaml")
    return f"decision {label_of(deed.now)} of {meeting} stays on record: more rests on it than that act"


def label_of(decision: Mapping[str, Any]) -> str:
    """Give the number or key of a paragraph."""
    return str(decision.get("number", decision.get("key")))


def less(
    data: Mapping[str, Any], deed: Deed, cited: Mapping[str, Collection[str]], why: str, source: str
) -> Iterator[Edit]:
    """Take out of a paragraph that stays the posts that the act alone put into it."""
    kind = kind_at(deed.path)
    meeting = kind[1] if kind else ""
    for index, entry in enumerate(data.get("decisions", ())):
        if label_of(entry) != label_of(deed.now):
            continue
        posts = cited.get(f"{meeting}/{label_of(entry)}", ())
        kept = [post for post in entry.get("appoints", ()) if post not in _added(deed) or post in posts]
        if kept and kept != entry["appoints"]:
            yield correction(deed.path, deed.key, entry, why, source)
            yield Put((deed.key, index, "appoints"), kept)


def _added(deed: Deed) -> list[str]:
    """Give the posts that an act put into a paragraph."""
    return [post for post in deed.now.get("appoints", ()) if post not in (deed.was or {}).get("appoints", ())]


def _only_posts(deed: Deed) -> bool:
    """Tell whether an act did no more to a paragraph than to put posts into it."""
    was, now = ({k: v for k, v in entry.items() if k != "appoints"} for entry in (deed.was, deed.now))
    return bool(was == now)
