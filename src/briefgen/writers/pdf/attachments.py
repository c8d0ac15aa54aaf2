"""Attached files → embedded file streams, their specifications, and what the catalogue says of them.

ISO 32000-1, 7.11.4; ISO 19005-3, 6.8: each has a media type, two forms of its name, and its relation to the document.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from briefgen.document import Attachment
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.file import File, text


def attach(canvas: TaggedCanvas, attachments: Sequence[Attachment], when: datetime | None) -> None:
    """Write the files into the PDF."""
    if not attachments:
        return
    files = {each.name: canvas.file.Reference(_specification(canvas.file, each, when)) for each in attachments}
    names = [part for name, reference in sorted(files.items()) for part in (text(name), reference)]
    canvas.setCatalogEntry("AF", list(files.values()))
    canvas.setCatalogEntry("Names", {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})


def _specification(file: File, attachment: Attachment, when: datetime | None) -> PDFDictionary:
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
