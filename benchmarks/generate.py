"""Write a register of an invented body with so many files: `python benchmarks/generate.py --files 2000 --out DIR`.

The same number gives the same bytes. A file has 15 to 40 lines, as an officer would write them; a fifth of the
files are posts with five tenures each. All is in order but for a few notes and departures, so that a check has
to look at everything and finds what a tended register would show.
"""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

STATES = 40
ORGANS = ("assembly", "board", "committee", "council", "forum")
AREAS_A_DIMENSION = 100
FIRST_DAY = date(1990, 1, 8)
FIXED = 3  # registry.yaml, states.yaml and one law


def main() -> None:
    """Read the arguments and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, required=True, help="how many files, at least 20")
    parser.add_argument("--out", type=Path, required=True, help="a folder that is not there yet, or is empty")
    parser.add_argument("--bodies", type=int, default=0, help="so many documents more, each with its text")
    arguments = parser.parse_args()
    if arguments.files < 20:
        parser.error("a register of fewer than 20 files says nothing")
    if arguments.out.exists() and any(arguments.out.iterdir()):
        parser.error(f"{arguments.out} is not empty")
    for path, text in chain(register(arguments.files), map(_statement, range(arguments.bodies))):
        target = arguments.out / "registry" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def register(files: int) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each file: posts, who holds them, meetings and documents."""
    posts = (files - FIXED) // 5
    meetings = (files - FIXED) // 4
    documents = files - FIXED - 2 * posts - meetings
    yield "registry.yaml", _registry(posts)
    yield "states.yaml", "".join(_state(number) for number in range(STATES))
    yield "law/charter.yaml", _LAW
    yield "documents/charter.yaml", _CHARTER
    for number in range(posts):
        yield f"areas/{_area(number)}.yaml", _post(number)
        yield f"coordinators/{_area(number)}.yaml", _coordinators(number, meetings)
    appointed = _appointed(posts, meetings)
    for number in range(meetings):
        yield f"meetings/{_meeting(number)}.yaml", _decisions(number, documents, appointed.get(number, []))
    for number in range(1, documents):
        yield f"documents/{_document(number)}.yaml", _paper(number, posts)


def _area(number: int) -> str:
    return f"area-{number:05}"


def _document(number: int) -> str:
    return f"paper-{number:05}"


def _code(number: int) -> str:
    number %= STATES
    return f"X{chr(65 + number // 26)}{chr(65 + number % 26)}"


def _organ(meeting: int) -> str:
    return ORGANS[meeting % len(ORGANS)]


def _day(meeting: int) -> date:
    return FIRST_DAY + timedelta(days=meeting // len(ORGANS))


def _meeting(number: int) -> str:
    return f"{_organ(number)}-{_day(number)}"


def _dimension(post: int) -> int:
    return post // AREAS_A_DIMENSION + 1


def _years(post: int, turn: int, meetings: int) -> tuple[int, int]:
    """Give the two years of the post's first, second or third tenure: after all of its decisions."""
    first = _day(meetings).year + 1 + post % 7 + 2 * turn
    return first, first + 1


def _deciding(post: int, turn: int, meetings: int) -> int:
    return (post * 3 + turn) % meetings


def _appointed(posts: int, meetings: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for post in range(posts):
        for turn in range(3):
            found.setdefault(_deciding(post, turn, meetings), []).append(post)
    return found


def _text(indent: str, name: str) -> str:
    return f"{indent}en: {name}\n{indent}ru: {name} (по-русски)\n{indent}kk: {name} (қазақша)\n"


def _state(number: int) -> str:
    return (
        f"{_code(number)}:\n  name:\n{_text('    ', f'State {number:02} of the Plains')}"
        f"  formal:\n{_text('    ', f'Republic of State {number:02} of the Plains')}"
        f"  aliases: [Plain {number:02}, The {number:02} Plains]\n"
        "  unofficial: [ru, kk]\n  member-since: {year: 1985, source: paper-1}\n"
    )


def _registry(posts: int) -> str:
    may = "appoint, adopt, endorse, recommend, consider, call-on, approve-report, approve-annual-plan"
    lines = ["# Written by benchmarks/generate.py", "format: 1", "organisation:", "  name:"]
    lines += [_text("    ", "Council of the Invented Plains").rstrip(), "  short: {en: CIP, ru: CIP, kk: CIP}"]
    lines += ["languages: [en, ru, kk]", "sources:"]
    lines += ["  paper-1: {title: Paper 1, date: 1989-12-01, trust: official}", "organs:"]
    for organ in ORGANS:
        lines += [f"  {organ}:", "    name:", _text("      ", f"The {organ}").rstrip(), f"    may: [{may}]"]
    lines += ["dimensions:"]
    for number in range(1, _dimension(posts) + 1):
        lines += [f"  - id: dimension-{number}", f"    number: {number}", "    name:"]
        lines += [_text("      ", f"Dimension {number} of the plains").rstrip()]
    lines += ["rules:", "  minimum-tenure: {severity: error, years: 2, rests-on: charter/1.1/two-years}"]
    lines += ["  one-coordinator: {maximum: 1, rests-on: charter/1.2/one}", "duties:"]
    lines += [
        f"  {kind}: {{rests-on: charter/1.2/helpers}}" for kind in ("concept-paper", "extension", "report", "vacancy")
    ]
    return "\n".join(lines) + "\n"


_LAW = """document: charter
text-of: 1990-01-08
source: paper-1 p. 2
paragraphs:
  "1.1":
    - id: two-years
      strength: recommended
      asks: A tenure is not shorter than two years.
  "1.2":
    - id: one
      strength: as a rule
      asks: An area has one coordinator at a time.
    - id: helpers
      strength: may
      asks: Others help the coordinator.
      unchecked: It sets no limit.
"""
_CHARTER = """kind: decision
organ: assembly
title:
  en: Charter of the Invented Plains
  ru: Устав (по-русски)
  kk: Жарғы (қазақша)
short: {en: Charter, ru: Устав, kk: Жарғы}
unofficial: [ru, kk]
number: CIP/CHARTER
date: 1990-01-01
source: paper-1 p. 1
# The first of all papers:
# what the organs may do,
# and for how long a state
# coordinates an area.
"""


def _post(number: int) -> str:
    name = f"Area {number:05} of plain things"
    return (
        f"# Area {number}\ndimension: dimension-{_dimension(number)}\nnumber: {number % AREAS_A_DIMENSION + 1}\n"
        f"name:\n{_text('  ', name)}short:\n{_text('  ', f'Things {number:05}')}"
        f"aliases:\n  - Plain things {number:05}\n  - Matters {number:05}\n"
        "unofficial:\n  - ru\n  - kk\nsource: paper-1 p. 3\n"
    )


def _coordinators(number: int, meetings: int) -> str:
    lines = [f"# Who coordinates area {number}, in the order decided", "tenures:"]
    for turn in range(3):
        first, last = _years(number, turn, meetings)
        meeting = _deciding(number, turn, meetings)
        for role, state in (("coordinator", number + turn), ("co-coordinator", number + turn + 7)):
            if turn == 2 and role == "co-coordinator":
                break
            lines += [f"  - state: {_code(state)}", f"    role: {role}", f"    term: {first}-{last}"]
            lines += [f"    decision: {_meeting(meeting)}/1"]
            if role == "coordinator":
                lines += [f"    notified: {_day(meeting) - timedelta(days=30 + number % 40)}"]
                lines += ["    via: Ministry of Plain Affairs"]
    return "\n".join(lines) + "\n"


def _decisions(number: int, documents: int, appointed: list[int]) -> str:
    lines = [f"organ: {_organ(number)}", f"date: {_day(number)}", "place:", "  en: Plaintown", "form: regular"]
    lines += [f"chair: {_code(number)}", "source: paper-1 p. 4", "decisions:"]
    if appointed:
        lines += ["  - number: 1", f"    appoints: [{', '.join(_area(post) for post in appointed)}]"]
    else:
        lines += ["  - number: 1", "    text: {en: The agenda was agreed.}"]
    for step, verb in enumerate(("considers", "recommends", "considers", "adopts"), start=2):
        turn, paper = divmod(number * 4 + step, documents - 1)
        if turn:  # each was decided on before: now it is noted
            lines += [f"  - number: {step}", f"    considers: {_document(paper + 1)}", "    outcome: noted"]
            continue
        lines += [f"  - number: {step}", f"    {verb}: {_document(paper + 1)}"]
        if verb == "recommends":
            lines += ["    to: assembly", "    that-it: endorse"]
    lines += ["  - number: 6", "    calls-on: members", f"    by: {_day(number) + timedelta(days=60)}"]
    lines += ["    text:", "      en: The members are asked to send their plans in time.  # every year"]
    lines += ["    unofficial: [en]"]
    return "\n".join(lines) + "\n"


def _paper(number: int, posts: int) -> str:
    first = number % posts
    return (
        f"kind: {('report', 'statement', 'road-map', 'action-plan')[number % 4]}\n"
        f"title:\n{_text('  ', f'Paper {number:05} on plain things')}short:\n{_text('  ', f'Paper {number:05}')}"
        f"unofficial:\n  - ru\n  - kk\nnumber: CIP/{number}\ndate: {FIRST_DAY + timedelta(days=number // 9)}\n"
        f"applies: {FIRST_DAY.year}-{FIRST_DAY.year + 1}\n"
        f"areas:\n  - {_area(first)}\n  - {_area((first + 1) % posts)}\ndimensions:\n"
        f"  - dimension-{_dimension(first)}\npages: {number % 80 + 1}\nsource: paper-1 p. 5\n"
    )


def _statement(number: int) -> tuple[str, str]:
    """Give the path and text of a document with a body: a preamble, and ten paragraphs with points."""
    paragraphs = "".join(
        f"    {item}. Keep plain thing {number * 10 + item} in order, in a place that all members know:\n"
        f"       (a) by day, where the members can see it;\n       (b) by night.\n"
        for item in range(1, 11)
    )
    return f"documents/statement-{number:05}.yaml", (
        f"kind: statement\ntitle: {{en: Statement {number:05} on plain things}}\nsource: paper-1 p. 6\nbody:\n  en: |\n"
        f"    The members of the forum,\n\n    *Recalling* paper {number},\n    *Noting* that\n"
        "    - things are plain,\n"
        f"    - plain things last,\n\n    Have decided to:\n\n{paragraphs}"
    )


if __name__ == "__main__":
    main()
