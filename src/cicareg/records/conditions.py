"""What a decision checks of its keys together, said for editors in JSON Schema."""

from pydantic import JsonValue

# The verbs of a decision, and the other keys that each may have.
VERBS: dict[str, tuple[str, ...]] = {
    "recommends": ("to", "that-it", "at", "through"),
    "considers": ("outcome",),
    "considers-person": ("outcome",),
    "approves": ("silence", "preliminary"),
    "adopts": ("through", "silence"),
    "endorses": ("through", "silence"),
    "appoints": ("amends-list", "silence"),
    "appoints-person": (),
    "calls-on": ("before", "by", "for"),
    "reviews": ("outcome",),
}
NO_VERB = f"a decision needs a verb ({', '.join(VERBS)}) or a text"
CITABLE = "a decision has a number, or a key where no number is known"
NO_TEXT = "unofficial tells of languages of the text, and there is none"
ONE_DAY = "a request has one day: before it, or by it at the latest"


def conditions() -> dict[str, JsonValue]:
    """Say what belongs to which verb, and what a decision cannot be without; each with its message."""
    companions = sorted({key for keys in VERBS.values() for key in keys})
    of_each = {key: [verb for verb, own in VERBS.items() if key in own] for key in companions}
    foreign = {verb: [key for key in (*VERBS, *companions) if key not in (verb, *own)] for verb, own in VERBS.items()}
    return {
        "dependencies": {
            **{verb: _none_of(keys, f"it does not belong to {verb}") for verb, keys in foreign.items()},
            **{key: _some_of(verbs, f"{key} belongs to {' or '.join(verbs)}") for key, verbs in of_each.items()},
            "number": _none_of(["key"], CITABLE),
            "unofficial": _some_of(["text"], NO_TEXT),
        },
        "allOf": [
            _some_of(["number", "key"], CITABLE),
            _some_of([*VERBS, "text"], NO_VERB),
            {"not": {"required": ["before", "by"]}, "errorMessage": ONE_DAY},
        ],
    }


def _some_of(keys: list[str], message: str) -> dict[str, JsonValue]:
    return {"anyOf": [{"required": [key], "errorMessage": message} for key in keys]}


def _none_of(keys: list[str], message: str) -> dict[str, JsonValue]:
    return {"properties": dict.fromkeys(keys, False), "errorMessage": message}
