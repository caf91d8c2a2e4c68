"""Completion: what is offered at each place, in each shell's form; fast, silent, and safe with hostile names."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.collect import modules
from cicareg.deadlines.explaining import duty_explanations
from cicareg.formats.format import formats
from cicareg.rules.explaining import explanations
from tests.conftest import Ran
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]
COMMANDS = [name.rpartition(".")[2].replace("_", "-") for name in modules("cicareg.commands") if "._" not in name]
STATES = "XAA XBB XCC XDD XEE"
MEETINGS = "asm-2023-07-01 com-2023-06-01"
IN_SAMPLE = {
    "show": f"{STATES} fish ice people {MEETINGS} charter ice-paper",
    "show x": STATES,
    "show xa": "XAA",
    "show Al": "Alderia Aldérie",
    "show alderi": "Alderia",
    "show IC": "ice ice-paper",
    "show 1": "1.1 1.2",
    "show 2": "2",
    "show zzz": "",
    "show ice": "ice ice-paper",
    "list --decided": MEETINGS,
    "propose ice --note": "",
    "submit x --area": "fish ice people nature",
    "decide com-2023-06-01/9 --reviews n": "nature",
    "list --decided c": "com-2023-06-01",
    "list --decided=c": "--decided=com-2023-06-01",
    "list --decided = c": "com-2023-06-01",
    "list --decided =": MEETINGS,
    "list --lang": "en fr",
    "list --by": "area state",
    "list --by s": "state",
    "list --on": "today",
    "list --b": "--by",
    "list --by state --la": "--lang",
    "render": "list decisions document note plan redline amendments package documents",
    "render list --decided": MEETINGS,
    "render list --lang f": "fr",
    "render list": "",
    "explain one": "one-basis one-coordinator one-role",
    "explain shape": "shape",
    "completion": "bash fish zsh",
    "--color a": "always auto",
    "--ver": "--version",
    "li": "list",
    "zzz": "",
}
SPACED = {"show", "list --decided", "list --lang", "list --by", "list --on", "render", "render list",
          "render list --decided", "completion", "propose ice --note", "submit x --area"}  # fmt: skip


def words_of(text: str) -> list[str]:
    """Give the words of a line whose last one is being typed; after some the next one is."""
    return [*text.split(), *([""] if text in SPACED else [])]


def offered(ran: Ran) -> list[str]:
    """Give what is offered, as words; where something else is asked of the shell, that."""
    assert (ran.code, ran.err) == (0, "")
    kind, *lines = ran.out.splitlines() or ["words"]
    return lines if kind == "words" else [kind]


@pytest.mark.parametrize("text", IN_SAMPLE)
def test_what_is_offered(text: str, cicareg: Cicareg) -> None:
    ran = cicareg("--complete", "bash", "-C", SAMPLE, *words_of(text))
    assert offered(ran) == IN_SAMPLE[text].split()


def test_the_commands_are_offered_with_their_titles(cicareg: Cicareg) -> None:
    lines = offered(cicareg("--complete", "fish", ""))
    assert [line.split("\t")[0] for line in lines] == COMMANDS
    titles = cicareg("--help").out
    assert [line.split("\t")[1] in titles for line in lines] == [True] * len(lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_title_in_the_list_is_the_first_sentence_of_the_help(command: str, cicareg: Cicareg) -> None:
    lines = cicareg("--help").out.splitlines()
    listed = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines if line.startswith("  ")}
    assert f"\n  {listed[command]}.\n" in cicareg(command, "--help").out


def test_every_rule_and_page_is_offered(cicareg: Cicareg) -> None:
    assert offered(cicareg("--complete", "bash", "explain", "")) == [
        page.name for page in (*explanations(None), *duty_explanations(None))
    ]


CARRY = {
    ("list", "--format"): ("listing", "table", "workbook"),
    ("validate", "--format"): ("findings",),
    ("explain", "--format"): ("explanations",),
    ("render", "list", "--to"): ("document", "file"),
}


@pytest.mark.parametrize("words", CARRY, ids=" ".join)
def test_the_formats_offered_are_those_that_the_command_can_carry(words: tuple[str, ...], cicareg: Cicareg) -> None:
    able = [name for name, found in formats().items() if any(getattr(found, what) for what in CARRY[words])]
    assert offered(cicareg("--complete", "bash", *words, "")) == sorted(able)


PATHS = {
    ("-C",): "folders",
    ("validate", "-o"): "files",
    ("render", "list", "--check"): "files",
    ("list", "--decided"): "",
}


@pytest.mark.parametrize("words", PATHS, ids=" ".join)
def test_files_and_folders_are_the_shells_own(
    words: tuple[str, ...], cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered(cicareg("--complete", "bash", *words, "x")) == PATHS[words].split()


def test_the_forms_of_the_shells(cicareg: Cicareg, tmp_path: Path) -> None:
    states = (SAMPLE / "registry/states.yaml").read_text(encoding="utf-8").replace("Borlande", "Borlande du Sud")
    words = ("-C", write(tmp_path, {"states.yaml": states}), "show", "bor")
    assert offered(cicareg("--complete", "bash", *words)) == ["Borland", r"Borlande\ du\ Sud"]
    assert offered(cicareg("--complete", "bash", *words[:-1], '"bor')) == ["Borland", "Borlande du Sud"]
    assert offered(cicareg("--complete", "bash", *words[:-1], r"Borlande\ d")) == [r"Borlande\ du\ Sud"]
    assert offered(cicareg("--complete", "zsh", *words)) == ["Borland:XBB", "Borlande du Sud:XBB"]
    assert offered(cicareg("--complete", "fish", *words)) == ["Borland\tXBB", "Borlande du Sud\tXBB"]
    assert offered(cicareg("--complete", "fish", *words[:-1], "xb")) == ["XBB\tBorland"]


def test_the_register_is_found_as_for_any_command(
    cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("list", "--decided", "")
    monkeypatch.chdir(tmp_path)
    assert offered(cicareg("--complete", "bash", *asked)) == []
    monkeypatch.setenv("HOME", str(SAMPLE.parent))
    assert offered(cicareg("--complete", "bash", "-C", "~/sample", *asked)) == MEETINGS.split()
    assert offered(cicareg("--complete", "bash", "-C", "$HOME/sample", *asked)) == MEETINGS.split()
    assert offered(cicareg("--complete", "bash", "-C", f'"{SAMPLE}"', *asked)) == MEETINGS.split()
    monkeypatch.chdir(SAMPLE / "registry/areas")
    assert offered(cicareg("--complete", "bash", *asked)) == MEETINGS.split()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CICAREG_REGISTRY", str(SAMPLE))
    assert offered(cicareg("--complete", "bash", *asked)) == MEETINGS.split()


HOSTILE = (
    "$(touch pwned)", "`touch pwned`", "; touch pwned", "a b", "a;b", "a'b", 'a"b', "a$b", "a\\b", "a\nb", "a\tb",
    "-rf", "*", "~", "a:b", "a|b", "a>b", "a\x1b[31m", "A", "ä", "a--b", "-a", "a" * 65,
)  # fmt: skip


def test_names_that_are_no_ids_are_not_offered(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path)
    for name in HOSTILE:
        (root / f"registry/meetings/{name}.yaml").write_text("x: 1\n", encoding="utf-8")
    (root / "registry/meetings/noyaml").touch()
    for shell in ("bash", "zsh", "fish"):
        lines = offered(cicareg("--complete", shell, "-C", root, "list", "--decided", ""))
        assert [line.strip() for line in lines] == MEETINGS.split()


STATE_NAMES = {
    "Quay": ["Quay"],
    "Qu ay": [r"Qu\ ay"],
    "Qu'ay": [r"Qu\'ay"],
    "Quay (north)": [r"Quay\ \(north\)"],
    '"Quay, Isle of"': [r"Quay\,\ Isle\ of"],
    "Қуat": [],
    "$(touch pwned)": [],
    "Q$(touch pwned)": [],
    "Q`touch pwned`": [],
    "Q; touch pwned": [],
    "Q&": [],
    "Q|b": [],
    "Q>b": [],
    "Q*": [],
    "Q!x": [],
    "Q~": [],
    "Q\\x": [],
    '"Q\\nx"': [],
    "Q\x1b[31m": [],
    "Q\u202ex": [],
}


@pytest.mark.parametrize("name", STATE_NAMES)
@pytest.mark.parametrize(
    "form", ["  name: {{en: {}, fr: Xa}}\n", "  name:\n    en: {}\n    fr: Xa\n"], ids=["flow", "block"]
)
def test_state_names_are_escaped_or_not_offered(name: str, form: str, cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path, {"states.yaml": "XAA:\n" + form.format(name)})
    assert offered(cicareg("--complete", "bash", "-C", root, "show", "q")) == STATE_NAMES[name]
    assert offered(cicareg("--complete", "bash", "-C", root, "show", "X")) == ["XAA", "Xa"]


def test_a_help_with_escapes_is_made_visible(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path, {"states.yaml": 'XAA:\n  name: {en: "\x1b[31m\tQ"}\n'})
    assert offered(cicareg("--complete", "fish", "-C", root, "show", "x")) == ["XAA\t\\x1b[31m\\tQ"]


BROKEN = {
    "states.yaml": ("show", "", f"fish ice people {MEETINGS} charter ice-paper"),
    "registry.yaml": ("list --lang", "", ""),
    "areas/ice.yaml": ("show", "1", "1.2"),
    "meetings/com-2023-06-01.yaml": ("list --decided", "", MEETINGS),
}
TEXTS = {"empty": "", "garbage": "\x00\x01: [}{", "list": "- a\n- b\n", "text": "text", "open": "a: {b: [\n  'c\n"}


@pytest.mark.parametrize("file", BROKEN)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_broken_register_offers_what_can_be_read(file: str, text: str, cicareg: Cicareg, tmp_path: Path) -> None:
    words, typed, expected = BROKEN[file]
    ran = cicareg("--complete", "bash", "-C", write(tmp_path, {file: text}), *words.split(), typed)
    assert offered(ran) == expected.split()


def test_links_folders_and_what_is_too_large_are_not_read(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path / "a", {"states.yaml": None})
    states = root / "registry/states.yaml"
    (tmp_path / "elsewhere.yaml").write_text("XAA:\n", encoding="utf-8")
    states.symlink_to(tmp_path / "elsewhere.yaml")
    assert offered(cicareg("--complete", "bash", "-C", root, "show", "x")) == []
    states.unlink()
    states.mkdir()
    assert offered(cicareg("--complete", "bash", "-C", root, "show", "x")) == []
    states.rmdir()
    states.write_text("XAA:\n" + "#" * 1024 * 1024, encoding="utf-8")
    assert offered(cicareg("--complete", "bash", "-C", root, "show", "x")) == []


def test_a_named_pipe_does_not_hang(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path, {"states.yaml": None})
    os.mkfifo(root / "registry/states.yaml")
    assert offered(cicareg("--complete", "bash", "-C", root, "show", "x")) == []


SILENT = {
    "no shell": (),
    "no words": ("bash",),
    "another shell": ("tcsh", "list", ""),
    "no such command": ("bash", "lst", "--decided", "zzz"),
    "no such option": ("bash", "list", "--bogus", "x", "zzz"),
    "no register": ("bash", "-C", "/nowhere", "show", ""),
    "the version": ("bash", "--version", "show", "zzz"),
    "help": ("bash", "list", "--help", "zzz"),
    "an open quote": ("bash", "show", "'zz"),
    "not UTF-8": ("bash", "show", "caf\udce9"),
    "too many": ("bash", "-C", str(SAMPLE), "show", "a", "b", "c", ""),
}


@pytest.mark.parametrize("name", SILENT)
def test_errors_are_silent(name: str, cicareg: Cicareg) -> None:
    assert offered(cicareg("--complete", *SILENT[name])) == []


HEAVY = {"pydantic", "pydantic_core", "yaml", "ruamel", "ruamel.yaml", "rich", "jinja2", "cicareg.loading"}
LIGHT = (
    ("--complete", "bash", ""),
    ("--complete", "zsh", "show", "1"),
    ("--complete", "fish", "show", "x"),
    ("--complete", "bash", "list", "--decided", ""),
    ("--complete", "bash", "list", "--format", ""),
    ("--complete", "bash", "explain", ""),
    ("completion", "zsh"),
    ("--help",),
)


@pytest.mark.parametrize("words", LIGHT, ids=" ".join)
def test_no_model_is_built(words: tuple[str, ...]) -> None:
    code = "import sys; from cicareg.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-P", "-c", code, *words]
    done = subprocess.run(command, cwd=SAMPLE, capture_output=True, text=True, check=True)
    assert done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


@pytest.mark.parametrize("words", [("--complete", "bash", ""), ("--help",)], ids=" ".join)
def test_no_command_is_imported_to_be_named(words: tuple[str, ...]) -> None:
    code = "import sys; from cicareg.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-P", "-c", code, *words]
    done = subprocess.run(command, cwd=SAMPLE, capture_output=True, text=True, check=True)
    assert {f"cicareg.commands.{name}" for name in COMMANDS} & set(done.stderr.split()) == set()
