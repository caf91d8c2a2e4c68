"""What carried a notice."""

from tests.rules.overlays import Files, holders
from tests.support import found

RULE = "note-verbale"
NOTE: Files = {"documents/note-1.yaml": "kind: note-verbale\ntitle: {en: A note, fr: Une note}\n"}
LISTED = "state: XBB, role: coordinator, listed: com-2023-06-01"
SAID = "error: a notice is carried by a note-verbale; ice-paper is of the kind concept-paper"


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


def test_a_note_verbale_carries_a_notice() -> None:
    assert found(RULE, NOTE | holders("fish", f"{LISTED}, notified: 2023-05-01, note: note-1")) == []


def test_another_document_carries_none() -> None:
    files = holders(
        "fish",
        f"{LISTED}, notified: 2023-05-01, note: ice-paper",
        f"{LISTED}, ended: {{on: 2024-01-01, notified: 2023-12-01, note: ice-paper}}",
        acting=("state: XCC, from: 2024-02-01, note: ice-paper",),
    )
    files["coordinators/fish.yaml"] = (
        f"{files['coordinators/fish.yaml']}proposals:\n  - {{state: XCC, role: coordinator, notified: 2024-01-01, "
        "note: ice-paper}\n"
    )
    assert found(RULE, files) == [
        f"coordinators/fish.yaml:2:89 {SAID}",
        f"coordinators/fish.yaml:3:113 {SAID}",
        f"coordinators/fish.yaml:5:42 {SAID}",
        f"coordinators/fish.yaml:7:65 {SAID}",
    ]


def test_a_note_that_is_not_on_record_is_reported_elsewhere() -> None:
    assert found(RULE, holders("fish", f"{LISTED}, note: note-9")) == []


def test_a_note_that_is_older_than_the_notice_did_not_carry_it() -> None:
    note = {"documents/note-1.yaml": f"{NOTE['documents/note-1.yaml']}date: 2023-05-01\n"}
    for notified in ("2023-05-01", "2023-04-30"):
        assert found(RULE, note | holders("fish", f"{LISTED}, notified: {notified}, note: note-1")) == []
    files = holders("fish", f"{LISTED}, notified: 2023-05-02, note: note-1",
                    f"{LISTED}, ended: {{on: 2024-01-01, notified: 2023-12-01, note: note-1}}")  # fmt: skip
    said = "error: note-1 is of 2023-05-01: it cannot carry a notice of"
    assert found(RULE, note | files) == [
        f"coordinators/fish.yaml:2:89 {said} 2023-05-02",
        f"coordinators/fish.yaml:3:113 {said} 2023-12-01",
    ]
