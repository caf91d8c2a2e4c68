"""An editor's server on a clone: it reports planted errors and offers what is on record. Skipped without one.

It needs `yaml-language-server` (1.25 has just these words) on PATH, or its command in CICAREG_YAML_SERVER.
"""

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cicareg.records.base import Kind
from cicareg.schemas.modeline import modeline
from cicareg.schemas.schema import by_name
from tests.schemas.language_server import Editor
from tests.schemas.stock import OFFERS
from tests.support import PROJECT

COMMAND = shlex.split(os.environ.get("CICAREG_YAML_SERVER") or shutil.which("yaml-language-server") or "")
pytestmark = pytest.mark.skipif(not COMMAND, reason="yaml-language-server is not on PATH (or in CICAREG_YAML_SERVER)")

COORDINATORS = """tenures:
  - {state: KAX, role: coordinator, term: 2024-2025, decision: soc-2023-08-22/4}
  - {state: KAZ, role: cocoordinator, listed: soc-2023-08-22}
  - state: TUR
    role: coordinator
    term: 2024-02-30/2026-02-27
    source: digest-2023-q3 p. 33
    notfied: 2024-01-01
  - role: coordinator
    state:\x20
"""
MEETING = """organ: soc
date: 2024-02-30
place: {en: Astana, de: Astana}
decisions:
  - {number: 1, approves: road-map, adopts: road-map}
  - {number: 2}
  - {approves: road-map, outcome: noted}
  - {number: 3, key: x, calls-on: members}
  - {number: 4, text: x, by: 2024-01-01}
  - {number: 5, appoints: [tourism, turism]}
  - number: 6
    appoints:
      -\x20
"""
AREA = """dimension:\x20
number: "3"
name: {en: " x"}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(PROJECT / "schemas", folder / "schemas")
    for kind in by_name().values():
        (folder / "registry" / kind.path).parent.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def editor(root: Path) -> Iterator[Editor]:
    with Editor([*COMMAND, "--stdio"], root) as running:
        yield running


def written(root: Path, name: str, file: str, text: str) -> Path:
    kind: Kind = by_name()[name]
    path = root / "registry" / kind.path.replace("*", file)
    path.write_text(f"{modeline(kind)}\n{text}", encoding="utf-8")
    return path


def one_of(name: str) -> str:
    known = ", ".join(f'"{id_}"' for id_ in OFFERS["real"].ids[name])
    return f"Value is not accepted. Valid values: {known}."


def test_planted_errors_among_tenures_are_reported_and_states_are_offered(editor: Editor, root: Path) -> None:
    path = written(root, "coordinators", "tourism", COORDINATORS)
    assert editor.problems(path) == [
        f"3:13 {one_of('state')}",
        '4:24 Value is not accepted. Valid values: "coordinator", "co-coordinator".',
        "7:11 must be a term, written like 2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14",
        "9:5 Property notfied is not allowed.",
        '11:12 Incorrect type. Expected "string".',
        f"11:12 {one_of('state')}",
    ]
    assert editor.offered(path, 11, 12) == dict(OFFERS["real"].ids["state"])
    assert set(editor.offered(path, 8, 13)) == set(OFFERS["real"].ids["source"])
    assert "The state, by its code." in editor.hover(path, 5, 7)
    assert "`TUR`: Türkiye" in editor.hover(path, 5, 13)


def test_planted_errors_of_a_meeting_are_reported_in_the_words_of_the_program(editor: Editor, root: Path) -> None:
    path = written(root, "meeting", "soc-2024-01-01", MEETING)
    verbs = "recommends, considers, considers-person, approves, adopts, endorses, appoints, appoints-person, calls-on"
    citable = "a decision has a number, or a key where no number is known"
    assert editor.problems(path) == [
        "3:7 must be a day of the calendar, written like 2024-03-15",
        "4:21 Property de is not allowed.",
        "6:17 it does not belong to adopts",
        "6:37 it does not belong to approves",
        f"7:5 a decision needs a verb ({verbs}) or a text",
        f"8:5 {citable}",
        "8:5 outcome belongs to considers or considers-person",
        "8:26 it does not belong to approves",
        f"9:17 {citable}",
        "10:5 by belongs to calls-on",
        f"11:37 {one_of('area')}",
        '14:9 Incorrect type. Expected "string".',
        f"14:9 {one_of('area')}",
    ]
    assert editor.offered(path, 14, 9) == dict(OFFERS["real"].ids["area"])


def test_planted_errors_of_an_area_are_reported_and_dimensions_are_offered(editor: Editor, root: Path) -> None:
    path = written(root, "area", "new", AREA)
    assert editor.problems(path) == [
        '2:12 Incorrect type. Expected "string".',
        f"2:12 {one_of('dimension')}",
        '3:9 Incorrect type. Expected "integer".',
        "4:12 must be one line of text, without spaces at its ends",
    ]
    assert editor.offered(path, 2, 12) == dict(OFFERS["real"].ids["dimension"])


def test_records_of_the_register_have_no_problem(editor: Editor, root: Path) -> None:
    for name in ("coordinators/sme.yaml", "meetings/soc-2023-08-22.yaml", "law/modalities.yaml", "states.yaml"):
        path = root / "registry" / name
        path.write_bytes((PROJECT / "registry" / name).read_bytes())
        assert editor.problems(path) == [], name
