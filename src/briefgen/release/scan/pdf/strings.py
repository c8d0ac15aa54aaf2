"""The strings of a PDF object as text (ISO 32000-1, 7.9.2)."""

from collections.abc import Iterator

from briefgen.release.scan.pdf.objects import Name, Value

_MARKS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
"""With which a string begins that is not in PDFDocEncoding."""


def text(raw: bytes) -> str:
    """A string as a person would read it."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    return raw.decode("latin-1").translate(_OWN)


_OWN = dict(enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", 0x80))
"""PDFDocEncoding (ISO 32000-1, D.3), where it is not Latin-1."""


_DIGESTS = ("CheckSum", "ID")
"""Keys of what is no text: sixteen bytes (ISO 32000-1, tables 46 and 15), in which by chance two letters stand."""
_DIGEST = 16


def _is_digest(value: Value) -> bool:
    return isinstance(value, bytes) and len(value) == _DIGEST and not value.isascii()


def strings_in(value: Value) -> Iterator[str]:
    """All strings below a value. One that does not say how it is written may be UTF-8, as some programs write."""
    match value:
        case bytes():
            yield text(value)
            if not value.isascii() and not value.startswith(tuple(mark for mark, _ in _MARKS)):
                yield value.decode("utf-8", "ignore")
        case list():
            for each in value:
                yield from strings_in(each)
        case dict():
            for key, each in value.items():
                held = each if isinstance(each, list) else [each]
                if key not in _DIGESTS or not all(map(_is_digest, held)):
                    yield from strings_in(each)
        case _:
            return


def names_in(value: Value) -> Iterator[str]:
    """All names below a value, those of keys among them."""
    match value:
        case Name():
            yield value
        case list():
            for each in value:
                yield from names_in(each)
        case dict():
            for key, each in value.items():
                yield key
                yield from names_in(each)
        case _:
            return
