"""XMP, the information dictionary, the output intent, and embedded files."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from briefgen import __version__
from briefgen.core.xml import in_text
from briefgen.document import Attachment, Document, TitleBlock, plain
from briefgen.pdf.canvas import TaggedCanvas
from briefgen.pdf.document import PdfFile, fitting, text
from briefgen.pdf.structure import language


def attach(canvas: TaggedCanvas, attachments: Sequence[Attachment], when: datetime | None) -> None:
    """Embed the files in the PDF."""
    if not attachments:
        return
    files = {each.name: canvas.file.Reference(_specification(canvas.file, each, when)) for each in attachments}
    names = [part for name, reference in sorted(files.items()) for part in (text(name), reference)]
    canvas.setCatalogEntry("AF", list(files.values()))
    canvas.setCatalogEntry("Names", {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})


def _specification(file: PdfFile, attachment: Attachment, when: datetime | None) -> PDFDictionary:
    digest = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
    dated = f"/ModDate(D:{when:%Y%m%d%H%M%S}Z)" if when else ""
    kind = PDFName(attachment.kind).replace("/", "#2F")[len("#2F") :]  # PDFName leaves a slash as it is
    parameters = f"/Params<</Size {len(attachment.data)}/CheckSum<{digest}>{dated}>>"
    embedded = file.stream(attachment.data, f"/Type/EmbeddedFile/Subtype/{kind}{parameters}")
    return PDFDictionary({
        "Type": PDFName("Filespec"), "F": text(attachment.name), "UF": text(attachment.name),
        "Desc": text(attachment.words), "AFRelationship": PDFName(attachment.relation),
        "EF": PDFDictionary({"F": embedded, "UF": embedded}),
    })  # fmt: skip


_MAKER = f"briefgen {__version__}"

_PROFILE = Path(__file__).with_name("srgb.icc")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{entries}
<pdf:Producer>{maker}</pdf:Producer><xmp:CreatorTool>{maker}</xmp:CreatorTool>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""XMP as required by PDF/A-3 (6.6) and PDF/UA-1 (5); the schema of the latter has to be described."""


def title_of(document: Document) -> str:
    """The title of the file: that of its properties, its title block, or “Brief”."""
    given = document.properties.title.strip()
    blocks = (block for block in document.blocks if isinstance(block, TitleBlock))
    title = given or next((title for block in blocks if (title := plain(block.title).strip())), "") or "Brief"
    return fitting(title)


def moment(given: str) -> datetime | None:
    """The date of the document; midnight for a day. Never the clock."""
    try:
        when = datetime.fromisoformat(given)
    except ValueError:
        return None
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def describe(canvas: TaggedCanvas, document: Document) -> None:
    """Write the information dictionary, the XMP metadata and the output intent."""
    file = canvas.file
    file.info.entries = _information(document)
    # Uncompressed, so that any program can read it.
    file.Catalog.Metadata = file.stream(xmp(document), "/Type/Metadata/Subtype/XML", compress=False)
    canvas.setCatalogEntry("OutputIntents", [_output_intent(file.stream(_PROFILE.read_bytes(), "/N 3"))])
    canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.addPageLabel(0, "D")


def _information(document: Document) -> str:
    given = document.properties
    entries = {
        "Title": title_of(document),
        "Author": given.author,
        "Subject": given.subject,
        "Keywords": ", ".join(given.keywords),
        "Creator": _MAKER,
        "Producer": _MAKER,
    }
    written = {key: text(value) for key, value in entries.items() if value.strip()}
    if when := moment(given.date):
        written["CreationDate"] = written["ModDate"] = f"(D:{when:%Y%m%d%H%M%S}Z)"
    return "".join(f"/{key}{value}" for key, value in written.items())


def xmp(document: Document) -> bytes:
    """The metadata packet."""
    given, entries = document.properties, []
    if given.author.strip():
        entries.append(f"<dc:creator><rdf:Seq><rdf:li>{in_text(fitting(given.author))}</rdf:li></rdf:Seq></dc:creator>")
    if given.subject.strip():
        described = f'<rdf:Alt><rdf:li xml:lang="x-default">{in_text(fitting(given.subject))}</rdf:li></rdf:Alt>'
        entries.append(f"<dc:description>{described}</dc:description>")
    if lang := language(document.lang):
        entries.append(f"<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>")
    if words := ", ".join(given.keywords).strip():
        entries.append(f"<pdf:Keywords>{in_text(fitting(words))}</pdf:Keywords>")
    if when := moment(given.date):
        stamp = f"{when:%Y-%m-%dT%H:%M:%SZ}"
        entries.append(f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>")
    return _PACKET.format(title=in_text(title_of(document)), entries="\n".join(entries), maker=_MAKER).encode()


def _output_intent(profile: str) -> PDFDictionary:
    """The output intent: colours are sRGB (PDF/A-3, 6.2.3)."""
    return PDFDictionary({
        "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": "(sRGB)",
        "Info": "(sRGB IEC61966-2.1)", "DestOutputProfile": profile,
    })  # fmt: skip
