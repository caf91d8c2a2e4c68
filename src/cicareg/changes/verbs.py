"""What a decision is said to do, as it is typed and asked for: one word a line. Light: the command line is made of it.

Which words belong to which verb, the record of a meeting knows.
"""

from typing import NamedTuple


class Word(NamedTuple):
    """A key of a decision, or of the document or meeting that goes on record with it.

    `sort` is what it names, as the help has it; without one it is said or not. `question` asks for it; what is rare
    has none. `choices` are all that it may be. `record` is the key in the record, where that is another.
    """

    key: str
    sort: str
    help: str
    question: str
    choices: tuple[str, ...] = ()
    many: bool = False
    record: str = ""

    @property
    def field(self) -> str:
        """Give its name in a request."""
        name = self.key.replace("-", "_")
        return f"{name}_" if name == "for" else "areas" if name == "area" else name


_VERBS = "adopt", "endorse", "approve"
_OUTCOMES = "consultations-continue", "agreed", "noted"
_WHOM = "members", "coordinators", "secretariat", "chairmanship"
_FORMS = "regular", "informal", "online", "written-procedure"
_KINDS = (
    *("decision", "statement", "road-map", "concept-paper", "action-plan"),
    *("annual-plan", "list", "report", "contribution", "note-verbale"),
)
_DOCUMENT = "Which document (its id; a new one is put on record)"
_WHO = "Who (the name of the person)"

# Verbs, each followed by the words that belong to it first; a verb's own question asks for what it is done to.
WORDS: tuple[Word, ...] = (
    Word("recommends", "DOCUMENT", "It recommends this document.", _DOCUMENT),
    Word("to", "ORGAN", "With --recommends: to this organ.", "To which organ"),
    Word("that-it", "VERB", "With --recommends: that it adopt, endorse or approve it.", "What that is to do", _VERBS),
    Word("at", "MEETING", "With --recommends: at this meeting to come.", "At which meeting to come"),
    Word("considers", "DOCUMENT", "It considers this document.", _DOCUMENT),
    Word("outcome", "OUTCOME", f"What came of considering or reviewing: {', '.join(_OUTCOMES)}.", "What came of it",
         _OUTCOMES),
    Word("approves", "DOCUMENT", "It approves this document.", _DOCUMENT),
    Word("adopts", "DOCUMENT", "It adopts this document.", _DOCUMENT),
    Word("endorses", "DOCUMENT", "It endorses this document.", _DOCUMENT),
    Word("through", "DOCUMENT", "The paper by way of which this was done.", "By way of which paper (its id)"),
    Word("considers-person", "NAME", "It considers this candidate.", _WHO),
    Word("appoints-person", "NAME", "It appoints this person.", _WHO),
    Word("office", "OFFICE", "The office that a person is considered for or appointed to.",
         "For which office (such as deputy-secretary-general)"),
    Word("nominated-by", "STATE", "The state that nominated the person.", "Nominated by which state"),
    Word("calls-on", "WHOM", "It calls on members, coordinators, secretariat or chairmanship.", "On whom", _WHOM),
    Word("before", "DATE", "With --calls-on: before this day.", "Before which day (such as 2025-10-01)"),
    Word("by", "DATE", "With --calls-on: on this day at the latest.", "On which day at the latest"),
    Word("for", "DOCUMENT", "With --calls-on: the document that the request serves.", "For which document (its id)"),
    Word("reviews", "AREA|DIMENSION", "It reviews the implementation there; may be repeated.",
         "Which areas and dimensions (with commas between them)", many=True),
    Word("silence-until", "DATE", "It stands unless a state breaks the silence by this day.", "", record="silence"),
    Word("preliminary", "", "With --approves: a final approval is still to come.", ""),
    Word("text", "[LANG=]TEXT", "Free wording; once for each language.", "Its words", many=True),
    Word("kind", "KIND", "The kind of a document that is not on record yet.", "Of which kind it is", _KINDS),
    Word("title", "[LANG=]TEXT", "The title of a document that is not on record yet; once for each language.",
         "Its title", many=True),
    Word("area", "AREA", "An area that a document not on record yet concerns; may be repeated.",
         "Which areas it concerns (with commas between them)", many=True),
    Word("organ", "ORGAN", "The organ that is to decide on a document not on record yet.",
         "Which organ is to decide on it"),
    Word("chair", "STATE", "Who chaired the meeting.", ""),
    Word("form", "FORM", f"How the meeting was held: {', '.join(_FORMS)}.", "", _FORMS),
)  # fmt: skip
BY_KEY = {word.key: word for word in WORDS}
BY_RECORD = {word.record or word.key: word for word in WORDS}
OF_DOCUMENTS = ("recommends", "considers", "approves", "adopts", "endorses")
OF_PERSONS = ("considers-person", "appoints-person")
VERBS = (*OF_DOCUMENTS, *OF_PERSONS, "calls-on", "reviews")
OF_NEW = ("title", "kind", "area", "organ")  # what is said of a document that is not on record yet
NEEDED = ("office",)
