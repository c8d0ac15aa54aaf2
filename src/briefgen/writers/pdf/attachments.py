"""Attached files → embedded file streams, their specifications, and what the catalogue says of them.

ISO 32000-1, 7.11.4; ISO 19005-3, 6.8: each has a media type, two forms of its name, and its relation to the document.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from briefgen.document import Attachment
from briefgen.writers.pdf.file import File, array, deflated, name, reference, text


def attach(file: File, attachments: Sequence[Attachment], when: datetime | None) -> dict[str, bytes]:
    """Writes the files into the PDF; returns the entries of its catalogue that lead to them."""
    if not attachments:
        return {}
    specified = {each.name: _specification(file, each, when) for each in attachments}
    names = array([text(each) + b" " + reference(number) for each, number in sorted(specified.items())])
    return {
        "AF": array([reference(number) for number in specified.values()]),
        "Names": b"<</EmbeddedFiles<</Names%s>>>>" % names,
    }


def _specification(file: File, attachment: Attachment, when: datetime | None) -> int:
    digest, packed = _packed(attachment.data)
    dated = f"/ModDate(D:{when:%Y%m%d%H%M%S}Z)".encode() if when else b""
    parameters = b"/Params<</Size %d/CheckSum<%s>%s>>" % (len(attachment.data), digest, dated)
    embedded = file.packed(packed, b"/Type/EmbeddedFile/Subtype%s%s" % (name(attachment.kind), parameters))
    return file.add(
        b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/%s/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (
            text(attachment.name), text(attachment.name), text(attachment.words), attachment.relation.encode(),
            embedded, embedded,
        )
    )  # fmt: skip


@lru_cache(maxsize=32)
def _packed(data: bytes) -> tuple[bytes, bytes]:
    """The digest of a file, and its bytes compressed. Remembered, since briefs of one run carry the same templates and
    themes."""
    return hashlib.md5(data, usedforsecurity=False).hexdigest().encode(), deflated(data)
