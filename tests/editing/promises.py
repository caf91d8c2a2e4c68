"""What is promised of an edit, whatever the record: for the tests here, and at length for tests/reliability."""

import random
import re
from typing import Any

from cicareg.editing import Append, Edit, EditError, Put, Remove, edited, intended
from cicareg.editing.edits import same
from cicareg.editing.second import agreed
from cicareg.yaml_text import FaultError, compose, decode
from tests.editing.records import Record
from tests.yaml_text.mutations import spoilt

_VALUES: list[Any] = ["XAA", "No", "a: b", "one\ntwo\n", 7, True, {"state": "XAA", "role": "x y"}, ["a", "b"], {}, []]


def right(text: str, edit: Edit) -> str:
    """Make an edit, and see that two readings find in the text what was meant."""
    after = edited(text, [edit])
    assert decode(after.encode()) == after
    composed = compose(after)
    assert not composed.faults
    assert same(composed.data, intended(compose(text).data, [edit]))
    assert agreed(after) or not agreed(text)  # a damaged text may be one on which the two never agreed
    return after


def only_its_piece(record: Record, edit: Edit) -> None:
    """See that all but the pieces edited is the same, byte for byte; a new piece stands between two others."""
    after = right(record.text, edit)
    first, last = _touched(record, edit)
    if first == last:
        _one_place(record.text, after)
    else:
        texts = [piece.text for piece in record.pieces]
        before, behind = "".join(texts[:first]), "".join(texts[last:])
        assert after.startswith(before)
        assert after[len(before) :].endswith(behind)
    _comments_stay(record, edit, after, first, last)


def _touched(record: Record, edit: Edit) -> tuple[int, int]:
    """Give the pieces, from and to, that an edit may change; none for what is new between two."""
    key = edit.path[0]
    own = [at for at, piece in enumerate(record.pieces) if piece.path[:1] == (key,) or piece.begins == key]
    if not own or (len(own) > 1 and len(edit.path) == 1 and isinstance(edit, Append)):
        return 0, 0
    emptied = isinstance(edit, Remove) and len(own) == 2
    if len(own) == 1 or len(edit.path) == 1 or (emptied and len(edit.path) == 2):
        return own[0], own[-1] + 1
    at = next(at for at in own if record.pieces[at].path == edit.path[:2])
    return at, at + 1


def _one_place(whole: str, after: str) -> None:
    heads = ["".join(whole.splitlines(keepends=True)[:at]) for at in range(whole.count("\n") + 1)]
    assert any(after.startswith(head) and after[len(head) :].endswith(whole[len(head) :]) for head in heads)


def _comments_stay(record: Record, edit: Edit, after: str, first: int, last: int) -> None:
    """See that no comment is lost but those within what is removed or replaced; each of a record's is there once."""
    taken = range(first, last) if _takes(record.data, edit) else range(0)
    whole = len(edit.path) == 1  # then what stands between the items goes too
    kept = "".join(p.text for at, p in enumerate(record.pieces) if at not in taken or not (p.path or whole))
    for comment in re.findall(r"# (?:note|inside|- loose:|')[^\n]*", kept):
        assert comment in after


def _takes(data: Any, edit: Edit) -> bool:
    if isinstance(edit, Append):
        return False
    for step in edit.path[:-1]:
        data = data[step]
    old = data.get(edit.path[-1]) if isinstance(data, dict) else data[edit.path[-1]]
    return isinstance(edit, Remove) or isinstance(old, dict | list)


def harmless(number: int) -> str:
    """Edit a real record that was spoilt, and say what came of it; example N is the same in every run."""
    try:
        text = decode(spoilt(number)[1])
    except FaultError:
        return "unreadable"
    data = said(text) or {"tenures": [{"state": "XAA"}]}
    return refused_or_right(text, _any_edit(data, random.Random(number)))  # noqa: S311  # the same in every run


def refused_or_right(text: str, edit: Edit) -> str:
    """Edit any text: the edit is refused, and not as a bug of the editor, or the result is right; say which."""
    try:
        right(text, edit)
    except EditError as error:
        assert "bug" not in str(error), (text, edit, str(error))  # noqa: PT017  # a refusal is no bug
        return "refused"
    return "right"


def said(text: str) -> dict[str, Any]:
    """Give what a text says, nothing where it cannot be read."""
    try:
        return compose(text).data
    except FaultError:
        return {}


def _any_edit(data: Any, chance: random.Random) -> Edit:
    path: tuple[str | int, ...] = ()
    while isinstance(data, dict | list) and data and (not path or chance.random() < 0.7):
        step = chance.choice(list(data) if isinstance(data, dict) else range(len(data)))
        path, data = (*path, step), data[step]
    value = chance.choice(_VALUES)
    ways: list[Edit] = [Put(path, value), Remove(path), Append(path, value), Put((*path, "new"), value)]
    return chance.choice([*ways, Append(("new",), value, ("tenures", "new"))])
