"""A release: the same bytes wherever it is built, only what is committed, and a changelog that fits the version."""

import os
import re
import shutil
import subprocess
import tarfile
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cicareg import __version__
from tests.support import PROJECT

CHANGELOG = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
HEADING = r"^## (?:Unreleased \((?P<next>\d+\.\d+\.\d+)\)|(?P<version>\d+\.\d+\.\d+) \((?P<day>\d{4}-\d\d-\d\d)\))$"
MOMENT = 1_700_000_000
IDENTITY = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": f"{MOMENT} +0600",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_COMMITTER_DATE": f"{MOMENT} +0600",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip
WHEEL, SDIST = f"cicareg-{__version__}-py3-none-any.whl", f"cicareg-{__version__}.tar.gz"


def git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), *words]
    return subprocess.run(command, env=os.environ | IDENTITY, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository with one commit of all that is tracked here, as it is here now."""
    if not (PROJECT / ".git").exists():
        pytest.skip("a release is made of a commit, and this is no clone")
    folder = tmp_path_factory.mktemp("release") / "clone"
    for name in git(PROJECT, "ls-files", "-z").split("\0"):
        if name and (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    git(folder.parent, "init", "--quiet", "clone")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")
    (folder / ".venv").symlink_to(PROJECT / ".venv")
    return folder


def release(clone: Path, *words: str, umask: int = 0o022, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a clone's own bin/release."""
    command = ["bash", str(clone / "bin/release"), *words]
    surroundings = os.environ | IDENTITY | environment
    return subprocess.run(
        command, cwd=clone.parent, env=surroundings, umask=umask, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def built(clone: Path) -> Path:
    """Give the folder of a release that was built in the plainest way."""
    done = release(clone, "HEAD", str(clone.parent / "built"))
    assert done.returncode == 0, done.stderr
    return clone.parent / "built"


def test_a_release_is_the_same_bytes_anywhere(clone: Path, built: Path, tmp_path: Path) -> None:
    other = tmp_path / "another place"
    git(tmp_path, "clone", "--quiet", str(clone), str(other))
    (other / ".venv").symlink_to(PROJECT / ".venv")
    (other / "src/cicareg/rules/tenures/leak.py").write_text("leak\n", encoding="utf-8")
    (other / "README.md").write_text("changed, not committed\n", encoding="utf-8")
    for path in other.rglob("*.py"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    strange = {
        "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "86400", "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path), "USER": "somebody",
    }  # fmt: skip
    done = release(other, "HEAD", str(tmp_path / "out"), umask=0o077, **strange)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [WHEEL, SDIST]
    for name in (WHEEL, SDIST):
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes()
    assert done.stdout == release(clone, "HEAD", str(tmp_path / "again"), umask=0, TZ="America/Lima").stdout


def test_the_sums_are_those_of_the_files(clone: Path, built: Path) -> None:
    printed = release(clone, "HEAD", str(built)).stdout
    (built / "SHA256SUMS").write_text(printed, encoding="utf-8")
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=built, capture_output=True, text=True, check=True)
    assert done.stdout == f"{WHEEL}: OK\n{SDIST}: OK\n"


def test_the_wheel_holds_the_package_with_plain_modes_and_the_day_of_the_commit(clone: Path, built: Path) -> None:
    moment = datetime.fromtimestamp(MOMENT, UTC)
    with zipfile.ZipFile(built / WHEEL) as wheel:
        entries = wheel.infolist()
    assert {entry.external_attr >> 16 & 0o777 for entry in entries} == {0o644}
    assert {entry.date_time[:5] for entry in entries} == {moment.timetuple()[:5]}
    tracked = git(clone, "ls-files", "src/cicareg").split()
    names = {f"src/{entry.filename}" for entry in entries if ".dist-info/" not in entry.filename}
    assert names == set(tracked)


def test_the_source_holds_what_is_tracked_with_plain_modes_and_no_user(clone: Path, built: Path) -> None:
    with tarfile.open(built / SDIST) as source:
        members = source.getmembers()
    assert {(m.uid, m.gid, m.uname, m.gname, m.mtime) for m in members} == {(0, 0, "", "", MOMENT)}
    executable = {m.name.partition("/")[2] for m in members if m.mode == 0o755}
    assert {m.mode for m in members} == {0o644, 0o755}
    assert executable == {"bin/cicareg", "bin/pages", "bin/published", "bin/release", "bin/test"}
    tracked = {*git(clone, "ls-files").split(), "PKG-INFO"}
    assert {m.name.partition("/")[2] for m in members} <= tracked


def test_a_commit_that_is_not_there_is_refused(clone: Path, tmp_path: Path) -> None:
    done = release(clone, "v99", str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "bin/release: no commit v99\n")


def test_a_tag_must_be_that_of_the_version(clone: Path, tmp_path: Path) -> None:
    git(clone, "tag", "v99.0.0")
    done = release(clone, "v99.0.0", str(tmp_path))
    message = f"bin/release: the tag v99.0.0 stands on version {__version__}: it must be v{__version__}\n"
    assert (done.returncode, done.stdout, done.stderr) == (3, "", message)


def test_a_tagged_version_has_its_day_in_the_changelog(clone: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", str(clone), str(copy))
    (copy / ".venv").symlink_to(PROJECT / ".venv")
    log = copy / "CHANGELOG.md"
    log.write_text(
        re.sub(HEADING, f"## Unreleased ({__version__})", CHANGELOG, count=1, flags=re.MULTILINE), encoding="utf-8"
    )
    git(copy, "commit", "--quiet", "--allow-empty", "--all", "--message", "Not yet")
    git(copy, "tag", f"v{__version__}")
    done = release(copy, f"v{__version__}", str(tmp_path / "out"))
    message = f"bin/release: CHANGELOG.md has no heading '## {__version__} (DATE)'\n"
    assert (done.returncode, done.stdout, done.stderr) == (3, "", message)
    log.write_text(
        re.sub(HEADING, f"## {__version__} (2024-05-17)", CHANGELOG, count=1, flags=re.MULTILINE), encoding="utf-8"
    )
    git(copy, "commit", "--quiet", "--all", "--message", "Now")
    git(copy, "tag", "--force", f"v{__version__}")
    assert release(copy, f"v{__version__}", str(tmp_path / "out")).returncode == 0


def test_another_environment_of_tools_is_refused(clone: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", str(clone), str(copy))
    (copy / ".venv").symlink_to(PROJECT / ".venv")
    with (copy / "requirements/dev.txt").open("a", encoding="utf-8") as tools:
        tools.write("# another\n")
    git(copy, "commit", "--quiet", "--all", "--message", "Other tools")
    git(copy, "tag", "other")
    git(copy, "checkout", "--quiet", "HEAD^")
    done = release(copy, "other", str(tmp_path / "out"))
    message = "bin/release: other was made with other tools: check it out, and run its own bin/release\n"
    assert (done.returncode, done.stdout, done.stderr) == (3, "", message)


def test_the_changelog_begins_with_this_version() -> None:
    first = re.search(HEADING, CHANGELOG, re.MULTILINE)
    assert first is not None
    assert (first["next"] or first["version"]) == __version__


def test_the_changelog_is_made_of_releases_newest_first() -> None:
    headings = re.findall(r"^## .*$", CHANGELOG, re.MULTILINE)
    found = [match for heading in headings if (match := re.fullmatch(HEADING, heading))]
    assert len(found) == len(headings)
    assert all(match["version"] for match in found[1:])
    versions = [tuple(int(part) for part in (match["next"] or match["version"]).split(".")) for match in found]
    assert versions == sorted(set(versions), reverse=True)
    days = [date.fromisoformat(match["day"]) for match in found if match["day"]]
    assert days == sorted(days, reverse=True)


def test_the_changelog_says_what_was_added_changed_fixed() -> None:
    for release_ in re.split(r"^## .*\n", CHANGELOG, flags=re.MULTILINE)[1:]:
        parts = re.findall(r"^### (.*)\n\n((?:[- ] .*\n)+)", release_, re.MULTILINE)
        assert parts
        names = [name for name, _ in parts]
        assert len(names) == release_.count("### ")
        assert names == [name for name in ("Added", "Changed", "Fixed", "Removed") if name in names]


def test_the_manual_of_releases_is_short() -> None:
    lines = (PROJECT / "docs/release.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 25
