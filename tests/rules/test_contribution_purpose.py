"""What a contribution says of itself."""

import pytest

from tests.support import found

RULE = "contribution-purpose"


def contribution(*lines: str, kind: str = "contribution") -> list[str]:
    return found(RULE, {"documents/x.yaml": "\n".join((f"kind: {kind}", "title: X", *lines, ""))})


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


@pytest.mark.parametrize("purpose", ["meeting: com-2023-06-01", "answers: [com-2023-06-01/1]"])
def test_a_contribution_with_a_purpose(purpose: str) -> None:
    assert contribution("prepared-by: [XAA]", purpose) == []


def test_a_contribution_to_nothing_by_nobody() -> None:
    assert contribution() == [
        "documents/x.yaml:1:7 warning: nothing says to what it contributes: `meeting` or `answers`",
        "documents/x.yaml:1:7 warning: nothing says whose contribution it is: `prepared-by`",
    ]


def test_what_never_came_in_and_what_is_something_else() -> None:
    assert contribution("received: false") == []
    assert contribution(kind="report") == []
