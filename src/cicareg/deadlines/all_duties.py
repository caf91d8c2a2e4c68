"""All duties of a post, cited."""

from collections.abc import Iterator, Mapping
from functools import cache

from cicareg.collect import collect
from cicareg.deadlines.duty import Duty, DutyKind
from cicareg.questions.posts import post_of
from cicareg.questions.status import citation
from cicareg.registry import Registry


@cache
def kinds_of_duty() -> Mapping[str, DutyKind]:
    """Give every kind of duty by name."""
    return {kind.name: kind for kind in collect("cicareg.deadlines", DutyKind)}


def duties(registry: Registry, area: str) -> Iterator[Duty]:
    """Yield the duties of one post; a kind whose demand is not on record here makes none."""
    post = post_of(registry, area)
    for kind in kinds_of_duty().values() if post else ():
        cites = citation(registry, kind.rests_on)
        if post is not None and cites is not None:
            yield from (duty._replace(cites=cites) for duty in kind.derive(registry, post))
