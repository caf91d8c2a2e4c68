"""`init`: a register that is in order at once and takes its first appointment, in a process of its own."""

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from cicareg.records.state import State
from cicareg.schemas.modeline import modeline
from tests.conftest import Ran
from tests.gitting import IDENTITY, PERSON, git, installed, ran, repository
from tests.schemas.stock import kind_at
from tests.support import PROJECT, SAMPLE, load, tree_of

Cicareg = Callable[..., Ran]
VARIANTS = {"plain": (), "example": ("--from-example",)}
COMMON = {
    ".gitattributes", ".githooks/pre-commit", ".github/workflows/validate.yml", ".github/workflows/due.yml",
    ".gitignore", ".gitlab-ci.yml", "README.md", *(f"schemas/{name}.json" for name in
    ("area", "coordinators", "document", "event", "law", "meeting", "registry", "states")),
}  # fmt: skip
NOBODY = dict.fromkeys(IDENTITY, "")


@pytest.fixture
def path(tmp_path: Path) -> dict[str, str]:
    """Give an environment with the program on the PATH."""
    return installed(tmp_path / "bin")


@pytest.fixture(scope="module", params=VARIANTS)
def original(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a register of each sort, once."""
    folder = tmp_path_factory.mktemp("original")
    done = ran(folder, "cicareg", "init", *VARIANTS[request.param], "mine", **installed(folder / "bin"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "mine holds a register, in its first commit\n"
        "next: mine/README.md tells what to fill in; cicareg -C mine validate checks it\n"
    )
    return folder / "mine"


@pytest.fixture
def made(original: Path, tmp_path: Path) -> Path:
    """Give a register of each sort, for this test alone."""
    return shutil.copytree(original, tmp_path / "mine", symlinks=True)


def files(root: Path) -> set[str]:
    return {
        found.relative_to(root).as_posix()
        for found in root.rglob("*")
        if found.is_file() and ".git" not in found.relative_to(root).parts
    }


def blocks(readme: Path) -> dict[str, str]:
    """Give the records that a README shows, by path."""
    found = re.findall(r"```yaml\n# (\S+)\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    return dict(found)


def appoint(root: Path, **changed: str) -> None:
    """Write the records of the first appointment as the README shows them, with changes."""
    shown = blocks(root / "README.md")
    assert list(shown) == ["registry/meetings/board-2025-03-10.yaml", "registry/coordinators/liaison.yaml"]
    for name, text in shown.items():
        for old, new in changed.items():
            text = text.replace(old, new)  # noqa: PLW2901  # one change after the other
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def test_what_there_is(made: Path) -> None:
    there = files(made)
    assert there >= COMMON
    others = {name.split("/")[0] for name in there - COMMON}
    assert others <= {"registry", "templates"}
    assert git(made, "ls-files").split() == sorted(there)
    assert git(made, "status", "--porcelain") == ""
    assert git(made, "log", "--format=%s %an %D") == "A new register Nobody HEAD -> main\n"


def test_it_is_in_order_and_lists(made: Path, cicareg: Cicareg) -> None:
    checked = cicareg("-C", made, "validate", "--strict")
    assert (checked.code, checked.err) == (0, "")
    assert ", 0 errors, 0 warnings, " in checked.out
    listed = cicareg("-C", made, "list")
    assert (listed.code, listed.err) == (0, "")
    assert re.search(r"^1\.1 .*Liaison.* vacant$", listed.out, re.MULTILINE)


def test_every_record_names_its_schema_and_the_schemas_are_fresh(made: Path, cicareg: Cicareg) -> None:
    tree = tree_of(made)
    assert {name for name, raw in tree.items() if raw.decode().split("\n", 1)[0] != modeline(kind_at(name))} == set()
    assert {kind_at(name).name for name in tree} >= {"registry", "state", "area", "document", "law", "meeting"}
    assert cicareg("-C", made, "schema", "--all", "-o", made / "schemas").code == 0
    assert git(made, "status", "--porcelain") == ""


def test_the_first_appointment(made: Path, path: dict[str, str]) -> None:
    appoint(made)
    commands = re.search(
        r"^Then\n\n```sh\n(.*?)```", (made / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert commands is not None
    done = ran(made, "bash", "-e", "-c", commands[1], **path)
    assert done.returncode == 0, done.stdout + done.stderr
    name = re.search(r"XAA:\n  name: \{en: (.*?)[,}]", (made / "registry/states.yaml").read_text(encoding="utf-8"))
    assert name is not None
    assert re.search(rf"^1\.1 .*Liaison.* {name[1]} \(2026-2027\)$", done.stdout, re.MULTILINE)
    assert git(made, "log", "--format=%s", "-1") == "Liaison: decision of 10 March 2025\n"
    assert git(made, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"2026-2027": "2026-2026"}, "is shorter than 2 years [Charter 3, recommended, in force from"),
        ({"XAA": "XQQ"}, "error reference: no state XQQ on record"),
        ({"board": "assembly"}, "error appointing-decision: "),
    ],
)
def test_the_hook_refuses_a_wrong_one(changed: dict[str, str], said: str, made: Path, path: dict[str, str]) -> None:
    appoint(made, **changed)
    if "board" in changed:
        (made / "registry/meetings/board-2025-03-10.yaml").rename(made / "registry/meetings/assembly-2025-03-10.yaml")
    git(made, "add", "registry")
    refused = ran(made, "git", "commit", "--message", "Wrong", **path)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert git(made, "log", "--format=%s") == "A new register\n"


def test_the_hook_says_when_the_program_is_not_there(made: Path) -> None:
    git(made, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", "Unchecked")
    refused = ran(made, "git", "commit", "--allow-empty", "--message", "No", PATH="/usr/bin:/bin")
    assert refused.returncode == 1
    assert "pre-commit: cicareg was not found, so nothing is committed" in refused.stderr


def test_a_clone_has_the_hook_after_the_command_of_the_readme(made: Path, path: dict[str, str], tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "mine", "clone")
    command = "git config core.hooksPath .githooks"
    assert command in (made / "README.md").read_text(encoding="utf-8")
    git(tmp_path / "clone", *command.split()[1:])
    appoint(tmp_path / "clone", XAA="XQQ")
    git(tmp_path / "clone", "add", "registry")
    assert ran(tmp_path / "clone", "git", "commit", "--message", "Wrong", **path).returncode == 1


def test_every_command_of_the_readme_runs(made: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch) -> None:
    appoint(made)
    monkeypatch.chdir(made)
    text = (made / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^cicareg (.*?)(?:\s+#.*)?$", text, re.MULTILINE)
    assert len(lines) == 10
    for line in lines:
        done = cicareg(*line.split())
        fresh = "schemas: says what would be written now\n" if "--check" in line else ""
        assert (done.code, done.err) == (0, fresh), line


def test_the_files_for_pipelines_are_yaml_with_the_placeholder(made: Path) -> None:
    github = yaml.safe_load((made / ".github/workflows/validate.yml").read_text(encoding="utf-8"))
    assert github["jobs"] == {
        "validate": {"uses": "OWNER/cicareg/.github/workflows/validate.yml@main", "with": {"schemas": "schemas"}}
    }
    assert (PROJECT / ".github/workflows/validate.yml").is_file()
    due = yaml.safe_load((made / ".github/workflows/due.yml").read_text(encoding="utf-8"))
    assert due["jobs"] == {"due": {"uses": "OWNER/cicareg/.github/workflows/due.yml@main"}}
    placed = {"README.md", ".github/workflows/validate.yml", ".github/workflows/due.yml", ".gitlab-ci.yml"}
    assert {name for name in files(made) if b"OWNER" in (made / name).read_bytes()} == placed
    readme = (made / "README.md").read_text(encoding="utf-8")
    assert [name for name in placed - {"README.md"} if f"`{name}`" not in readme] == []
    gitlab = (made / ".gitlab-ci.yml").read_text(encoding="utf-8")
    assert "https://github.com/OWNER/cicareg.git" in gitlab
    assert list(yaml.safe_load(gitlab)) == ["validate-register", "post-duties"]


def test_the_states_of_both_are_free_codes(made: Path) -> None:
    registry = load(tree_of(made)).registry
    assert all(re.fullmatch("X[A-Z]{2}", code) for code in registry.ids(State))


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_example_renders_in_its_languages(
    lang: str, tmp_path: Path, cicareg: Cicareg, golden: Callable[[str, str], None]
) -> None:
    cicareg("init", "--from-example", tmp_path / "mine")
    rendered = cicareg("-C", tmp_path / "mine", "render", "list", "--lang", lang)
    assert (rendered.code, rendered.err) == (0, "")
    golden(f"annex-example-{lang}.md", rendered.out)


@pytest.mark.usefixtures("person")
def test_the_example_says_in_french_what_was_reviewed(tmp_path: Path, cicareg: Cicareg) -> None:
    root = tmp_path / "mine"
    cicareg("init", "--from-example", root)
    words = ("--reviews", "2,pilotage", "--outcome", "noted", "--no-commit", "--yes")
    done = cicareg("-C", root, "decide", "board-2025-12-17/1", *words)
    assert (done.code, done.err) == (0, "")
    said = cicareg("-C", root, "render", "decisions", "board-2025-12-17", "--lang", "fr").out
    assert (
        "1. La mise en œuvre dans la dimension « Navigation » et dans le domaine prioritaire « Pilotage » est examinée "
        "et il est pris note des résultats de cet examen."
    ) in " ".join(said.split())  # the spaces within quotation marks do not break


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_all_that_the_example_publishes_is_made_in_its_languages(
    lang: str, tmp_path: Path, cicareg: Cicareg, golden: Callable[[str, str], None]
) -> None:
    root, out = tmp_path / "mine", tmp_path / "out"
    cicareg("init", "--from-example", root)
    words = ("board-2023-11-20", "--lang", lang, "--to", "markdown,html,docx,pdf", "-o", out)
    made = cicareg("-C", root, "render", "package", *words)
    assert (made.code, made.err) == (0, "")
    assert {path.suffix for path in out.iterdir()} == {".md", ".html", ".docx", ".pdf"}
    golden(f"package-example-{lang}.md", "\n".join(path.read_text("utf-8") for path in sorted(out.glob("*.md"))))
    assert cicareg("-C", root, "render", "list", "--on", "2024-03-01", "--lang", lang).code == 0
    assert cicareg("-C", root, "templates", "--lang", lang).out.count("missing") == 0


def test_a_folder_that_is_empty_is_taken_as_it_is(cicareg: Cicareg, tmp_path: Path, person: None) -> None:
    (tmp_path / "mine").mkdir()
    before = (tmp_path / "mine").stat().st_ino
    assert cicareg("init", tmp_path / "mine").code == 0
    assert (tmp_path / "mine").stat().st_ino == before


def test_folders_above_are_made(cicareg: Cicareg, tmp_path: Path, person: None) -> None:
    assert cicareg("init", tmp_path / "a/b/mine").code == 0
    assert cicareg("-C", tmp_path / "a/b/mine", "validate", "--staged").code == 0


def test_within_another_repository_it_is_one_of_its_own(cicareg: Cicareg, tmp_path: Path, person: None) -> None:
    outer = repository(tmp_path / "outer")
    before = (outer / ".git/config").read_bytes()
    assert cicareg("init", outer / "mine").code == 0
    assert (outer / ".git/config").read_bytes() == before
    assert git(outer / "mine", "rev-parse", "--show-toplevel").strip() == str(outer / "mine")


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**PERSON, **IDENTITY}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    for name in (*IDENTITY, "EMAIL"):
        monkeypatch.delenv(name, raising=False)


def test_a_folder_that_holds_something_is_refused(cicareg: Cicareg, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/.hidden").write_text("x", encoding="utf-8")
    refused = cicareg("init", tmp_path / "mine")
    assert refused.code == 2
    assert refused.err == f"cicareg: {tmp_path}/mine is not empty: nothing is overwritten\n  name a new folder\n"
    assert files(tmp_path) == {"mine/.hidden"}


def test_what_is_no_folder_is_refused(cicareg: Cicareg, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("mine", "link"):
        assert cicareg("init", tmp_path / name).err.startswith(f"cicareg: {tmp_path}/{name} is not a folder\n")


def test_without_an_identity_it_says_how_to_commit(cicareg: Cicareg, tmp_path: Path, nobody: None) -> None:
    told = cicareg("init", tmp_path / "mine")
    assert (told.code, told.out.splitlines()[0]) == (0, f"{tmp_path}/mine holds a register")
    assert told.err == (
        "cicareg: nothing is committed yet: git does not know who you are "
        "(git config --global user.name … and user.email …)\n"
        f'  when that is mended: git -C {tmp_path}/mine commit -m "A new register"\n'
    )
    assert set(git(tmp_path / "mine", "diff", "--cached", "--name-only").split()) == files(tmp_path / "mine")


def test_a_hook_of_the_person_that_refuses_is_told(
    cicareg: Cicareg, tmp_path: Path, person: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = tmp_path / "template/hooks/commit-msg"
    hook.parent.mkdir(parents=True)
    hook.write_text("#!/bin/sh\necho no number in the message >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(tmp_path / "template"))
    told = cicareg("init", tmp_path / "mine")
    assert told.code == 0
    assert f"nothing is committed yet: git failed in {tmp_path}/mine: no number in the message\n" in told.err


def test_without_git_nothing_is_made(cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    told = cicareg("init", tmp_path / "mine")
    assert told == Ran(3, "", "cicareg: the program git was not found: it is not installed, or not on the PATH\n")
    assert list(tmp_path.iterdir()) == []


BROKEN = '#!/bin/sh\ncase "$*" in *{word}*) echo "fatal: no" >&2; exit 1;; esac\nexec {git} "$@"\n'


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("word", [" init ", " add ", " config --local "])
@pytest.mark.parametrize("there", [True, False], ids=["empty", "not there"])
def test_a_failure_leaves_nothing_behind(
    word: str, there: bool, cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "bin/git"
    script.parent.mkdir()
    script.write_text(BROKEN.format(word=f'"{word}"', git=shutil.which("git")), encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}:{Path(sys.executable).parent}:/usr/bin:/bin")
    if there:
        (tmp_path / "a/mine").mkdir(parents=True)
    told = cicareg("init", tmp_path / "a/mine")
    assert (told.code, told.out, told.err) == (3, "", f"cicareg: git failed in {tmp_path}/a/mine: no\n")
    left = [found for found in tmp_path.rglob("*") if found not in (script, script.parent)]
    assert left == ([tmp_path / "a", tmp_path / "a/mine"] if there else [])


def test_completion_offers_folders(cicareg: Cicareg) -> None:
    assert cicareg("--complete", "bash", "init", "").out == "folders\n"
    assert cicareg("--complete", "bash", "-C", SAMPLE, "init", "--f").out == "words\n--from-example\n"


def test_the_folder_of_a_register_is_no_place_for_a_new_one(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", tmp_path, "init", tmp_path / "new")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == ["cicareg: -C names a register that is there; init makes one", "  cicareg init DIR"]


def test_what_is_to_be_typed_next_can_be_typed(
    cicareg: Cicareg, tmp_path: Path, person: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, typed in (("a b;c", "'a b;c'"), ("-x", "./-x")):
        assert f"cicareg -C {typed} validate checks it" in cicareg("init", "--", name).out
