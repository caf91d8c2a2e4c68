"""Play a session at a terminal: commands typed, questions answered, all as a person sees it.

`python -m tests.playing` writes the session of the guide, docs/session.md.
"""

import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.gitting import IDENTITY, PERSON, with_register
from tests.support import PROJECT
from tests.terminals import Terminal

PAGE = PROJECT / "docs" / "session.md"
_PROMPT = re.compile(r"(?:: |\[y/N\] )$")
_IDS = re.compile(r"recorded as [0-9a-f]{10} \(operation ([0-9a-f]{12})\)")
_HEAD = """# A day, as it looks

The day of [the guide for officers](officers.md) in a terminal of 80 columns, in the register of a body that does not
exist: what is typed stands after `$` and after the questions. It is played, and this page made of it, by
`python -m tests.playing`; a test holds it against the program.

"""

Step = str | tuple[str, Sequence[str]]

# What happens: a remark, or a command with the answers to its questions.
DAY: tuple[Step, ...] = (
    "On 10 March 2025 Corvania writes that it intends to lead *Safety on ice* in 2026, for one year.",
    ("cicareg propose", ("1.1", "Corvania", "-", "2025-03-10", "2026-01/2026-12", "y")),
    ("cicareg list --pending", ()),
    "On 3 June 2025 the Committee appoints it. Whatever is left out is asked for; a mistake is explained.",
    ("cicareg appoint", ("ice", "Corvana", "Corvania", "-", "2026-01/2026-12", "com-2025-06-03/1")),
    "A year is shorter than the Charter recommends, so the rule forbids it; but the Committee wanted a year of trial.",
    (
        'cicareg appoint ice --coordinator XCC --term 2026-01/2026-12 --decision com-2025-06-03/1 --departure '
        'minimum-tenure="The Committee wanted a year of trial."',
        ("y",),
    ),
    "The other decision of that day.",
    ("cicareg decide com-2025-06-03/2 --considers charter --outcome noted", ("y",)),
    "In September Borland leaves the fish, and Corvania acts until a new coordinator is appointed.",
    (
        "cicareg terminate fish Borland --on 2025-09-30 --notified 2025-09-01 --reason 'Its ministry was dissolved.'",
        ("y",),
    ),
    ("cicareg act fish --from 2025-10-01", ("1", "1", "y")),
    "That was a slip: the paper says Alderia. What is taken back stays in the history; the file keeps a correction.",
    ("cicareg undo last --why 'The paper says Alderia.'", ("y",)),
    ("cicareg act fish Alderia --from 2025-10-01 --consent XCC", ("y",)),
    ("cicareg list --on 2026-02-01", ()),
    ("cicareg validate", ()),
)  # fmt: skip


def played(folder: Path, command: str, answers: Sequence[str], columns: int = 80) -> tuple[str, int]:
    """Run a command at a terminal of so many columns; give what the person sees, and the exit code."""
    script = f'cicareg() {{ "{sys.executable}" -P -m cicareg "$@"; }}; {command}'
    plain = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": str(columns), "PYTHONPATH": str(PROJECT / "src")}
    everything = {**os.environ, **PERSON, **IDENTITY, **plain}
    terminal, left = Terminal(["bash", "-c", script], everything, folder, columns), list(answers)

    def answer() -> None:
        if left and _PROMPT.search(terminal.said):
            terminal.answer(f"{left.pop(0)}\n")

    code, _ = terminal.end(answer)
    return terminal.said, code


def session(folder: Path, steps: Sequence[Step] = DAY) -> str:
    """Play the steps in a new register below a folder, and give the page of it; ids are always the same."""
    root = with_register(folder / "register")
    parts = []
    for step in steps:
        if isinstance(step, str):
            parts.append(f"{step}\n")
        else:
            seen, _ = played(root, *step)
            parts.append(f"```text\n$ {step[0]}\n{seen.rstrip()}\n```\n")
    return _HEAD + _always("\n".join(parts))


def _always(text: str) -> str:
    """Number the operations as they come; the ids of commits are left out."""
    known = {id_: f"{number:012x}" for number, id_ in enumerate(dict.fromkeys(_IDS.findall(text)), start=1)}
    text = re.sub(r"recorded as [0-9a-f]{10}", "recorded as 0123456789", text)
    for id_, number in known.items():
        text = text.replace(id_, number)
    return text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["CICAREG_CACHE"] = temporary
        PAGE.write_text(session(Path(temporary)), encoding="utf-8")
