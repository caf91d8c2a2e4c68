"""A request as text and back: what the history says of an act is enough to make it again."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from functools import cache
from importlib import import_module
from typing import Any, get_type_hints

from cicareg.changes.change import LONGEST, Act, refused
from cicareg.changes.undoing import Deed
from cicareg.collect import collect
from cicareg.layout import ROOT

_DEEPEST = 32
_MODULES = {"import": "imports"}  # no import statement could name a module that is called like it
_ONCE_ALONE = {("decide", "title")}  # what histories hold as one text, and is several today
_DEED = (str, str, bool, object, object, int)


@cache
def acts() -> Mapping[str, Act]:
    """Give every act by name."""
    return {act.name: act for act in collect("cicareg.changes", Act)}


@cache
def act_named(name: str) -> Act:
    """Give one act, of the module that bears its name; the others are not imported."""
    values = vars(import_module(f"cicareg.changes.{_MODULES.get(name, name)}")).values()
    return next(value for value in values if isinstance(value, Act) and value.name == name)


def to_text(request: Any) -> str:
    """Give a request as one line of JSON; what was not asked is left out."""
    defaults = {f.name: f.default for f in fields(request) if f.default is not MISSING}
    asked = {name: value for name, value in asdict(request).items() if name not in defaults or value != defaults[name]}
    return json.dumps(asked, ensure_ascii=False, sort_keys=True)


def refuse_unkept(act: Act, request: Any) -> None:
    """Refuse what is more than the history keeps of an act: nobody could make it again, or take it back."""
    length = len(to_text(request))
    if length > act.longest:
        hint = "cicareg correct changes one fact at a time" if act.name == "undo" else "a longer text is for a document"
        raise refused(
            f"this is too much for one act: {length:,} letters, of which {act.longest:,} can be kept", hint=hint
        )


def from_text(act: Act, text: str) -> Any:
    """Give the request back; ValueError where the text is none of this act."""
    data = _loaded(text, act.longest)
    types = get_type_hints(act.request)
    if not isinstance(data, dict) or not set(data) <= set(types):
        raise ValueError("not the arguments of this act")
    kept = {name: _several(value, alone=(act.name, name) in _ONCE_ALONE) for name, value in data.items()}
    wrong = sorted(name for name, value in kept.items() if not _is_of(types[name], value))
    if wrong:
        raise ValueError(f"not of the type that this act takes: {', '.join(wrong)}")
    for deed in kept["deeds"] if act.name == "undo" and "deeds" in kept else ():
        _check_deed(_loaded(deed))
    try:
        return act.request(**kept)
    except TypeError:
        raise ValueError("arguments of this act are missing") from None


def _loaded(text: str, longest: int = LONGEST) -> Any:
    """Read JSON that anybody may have written; ValueError where it is none, or more than an act needs."""
    if len(text) > longest:
        raise ValueError("too long for the arguments of an act")
    try:
        data = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("nested too deeply for the arguments of an act") from None
    if not _is_shallow(data, _DEEPEST):
        raise ValueError("nested too deeply for the arguments of an act")
    json.dumps(data, ensure_ascii=False).encode()  # half a letter is no text
    return data


def _is_shallow(data: Any, levels: int) -> bool:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return levels > 0 and all(_is_shallow(each, levels - 1) for each in inner)


def _no_number(name: str) -> Any:
    raise ValueError(f"no number: {name}")


def _several(value: Any, *, alone: bool) -> Any:
    """Give several texts as they are held; one that stands alone is one of them where that was once written so."""
    if alone and isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _is_of(wanted: Any, value: Any) -> bool:
    """Tell whether a value is of a type that a request may have; see Act."""
    if wanted == tuple[str, ...]:
        return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    return isinstance(value, wanted)


def _check_deed(data: Any) -> None:
    """Refuse what is no deed as an undo holds it."""
    if not isinstance(data, list) or not len(_DEED) - 1 <= len(data) <= len(_DEED):  # `at` may be left out
        raise ValueError("no deed of an act")
    if not all(isinstance(value, kind) for value, kind in zip(data, _DEED, strict=False)):
        raise ValueError("no deed of an act")
    deed = Deed(*data)
    if not deed.path.startswith(f"{ROOT}/") or ".." in deed.path.split("/"):
        raise ValueError("a deed outside the register")
    if isinstance(deed.at, bool) or deed.at < 0 or (deed.was is None and deed.now is None):
        raise ValueError("no deed of an act")
