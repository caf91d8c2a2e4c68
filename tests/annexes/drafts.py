"""The register of the invented body of tests/chancery, with something due of each kind, and a meeting to come."""

from collections.abc import Mapping

from tests.support import chancery

LAW = """document: coast-rules
text-of: 2030-05-01
paragraphs:
  "1.2":
    - {id: report, strength: shall, asks: A report at the end., unchecked: It falls due.}
  "1.9":
    - {id: intention, strength: shall, asks: A notice before the appointment.}
  "1.10":
    - {id: concept-paper, strength: shall, asks: A paper of each new coordinator., unchecked: It falls due.}
    - {id: extension, strength: must, asks: A request before the end., unchecked: It falls due.}
    - {id: two-years, strength: recommended, asks: Two years or more.}
  "2.1":
    - {id: acting, strength: may, asks: One of the co-coordinators may act., unchecked: It falls due.}
    - {id: renewal, strength: shall, asks: A paper is renewed., unchecked: It falls due.}
    - {id: expert-meetings, strength: shall, asks: Experts meet., unchecked: It falls due.}
    - {id: review, strength: will, asks: The Board reviews., unchecked: It falls due.}
    - {id: contribution, strength: expected, asks: Something in writing., unchecked: It falls due.}
"""
DUTIES = """duties:
  report: {rests-on: coast-rules/1.2/report}
  concept-paper: {rests-on: coast-rules/1.10/concept-paper}
  extension: {rests-on: coast-rules/1.10/extension}
  vacancy: {rests-on: coast-rules/2.1/acting}
  paper-lapses: {rests-on: coast-rules/2.1/renewal}
  consideration: {rests-on: coast-rules/2.1/expert-meetings}
  review: {rests-on: coast-rules/2.1/review}
  contribution: {rests-on: coast-rules/2.1/contribution}
rules:
  notified-before-approval: {rests-on: coast-rules/1.9/intention}
  minimum-tenure: {severity: note, rests-on: coast-rules/1.10/two-years}
dimensions:
"""
PILOTS_PAPER = """kind: concept-paper
organ: board
title: {en: Concept paper on pilots, ru: Концепция лоцманской службы, kk: Лоцмандар тұжырымдамасы}
areas: [pilots]
prepared-by: [XCC]
first-draft: 2030-07-01
source: letters p. 8
"""
REPORT = """kind: report
title: {en: Report on pilots, ru: Отчет о лоцманской службе, kk: Лоцмандар туралы есеп}
areas: [pilots]
prepared-by: [XDD]
date: 2031-09-20
source: letters p. 9
"""
LETTER = """kind: contribution
title: {en: Letter on pilots, ru: Письмо о лоцманской службе, kk: Лоцмандар туралы хат}
areas: [pilots]
meeting: board-2031-10-10
prepared-by: [XDD]
date: 2031-09-25
source: letters p. 9
"""
OCTOBER = """organ: board
date: 2031-10-10
place: {en: Saltmarsh, ru: Солтмарш, kk: Солтмарш}
agenda:
  - {number: "1", title: {en: Opening, ru: Открытие, kk: Ашылу}}
  - number: "2"
    title: {en: Pilots, ru: Лоцманская служба, kk: Лоцмандар қызметі}
    areas: [pilots]
    dimensions: [people]
    documents: [pilots-paper]
    review: true
"""
LIGHTS = """tenures:
  - state: XAA
    role: coordinator
    term: 2031-2032
    decision: board-2030-05-15/4
    ended: {on: 2031-06-30, notified: 2031-06-01, reason: The keepers are few.}
  - {state: XBB, role: co-coordinator, term: 2031-2032, decision: board-2030-05-15/4}
  - {state: XCC, role: co-coordinator, term: 2031-2032, decision: board-2030-05-15/4}
  - {state: XDD, role: co-coordinator, term: 2031-2032, decision: board-2030-05-15/4}
proposals:
  - {state: XDD, role: coordinator, term: 2032-2033, notified: 2031-09-01}
  - {state: XCC, role: co-coordinator, term: 2033-01/2034-06, notified: 2031-09-02}
"""
PEOPLE = """departures:
  - {rule: minimum-tenure, decision: board-2030-05-15/5, reason: They are new to it., until: 2031-12-31}
tenures:
  - {state: XBB, role: coordinator, term: 2031-03-15/2032-03-14, decision: board-2030-05-15/5}
"""
FILES = {
    "law/coast-rules.yaml": LAW,
    "documents/pilots-paper.yaml": PILOTS_PAPER,
    "documents/pilots-report.yaml": REPORT,
    "documents/pilots-letter.yaml": LETTER,
    "meetings/board-2031-10-10.yaml": OCTOBER,
    "coordinators/lights.yaml": LIGHTS,
    "coordinators/people.yaml": PEOPLE,
}
CHANGED = {"registry.yaml": ("dimensions:\n", DUTIES)}

# Each draft: its duty, and the day that it is.
DRAFTS = {
    "a concept paper in time": ("concept-paper/lights/xaa/board-2030-05-15-4", "2030-06-01"),
    "a concept paper overdue": ("concept-paper/people/xbb/board-2030-05-15-5", "2030-09-01"),
    "a report": ("report/lights/xaa/board-2030-05-15-4", "2031-08-01"),
    "a contribution, to one area": ("contribution/pilots/xcc/board-2031-10-10", "2031-09-01"),
    "a request, of all who owe an answer": ("request/*/board-2030-05-15-13", "2030-09-01"),
    "a request, of one, too late": ("request/xcc/board-2030-05-15-14", "2030-09-15"),
    "a paper that lapses, of two": ("paper-lapses/lights/*/lights-paper", "2031-05-01"),
    "a paper that nobody approved": ("consideration/pilots/xcc/pilots-paper", "2031-02-01"),
    "an extension": ("extension/people/xbb/board-2030-05-15-5", "2031-09-01"),
    "an extension that was asked for": ("extension/lights/xcc/board-2030-05-15-4", "2031-09-05"),
    "a vacancy with a candidate": ("vacancy/lights/board/board-2030-05-15-4", "2031-09-05"),
    "a vacancy without anybody": ("vacancy/people/board/board-2030-05-15-5", "2032-04-01"),
    "a review": ("review/board/2031", "2031-03-01"),
    "an annual plan": ("annual-plan/board/yearbook", "2030-11-01"),
    "a departure": ("departure/people/minimum-tenure/board-2030-05-15-5", "2032-01-10"),
}


def drafts(files: Mapping[str, str | None] | None = None, *changed: tuple[str, str, str]) -> dict[str, bytes]:
    """Give the register, with further files laid over it and pieces of text replaced: in which file, what, by what."""
    laid = {**FILES, **(files or {})}
    tree = chancery({name: text for name, text in laid.items() if text is not None or name not in FILES}, CHANGED)
    for name, old, new in changed:
        path = f"registry/{name}"
        assert old.encode() in tree[path]
        tree[path] = tree[path].replace(old.encode(), new.encode())
    return tree
