"""Explain the rules: their manual pages with what this register says of them."""

from cicareg.explanation import Explanation
from cicareg.questions.status import demand
from cicareg.registry import Registry
from cicareg.rules.departures import Bar, bar
from cicareg.rules.engine import Run, all_rules
from cicareg.rules.manual import manual
from cicareg.rules.reading import READING

_CLOSED = {
    Bar.BINDING: "No departure is possible: the paragraph binds.",
    Bar.ORDER: "No departure is possible: this is good order of the register, not a demand of the law.",
    Bar.CONDITION: "No departure is possible: the paragraph allows this on conditions; where they are not met, it is "
    "not allowed.",
}
_SOFT = (
    "The organ may knowingly depart from it. Record that in the post's file under coordinators/; it covers the "
    "tenures that rest on the same decision or list, up to the day `until` where that is given."
)
_EXAMPLE = """departures:
  - {{rule: {rule}, decision: MEETING/NUMBER, reason: Why the organ departed from it., until: 2027-12-31}}
"""


def explanations(registry: Registry | None) -> tuple[Explanation, ...]:
    """Explain what reading reports, then every rule by name; without a register its defaults, uncited."""
    run = Run(registry or Registry({}), all_rules())
    return (*READING, *(_explain(run, name) for name in run.rules))


def _explain(run: Run, name: str) -> Explanation:
    page = manual(run.rules[name])
    target = run.rests_on.get(name)
    asked = demand(run.registry, target) if target else None
    closed = bar(run.rules[name], run.citations.get(name))
    return Explanation(
        name=name,
        title=page.title,
        prose=page.prose,
        severity=run.severity(name).value,
        thresholds=run.thresholds(name),
        cites=run.cites(name),
        asks=asked.asks if asked else "",
        good=page.good,
        bad=page.bad,
        mend=page.mend,
        departure=_CLOSED[closed] if closed else _SOFT,
        departure_example=_EXAMPLE.format(rule=name) if closed is None else "",
    )
