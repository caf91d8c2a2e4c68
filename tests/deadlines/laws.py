"""The demands that duties rest on by default, in a law of the sample register."""

from tests.rules.overlays import Files

TITLE = "kind: decision\norgan: asm\ntitle: {en: Modalities}\n"
LAW = """document: modalities
text-of: 2023-07-01
paragraphs:
  "1.3":
    - {id: report, strength: shall, asks: A report is made.}
  "1.11":
    - {id: acting, strength: may, asks: A co-coordinator may act., unchecked: It falls due.}
  "1.12":
    - {id: extension, strength: must, asks: An extension is asked for.}
  "2.5":
    - {id: expert-meetings, strength: shall, asks: Experts meet., unchecked: It falls due.}
  "2.6":
    - {id: renewal, strength: shall, asks: A paper is renewed., unchecked: It falls due.}
  "2.7":
    - {id: concept-paper, strength: shall, asks: A paper is proposed.}
  "3.2":
    - {id: review, strength: will, asks: A review is held., unchecked: It falls due.}
  "3.5":
    - {id: contribution, strength: expected, asks: Coordinators contribute., unchecked: It falls due.}
"""
MODALITIES: Files = {"law/modalities.yaml": LAW, "documents/modalities.yaml": TITLE}
