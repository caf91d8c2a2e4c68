"""An act before it is written: what it changes, what the rules say of that, and what falls due because of it."""

from cicareg.planning.planned import Planned, broken, plan

__all__ = ["Planned", "broken", "plan"]
