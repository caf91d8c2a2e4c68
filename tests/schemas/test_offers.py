"""What a register offers, and that an act does not change it."""

from cicareg.kinds import kinds
from cicareg.schemas.offers import offers
from cicareg.schemas.schema import schema
from tests.support import load, loaded, sample, size

ACTED = {
    "coordinators/ice.yaml": "tenures: [{state: XBB, role: coordinator, decision: com-2025-06-01/1}]\n",
    "coordinators/people.yaml": "tenures:\n  - {state: XAA, role: coordinator, decision: com-2025-06-01/2}\n",
    "meetings/com-2025-06-01.yaml": (
        "organ: com\ndate: 2025-06-01\ndecisions: [{number: 1, appoints: [ice]}, {number: 2, appoints: [people]}]\n"
    ),
    "documents/new-paper.yaml": "kind: concept-paper\ntitle: New paper\n",
}


def test_the_sample() -> None:
    ids = offers(loaded().registry).ids
    assert {name: dict(known) for name, known in ids.items()} == {
        "state": {"XAA": "Alderia", "XBB": "Borland", "XCC": "Corvania", "XDD": "Dunmere", "XEE": "Estavia"},
        "language": {"en": "", "fr": ""},
        "source": {"letters": "Letters of the members", "gazette": "The Lake Gazette"},
        "organ": {"asm": "Assembly", "com": "Committee"},
        "dimension": {"nature": "1 Nature", "people": "2 People"},
        "area": {"ice": "1.1 Safety on ice", "fish": "1.2 Fisheries", "people": "2 People"},
    }


def test_live_adds_meetings_decisions_documents_and_demands() -> None:
    registry = loaded().registry
    ids = offers(registry, live=True).ids
    assert set(ids) - set(offers(registry).ids) == {"meeting", "decision", "document", "demand"}
    assert list(ids["meeting"]) == ["asm-2023-07-01", "com-2023-06-01"]
    assert dict(ids["decision"]) == {
        "asm-2023-07-01/1": "adopts charter",
        "com-2023-06-01/1": "appoints",
        "com-2023-06-01/2": "recommends charter",
        "com-2023-06-01/3": "approves ice-paper",
    }
    assert dict(ids["document"]) == {"charter": "Charter of the Council", "ice-paper": "Concept paper on ice"}
    assert ids["demand"]["charter/3/two-years"] == "A tenure lasts two years."


def test_a_tenure_a_meeting_a_decision_or_a_document_changes_no_schema() -> None:
    before, after = loaded().registry, load(sample(ACTED)).registry
    assert size(after) == size(before) + 3
    for kind in kinds():
        assert schema(kind, offers(before)) == schema(kind, offers(after)), kind.name
    changed = {
        kind.name
        for kind in kinds()
        if schema(kind, offers(before, live=True)) != schema(kind, offers(after, live=True))
    }
    assert changed == {"coordinators", "meeting", "document", "event", "law"}


def test_a_file_that_cannot_be_read_offers_nothing() -> None:
    ids = offers(loaded({"states.yaml": "- x\n"}).registry, live=True).ids
    assert "state" not in ids
    assert "area" in ids
    ids = offers(loaded({"registry.yaml": "- x\n"}).registry).ids
    assert list(ids) == ["state"]


def test_a_record_that_does_not_fit_is_offered_by_its_id() -> None:
    ids = offers(loaded({"areas/ice.yaml": "dimension: 7\n"}).registry).ids
    assert list(ids["area"].items()) == [("fish", "1.2 Fisheries"), ("people", "2 People"), ("ice", "")]
