"""The check behind every edit finds what an editor could do wrong; here the editor does wrong on purpose."""

import pytest

from cicareg.editing import Append, Edit, EditError, Put, Remove, edited, making
from cicareg.editing.checking import comments
from cicareg.editing.nodes import Source
from cicareg.limits import MAX_NODES

TEXT = "# head\na: 'x'  # one\nb:\n  - {c: 1}  # two\n  # three\n  - {c: 2}\n"


@pytest.mark.parametrize(
    "edit, wrong, message",
    [
        (Put(("a",), "y"), TEXT, "the new text would say something else"),
        (Put(("a",), True), TEXT.replace("'x'", '"true"'), "the new text would say something else"),
        (Put(("a",), 1), TEXT.replace("'x'", "true"), "the new text would say something else"),
        (Put(("a",), "y"), TEXT.replace("'x'", "[y"), "the new text is faulty, line 3: not YAML"),
        (
            Put(("a",), "y"),
            TEXT.replace("'x'", "'y").replace("'y", "y\u200b"),
            "the new text is faulty, line 2: the inv",
        ),
        (Put(("a",), "y"), TEXT.replace("'x'  # one", "y"), "the comment # one would be lost"),
        (
            Put(("a",), "y"),
            TEXT.replace("'x'", "y").replace("# head\n", ""),
            "line 1 would change, which has no part in a",
        ),
        (
            Put(("a",), "y"),
            TEXT.replace("'x'", "y").replace("{c: 1}", "{c:  1}"),
            "line 2 would change, which has no part",
        ),
        (
            Append(("b",), "y"),
            TEXT.replace("# three", "#three") + "  - y\n",
            "line 5 would change, which has no part in b",
        ),
        (Append(("b",), "y"), TEXT.replace("'x'", "x") + "  - y\n", "line 2 would change, which has no part in b"),
        (Put(("b", 1, "d"), 1), TEXT.replace("2}", "2, d: 1}").replace("  # three\n", ""), "line 5 would change"),
        (Remove(("b", 0)), "# head\na: 'x'  # one\nb:\n  - {c: 2}\n", "the comment # three would be lost"),
        (Put(("z",), 1, ("b", "z")), TEXT + "\nz: 1\n".replace("\n\n", ""), ""),
        (Put(("z",), 1, ("a", "z", "b")), TEXT + "z: 1\n", "the new text would say something else"),
    ],
)
def test_Y47_Y48_Y50_a_wrong_edit_is_found(
    edit: Edit, wrong: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "spliced", lambda _source, _edit: wrong)
    if not message:
        assert edited(TEXT, [edit]) == wrong
        return
    with pytest.raises(EditError) as caught:
        edited(TEXT, [edit])
    assert str(caught.value).startswith(f"nothing was changed: {message}")
    assert str(caught.value).endswith("; this is a bug of the editor, make the change by hand")


def test_comments_are_told_from_what_looks_like_them() -> None:
    text = "# é\na: 'x # y' # 1\nb#c: d#e  # 2\nf: | # 3\n  # text\n  x # text\n# 4\n"
    text += "\"# k\": >-\n   # text\n\n # 5\ng: {h: '#'}#\n"
    assert list(comments(Source(text))) == [
        (0, "# é"), (1, "# 1"), (2, "# 2"), (3, "# 3"), (6, "# 4"), (10, "# 5"), (11, "#"),
    ]  # fmt: skip


@pytest.mark.parametrize("value", [["x"] * MAX_NODES, "x" * 1_100_000], ids=["values", "bytes"])
def test_a_record_that_grows_too_large_is_refused(value: object) -> None:
    with pytest.raises(EditError) as caught:
        edited("a: 1\n", [Put(("b",), value)])
    assert str(caught.value) == "the record would have more than 1,048,576 bytes, 50,000 values or 16 levels: divide it"


def test_a_record_that_grows_too_deep_is_refused() -> None:
    text = "".join(f"{' ' * level}a:\n" for level in range(15)) + " " * 15 + "a: 1\n"
    with pytest.raises(EditError, match="the record would have more than 1,048,576 bytes"):
        edited(text, [Put(("a",) * 16, {"b": 1})])
