"""A published list as a picture that can be compared with the register."""

from collections import Counter
from collections.abc import Sequence

from cicareg.errors import CicaregError
from cicareg.listed import Holder, PostLine
from cicareg.names import folded
from cicareg.picture import BASIS, NAME, Picture, Seat, Stand
from cicareg.questions.posts import Post, posts, top
from cicareg.recognising.heads import heads_of
from cicareg.recognising.posts import PostNames
from cicareg.recognising.rows import Line, Reader
from cicareg.registry import Registry
from cicareg.sheet import Sheet
from cicareg.terms import parse_term
from cicareg.words import Words

_AWAY = frozenset({"ended", "coming", "proposed"})


def picture_of_sheets(registry: Registry, of: str, sheets: Sequence[Sheet], languages: Sequence[Words]) -> Picture:
    """Read the tables of a list; what cannot be read is noted with its place, and its post left out."""
    reader = Reader(registry, languages)
    lines: list[Line] = []
    for sheet in sheets:
        heads = heads_of(sheet, languages)
        if heads is None:
            continue
        if len(heads.front) not in (2, 3):
            raise CicaregError(
                f"{of}: {sheet.name} has {len(heads.front)} columns before the holders, not two or three"
            )
        lines += reader.lines(sheet, heads)
    if not lines:
        columns = languages[0].columns
        message = f"{of} has no table with the columns {columns.coordinator} and {columns.co_coordinator}"
        raise CicaregError(message, hint="a list by state cannot be compared; nor can a picture of a table")
    return _picture(registry, of, lines, reader)


def _picture(registry: Registry, of: str, lines: Sequence[Line], reader: Reader) -> Picture:
    found = [(line.post, line) for line in lines if line.post is not None]
    twice = {id_ for id_, count in Counter(post.id for post, _ in found).items() if count > 1}
    lang = reader.posts.language([(post, line.said.name) for post, line in found], top(registry).languages)
    seats = {post.id: _seat(post, line, lang) for post, line in found}
    unread = twice | {post.id for post, line in found if line.problems}
    if len(found) < len(lines):  # one of the posts that were not found may be the one that is not clear
        unread |= {post.id for post in posts(registry)} - seats.keys()
    notes = [f"{of}: {problem}" for line in lines for problem in line.problems]
    notes += [f"{of}: {id_} stands in more than one row" for id_ in sorted(twice)]
    says = {"number", *([f"{NAME} {lang}"] if lang else [])}
    return Picture(of, frozenset(says), tuple(seats.values()), (), frozenset(unread), tuple(notes)).placed()


def _seat(post: Post, line: Line, lang: str | None) -> Seat:
    """Give a post as it was printed; letters of another size are no other name."""
    facts = [("number", line.said.number or post.number)]
    if lang:
        known = post.name.get(lang, "")
        facts.append((f"{NAME} {lang}", known if folded(known) == folded(line.said.name) else line.said.name))
    return Seat(post.id, tuple(facts), line.holders)


def picture_of_posts(registry: Registry, of: str, lines: Sequence[PostLine]) -> Picture:
    """Take a list that states its posts by their ids."""
    if any(line.status == "pending" for line in lines):
        raise CicaregError(f"{of} lists proposals, not who holds the posts", hint="cicareg list --format json")
    known = {post.id: post for post in posts(registry)}
    names = [(known[line.area], line.name) for line in lines if line.area in known and line.name]
    lang = PostNames(registry).language(names, top(registry).languages)
    says = {"number", "dimension", BASIS, *([f"{NAME} {lang}"] if lang else [])}
    try:
        seats = tuple(_of_keys(line, lang) for line in lines)
    except ValueError as error:
        raise CicaregError(f"{of}: {error}") from None
    unread = frozenset(line.area for line in lines if line.status == "unreadable")
    notes = tuple(f"{of}: {area} could not be read when the list was made" for area in sorted(unread))
    return Picture(of, frozenset(says), seats, (), unread, notes).placed()


def _of_keys(line: PostLine, lang: str | None) -> Seat:
    facts = [("number", line.number), ("dimension", line.dimension)]
    if lang:
        facts.append((f"{NAME} {lang}", line.name))
    return Seat(line.area, tuple(facts), tuple(_stand(h) for h in line.holders if h.status not in _AWAY))


def _stand(holder: Holder) -> Stand:
    if holder.term:
        parse_term(holder.term)
    return Stand(holder.state, holder.role, holder.term, holder.status == "acting", holder.basis)
