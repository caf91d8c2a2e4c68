"""The list as decided, and on a day."""

from datetime import date

import pytest

from cicareg.errors import CicaregError, UsageError
from cicareg.listed import Listing
from cicareg.questions.listing import as_decided, latest_list, on_day
from tests.support import loaded

Files = dict[str, str | None]

LATER = "organ: com\ndate: 2025-05-02\ndecisions:\n  - {number: 1, appoints: [ice, fish]}\n"


def with_later(**posts: str) -> Files:
    files: Files = {"meetings/com-2025-05-02.yaml": LATER}
    files |= {f"coordinators/{area}.yaml": text for area, text in posts.items()}
    return files


def lines(listing: Listing) -> list[str]:
    return [
        f"{post.number} {post.area} {post.status}: "
        + ", ".join(f"{h.state}/{h.role[:2]}/{h.term or '-'}/{h.status}" for h in post.holders)
        for post in listing.posts
    ]


ICE_DECIDED = "1.1 ice filled: XAA/co/2024-2025/stated, XBB/co/2024-2025/stated"
FISH_DECIDED = "1.2 fish filled: XBB/co/-/not-stated, XCC/co/-/not-stated, XAA/co/-/not-stated"


def test_as_decided_shows_posts_by_number_and_states_in_the_decisions_order() -> None:
    assert lines(as_decided(loaded().registry, "en")) == [ICE_DECIDED, FISH_DECIDED, "2 people vacant: "]


def test_a_decision_on_another_post_leaves_a_post_as_it_was() -> None:
    fish = "tenures:\n  - {state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-05-02/1}\n"
    assert lines(as_decided(loaded(with_later(fish=fish)).registry, "en"))[0] == ICE_DECIDED


ICE_EXTENDED = """tenures:
  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
  - {state: XBB, role: co-coordinator, term: 2024-2026, decision: com-2023-06-01/1}
  - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2025-05-02/1}
"""


def test_on_a_touched_post_stand_the_new_and_those_that_do_not_end_before_the_new_start() -> None:
    registry = loaded(with_later(ice=ICE_EXTENDED)).registry
    assert lines(as_decided(registry, "en"))[0] == ("1.1 ice filled: XBB/co/2024-2026/stated, XCC/co/2026-2027/stated")


def test_decided_gives_the_list_as_it_stood_after_that_meeting() -> None:
    registry = loaded(with_later(ice=ICE_EXTENDED)).registry
    before = lines(as_decided(registry, "en", "com-2023-06-01"))[0]
    assert before == "1.1 ice filled: XAA/co/2024-2025/stated, XBB/co/2024-2026/stated"


def test_an_unknown_meeting_is_refused_with_a_guess() -> None:
    with pytest.raises(UsageError, match="did you mean com-2023-06-01"):
        as_decided(loaded().registry, "en", "com-2023-06-02")


def test_a_terminated_tenure_leaves_the_list_but_stood_on_it_before() -> None:
    ended = "ended: {on: 2025-03-31, notified: 2025-02-01}"
    ice = f"tenures:\n  - {{state: XAA, role: coordinator, listed: com-2023-06-01, {ended}}}\n"
    registry = loaded(with_later(ice=ice)).registry
    assert lines(as_decided(registry, "en"))[0] == "1.1 ice vacant: "
    assert lines(as_decided(registry, "en", "com-2023-06-01"))[0] == "1.1 ice filled: XAA/co/-/not-stated"


ICE_COMING = """tenures:
  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
  - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2025-05-02/1}
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-05-31", "1.1 ice not-recorded: "),
        ("2023-06-01", "1.1 ice coming: XAA/co/2024-2025/coming"),
        ("2023-12-31", "1.1 ice coming: XAA/co/2024-2025/coming"),
        ("2024-01-01", "1.1 ice in-force: XAA/co/2024-2025/in-force"),
        ("2025-05-01", "1.1 ice in-force: XAA/co/2024-2025/in-force"),
        ("2025-05-02", "1.1 ice in-force: XAA/co/2024-2025/in-force, XCC/co/2026-2027/coming"),
        ("2025-12-31", "1.1 ice in-force: XAA/co/2024-2025/in-force, XCC/co/2026-2027/coming"),
        ("2026-01-01", "1.1 ice in-force: XCC/co/2026-2027/in-force"),
        ("2028-01-01", "1.1 ice ended: XCC/co/2026-2027/ended"),
    ],
)
def test_on_a_day_with_ends_included(day: str, expected: str) -> None:
    registry = loaded(with_later(ice=ICE_COMING)).registry
    assert lines(on_day(registry, "en", date.fromisoformat(day)))[0] == expected


def test_what_is_not_stated_serves_without_end() -> None:
    assert lines(on_day(loaded().registry, "en", date(2199, 1, 1)))[1] == (
        "1.2 fish not-stated: XBB/co/-/not-stated, XCC/co/-/not-stated, XAA/co/-/not-stated"
    )


FISH_ACTING = """tenures:
  - {state: XCC, role: co-coordinator, listed: com-2023-06-01}
  - {state: XAA, role: co-coordinator, listed: com-2023-06-01}
acting:
  - {state: XCC, from: 2024-03-01, consented: [XAA]}
"""


def test_an_acting_coordinator_is_shown_as_such() -> None:
    registry = loaded({"coordinators/fish.yaml": FISH_ACTING}).registry
    holders = "XCC/co/-/acting, XCC/co/-/not-stated, XAA/co/-/not-stated"
    assert lines(on_day(registry, "en", date(2024, 3, 1)))[1] == f"1.2 fish acting: {holders}"
    assert lines(on_day(registry, "en", date(2024, 2, 29)))[1].startswith("1.2 fish vacant: ")
    assert lines(as_decided(registry, "en"))[1] == f"1.2 fish acting: {holders}"


def test_acting_ends_the_day_before_the_new_coordinator_starts() -> None:
    appointed = "  - {state: XBB, role: coordinator, term: 2026-2027, decision: com-2025-05-02/1}\nacting:"
    registry = loaded(with_later(fish=FISH_ACTING.replace("acting:", appointed))).registry
    assert "XCC/co/-/acting" in lines(on_day(registry, "en", date(2025, 12, 31)))[1]
    assert "acting" not in lines(on_day(registry, "en", date(2026, 1, 1)))[1]
    assert "acting" not in lines(as_decided(registry, "en"))[1]


def test_acting_stands_as_last_decided_also_where_the_states_own_tenure_has_an_end() -> None:
    dated = FISH_ACTING.replace("co-coordinator, listed: com-2023-06-01}", "co-coordinator, term: 2024-2025}")
    dated = dated.replace("term: 2024-2025}", "term: 2024-2025, decision: com-2023-06-01/3}")
    registry = loaded(with_later(fish=dated)).registry
    holders = "XCC/co/-/acting, XCC/co/2024-2025/stated, XAA/co/2024-2025/stated"
    assert lines(as_decided(registry, "en"))[1] == f"1.2 fish acting: {holders}"
    renewed = "  - {state: XAA, role: co-coordinator, term: 2026-2027, decision: com-2025-05-02/1}\nacting:"
    registry = loaded(with_later(fish=dated.replace("acting:", renewed))).registry
    assert lines(as_decided(registry, "en"))[1] == "1.2 fish vacant: XAA/co/2026-2027/stated"


def test_there_is_no_list_of_a_meeting_that_was_not_held() -> None:
    registry = loaded({"meetings/com-2025-05-02.yaml": "organ: com\ndate: 2025-05-02\nheld: false\n"}).registry
    with pytest.raises(UsageError) as refused:
        as_decided(registry, "en", "com-2025-05-02")
    assert refused.value.message == "com-2025-05-02 was not held, and no list is of it: it is on record by mistake"
    assert refused.value.hint == "these appointed somebody or annexed a list: com-2023-06-01"


def test_a_post_whose_record_is_broken_is_called_unreadable_not_vacant() -> None:
    registry = loaded({"coordinators/ice.yaml": "tenures: 5\n"}).registry
    assert lines(as_decided(registry, "en"))[0] == "1.1 ice unreadable: "
    assert lines(on_day(registry, "en", date(2024, 1, 1)))[0] == "1.1 ice unreadable: "


def test_a_missing_name_is_refused_by_name_and_no_other_language_put_in_its_place() -> None:
    registry = loaded({"areas/fish.yaml": "dimension: nature\nnumber: 2\nname: Fisheries\n"}).registry
    with pytest.raises(CicaregError, match="the name of fish has no text in 'fr'"):
        as_decided(registry, "fr")


def test_the_latest_list_is_that_of_the_last_meeting_that_appointed_or_annexed_one() -> None:
    assert latest_list(loaded().registry) == "com-2023-06-01"
    assert latest_list(loaded(with_later()).registry) == "com-2025-05-02"


def test_who_is_replaced_by_a_decision_of_the_meeting_that_listed_it_is_off_the_list() -> None:
    fish = (
        "tenures:\n  - {state: XBB, role: coordinator, listed: com-2023-06-01}\n"
        "  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XBB]}\n"
    )
    registry = loaded({"coordinators/fish.yaml": fish}).registry
    assert lines(as_decided(registry, "en"))[1] == "1.2 fish filled: XAA/co/2024-2025/stated"


def post(files: Files, area: str = "fish", meeting: str | None = None) -> str:
    listing = as_decided(loaded(files).registry, "en", meeting)
    return next(line for line in lines(listing) if f" {area} " in line)


def test_a_source_is_no_decision_and_not_on_the_list_of_a_meeting() -> None:
    fish = (
        "tenures:\n  - {state: XBB, role: coordinator, listed: com-2023-06-01}\n"
        "  - {state: XCC, role: co-coordinator, term: 2022-2027, source: gazette p. 1}\n"
    )
    assert post({"coordinators/fish.yaml": fish}) == "1.2 fish filled: XBB/co/-/not-stated"


def test_a_post_known_from_sources_only_shows_them_but_after_no_meeting() -> None:
    files: Files = {"coordinators/fish.yaml": "tenures:\n  - {state: XBB, role: coordinator, source: gazette p. 1}\n"}
    assert post(files) == "1.2 fish filled: XBB/co/-/not-stated"
    assert post(files, meeting="com-2023-06-01") == "1.2 fish not-recorded: "
    assert lines(on_day(loaded(files).registry, "en", date(2024, 1, 1)))[1] == "1.2 fish not-recorded: "


def test_before_anything_was_decided_a_post_is_not_on_record_rather_than_vacant() -> None:
    earlier = "organ: com\ndate: 2020-01-01\n"
    assert post({"meetings/com-2020-01-01.yaml": earlier}, "ice", "com-2020-01-01") == "1.1 ice not-recorded: "


def test_acting_ends_with_the_states_own_tenure() -> None:
    ended = FISH_ACTING.replace(
        "{state: XCC, role: co-coordinator, listed: com-2023-06-01}",
        "{state: XCC, role: co-coordinator, listed: com-2023-06-01, ended: {on: 2024-06-30, notified: 2024-06-01}}",
    )
    registry = loaded({"coordinators/fish.yaml": ended}).registry
    assert "acting" in lines(on_day(registry, "en", date(2024, 6, 30)))[1]
    assert "acting" not in lines(on_day(registry, "en", date(2024, 7, 1)))[1]
    assert "acting" not in lines(as_decided(registry, "en"))[1]
