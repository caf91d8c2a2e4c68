"""base.docx: what an officer's own file must be, so that what is published can be filled into it."""

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cicareg.errors import CicaregError
from cicareg.formats.extras import needed
from cicareg.formats.word.xml import W
from cicareg.formats.zipped import TooLargeError, unzipped

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.opc.part import XmlPart

REQUIRED = ("Normal", "Heading 1", "Heading 2", "Heading 3")
_MOST, _ENTRIES = 32 * 1024 * 1024, 500
_MOST_XML = 3 * 1024 * 1024  # parsed, it takes up to seventy times the memory
_XML_STARTS = frozenset(b"<\xef\xfe\xff\x00 \t\r\n\x4c")  # what XML may begin with, in any encoding
_JPEG = b"\xff\xd8"
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})


def opened(origin: str, raw: bytes) -> "Word":
    """Open the file; what is wrong with it is said with its name and what to do."""
    word = read_word(origin, raw)
    _refuse_bare(origin, word)
    return word


def read_word(origin: str, raw: bytes) -> "Word":
    """Open any Word file that has no tracked changes."""
    docx = needed("docx", "word")
    try:
        _bounded(unzipped(raw, _MOST, _ENTRIES))
        word: Word = docx.Document(io.BytesIO(raw))
        _ = word.styles, word.core_properties, word.settings, word.element.body.sectPr
    except TooLargeError as error:
        raise CicaregError(f"{origin}: {error}", hint="take text and pictures out of it, and save it") from None
    except Exception:  # noqa: BLE001  # a file of anybody's breaks whatever reads it in any way
        message = f"{origin} is no Word file that can be read"
        raise CicaregError(message, hint="save it in Word as .docx, without macros or a password") from None
    _refuse_tracked(origin, word)
    return word


def _bounded(files: Mapping[str, bytes]) -> None:
    """Refuse more XML than a file of looks holds: whatever may be some counts, whatever it is called."""
    xml = sum(len(raw) for raw in files.values() if raw and raw[0] in _XML_STARTS and not raw.startswith(_JPEG))
    if xml > _MOST_XML:
        raise TooLargeError(f"it has {xml:,} bytes of XML; at most {_MOST_XML:,} are read")


def parts(word: "Word") -> Iterator["XmlPart"]:
    """Yield the parts of the file that python-docx has parsed: the document, styles, headers and footers."""
    from docx.opc.part import XmlPart

    for part in word.part.package.iter_parts():
        if isinstance(part, XmlPart):
            yield part


def _refuse_tracked(origin: str, word: "Word") -> None:
    for part in parts(word):
        for element in part.element.iter(f"{{{W}}}*"):
            if _is_tracked(element):
                raise CicaregError(
                    f"{origin} holds tracked changes (in {part.partname.lstrip('/')})",
                    hint="open it in Word, accept or reject them all (Review), and save it",
                )


def _is_tracked(element: Any) -> bool:
    name = element.tag.rpartition("}")[2]
    return name in _TRACKED or name.endswith("Change")


def _refuse_bare(origin: str, word: "Word") -> None:
    from docx.enum.style import WD_STYLE_TYPE

    there = {style.name for style in word.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    missing = [name for name in REQUIRED if name not in there]
    if missing:
        raise CicaregError(
            f"{origin} lacks the {'style' if len(missing) == 1 else 'styles'} {', '.join(missing)}",
            hint="make them in Word and save the file, or begin anew from cicareg/templates/_common/base.docx",
        )
