"""Why a meeting was not held, wherever it is told."""

import pytest

from cicareg.errors import UsageError
from cicareg.questions.held import why_not_held
from cicareg.questions.listing import as_decided
from cicareg.records.meeting import Meeting
from cicareg.tracing.traced import RECORD, Traced
from cicareg.tracing.wording import told
from tests.support import loaded

MISTAKE = "it is on record by mistake"
MOVED = "It was moved to 2025-05-06 (com-2025-05-06)."
AT = "meetings/com-2025-05-02.yaml"
LINES = "organ: com\ndate: 2025-05-02\nheld: false\n"


def correction(was: str, why: str) -> str:
    return f"  - {{what: held, was: {was}, why: {why}, source: meeting com-2025-05-06}}\n"


CASES = {
    "no correction": ("", MISTAKE),
    "moved": (f"corrections:\n{correction('true', MOVED)}", MOVED),
    "the last one counts": (f"corrections:\n{correction('true', 'Misread.')}{correction('true', MOVED)}", MOVED),
    "held again, then by mistake": (
        f"corrections:\n{correction('true', MOVED)}{correction('false', 'An error.')}",
        MISTAKE,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_card_history_and_list_tell_why_a_meeting_was_not_held(name: str) -> None:
    more, why = CASES[name]
    registry = loaded({AT: f"{LINES}{more}"}).registry
    entry = registry.get(Meeting, "com-2025-05-02")
    assert entry is not None
    assert why_not_held(entry.record) == why
    (said,) = told(registry, Traced(RECORD, f"registry/{AT}", {}, entry.record, ""))
    assert said.said == f"com-2025-05-02: Committee, regular, not held: {why}"
    with pytest.raises(UsageError) as refused:
        as_decided(registry, "en", "com-2025-05-02")
    assert refused.value.message == f"com-2025-05-02 was not held, and no list is of it: {why}"
