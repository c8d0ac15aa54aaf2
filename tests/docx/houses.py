"""House styles of others, made by code: a German office's, and one with all that a house style must not bring along."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606c640400000700043f3bf6e3"
    "0000000049454e44ae426082"
)
"""One dot."""


def package(parts: Mapping[str, str | bytes], relations: Mapping[str, Mapping[str, tuple[str, str]]]) -> bytes:
    """A DOCX. `relations`: of each part, id → (kind, target); a target with `:` lies outside."""
    kinds = {"document": "document.main", "header1": "header", "header2": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kinds.get(name, name)}+xml"/>'
        for name in (file.removeprefix("word/").removesuffix(".xml") for file in parts if file.endswith(".xml"))
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{overrides}</Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", _rels({"rId1": ("officeDocument", "word/document.xml")}))
        for name, content in parts.items():
            archive.writestr(name, content)
        for name, given in relations.items():
            folder, _, file = name.rpartition("/")
            archive.writestr(f"{folder}/_rels/{file}.rels", _rels(given))
    return buffer.getvalue()


def _rels(given: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{at}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for at, (kind, target) in given.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


_GERMAN = Path(__file__).parent / "german"
GERMAN_STYLES = (_GERMAN / "styles.xml").read_text("utf-8")
"""Words of Word itself have their English names and German ids; a style of the office's own bears ours as an alias."""
GERMAN_NUMBERING = (_GERMAN / "numbering.xml").read_text("utf-8")


def drawing(reference: str) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{space}/wordprocessingDrawing"><wp:extent cx="900000" cy="300000"/>'
        f'<wp:docPr id="1" name="Logo" descr="Amt für Beispiele"/><a:graphic xmlns:a="{space}/main">'
        f'<a:graphicData uri="{space}/picture"><pic:pic xmlns:pic="{space}/picture"><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="Logo" descr="Amt für Beispiele"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{reference}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def field(code: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _line(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def german(
    header: str = text("Amt für Beispiele") + drawing("rId1"),
    footer: str = text("Seite ") + field("PAGE", "9") + text(" · ") + field("DOCPROPERTY Reference", "Az. alt"),
    more: Mapping[str, str | bytes] | None = None,
    header_relations: Mapping[str, tuple[str, str]] | None = None,
    document_relations: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """The house style of an office that works in German: its ids are German, its paper has wide margins and a logo."""
    document = (
        f"<w:document {W} {R}><w:body><w:p><w:r><w:t>Mustertext, der nicht mitkommt</w:t></w:r></w:p><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId10"/><w:footerReference w:type="default" r:id="rId11"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1134" w:bottom="1418" w:left="1701" '
        'w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/></w:sectPr></w:body></w:document>'
    )
    return package(
        {
            "word/document.xml": document,
            "word/styles.xml": GERMAN_STYLES,
            "word/numbering.xml": GERMAN_NUMBERING,
            "word/header1.xml": f"<w:hdr {W} {R}>{_line('Kopfzeile', header)}</w:hdr>",
            "word/footer1.xml": f"<w:ftr {W} {R}>{_line('Fuzeile', footer)}</w:ftr>",
            "word/media/logo.png": PNG,
            **(more or {}),
        },
        {
            "word/document.xml": {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("numbering", "numbering.xml"),
                "rId10": ("header", "header1.xml"),
                "rId11": ("footer", "footer1.xml"),
                **(document_relations or {}),
            },
            "word/header1.xml": {"rId1": ("image", "media/logo.png"), **(header_relations or {})},
        },
    )
