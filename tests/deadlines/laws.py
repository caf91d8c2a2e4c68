"""The demands that duties rest on by default, in a law of the sample register."""

from tests.rules.overlays import Files

TITLE = "kind: decision\norgan: asm\ntitle: {en: Modalities}\n"
LAW = """document: modalities
text-of: 2023-07-01
paragraphs:
  "1.3":
    - {id: report, strength: shall, asks: A report is made.}
  "1.12":
    - {id: extension, strength: must, asks: An extension is asked for.}
  "2.7":
    - {id: concept-paper, strength: shall, asks: A paper is proposed.}
"""
MODALITIES: Files = {"law/modalities.yaml": LAW, "documents/modalities.yaml": TITLE}
