"""Good order: the records say what the organ's own wording says."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cicareg.finding import Severity
from cicareg.questions.naming import dimension_label, post_label, state_label
from cicareg.questions.posts import post_of, top
from cicareg.reading import Entry
from cicareg.records.base import IN_TEXT
from cicareg.records.coordinators import Coordinators, Tenure
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State, spellings
from cicareg.registry import Registry
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.rules.wording import Wording


@rule(Meeting, Severity.WARNING)
def decision_text(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Breach]:
    """What is recorded of a decision stands in its wording, where that is the organ's own.

    Looked for in `text`, in each language that `unofficial` does not name: of an appointment its areas, and of
    the tenures that rest on it the states and the years of their terms; of a review its areas and dimensions; of
    other decisions the person, the title of the document, and days. A name counts in any spelling on record. Of a day
    the number and the year are looked for, not the month, which is a word of a language; of the first and last day of
    a month the year alone.
    In a language whose names take case forms a word of the same beginning counts too, and names
    without forms on record are not looked for. A state that an appointment names and no tenure does is reported as
    well.

    Good:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - number: 1
            appoints: [people]
            text: Alderia is appointed Coordinator of the People dimension for 2025-2026.
        # registry/coordinators/people.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1}

    Bad:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - number: 1
            appoints: [people]
            text: Borland is appointed Coordinator of the People dimension for 2025-2027.
        # registry/coordinators/people.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1}

    Mend: compare both with the paper. Where the wording is ours, name its language in `unofficial`.
    """
    if not ask.registry.of(RegistryRecord):
        return  # what posts are called is not known
    for index, decision in enumerate(meeting.record.decisions):
        for lang, text in (decision.text or {}).items() if decision.verb else ():
            if lang in decision.unofficial:
                continue
            case = _Case(ask.registry, meeting, decision, lang, Wording(text, declines=_declines(ask.registry, lang)))
            for said in (*_missing(case), *_unrecorded(case)):
                yield Breach(At(meeting, ("decisions", index, "text", lang)), said.message, related=said.related)


class _Case(NamedTuple):
    """A decision with its wording in one language."""

    registry: Registry
    meeting: Entry[Meeting]
    decision: Decision
    lang: str
    wording: Wording

    @property
    def tenures(self) -> Iterator[tuple[Entry[Coordinators], int, Tenure]]:
        """Give the tenures that rest on the decision, with post and place."""
        reference = f"{self.meeting.id}/{self.decision.label}"
        for post in self.registry.stating(Coordinators, "decision", reference):
            for index, tenure in enumerate(post.record.tenures):
                if tenure.decision == reference:
                    yield post, index, tenure


class _Said(NamedTuple):
    """What is wrong, and where the other record stands."""

    message: str
    related: tuple[At, ...] = ()


def _declines(registry: Registry, lang: str) -> bool:
    """Tell whether names take case forms in a language: some state has them on record."""
    return registry.once(
        (_declines, lang),
        lambda: any(set(state.record.forms.get(lang, {})) - {IN_TEXT} for state in registry.of(State)),
    )


def _missing(case: _Case) -> Iterator[_Said]:
    """Yield what is recorded and not in the text."""
    decision, wording = case.decision, case.wording
    for area in decision.appoints or ():
        names = _area(case, area)
        if names and not wording.names(names):
            yield _Said(f"the text does not name {post_label(case.registry, area)}, to which it appoints")
    yield from _missing_subject(case)
    if decision.appoints is not None:
        for post, index, tenure in case.tenures:
            yield from _missing_tenure(case, tenure, At(post, ("tenures", index), message="the tenure"))
    person = decision.considers_person or decision.appoints_person
    name = person.name.get(case.lang) if person else None
    if name and not _declines(case.registry, case.lang) and not wording.holds_words(name):
        yield _Said(f"the text does not name {name}")
    for id_ in (decision.document, decision.for_):
        if id_ is not None:
            yield from _missing_document(case, id_)
    silence = decision.silence
    for key, day in (("before", decision.before), ("by", decision.by), ("until", silence and silence.until)):
        if day and not wording.has_day(day):
            yield _Said(f"the text does not say {key} {day}")


def _missing_subject(case: _Case) -> Iterator[_Said]:
    subject = case.decision.reviews
    if subject is None:
        return
    for area in subject.areas:
        names = _area(case, area)
        if names and not case.wording.names(names):
            yield _Said(f"the text does not name {post_label(case.registry, area)}, which was reviewed")
    for dimension in top(case.registry).dimensions if not _declines(case.registry, case.lang) else ():
        name = dimension.name.get(case.lang)
        if dimension.id in subject.dimensions and name and not case.wording.names((name,)):
            label = dimension_label(case.registry, dimension.id)
            yield _Said(f"the text does not name the {label}, which was reviewed")


def _missing_tenure(case: _Case, tenure: Tenure, at: At) -> Iterator[_Said]:
    state = case.registry.get(State, tenure.state)
    names = _state(case, state) if state else ()
    if names and not case.wording.names(names):
        yield _Said(f"the text does not name {state_label(case.registry, tenure.state)}", (at,))
    years = sorted({tenure.term.start.year, tenure.term.end.year}) if tenure.term else ()
    if not all(map(case.wording.has_year, years)):
        yield _Said(
            f"the text does not say the term {tenure.term} of {state_label(case.registry, tenure.state)}", (at,)
        )


def _missing_document(case: _Case, id_: str) -> Iterator[_Said]:
    document = case.registry.get(Document, id_)
    if document is None or case.lang in document.record.unofficial or _declines(case.registry, case.lang):
        return
    names = [text[case.lang] for text in (document.record.title, document.record.short or {}) if case.lang in text]
    if names and not any(map(case.wording.holds_words, names)):
        yield _Said(f"the text does not name {names[-1]} ({id_})", (At(document, ("title",), message="the document"),))


def _unrecorded(case: _Case) -> Iterator[_Said]:
    """Yield the states that an appointment names, and that no tenure and no chair is."""
    if case.decision.appoints is None:
        return
    known = {case.meeting.record.chair}
    for _, _, tenure in case.tenures:
        known.update((tenure.state, *tenure.replaces))
    spelt = [(name, state.id) for state in case.registry.of(State) for name in _spelt(state, case.lang)]
    for id_ in case.wording.among(spelt):
        if id_ not in known:
            yield _Said(f"the text names {state_label(case.registry, id_)}, and no tenure of it rests on this decision")


def _spelt(state: Entry[State], lang: str) -> Iterator[str]:
    """Yield every spelling of a state: names of the language and aliases, and case forms."""
    for path, name in spellings(state.id, state.record):
        if path and path[-1] in (lang, *range(len(state.record.aliases))):
            yield name
    yield from state.record.forms.get(lang, {}).values()


def _state(case: _Case, state: Entry[State]) -> tuple[str, ...]:
    """Give the spellings of a state to look for; none where its name or the forms that it needs are not on record."""
    record, lang = state.record, case.lang
    known = lang in record.name and (lang in record.forms or not _declines(case.registry, lang))
    return tuple(_spelt(state, lang)) if known else ()


def _area(case: _Case, area: str) -> tuple[str, ...]:
    """Give the spellings of a post to look for, those of a dimension that is one included."""
    post = post_of(case.registry, area)
    if post is None or case.lang not in post.name:
        return ()
    record = post.area.record
    forms: Mapping[str, str] = record.forms.get(case.lang, {})
    if _declines(case.registry, case.lang) and not forms:
        return ()
    short = (record.short or {}).get(case.lang)
    return (post.name[case.lang], *((short,) if short else ()), *record.aliases, *forms.values())
