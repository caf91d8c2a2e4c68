"""The pages of what reading itself reports, before any rule is asked: file, shape and reference."""

from cicareg.explanation import Explanation


def _page(name: str, title: str, prose: str, lines: tuple[str, str], mend: str) -> Explanation:
    path = "registry/coordinators/ice.yaml"
    bad, good = lines
    return Explanation(
        name=name,
        title=title,
        prose=prose,
        severity="error",
        thresholds={},
        cites=(),
        asks="",
        good={path: f"tenures:\n{good}"},
        bad={path: f"tenures:\n{bad}"},
        mend=mend,
        departure="No departure is possible: what cannot be read cannot be judged.",
        departure_example="",
    )


READING: tuple[Explanation, ...] = (
    _page(
        "file",
        "A file is plain UTF-8 YAML that every program reads alike.",
        "A record is one YAML document of at most 1 MiB in UTF-8 with LF line ends: no tabs, control, bidirectional "
        "or zero-width characters, no anchors, aliases, tags, directives or merge keys, no key twice, no number that "
        "programs read differently. It is a regular file where records of its kind stand, and it is no symbolic link.",
        (
            "  - {state: XAA, state: XBB, role: coordinator, listed: com-2023-06-01}\n",
            "  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n",
        ),
        "change the place that the finding names. An editor set to UTF-8, LF and spaces writes nothing else.",
    ),
    _page(
        "shape",
        "A record has the keys of its kind, each with a value of the right sort.",
        "A key that is not known is refused, so that a misspelt one is never ignored. Days are written 2024-03-15; a "
        "term is 2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14; text that looks like a number stands in quotes.",
        (
            "  - {state: XAA, roll: coordinator, listed: com-2023-06-01}\n",
            "  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n",
        ),
        "correct the key or value that the finding names; it says what comes close.",
    ),
    _page(
        "reference",
        "What a record names is on record, and a file's name is what the file says.",
        "States, areas, dimensions, organs, meetings, decisions, documents, sources, languages and paragraphs are "
        "named by their ids. A file is named after its id; that of a meeting is its organ and date.",
        (
            "  - {state: XAB, role: coordinator, listed: com-2023-06-01}\n",
            "  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n",
        ),
        "correct the reference, or record what it names first.",
    ),
)
