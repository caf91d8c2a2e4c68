"""What comes before and after a final decision on a document."""

import pytest

from tests.rules.overlays import Files, meeting
from tests.support import found

RULE = "document-course"
PACT = {"documents/pact.yaml": "kind: statement\norgan: asm\ntitle: Pact\n"}
OWN = {"documents/pact.yaml": "kind: statement\norgan: com\ntitle: Pact\n"}
NOBODYS = {"documents/pact.yaml": "kind: statement\ntitle: Pact\n"}


def course(files: Files, *steps: str) -> list[str]:
    """Give what is found where each step is a meeting of its own: `com adopts: pact`, a month after the last."""
    laid = dict(files)
    for month, step in enumerate(steps, start=1):
        organ, _, decision = step.partition(" ")
        laid |= meeting(f"{organ}-2024-{month:02}-01", f"number: 1, {decision}")
    return [line.removeprefix("meetings/") for line in found(RULE, laid)]


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


@pytest.mark.parametrize(
    ("files", "steps"),
    [
        pytest.param(PACT, ["com considers: pact", "com recommends: pact, to: asm", "asm adopts: pact"], id="course"),
        pytest.param(PACT, ["asm adopts: pact"], id="its-own"),
        pytest.param(OWN, ["com recommends: pact, to: asm", "asm adopts: pact"], id="recommended"),
        pytest.param(OWN, ["asm considers: pact", "asm adopts: pact"], id="considered"),
        pytest.param(NOBODYS, ["asm adopts: pact"], id="nobodys"),
        pytest.param(PACT, ["asm adopts: pact", "com considers: pact, outcome: noted"], id="noted"),
        pytest.param(OWN, ["com approves: pact, preliminary: true", "com approves: pact"], id="preliminary"),
        pytest.param(
            OWN,
            ["com approves: pact, silence: {until: 2024-01-09, broken: 2024-01-08}", "com approves: pact"],
            id="broken",
        ),
        pytest.param(
            PACT, ["com considers: pact", "com approves: pact", "asm considers: pact", "asm adopts: pact"], id="higher"
        ),
    ],
)
def test_what_follows(files: Files, steps: list[str]) -> None:
    assert course(files, *steps) == []


SETTLED = "pact was finally decided on 2024-01-01 (asm-2024-01-01/1)"


@pytest.mark.parametrize(
    ("files", "steps", "expected"),
    [
        pytest.param(PACT, ["asm adopts: pact", "asm adopts: pact"], f"asm-2024-02-01.yaml:4:25 error: {SETTLED}"),
        pytest.param(
            PACT,
            ["asm adopts: pact", "com recommends: pact, to: asm"],
            f"com-2024-02-01.yaml:4:29 error: {SETTLED}",
        ),
        pytest.param(PACT, ["asm adopts: pact", "com considers: pact"], f"com-2024-02-01.yaml:4:28 error: {SETTLED}"),
        pytest.param(
            OWN,
            ["com recommends: pact, to: asm", "asm adopts: pact", "com approves: pact"],
            "com-2024-03-01.yaml:4:27 error: pact was finally decided on 2024-02-01 (asm-2024-02-01/1)",
        ),
        pytest.param(
            OWN,
            ["asm adopts: pact"],
            "asm-2024-01-01.yaml:4:25 error: pact was not before Assembly: it is not its own, was not recommended to "
            "it and not considered by it",
        ),
        pytest.param(
            PACT,
            ["com approves: pact"],
            "com-2024-01-01.yaml:4:27 error: pact was not before Committee: it is not its own, was not recommended to "
            "it and not considered by it",
        ),
    ],
)
def test_what_cannot_follow(files: Files, steps: list[str], expected: str) -> None:
    assert course(files, *steps) == [expected]


def test_within_a_meeting_the_order_of_the_paper_counts() -> None:
    after = OWN | meeting("asm-2024-01-01", "number: 1, adopts: pact", "number: 2, considers: pact")
    assert found(RULE, after) == [
        "meetings/asm-2024-01-01.yaml:4:25 error: pact was not before Assembly: it is not its own, was not "
        "recommended to it and not considered by it",
        "meetings/asm-2024-01-01.yaml:5:28 error: pact was finally decided on 2024-01-01 (asm-2024-01-01/1)",
    ]
    before = OWN | meeting("asm-2024-01-01", "number: 1, considers: pact", "number: 2, adopts: pact")
    assert found(RULE, before) == []
