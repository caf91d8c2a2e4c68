"""Steps take a tree from format to format; here with invented ones, as none is needed yet."""

import pytest

from cicareg.errors import CicaregError
from cicareg.layout import TOP
from cicareg.loading import Tree
from cicareg.migrations.migration import Migration, migrate, migrations
from cicareg.records.registry import FORMAT

AREA = "registry/areas/ice.yaml"


def name_to_title(tree: Tree) -> Tree:
    return {path: raw.replace(b"name:", b"title:") if "/areas/" in path else raw for path, raw in tree.items()}


def areas_to_posts(tree: Tree) -> Tree:
    return {path.replace("/areas/", "/posts/"): raw for path, raw in tree.items()}


STEPS = (Migration(1, name_to_title), Migration(2, areas_to_posts))
OLD: Tree = {TOP: b"format: 1  # old\nx: 1\n", AREA: b"# of ice\nname: Ice\n", "registry/states.yaml": b"name: x\n"}


def test_a_step_edits_its_texts_and_the_format_line() -> None:
    assert migrate(OLD, 2, STEPS) == {
        TOP: b"format: 2  # old\nx: 1\n",
        AREA: b"# of ice\ntitle: Ice\n",
        "registry/states.yaml": b"name: x\n",
    }


def test_steps_run_in_order_whatever_order_they_come_in() -> None:
    expected = {
        TOP: b"format: 3  # old\nx: 1\n",
        "registry/posts/ice.yaml": b"# of ice\ntitle: Ice\n",
        "registry/states.yaml": b"name: x\n",
    }
    assert migrate(OLD, 3, STEPS) == migrate(OLD, 3, STEPS[::-1]) == expected


def test_steps_in_two_goes_are_steps_in_one() -> None:
    assert migrate(migrate(OLD, 2, STEPS), 3, STEPS) == migrate(OLD, 3, STEPS)


def test_a_register_of_that_format_is_left_alone() -> None:
    assert migrate(OLD, 1, STEPS) is OLD


def test_what_is_given_is_not_changed() -> None:
    before = dict(OLD)
    migrate(OLD, 3, STEPS)
    assert before == OLD


def test_a_missing_step_is_said() -> None:
    with pytest.raises(CicaregError, match="nothing takes a register of format 2 to format 3"):
        migrate(OLD, 3, STEPS[:1])


def test_a_register_that_does_not_say_its_format_is_refused() -> None:
    with pytest.raises(CicaregError, match="the register does not say its format"):
        migrate({TOP: b"x: 1\n"}, 2, STEPS)


def test_the_program_has_every_step_to_its_own_format() -> None:
    assert [step.start for step in migrations()] == list(range(1, FORMAT))
