"""The commands as a person calls them: exit codes, outputs, refusals."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.collect import modules
from cicareg.commands import _contents
from cicareg.commands._contents import in_groups
from cicareg.storage.sources import command_group
from tests.conftest import Ran
from tests.support import SAMPLE, write
from tests.terminals import shown

Cicareg = Callable[..., Ran]
COMMANDS = [name.rpartition(".")[2].replace("_", "-") for name in modules("cicareg.commands") if "._" not in name]
SHORT = "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2024, decision: com-2023-06-01/1}\n"
ICE = "coordinators/ice.yaml"


def outside(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-P", "-m", "cicareg", *words]
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, check=False)


def test_validate_well(cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "validate")
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"16 records, \d+ rules, 0 errors, 0 warnings, 3 notes, 0 departures\n", ran.out)


def test_validate_with_an_error_exits_1(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path, {ICE: SHORT}), "validate")
    assert ran.code == 1
    assert ran.out.startswith("registry/coordinators/ice.yaml:2:43: error minimum-tenure: ")


def test_validate_strict_fails_on_warnings_only_then(cicareg: Cicareg, tmp_path: Path) -> None:
    late = SHORT.replace("2024-2024", "2023-2024")
    root = write(tmp_path, {ICE: late})
    assert cicareg("-C", root, "validate").code == 0
    assert cicareg("-C", root, "validate", "--strict").code == 1


def test_validate_notes_are_printed_on_demand(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "validate", "--notes").out.count(": note ") == 3


def test_validate_writes_to_a_file(cicareg: Cicareg, tmp_path: Path) -> None:
    target = tmp_path / "findings.json"
    assert cicareg("-C", SAMPLE, "validate", "--format", "json", "-o", target).out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["errors"] == 0


def test_validate_reports_links_and_reads_the_rest(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path, {ICE: SHORT})
    (root / "registry/areas/x.yaml").symlink_to("/etc/passwd")
    ran = cicareg("-C", root, "validate")
    assert ran.code == 1
    assert "registry/areas/x.yaml:1:1: error file: a symbolic link" in ran.out
    assert "minimum-tenure" in ran.out


def test_list_on_a_register_with_errors_warns_on_stderr_and_goes_on(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path, {ICE: "tenures: 1\n"}), "list")
    assert ran.code == 0
    assert "the register has 1 error" in ran.err
    assert "Fisheries" in ran.out
    assert "the record has errors" in ran.out


def test_list_without_a_readable_registry_yaml(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path, {"registry.yaml": "format: 1\n"}), "list")
    assert (ran.code, ran.out) == (3, "")
    assert "registry/registry.yaml cannot be read" in ran.err


def test_list_decided_and_on_exclude_each_other(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "list", "--decided", "com-2023-06-01", "--on", "today").code == 2


def test_list_on_today_works_and_names_no_day_elsewhere(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "list", "--on", "today").code == 0


REFUSED = {
    "unknown command": (("lst",), "No such command 'lst'"),
    "unknown option": (("list", "--bogus"), "No such option: --bogus"),
    "no value": (("list", "--decided"), "requires an argument"),
    "format": (("list", "--format", "jsno"), "no format 'jsno'; did you mean json?"),
    "grouping": (("list", "--by", "stat"), "no grouping 'stat'; did you mean state?"),
    "day": (("list", "--on", "2024-02-30"), "there is no such day as 2024-02-30"),
    "day in another form": (("list", "--on", "20240201"), "a day is written like 2024-03-15"),
    "meeting": (("list", "--decided", "com-2023-06-02"), "did you mean com-2023-06-01?"),
    "language": (("list", "--lang", "de"), "the register has no language 'de'"),
    "rule": (("explain", "one-cordinator"), "did you mean one-coordinator?"),
    "document": (("render", "lists"), "no document 'lists'; did you mean list?"),
    "target": (("render", "list", "--to", "wrod"), "no format 'wrod'"),
    "id": (("show", "../../etc/passwd"), "nothing on record is called '../../etc/passwd'"),
    "id with escapes": (("show", "\x1b[31mred"), r"'\x1b[31mred'"),
    "nothing to find": (("find", " "), "an empty text stands everywhere"),
    "colour": (("--color", "sometimes", "list"), "no colour mode 'sometimes'"),
    "R11 not UTF-8": (("show", "caf\udce9"), r"an argument is not UTF-8: caf\udce9"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_wrong_usage_exits_2_with_a_sentence(name: str, cicareg: Cicareg) -> None:
    words, message = REFUSED[name]
    ran = cicareg("-C", SAMPLE, *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err


def test_no_register_exits_3(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", tmp_path, "list")
    assert ran.code == 3
    assert ran.err.startswith("cicareg: no register in ")


NOTHING = "cicareg: 'xyzzy' stands in no record\n  try a part of it, or its name in another language\n"


def test_show_find_explain(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "show", "xaa").out.startswith("Alderia\n")
    assert cicareg("-C", SAMPLE, "find", "aldermark").out == "registry/states.yaml:4:13: XAA.aliases.1: Aldermark\n"
    nothing = cicareg("-C", SAMPLE, "find", "xyzzy")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", NOTHING)
    assert cicareg("-C", SAMPLE, "find", "xyzzy") == nothing  # from memory too
    alike = cicareg("-C", SAMPLE, "find", "aldermarch")
    assert (alike.code, alike.out) == (0, "")
    assert alike.err == "cicareg: 'aldermarch' stands in no record; did you mean Aldermark?\n"
    assert cicareg("-C", SAMPLE, "explain", "shape").out.startswith("shape: ")


def test_explain_works_outside_a_register(cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cicareg("explain", "one-coordinator")
    assert ran.code == 0
    assert "Rests on: good order" in ran.out


def test_render_to_a_file_and_check_it(cicareg: Cicareg, tmp_path: Path) -> None:
    target = tmp_path / "list.md"
    assert cicareg("-C", SAMPLE, "render", "list", "-o", target).code == 0
    well = cicareg("-C", SAMPLE, "render", "list", "--check", target)
    assert (well.code, well.out) == (0, "")
    target.write_text(target.read_text(encoding="utf-8").replace("Alderia", "Dunmere"), encoding="utf-8")
    differs = cicareg("-C", SAMPLE, "render", "list", "--check", target)
    assert differs.code == 1
    assert "no longer says what the register says" in differs.err
    assert re.search(r"^-.*Dunmere.*\n\+.*Alderia", differs.out, re.MULTILINE)


def test_render_check_of_a_file_that_is_not_there_exits_3(cicareg: Cicareg, tmp_path: Path) -> None:
    assert cicareg("-C", SAMPLE, "render", "list", "--check", tmp_path / "none.md").code == 3


def test_render_without_any_list_on_record(cicareg: Cicareg, tmp_path: Path) -> None:
    meeting = "organ: com\ndate: 2023-06-01\n"
    root = write(tmp_path, {"meetings/com-2023-06-01.yaml": meeting, ICE: "{}\n", "coordinators/fish.yaml": "{}\n"})
    ran = cicareg("-C", root, "render", "list")
    assert ran.code == 3
    assert "no meeting on record appointed anybody" in ran.err


def test_render_refuses_an_annex_with_an_unreadable_post(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path, {ICE: "tenures: 1\n"}), "render", "list", "--decided", "com-2023-06-01")
    assert (ran.code, ran.out) == (3, "")
    assert "the register cannot be read in 1 place: what is published now might lack something" in ran.err


def test_render_of_a_meeting_that_made_no_list_names_those_that_did(cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "render", "list", "--decided", "asm-2023-07-01")
    assert (ran.code, ran.out) == (2, "")
    assert "asm-2023-07-01 neither appointed anybody nor annexed a list" in ran.err
    assert "these did: com-2023-06-01" in ran.err


def test_a_slip_in_a_meeting_makes_its_posts_unreadable_not_vacant(cicareg: Cicareg, tmp_path: Path) -> None:
    meeting = (SAMPLE / "registry/meetings/com-2023-06-01.yaml").read_text(encoding="utf-8")
    root = write(tmp_path, {"meetings/com-2023-06-01.yaml": meeting.replace("list: annexed", "list: yes")})
    assert cicareg("-C", root, "list", "--format", "csv").out.count(",unreadable\n") == 2
    assert cicareg("-C", root, "list", "--on", "2024-05-01", "--format", "csv").out.count(",unreadable\n") == 2
    assert cicareg("-C", root, "render", "list").code == 3
    ran = cicareg("-C", root, "list", "--decided", "com-2023-06-01")
    assert (ran.code, "the record of com-2023-06-01 has errors" in ran.err) == (3, True)
    assert cicareg("-C", root, "validate").out.count(": error ") == 1


def test_a_slip_in_a_rules_setting_still_lists(cicareg: Cicareg, tmp_path: Path) -> None:
    top = (SAMPLE / "registry/registry.yaml").read_text(encoding="utf-8")
    root = write(tmp_path, {"registry.yaml": top.replace("years: 2", "years: two")})
    assert "Alderia" in cicareg("-C", root, "list").out
    assert cicareg("-C", root, "validate").out.count(": error ") == 1


BOMBS = {
    "time": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}\n",
    "memory by doubling": (
        "{% set n = namespace(x='aaaaaaaaaaaaaaaa') %}{% for i in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}\n"
    ),
    "memory by repeating": "<p>{{ 'a' * 9999999999 }}</p>\n",
    "memory by formatting": "<p>{{ '%9999999999d' | format(1) }}</p>\n",
    "number without end": "<p>{{ 9 ** (9 ** 9) }}</p>\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_template_neither_hangs_nor_fills_the_memory(
    name: str, cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cicareg.commands._limits._SECONDS", 1)
    root = write(tmp_path)
    (root / "templates/en").mkdir(parents=True)
    (root / "templates/en/list.html").write_text(BOMBS[name], encoding="utf-8")
    ran = cicareg("-C", root, "render", "list")
    assert (ran.code, ran.out) == (3, "")
    assert "list.html" in ran.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, cicareg: Cicareg) -> None:
    ran = cicareg(command, "--help")
    assert ran.code == 0
    assert f"Examples:\n    cicareg {command}" in ran.out


def test_help_lists_every_command_with_a_whole_sentence(cicareg: Cicareg) -> None:
    ran = cicareg("--help")
    assert all(re.search(rf"^  {command} ", ran.out, re.MULTILINE) for command in COMMANDS)
    assert "..." not in ran.out.partition("\n")[2]


def test_help_reads_like_a_table_of_contents(cicareg: Cicareg) -> None:
    words = re.findall(r"^(?:  )?([A-Z][a-z ]+:|[a-z]+(?=  ))", cicareg("--help").out, re.MULTILINE)
    looking = ["Look things up:", "list", "show", "find"]
    recording = ["Record what was decided:", "appoint", "extend", "decide", "Put right:", "correct", "undo"]
    checking = ["Check:", "validate", "explain"]
    order = [*looking, *recording, *checking, "Publish:", "render", "Set up:", "schema", "completion"]
    assert [word for word in words if word in order] == order
    assert words.index("Options:") > words.index("completion")


def test_a_command_without_a_group_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"one": (31, "Publish"), "two": (12, "Look"), "three": (11, "Look")}
    monkeypatch.setattr(_contents, "command_group", lambda name: places.get(name, command_group(name)))
    assert in_groups(["none", *places]) == [
        ("Look", ["three", "two"]),
        ("Publish", ["one"]),
        ("Other commands", ["none"]),
    ]


def _parameters(ran: Ran) -> list[str]:
    """Give what is said of each argument and option, on one line each."""
    _, *parts = re.split(r"^(?:Arguments|Options):\n", ran.out, flags=re.MULTILINE)
    joined = [re.sub(r"\n {6,}", "  ", part.strip("\n")) for part in parts]
    said = [line.strip().partition("  ")[2].strip() for part in joined for line in part.splitlines() if line]
    return [line for line in said if line != "Show this message and exit."]


def test_every_option_is_told_in_a_sentence(cicareg: Cicareg) -> None:
    shown = [re.sub(r" +\[.*\]$", "", line) for command in COMMANDS for line in _parameters(cicareg(command, "--help"))]
    assert len(shown) > 20
    assert [line for line in shown if not re.fullmatch(r"[A-Z].*[^.]\.", line)] == []


def test_no_words_give_help(cicareg: Cicareg) -> None:
    ran = cicareg()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: cicareg")


def test_E02_a_bug_is_said_in_a_line_and_exits_70(monkeypatch: pytest.MonkeyPatch, cicareg: Cicareg) -> None:
    def broken(*_: object) -> None:
        raise AttributeError("oops")

    monkeypatch.setattr("cicareg.storage.worktree._list", broken)
    ran = cicareg("-C", SAMPLE, "list")
    assert ran.code == 70
    assert ran.err.startswith("cicareg: this is a bug: AttributeError: oops")


def test_a_folder_that_is_gone_exits_3(cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = cicareg("list")
    assert ran.code == 3
    assert "cannot be used: No such file or directory" in ran.err


def test_E02_an_interrupt_exits_130(monkeypatch: pytest.MonkeyPatch, cicareg: Cicareg) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cicareg.storage.worktree._list", interrupted)
    assert cicareg("-C", SAMPLE, "list").code == 130


def test_version_is_the_packages(cicareg: Cicareg, tmp_path: Path) -> None:
    expected = cicareg("--version").out
    assert re.fullmatch(r"cicareg \d+\.\d+\.\d+\n", expected)
    assert outside("--version", cwd=tmp_path).stdout.decode() == expected


def test_R13_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    line = f"{sys.executable} -P -m cicareg -C {SAMPLE} list --format json | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{\n0\n", "")


def test_R14_a_closed_stdout_still_reports_by_exit_code(tmp_path: Path) -> None:
    line = f"{sys.executable} -P -m cicareg -C {SAMPLE} validate >&-"
    assert subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_R15_a_full_disk_is_said(tmp_path: Path) -> None:
    line = f"{sys.executable} -P -m cicareg -C {SAMPLE} list >/dev/full"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == "cicareg: the output cannot be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("word", ["--version", "--help"])
def test_R15_a_full_disk_is_said_of_the_shortest_answers_too(word: str, tmp_path: Path) -> None:
    line = f"{sys.executable} -P -m cicareg {word} >/dev/full"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1


SETTINGS = {
    "plain": {},
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 2": {"PYTHONHASHSEED": "2"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "latin-1 output": {"PYTHONIOENCODING": "latin-1"},
    "no colour": {"NO_COLOR": "1"},
    "narrow": {"COLUMNS": "20"},
    "encoding warnings": {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "error::EncodingWarning"},
}


@pytest.mark.parametrize(
    "words",
    [("list",), ("list", "--format", "json"), ("validate", "--notes"), ("render", "list"), ("show", "ice")],
    ids=lambda words: " ".join(words),
)
def test_same_bytes_whatever_the_surroundings(words: tuple[str, ...], tmp_path: Path) -> None:
    outputs = {}
    for name, environment in SETTINGS.items():
        done = outside("-C", str(SAMPLE), *words, cwd=tmp_path, **environment)
        assert (done.returncode, done.stderr) == (0, b""), name
        outputs[name] = done.stdout
    assert len(set(outputs.values())) == 1


def on_terminal(*words: str, **environment: str) -> str:
    """Give what a terminal of 80 columns would show."""
    surroundings = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    surroundings |= {"COLUMNS": "80", "TERM": "xterm", **environment}
    return shown([sys.executable, "-P", "-m", "cicareg", *words], surroundings)


def test_R09_colours_are_for_terminals_unless_refused(cicareg: Cicareg) -> None:
    words = ("-C", str(SAMPLE), "list")
    assert "\x1b[1m" in on_terminal(*words)
    assert "\x1b" not in on_terminal(*words, NO_COLOR="1")
    assert "\x1b" not in on_terminal(*words, TERM="dumb")
    assert "\x1b" not in on_terminal("--color", "never", *words)
    assert "\x1b" not in cicareg(*words).out


HEAVY = {"pydantic", "rich", "jinja2", "ruamel", "yaml", "asyncio", "importlib.metadata"}


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        ((), HEAVY),
        (("--help",), HEAVY),
        (("list", "--help"), HEAVY),
        (("-C", str(SAMPLE), "list"), {"rich", "jinja2", "ruamel"}),
        (("-C", str(SAMPLE), "validate"), {"rich", "jinja2", "ruamel"}),
    ],
    ids=["nothing", "help", "help of a command", "list in a pipe", "validate"],
)
def test_heavy_imports_wait(words: tuple[str, ...], spared: set[str], tmp_path: Path) -> None:
    code = "import sys; from cicareg.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-P", "-c", code, *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert spared & set(done.stderr.split()) == set()


def test_the_version_is_answered_before_anything_is_imported(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['cicareg', '--version']; from cicareg.__main__ import main; main(); "
        "print(*(name for name in sys.modules if name.startswith(('cicareg', 'typer'))), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr.split() == ["cicareg", "cicareg.__main__"]
