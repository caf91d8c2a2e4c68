"""What is published as PDF/A-2a and PDF/UA-1, made by typst: the same document gives the same bytes.

The template is packaged and constant; the document is data to it. Only the fonts that come with typst are used, so
that no machine's own change anything.
"""

import json
import re
from typing import Any

from cicareg.document import Document, Templates
from cicareg.errors import CicaregError
from cicareg.formats.extras import needed
from cicareg.formats.format import Format
from cicareg.formats.pdf_bounds import check
from cicareg.formats.pdf_data import data
from cicareg.visible import visible

_TEMPLATE = "common/document.typ"
_STANDARDS = ["a-2a", "ua-1"]
_NO_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')


def file(document: Document, templates: Templates) -> bytes:
    """Give the PDF of a document."""
    raw = _typst("compile", document, templates, format="pdf", pdf_standards=_STANDARDS, timestamp=0)
    return bytes(raw)


def pages(document: Document, templates: Templates) -> int:
    """Count the pages of a document's PDF; after `file` this costs little, as typst remembers what it has laid out."""
    return int(_typst("query", document, templates, selector="<pages>", field="value", one=True))


def _typst(work: str, document: Document, templates: Templates, **more: object) -> Any:
    typst = needed("typst", "pdf")
    check(document)
    try:
        return getattr(typst, work)(
            templates[_TEMPLATE][1],
            root=typst.__path__[0],  # the template reads no file; if it did, none of the user's
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(data(document), ensure_ascii=False)},
            **more,
        )
    except typst.TypstError as error:
        raise _failed(visible(str(error))) from None


def _failed(said: str) -> CicaregError:
    if found := _NO_LETTER.search(said):
        hint = "write it with other letters, or render it to html or markdown"
        return CicaregError(f"the fonts of the PDF have no letter for {found[1]!r}", hint=hint)
    return CicaregError("typst made no PDF of this document", said=said)


FORMAT = Format("pdf", file=file, suffix=".pdf")
