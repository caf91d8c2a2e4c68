"""Modalities 1.3: a state whose service as coordinator ends reports to all Member States."""

from collections.abc import Iterator

from cicareg.deadlines.duty import Duty, DutyKind
from cicareg.questions.posts import Post
from cicareg.questions.services import services
from cicareg.registry import Registry


def reports(registry: Registry, post: Post) -> Iterator[Duty]:
    """Yield the report at the end of each service as coordinator; the text sets no day for it."""
    for service in services(registry, post.coordinators, "coordinator"):
        last = service[-1]
        if last.span and last.span.end:
            what = "reports to all Member States on its service"
            yield Duty(KIND.name, post.id, last.tenure.state, what, after=last.span.end)


KIND = DutyKind("report", "modalities/1.3/report", reports)
