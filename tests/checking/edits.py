"""What may happen to a register between two checks: small changes of files, drawn one after the other."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from hypothesis import strategies as st

Files = dict[str, bytes]
Edit = Callable[[st.DataObject, Files, Files], None]

# Words of the sample register that may stand in each other's place: each tuple is one sort of thing.
_WORDS: Sequence[tuple[str, ...]] = (
    ("XAA", "XBB", "XCC", "XDD", "XEE", "XAB", "Xaa"),
    ("co-coordinator", "coordinator", "coordinater"),
    ("2024-2025", "2024-03/2026-02", "2023-2024", "2025-2024", "2024", "2026-2027"),
    ("com-2023-06-01/1", "com-2023-06-01/2", "com-2023-06-01/9", "asm-2023-07-01/1", "asm-2024-05-02/1", "com/1"),
    ("com-2023-06-01", "asm-2023-07-01", "com-2024-05-01", "com-2023-06-02"),
    ("2023-06-01", "2023-07-01", "2022-01-31", "2024-05-01"),
    ("ice-paper", "charter", "new-charter", "ice-papre", "concept-paper", "report"),
    ("adopts", "endorses", "approves", "recommends", "considers", "appoints"),
    ("Safety on ice", "Fisheries", "Ice", "Frozen water", "Nature", "fish"),
    ("[ice]", "[fish]", "[people]", "[ice, fish]", "[lake]", "[icee]"),
    ("number: 1", "number: 2", "number: 3", "number: x"),
    ("nature", "people", "natur"),
    ("Charter", "Statutes", "Concept paper"),
    ("organ: asm", "organ: com", "organ: con"),
    ("shall", "as a rule", "recommended", "may"),
    ("severity: error", "severity: note", "severity: warning"),
    ("maximum: 1", "maximum: 2", "years: 2", "years: 3"),
    ("charter/1/organ", "charter/3/two-years", "charter/9/none"),
    ("annexed", "none"),
    ("Alderia", "Borland", "Corvania"),
    # Those of the generated register.
    ("XBC", "XAB", "XAD", "XZZ"),
    ("area-00000", "area-00001", "area-00002", "area-00009"),
    ("number: 2", "number: 3", "number: 4"),
    ("paper-00001", "paper-00002", "paper-00003", "charter"),
    ("assembly-1990-01-08/1", "board-1990-01-08/1", "board-1990-01-08/2", "council-1990-01-08/1"),
    ("Area 00000 of plain things", "Matters 00001", "Things 00002", "Area 00003 of plain things"),
)
_NEW: Mapping[str, Sequence[str]] = {
    "coordinators/fish.yaml": (
        "  - {state: XBB, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n",
        "  - {state: XDD, role: coordinator, listed: com-2023-06-01, replaces: [XBB]}\n",
        "  - {state: XDD, role: co-coordinator, term: 2019-2020, source: letters p. 1, notified: 2024-02-03}\n",
        "  - {state: XDD, role: coordinator, term: 2025-2026, decision: asm-2024-05-02/1}\n",
        "acting: [{state: XCC, from: 2024-03-01, consented: [XAA]}]\n",
        "departures: [{rule: one-coordinator, listed: com-2023-06-01, reason: Two.}]\n",
        "departures: [{rule: minimum-tenure, listed: com-2023-06-02, reason: Short.}]\n",
    ),
    "coordinators/people.yaml": (
        "tenures:\n  - {state: XCC, role: coordinator, term: 2024-2025, decision: com-2024-05-01/1}\n",
        "tenures:\n  - {state: XCC, role: coordinator, term: 2024-01/2024-06, decision: com-2023-06-01/1}\n",
    ),
    "meetings/com-2024-05-01.yaml": (
        "organ: com\ndate: 2024-05-01\ndecisions:\n  - {number: 1, appoints: [people, fish]}\n",
        "organ: com\ndate: 2024-05-01\nlist: annexed\ndecisions:\n  - {number: 1, approves: new-charter}\n",
        "organ: com\ndate: 2024-05-01\ndecisions:\n  - {key: agenda, recommends: charter, to: asm, that-it: adopt}\n",
    ),
    "meetings/asm-2024-05-02.yaml": (
        "organ: asm\ndate: 2024-05-02\ndecisions:\n  - {number: 1, appoints: [people]}\n",
    ),
    "meetings/asm-2023-06-30.yaml": (
        "organ: asm\ndate: 2023-06-30\ndecisions:\n  - {number: 1, endorses: charter}\n",
        "organ: asm\ndate: 2023-06-30\ndecisions:\n  - {number: 1, adopts: new-charter}\n",
    ),
    "documents/new-charter.yaml": (
        "kind: decision\norgan: asm\ntitle: New charter\nsupersedes: [charter]\n",
        "kind: concept-paper\ntitle: New charter\nareas: [ice, lake]\n",
    ),
    "areas/lake.yaml": (
        "dimension: nature\nnumber: 1\nname: {en: Lakes, fr: Lacs}\naliases: [Ice]\n",
        "dimension: nature\nnumber: 7\nname: {en: Fisheries, fr: Lacs}\n",
        "dimension: people\n",
    ),
    "areas/a-lake.yaml": ("dimension: nature\nnumber: 2\nname: {en: safety on  ICE, fr: Lacs}\n",),
    "law/rules.yaml": ('document: rules\ntext-of: 2023-07-01\nparagraphs:\n  "1": []\n',),
    "areas/Ice.yaml": ("dimension: nature\n",),
    "area/ice.yaml": ("dimension: nature\n",),
    "notes.yaml": ("x: 1\n",),
    "areas/con.yaml": ("dimension: nature\n",),
}
_BROKEN = (b"", b"tenures: [\n", b"a: 1\na: 2\n", b"\xff\n", b"x: 1", b"- 1\n", b"unknown-key: 1\n")


def sized(examples: int) -> int:
    """Give how many examples a test takes: `CICAREG_EDITS=10` makes it ten times as many."""
    return examples * int(os.environ.get("CICAREG_EDITS", "1"))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, longest))})(?![\w/-])")


def _path(data: st.DataObject, files: Files) -> str:
    return data.draw(st.sampled_from(sorted(files)), "path")


def word(data: st.DataObject, files: Files, _start: Files) -> None:
    """Put another word of the same sort in the place of one."""
    path = _path(data, files)
    text = files[path].decode("utf-8", "replace")
    found = [(sort, match) for sort in _WORDS for match in _pattern(sort).finditer(text)]
    if found:
        sort, match = data.draw(st.sampled_from(found), "place")
        other = data.draw(st.sampled_from(sort), "word")
        files[path] = (text[: match.start()] + other + text[match.end() :]).encode()


def lines(data: st.DataObject, files: Files, _start: Files) -> None:
    """Shift, drop, double or move a line of a file."""
    path = _path(data, files)
    old = files[path].splitlines(keepends=True)
    at = data.draw(st.integers(0, max(0, len(old) - 1)), "line")
    shifted = [b"# more\n", *old]
    choices = (shifted, old[:at] + old[at + 1 :], old[: at + 1] + old[at:], old[at:] + old[:at])
    files[path] = b"".join(data.draw(st.sampled_from(choices), "lines"))


def added(data: st.DataObject, files: Files, _start: Files) -> None:
    """Write a new file, or add lines to one that is there."""
    name = data.draw(st.sampled_from(sorted(_NEW)), "name")
    text = data.draw(st.sampled_from(_NEW[name]), "text").encode()
    path = f"registry/{name}"
    grows = name == "coordinators/fish.yaml" and path in files
    files[path] = files[path] + text if grows else text


def moved(data: st.DataObject, files: Files, _start: Files) -> None:
    """Copy or rename a file, within its folder or to that of another kind."""
    path = _path(data, files)
    folder, _, name = path.rpartition("/")
    target = data.draw(
        st.sampled_from(
            (f"{folder}/z-{name}", f"{folder}/a-{name}", f"registry/documents/{name}", f"{folder}/lake.yaml")
        ),
        "target",
    )
    raw = files[path]
    if data.draw(st.booleans(), "rename") and path != "registry/registry.yaml":
        del files[path]
    files[target] = raw


def gone(data: st.DataObject, files: Files, _start: Files) -> None:
    """Remove a file."""
    path = _path(data, files)
    if path != "registry/registry.yaml":  # without it there is no register
        del files[path]


def broken(data: st.DataObject, files: Files, _start: Files) -> None:
    """Write what cannot be read, or add it to what can."""
    path = _path(data, files)
    raw = data.draw(st.sampled_from(_BROKEN), "raw")
    files[path] = files[path] + raw if data.draw(st.booleans(), "append") else raw


def mended(data: st.DataObject, files: Files, start: Files) -> None:
    """Take a file back to what it was at the start."""
    path = data.draw(st.sampled_from(sorted({*files, *start})), "path")
    if path in start:
        files[path] = start[path]
    else:
        del files[path]


def all_mended(_data: st.DataObject, files: Files, start: Files) -> None:
    """Take all files back to what they were, as by a checkout."""
    files.clear()
    files.update(start)


EDITS: Mapping[str, Edit] = {
    edit.__name__: edit for edit in (word, lines, added, moved, gone, broken, mended, all_mended)
}
_OFTEN = st.sampled_from(["word"] * 6 + ["added"] * 4 + ["mended"] * 3 + [*EDITS])


def change(data: st.DataObject, files: Files, start: Files) -> None:
    """Change the files once or a few times."""
    for _ in range(data.draw(st.sampled_from((1, 1, 1, 2, 3)), "edits")):
        EDITS[data.draw(_OFTEN, "edit")](data, files, start)
