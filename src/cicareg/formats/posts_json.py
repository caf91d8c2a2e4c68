"""Read a list of posts that this program wrote as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from cicareg.errors import CicaregError
from cicareg.listed import Holder, PostLine
from cicareg.terms import ROLES


def posts(raw: bytes, origin: str) -> tuple[PostLine, ...]:
    """Give its posts."""
    try:
        data = json.loads(raw)
        return tuple(map(_post, data["posts"]))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        message = f"{origin} is no list of posts as JSON"
        raise CicaregError(message, hint="cicareg list --format json writes one, without --by state") from None


def _post(data: Mapping[str, Any]) -> PostLine:
    return PostLine(
        number=_text(data["number"]),
        dimension=_text(data["dimension"]),
        dimension_name="",
        dimension_unofficial=False,
        area=_text(data["area"]),
        name=_text(data["name"]),
        is_dimension=False,
        unofficial=False,
        status=data["status"],
        holders=tuple(map(_holder, data["holders"])),
    )


def _holder(data: Mapping[str, Any]) -> Holder:
    role, term = data["role"], data["term"]
    if role not in ROLES:
        raise ValueError(role)
    return Holder(
        _text(data["state"]), _text(data["name"]), False, role, _text(term) if term else None,
        _text(data["basis"]), _text(data["status"]),
    )  # fmt: skip


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
