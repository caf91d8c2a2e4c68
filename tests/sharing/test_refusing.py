"""What is not shared, and why: in words, with nothing sent and nothing changed here."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.storage.recording.lock import locked
from tests.conftest import Ran
from tests.gitting import git
from tests.sharing.offices import Office, bare, hook, office
from tests.support import write

STATES = "registry/states.yaml"
ICE = "registry/coordinators/ice.yaml"
PEOPLE = "registry/coordinators/people.yaml"
FISH = "registry/coordinators/fish.yaml"
Refused = Callable[[Office, str], str]


@pytest.fixture
def refused(remote: Path) -> Refused:
    """Sync, expect a refusal with these words, see that nothing changed anywhere, and give all that was said."""

    def call(at: Office, words: str) -> str:
        before = at.tip, at.status(), git(remote, "for-each-ref")
        done = at.sync()
        assert (done.code, done.out) == (4, "")
        assert words in done.err
        assert (at.tip, at.status(), git(remote, "for-each-ref")) == before
        return done.err

    return call


def diverged(ada: Office, ben: Office) -> None:
    """Let one officer send something that the other has not."""
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert ada.sync().code == 0
    assert ben.tip != ada.tip


def test_a_register_with_changes_that_are_not_committed(ada: Office, refused: Refused) -> None:
    ada.write(FISH, "tenures: []\n")
    said = refused(ada, "the register is not as it was last committed: registry/coordinators/fish.yaml (changed)")
    assert "; nothing was shared\n" in said


def test_a_commit_made_by_hand_cannot_be_made_again(ada: Office, ben: Office, refused: Refused) -> None:
    diverged(ada, ben)
    ben.commit({"notes.txt": "x"}, "A note")
    ben.appoint("people", "XBB", "com-2025-06-04/1")
    said = refused(ben, "and “A note” (Nobody, ")
    assert "was made by hand: only acts can be made again on theirs" in said
    assert "git rebase refs/cicareg/fetched/origin/main, cicareg validate; then cicareg sync" in said
    ben.git("rebase", "--quiet", "refs/cicareg/fetched/origin/main")
    assert ben.sync().code == 0


def test_an_act_that_was_changed_by_hand_is_not_made_again_without_the_change(
    ada: Office, ben: Office, refused: Refused
) -> None:
    diverged(ada, ben)
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    path = ben.folder / "registry/coordinators/people.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-2027", "2026-2028"), encoding="utf-8")
    ben.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    refused(ben, "was changed by hand after it was recorded")


def test_an_act_that_was_only_laid_out_otherwise_is_made_again(ada: Office, ben: Office) -> None:
    diverged(ada, ben)
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    path = ben.folder / "registry/coordinators/people.yaml"
    path.write_text("# Laid out by a formatter.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    ben.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    assert ben.sync().code == 0


def test_a_merge_cannot_be_made_again(ada: Office, ben: Office, refused: Refused) -> None:
    start = ben.tip
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    ben.git("switch", "--quiet", "--create", "side", start)
    ben.commit({"notes.txt": "x"}, "A note")
    ben.git("switch", "--quiet", "main")
    ben.git("merge", "--quiet", "--no-edit", "side")
    diverged(ada, ben)
    refused(ben, "was made by hand")


def test_a_commit_made_by_hand_that_breaks_a_rule_is_not_sent(ada: Office, refused: Refused) -> None:
    ada.commit({PEOPLE: "tenures:\n  - {state: XZZ, role: coordinator, listed: com-2023-06-01}\n"}, "By hand")
    said = refused(
        ada, "was not recorded as it stands, and breaks a rule: registry/coordinators/people.yaml:2:13: reference"
    )
    assert "“By hand” (Nobody, " in said


def test_a_commit_made_by_hand_that_takes_away_what_is_on_record_is_not_sent(ada: Office, refused: Refused) -> None:
    (ada.folder / ICE).unlink()
    ada.commit({}, "By hand")
    said = refused(
        ada, "and breaks a rule: registry/registry.yaml:1:1: history: registry/coordinators/ice.yaml is gone"
    )
    assert "“By hand” (Nobody, " in said


def test_to_an_empty_repository_goes_no_state_that_breaks_a_rule(tmp_path: Path, cicareg: Callable[..., Ran]) -> None:
    first = office(bare(tmp_path / "empty.git"), tmp_path / "first", cicareg)
    write(first.folder)
    first.commit({}, "All")
    first.commit({PEOPLE: "tenures:\n  - {state: XZZ, role: coordinator, listed: com-2023-06-01}\n"}, "By hand")
    done = first.sync()
    assert (done.code, done.out) == (4, "")
    assert "the register as it stands breaks a rule: registry/coordinators/people.yaml:2:13: reference: " in done.err
    assert "  cicareg validate shows all that is wrong: put it right, commit it, then cicareg sync\n" in done.err
    assert git(tmp_path / "empty.git", "for-each-ref") == ""
    (first.folder / PEOPLE).unlink()
    first.commit({}, "Mended")
    assert first.sync().code == 0


def test_to_a_new_branch_nothing_goes_that_breaks_a_rule_also_where_it_was_mended(
    ada: Office, refused: Refused
) -> None:
    ada.git("switch", "--quiet", "--create", "draft")
    ada.commit({PEOPLE: "tenures:\n  - {state: XZZ, role: coordinator, listed: com-2023-06-01}\n"}, "By hand")
    (ada.folder / PEOPLE).unlink()
    ada.commit({}, "Mended")
    said = refused(ada, "breaks a rule: registry/coordinators/people.yaml:2:13: reference")
    assert "“By hand” (Nobody, " in said


@pytest.mark.parametrize("arguments", ["[" * 60_000, '{"area": "ice", "term": 7, "decision": {}}'])
def test_a_message_that_only_looks_like_an_act_stops_nobody(ada: Office, ben: Office, arguments: str) -> None:
    ada.commit({"notes.txt": "x"}, f"Do it\n\nAct: appoint\nArguments: {arguments}\nOperation: 0123456789ab")
    assert ada.sync().code == 0
    ben.appoint("ice", "XCC", "com-2025-06-03/1")
    assert ben.sync().code == 0
    assert ben.undo("last").code == 0


def test_a_merge_of_texts_that_breaks_a_rule_is_not_sent(ada: Office, ben: Office, refused: Refused) -> None:
    path = "registry/coordinators/people.yaml"
    text = "tenures:\n  - {state: XBB, role: coordinator, listed: com-2023-06-01}\n"
    ada.commit({path: text}, "One")
    assert ada.sync().code == 0
    ben.commit({"notes.txt": "x"}, "A note")
    ben.git("pull", "--quiet", "--no-rebase", "--no-commit", "origin", "main")
    ben.write(path, text.replace("coordinator", "leader"))
    ben.git("commit", "--quiet", "--all", "--message", "Merged by hand")
    refused(ben, "“Merged by hand” (Nobody, ")


def test_an_act_that_git_put_on_theirs_as_text_is_judged_again(ada: Office, ben: Office, refused: Refused) -> None:
    ada.commit(
        {"registry/states.yaml": (ada.folder / STATES).read_text(encoding="utf-8").replace("2000", "2029")}, "Late"
    )
    ada.git("push", "--quiet", "origin", "main")
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    ben.git("pull", "--quiet", "--rebase")
    refused(ben, "(Ada, ")


def test_a_commit_made_by_hand_that_is_in_order_is_sent(ada: Office) -> None:
    ada.commit({"notes.txt": "x"}, "A note")
    assert ada.sync() == Ran(0, "sent to origin:\n  A note\n", "")


def test_what_the_other_side_does_not_take_is_told_in_its_words(ada: Office, remote: Path, refused: Refused) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    hook(remote, "pre-receive", "echo 'The register is closed until Monday.' >&2; exit 1")
    said = refused(ada, "origin does not take your acts; your acts are on record here, and nothing is lost. It said:\n")
    assert "remote: The register is closed until Monday." in said


def test_what_others_say_is_told_as_they_say_it(ada: Office, remote: Path, refused: Refused) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    hook(remote, "pre-receive", "echo 'Closed; nothing was recorded, nothing was shared' >&2; exit 1")
    assert "remote: Closed; nothing was recorded, nothing was shared" in refused(ada, "origin does not take your acts")


def test_what_a_hook_here_does_not_let_go_is_not_sent(ada: Office, refused: Refused) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    hook(ada.folder, "pre-push", "echo 'Not on a Friday.' >&2; exit 1")
    assert "Not on a Friday." in refused(ada, "origin does not take your acts")


def test_what_a_hook_here_does_not_let_be_made_again_is_not_sent(ada: Office, ben: Office, refused: Refused) -> None:
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    diverged(ada, ben)
    hook(ben.folder, "pre-commit", "echo 'No more.' >&2; exit 1")
    assert "No more." in refused(ben, "a hook of yours, did not take the commit; nothing was shared")


def test_a_branch_that_is_gone_is_not_made_again(ada: Office, remote: Path, refused: Refused) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    git(remote, "branch", "--quiet", "--move", "main", "register")
    said = refused(ada, "origin has no main any more: somebody deleted or renamed it; nothing was shared")
    assert "git branch --set-upstream-to=origin/NAME" in said
    ada.git("fetch", "--quiet")
    ada.git("branch", "--quiet", "--set-upstream-to=origin/register")
    assert ada.sync().code == 0
    assert git(remote, "rev-parse", "register").strip() == ada.tip


def test_another_history_is_not_mixed_with_this(ada: Office, remote: Path, refused: Refused) -> None:
    ada.git("checkout", "--quiet", "--orphan", "other")
    ada.git("commit", "--quiet", "--message", "Another beginning")
    ada.git("branch", "--quiet", "--force", "main")
    ada.git("switch", "--quiet", "main")
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    refused(
        ada,
        "origin holds another register, or another beginning of it: nothing there is in common with this clone; "
        "nothing was shared",
    )
    assert remote.exists()


def shallow(remote: Path, call: Callable[..., Ran]) -> Office:
    """Make a clone that has the last commit only."""
    git(remote.parent, "clone", "--quiet", "--depth", "1", remote.as_uri(), "cut")
    return Office(remote.parent / "cut", call)


def test_a_shallow_clone_shares(ada: Office, remote: Path, cicareg: Callable[..., Ran]) -> None:
    ada.commit({"notes.txt": "x"}, "A note")
    assert ada.sync().code == 0
    cut = shallow(remote, cicareg)
    told = cut.appoint("people", "XBB", "com-2025-06-03/2")
    diverged(ada, cut)
    assert f"(operation {told})" in cut.sync().out
    assert ada.sync().code == 0
    assert ada.tip == cut.tip


def test_a_shallow_clone_that_lacks_too_much_says_so(
    ada: Office, remote: Path, cicareg: Callable[..., Ran], refused: Refused
) -> None:
    start = ada.tip
    ada.commit({"notes.txt": "x"}, "A note")
    assert ada.sync().code == 0
    cut = shallow(remote, cicareg)
    cut.appoint("people", "XBB", "com-2025-06-03/2")
    git(remote, "update-ref", "refs/heads/main", start)
    git(remote, "symbolic-ref", "HEAD", "refs/heads/main")
    git(
        remote, "update-ref", "refs/heads/main", git(remote, "commit-tree", "-p", start, "-m", "x", f"{start}:").strip()
    )
    said = refused(cut, "this clone lacks the older history that it has in common with origin; nothing was shared")
    assert "git fetch --unshallow origin, then cicareg sync" in said


def test_no_remote(ada: Office, refused: Refused) -> None:
    ada.git("remote", "remove", "origin")
    refused(ada, "this clone knows no other repository to share with; nothing was shared")


@pytest.mark.parametrize(
    "name", ["origni", "--upload-pack=touch canary", "ext::sh -c touch% canary", ".", "../shared.git"]
)
def test_G35_only_the_name_of_a_remote_is_asked(ada: Office, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ada.folder)
    done = ada.sync("--", name)
    meant = "; did you mean origin?" if name == "origni" else ""
    assert done == Ran(2, "", f"cicareg: no repository to share with is called {name!r}{meant}\n  there are: origin\n")
    assert not (ada.folder / "canary").exists()


def test_G35_a_remote_named_like_an_option_is_none(ada: Office) -> None:
    ada.git("config", "remote.--upload-pack=touch canary;.url", "../shared.git")
    ada.git("branch", "--unset-upstream")
    assert ada.sync().code == 0
    assert not (ada.folder / "canary").exists()


def test_G35_other_protocols_than_those_of_git_are_not_spoken(ada: Office) -> None:
    ada.git("remote", "set-url", "origin", "ext::sh -c 'touch canary'")
    ada.git("config", "protocol.ext.allow", "always")
    done = ada.sync()
    assert done.code == 3
    assert done.err.startswith(
        "cicareg: origin cannot be asked; nothing was shared. It said:\nfatal: transport 'ext' not allowed"
    )
    assert not (ada.folder / "canary").exists()


def test_G30_what_the_configuration_names_runs_when_the_officer_shares_and_not_before(ada: Office) -> None:
    canary = ada.folder / ".git/canary"
    ada.git("config", "core.sshCommand", f"touch '{canary}'; false")
    ada.git("remote", "set-url", "origin", "ssh://nobody@127.0.0.1/register")
    for words in (("validate",), ("list",), ("undo", "last", "--why", "x", "--dry-run")):
        ada.call("-C", ada.folder, *words)
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert not canary.exists()
    assert ada.sync().code == 3
    assert canary.exists()


@pytest.mark.parametrize("name", ["registry", "HEAD.d", "origin/main"])
def test_G47_a_branch_may_be_named_like_a_file(ada: Office, remote: Path, name: str) -> None:
    ada.git("switch", "--quiet", "--create", name)
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert ada.sync().code == 0
    assert git(remote, "rev-parse", f"refs/heads/{name}").strip() == ada.tip


def test_a_branch_with_another_name_here_goes_to_its_own_there(ada: Office, remote: Path) -> None:
    ada.git("branch", "--move", "mine")
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert ada.sync().code == 0
    assert git(remote, "for-each-ref", "--format=%(refname)") == "refs/heads/main\n"
    assert git(remote, "rev-parse", "main").strip() == ada.tip


def test_of_several_remotes_one_must_be_named(ada: Office, tmp_path: Path, remote: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(remote), "second.git")
    ada.git("remote", "add", "second", "../second.git")
    assert ada.sync().code == 0
    ada.git("branch", "--unset-upstream")
    done = ada.sync()
    assert done == Ran(
        2,
        "",
        "cicareg: this clone knows several repositories to share with\n"
        "  name one: cicareg sync origin (origin, second)\n",
    )
    assert ada.sync("second").out == "nothing to share: second has what this clone has\n"


def test_a_folder_that_is_no_repository_cannot_be_asked(ada: Office, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    ada.git("remote", "set-url", "origin", str(tmp_path / "plain"))
    done = ada.sync()
    assert done.code == 3
    assert "does not appear to be a git repository" in done.err


def test_a_password_in_an_address_is_not_shown(ada: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    ada.git("remote", "set-url", "origin", "http://ada:hunter2@127.0.0.1:9/register.git")
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    done = ada.sync()
    assert done.code == 3
    assert "127.0.0.1:9" in done.err
    assert "hunter2" not in done.out + done.err


def test_another_act_under_way_is_waited_for_and_then_named(ada: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cicareg.sharing.syncing._WAIT", 0.0)
    with locked(ada.folder / ".git/cicareg/lock", 0) as lock:
        lock.tell("Appoint Borland")
        done = ada.sync()
    assert done.code == 4
    assert "another act is being recorded (since " in done.err
    assert "; nothing was shared\n" in done.err
