"""What may become of an event without a correction, and what may not."""

import pytest

from tests.guarding.states import since

AT = "events/2024/course.yaml"


def event(status: str = "planned", **keys: str) -> str:
    dates = keys.pop("dates", "2024-03")
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in keys.items()]
    return "\n".join(["title: A course", f"dates: {dates}", f"status: {status}", *lines, ""])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(event(), event("held"), id="held"),
        pytest.param(event().replace("status: planned\n", ""), event("held"), id="held-of-one-without-status"),
        pytest.param(event(), event("postponed"), id="postponed"),
        pytest.param(event(), event("postponed", moved_to="2025-01"), id="postponed-to-a-date"),
        pytest.param(event("postponed"), event("postponed", moved_to="2025-01"), id="its-new-date"),
        pytest.param(event("postponed", moved_to="2025-01"), event("postponed", moved_to="2025-06"), id="once-more"),
        pytest.param(event("postponed", moved_to="2025-01"), event("held", moved_to="2025-01"), id="held-later"),
        pytest.param(event("postponed", moved_to="2025-01"), event("cancelled", moved_to="2025-01"), id="cancelled"),
        pytest.param(event(place="Lakeside"), event(place="Hilltop"), id="another-place"),
        pytest.param(event(format="online"), event("held", format="hybrid"), id="another-format"),
        pytest.param(event(), event(dates="2024-03-15"), id="said-more-exactly"),
        pytest.param(event("held"), event("held", dates="2024-03-15/2024-03-17"), id="what-was-held-more-exactly"),
        pytest.param(event("held"), event("held", place="Lakeside", organisers="[XAA]"), id="what-was-not-said"),
    ],
)
def test_what_was_planned_becomes_what_was_done(old: str, new: str) -> None:
    assert since({AT: old}, {AT: new}) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            event("held"),
            event("cancelled"),
            f"{AT}:3:9 was {AT}:3:9 error history: status is altered without a correction (it was held, "
            "it is cancelled)",
            id="held-is-held",
        ),
        pytest.param(
            event("cancelled"),
            event(),
            f"{AT}:3:9 was {AT}:3:9 error history: status is altered without a correction (it was cancelled, it is "
            "planned)",
            id="cancelled-is-cancelled",
        ),
        pytest.param(
            event("postponed"),
            event(),
            f"{AT}:3:9 was {AT}:3:9 error history: status is altered without a correction (it was postponed, it is "
            "planned)",
            id="postponed-is-no-longer-planned",
        ),
        pytest.param(
            event(),
            event(dates="2024-04"),
            f"{AT}:2:8 was {AT}:2:8 error history: dates is altered without a correction (it was 2024-03, "
            "it is 2024-04)",
            id="other-dates",
        ),
        pytest.param(
            event(dates="2024-03-15"),
            event(dates="2024-03"),
            f"{AT}:2:8 was {AT}:2:8 error history: dates is altered without a correction (it was 2024-03-15, it is "
            "2024-03)",
            id="said-less-exactly",
        ),
        pytest.param(
            event("postponed", moved_to="2025-01"),
            event("held"),
            f"{AT}:1:1 was {AT}:4:11 error history: moved-to is gone without a correction",
            id="the-new-date-stays",
        ),
        pytest.param(
            event(place="Lakeside"),
            event(),
            f"{AT}:1:1 was {AT}:4:8 error history: place is gone without a correction",
            id="a-place-does-not-go",
        ),
        pytest.param(
            event("held", place="Lakeside"),
            event("held", place="Hilltop"),
            f"{AT}:4:8 was {AT}:4:8 error history: place is altered without a correction (en was Lakeside, is Hilltop)",
            id="where-it-was-held",
        ),
        pytest.param(
            event(organisers="[XAA, XBB]"),
            event("held", organisers="[XAA]"),
            f"{AT}:4:13 was {AT}:4:19 error history: XBB in organisers is gone without a correction",
            id="an-organiser-gone",
        ),
    ],
)
def test_what_was_done_stays(old: str, new: str, found: str) -> None:
    assert since({AT: old}, {AT: new}) == [found]


def test_an_event_that_is_gone_is_missed() -> None:
    assert since({AT: event(), "events/2024/a.yaml": event(), "events/2024/b.yaml": event()}, {AT: None})[0] == (
        "registry.yaml:1:1 was events/2024/course.yaml:1:1 error history: registry/events/2024/course.yaml is gone"
    )


def test_an_event_whose_year_was_corrected_is_followed_to_its_new_folder() -> None:
    new = event(dates="2025-03") + (
        "corrections:\n  - {what: dates, was: 2024-03, why: A wrong year was printed., source: letters p. 7}\n"
    )
    moved = "events/2025/course.yaml"
    assert since({AT: event()}, {AT: None, moved: new}) == []
    assert since({AT: event()}, {AT: None, moved: event(dates="2025-03")}) == [
        f"{moved}:2:8 was {AT}:2:8 error history: dates is altered without a correction (it was 2024-03, it is 2025-03)"
    ]
