"""The ids that the events of a table get: the same as where every number is tried anew for each of them."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cicareg.changes.ids import Ids
from cicareg.changes.slugs import numbered
from cicareg.records.event import Event
from cicareg.registry import Registry
from tests.support import loaded

Data = Mapping[str, Any]
REGISTRY = loaded({
    **{
        f"events/2024/course{further}.yaml": f"title: {{en: Course}}\ndates: {dates}\n"
        for further, dates in {"": "2024-01", "-2": "2024-02", "-3": "2024-02", "-5": "2024-03"}.items()
    },
    "events/2024/course-7.yaml": "title: 7\n",
}).registry  # fmt: skip
ROWS = st.lists(
    st.tuples(
        st.none() | st.integers(2, 9).map(lambda number: f"course-{number}"),
        st.sampled_from(["2024-01", "2024-02", "2024-03"]),
        st.sampled_from([(), ("XAA",)]),
    ),
    max_size=14,
)


def tried(registry: Registry, data: Data, taken: Mapping[str, Data]) -> str:
    """Try each number."""
    for id_ in numbered("course"):
        entry = registry.get(Event, id_)
        if id_ in taken:
            if taken[id_] == data:
                return id_
        elif entry is None:
            if not registry.known(Event, id_):
                return id_
        elif (entry.record.title, str(entry.record.dates)) == (data["title"], data["dates"]):
            return id_
    raise AssertionError


@given(ROWS)
def test_each_event_gets_the_first_id_that_is_free_or_its_own(rows: list[tuple[str | None, str, tuple[str]]]) -> None:
    taken: dict[str, Data] = {}
    ids = Ids(REGISTRY, taken)
    for own, dates, organisers in rows:
        data: Data = {"title": {"en": "Course"}, "dates": dates, "organisers": list(organisers)}
        id_ = own or ids.id_of("course", data)
        if own:
            ids.own(own, data)
        else:
            assert id_ == tried(REGISTRY, data, taken)
        taken.setdefault(id_, data)


class Counted(dict[str, Data]):
    """Counts how often it is asked."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)


def test_many_events_of_one_title_do_not_each_begin_with_the_first_number() -> None:
    taken = Counted()
    ids = Ids(REGISTRY, taken)
    for day in range(500):
        data: Data = {"title": {"en": "Fair"}, "dates": "2024", "source": f"letters p. {day}"}
        id_ = ids.id_of("fair", data)
        taken[id_] = data
    assert id_ == "fair-500"
    assert taken.asked == 500
