"""The pages of what no rule reports: what reading finds, and what a comparison with an earlier state does."""

from cicareg.explanation import Explanation

_ICE = "registry/coordinators/ice.yaml"
_UNREAD = "No departure is possible: what cannot be read cannot be judged."
_PAST = "No departure is possible: an organ decides what is to be, not what was on record."


def _page(name: str, title: str, prose: str, lines: tuple[str, str], mend: str) -> Explanation:
    bad, good = ({_ICE: f"tenures:\n{line}"} if line else {} for line in lines)
    return Explanation(
        name=name,
        title=title,
        prose=prose,
        severity="error",
        thresholds={},
        cites=(),
        asks="",
        good=good,
        bad=bad,
        mend=mend,
        departure=_UNREAD,
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
        "named by their ids. A file is named after its id; that of a meeting is its organ and date. An event stands "
        "in the folder of the year in which it begins, and no other year has its id.",
        (
            "  - {state: XAB, role: coordinator, listed: com-2023-06-01}\n",
            "  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n",
        ),
        "correct the reference, or record what it names first.",
    ),
    _page(
        "joined-as-text",
        "No two versions of a record are joined as text.",
        "Where `.gitattributes` gives a record `merge=union`, git keeps the lines of both sides wherever two officers "
        "changed the same place, and asks nobody: a tenure stands twice, or a key does. `cicareg sync` never joins "
        "texts; this is about whoever merges with git alone.",
        ("", ""),
        "take merge=union out of the line of .gitattributes that the finding names.",
    )._replace(severity="warning", departure="No departure is possible: this is about files, not about the law."),
    _page(
        "history",
        "What was on record stays on record, or a correction says why not.",
        "`validate --against REV` and the hook of the server compare a register with an earlier state of itself. "
        "Entries may be added to lists, also between others, and to an entry what it did not say: how a tenure "
        "ended, its notice, a further consent, a text in a further language. Nothing else of a tenure, a departure, "
        "a proposal, an acting coordinator, a decision, a meeting, a document, an event or an area changes or goes "
        "without a correction in the same record: `what` is the key that held it, `was` what stood there (of a list "
        "the whole entry). Tenures and decisions keep their order; a correction of it has the whole list in `was`. "
        "A file that gets another name says so with `what: id`. A correction itself stays. Short names, aliases, "
        "case forms and translations of ours are free, and so is the body of a document that is not finally decided "
        "on. An event that is planned becomes postponed, held or cancelled, and may have new dates (`moved-to`), "
        "another place or format until then; dates may be said more exactly at any time.\n\n"
        "In these examples the term 2024-2025 was on record.",
        (
            "  - {state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1}\n",
            "  - {state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1}\n"
            "corrections:\n"
            "  - what: tenures\n"
            "    was: {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
            "    why: The last year was read wrongly.\n"
            "    source: letters p. 7\n",
        ),
        "put back what the finding names; where the record was wrong, add a correction to it. What an organ decides "
        "anew is a new entry, and what ended early says so under `ended`.",
    )._replace(departure=_PAST),
    _page(
        "mass-removal",
        "No more than a quarter of the records of a kind goes at once.",
        "`validate --against REV` and the hook of the server count the records that are gone since an earlier state. "
        "So many are lost by accident: by a folder that was moved, a merge that went wrong, a script.",
        ("", ""),
        "put them back: git checkout REV -- registry",
    )._replace(departure=_PAST),
)
