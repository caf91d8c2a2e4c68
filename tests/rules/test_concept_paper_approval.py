"""Who approves concept papers."""

from tests.rules.overlays import meeting
from tests.support import found

RULE = "concept-paper-approval"


def test_sample_has_the_committee_approve() -> None:
    assert found(RULE) == []


def test_every_verb_that_settles_a_paper() -> None:
    files = meeting(
        "asm-2024-07-01",
        "number: 1, approves: ice-paper",
        "number: 2, adopts: ice-paper",
        "number: 3, endorses: ice-paper",
    )
    assert found(RULE, files) == [
        "meetings/asm-2024-07-01.yaml:4:17 error: Assembly may not approve concept papers; that is for Committee",
        "meetings/asm-2024-07-01.yaml:5:17 error: Assembly may not approve concept papers; that is for Committee",
        "meetings/asm-2024-07-01.yaml:6:17 error: Assembly may not approve concept papers; that is for Committee",
    ]


def test_other_verbs_and_other_documents() -> None:
    files = meeting(
        "asm-2024-07-01",
        "number: 1, considers: ice-paper",
        "number: 2, recommends: ice-paper, to: com, that-it: approve",
        "number: 3, adopts: charter",
        "number: 4, adopts: nothing",
        "number: 5, text: Thanks were given.",
    )
    assert found(RULE, files) == []
