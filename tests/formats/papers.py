"""An invented document with all that a document can hold, for the formats that lay it out."""

import datetime as dt

from cicareg.document import About, Cell, Document, Heading, Item, PageBreak, Paragraph, Run, Table, plain

LAKES = tuple(
    row
    for group in range(1, 9)
    for row in (
        (
            Cell((f"{group}",), rows=5),
            Cell((f"Country {group}",), rows=5),
            Cell(("a",)),
            Cell((f"Lake {group}a",)),
            Cell(("Alderia (2024-2025)", "Borland")),
        ),
        *((Cell((letter,)), Cell((f"Lake {group}{letter}",)), Cell()) for letter in "bcde"),
    )
)
TABLE = Table(
    (
        (
            Cell(("No.",)),
            Cell(("Country",)),
            Cell(("Lake",), columns=2),
            Cell(("Who counts it",)),
        ),
    ),
    ((Cell(("1  The north",), columns=5, strong=True),), *LAKES),
    frozenset({0}),
    "* An unofficial translation.",
)
LIST = (
    Item("1.", plain("Each member undertakes:")),
    Item("(a)", plain("to count the lakes;"), 1),
    Item("(b)", plain("to fish:"), 1),
    Item("(i)", plain("in summer;"), 2),
    Item("", plain("a point;"), 1),
    Item("2.", plain("No member fishes alone.")),
    Item("4.", plain("There is no third.")),
)
CHAPTER = tuple(Item(f"1.{number}", plain(f"Paragraph {number} of the chapter.")) for number in range(1, 13))
ABOUT = About("Statement on Ice", "Council of the Frozen Lakes", "DOC/7", dt.date(2023, 6, 1))
ROLES = [
    *("letterhead", "number", "enclosure", "chairmanship", "status", "organ", "place-date"),
    *("preamble", "note", "generated", "closing", "addressee"),
]
PAPER = Document(
    "en",
    (
        *(Paragraph(plain(f"As {role}\nstands here"), role) for role in ROLES),
        Heading(1, "Statement of the Assembly"),
        Paragraph(
            (Run("Recalling", "emphasis"), Run(" the charter, "), Run("all", "strong"), Run(" of it,")), "preamble"
        ),
        Heading(3, "Chapter I"),
        *LIST,
        Heading(3, "Chapter II"),
        *CHAPTER,
        PageBreak(),
        Heading(2, "Annex"),
        TABLE,
    ),
    ABOUT,
)
MARKERS = [item.marker or "\N{EN DASH}" for item in (*LIST, *CHAPTER)]
