"""What is committed is what the program makes: schemas, pages and the first line of each record."""

import pytest

from cicareg.formats.format import formats
from cicareg.schemas.describing import describe
from cicareg.schemas.modeline import FOLDER, modeline
from cicareg.schemas.offers import offers
from cicareg.schemas.schema import by_name
from tests.schemas.stock import kind_at
from tests.support import PROJECT, load, tree_of

OFFERS = offers(load(tree_of(PROJECT)).registry)
FOLDERS = {"json": PROJECT / FOLDER, "markdown": PROJECT / "docs" / "records"}


@pytest.mark.parametrize("name", by_name())
@pytest.mark.parametrize("form", FOLDERS)
def test_it_is_what_the_program_makes(name: str, form: str) -> None:
    made = formats()[form]
    assert made.kind is not None
    path = FOLDERS[form] / f"{name}{made.suffix}"
    assert path.read_text(encoding="utf-8") == made.kind(describe(by_name()[name], OFFERS)), (
        "stale; make it anew: bin/pages"
    )


@pytest.mark.parametrize("form", FOLDERS)
def test_there_is_nothing_else(form: str) -> None:
    found = {path.name for path in FOLDERS[form].iterdir()} - {"README.md"}
    assert found == {name + formats()[form].suffix for name in by_name()}, "run bin/pages"


def test_every_record_begins_with_the_line_that_names_its_schema() -> None:
    tree = tree_of(PROJECT)
    wrong = {path for path, raw in tree.items() if raw.decode().split("\n", 1)[0] != modeline(kind_at(path))}
    assert wrong == set(), "its first line is to be that of the other records of its folder"
    for path in tree:
        target = modeline(kind_at(path)).partition("$schema=")[2]
        assert ((PROJECT / path).parent / target).resolve().is_file(), path
