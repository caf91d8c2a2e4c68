"""Versions of documents."""

from tests.support import found

RULE = "supersession"


def paper(before: str | None, version: str | None = None) -> str:
    keys = {"version": version and f'"{version}"', "supersedes": before}
    return "kind: report\ntitle: X\n" + "".join(f"{key}: {value}\n" for key, value in keys.items() if value)


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


def test_versions_that_rise_or_say_nothing() -> None:
    files: dict[str, str | None] = {
        "documents/a.yaml": paper(None, "1.9"),
        "documents/b.yaml": paper("a", "1.10"),
        "documents/c.yaml": paper("b"),
        "documents/d.yaml": paper("c", "1"),
        "documents/e.yaml": paper("d", "Rev. 1"),
        "documents/f.yaml": paper("nothing", "1"),
    }
    assert found(RULE, files) == []


def test_a_version_that_does_not_rise() -> None:
    for version in ("2", "1", "1.9"):
        assert found(RULE, {"documents/a.yaml": paper(None, "2"), "documents/b.yaml": paper("a", version)}) == [
            f"documents/b.yaml:3:10 error: version {version} supersedes a, which is version 2"
        ]


def test_a_document_that_supersedes_itself() -> None:
    assert found(RULE, {"documents/a.yaml": paper("a")}) == ["documents/a.yaml:3:13 error: a supersedes itself"]


def test_documents_that_supersede_each_other_and_one_that_supersedes_them() -> None:
    files: dict[str, str | None] = {
        "documents/a.yaml": paper("b"),
        "documents/b.yaml": paper("a"),
        "documents/c.yaml": paper("a"),
    }
    assert found(RULE, files) == [
        "documents/a.yaml:3:13 error: a supersedes itself, by way of b",
        "documents/b.yaml:3:13 error: b supersedes itself, by way of a",
    ]
