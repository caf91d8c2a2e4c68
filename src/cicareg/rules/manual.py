"""The manual page of a rule, read from the docstring of its check."""

import inspect
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from cicareg.explanation import unwrapped
from cicareg.rules.rule import Rule

_PART = re.compile(r"^(Good|Bad|Mend):", re.MULTILINE)
_FILE = re.compile(r"^# (registry/\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manual:
    """What the docstring of a rule says; the examples are files by path, to be laid over a register."""

    title: str
    prose: str
    good: Mapping[str, str]
    bad: Mapping[str, str]
    mend: str


def manual(rule: Rule) -> Manual:
    """Read the manual page of a rule; a part that its docstring lacks is empty."""
    head, *parts = _PART.split(inspect.getdoc(rule.check) or "")
    title, _, prose = head.partition("\n")
    part = dict(zip(parts[::2], parts[1::2], strict=True))
    return Manual(
        title=title.strip(),
        prose=unwrapped(prose),
        good=_files(part.get("Good", "")),
        bad=_files(part.get("Bad", "")),
        mend=unwrapped(part.get("Mend", "")),
    )


def _files(block: str) -> Mapping[str, str]:
    """Take apart a block of files, each introduced by `# registry/PATH`."""
    _, *pieces = _FILE.split(textwrap.dedent(block.lstrip("\n")))
    return {path: text.strip("\n ") + "\n" for path, text in zip(pieces[::2], pieces[1::2], strict=True)}
