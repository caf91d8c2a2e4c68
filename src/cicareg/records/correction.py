"""What was recorded wrongly and has been put right: no fact of the past changes without one."""

from typing import Annotated, Any

from pydantic import Field

from cicareg.records.base import Id, Line, Many, Named, Record

_MOST = 500


class Correction(Record):
    """A fact that was on record wrongly: which, how it stood, why it was changed, on what that rests."""

    what: Annotated[Id, Field(description="The key of the record that held it, such as tenures or decisions.")]
    was: Annotated[Any, Named("fact"), Field(description="What stood there: of a list, the whole entry.")]
    why: Annotated[Line, Field(description="Why it was changed.")]
    source: Annotated[Line, Field(description="What the correction rests on: a decision, a source, a letter.")]


Corrections = Annotated[
    Many[Correction], Field(max_length=_MOST, description="What was recorded wrongly before, and why it was changed.")
]
