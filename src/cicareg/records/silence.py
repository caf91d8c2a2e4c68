"""The silence procedure of a decision."""

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from cicareg.records.base import Day, Record, misplaced


class Silence(Record):
    """A silence procedure: what was decided stands unless a member breaks the silence in time."""

    until: Annotated[Day, Field(description="The last day on which the silence may be broken.")]
    broken: Annotated[Day | None, Field(description="The day on which a member broke it.")] = None

    @model_validator(mode="after")
    def _in_time(self) -> "Silence":
        if self.broken and self.broken > self.until:
            raise misplaced(f"the silence ended on {self.until}: nobody can break it on {self.broken}", "broken")
        return self

    def key_before(self, day: date) -> str | None:
        """Give the key of the day that lies before another, or None."""
        days = {"until": self.until, "broken": self.broken}
        return next((key for key, own in days.items() if own and own < day), None)
