"""`history`: what took place about a thing, in its order, and which commits recorded it."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.gitting import IDENTITY, PERSON, git, ran
from tests.support import PROJECT, SAMPLE, write
from tests.tracing.pasts import Past

Cicareg = Callable[..., Ran]
Golden = Callable[[str, str], None]
PAPERS = PROJECT / "tests" / "papers"
ICE = "coordinators/ice.yaml"
DEPARTURE = "  - {rule: one-coordinator, decision: com-2023-06-01/1, reason: The ice is wide.}\n"
STEPS: tuple[tuple[str, Mapping[str, str | None]], ...] = (
    (
        "A. Lake",
        {
            ICE: "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1}\n"
            "  - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
            "  - {state: XCC, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
        },
    ),
    (
        "B. Shore",
        {
            ICE: "corrections:\n"
            "  - {what: tenures, was: {state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1}, "
            "why: A slip of the pen., source: letters p. 9}\n"
            "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, "
            "ended: {on: 2025-03-31, notified: 2025-03-01, reason: The ministry closed.}}\n"
            "  - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
        },
    ),
    ("C. Bank", {ICE: "tenures: [\n"}),
    (
        "C. Bank",
        {
            ICE: "corrections:\n"
            "  - {what: tenures, was: {state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1}, "
            "why: A slip of the pen., source: letters p. 9}\n"
            f"departures:\n{DEPARTURE}"
            "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, "
            "ended: {on: 2025-03-31, notified: 2025-03-01, reason: The ministry closed.}}\n"
            "  - {state: XBB, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
            "proposals:\n"
            "  - {state: XCC, role: coordinator, term: 2025-04/2027-03, notified: 2025-03-20, withdrawn: 2025-03-25}\n"
            "acting:\n  - {state: XBB, from: 2025-04-01}\n"
        },
    ),
)


@pytest.fixture(autouse=True)
def someone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**PERSON, **IDENTITY, "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def past(tmp_path: Path) -> Past:
    grown = Past(tmp_path / "top", {ICE: None})
    for by, files in STEPS:
        grown.commit(files, by=by)
    return grown


def masked(past: Past, text: str) -> str:
    """Give commits by their numbers, in the place of ids as long."""
    for number, id_ in enumerate(git(past.top, "rev-list", "--reverse", "HEAD").split(), start=1):
        text = text.replace(id_, f"{number:040}").replace(id_[:10], f"{number:010}")
    return text


@pytest.mark.parametrize("what", ["ice", "XBB", "com-2023-06-01", "charter"])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_history(what: str, form: str, past: Past, cicareg: Cicareg, golden: Golden) -> None:
    told = cicareg("-C", past.top, "history", what, "--format", form)
    assert (told.code, told.err) == (0, "cicareg: the register has 1 error; what follows may lack something "
        "(see: cicareg validate)\n")  # fmt: skip
    suffix = {"text": "txt", "markdown": "md", "json": "json"}[form]
    golden(f"history-{what.lower()}.{suffix}", masked(past, told.out))


def test_no_line_is_wider_than_80_columns(past: Past, cicareg: Cicareg) -> None:
    for what in ("ice", "XBB", "com-2023-06-01"):
        assert max(map(len, cicareg("-C", past.top, "history", what).out.splitlines())) <= 80


def events(told: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told.out)["events"]
    return found


def test_what_is_not_committed_says_so(past: Past, cicareg: Cicareg) -> None:
    text = (
        "tenures:\n  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n"
        "proposals:\n  - {state: XBB, role: coordinator, notified: 2025-01-01}\n"
    )
    past.put({"coordinators/fish.yaml": text})
    told = cicareg("-C", past.top, "history", "fish")
    assert told.out.count("not committed yet") == 1
    assert told.out.count("taken out in no commit yet\n") == 2
    assert "altered in no commit yet (role was co-coordinator, is coordinator)\n" in told.out


def test_outside_git_it_works_and_says_once_what_is_not_known(tmp_path: Path, cicareg: Cicareg) -> None:
    told = cicareg("-C", write(tmp_path), "history", "fish")
    assert (told.code, told.err) == (
        0,
        "cicareg: the register is not in a git repository: nothing tells who recorded what when\n",
    )
    assert told.out == (
        "Fisheries (fish)\n"
        "\n"
        "2023-06-01  Borland: coordinator for Fisheries, tenure not stated\n"
        "            [listed com-2023-06-01]  fish/1\n"
        "\n"
        "2023-06-01  Corvania: co-coordinator for Fisheries, tenure not stated\n"
        "            [listed com-2023-06-01]  fish/2\n"
        "\n"
        "2023-06-01  Alderia: co-coordinator for Fisheries, tenure not stated\n"
        "            [listed com-2023-06-01]  fish/3\n"
    )


def test_before_the_first_commit(tmp_path: Path, cicareg: Cicareg) -> None:
    git(write(tmp_path), "init", "--quiet")
    told = cicareg("-C", tmp_path, "history", "fish", "--format", "json")
    assert [each["recorded"] for each in events(told)] == [None, None, None]
    assert (json.loads(told.out)["tracked"], told.err) == (True, "")


def test_a_shallow_clone_says_so(past: Past, tmp_path: Path, cicareg: Cicareg) -> None:
    ran(tmp_path, "git", "clone", "--quiet", "--depth=1", f"file://{past.top}", "shallow")
    told = cicareg("-C", tmp_path / "shallow", "history", "ice")
    assert "cicareg: this clone lacks the older history: an older commit may have recorded" in told.err
    assert told.out.count(" by C. Bank, or before") == len(re.findall(r"^\d{4}-|^no day", told.out, re.MULTILINE))


def test_an_act_is_told_with_its_operation_and_its_arguments(past: Past, cicareg: Cicareg) -> None:
    done = cicareg("-C", past.top, "withdraw", "ice", "XCC", "--on", "2025-03-25", "--yes")
    assert done.code in (0, 2, 4)
    words = ("propose", "fish", "--coordinator", "XCC", "--notified", "2025-05-05", "--yes")
    act = cicareg("-C", past.top, *words)
    assert act.code == 0, act.err
    operation = act.out.rpartition("(operation ")[2][:12]
    (proposal,) = [each for each in events(cicareg("-C", past.top, "history", "fish", "--format", "json"))
        if each["what"] == "proposal"]  # fmt: skip
    assert (proposal["recorded"]["act"], proposal["recorded"]["operation"]) == ("propose", operation)
    assert proposal["recorded"]["arguments"]["area"] == "fish"
    assert f"(propose, operation {operation})" in re.sub(r"\s+", " ", cicareg("-C", past.top, "history", "fish").out)


def test_nothing_restricted_leaves_the_screen(cicareg: Cicareg) -> None:
    assert "Accounts of the lakes" in cicareg("-C", PAPERS, "history", "com-2025-06-02").out
    for form in ("markdown", "json"):
        told = cicareg("-C", PAPERS, "history", "com-2025-06-02", "--format", form)
        assert (told.code, "Accounts" in told.out, "restricted" in told.out) == (0, False, True)
        refused = cicareg("-C", PAPERS, "history", "accounts", "--format", form)
        assert (refused.code, refused.out) == (3, "")
        assert "accounts is restricted: it is told on the screen only" in refused.err
    assert cicareg("-C", PAPERS, "history", "accounts").code == 0


def test_nothing_on_record(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "history", "people").out == "People dimension (people)\n\nnothing on record\n"
    assert cicareg("-C", SAMPLE, "history", "people", "--format", "markdown").out == (
        "# People dimension\n\nNothing on record.\n"
    )


@pytest.mark.parametrize(
    "words, said",
    [
        (("nothing",), "nothing on record is called 'nothing'"),
        (("ice", "--format", "xml"), "no format 'xml'"),
    ],
)
def test_wrong_usage(words: tuple[str, ...], said: str, cicareg: Cicareg) -> None:
    told = cicareg("-C", SAMPLE, "history", *words)
    assert (told.code, told.out, said in told.err) == (2, "", True)


def test_what_a_commit_or_a_record_says_is_data(past: Past, cicareg: Cicareg) -> None:
    past.commit({"coordinators/fish.yaml": "departures:\n  - {rule: one-coordinator, listed: com-2023-06-01, "
        'reason: "\\e[31m~~red~~ *star*"}\n'}, by="\x1b[31mRed ~~N~~")  # fmt: skip
    text = cicareg("-C", past.top, "history", "fish").out
    assert "\x1b" not in text
    markdown = cicareg("-C", past.top, "history", "fish", "--format", "markdown").out
    assert "\x1b" not in markdown
    assert "\\~\\~red\\~\\~ \\*star\\*" in markdown
