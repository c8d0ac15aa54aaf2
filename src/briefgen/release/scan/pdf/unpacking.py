"""A stream of a PDF → its bytes (ISO 32000-1, 7.4). A filter that is not known is refused."""

import base64
import re
import zlib

from briefgen.release.scan.pdf.objects import Object, Value
from briefgen.release.scan.piece import Budget, UnreadableError

_PICTURES = frozenset({"DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"})
"""What only pictures are packed with; their bytes are looked through as they are."""


def unpacked(made: Object, budget: Budget) -> bytes:
    """The bytes of a stream."""
    entries, data = made.value, made.stream or b""
    if "F" in entries:
        raise UnreadableError("a stream stands in another file")
    filters = _listed(entries.get("Filter"))
    parameters = _listed(entries.get("DecodeParms"))
    picture = entries.get("Subtype") == "Image" or entries.get("Type") == "XRef"
    if any(isinstance(each, dict) and each.get("Predictor", 1) != 1 for each in parameters) and not picture:
        raise UnreadableError("a stream is packed in a way that no brief needs")
    for each in filters:
        if each in _PICTURES and picture:
            break
        data = _once(str(each), data, budget)
    budget.spend(len(data))
    return data


def _once(name: str, data: bytes, budget: Budget) -> bytes:
    try:
        match name:
            case "FlateDecode":
                return _inflated(data, budget.left)
            case "ASCIIHexDecode":
                digits = re.sub(rb"[\x00\t\n\f\r ]", b"", data.partition(b">")[0])
                return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
            case "ASCII85Decode":
                return base64.a85decode(data.partition(b"~>")[0], ignorechars=b" \t\n\r\f\v\x00")
    except (zlib.error, ValueError) as fault:
        raise UnreadableError("a stream is damaged") from fault
    raise UnreadableError(f"the filter {name[:40]!a} is not known")


def _inflated(data: bytes, most: int) -> bytes:
    stream = zlib.decompressobj()
    out = stream.decompress(data, most + 1)
    if len(out) > most:
        raise UnreadableError("it unpacks to too much")
    if not stream.eof or stream.unused_data.strip(b"\r\n"):
        raise UnreadableError("a stream is damaged")
    return out


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]
