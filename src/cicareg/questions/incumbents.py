"""Who stands on the list of one post, in words for messages."""

from collections.abc import Mapping

from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.naming import state_label
from cicareg.questions.posts import post_of
from cicareg.questions.serving import acting_still
from cicareg.questions.standing import standing
from cicareg.registry import Registry
from cicareg.terms import ROLES


def incumbents(registry: Registry, area: str) -> Mapping[str, tuple[str, ...]]:
    """Give for each role whom the list shows after everything on record, each as `NAME (TERM)`."""
    post = post_of(registry, area)
    if post is None or post.coordinators is None:
        return dict.fromkeys(ROLES, ())
    held = holdings(registry, post.coordinators)
    stand = standing(held)
    found = {role: [_said(registry, h) for h in stand if h.tenure.role == role] for role in ROLES}
    if not found["coordinator"]:
        acting = [a for a, _ in acting_still(post.coordinators, held, stand)]
        found["coordinator"] = [f"{state_label(registry, a.state)} (acting from {a.from_})" for a in acting]
    return {role: tuple(names) for role, names in found.items()}


def leaving(before: Registry, after: Registry, area: str) -> Mapping[str, tuple[str, ...]]:
    """Give for each role who stands on the list before and ends its service early since, each with its last day."""
    found: dict[str, list[str]] = {role: [] for role in ROLES}
    post_before, post_after = post_of(before, area), post_of(after, area)
    if post_before and post_before.coordinators and post_after and post_after.coordinators:
        stood = [_tenure(h) for h in standing(holdings(before, post_before.coordinators))]
        for holding in holdings(after, post_after.coordinators):
            ended, term = holding.tenure.ended, holding.tenure.term
            if ended is not None and _tenure(holding) in stood:
                days = f"{term}, until {ended.on}" if term else f"until {ended.on}"
                found[holding.tenure.role].append(f"{state_label(after, holding.tenure.state)} ({days})")
    return {role: tuple(names) for role, names in found.items()}


def _tenure(holding: Holding) -> tuple[str, ...]:
    tenure = holding.tenure
    return tenure.state, tenure.role, str(tenure.term), tenure.basis


def _said(registry: Registry, holding: Holding) -> str:
    name, term = state_label(registry, holding.tenure.state), holding.tenure.term
    return f"{name} ({term})" if term else name
