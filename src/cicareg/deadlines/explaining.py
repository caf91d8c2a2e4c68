"""Explain the kinds of duty: their manual pages with what this register says of them."""

import inspect

from cicareg.deadlines.all_duties import kinds_of_duty
from cicareg.deadlines.kind import DutyKind
from cicareg.deadlines.settings import rests_on, thresholds_of
from cicareg.explanation import Explanation, unwrapped
from cicareg.questions.status import citation, demand
from cicareg.registry import Registry


def duty_explanations(registry: Registry | None) -> tuple[Explanation, ...]:
    """Explain every kind of duty by name; without a register its defaults, uncited."""
    return tuple(_explain(registry or Registry({}), kind) for kind in kinds_of_duty().values())


def _explain(registry: Registry, kind: DutyKind) -> Explanation:
    title, _, prose = (inspect.getdoc(kind.derive) or "").partition("\n")
    target = rests_on(registry, kind)
    cites, asked = (citation(registry, target), demand(registry, target)) if target else (None, None)
    return Explanation(
        name=kind.name,
        title=title.strip(),
        prose=unwrapped(prose),
        severity="",
        thresholds=thresholds_of(registry, kind),
        cites=(cites,) if cites else (),
        asks=asked.asks if asked else "",
        good={},
        bad={},
        mend="",
        departure="",
        departure_example="",
        ground=f"{target}; where that is not on record, nothing falls due"
        if target
        else "what was decided, and no paragraph",
    )
