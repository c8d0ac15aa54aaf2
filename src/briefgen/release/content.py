"""Two PDFs of one brief, compared by what they hold: packing aside, which differs from one zlib to another."""

import io
from typing import Any

import msgspec

from briefgen.release.attached import MOST_UNPACKED, bounded

MOST_OBJECTS = 200_000
"""In a PDF that is compared; a brief of a hundred pages has ten thousand."""


class Difference(msgspec.Struct, frozen=True):
    """Where they differ."""

    pages: tuple[int, ...]
    """From 1, those with other content, those that only one of them has among them."""


def difference(given: bytes, made: bytes) -> Difference | None:
    """Where a PDF differs from the one that its files make; None where the content is the same.

    What cannot be read differs. The identifier, a digest of the packed content, is left out of account."""
    if given == made:
        return None
    with bounded():
        try:
            one, other = _Content(given), _Content(made)
            if one.objects() == other.objects():
                return None
            return Difference(_differing(one.pages(), other.pages()))
        except Exception:  # noqa: BLE001  (the library says that broken files raise anything)
            return Difference(())


def _differing(one: list[bytes], other: list[bytes]) -> tuple[int, ...]:
    longer = max(len(one), len(other))
    return tuple(at + 1 for at in range(longer) if one[at : at + 1] != other[at : at + 1])


class _Content:
    def __init__(self, data: bytes) -> None:
        from pypdf import PdfReader  # 50 ms, only to read a PDF

        self.reader = PdfReader(io.BytesIO(data))
        self._left = MOST_UNPACKED

    def objects(self) -> dict[int, bytes]:
        """Number → object, unpacked; those that only pack others are left out."""
        count: Any = self.reader.trailer["/Size"]
        if count > MOST_OBJECTS:
            raise ValueError("too many objects")
        found = {number: self._written(self.reader.get_object(number)) for number in range(1, count)}
        return {number: written for number, written in found.items() if written}

    def pages(self) -> list[bytes]:
        """What is painted on each page."""
        return [self._data(page["/Contents"].get_object()) for page in self.reader.pages]

    def _written(self, value: Any) -> bytes:
        out = io.BytesIO()
        if hasattr(value, "get_data"):
            if value.get("/Type") in ("/ObjStm", "/XRef"):
                return b""
            for key in sorted(value):
                if key not in ("/Length", "/Filter"):
                    out.write(key.encode())
                    value.raw_get(key).write_to_stream(out)
            out.write(self._data(value))
        elif value is not None:
            value.write_to_stream(out)
        return out.getvalue()

    def _data(self, stream: Any) -> bytes:
        data: bytes = stream.get_data()
        self._left -= len(data)
        if self._left < 0:
            raise ValueError("too much content")
        return data
