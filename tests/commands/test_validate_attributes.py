"""`validate` warns where git would join two versions of a record as text."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran
from tests.gitting import git, with_register
from tests.support import write

Cicareg = Callable[..., Ran]
ASKED = "*.yaml merge=union\n"


def test_K04_a_warning_that_is_gone_with_the_line(cicareg: Cicareg, tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    before = cicareg("-C", top, "validate")
    (top / ".gitattributes").write_text(ASKED, encoding="utf-8")
    for _ in range(2):
        warned = cicareg("-C", top, "validate")
        assert (warned.code, warned.err) == (0, "")
        first, *_, summary = warned.out.splitlines()
        assert first.startswith(".gitattributes:1:1: warning joined-as-text: git may join two versions of ")
        assert first.endswith("take merge=union out of this line [good order]")
        assert "0 errors, 1 warning, " in summary
    assert cicareg("-C", top, "validate", "--strict").code == 1
    (top / ".gitattributes").unlink()
    assert cicareg("-C", top, "validate") == before


def test_K04_a_forge_is_told_the_file_from_the_top_of_the_repository(cicareg: Cicareg, tmp_path: Path) -> None:
    write(tmp_path / "top/offices")
    git(tmp_path / "top", "init", "--quiet")
    (tmp_path / "top/.gitattributes").write_text(ASKED, encoding="utf-8")
    told = cicareg("-C", tmp_path / "top/offices", "validate", "--format", "github").out
    assert "::warning file=.gitattributes,line=1,endLine=1,col=1,endColumn=1,title=joined-as-text::" in told


def test_K04_what_is_committed_or_staged_is_judged_by_itself(cicareg: Cicareg, tmp_path: Path) -> None:
    top = with_register(tmp_path / "top")
    (top / ".gitattributes").write_text(ASKED, encoding="utf-8")
    for options in (("--staged",), ("--at", "HEAD")):
        assert "joined-as-text" not in cicareg("-C", top, "validate", *options).out
