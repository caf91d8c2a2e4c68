"""registry.yaml: format, organs, sources, dimensions, and what is said of rules."""

import pytest

from tests.records.cases import edited, findings


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "format: 1",
            "format: 2",
            ["2:9 error: this register has format 2, newer than 1: install a newer cicareg"],
            id="format-newer-than-known",
        ),
        pytest.param(
            "format: 1",
            "format: 0",
            ["2:9 error: there is no format 0; cicareg reads format 1: write format: 1"],
            id="format-0",
        ),
        pytest.param(
            "format: 1",
            "format: -1",
            ["2:9 error: there is no format -1; cicareg reads format 1: write format: 1"],
            id="format-below-0",
        ),
        pytest.param("format: 1", "format: true", ["2:9 error: a whole number is wanted, not true"], id="format-true"),
        pytest.param(
            "format: 1",
            'format: "1"',
            ["2:9 error: a whole number is wanted, not 1: take its quotes away"],
            id="quoted",
        ),
        pytest.param(
            "format: 1", "format: one", ["2:9 error: a whole number is wanted, not one"], id="format-in-words"
        ),
        pytest.param("format: 1", "format:", ["2:8 error: a whole number is wanted, not nothing"], id="format-empty"),
        pytest.param("format: 1\n", "", ["2:1 error: the key format is missing"], id="no-format"),
        pytest.param("languages: [en, fr]", "languages: []", ["6:12 error: nothing is listed here"], id="no-language"),
        pytest.param(
            "languages: [en, fr]", "languages: en", ["6:12 error: a list is wanted, not en"], id="language-is-no-list"
        ),
        pytest.param(
            "languages: [en, fr]",
            "languages: [en, French]",
            ["6:17 error: French is not a language code such as en"],
            id="language-in-full",
        ),
        pytest.param(
            "languages: [en, fr]",
            "languages: [EN]",
            ["6:13 error: EN is not a language code such as en"],
            id="only-language-wrong-is-not-also-none",
        ),
        pytest.param(
            "trust: official",
            "trust: oficial",
            ["8:69 error: oficial is not one of official, press; did you mean official?"],
            id="trust-misspelt",
        ),
        pytest.param(
            "{title: Letters of the members,",
            "{titel: Letters of the members,",
            ["8:12 error: the key title is missing", "8:13 error: unknown key titel; did you mean title?"],
            id="key-of-a-source-misspelt",
        ),
        pytest.param(
            "letters:",
            "Letters:",
            ["8:3 error: Letters is not made of lower-case letters, digits and single hyphens"],
            id="source-in-capitals",
        ),
        pytest.param(
            "asm: {name: {en: Assembly, fr: Assemblée}, may:",
            "asm: {name: {en: Assembly, fr: Assemblée}, mai:",
            ["11:46 error: unknown key mai; did you mean may?"],
            id="key-of-three-letters-misspelt",
        ),
        pytest.param(
            "asm: {name: {en: Assembly, fr: Assemblée}, may:",
            "asm: {nam: {en: Assembly, fr: Assemblée}, may:",
            ["11:8 error: the key name is missing", "11:9 error: unknown key nam; did you mean name?"],
            id="key-of-an-organ-misspelt",
        ),
        pytest.param(
            "{id: people, number: 2, name: {en: People, fr: Habitants}}",
            "{id: people, nummer: 2, name: {en: People, fr: Habitants}}",
            ["17:5 error: the key number is missing", "17:18 error: unknown key nummer; did you mean number?"],
            id="key-of-a-dimension-misspelt",
        ),
        pytest.param(
            "may: [appoint, approve-concept-paper",
            "may: [Appoint, approve_concept-paper",
            [
                "14:11 error: Appoint is not made of lower-case letters, digits and single hyphens",
                "14:20 error: approve_concept-paper is not made of lower-case letters, digits and single hyphens",
            ],
            id="what-an-organ-may",
        ),
        pytest.param(
            "severity: warning",
            "severity: Warning",
            ["22:36 error: Warning is not one of error, warning, note; did you mean warning?"],
            id="severity",
        ),
        pytest.param(
            "severity: warning",
            "severity: off",
            ["22:36 error: off is not one of error, warning, note"],
            id="no-rule-is-switched-off",
        ),
        pytest.param(
            "maximum: 1",
            'maximum: "1"',
            ["26:47 error: a whole number is wanted, not 1: take its quotes away"],
            id="quoted-threshold",
        ),
        pytest.param("maximum: 1", "maximum: true", ["26:47 error: a whole number is wanted, not true"], id="truth"),
        pytest.param("maximum: 1", "maximum: -1", ["26:47 error: -1 is less than 0"], id="negative-threshold"),
        pytest.param(
            "years: 2", "years: 100000", ["24:44 error: 100000 is more than 5000"], id="years-beyond-all-dates"
        ),
        pytest.param("years: 2", "years: 5000", [], id="most-years"),
        pytest.param(
            "maximum: 1", "rests_on: x", ["26:48 error: a whole number is wanted, not x"], id="python-name-of-a-key"
        ),
        pytest.param(
            "maximum: 1", "model_config: x", ["26:52 error: a whole number is wanted, not x"], id="name-of-pydantic"
        ),
        pytest.param(
            "  one-coordinator: {severity: error, maximum: 1, rests-on: charter/1/one-coordinator}",
            "  one-coordinator: error",
            ["26:20 error: a mapping (key: value) is wanted, not error"],
            id="rule-with-a-severity-only",
        ),
        pytest.param(
            "organisation:\n  name: {en: Council of the Frozen Lakes, fr: Conseil des lacs gelés}\n",
            "organisation:\n",
            ["4:3 error: the key name is missing"],
            id="body-without-name",
        ),
        pytest.param(
            "languages:",
            "language:",
            ["2:1 error: the key languages is missing", "6:1 error: unknown key language; did you mean languages?"],
            id="top-key-misspelt",
        ),
    ],
)
def test_registry(old: str, new: str, found: list[str]) -> None:
    assert findings(edited("registry.yaml", old, new)) == [f"registry.yaml:{line}" for line in found]
