"""What a meeting has before it about posts: proposals, vacancies, tenures that end, papers that are owed, reviews."""

from collections.abc import Iterator

from cicareg.annexes.before import Before
from cicareg.annexes.proposal import appointment, may_act
from cicareg.annexes.reminder import role_of
from cicareg.annexes.resting import decision, law, law_of, paper, subject
from cicareg.annexes.voice import Data
from cicareg.deadlines.duty import Duty
from cicareg.questions.in_office import in_office
from cicareg.questions.pending import pending_on
from cicareg.questions.posts import Post, posts, top
from cicareg.records.meeting import Meeting
from cicareg.records.state import State

_INTENTION = "notified-before-approval"  # the rule that says on which demand a proposal rests


def about_posts(before: Before) -> Iterator[Data]:
    """Yield what is to be decided on posts: proposals first, then vacancies, tenures that end, and departures."""
    if before.may("appoint"):
        for post in posts(before.voice.registry):
            yield from _proposals(before, post)
        for duty in before.left("vacancy"):
            acting = may_act(before.voice, duty, before.eve)
            yield {**_owed(before, duty), "since": before.voice.day(duty.since or before.eve), "acting": acting}
        for duty in before.left("extension"):
            if duty.by and duty.by <= before.soon:
                yield {**_owed(before, duty), "role": role_of(before.voice, duty) or "coordinator"}
    for duty in before.left("departure"):
        if duty.who == before.meeting.organ and duty.by and duty.by <= before.soon:
            yield _owed(before, duty)


def about_owed_papers(before: Before) -> Iterator[Data]:
    """Yield which concept papers are owed, end soon, or wait for experts."""
    if before.may("approve-concept-paper"):
        for duty in before.left("concept-paper"):
            yield _owed(before, duty)
        for duty in _once(before.left("paper-lapses")):
            if duty.by and duty.by <= before.soon:
                yield _owed(before, duty)
        for duty in _once(before.left("consideration")):
            if duty.after and duty.after < before.eve:
                yield _owed(before, duty)


def about_reviews(before: Before) -> Iterator[Data]:
    """Yield the review that is due, where the agenda on record has none."""
    for duty in before.left("review"):
        if duty.who == before.meeting.organ:
            yield _owed(before, duty)


def about_silence(before: Before) -> Iterator[Data]:
    """Yield the silence procedures of the organ that run, or ended unbroken since its last meeting."""
    for duty, state in before.duties:
        ours = duty.duty == "silence" and duty.who == before.meeting.organ and state in ("open", "met")
        if ours and duty.by and duty.by >= before.since:
            yield {**_owed(before, duty), "overdue": state == "met", "document": _silent(before, duty)}


def _silent(before: Before, duty: Duty) -> Data | None:
    """Give the document that was decided on under a silence procedure; None where it was something else."""
    meeting, _, label = (duty.decision or "").partition("/")
    decided = before.voice.on_record(Meeting, meeting).record.cited[label].document
    return before.voice.document(decided) if decided else None


def _proposals(before: Before, post: Post) -> Iterator[Data]:
    voice = before.voice
    settings = top(voice.registry).rules.get(_INTENTION)
    rests = law(voice, settings.rests_on) if settings and settings.rests_on else None
    for found in pending_on(voice.registry, post.coordinators, before.meeting.first):
        goes_on = found.state in in_office(voice.registry, post, found.notified, found.role)
        said = appointment(voice, post.id, found.role, found, extends=goes_on)
        yield {"kind": "proposal", "law": rests, "decision": None, **said}


def _owed(before: Before, duty: Duty) -> Data:
    """Give what is said of a duty: whose, of what, by when, and on what it rests."""
    voice = before.voice
    return {
        "kind": duty.duty,
        "state": voice.state(duty.who) if voice.registry.get(State, duty.who) else None,
        "post": subject(voice, duty),
        "by": voice.day(duty.by) if duty.by else None,
        "overdue": duty.by is not None and duty.by < before.meeting.first,
        "document": paper(voice, duty),
        "law": law_of(voice, duty),
        "decision": decision(voice, duty.decision) if duty.decision else None,
    }


def _once(found: tuple[Duty, ...]) -> tuple[Duty, ...]:
    """Give one duty for each document that several states owe together."""
    return tuple({duty.about: duty for duty in reversed(found)}.values())[::-1]
