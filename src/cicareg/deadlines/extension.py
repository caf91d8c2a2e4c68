"""Modalities 1.12: whoever wants to go on asks for it before the tenure ends."""

from collections.abc import Iterator

from cicareg.deadlines.duty import Duty, DutyKind
from cicareg.questions.posts import Post
from cicareg.questions.services import services
from cicareg.registry import Registry
from cicareg.terms import ROLES


def extensions(registry: Registry, post: Post) -> Iterator[Duty]:
    """Yield the day by which the last tenure of each service would have to be extended."""
    for role in ROLES:
        for service in services(registry, post.coordinators, role):
            last = service[-1]
            if last.ends_by == "term" and last.span and last.span.end:
                what = f"asks for an extension, if it wants to go on as {role}"
                yield Duty(KIND.name, post.id, last.tenure.state, what, last.span.end)


KIND = DutyKind("extension", "modalities/1.12/extension", extensions)
