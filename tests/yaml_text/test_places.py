"""Where the lines of a literal block stand."""

import pytest

from cicareg.yaml_text import child, compose, spot_of_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: |\n  x\n    yy\n", [(2, 3, 2, 4), (3, 5, 3, 7), None], id="block"),
        pytest.param("a: |\n\n  x\nb: 1\n", [(2, 1, 2, 1), (3, 3, 3, 4), None], id="empty-line-first"),
        pytest.param("a: |2-\n   x\n   y", [(2, 4, 2, 5), (3, 4, 3, 5), None], id="indented-to-the-end"),
        pytest.param("a: |  # c\n  x\n# d\n", [(2, 3, 2, 4), None], id="remarks"),
        pytest.param("a: >\n  x\n  y\n", [None], id="folded"),
        pytest.param('a: "|x"\n', [None], id="quoted"),
        pytest.param("a:\n  b: 1\n", [None], id="mapping"),
    ],
)
def test_a_line_of_a_block(text: str, expected: list[tuple[int, int, int, int] | None]) -> None:
    place = child(compose(text).places, ("a",))
    assert [spot_of_line(text.split("\n"), place, line) for line in range(len(expected))] == expected
