"""Ids made from titles."""

import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.changes.slugs import numbered, slug


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Course on ice", "course-on-ice"),
        ("  Security of, and in, the use of ICTs! ", "security-of-and-in-the-use-of-icts"),
        ("Türkiye’s Ärger über Øl & Straße", "turkiyes-arger-uber-ol-strasse"),
        ("Курс для смотрителей маяков", "kurs-dlya-smotriteley-mayakov"),
        ("Шамшырақ қараушыларына", "shamshyraq-qaraushylaryna"),
        ("Щёлково: объезд", "shchelkovo-obezd"),
        ("日本", "event"),
        ("=1+1", "1-1"),
        ("A title that is so long that not all of it can be an id", "a-title-that-is-so-long-that-not-all-of-it-can"),
        ("x" * 60, "x" * 48),
    ],
)
def test_a_title_makes_an_id(title: str, id_: str) -> None:
    assert slug(title) == id_


@given(st.text(max_size=80))
def test_every_id_is_one_that_a_record_may_have(title: str) -> None:
    made = slug(title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made, re.ASCII)
    assert len(made) <= 48
    assert slug(made) == made


def test_further_ones_have_numbers() -> None:
    assert list(islice(numbered("course"), 3)) == ["course", "course-2", "course-3"]
