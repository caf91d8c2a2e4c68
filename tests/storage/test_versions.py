"""The versions of files: which are read, how many at once, and what git prints of a commit."""

from pathlib import Path

import pytest

from cicareg.storage import git, versions
from cicareg.storage.git.past import Moved, past
from cicareg.storage.revision import Repository
from cicareg.storage.versions import Scope
from tests.gitting import PERSON
from tests.tracing.pasts import AREA, Past

ICE, FISH = "registry/coordinators/ice.yaml", "registry/coordinators/fish.yaml"
FOLDER = Scope(frozenset(), ("registry/coordinators",), "XBB")


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def grown(tmp_path: Path) -> Past:
    found = Past(tmp_path / "top")
    for number in range(2, 6):
        found.commit({"coordinators/ice.yaml": f"# {number}\ntenures: []\n", "areas/more.yaml": f"# {number}\n"})
    found.commit({"coordinators/fish.yaml": None})
    return found


def test_the_commits_of_a_file_with_what_they_did_to_it(grown: Past) -> None:
    found = versions.versions(Repository(grown.top), AREA)
    moved = {commit.message.strip(): [(each.old, each.new) for each in commit.moved] for commit in found.commits}
    assert moved == {
        "1": [("", ICE), ("", "registry/meetings/com-2023-06-01.yaml")],
        **{str(number): [(ICE, ICE)] for number in range(2, 6)},
        "6": [],
    }
    blobs = {each.blob for commit in found.commits for each in commit.moved}
    assert found.contents.keys() == blobs
    assert sorted(raw for raw in found.contents.values() if raw.startswith(b"# ") and b"[]" in raw) == [
        f"# {number}\ntenures: []\n".encode() for number in range(2, 6)
    ]


def test_a_file_that_once_mentioned_a_word_is_read_in_all_its_versions(grown: Past) -> None:
    found = versions.versions(Repository(grown.top), FOLDER)
    assert [len(commit.moved) for commit in found.commits] == [2, 1, 1, 1, 1, 1]
    assert found.commits[-1].moved == (Moved(FISH, "", ""),)


@pytest.mark.parametrize("scope", [AREA, FOLDER])
def test_however_few_are_held_at_once(scope: Scope, grown: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = versions.versions(Repository(grown.top), scope)
    asked: list[int] = []

    def counted(folder: Path, blobs: list[str]) -> dict[str, bytes]:
        asked.append(len(blobs))
        return contents(folder, blobs)

    contents = git.contents
    monkeypatch.setattr(git, "contents", counted)
    monkeypatch.setattr(versions, "_AT_ONCE", 30)
    assert versions.versions(Repository(grown.top), scope) == whole
    assert max(asked) == 1


@pytest.mark.parametrize(
    "message", ["A\n\nbody\n:100644 100644 x y M\n", ":colon", "a\nb\n\n\n", "Ä – ü", " "], ids=range(5)
)
def test_whatever_a_message_says(message: str, grown: Past) -> None:
    text = f"# {message!r}\ntenures: []\n"
    id_ = grown.commit({"coordinators/ice.yaml": text}, message=message if message.strip() else "x")
    last = past(grown.top, "HEAD", ["registry/coordinators"])[-1]
    assert (last.id, [each.new for each in last.moved]) == (id_, [ICE])
    assert last.message.split() == (message if message.strip() else "x").split()


@pytest.mark.parametrize("name", ["a\tb.yaml", "ä.yaml", "a\nb.yaml", ":a.yaml", "a b.yaml", '"q".yaml'])
def test_whatever_a_file_is_called(name: str, grown: Past) -> None:
    grown.commit({f"coordinators/{name}": "tenures: []\n"})
    grown.commit({f"coordinators/{name}": None, "coordinators/snow.yaml": "tenures: []\n"})
    came, went = past(grown.top, "HEAD", ["registry/coordinators"])[-2:]
    assert [(each.old, each.new) for each in came.moved] == [("", f"registry/coordinators/{name}")]
    assert [(each.old, each.new) for each in went.moved] == [
        (f"registry/coordinators/{name}", "registry/coordinators/snow.yaml")
    ]
