"""states.yaml: many records in one file, each under its code."""

import pytest

from tests.records.cases import edited, findings


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "XEE:\n", "XE:\n", ["15:1 error: the id XE is not made of three capital letters"], id="two-letters"
        ),
        pytest.param(
            "XEE:\n", "xee:\n", ["15:1 error: the id xee is not made of three capital letters"], id="small-letters"
        ),
        pytest.param(
            "XEE:\n",
            "ХЕЕ:\n",
            ["15:1 error: the id ХЕЕ is not made of three capital letters"],
            id="cyrillic-look-alikes",
        ),
        pytest.param("XEE:\n", '"":\n', ["15:1 error: the id '' is not made of three capital letters"], id="no-letter"),
        pytest.param("XEE:\n", "CON:\n", [], id="a-code-is-no-file-name"),
        pytest.param(
            "XEE:\n  name: {en: Estavia, fr: Estavie}\n",
            "XEE: Estavia\n",
            ["15:6 error: a mapping (key: value) is wanted, not Estavia"],
            id="name-only",
        ),
        pytest.param(
            "XEE:\n  name: {en: Estavia, fr: Estavie}\n",
            "XEE:\n",
            ["15:5 error: a mapping (key: value) is wanted, not nothing"],
            id="nothing",
        ),
        pytest.param(
            "  name: {en: Estavia, fr: Estavie}\n",
            "  nam: x\n",
            ["16:3 error: unknown key nam; did you mean name?", "16:3 error: the key name is missing"],
            id="key-misspelt",
        ),
        pytest.param("XEE:\n", "XDD:\n", ["15:1 error: key XDD given twice (first at line 12)"], id="state-twice"),
        pytest.param(
            "{year: 2024}", "{year: 1944}", ["14:24 error: 1944 is less than 1945"], id="member-before-there-was-a-body"
        ),
        pytest.param("{year: 2024}", "{year: 2201}", ["14:24 error: 2201 is more than 2200"], id="member-far-from-now"),
        pytest.param(
            "member-since: {year: 2024}",
            "member-since: 2024",
            ["14:17 error: a mapping (key: value) is wanted, not 2024"],
            id="year-only",
        ),
        pytest.param(
            "{year: 2024}",
            "{yeer: 2024}",
            ["14:17 error: the key year is missing", "14:18 error: unknown key yeer; did you mean year?"],
            id="year-misspelt",
        ),
        pytest.param(
            "member-since: {year: 2024}",
            "member_since: {year: 2024}",
            ["14:3 error: unknown key member_since; did you mean member-since?"],
            id="underscore-for-hyphen",
        ),
    ],
)
def test_state(old: str, new: str, found: list[str]) -> None:
    assert findings(edited("states.yaml", old, new)) == [f"states.yaml:{line}" for line in found]
