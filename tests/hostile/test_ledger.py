"""Every case of the list of hostile inputs has a test that bears its id, or a reason why not."""

import re

import pytest
import yaml

from tests.hostile.ledger import NOT_TESTED, TESTED
from tests.hostile.test_reading import CASES
from tests.support import PROJECT


@pytest.mark.parametrize(("id_", "file"), TESTED.items(), ids=TESTED)
def test_the_file_has_a_test_that_bears_the_id(id_: str, file: str) -> None:
    text = (PROJECT / "tests" / file).read_text(encoding="utf-8")
    as_name, as_case = id_.replace("-", "_"), re.escape(id_)
    found = re.search(rf'def test_(?:[A-Z]\d\d_)*{as_name}_|^ +\(?"{as_case}[ _"]', text, re.MULTILINE | re.IGNORECASE)
    assert found, f"no test of tests/{file} bears {id_}"


def test_a_case_is_tested_or_it_is_said_why_not() -> None:
    assert not set(TESTED) & set(NOT_TESTED)
    assert all(len(reason) > 20 for reason in NOT_TESTED.values())


def test_no_case_is_missing() -> None:
    if not CASES.exists():
        pytest.skip("the list of cases is not at hand")
    wanted = {case["id"] for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))}
    assert set(TESTED) | set(NOT_TESTED) == wanted
