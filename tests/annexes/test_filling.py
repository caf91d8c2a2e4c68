"""Templates run sandboxed on plain data, and say where they fail."""

import pytest

from cicareg.annexes.filling import Press
from cicareg.annexes.tongue import Tongue
from cicareg.document import Document, Paragraph, plain
from cicareg.errors import CicaregError


def filled(template: str, **data: object) -> Document:
    return Press({"x.html": ("templates/en/x.html", template.encode())}, Tongue("en")).fill("x.html", data)


def test_T08_data_is_text_never_markup_or_template() -> None:
    name = "<b>{{ 7 * 7 }}</b> & {% raw %}"
    assert filled("<p>{{ name }}</p>\n", name=name) == Document("en", (Paragraph(plain(name)),))


REFUSED = {
    "missing value": ("\n<p>{{ nothing }}</p>\n", "templates/en/x.html:2: 'nothing' is undefined"),
    "missing attribute": ("<p>{{ organ.genitive }}</p>\n", "templates/en/x.html:1: 'dict object' has no attribute"),
    "none as a literal": ("<p>{{ none }}</p>\n", "templates/en/x.html:1: a value that is not on record"),
    "nothing at all": ("{% if false %}<p>x</p>{% endif %}\n", "templates/en/x.html: line 1 of what it makes: there is"),
    "T06 none": ("<p>{{ none_here }}</p>\n", "templates/en/x.html:1: a value that is not on record would be printed"),
    "syntax": ("<p>\n{% if %}</p>\n", "templates/en/x.html:2: "),
    "unknown filter": ("<p>{{ 'a' | nosuch }}</p>\n", "templates/en/x.html:1: "),
    "private attribute": ("<p>{{ organ.__class__.__mro__ }}</p>\n", "templates/en/x.html:1: "),
    "T13 recursive macro": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}\n", "templates/en/x.html:"),
    "include of what is not there": (
        "{% include '/etc/passwd' %}\n",
        "templates/en/x.html:1: there is no template /etc/passwd",
    ),
    "huge range": ("{% for i in range(999999999) %}{% endfor %}\n", "templates/en/x.html:1: "),
    "division by nothing": ("\n\n<p>{{ 1 // 0 }}</p>\n", "templates/en/x.html:3: "),
    "any other error": ("\n<p>{{ 5 | dictsort }}</p>\n", "templates/en/x.html:2: 'int' object has no attribute"),
    "other words each time": ("<p>{{ lipsum() }}</p>\n", "templates/en/x.html:1: 'lipsum' is undefined"),
    "cycler": ("<p>{{ cycler() }}</p>\n", "templates/en/x.html:1: 'cycler' is undefined"),
    "joiner": ("<p>{{ joiner() }}</p>\n", "templates/en/x.html:1: 'joiner' is undefined"),
    "other choice each time": ("<p>{{ 'ab' | random }}</p>\n", "templates/en/x.html:1: No filter named 'random'"),
    "T03 method": ("<p>{{ organ.items }}</p>\n", "templates/en/x.html:1: what is printed is text or a whole number"),
    "class": ("<p>{{ dict }}</p>\n", "templates/en/x.html:1: what is printed is text or a whole number, not a type"),
    "list": (
        "<p>{{ organ.values() | list }}</p>\n",
        "templates/en/x.html:1: what is printed is text or a whole number, not a list",
    ),
    "changes the data": ("<p>{{ organ.update({'name': 'FORGED'}) }}</p>\n", "templates/en/x.html:1: "),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_template_and_line(name: str) -> None:
    template, message = REFUSED[name]
    with pytest.raises(CicaregError) as refused:
        filled(template, organ={"name": "Committee"}, none_here=None)
    assert refused.value.message.startswith(message), refused.value.message


def test_a_template_that_is_not_text_is_refused_with_its_place() -> None:
    with pytest.raises(CicaregError, match=r"x\.html:1:4: a tab"):
        filled("<p>\t</p>\n")


def test_an_unknown_template_is_refused() -> None:
    with pytest.raises(CicaregError, match=r"there is no template list\.html"):
        Press({}, Tongue("en")).fill("list.html", {})


PARTS = {
    "x.html": ("templates/en/x.html", b"{% include 'part.html' %}\n"),
    "part.html": ("cicareg/templates/en/part.html", b"<p>a</p>\n<p>{{ b }}</p>\n"),
}


def test_a_template_may_include_another() -> None:
    assert Press(PARTS, Tongue("en")).fill("x.html", {"b": 2}) == Document(
        "en", (Paragraph(plain("a")), Paragraph(plain("2")))
    )


def test_an_error_is_placed_in_the_template_in_which_it_arose() -> None:
    with pytest.raises(CicaregError, match=r"^cicareg/templates/en/part\.html:2: 'b' is undefined"):
        Press(PARTS, Tongue("en")).fill("x.html", {})


def test_only_what_is_used_is_asked_for() -> None:
    class Asked(dict[str, tuple[str, bytes]]):
        def __getitem__(self, name: str) -> tuple[str, bytes]:
            assert name == "x.html"
            return super().__getitem__(name)

    asked = Asked({"x.html": ("x", b"<p>a</p>\n"), "other.html": ("y", b"\xff"), "words.yaml": ("z", b"")})
    assert Press(asked, Tongue("en")).fill("x.html", {}) == Document("en", (Paragraph(plain("a")),))
