"""What is said of records in a language: names with their case forms, days, tenures, as plain data for templates.

A name that a language lacks is refused by name. Where gaps are allowed it is marked, for all to see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from cicareg.annexes.filling import Press
from cicareg.annexes.tongue import OF, Tongue
from cicareg.document import Templates
from cicareg.errors import CicaregError, UsageError
from cicareg.names import did_you_mean
from cicareg.questions.naming import Naming
from cicareg.questions.posts import Post, posts, top
from cicareg.reading import Entry
from cicareg.records.base import IN_TEXT, Record
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting
from cicareg.records.state import State
from cicareg.registry import Registry
from cicareg.terms import Term
from cicareg.words import Words

Data = Mapping[str, Any]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Voice:
    """The register in one language, with its templates.

    `unofficial` collects whether the names that were said are translations of ours.
    """

    registry: Registry
    words: Words
    naming: Naming
    templates: Templates
    unofficial: set[bool] = field(default_factory=set)

    @cached_property
    def press(self) -> Press:
        """Give what fills the templates."""
        return Press(self.templates, Tongue(self.naming.lang, self.words, self.naming.gaps))

    @property
    def lang(self) -> str:
        """Give the language."""
        return self.naming.lang

    def text(self, text: Mapping[str, str], what: str, unofficial: Sequence[str] = ()) -> str:
        """Give a text in the language."""
        self.unofficial.add(self.lang in unofficial)
        return self.naming(text, what)

    def on_record(self, model: type[R], id_: str) -> Entry[R]:
        """Give a record by its id; UsageError where there is none."""
        entry, what = self.registry.get(model, id_), model.__name__.lower()
        if entry is not None:
            return entry
        if self.registry.broken(model, id_):
            raise CicaregError(f"the record of {id_} has errors", hint="cicareg validate shows them")
        known = self.registry.ids(model)
        hint = f"on record: {', '.join(known)}" if known else f"no {what} is on record"
        raise UsageError(f"no {what} {id_} on record{did_you_mean(id_, known)}", hint=hint)

    def name(
        self,
        names: tuple[Mapping[str, str], Mapping[str, str] | None],
        what: str,
        forms: Mapping[str, Mapping[str, str]],
        unofficial: Sequence[str] = (),
    ) -> Data:
        """Give a name: in full and short, and its case forms; without a short one the full one serves.

        `in_text` is the form `in-text`, such as a name with its article, where there is one.
        """
        name, short = names
        full = self.text(name, f"the name of {what}", unofficial)
        brief = short.get(self.lang) if short else None
        known = forms.get(self.lang, {})
        in_text = known.get(IN_TEXT, full)
        return {OF: what, "name": full, "short": brief or full, "in_text": in_text, **known}

    def day(self, day: date) -> Data:
        """Give a day in words, and with the month in each of its forms."""
        forms = {form: self.words.day(day, form) for form in self.words.month_forms}
        return {OF: f"`month-forms` of {self.words.origin}", "text": self.words.day(day), "year": day.year, **forms}

    def term(self, term: Term | None) -> Data | None:
        """Give a tenure: as stated, whether it is stated in years, and its first and last day."""
        if term is None:
            return None
        first, last = term.start.year, term.end.year
        return {
            "text": self.words.span(term),
            "in_years": term.in_years,
            "one_year": term.in_years and first == last,
            "years": str(first) if first == last else str(term),
            "start": self.day(term.start),
            "end": self.day(term.end),
        }

    def state(self, id_: str) -> Data:
        """Give a state."""
        entry = self.registry.get(State, id_)
        if entry is None:
            raise CicaregError(f"no state {id_} on record")
        record = entry.record
        said = self.name((record.name, None), f"the state {id_}", record.forms, record.unofficial)
        return {**said, "formal": record.formal[self.lang]} if record.formal and self.lang in record.formal else said

    def organ(self, id_: str) -> Data:
        """Give an organ."""
        record = top(self.registry).organs.get(id_)
        if record is None:
            raise CicaregError(f"no organ {id_} in registry/registry.yaml")
        return self.name((record.name, record.short), f"the organ {id_}", record.forms, record.unofficial)

    def office(self, id_: str) -> Data:
        """Give an office that persons are appointed to."""
        record = top(self.registry).offices.get(id_)
        if record is None:
            hint = "add it under offices: in registry/registry.yaml, with its name in each language"
            raise CicaregError(f"no office {id_} in registry/registry.yaml", hint=hint)
        return self.name((record.name, None), f"the office {id_}", record.forms, record.unofficial)

    def body(self) -> Data:
        """Give the body whose register this is."""
        record = top(self.registry).organisation
        said = self.name((record.name, record.short), "the organisation", record.forms, record.unofficial)
        return {**said, "seat": self.text(record.seat, "the seat of the organisation") if record.seat else ""}

    def post(self, id_: str) -> Data:
        """Give a priority area, or a dimension that is a post itself."""
        found: Post | None = next((post for post in posts(self.registry) if post.id == id_), None)
        if found is None:
            raise CicaregError(f"no area {id_} on record")
        name = self.text(found.name, f"the name of {id_}", found.unofficial)
        return {
            OF: f"the area {id_}",
            "name": name,
            "short": (found.area.record.short or {}).get(self.lang, name),
            "quoted": self._quoted(name),
            "number": found.number,
            "is_dimension": found.area.record.name is None,
        }

    def dimension(self, id_: str) -> Data:
        """Give a dimension as a whole."""
        found = next((dimension for dimension in top(self.registry).dimensions if dimension.id == id_), None)
        if found is None:
            raise CicaregError(f"no dimension {id_} in registry/registry.yaml")
        name = self.text(found.name, f"the name of the dimension {id_}", found.unofficial)
        return {OF: f"the dimension {id_}", "name": name, "quoted": self._quoted(name)}

    def _quoted(self, name: str) -> str:
        opening, closing = self.words.quotes
        return f"{opening}{name}{closing}"

    def document(self, id_: str, *, restricted: bool = False) -> Data:
        """Give a document by its title; that of a restricted one is not said, unless it is wanted."""
        record = self.on_record(Document, id_).record
        if record.restricted and not restricted:
            title, (opening, closing) = self.words.restricted, ("", "")
        else:
            title = self.text(record.title, f"the title of {id_}", record.unofficial)
            opening, closing = self.words.quotes
        return {
            OF: f"the document {id_}",
            "title": title,
            "quoted": f"{opening}{title}{closing}",
            "kind": record.kind,
            "number": record.number or "",
        }

    def brief(self, id_: str) -> str:
        """Give the short title of a document between quotation marks; where the language has none, the full one."""
        record = self.on_record(Document, id_).record
        short = record.short.get(self.lang) if record.short and not record.restricted else None
        return self._quoted(short) if short else str(self.document(id_)["quoted"])

    def meeting(self, id_: str) -> Data:
        """Give a meeting: organ, day, form and place."""
        record = self.on_record(Meeting, id_).record
        return {
            OF: f"the meeting {id_}",
            "organ": self.organ(record.organ),
            "date": self.day(record.date),
            "began": self.day(record.began) if record.began else None,
            "form": record.form,
            "place": self.text(record.place, f"the place of {id_}") if record.place else "",
        }

    @property
    def translations(self) -> str:
        """Say whether the names that were said are translations of ours: `all`, `some`, or nothing."""
        if True not in self.unofficial:
            return ""
        return "some" if False in self.unofficial else "all"
