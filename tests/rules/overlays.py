"""Short ways to write what a case lays over the sample register."""

Files = dict[str, str | None]

LAST = "decision: com-2023-06-01/1"


def holders(area: str, *tenures: str, departures: tuple[str, ...] = (), acting: tuple[str, ...] = ()) -> Files:
    """Give the file of a post: its tenures from line 2, then departures, then who acts; each on a line."""
    text = _items("tenures", tenures) + _items("departures", departures) + _items("acting", acting)
    return {f"coordinators/{area}.yaml": text}


def ice(*tenures: str, departures: tuple[str, ...] = ()) -> Files:
    """Give the file of the post that decision 1 of the sample appoints to."""
    return holders("ice", *tenures, departures=departures)


def meeting(id_: str, *decisions: str, extra: str = "") -> Files:
    """Give the file of a meeting: organ, date, the extra lines, then its decisions, each on a line."""
    organ, _, day = id_.partition("-")
    return {f"meetings/{id_}.yaml": f"organ: {organ}\ndate: {day[:10]}\n{extra}" + _items("decisions", decisions)}


def _items(key: str, items: tuple[str, ...]) -> str:
    return f"{key}:\n" + "".join(f"  - {{{item}}}\n" for item in items) if items else ""
