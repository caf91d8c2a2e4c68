"""A meeting with what is known on the day before it begins: what all parts of its agenda ask."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cicareg.annexes.voice import Voice
from cicareg.deadlines.all_duties import duties
from cicareg.deadlines.duty import Duty, State, state_on
from cicareg.questions.coming import Coming, last_before
from cicareg.questions.posts import top
from cicareg.terms import anniversary, day_before


@dataclass(frozen=True)
class Before:
    """A meeting and the voice in which its agenda is written."""

    voice: Voice
    meeting: Coming

    @property
    def eve(self) -> date:
        """Give the day before the meeting begins."""
        return day_before(self.meeting.first)

    @property
    def soon(self) -> date:
        """Give the day a year later: until then another meeting may not come."""
        return anniversary(self.meeting.first, 1)

    @cached_property
    def since(self) -> date:
        """Give the day of the organ's last meeting before; where none is on record, the first day of all."""
        return last_before(self.voice.registry, self.meeting.organ, self.meeting.first) or date.min

    @cached_property
    def duties(self) -> tuple[tuple[Duty, State], ...]:
        """Give all duties that arose by the eve, each with its state on it."""
        found = ((duty, state_on(duty, self.eve)) for duty in duties(self.voice.registry, self.eve))
        return tuple((duty, state) for duty, state in found if state is not None)

    def may(self, power: str) -> bool:
        """Tell whether the organ has a power."""
        return power in top(self.voice.registry).organs[self.meeting.organ].may

    def left(self, *kinds: str) -> tuple[Duty, ...]:
        """Give the duties of some kinds that are open or overdue on the eve."""
        return tuple(duty for duty, state in self.duties if duty.duty in kinds and state in ("open", "overdue"))
