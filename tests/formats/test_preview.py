"""An act as it is shown: exact texts, never wider than the screen, never more than text."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.finding import Citation
from cicareg.formats.preview import preview
from cicareg.look import Look
from cicareg.preview import FileChange, Incumbents, Judged, PostChange, Preview, Verdict
from tests.acts import planned
from tests.deadlines.laws import MODALITIES
from tests.formats.cases import TEXTS
from tests.rules.overlays import holders

WRONG = holders("people", "state: XZZ, role: coordinator, listed: com-2023-06-01")
APPOINT = planned(
    "appoint", {**MODALITIES, **WRONG}, area="fish", term="2026-01/2026-12", decision="com-2025-06-03/1",
    coordinators=("XCC",), co_coordinators=("XDD",), departures=("minimum-tenure=The Committee wanted a trial.",),
).preview  # fmt: skip
PROPOSE = planned("propose", area="ice", coordinators=("XCC",), term="2025-2026", notified="2025-03-01").preview
CORRECT = planned(
    "correct", record="com-2023-06-01", fact="decisions/1", value=None, why="Misread.", source="letters 3"
).preview
SHOWN = {"appoint": APPOINT, "propose": PROPOSE, "correct": CORRECT}
ESCAPE = re.compile("\x1b\\[[0-9]+m")


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("width", [80, 120])
def test_on_a_screen(name: str, width: int, golden: Callable[[str, str], None]) -> None:
    golden(f"preview-{name}-{width}.txt", preview(SHOWN[name], Look(width=width)))


@pytest.mark.parametrize("name", SHOWN)
def test_in_colour(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"preview-{name}-color.txt", preview(SHOWN[name], Look(width=80, color=True)))


@pytest.mark.parametrize("name", SHOWN)
def test_colours_change_no_letter(name: str) -> None:
    plain, coloured = (preview(SHOWN[name], Look(width=80, color=color)) for color in (False, True))
    assert "\x1b" not in plain
    assert [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()] == plain.splitlines()


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("width", [40, 50, 60, 72, 80, 100, 132])
def test_only_lines_of_files_are_wider_than_the_screen(name: str, width: int) -> None:
    shown = preview(SHOWN[name]._replace(files=()), Look(width=width))
    assert [line for line in shown.splitlines() if len(line) > width] == []


def test_a_screen_of_no_width_is_taken_as_narrow() -> None:
    assert preview(APPOINT, Look(width=1)) == preview(APPOINT, Look(width=40))


@pytest.mark.parametrize("width", [60, 80])
def test_narrow_screens_lose_no_word(width: int) -> None:
    wide, narrow = preview(APPOINT, Look(width=500)).split(), preview(APPOINT, Look(width=width)).split()
    assert sorted(wide) == sorted(narrow)


def test_what_has_nothing_to_say_has_no_head() -> None:
    assert preview(Preview("Do it"), Look()) == "Do it\n"


def test_a_proposal_with_which_nothing_is_wrong_is_one_line_about_the_rules() -> None:
    done = planned("propose", area="ice", coordinators=("XCC",), term="2026-2027", notified="2025-03-01")
    shown = preview(done.preview, Look(width=80))
    assert shown.partition("\n\nIn the files")[0] == (
        "Note the proposal of Corvania as coordinator of Ice for 2026-2027\n\n"
        "If it were decided so, all rules would be kept"
    )


@pytest.mark.parametrize(("errors", "said"), [(1, "1 error"), (2, "2 errors")])
def test_errors_of_before_are_one_line(errors: int, said: str) -> None:
    assert preview(Preview("Do it", standing=errors), Look(width=80)) == (
        f"Do it\n\nThe register has {said} already, none of this act (see: cicareg validate)\n"
    )


HOSTILE = TEXTS.map(lambda text: text.replace("\x1b", "\x1b[31m"))
CITES = st.builds(Citation, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
VERDICTS = st.tuples(
    st.builds(Verdict, st.just("one-coordinator"), st.sampled_from(Judged), CITES, st.tuples(HOSTILE), HOSTILE)
)
POST = st.builds(
    PostChange,
    HOSTILE,
    st.tuples(st.builds(Incumbents, st.just("coordinator"), st.tuples(HOSTILE), st.tuples(HOSTILE))),
)
PREVIEWS = st.builds(
    Preview,
    subject=HOSTILE,
    remarks=st.tuples(HOSTILE),
    posts=st.tuples(POST),
    verdicts=VERDICTS,
    order=st.integers(0, 30),
    supposed=VERDICTS,
    elsewhere=st.tuples(HOSTILE),
    broken=st.just(()),
    standing=st.integers(0, 30),
    due=st.tuples(st.tuples(st.just("2025-01-01"), HOSTILE)),
    files=st.tuples(st.builds(FileChange, HOSTILE, st.booleans(), st.tuples(HOSTILE))),
)


@given(PREVIEWS, st.integers(1, 120))
def test_text_of_the_register_stays_text(shown: Preview, width: int) -> None:
    text = preview(shown, Look(width=width))
    assert "\x1b" not in text
    assert "\r" not in text
    heads = [line for line in text.splitlines() if line == "In the files"]
    assert len(heads) == 1
    body = preview(shown._replace(files=()), Look(width=width))
    assert all(len(line) <= max(width, 40) for line in body.split("\n"))
