from cicareg.questions.incumbents import incumbents
from tests.acts import Files
from tests.rules.overlays import holders, meeting
from tests.support import loaded

HELP = "state: XBB, role: co-coordinator, listed: com-2023-06-01"
LED = "state: XAA, role: coordinator, listed: com-2023-06-01"


def of(area: str, files: Files | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = incumbents(loaded(files).registry, area)
    assert list(found) == ["coordinator", "co-coordinator"]
    return found["coordinator"], found["co-coordinator"]


def test_who_stands_on_the_list_with_the_term_that_is_stated() -> None:
    assert of("ice") == (("Alderia (2024-2025)",), ("Borland (2024-2025)",))
    assert of("fish") == (("Borland",), ("Corvania", "Alderia"))


def test_a_post_or_area_without_a_record_has_nobody() -> None:
    assert of("people") == ((), ())
    assert of("snow") == ((), ())


def test_who_acts_stands_in_the_place_of_the_coordinator() -> None:
    acting = ("state: XBB, from: 2024-03-01",)
    assert of("fish", holders("fish", HELP, acting=acting)) == (("Borland (acting from 2024-03-01)",), ("Borland",))
    assert of("fish", holders("fish", LED, HELP, acting=acting)) == (("Alderia",), ("Borland",))


def test_who_acts_is_named_also_where_its_own_tenure_has_an_end() -> None:
    helping = "state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/3"
    acting = ("state: XBB, from: 2024-03-01",)
    found = of("fish", holders("fish", helping, acting=acting))
    assert found == (("Borland (acting from 2024-03-01)",), ("Borland (2024-2025)",))


def test_the_next_who_acts_takes_the_place_of_the_first() -> None:
    acting = ("state: XBB, from: 2024-03-01", "state: XBB, from: 2024-06-01")
    assert of("fish", holders("fish", HELP, acting=acting))[0] == ("Borland (acting from 2024-06-01)",)


def test_who_acted_until_a_coordinator_came_is_gone_with_it() -> None:
    led = "state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-06-01/1"
    ended = f"{led}, ended: {{on: 2025-03-31, notified: 2025-03-01}}"
    june = meeting("com-2024-06-01", "number: 1, appoints: [fish]")
    acting = ("state: XBB, from: 2024-03-01",)
    assert of("fish", june | holders("fish", HELP, led, acting=acting))[0] == ("Alderia (2025-2026)",)
    assert of("fish", june | holders("fish", HELP, ended, acting=acting))[0] == ()
