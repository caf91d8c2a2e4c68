"""Whatever acts follow each other: none adds an error, none counts twice, and each can be taken back and read back."""

from collections.abc import Mapping
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cicareg.changes.messages import message, read
from cicareg.changes.requests import acts, from_text, to_text
from cicareg.errors import CicaregError, Exit
from cicareg.finding import Severity
from cicareg.planning import Planned
from tests.acts import Files, laid, nothing, planned
from tests.changes.test_undo import data, done_by, less
from tests.support import report

AREAS = st.sampled_from(["ice", "fish", "people"])
STATES = st.sampled_from(["XAA", "XBB", "XCC", "XDD"])
TERMS = st.sampled_from(["2024-2025", "2026-2027", "2026-01/2026-12", "2028-2029", "2025-07-01/2027-06-30"])
DECISIONS = st.sampled_from(["com-2023-06-01/1", "com-2023-06-01/4", "com-2025-06-03/1", "com-2025-06-03/2"])
DAYS = st.sampled_from(["2023-06-01", "2024-03-01", "2025-03-31", "2026-06-30", "2026-12-31"])
FEW = st.lists(STATES, max_size=2, unique=True).map(tuple)
REASON = st.just("An error.")
PAPERS = st.sampled_from(["concept-paper", "report", "annual-plan"])
FACTS = st.sampled_from(
    [("ice", "tenures/1/via", "Ministry"), ("fish", "tenures/2", None), ("ice", "number", "3"),
     ("ice-paper", "areas", "[ice, fish]"), ("com-2023-06-01", "form", "online"), ("fish", "name/fr", "Pêche"),
     ("people", "tenures/1/term", "2028-2030")]
)  # fmt: skip
Asked = tuple[str, Mapping[str, Any]]


def asked(name: str, **strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[Asked]:
    return st.tuples(st.just(name), st.fixed_dictionaries(dict(strategies)))


def corrected(fact: tuple[str, str, str | None]) -> Asked:
    record, path, value = fact
    return "correct", {"record": record, "fact": path, "value": value, "why": "Misread.", "source": "letters 3"}


DEPARTURES = st.sampled_from([(), ("minimum-tenure=A trial.",), ("one-coordinator=Two.", "minimum-tenure=A trial.")])
ACT = st.one_of(
    asked("appoint", area=AREAS, term=TERMS, decision=DECISIONS, coordinators=FEW, co_coordinators=FEW,
          notified=st.none() | DAYS, replaces=FEW | st.just(()), departures=DEPARTURES),
    asked("extend", area=AREAS, state=STATES, term=TERMS, decision=DECISIONS, notified=st.none() | DAYS),
    asked("terminate", area=AREAS, state=STATES, on=DAYS, notified=DAYS, reason=REASON),
    asked("act", area=AREAS, state=STATES, from_=DAYS, consent=FEW),
    asked("propose", area=AREAS, notified=DAYS, coordinators=FEW, co_coordinators=FEW, term=st.none() | TERMS),
    asked("withdraw", area=AREAS, state=STATES, on=DAYS),
    asked("decide", decision=DECISIONS, verb=st.just("considers"), what=st.just("charter"),
          outcome=st.sampled_from([None, "noted"])),
    asked("convene", meeting=st.sampled_from(["com-2025-06-03", "com-2031-05-02", "com-2031-06-02"]),
          agenda=st.sampled_from([(), ("Ice",)]), reviews=st.sampled_from([(), ("nature=Review",)]),
          instead_of=st.sampled_from([None, "com-2031-05-02"])),
    asked("submit", document=st.sampled_from(["fish-paper", "fish-paper-2", "ice-paper"]), kind=PAPERS, on=DAYS,
          title=st.just(("Fish",)), by=FEW, areas=st.just(()) | AREAS.map(lambda area: (area,)),
          supersedes=st.sampled_from([None, "ice-paper", "fish-paper"])),
    FACTS.map(corrected),
)  # fmt: skip


def tried(asked_: Asked, files: Files) -> Planned | None:
    """Plan an act; None where it is refused, in words, or breaks a rule."""
    name, arguments = asked_
    try:
        done = planned(name, files, **arguments)
    except CicaregError as error:
        refusal = error
    else:
        return None if done.preview.breaches or done.preview.broken else done
    assert refusal.code in (Exit.REFUSED, Exit.USAGE)
    assert refusal.message
    return None


def errors(files: Files) -> int:
    return report(files).count(Severity.ERROR)


@settings(max_examples=40, deadline=None, phases=[Phase.generate])  # to shrink a sequence takes minutes
@given(st.lists(ACT, min_size=1, max_size=6))
def test_a_sequence_of_acts(sequence: list[Asked]) -> None:
    files: Files = {}
    for step in sequence:
        done = tried(step, files)
        if done is None:
            continue
        after = laid(done, files)
        assert errors(after) <= errors(files)
        assert nothing(planned(step[0], after, **step[1]))
        _is_told(step[0], done)
        if done.files:
            _is_taken_back(done, files, after)
        files = after


def _is_told(name: str, done: Planned) -> None:
    """The request and the message of the act tell all that was asked."""
    act = acts()[name]
    assert from_text(act, to_text(done.request)) == done.request
    told = read(message(done.change, act, done.request, "0123456789ab", "A note."))
    assert told is not None
    assert (told.act, told.request, told.decision) == (act, done.request, done.change.authority)


def _is_taken_back(done: Planned, files: Files, after: Files) -> None:
    """Undone, the data are those of before; a file that the act made stays, with nothing in it that is listed."""
    deeds = done_by(done, files)
    if not deeds:
        return
    back = tried(
        ("undo", {"operation": "0123456789ab", "subject": "An act", "deeds": deeds, "why": "An error."}), after
    )
    assert back is not None
    found, before = less(data(laid(back, after))), less(data(files))
    assert {path: said for path, said in found.items() if path in before} == before
    for path in found.keys() - before.keys():
        assert not any(isinstance(value, list) for value in found[path].values())
