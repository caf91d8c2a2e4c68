"""The annexed list: the golden of each language, the published paper, and that every change shows."""

import itertools
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cicareg.annexes.publishing import list_decided
from cicareg.annexes.voice import Voice
from cicareg.document import Document
from cicareg.errors import CicaregError
from cicareg.formats.docx import file
from cicareg.formats.markdown_document import document
from cicareg.questions.naming import Naming
from cicareg.records.state import State
from cicareg.storage.templates import read_templates
from cicareg.words import read_words
from tests.formats.reading import laid, tables
from tests.support import PROJECT, SAMPLE, load, sample, tree_of

SEED = PROJECT.parent / "shared" / "seeds" / "DOC-1016.txt"
MEETING = "soc-2023-08-22"


def published(tree: Mapping[str, bytes], root: Path, meeting: str, lang: str = "en") -> Document:
    templates = read_templates(root, lang)
    words = read_words(templates["words.yaml"].origin, templates["words.yaml"].raw)
    return list_decided(Voice(load(tree).registry, words, Naming(lang), templates), meeting)


def annex(tree: Mapping[str, bytes], root: Path, meeting: str, lang: str = "en") -> str:
    return document(published(tree, root, meeting, lang))


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_golden(lang: str, golden: Callable[[str, str], None]) -> None:
    golden(f"annex-{MEETING}-{lang}.md", annex(tree_of(PROJECT), PROJECT, MEETING, lang))


def test_packaged_templates_serve_another_body(golden: Callable[[str, str], None]) -> None:
    golden("annex-sample-en.md", annex(sample(), SAMPLE, "com-2023-06-01"))


def test_a_language_without_case_forms_is_refused_by_name() -> None:
    tree = dict(tree_of(PROJECT))
    top = tree["registry/registry.yaml"].decode()
    tree["registry/registry.yaml"] = re.sub(r" *genitive: Комитета[^\n]*\n", "", top).encode()
    with pytest.raises(CicaregError, match="the organ soc has no genitive: add it"):
        annex(tree, PROJECT, MEETING, "ru")


def rows_of_ours(text: str) -> list[list[str]]:
    """Read our table: number, dimension (carried down), area number, area, coordinators, co-coordinators."""
    rows, number, dimension = [], "", ""
    for line in text.splitlines():
        if not line.startswith("|") or line.startswith(("| No.", "| ---")):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        number, dimension = cells[0] or number, cells[1] or dimension
        rows.append([number, dimension, cells[2], cells[3], *(cell.replace("<br>", " ") for cell in cells[4:])])
    return rows


def rows_of_the_paper(text: str) -> list[list[str]]:
    """Read the published table with tabs: row 1 is a column short, continued rows begin with two empty cells."""
    rows, number, dimension = [], "", ""
    table = text[text.index("No.\tDimension") :].splitlines()[1:]
    for line in table:
        if line.startswith("Chairmanship"):
            break
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        number, dimension = cells[0] or number, cells[1] or dimension
        rest = cells[2:]
        if not rest[0].isdecimal():  # a dimension that is itself the post: no area number and no area
            rest = ["", "", *[cell for cell in rest if cell]]
        rest += [""] * (4 - len(rest))
        rows.append([number, dimension, *rest[:4]])
    return rows


@pytest.mark.skipif(not SEED.exists(), reason="the published paper is not at hand")
def test_row_for_row_it_says_what_the_published_annex_says() -> None:
    paper = rows_of_the_paper(SEED.read_text(encoding="utf-8"))
    assert len(paper) == 18
    assert rows_of_ours(annex(tree_of(PROJECT), PROJECT, MEETING)) == paper


@pytest.mark.skipif(not SEED.exists(), reason="the published paper is not at hand")
def test_the_word_file_has_each_row_of_the_published_annex_in_its_place() -> None:
    (table,) = tables(file(published(tree_of(PROJECT), PROJECT, MEETING), read_templates(PROJECT, "en")))
    rows, number, dimension = [], "", ""
    for cells in laid(table)[1:]:
        texts = [" ".join(lines or ()) for lines in cells]
        number, dimension = texts[0] or number, texts[1] or dimension
        rows.append([number, dimension, *texts[2:]])
    assert rows == rows_of_the_paper(SEED.read_text(encoding="utf-8"))


CHANGES = st.sampled_from(
    [
        ("coordinators/fish.yaml", "state: XBB", "state: XDD", "another state"),
        ("coordinators/fish.yaml", "role: coordinator", "role: co-coordinator", "another role"),
        ("coordinators/ice.yaml", "2024-2025", "2024-2026", "another tenure"),
        ("areas/fish.yaml", "Fisheries", "Fishing", "another name of an area"),
        ("states.yaml", "Alderia, fr", "Aldern, fr", "another name of a state"),
        ("registry.yaml", "en: Nature", "en: Wildlife", "another name of a dimension"),
        ("registry.yaml", "en: Committee", "en: Board", "another name of the organ"),
        ("meetings/com-2023-06-01.yaml", "en: Lakeside", "en: Hilltop", "another place"),
        ("areas/fish.yaml", "number: 2", "number: 3", "another number"),
    ]
)


@given(st.lists(CHANGES, min_size=1, max_size=4, unique_by=lambda change: change[3]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_change_of_the_register_shows(changes: list[tuple[str, str, str, str]]) -> None:
    tree = dict(sample())
    for name, old, new, _ in changes:
        path = f"registry/{name}"
        assert old.encode() in tree[path]
        tree[path] = tree[path].replace(old.encode(), new.encode(), 1)
    text = annex(tree, SAMPLE, "com-2023-06-01")
    assert text != annex(sample(), SAMPLE, "com-2023-06-01")
    for _, _, new, what in changes:
        if "name" in what or "place" in what or "tenure" in what:
            assert new.removeprefix("en: ").partition(",")[0] in text


@given(st.permutations(["XAA", "XBB", "XCC", "XDD"]), st.integers(1, 4))
@settings(deadline=None, max_examples=30)
def test_states_stand_in_the_decisions_own_order(states: list[str], coordinators: int) -> None:
    names = {"XAA": "Alderia", "XBB": "Borland", "XCC": "Corvania", "XDD": "Dunmere"}
    roles = ["coordinator"] * coordinators + ["co-coordinator"] * (4 - coordinators)
    tenures = "".join(
        f"  - {{state: {state}, role: {role}, listed: com-2023-06-01}}\n"
        for state, role in zip(states, roles, strict=True)
    )
    text = annex(sample({"coordinators/fish.yaml": f"tenures:\n{tenures}"}), SAMPLE, "com-2023-06-01")
    cells = ["<br>".join(names[s] for s in part) for part in (states[:coordinators], states[coordinators:])]
    assert f"| 2 | Fisheries | {cells[0]} | {cells[1]} |".replace("|  |", "|  |") in text


LISTED = {
    path: [line for line in raw.decode().splitlines() if MEETING in line and "state:" in line]
    for path, raw in tree_of(PROJECT).items()
    if path.startswith("registry/coordinators/")
}
STATES = {entry.id: entry.record.name["en"] for entry in load(tree_of(PROJECT)).registry.of(State)}
NEVER = "Zembla"  # a name that no record holds


def changed(path: str, old: str, new: str) -> list[list[str]]:
    """Give the rows of the annex after one change of one file of a copied register."""
    tree = dict(tree_of(PROJECT))
    text = tree[path].decode()
    assert text.count(old) == 1, (path, old)
    tree[path] = text.replace(old, new).encode()
    return rows_of_ours(annex(tree, PROJECT, MEETING))


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_in_a_copy_of_the_real_register_a_changed_state_or_tenure_shows_in_its_row_alone(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(path for path, lines in LISTED.items() if lines)))
    line = data.draw(st.sampled_from(LISTED[path]))
    state = re.search(r"state: ([A-Z]{3})", line)
    assert state is not None
    if "term:" not in line and data.draw(st.booleans()):
        new, shown = line.replace("role:", "term: 2024-2029, role:"), f"{STATES[state[1]]} (2024-2029)"
    else:
        free = sorted(set(STATES) - set(re.findall(r"[A-Z]{3}", tree_of(PROJECT)[path].decode())))
        other = data.draw(st.sampled_from(free))
        new, shown = line.replace(state[1], other), STATES[other]
    before, after = rows_of_ours(annex(tree_of(PROJECT), PROJECT, MEETING)), changed(path, line, new)
    [differing] = [now for then, now in zip(before, after, strict=True) if then != now]
    assert shown in " ".join(differing[4:])


@pytest.mark.parametrize("path", sorted(path for path, lines in LISTED.items() if len(lines) > 1))
def test_in_a_copy_of_the_real_register_another_order_shows(path: str) -> None:
    for first, second in itertools.pairwise(LISTED[path]):
        same_role = ("co-coordinator" in first) == ("co-coordinator" in second)
        if same_role:
            before = rows_of_ours(annex(tree_of(PROJECT), PROJECT, MEETING))
            after = changed(path, f"{first}\n{second}", f"{second}\n{first}")
            assert sum(then != now for then, now in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize("state", sorted(STATES))
def test_in_a_copy_of_the_real_register_the_new_name_of_a_state_shows_wherever_it_stands(state: str) -> None:
    rows = changed(
        "registry/states.yaml", f"{state}:\n  name: {{en: {STATES[state]},", f"{state}:\n  name: {{en: {NEVER},"
    )
    held = sum(f"state: {state}," in line for lines in LISTED.values() for line in lines)
    assert sum(" ".join(row[4:]).count(NEVER) for row in rows) == held
