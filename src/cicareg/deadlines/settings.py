"""What registry.yaml says of a kind of duty: its thresholds, and the demand that it rests on."""

from collections.abc import Mapping

from cicareg.deadlines.kind import DutyKind
from cicareg.records.registry import THRESHOLDS, DutySettings, RegistryRecord
from cicareg.registry import Registry


def thresholds_of(registry: Registry, kind: DutyKind) -> Mapping[str, int]:
    """Give the thresholds that the body has set for a kind, each in its limits, and defaults for the rest."""
    settings = _settings(registry, kind)
    given = (settings.__pydantic_extra__ or {}) if settings else {}
    usable = {key: value for key, value in given.items() if value in THRESHOLDS}
    return {key: usable.get(key, default) for key, default in kind.thresholds.items()}


def rests_on(registry: Registry, kind: DutyKind) -> str | None:
    """Give the demand that a kind rests on here; None for what follows from a decision alone."""
    settings = _settings(registry, kind)
    return (settings.rests_on if settings else None) or kind.rests_on


def _settings(registry: Registry, kind: DutyKind) -> DutySettings | None:
    top = next(iter(registry.of(RegistryRecord)), None)
    return top.record.duties.get(kind.name) if top else None
