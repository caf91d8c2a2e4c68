"""Pictures of an invented body, written briefly."""

from hypothesis import strategies as st

from cicareg.picture import Item, Picture, Seat, Stand
from cicareg.terms import ROLES

SAYS = ("number", "dimension", "name en", "name fr", "basis", "states", "dimensions", "decisions", "documents")
TERMS = (None, "2024-2025", "2026-2027", "2025-2026", "2024-03/2026-02")


def stand(text: str) -> Stand:
    """Make a holder of `XAA`, `XAA 2024-2025`, `co XBB`, `acting XCC`, with `@` and its basis at the end."""
    words, _, basis = text.partition(" @")
    parts = words.split(" ")
    role = ROLES[parts[0] == "co"]
    acting = parts[0] == "acting"
    state, *term = parts[1:] if parts[0] in ("co", "acting") else parts
    return Stand(state, role, term[0] if term else None, acting, basis or None)


def seat(area: str, *holders: str, number: str = "1.1", name: str = "Ice") -> Seat:
    """Make a post of a dimension with holders."""
    return Seat(area, (("number", number), ("dimension", "nature"), ("name en", name)), tuple(map(stand, holders)))


def shown(*seats: Seat, items: tuple[Item, ...] = ()) -> Picture:
    """Make a picture that says everything."""
    return Picture("a register", frozenset(SAYS), seats, items).placed()


_states = st.sampled_from(["XAA", "XBB", "XCC"])
_stands = st.builds(
    Stand, _states, st.sampled_from(ROLES), st.sampled_from(TERMS), st.booleans(), st.sampled_from([None, "a", "b"])
)
_facts = st.dictionaries(st.sampled_from(["number", "name en", "name fr"]), st.sampled_from(["1.1", "2.10", "Ice"]))
_seats = st.builds(
    lambda area, facts, holders: Seat(area, tuple(facts.items()), tuple(holders)),
    st.sampled_from(["ice", "fish", "snow", "people"]),
    _facts,
    st.lists(_stands, max_size=5),
)
_items = st.builds(
    lambda kind, id_, facts: Item(kind, id_, tuple(sorted(facts.items()))),
    st.sampled_from(["state", "document"]),
    st.sampled_from(["XAA", "XBB", "charter"]),
    _facts,
)
pictures = st.builds(
    lambda seats, items: shown(*seats, items=tuple(items)),
    st.lists(_seats, max_size=4, unique_by=lambda seat: seat.area),
    st.lists(_items, max_size=4, unique_by=lambda item: (item.kind, item.id)),
)
