"""What the program's own files say of it, read without importing them: for the help and for completion."""

import re
from pathlib import Path

import cicareg

_PACKAGE = Path(cicareg.__file__).parent
_SCRIPTS = _PACKAGE / "templates" / "_completion"
_LAST = 100
_TITLE = re.compile(r'^def run\(.*?:\n    r?"""(.*?)\.?(?:"""|\n)', re.MULTILINE | re.DOTALL)
_GROUP = re.compile(r'^GROUP = "(.+)", (\d+)$', re.MULTILINE)
_PAGE = re.compile(r'\b_page\(\s*"([a-z-]+)"')
_FORMAT = re.compile(r'^FORMAT = Format\(\s*"([a-z0-9-]+)"(.*?)\)$', re.MULTILINE | re.DOTALL)


def command_title(name: str) -> str:
    """Give the first sentence of a command's help, or nothing where it has no source here."""
    found = _TITLE.search(_command(name))
    return found[1] if found else ""


def command_group(name: str) -> tuple[int, str]:
    """Give a command's place in the help and the title of its group, as its `GROUP` says; else it comes last."""
    found = _GROUP.search(_command(name))
    return (int(found[2]), found[1]) if found else (_LAST, "Other commands")


def _command(name: str) -> str:
    return _source(_PACKAGE / "commands" / f"{name.replace('-', '_')}.py")


def rule_names() -> list[str]:
    """Give what can be explained: the pages of what reading reports, then the rules, named like their files."""
    pages = _PAGE.findall(_source(_PACKAGE / "rules" / "reading.py"))
    return [*pages, *sorted(path.stem.replace("_", "-") for path in _PACKAGE.glob("rules/*/[!_]*.py"))]


def duty_names() -> list[str]:
    """Give the kinds of duty, named like their files."""
    return sorted(path.stem.replace("_", "-") for path in _PACKAGE.glob("deadlines/kinds/[!_]*.py"))


def format_names(*able: str) -> list[str]:
    """Give the formats that can carry one of these: listing, table, findings, document, file, explanations."""
    declared = (found for path in _PACKAGE.glob("formats/*.py") for found in _FORMAT.findall(_source(path)))
    carried = re.compile(rf"\b(?:{'|'.join(able)})=")
    return sorted(name for name, says in declared if carried.search(says))


def shells() -> list[str]:
    """Give the shells that there is a completion script for."""
    return sorted(path.suffix.removeprefix(".") for path in _SCRIPTS.glob("cicareg.*"))


def completion_script(shell: str) -> str:
    """Give the script that a shell evaluates."""
    return (_SCRIPTS / f"cicareg.{shell}").read_text(encoding="utf-8")


def _source(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
