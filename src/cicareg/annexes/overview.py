"""The list as a table for terminal and Markdown: posts under their dimensions, or posts by state."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cicareg.annexes.translations import Translations, translations
from cicareg.document import Cell, Table
from cicareg.listed import Holder, Listing, PostLine
from cicareg.words import Words

_WITH_DAY = frozenset({"in-force", "not-stated", "coming", "ended", "acting"})


def overview(listing: Listing, words: Words) -> Table:
    """Give the listing as a table in the words of its language."""
    return _by_state(listing, words) if listing.by_state else _by_area(listing, words)


def _by_area(listing: Listing, words: Words) -> Table:
    columns = words.columns
    header = (columns.number, columns.area, columns.coordinator, columns.co_coordinator)
    shown = translations(listing)
    rows: list[tuple[Cell, ...]] = []
    groups: set[int] = set()
    for _, posts in groupby(listing.posts, key=lambda post: post.dimension):
        groups.add(len(rows))
        rows += _dimension_rows(list(posts), listing, words, shown)
    return Table((tuple(Cell((head,)) for head in header),), tuple(rows), frozenset(groups), shown.note(words))


def _dimension_rows(
    posts: Sequence[PostLine], listing: Listing, words: Words, shown: Translations
) -> Iterator[tuple[Cell, ...]]:
    """Yield the title of a dimension and the rows of its areas; a dimension that is a post is one row."""
    first = posts[0]
    if not first.is_dimension:
        yield (
            Cell(
                (f"{first.number.partition('.')[0]}  {shown.mark(first.dimension_name, first.dimension_unofficial)}",),
                columns=4,
                strong=True,
            ),
        )
    for post in posts:
        yield (
            Cell((post.number,), strong=post.is_dimension),
            Cell((shown.mark(post.name, post.unofficial),), strong=post.is_dimension),
            Cell(tuple(_holders(post, "coordinator", listing, words, shown))),
            Cell(tuple(_holders(post, "co-coordinator", listing, words, shown))),
        )


def _holders(post: PostLine, role: str, listing: Listing, words: Words, shown: Translations) -> Iterator[str]:
    holders = [holder for holder in post.holders if holder.role == role]
    for holder in holders:
        yield shown.mark(holder.name, holder.unofficial) + _bracket(holder, listing, words)
    if role == "coordinator" and post.status == "unreadable":
        yield words.statuses.unreadable
    elif role == "coordinator" and post.status == "not-recorded":
        yield words.statuses.not_recorded
    elif role == "coordinator" and not holders and post.status != "pending":
        yield words.statuses.vacant


def _bracket(holder: Holder, listing: Listing, words: Words) -> str:
    """Give tenure and status in brackets; as decided a tenure that is not stated is not mentioned."""
    parts = [holder.term] if holder.term else []
    parts += [words.inferred] if holder.inferred else []
    if holder.status == "acting" or (listing.basis.startswith("on ") and holder.status in _WITH_DAY):
        said = {
            "in-force": "" if holder.term else words.statuses.in_force,
            "not-stated": words.statuses.not_stated,
            "coming": words.statuses.coming,
            "ended": words.statuses.ended,
            "acting": words.statuses.acting,
        }[holder.status]
        parts += [said] if said else []
    if holder.notified:
        parts.append(f"{words.statuses.proposed}, {words.day(holder.notified)}")
    return f" ({', '.join(parts)})" if parts else ""


def _by_state(listing: Listing, words: Words) -> Table:
    columns = words.columns
    header = (columns.state, columns.number, columns.area, "")
    rows = tuple(_state_rows(listing, words))
    groups = frozenset(index for index, row in enumerate(rows) if row[0].lines)
    return Table((tuple(Cell((head,)) for head in header),), rows, groups, translations(listing).note(words))


def _state_rows(listing: Listing, words: Words) -> Iterator[tuple[Cell, ...]]:
    shown = translations(listing)
    held: dict[str, list[tuple[PostLine, Holder]]] = {code: [] for code, _, _ in listing.states}
    for post in listing.posts:
        for holder in post.holders:
            held.setdefault(holder.state, []).append((post, holder))
    for code, name, unofficial in sorted(listing.states, key=lambda state: words.order(state[1])):
        first = Cell((shown.mark(name, unofficial),))
        if not held[code]:
            yield first, Cell(), Cell((words.no_post,)), Cell()
        for index, (post, holder) in enumerate(held[code]):
            role = words.role_coordinator if holder.role == "coordinator" else words.role_co_coordinator
            said = Cell((role + _bracket(holder, listing, words),))
            yield first if index == 0 else Cell(), Cell((post.number,)), Cell((post.name,)), said
