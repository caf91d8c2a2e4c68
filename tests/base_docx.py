"""Makes the packaged base.docx, the looks of what is published: `python -m tests.base_docx`.

Who changes it changes this file. An officer who wants other looks opens a copy in Word instead.
"""

from collections.abc import Iterator
from pathlib import Path

from cicareg.document import ROLES
from cicareg.formats.word.xml import W
from cicareg.formats.zipped import zipped

PLACE = Path(__file__).parents[1] / "src/cicareg/templates/_common/base.docx"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FACE = "Times New Roman"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# By name: what paragraphs and letters of a style are besides those of Normal.
BUILT_IN = {
    "Title": ('<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="32"/>'),
    "heading 1": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="120"/><w:jc w:val="center"/>'
        '<w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="28"/>',
    ),
    "heading 2": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="120"/><w:jc w:val="center"/>'
        '<w:outlineLvl w:val="1"/>',
        "<w:b/>",
    ),
    "heading 3": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="80"/><w:jc w:val="left"/>'
        '<w:outlineLvl w:val="2"/>',
        "<w:b/><w:i/>",
    ),
    "List Paragraph": ("", ""),
    "header": ('<w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="9355"/></w:tabs>', ""),
    "footer": ('<w:spacing w:after="0"/><w:jc w:val="center"/>', '<w:sz w:val="20"/>'),
}
OWN = {
    "letterhead": ('<w:spacing w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'),
    "organ": ('<w:spacing w:after="60"/><w:jc w:val="center"/>', "<w:b/>"),
    "number": ('<w:spacing w:after="120"/><w:jc w:val="left"/>', "<w:b/>"),
    "enclosure": ('<w:spacing w:after="240"/><w:jc w:val="left"/>', "<w:i/>"),
    "place-date": ('<w:jc w:val="right"/>', ""),
    "chairmanship": ('<w:spacing w:after="240"/><w:jc w:val="right"/>', "<w:i/>"),
    "status": ('<w:spacing w:after="120"/><w:jc w:val="center"/>', "<w:b/>"),
    "addressee": ('<w:keepLines/><w:spacing w:before="480"/><w:jc w:val="left"/>', "<w:b/>"),
    "preamble": ("", ""),
    "note": ('<w:spacing w:before="80"/>', '<w:i/><w:sz w:val="20"/>'),
    "generated": ('<w:spacing w:before="80"/>', '<w:i/><w:color w:val="595959"/><w:sz w:val="20"/>'),
    "closing": ('<w:keepLines/><w:spacing w:before="240"/>', ""),
    "table head": (
        '<w:keepNext/><w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="22"/>',
    ),
    "table text": ('<w:spacing w:before="10" w:after="10"/><w:jc w:val="left"/>', '<w:sz w:val="22"/>'),
}
EDGE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
EDGES = "".join(f"<w:{edge} {EDGE}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
MARGINS = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'


def styles() -> str:
    """Give all styles: the defaults, Normal, and what is based on it."""
    letters = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>'
    return (
        f'{HEADER}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{letters}<w:sz w:val="24"/>'
        '<w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl/><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{MARGINS}</w:tblPr>'
        "</w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{EDGES}</w:tblBorders></w:tblPr></w:style>"
        f"{''.join(based())}</w:styles>"
    )


def based() -> Iterator[str]:
    """Yield the styles that are based on Normal; own ones are such that Word does not know."""
    assert tuple(OWN)[: len(ROLES)] == ROLES
    for name, (paragraph, letters) in (*BUILT_IN.items(), *OWN.items()):
        kind = ' w:customStyle="1"' if name in OWN else ""
        identity = "".join(word.title() for word in name.replace("-", " ").split())
        after = '<w:next w:val="Normal"/>' if name.startswith(("heading", "Title")) else ""
        yield (
            f'<w:style w:type="paragraph"{kind} w:styleId="{identity}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/>{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr>'
            f"<w:rPr>{letters}</w:rPr></w:style>"
        )


DOCUMENT = (
    f'{HEADER}<w:document xmlns:w="{W}" xmlns:r="{OFFICE}/relationships"><w:body><w:sectPr>'
    '<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="709" w:footer="567" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
FOOTER = (
    f'{HEADER}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)
SETTINGS = (
    f'{HEADER}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
NUMBERING = f'{HEADER}<w:numbering xmlns:w="{W}"/>'
CORE = (
    f'{HEADER}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>base</dc:title></cp:coreProperties>'
)
WORD = {
    "document": ("main", DOCUMENT),
    "styles": ("", styles()),
    "numbering": ("", NUMBERING),
    "footer1": ("footer", FOOTER),
    "settings": ("", SETTINGS),
}
CONTENT = (
    f'{HEADER}<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.'
        f'{"document.main" if name == "document" else kind or name}+xml"/>'
        for name, (kind, _) in WORD.items()
    )
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)


def related(*relations: tuple[str, str]) -> str:
    """Give relations to parts: what kind each is, and where it lies."""
    given = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'{HEADER}<Relationships xmlns="{PACKAGE}/relationships">{given}</Relationships>'


def made() -> bytes:
    """Give the bytes of the file."""
    own = f"{OFFICE}/relationships"
    files = {
        "[Content_Types].xml": CONTENT,
        "_rels/.rels": related(
            (f"{own}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": CORE,
        **{f"word/{name}.xml": text for name, (_, text) in WORD.items()},
        "word/_rels/document.xml.rels": related(
            (f"{own}/styles", "styles.xml"),
            (f"{own}/numbering", "numbering.xml"),
            (f"{own}/footer", "footer1.xml"),
            (f"{own}/settings", "settings.xml"),
        ),
    }
    return zipped({name: text.encode() for name, text in files.items()})


if __name__ == "__main__":
    PLACE.write_bytes(made())
