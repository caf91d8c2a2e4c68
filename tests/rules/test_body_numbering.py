"""Numbers of a body: gaps, repetitions, and chapters."""

import pytest

from tests.support import found

RULE = "body-numbering"
HEAD = "kind: report\ntitle: Fish\nbody:\n  en: |\n"


def slips(text: str) -> list[str]:
    """Give what is found in a body, by its lines: the first is that after `en: |`."""
    body = "".join(f"    {line}\n" for line in text.split("\n"))
    lines = found(RULE, {"documents/fish.yaml": HEAD + body})
    places = (line.removeprefix("documents/fish.yaml:").split(":", 1) for line in lines)
    return [f"{int(number) - 4}:{rest}" for number, rest in places]


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n2. b\n   (a) c\n   (b) d\n3. e\n   (a) f",
        "# Chapter 1. Fish\n1.1 a\n1.2 b\n# Chapter 2. Ice\n2.1 c",
        "1. a\n2. b\n# Next\n3. c",
        "1. a\n2. b\n# Next\n1. c\n2. d",
        "(a) a\n(b) b\n\nDecides:\n\n1. c\n2. d",
        "1. a\n1.1 b\n1.2 c\n2. d\n2.1 e",
        "(h) a".replace("h", "a") + "\n(b) b\n    (i) c\n    (ii) d\n(c) e",
        "а) a\nә) b\nб) c",
        "1. a\n\nIt is so.\n\n2. b",
        "# The 5 lakes\n1.1 a",
        "1.1 a\n1.2 b\n2.1 c",
        "- a\n  1. b\n- c\n  1. d",
    ],
)
def test_numbers_that_follow(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n2. b\n4. c", ["3:5 warning: 4. follows 2.: what is between them is missing"]),
        ("1.1 a\n1.3 b", ["2:5 warning: 1.3 follows 1.1: what is between them is missing"]),
        (
            "1. x\n   (a) a\n   (c) b\n   (c) c",
            [
                "3:8 warning: (c) follows (a): what is between them is missing",
                "4:8 warning: (c) stands here a second time",
            ],
        ),
        ("(i) a\n(iii) b", ["2:5 warning: (iii) follows (i): what is between them is missing"]),
        ("1. a\n2. b\n2. c\n3. d", ["3:5 warning: 2. stands here a second time"]),
        ("1. a\n2. b\n1. c", ["3:5 warning: 1. stands here a second time"]),
        ("2. a\n3. b", ["1:5 warning: 2. stands first: what comes before it is missing"]),
        ("1. a\n3. b\n2. c", [
            "2:5 warning: 3. follows 1.: what is between them is missing",
            "3:5 warning: 2. stands after 3.: numbers rise",
        ]),
        ("# Chapter 2\n1.1 a", ["2:5 warning: 1.1 stands in chapter 2"]),
        ("# 2-тарау. Балық\n1.1 a", ["2:5 warning: 1.1 stands in chapter 2"]),
        ("1. a\n2. b\n1.1 c", ["3:5 warning: 1.1 stands below 2."]),
        ("1. a\n# Next\n3. b", ["3:5 warning: 3. follows 1.: what is between them is missing"]),
    ],
)  # fmt: skip
def test_numbers_that_do_not_follow(text: str, expected: list[str]) -> None:
    assert slips(text) == expected


def test_every_language_is_read_and_a_quoted_text_is_one_place() -> None:
    text = 'kind: report\ntitle: Fish\nbody:\n  en: "1. a\\n3. b"\n  fr: |\n    1. a\n\n    3. b\n'
    assert found(RULE, {"documents/fish.yaml": text}) == [
        "documents/fish.yaml:4:7 warning: 3. follows 1.: what is between them is missing",
        "documents/fish.yaml:8:5 warning: 3. follows 1.: what is between them is missing",
    ]


def test_one_text_is_that_of_the_first_language() -> None:
    text = "kind: report\ntitle: Fish\nbody: |\n  1. a\n  3. b\n"
    assert found(RULE, {"documents/fish.yaml": text}) == [
        "documents/fish.yaml:5:3 warning: 3. follows 1.: what is between them is missing"
    ]
