"""What a duty is about and rests on, as plain data: post, document, paragraph of a law, paragraph of a decision."""

from cicareg.annexes.voice import Data, Voice
from cicareg.deadlines.all_duties import kinds_of_duty
from cicareg.deadlines.duty import Duty
from cicareg.deadlines.settings import rests_on
from cicareg.questions.status import citation
from cicareg.records.document import Document
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting


def law_of(voice: Voice, duty: Duty) -> Data | None:
    """Give the paragraph of the law that a duty rests on, None for one that follows from a decision alone."""
    return law_of_kind(voice, duty.duty)


def law_of_kind(voice: Voice, name: str) -> Data | None:
    """Give the paragraph of the law that a kind of duty rests on here."""
    kind = kinds_of_duty().get(name)
    reference = rests_on(voice.registry, kind) if kind else None
    return law(voice, reference) if reference else None


def law(voice: Voice, reference: str) -> Data | None:
    """Give the paragraph that LAW/PARAGRAPH/DEMAND names, the title of its text, and whether that is a draft."""
    cites, record = citation(voice.registry, reference), voice.registry.get(Law, reference.partition("/")[0])
    if cites is None or record is None:
        return None
    return {
        **voice.document(record.record.document),
        "brief": voice.brief(record.record.document),
        "paragraph": cites.paragraph,
        "draft": cites.status == "draft",
    }


def decision(voice: Voice, cited: str) -> Data:
    """Give organ, day and number of a decision that is cited as MEETING/NUMBER; one that has a key has no number."""
    id_, _, label = cited.partition("/")
    meeting = voice.on_record(Meeting, id_).record
    number = label if label.isdecimal() else ""
    return {"organ": voice.organ(meeting.organ), "date": voice.day(meeting.date), "number": number}


def subject(voice: Voice, duty: Duty) -> Data | None:
    """Give the area or the dimension that a duty is of, None where it is of neither."""
    if duty.area:
        return voice.post(duty.area)
    return {**voice.dimension(duty.dimension), "is_dimension": True} if duty.dimension else None


def paper(voice: Voice, duty: Duty) -> Data | None:
    """Give the document that a duty deals with, and the day of its first draft; None where it deals with none."""
    entry = voice.registry.get(Document, duty.about or "")
    if entry is None:
        return None
    drafted = entry.record.first_draft
    return {**voice.document(entry.id), "drafted": voice.day(drafted) if drafted else None}
