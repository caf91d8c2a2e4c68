"""Two states of the sample register that differ in many ways."""

from cicareg.registry import Registry
from tests.support import loaded

LATER: dict[str, str | None] = {
    "meetings/com-2025-10-01.yaml": """organ: com
date: 2025-10-01
decisions:
  - {number: 1, appoints: [ice, people], amends-list: true}
  - {number: 2, considers: charter, outcome: noted}
""",
    "coordinators/ice.yaml": """tenures:
  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
  - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}
  - {state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-10-01/1}
  - {state: XDD, role: co-coordinator, term: 2026-01/2027-12, decision: com-2025-10-01/1}
""",
    "coordinators/people.yaml": """tenures:
  - {state: XCC, role: coordinator, decision: com-2025-10-01/1}
""",
    "coordinators/fish.yaml": """tenures:
  - {state: XBB, role: coordinator, listed: com-2023-06-01}
  - {state: XAA, role: co-coordinator, listed: com-2023-06-01}
  - {state: XCC, role: co-coordinator, listed: com-2023-06-01}
corrections:
  - {what: tenures, was: the other order, why: The list has Alderia first., source: letters p. 2}
""",
    "areas/fish.yaml": """dimension: nature
number: 3
name: {en: Fish, fr: Pêcheries}
""",
    "documents/ice-paper.yaml": """kind: concept-paper
organ: com
title: {en: Concept paper on ice, fr: Note de cadrage sur la glace}
version: "2"
areas: [ice]
""",
}


def earlier() -> Registry:
    """Give the sample register."""
    return loaded().registry


def later() -> Registry:
    """Give it as it is later."""
    return loaded(LATER).registry
