"""areas/*.yaml: a priority area has number and name, a dimension as post has neither."""

import pytest

from tests.records.cases import findings


def ice(text: str) -> dict[str, str | None]:
    return {"areas/ice.yaml": text}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("dimension: nature\nnumber: 1\nname: Ice\n", [], id="area"),
        pytest.param("dimension: nature\n", [], id="dimension-as-post"),
        pytest.param(
            "dimension: nature\nnumber: 1\n",
            ["areas/ice.yaml:2:1 error: an area with a number also needs a name (a dimension as post has neither)"],
            id="number-without-name",
        ),
        pytest.param(
            "dimension: nature\nname: Ice\n",
            ["areas/ice.yaml:2:1 error: an area with a name also needs a number (a dimension as post has neither)"],
            id="name-without-number",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: Ice\nshort:\n",
            ["areas/ice.yaml:4:1 error: the key short has no value: fill it in or take it away"],
            id="short-name-not-filled-in",
        ),
        pytest.param(
            "number: 0\nname: [Ice]\nalias: [x]\n",
            [
                "areas/ice.yaml:1:1 error: the key dimension is missing",
                "areas/ice.yaml:1:9 error: 0 is less than 1",
                "areas/ice.yaml:2:7 error: a text is wanted, not a list",
                "areas/ice.yaml:3:1 error: unknown key alias; did you mean aliases?",
            ],
            id="four-things-at-once",
        ),
        pytest.param(
            "dimension: nature\nnumber: 10000\nname: Ice\n",
            ["areas/ice.yaml:2:9 error: 10000 is more than 9999"],
            id="number-too-large",
        ),
        pytest.param(
            "dimension: nature\nnumber: 010\nname: Ice\n",
            [
                "areas/ice.yaml:2:9 error: a whole number is wanted, not 010",
            ],
            id="octal-number",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1.10\nname: Ice\n",
            [
                "areas/ice.yaml:2:9 error: a whole number is wanted, not 1.10",
            ],
            id="number-with-a-point",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: {}\n",
            ["areas/ice.yaml:3:7 error: nothing is listed here"],
            id="name-in-no-language",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: {EN: Ice, fr: ''}\n",
            [
                "areas/ice.yaml:3:8 error: EN is not a language code such as en",
                "areas/ice.yaml:3:21 error: '' is not one line of text, without spaces at its ends",
            ],
            id="language-in-capitals-and-empty-name",
        ),
        pytest.param(
            'dimension: nature\nnumber: 1\nname: {"[key]": Ice}\n',
            ["areas/ice.yaml:3:8 error: [key] is not a language code such as en"],
            id="key-that-looks-like-pydantic",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname:\n  en: Ice\n  fr:\n    - Glace\n",
            ["areas/ice.yaml:6:5 error: a text is wanted, not a list"],
            id="list-in-one-language",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: 2024\n",
            ['areas/ice.yaml:3:7 error: a text is wanted, not 2024: put it in quotes, "2024"'],
            id="number-as-name",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: true\n",
            ['areas/ice.yaml:3:7 error: a text is wanted, not true: put it in quotes, "true"'],
            id="truth-as-name",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: Ice\naliases: Eis\n",
            ["areas/ice.yaml:4:10 error: a list is wanted, not Eis"],
            id="text-where-list",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: Ice\naliases: {a: b}\n",
            ["areas/ice.yaml:4:10 error: a list is wanted, not a mapping"],
            id="mapping-where-list",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: Ice\naliases:\n",
            ["areas/ice.yaml:4:9 error: a list is wanted, not nothing"],
            id="nothing-where-list",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: Ice\naliases: [' Eis', 12, ~, [x]]\n",
            [
                "areas/ice.yaml:4:11 error: ' Eis' is not one line of text, without spaces at its ends",
                'areas/ice.yaml:4:19 error: a text is wanted, not 12: put it in quotes, "12"',
                "areas/ice.yaml:4:23 error: a text is wanted, not nothing",
                "areas/ice.yaml:4:26 error: a text is wanted, not a list",
            ],
            id="four-wrong-aliases",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: Ice\nforms: {fr: {Genitive: x, dative: 1}}\n",
            [
                "areas/ice.yaml:4:14 error: Genitive is not made of lower-case letters, digits and single hyphens",
                'areas/ice.yaml:4:35 error: a text is wanted, not 1: put it in quotes, "1"',
            ],
            id="case-forms",
        ),
        pytest.param(
            'dimension: nature\nnumber: 1\nname: "Ice\\nand snow"\n',
            [r"areas/ice.yaml:3:7 error: 'Ice\nand snow' is not one line of text, without spaces at its ends"],
            id="line-break-in-name",
        ),
        pytest.param(
            "dimension: nature\nnumber: 1\nname: |\n  Ice\n",
            [r"areas/ice.yaml:3:7 error: 'Ice\n' is not one line of text, without spaces at its ends"],
            id="block-text-as-name",
        ),
        pytest.param(
            f"dimension: nature\nnumber: 1\nname: {'x' * 1001}\n",
            ["areas/ice.yaml:3:7 error: longer than 1000 characters"],
            id="name-of-a-thousand-letters",
        ),
        pytest.param(
            f"dimension: nature\nnumber: 1\nname: Ice\n? {'k' * 2000}\n: x\n",
            [f"areas/ice.yaml:4:3 error: unknown key {'k' * 57}…"],
            id="endless-key",
        ),
        pytest.param(
            'dimension: nature\nnumber: 1\nname: Ice\n"a\\nb": x\n',
            [r"areas/ice.yaml:4:1 error: unknown key 'a\nb'"],
            id="line-break-in-key",
        ),
        pytest.param("{}\n", ["areas/ice.yaml:1:1 error: the key dimension is missing"], id="empty-mapping"),
    ],
)
def test_area(text: str, found: list[str]) -> None:
    assert findings(ice(text)) == found
