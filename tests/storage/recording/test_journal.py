"""What is being put in place is told to whoever comes later, be it another version; what is torn is not guessed."""

import json
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage.recording.journal import Journal, Target, read_journal
from tests.gitting import git
from tests.storage.recording.acts import recorded

JOURNAL = Journal("refs/heads/main", "1" * 40, "2" * 40, False, ("new",), {"new/a.yaml": Target("", "3" * 40)})


def told(aside: Path) -> dict[str, object]:
    JOURNAL.write(aside)
    found = json.loads((aside / "journal.json").read_bytes())
    assert isinstance(found, dict)
    return found


def test_what_is_written_is_read(tmp_path: Path) -> None:
    assert read_journal(tmp_path) is None
    assert told(tmp_path)["version"] == 1
    assert read_journal(tmp_path) == JOURNAL


def test_a_journal_of_another_version_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    older = {key: value for key, value in told(tmp_path).items() if key not in ("version", "whole")}
    for raw in (older, {**older, "later": [1]}, {**older, "targets": {"new/a.yaml": ["", "3" * 40, "100644", "more"]}}):
        (tmp_path / "journal.json").write_text(json.dumps(raw), encoding="utf-8")
        assert read_journal(tmp_path) == JOURNAL


TORN = {
    "empty": b"", "half": b'{"version": 1, "bra', "no text": b"\xff\0", "zeros": bytes(200), "a list": b"[]",
    "no keys": b"{}", "nothing": b"null", "newer": b'{"version": 2}',
    "no id": b'{"branch": 1, "base": "", "commit": "", "decided": false, "folders": [], "targets": {}}',
    "no target": b'{"branch": "", "base": "", "commit": "", "decided": true, "folders": [], "targets": {"a": ["1"]}}',
}  # fmt: skip


@pytest.mark.parametrize("name", TORN)
def test_a_journal_that_cannot_be_read_stops_the_act_and_is_named(name: str, root: Path) -> None:
    path = root / ".git/cicareg/journal.json"
    path.parent.mkdir()
    path.write_bytes(TORN[name])
    with pytest.raises(CicaregError, match=r"^what an interrupted act left cannot be read, or is of a newer") as caught:
        recorded(root)
    assert caught.value.code == Exit.UNREADABLE
    assert caught.value.message.endswith(f": {path}; nothing was recorded")
    assert caught.value.hint.endswith(f", then delete {path}")
    assert path.read_bytes() == TORN[name]
    path.unlink()
    assert recorded(root).commit == git(root, "rev-parse", "HEAD").strip()
