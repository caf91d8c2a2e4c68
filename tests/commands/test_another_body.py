"""A body that has nothing of CICA: own organs, posts without areas, own law, no English."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.support import PROJECT

Cicareg = Callable[..., Ran]
FILES = {
    "registry/registry.yaml": """\
format: 1
organisation: {name: {eo: Gildo de la Silentaj Montoj}, short: {eo: GSM}}
languages: [eo, la]
organs:
  kunveno: {name: {eo: Kunveno, la: Conventus}, may: [appoint, adopt]}
  kuirejo: {name: {eo: Kuirejo, la: Culina}, may: [consider]}
dimensions:
  - {id: sonorigisto, number: 1, name: {eo: Sonorigisto, la: Campanarius}}
  - {id: gardisto, number: 2, name: {eo: Gardisto de la pordo, la: Ianitor}}
rules:
  one-coordinator: {severity: warning, maximum: 2, rests-on: pakto/7.2/du}
  minimum-tenure: {severity: error, years: 5, rests-on: pakto/1/kvin-jaroj}
  appointing-decision: {rests-on: pakto/1/kunveno}
""",
    "registry/states.yaml": """\
XMA: {name: {eo: Alta Monto, la: Mons Altus}, member-since: {year: 1950}}
XMB: {name: {eo: Blua Monto, la: Mons Caeruleus}, member-since: {year: 1950}}
""",
    "registry/areas/sonorigisto.yaml": "dimension: sonorigisto\n",
    "registry/areas/gardisto.yaml": "dimension: gardisto\n",
    "registry/documents/pakto.yaml": "kind: statement\norgan: kunveno\ntitle: {eo: Pakto, la: Pactum}\n",
    "registry/law/pakto.yaml": """\
document: pakto
text-of: 1950-06-01
paragraphs:
  "1":
    - {id: kunveno, strength: must, asks: La kunveno elektas.}
    - {id: kvin-jaroj, strength: recommended, asks: Oni servas kvin jarojn.}
  "7.2":
    - {id: du, strength: as a rule, asks: Unu aŭ du portas la postenon.}
    - {id: silento, strength: should, asks: Oni silentas., unchecked: Silenton neniu dosiero montras.}
""",
    "registry/meetings/kunveno-1950-06-01.yaml": """\
organ: kunveno
date: 1950-06-01
decisions:
  - {number: 1, adopts: pakto}
  - {number: 2, appoints: [sonorigisto], amends-list: true}
""",
    "registry/coordinators/sonorigisto.yaml": """\
tenures:
  - {state: XMA, role: coordinator, term: 1951-1955, decision: kunveno-1950-06-01/2}
  - {state: XMB, role: coordinator, term: 1951-1955, decision: kunveno-1950-06-01/2}
""",
}
WORDS = (PROJECT / "src/cicareg/templates/en/words.yaml").read_text(encoding="utf-8")
TABLE = """\
N-ro  Posteno               Kunordiganto                                    Co-coordinator
1     Sonorigisto           Alta Monto (1951-1955); Blua Monto (1951-1955)
2     Gardisto de la pordo  vakas
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    words = WORDS.replace('"No."', "N-ro").replace("Priority area", "Posteno").replace(": vacant", ": vakas")
    files = {
        **FILES,
        "templates/eo/words.yaml": words.replace(" Coordinator\n", " Kunordiganto\n"),
        "templates/eo/list.html": "<h1>Listo de la {{ organ.name }}</h1>\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_it_is_in_order(root: Path, cicareg: Cicareg) -> None:
    checked = cicareg("-C", root, "validate", "--strict")
    assert (checked.code, checked.err) == (0, "")
    assert ", 0 errors, 0 warnings, 0 notes, 0 departures\n" in checked.out


def test_it_lists_in_its_own_language(root: Path, cicareg: Cicareg) -> None:
    listed = cicareg("-C", root, "list")
    assert (listed.code, listed.err, listed.out) == (0, "", TABLE)
    assert cicareg("-C", root, "list", "--lang", "eo").out == TABLE
    assert cicareg("-C", root, "render", "list").out == "# Listo de la Kunveno\n"


def test_a_language_without_templates_is_told_which_there_are(root: Path, cicareg: Cicareg) -> None:
    refused = cicareg("-C", root, "list", "--lang", "la")
    assert refused.code == 3
    assert "there are no templates for the language 'la'" in refused.err
    refused = cicareg("-C", root, "list", "--lang", "en")
    assert (refused.code, "the register has no language 'en'" in refused.err) == (2, True)


def test_its_own_law_is_cited(root: Path, cicareg: Cicareg) -> None:
    path = root / "registry/coordinators/sonorigisto.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("1951-1955", "1951-1954", 1), encoding="utf-8")
    found = cicareg("-C", root, "validate")
    assert found.code == 1
    assert found.out.splitlines()[0].endswith(
        "the tenure of Alta Monto, 1951-01-01 to 1954-12-31, is shorter than 5 years "
        "[Pakto 1, recommended, in force from 1950-06-01]"
    )


def test_its_own_posts_are_shown_and_described(root: Path, cicareg: Cicareg) -> None:
    assert "Gardisto de la pordo" in cicareg("-C", root, "show", "gardisto").out
    assert (
        '"sonorigisto"'
        in cicareg("-C", root, "schema", "coordinators").out + cicareg("-C", root, "schema", "meeting").out
    )
