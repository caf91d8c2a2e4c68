"""Every reference of a record is found, from the types of its fields alone."""

import pytest

from cicareg.kinds import kinds
from cicareg.records.references import references
from tests.records.cases import FULL
from tests.support import load

EXPECTED = {
    "registry.yaml": """
        organisation/name/en language key
        organisation/name/fr language key
        organisation/short/en language key
        organisation/forms/fr language key
        organisation/unofficial/0 language
        organisation/seat/en language key
        organs/asm/name/en language key
        organs/com/name/en language key
        organs/com/name/fr language key
        organs/com/short/en language key
        organs/com/forms/fr language key
        organs/com/unofficial/0 language
        organs/com/source source
        offices/secretary/name/en language key
        offices/secretary/forms/fr language key
        offices/secretary/unofficial/0 language
        offices/secretary/source source
        dimensions/0/name/en language key
        dimensions/0/unofficial/0 language
        dimensions/0/source source
        dimensions/1/name/en language key
        rules/minimum-tenure/rests-on demand
        duties/extension/rests-on demand
    """,
    "states.yaml": """
        name/en language key
        name/fr language key
        formal/en language key
        forms/fr language key
        unofficial/0 language
        source source
        member-since/source source
    """,
    "areas/ice.yaml": """
        dimension dimension
        name/en language key
        name/fr language key
        short/en language key
        forms/fr language key
        unofficial/0 language
        source source
    """,
    "coordinators/ice.yaml": """
        departures/0/decision decision
        departures/1/listed meeting
        departures/2/source source
        tenures/0/source source
        tenures/0/state state
        tenures/1/decision decision
        tenures/1/state state
        tenures/1/note document
        tenures/1/ended/note document
        tenures/1/replaces/0 state
        tenures/1/replaces/1 state
        tenures/2/listed meeting
        tenures/2/state state
        proposals/0/state state
        proposals/0/note document
        acting/0/state state
        acting/0/consented/0 state
        acting/0/consented/1 state
        acting/0/note document
    """,
    "meetings/com-2023-06-01.yaml": """
        organ organ
        place/en language key
        chair state
        source source
        agenda/0/title/en language key
        agenda/0/documents/0 document
        agenda/0/areas/0 area
        agenda/0/dimensions/0 dimension
        decisions/0/appoints/0 area
        decisions/0/appoints/1 area
        decisions/1/recommends document
        decisions/1/to organ
        decisions/1/through document
        decisions/2/approves document
        decisions/2/source source
        decisions/3/considers document
        decisions/4/considers-person/name/en language key
        decisions/4/considers-person/unofficial/0 language
        decisions/4/considers-person/nominated-by state
        decisions/5/for document
        decisions/5/text/en language key
        decisions/5/unofficial/0 language
        decisions/6/adopts document
        decisions/7/endorses document
        decisions/8/appoints-person/name/en language key
        decisions/9/text/en language key
        decisions/11/reviews/areas/0 area
        decisions/11/reviews/dimensions/0 dimension
    """,
    "documents/ice-paper.yaml": """
        organ organ
        chairmanship state
        prepared-by/0 state
        prepared-by/1 state
        title/en language key
        short/en language key
        unofficial/0 language
        languages/0 language
        languages/1 language
        areas/0 area
        areas/1 area
        dimensions/0 dimension
        supersedes document
        meeting meeting
        answers/0 decision
        forwards/0 document
        source source
        body/en language key
        body/fr language key
    """,
    "events/2024/ice-course.yaml": """
        title/en language key
        title/fr language key
        unofficial/0 language
        purpose/en language key
        concept/en language key
        areas/0 area
        areas/1 area
        dimensions/0 dimension
        place/en language key
        organisers/0 state
        organisers/1 state
        partners/0/en language key
        plan document
        documents/0 document
        proposed-by/0 state
        answers/0 decision
        source source
    """,
    "law/charter.yaml": """
        document document
        source source
    """,
}


@pytest.mark.parametrize("name", FULL)
def test_every_reference_of_a_full_record(name: str) -> None:
    registry = load({f"registry/{name}": FULL[name].encode()}).registry
    entry = next(entry for kind in kinds() for entry in registry.of(kind.model))
    found = [
        " ".join(["/".join(map(str, path)), ref.to, *(["key"] if is_key else [])])
        for path, ref, _, is_key in references(entry.record)
    ]
    assert found == [line.strip() for line in EXPECTED[name].strip().splitlines()]
