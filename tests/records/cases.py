"""Records that use every key of every model, and short ways to spoil them."""

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any

from cicareg.yaml_text import Step, child, compose, spot
from tests.support import SAMPLE, line, load, loaded, tree_of

Path = tuple[Step, ...]

FULL = {
    "registry.yaml": """
format: 1
organisation:
  name: {en: Council of the Frozen Lakes, fr: Conseil des lacs gelés}
  short: CFL
  forms: {fr: {genitive: du Conseil}}
  unofficial: [fr]
  seat: Lakeside
languages: [en, fr]
sources:
  letters: {title: Letters of the members, date: 2020-02-03, trust: official}
  gazette: {title: The Lake Gazette, trust: press}
organs:
  asm: {name: Assembly}
  com:
    name: {en: Committee, fr: Comité}
    short: {en: COM}
    forms: {fr: {genitive: du Comité}}
    unofficial: [fr]
    source: letters p. 3
    may: [appoint, adopt]
offices:
  secretary:
    name: {en: Secretary}
    forms: {fr: {genitive: du secrétaire}}
    unofficial: [fr]
    source: gazette
dimensions:
  - {id: nature, number: 1, name: {en: Nature}, unofficial: [fr], source: gazette}
  - {id: people, number: 2, name: People}
rules:
  minimum-tenure: {severity: error, years: 2, rests-on: charter/3/two-years}
  one-coordinator: {maximum: 1}
duties:
  extension: {rests-on: charter/4/extension}
""",
    "states.yaml": """
XAA:
  name: {en: Alderia, fr: Aldérie}
  formal: {en: Republic of Alderia}
  aliases: [Aldermark, Aldern]
  forms: {fr: {genitive: de l’Aldérie, dative: à l’Aldérie}}
  unofficial: [fr]
  source: letters p. 1
  member-since: {year: 2000, source: letters}
  member-until: {year: 2020}
XBB: {name: Borland}
XCC: {name: Corvania}
XDD: {name: Dunmere}
XEE: {name: Estavia}
""",
    "areas/ice.yaml": """
dimension: nature
number: 1
name: {en: Safety on ice, fr: Sécurité sur la glace}
short: {en: Ice}
aliases: [Frozen water]
forms: {fr: {genitive: de la glace}}
unofficial: [fr]
source: letters p. 2
corrections:
  - {what: number, was: 2, why: Misread., source: letters p. 7}
""",
    "coordinators/ice.yaml": """
departures:
  - {rule: one-coordinator, decision: com-2023-06-01/1, reason: Decided so., until: 2025-12-31}
  - {rule: one-coordinator, listed: com-2023-06-01, reason: Listed so.}
  - {rule: one-coordinator, source: letters p. 9, reason: Written so.}
tenures:
  - {state: XAA, role: coordinator, term: 2022-2023, source: letters p. 4, inferred: [role, term]}
  - state: XBB
    role: coordinator
    term: 2024-2025
    decision: com-2023-06-01/1
    notified: 2023-05-01
    note: ice-paper
    via: Ministry of Ice
    ended: {on: 2025-06-30, notified: 2025-05-31, note: ice-paper, reason: Thaw.}
    replaces: [XAA, XCC]
  - {state: XCC, role: co-coordinator, listed: com-2023-06-01}
proposals:
  - state: XDD
    role: coordinator
    term: 2026-2027
    notified: 2025-05-01
    note: ice-paper
    via: Ministry of Ice
    withdrawn: 2025-06-01
acting:
  - {state: XCC, from: 2025-07-01, consented: [XAA, XDD], notified: 2025-07-02, note: ice-paper}
corrections:
  - {what: tenures, was: {state: XEE}, why: Misread., source: letters p. 7}
""",
    "meetings/com-2023-06-01.yaml": """
organ: com
date: 2023-06-01
began: 2023-05-31
place: {en: Lakeside}
held: true
form: regular
chair: XAA
list: annexed
source: letters p. 5
agenda:
  - {number: "1", title: {en: Ice}, documents: [charter], areas: [ice], dimensions: [nature], review: true}
decisions:
  - {number: 1, appoints: [ice, fish], amends-list: true}
  - {number: 2, recommends: charter, to: asm, that-it: adopt, at: asm-2023-07-01, through: ice-paper}
  - {number: 3, approves: ice-paper, preliminary: true, source: letters p. 6}
  - {number: 4, considers: charter, outcome: noted}
  - number: 5
    considers-person: {name: {en: Ada Frost}, unofficial: [fr], nominated-by: XBB, office: secretary}
    outcome: agreed
  - number: 6
    calls-on: members
    before: 2023-10-01
    for: ice-paper
    text: {en: The members count.}
    unofficial: [en]
  - {key: charter, adopts: charter}
  - {key: paper, endorses: ice-paper, silence: {until: 2023-06-20, broken: 2023-06-19}}
  - {key: person, appoints-person: {name: Ada Frost, office: secretary}}
  - {key: thanks, text: {en: The Committee thanks the hosts.}}
  - {key: letter, calls-on: secretariat, by: 2023-09-30}
  - {key: review, reviews: {areas: [ice], dimensions: [people]}, outcome: noted}
corrections:
  - {what: form, was: online, why: Misread., source: letters p. 7}
""",
    "documents/ice-paper.yaml": """
kind: concept-paper
organ: com
chairmanship: XAA
prepared-by: [XAA, XBB]
title: {en: Concept paper on ice}
short: Ice paper
unofficial: [fr]
number: "4"
version: "2"
date: 2023-05-01
first-draft: 2023-04-01
applies: 2024-2025
languages: [en, fr]
areas: [ice, fish]
dimensions: [nature]
supersedes: charter
meeting: com-2023-06-01
answers: [com-2023-06-01/1]
forwards: [charter]
pages: 12
received: true
restricted: false
source: letters p. 7
body: {en: 1. Ice is cold., fr: 1. La glace est froide.}
corrections:
  - {what: pages, was: 11, why: Misread., source: letters p. 7}
""",
    "events/2024/ice-course.yaml": """
title: {en: Course on ice, fr: Cours sur la glace}
unofficial: [fr]
purpose: {en: The members practise.}
concept: {en: Two days on the ice.}
areas: [ice, fish]
dimensions: [people]
dates: 2024-02-06/2024-02-08
place: {en: Lakeside}
format: hybrid
organisers: [XAA, XBB]
partners: [{en: School of Rescuers}]
plan: charter
documents: [ice-paper]
status: postponed
moved-to: 2024-12
proposed-by: [XCC]
submitted: 2023-09-20
answers: [com-2023-06-01/1]
restricted: false
source: letters p. 11
corrections:
  - {what: place, was: Hilltop, why: Misread., source: letters p. 7}
""",
    "law/charter.yaml": """
document: charter
text-of: 2023-07-01
source: letters
paragraphs:
  "1":
    - {id: organ, strength: shall, asks: The Committee appoints.}
    - {id: one-coordinator, strength: as a rule, asks: One coordinator for an area.}
  "2": [{id: notice, strength: shall, asks: Notice is given first.}]
  "3": [{id: two-years, strength: recommended, asks: Two years.}]
  "4":
    - {id: extension, strength: must, asks: Asked for in time.}
    - {id: termination, strength: must, asks: Notice comes first.}
  "5": [{id: acting, strength: may, asks: "A co-coordinator may act.", unchecked: No file shows it.}]
  "6": [{id: papers, strength: shall, asks: The Committee approves papers.}]
  "10.11": [{id: friendship, strength: should, asks: The members are friends.}]
""",
}


def sample_text(name: str) -> str:
    """Give the text of a file of the sample register."""
    return tree_of(SAMPLE)[f"registry/{name}"].decode()


def edited(name: str, old: str, new: str) -> dict[str, str | None]:
    """Give an overlay in which one stretch of a sample file is another."""
    text = sample_text(name)
    assert text.count(old) == 1, (name, old)
    return {name: text.replace(old, new)}


def findings(files: Mapping[str, str | None]) -> list[str]:
    """Give what reading finds in the sample register with files laid over it, sorted by place."""
    return [line(finding) for finding in sorted(loaded(files).findings, key=lambda finding: finding.order)]


def shape(name: str, data: Any) -> list[tuple[tuple[int, int, int, int], str]]:
    """Give place and message of what does not fit in a record, read alone."""
    raw = (json.dumps(data, ensure_ascii=False) + "\n").encode()
    found = []
    for finding in load({f"registry/{name}": raw}).findings:
        assert finding.rule in {"shape", "reference"}
        if finding.rule == "shape":
            at = finding.place
            found.append(((at.line, at.column, at.end_line, at.end_column), finding.message))
    return found


def place(data: Any, path: Path, *, key: bool = False) -> tuple[int, int, int, int]:
    """Give where a value (or its key) stands in data that are written as `shape` writes them."""
    return spot(child(compose(json.dumps(data, ensure_ascii=False) + "\n").places, path, key=key))


def full(name: str) -> Any:
    """Give the data of the full record of a file, to be changed at will."""
    return copy.deepcopy(compose(FULL[name]).data)


def at(data: Any, path: Path) -> Any:
    """Give the value at a path of data."""
    for step in path:
        data = data[step]
    return data


def put(data: Any, path: Path, value: Any) -> Any:
    """Give a copy of data with another value at a path."""
    changed = copy.deepcopy(data)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def without(data: Any, path: Path) -> Any:
    """Give a copy of data without what stands at a path."""
    changed = copy.deepcopy(data)
    del at(changed, path[:-1])[path[-1]]
    return changed


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value below the top of data, less those of which nothing is asked (`was`)."""
    steps: list[Step] = (
        list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    )
    for step in steps:
        if step == "was":
            continue
        yield (*path, step)
        yield from paths(data[step], (*path, step))
