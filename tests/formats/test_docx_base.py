"""base.docx: what an officer changes in it comes through, and one that cannot serve is refused by name."""

import base64
import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from cicareg.document import Block, Cell, Document, Heading, Item, Paragraph, Table, plain
from cicareg.errors import CicaregError
from cicareg.formats.docx import file
from cicareg.formats.zipped import unzipped, zipped
from cicareg.storage.templates import read_templates
from tests.base_docx import made
from tests.formats.reading import parts, tables, told, word

ORIGIN = "templates/base.docx"
TABLE = Table(((Cell(("A",)), Cell(("B",))),), ((Cell(("a",)), Cell(("b",))),))


EMBLEM = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def restyled(change: Callable[[Word], object], raw: bytes | None = None) -> bytes:
    """Give a base as an officer changed it."""
    base = docx.Document(io.BytesIO(raw or made()))
    change(base)
    buffer = io.BytesIO()
    base.save(buffer)
    return buffer.getvalue()


def filled(base: bytes, *blocks: Block) -> bytes:
    return file(Document("en", blocks or (Paragraph(plain("text"), "note"),)), {"base.docx": (ORIGIN, base)})


def refused(base: bytes) -> CicaregError:
    with pytest.raises(CicaregError) as error:
        filled(base)
    assert ORIGIN in error.value.message
    assert error.value.hint
    return error.value


def officer(base: Word) -> None:
    """Change what officers change: a face, margins, a head with words, and words that are to go."""
    base.styles["note"].font.name = "Georgia"
    base.styles["Normal"].font.size = Pt(13)
    base.sections[0].left_margin = Cm(4)
    base.sections[0].header.paragraphs[0].text = "The Northern Council"
    base.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(EMBLEM))
    base.add_paragraph("Delete me", style="note")
    base.core_properties.comments = "not for others"
    base.core_properties.keywords = "secret"


def test_what_an_officer_changes_comes_through_and_the_words_go() -> None:
    raw = filled(restyled(officer))
    assert EMBLEM in parts(raw).values()
    read = word(raw)
    assert [paragraph.text for paragraph in read.paragraphs] == ["text"]
    assert read.styles["note"].font.name == "Georgia"
    assert read.sections[0].header.paragraphs[0].text == "The Northern Council"
    assert [round(read.sections[0].left_margin.cm, 1)] == [4.0]  # type: ignore[union-attr]
    assert (read.core_properties.comments, read.core_properties.keywords) == ("", "")


def test_tables_are_as_wide_as_the_text() -> None:
    (table,) = tables(filled(restyled(officer), TABLE))
    assert sum(column.width.twips for column in table.columns if column.width) == 11906 - 2268 - 1134


def test_a_base_that_another_program_wrote_serves() -> None:
    """The template of python-docx comes from Word itself: with lists, a picture of it, and none of our roles."""
    base = restyled(lambda base: base.add_comment(base.add_paragraph("a").add_run("b"), "hidden"), plain_word())
    raw = filled(base, Heading(1, "A"), Paragraph(plain("text"), "note"), Item("3.", plain("three")), TABLE)
    assert told(raw)[:-1] == [("Heading 1", "", "A"), ("Normal", "", "text"), ("List Paragraph", "3.", "three")]
    names = set(parts(raw))
    assert not {name for name in names if "comments" in name or "app.xml" in name or "thumbnail" in name}
    assert {"word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml"} <= names


def plain_word() -> bytes:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def test_a_base_without_lists_serves() -> None:
    files = unzipped(made(), 1 << 20, 20)
    del files["word/numbering.xml"]
    relations = files["word/_rels/document.xml.rels"]
    files["word/_rels/document.xml.rels"] = re.sub(rb"<Relationship [^>]*/numbering[^>]*>", b"", relations)
    assert files["word/_rels/document.xml.rels"] != relations
    assert told(filled(zipped(files), Item("(c)", plain("x")))) == [("List Paragraph", "(c)", "x")]


def test_numberings_of_the_base_stay_its_own() -> None:
    def number(base: Word) -> None:
        base.part.numbering_part.element.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="7"/>'))
        base.part.numbering_part.element.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="9"><w:abstractNumId w:val="7"/></w:num>')
        )

    raw = filled(restyled(number), Item("1.", plain("x")))
    numbering = word(raw).part.numbering_part.element
    assert [child.tag.rpartition("}")[2] for child in numbering] == ["abstractNum", "abstractNum", "num", "num"]
    assert [num.get(qn("w:numId")) for num in numbering.findall(qn("w:num"))] == ["9", "10"]
    assert [told_.marker for told_ in told(raw)] == ["1."]


def test_the_place_of_a_template_on_somebodys_disk_does_not_leave() -> None:
    def attach(base: Word) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        name = base.part._settings_part.relate_to("file:///C:/Users/somebody/own.dotm", kind, is_external=True)
        base.settings.element.insert(0, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{name}"/>'))

    assert b"somebody" in b"".join(parts(restyled(attach)).values())
    assert b"somebody" not in b"".join(parts(filled(restyled(attach))).values())


@pytest.mark.parametrize("change", ["ins", "del", "pPrChange"])
@pytest.mark.parametrize("where", ["body", "header"])
def test_tracked_changes_are_refused(change: str, where: str) -> None:
    def track(base: Word) -> None:
        element = parse_xml(f'<w:{change} {nsdecls("w")} w:id="1" w:author="A"/>')
        paragraph = base.add_paragraph("a") if where == "body" else base.sections[0].header.paragraphs[0]
        paragraph._p.append(element)

    part = "word/document.xml" if where == "body" else "word/header1.xml"
    assert refused(restyled(track)).message == f"{ORIGIN} holds tracked changes (in {part})"


def test_missing_styles_are_named() -> None:
    def lack(base: Word) -> None:
        for name in ("Heading 2", "Heading 3"):
            base.styles[name].delete()

    assert refused(restyled(lack)).message == f"{ORIGIN} lacks the styles Heading 2, Heading 3"


def macros(raw: bytes) -> bytes:
    files = unzipped(raw, 1 << 20, 20)
    known = b"wordprocessingml.document.main+xml"
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        known, b"ms-word.document.macroEnabled.main+xml"
    )
    return zipped(files)


def without(name: str) -> bytes:
    files = unzipped(made(), 1 << 20, 20)
    del files[name]
    return zipped(files)


def entities() -> bytes:
    files = unzipped(made(), 1 << 20, 20)
    files["word/document.xml"] = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    return zipped(files)


BROKEN = {
    "empty": b"",
    "text": b"Dear all",
    "half": made()[:5000],
    "zip of nothing": zipped({}),
    "no styles": without("word/styles.xml"),
    "no document": without("word/document.xml"),
    "no types": without("[Content_Types].xml"),
    "entities": entities(),
    "macros": macros(made()),
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_is_refused(broken: str) -> None:
    error = refused(BROKEN[broken])
    assert error.message == f"{ORIGIN} is no Word file that can be read"
    assert error.hint == "save it in Word as .docx, without macros or a password"


def test_a_file_that_unpacks_to_very_much_is_refused_unread() -> None:
    assert "at most 33,554,432 are read" in refused(zipped({"word/large.bin": b"G" * 33_554_433})).message
    assert "at most 3,145,728 are read" in refused(zipped({"word/picture.png": b"<a>" + bytes(3_145_728)})).message
    assert "it holds 501 files" in refused(zipped({f"word/{number}.xml": b"" for number in range(501)})).message


def test_an_own_base_stands_before_the_packaged_one(tmp_path: Path) -> None:
    assert read_templates(tmp_path, "en")["base.docx"].origin == "cicareg/templates/_common/base.docx"
    (tmp_path / "templates/ru").mkdir(parents=True)
    (tmp_path / "templates/base.docx").write_bytes(b"all")
    (tmp_path / "templates/ru/base.docx").write_bytes(b"ru")
    found = {lang: read_templates(tmp_path, lang)["base.docx"] for lang in ("en", "ru")}
    assert found == {"en": ("templates/base.docx", b"all"), "ru": ("templates/ru/base.docx", b"ru")}


def test_only_word_files_are_common_to_all_languages(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/list.html").write_bytes(b"<p>ours</p>")
    assert read_templates(tmp_path, "en")["list.html"].origin == "cicareg/templates/en/list.html"


@pytest.mark.parametrize("link", ["templates", "templates/en", "templates/base.docx"])
def test_T12_a_linked_base_is_refused(tmp_path: Path, link: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/base.docx").write_bytes(made())
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / ("elsewhere/base.docx" if link.endswith("docx") else "elsewhere"))
    with pytest.raises(CicaregError, match="symbolic link"):
        read_templates(tmp_path, "en")["base.docx"]


def test_a_register_reached_through_a_link_has_its_base(tmp_path: Path) -> None:
    (tmp_path / "real/templates").mkdir(parents=True)
    (tmp_path / "real/templates/base.docx").write_bytes(b"own")
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    assert read_templates(tmp_path / "link", "en")["base.docx"].raw == b"own"
