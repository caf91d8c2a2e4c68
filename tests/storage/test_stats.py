"""A file that may say something else than before is looked at again, whatever its times say."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.storage import cache, stats
from cicareg.storage.stats import changed, joined, settled, template_stats
from cicareg.storage.worktree import look
from tests.conftest import Ran
from tests.support import write

Cicareg = Callable[..., Ran]
ICE = "registry/coordinators/ice.yaml"
NOW = 10_000_000_000
OLD, NEW = NOW - 2_000_000_001, NOW - 2_000_000_000


def line(name: str, written: int, created: int, size: int = 1, number: int = 7) -> str:
    return f"{name}\t{written} {created} {size} {number}"


def test_a_file_is_changed_where_any_of_its_line_is() -> None:
    before = {"registry/areas": "\n".join((line("a.yaml", 1, 1), line("b.yaml", 1, 1), line("c.yaml", 1, 1)))}
    now = {"registry/areas": "\n".join((line("a.yaml", 1, 1), line("b.yaml", 1, 2), line("d.yaml", 1, 1)))}
    assert changed(now, before) == {"registry/areas/b.yaml", "registry/areas/c.yaml", "registry/areas/d.yaml"}
    assert changed(now, now) == set()


def test_files_of_folders_that_come_and_go_are_changed() -> None:
    here, there = {"registry/areas": line("a.yaml", 1, 1)}, {"registry/law": line("b.yaml", 1, 1)}
    assert changed(here, there) == {"registry/areas/a.yaml", "registry/law/b.yaml"}


@pytest.mark.parametrize("written, created, sure", [(OLD, OLD, True), (NEW, OLD, False), (OLD, NEW, False)])
def test_a_file_is_settled_two_seconds_after_it_was_written(written: int, created: int, sure: bool) -> None:
    now = {"registry/areas": line("a.yaml", written, created)}
    kept = settled(now, {}, NOW)
    assert kept == {"registry/areas": now["registry/areas"] if sure else "a.yaml\t?"}
    assert bool(changed(now, {"registry/areas": kept["registry/areas"] or ""})) is not sure


def test_a_file_of_the_future_is_never_settled() -> None:
    now = {"registry/areas": line("a.yaml", NOW + 1, 1)}
    assert settled(now, {}, NOW) == {"registry/areas": "a.yaml\t?"}


def test_only_what_is_news_is_remembered_and_what_is_gone_forgotten() -> None:
    before = {"registry/areas": line("a.yaml", 1, 1), "registry/law": line("b.yaml", 1, 1)}
    assert settled({"registry/areas": line("a.yaml", 1, 1)}, before, NOW) == {"registry/law": None}


def test_folders_without_files_say_nothing() -> None:
    assert joined({"registry/areas": ["a", "b"], "registry/\udcff": []}) == {"registry/areas": "a\nb"}


# What the program makes of it.


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "register")


@pytest.fixture
def says(cicareg: Cicareg, root: Path) -> Callable[[], Ran]:
    """Check the register; what is said must be the same without a memory."""

    def check() -> Ran:
        known = cicareg("-C", root, "validate")
        assert cicareg("-C", root, "validate", "--no-cache") == known
        return known

    return check


def spoil(root: Path, how: Callable[[Path, bytes], object]) -> None:
    """Put a state that is not on record in the place of another, as `how` writes it: the size stays."""
    path = root / ICE
    how(path, path.read_bytes().replace(b"XAA", b"XZZ"))


def in_place(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)


def time_set_back(path: Path, raw: bytes) -> None:
    before = path.stat()
    path.write_bytes(raw)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def by_rename(path: Path, raw: bytes) -> None:
    other = path.with_name("ice.new")
    other.write_bytes(raw)
    before = path.stat()
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)


def long_ago(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    os.utime(path, (1, 1))


def in_the_future(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    os.utime(path, (4_000_000_000, 4_000_000_000))


HOWS = (in_place, time_set_back, by_rename, long_ago, in_the_future)


@pytest.mark.parametrize("how", HOWS, ids=lambda how: how.__name__)
def test_a_file_written_at_once_with_the_same_size_is_seen(
    root: Path, says: Callable[[], Ran], how: Callable[[Path, bytes], None]
) -> None:
    assert says().code == 0
    spoil(root, how)
    assert "no state XZZ on record" in says().out


@pytest.mark.parametrize("how", HOWS, ids=lambda how: how.__name__)
def test_a_settled_file_written_with_the_same_size_is_seen(
    root: Path, says: Callable[[], Ran], monkeypatch: pytest.MonkeyPatch, how: Callable[[Path, bytes], None]
) -> None:
    monkeypatch.setattr(stats, "_UNSURE", -(10**18))
    assert says().code == 0
    time.sleep(0.02)  # longer than what the system takes for one moment
    spoil(root, how)
    assert "no state XZZ on record" in says().out


def test_a_file_written_in_the_moment_that_it_was_looked_at_is_seen(
    root: Path, says: Callable[[], Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A coarse clock: all that happens has the same times, and the file keeps its number and size."""
    coarse = f"{NOW} {NOW}"
    status = lambda found: f"{coarse} {found.st_size} {found.st_ino}"  # noqa: E731
    monkeypatch.setattr("cicareg.storage.worktree.status_line", status)
    monkeypatch.setattr(cache.Cache, "moment", lambda _self: NOW)
    assert says().code == 0
    spoil(root, in_place)
    assert "no state XZZ on record" in says().out
    monkeypatch.setattr(cache.Cache, "moment", lambda _self: NOW - 3600 * 10**9)  # the clock was set back
    spoil(root, lambda path, raw: path.write_bytes(raw.replace(b"XZZ", b"XAA")))
    assert says().code == 0


def test_a_touched_file_is_read_but_not_checked_again(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = cicareg("-C", root, "validate")
    (root / ICE).touch()
    monkeypatch.setattr("cicareg.remembering.check_with", None)  # a call would fail
    monkeypatch.setattr("cicareg.checking.whole.check_all", None)
    assert cicareg("-C", root, "validate") == known
    spoil(root, in_place)
    assert cicareg("-C", root, "validate").code == 70


def test_another_branch_is_seen(root: Path, says: Callable[[], Ran]) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, "-C", str(root), *words], check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "all is well")
    well = says()
    git("checkout", "-qb", "other")
    spoil(root, in_place)
    git("commit", "-qam", "a state that is not on record")
    spoilt = says()
    for branch, expected in (("main", well), ("other", spoilt), ("main", well)):
        git("checkout", "-q", branch)
        assert says() == expected
    assert spoilt.code == 1


# Templates.


def test_templates_are_part_of_what_an_answer_rests_on(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stats, "_UNSURE", -(10**18))
    folder = root / "templates/en"
    packaged = cicareg("-C", root, "render", "list")
    folder.mkdir(parents=True)
    for text in ("<p>One.</p>\n", "<p>Two.</p>\n"):
        (folder / "list.html").write_text(text, encoding="utf-8")
        assert cicareg("-C", root, "render", "list").out.strip() == text[3:7]
        time.sleep(0.02)
    shutil.move(root / "templates", root / "other")
    (root / "templates").symlink_to("other")
    refused = cicareg("-C", root, "render", "list")
    assert refused.err == "cicareg: templates/en is a symbolic link: templates must be a folder\n"
    (root / "templates").unlink()
    assert cicareg("-C", root, "render", "list") == packaged


def test_a_template_that_was_just_written_counts_as_changed(root: Path) -> None:
    (root / "templates").mkdir()
    now = template_stats(root)
    when = max(int(text) for lines in now.values() for text in lines.partition("\t")[2].split()[:2])
    assert changed(now, {key: lines or "" for key, lines in settled(now, {}, when).items()}) != set()
    assert changed(now, {key: lines or "" for key, lines in settled(now, {}, when + 3 * 10**9).items()}) == set()


@pytest.mark.parametrize("name", [b"a\tb", b"a\nb\t1 c", b"\xff", b"a\tb\t1 2 3"])
def test_names_that_nobody_would_give_do_no_harm(root: Path, cicareg: Cicareg, name: bytes) -> None:
    for folder in (b"templates", b"templates/en", b"registry", b"registry/areas", b"registry/of " + name):
        path = os.fsencode(root) + b"/" + folder
        os.makedirs(path, exist_ok=True)  # noqa: PTH103  # names of bytes
        with open(path + b"/" + name, "wb") as file:  # noqa: PTH123  # see above
            file.write(b"x")
        known = cicareg("-C", root, "list")
        assert cicareg("-C", root, "list") == known
        assert known.code == 0
    os.makedirs(os.fsencode(root) + b"/templates/of " + name)  # noqa: PTH103  # see above
    assert cicareg("-C", root, "list") == known


def test_an_entry_that_is_no_record_is_reported_from_the_memory_too(root: Path, says: Callable[[], Ran]) -> None:
    (root / "registry/areas/link.yaml").symlink_to("ice.yaml")
    assert says().code == 1
    assert says() == says()
    (root / "registry/areas/link.yaml").unlink()
    assert says().code == 0
    assert look(root).unfit == {}
