"""A few mutants of the rules, another choice whenever the rules change; and what a mutant is."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.reliability.mutants import all_mutants
from tests.reliability.mutating import mutants_of
from tests.support import PROJECT

_PAGE = PROJECT / "docs/reliability.md"
_CODE = '''
"""Not this text."""

def f(a: "Kind", b=1):
    """Nor this."""
    if a < b and a:
        return f"x{a}" + "y"
    return [c for c in a if c]
'''


def test_a_sample_of_changes_to_the_rules_is_noticed_but_for_those_that_are_listed() -> None:
    seed = len(all_mutants())
    words = ("-m", "tests.reliability.mutants", "--sample", "20", "--seed", str(seed))
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT}/src{os.pathsep}{PROJECT}"}
    done = subprocess.run(
        [sys.executable, *words], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )
    assert "20 mutants, " in done.stdout, done.stdout + done.stderr[-2000:]
    survive = re.findall(r"^survives: (.*)$", done.stdout, re.MULTILINE)
    listed = _PAGE.read_text(encoding="utf-8")
    assert [id_ for id_ in survive if f"`` {id_} ``" not in listed] == []


def test_each_mutant_is_one_change_of_the_code_and_never_of_a_docstring_or_a_type(tmp_path: Path) -> None:
    path = tmp_path / "rules/f.py"
    path.parent.mkdir()
    path.write_text(_CODE, encoding="utf-8")
    found = list(mutants_of(path, "f"))
    assert [mutant.id.removeprefix("f.py: ") for mutant in found] == [
        "module: 1 -> 2",
        "f: if a < b and a: return f'x{a}' + 'y' -> if not (a < b and a): return f'x{a}' + 'y'",
        "f: a < b and a -> a < b or a",
        "f: a < b -> a <= b",
        "f: return f'x{a}' + 'y' -> return None",
        "f: f'x{a}' + 'y' -> f'x{a}' - 'y'",
        "f: 'x' -> 'x~'",
        "f: 'y' -> 'y~'",
        "f: return [c for c in a if c] -> return None",
        "f: for c in a if c -> for c in a if not c",
    ]
    assert [mutant.inner for mutant in found] == [False, *[True] * 9]
    plain = compile(ast.parse(_CODE), str(path), "exec")
    assert all(mutant.code() != plain for mutant in found)


def test_what_is_listed_as_unnoticed_is_a_mutant_of_today() -> None:
    listed = re.findall(r"^- `` (.*) ``", _PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(listed) <= {mutant.id for mutant in all_mutants()}
