"""law/*.yaml: paragraphs with their demands."""

import pytest

from tests.records.cases import findings

HEAD = "document: charter\ntext-of: 2023-07-01\n"
ALL = "shall, must, will, as a rule, recommended, expected, should, may, cannot"


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        pytest.param("paragraphs:\n", ["3:12 error: a mapping (key: value) is wanted, not nothing"], id="nothing"),
        pytest.param("paragraphs: []\n", ["3:13 error: a mapping (key: value) is wanted, not a list"], id="a-list"),
        pytest.param('paragraphs: {"1": []}\n', ["3:19 error: nothing is listed here"], id="paragraph-without-demand"),
        pytest.param('paragraphs: {"1":}\n', ["3:18 error: a list is wanted, not nothing"], id="empty-paragraph"),
        pytest.param(
            'paragraphs: {"1.a": [{id: a, strength: may, asks: x}]}\n',
            ["3:14 error: 1.a is not a paragraph number such as 1.10"],
            id="paragraph-with-a-letter",
        ),
        pytest.param(
            'paragraphs: {" 1": [{id: a, strength: may, asks: x}]}\n',
            ["3:14 error: ' 1' is not a paragraph number such as 1.10"],
            id="paragraph-with-a-space",
        ),
        pytest.param(
            'paragraphs: {"١": [{id: a, strength: may, asks: x}]}\n',
            ["3:14 error: ١ is not a paragraph number such as 1.10"],
            id="arabic-figure",
        ),
        pytest.param(
            "paragraphs: {1: [{id: a, strength: may, asks: x}]}\n",
            ['3:14 error: a key is text: put it in quotes, "1"'],
            id="paragraph-without-quotes",
        ),
        pytest.param(
            "paragraphs: {1.10: [{id: a, strength: may, asks: x}]}\n",
            ['3:14 error: YAML programs read the number 1.10 differently: put it in quotes, "1.10"'],
            id="paragraph-that-would-be-a-float",
        ),
        pytest.param(
            'paragraphs: {"1": [{id: a, strength: as rule, asks: x}]}\n',
            [f"3:38 error: as rule is not one of {ALL}; did you mean as a rule?"],
            id="strength-misspelt",
        ),
        pytest.param(
            'paragraphs: {"1": [{id: a, strength: may}]}\n',
            ["3:20 error: the key asks is missing"],
            id="one-demand-and-that-wrong-is-not-also-an-empty-list",
        ),
        pytest.param(
            'paragraphs: {"1": [{id: a, strength: may, asks: "  "}]}\n',
            ["3:49 error: '  ' is not a text with a word in it"],
            id="nothing-asked",
        ),
        pytest.param(
            'paragraphs:\n  "1":\n    - {id: a, strength: may, asks: x}\n    - {id: b, strength: may, asks: x}\n'
            "    - {id: a, strength: may, asks: y}\n",
            ["7:8 error: paragraph 1 has two demands with the id a"],
            id="demand-twice",
        ),
        pytest.param(
            'paragraphs: {"1": [{id: a, stength: may, asks: x}], "2": [{id: a, strength: may, ask: x}]}\n',
            [
                "3:20 error: the key strength is missing",
                "3:28 error: unknown key stength; did you mean strength?",
                "3:59 error: the key asks is missing",
                "3:82 error: unknown key ask; did you mean asks?",
            ],
            id="keys-misspelt-below-free-keys",
        ),
        pytest.param('paragraphs: {"1": [{id: a, strength: may, asks: "two\\nlines"}]}\n', [], id="prose"),
        pytest.param(
            f"paragraphs: {{'1': [{{id: a, strength: may, asks: {'x' * 100_001}}}]}}\n",
            ["3:49 error: longer than 100000 characters"],
            id="endless-prose",
        ),
        pytest.param("", ["1:1 error: the key paragraphs is missing"], id="no-paragraphs"),
    ],
)
def test_law(paragraphs: str, found: list[str]) -> None:
    files = {"law/charter.yaml": HEAD + paragraphs}
    lines = [line for line in findings(files) if not line.startswith("registry.yaml:")]
    assert lines == [f"law/charter.yaml:{line}" for line in found]
