"""Good order: the languages of a body have the same structure."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from cicareg.body import Clause, Heading, Numbered, Part, Plain, Point, parse, values
from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.registry import RegistryRecord
from cicareg.rules.rule import MOST_RELATED, At, Breach, Inquiry, rule

_MOST_COMPARED = 1_000_000  # pairs of parts: comparing more would be felt


@rule(Document, Severity.WARNING)
def body_translations(ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """A body has the same headings, clauses, paragraphs and points in each of its languages.

    Each is compared, part by part, with the first language of the register that the body has: sort, depth and
    number agree. Letters need not, for alphabets differ. `languages`, where it is stated, names the languages
    of the body.

    Good:
        # registry/documents/fish-paper.yaml
        kind: concept-paper
        title: Fish
        body:
          en: |
            1. Fish swim.
            2. Fish dream.
          fr: |
            1. Les poissons nagent.
            2. Les poissons rêvent.

    Bad:
        # registry/documents/fish-paper.yaml
        kind: concept-paper
        title: Fish
        body:
          en: |
            1. Fish swim.
            2. Fish dream.
          fr: |
            1. Les poissons nagent.

    Mend: add what the translation lacks, or take away what it has too many.
    """
    body = document.record.body
    if not body:
        return
    yield from _languages(document, body)
    top = next(iter(ask.registry.of(RegistryRecord)), None)
    order = (*(top.record.languages if top else ()), *body)
    first = next(lang for lang in order if lang in body)
    model = parse(body[first])
    for lang, text in body.items():
        if lang != first:
            yield from _differences(document, (first, model), (lang, parse(text)))


def _languages(document: Entry[Document], body: dict[str, str]) -> Iterator[Breach]:
    stated = document.record.languages
    for index, lang in enumerate(stated):
        if lang not in body:
            yield Breach(At(document, ("languages", index)), f"the body has no text in {lang}")
    for lang in body if stated else ():
        if lang not in stated:
            yield Breach(At(document, ("body", lang), key=True), f"languages does not name {lang}")


Text = tuple[str, Sequence[Part]]
Index = tuple[int | None, int]  # of a part, or None; and of the first after the stretch that differs


def _differences(document: Entry[Document], model: Text, other: Text) -> Iterator[Breach]:
    """Yield what one text has otherwise than the model: the first so many, for one slip may make a hundred."""
    forms = [[_form(part) for part in parts] for _, parts in (model, other)]
    count = 0
    for a, b, c, d in _unequal(*forms):
        for i, j in zip_longest(range(a, b), range(c, d)):
            if count == MOST_RELATED:
                return
            count += 1
            yield _breach(document, model, other, (i, b), (j, d))


def _breach(document: Entry[Document], model: Text, other: Text, one: Index, two: Index) -> Breach:
    """Say that one part has another counterpart, or none: its place is then where that would stand."""
    (first, parts), (lang, own) = model, other
    wanted, found = _at(parts, one), _at(own, two)
    related = (At(document, ("body", first), message=f"the text in {first}", line=wanted.line),)
    if one[0] is None:
        message = f"{_label(found)} has no counterpart in {first}"
    elif two[0] is None:
        message = f"{_label(wanted)} of the text in {first} is missing here"
    else:
        message = f"{_label(found)} stands where the text in {first} has {_label(wanted)}"
    return Breach(At(document, ("body", lang), line=found.line), message, related=related)


def _at(parts: Sequence[Part], index: Index) -> Part:
    """Give the part of an index, or that before which it would stand; at the end the last."""
    exact, after = index
    return parts[min(after, len(parts) - 1) if exact is None else exact]


def _unequal(one: Sequence[object], other: Sequence[object]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches in which two sequences differ."""
    least = min(len(one), len(other))
    start = next((i for i in range(least) if one[i] != other[i]), least)
    same = next((i for i in range(least - start) if one[-1 - i] != other[-1 - i]), least - start)
    ends = len(one) - same, len(other) - same
    if (ends[0] - start) * (ends[1] - start) > _MOST_COMPARED:
        yield start, ends[0], start, ends[1]
        return
    compared = SequenceMatcher(None, one[start : ends[0]], other[start : ends[1]], autojunk=False)
    for tag, a, b, c, d in compared.get_opcodes():
        if tag != "equal":
            yield start + a, start + b, start + c, start + d


def _form(part: Part) -> tuple[object, ...]:
    """Give what must agree in all languages."""
    match part:
        case Heading(level):
            return "heading", level
        case Clause():
            return ("clause",)
        case Numbered(marker, depth):
            is_letter = not part.roman and not marker.strip("().")[0].isdigit()
            return "numbered", depth, "a" if is_letter else values(part)
        case Point(depth):
            return "point", depth
        case Plain(_, _, depth):
            return "plain", bool(depth)


def _label(part: Part) -> str:
    match part:
        case Heading():
            return "a heading"
        case Clause():
            return "a clause of the preamble"
        case Numbered(marker):
            return f"paragraph {marker}"
        case Point():
            return "a point"
        case Plain():
            return "a paragraph without a number"
