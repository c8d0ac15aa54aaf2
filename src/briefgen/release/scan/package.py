"""A ZIP file, such as a DOCX and the workbook in it → what its members say."""

import io
import zipfile
from collections.abc import Callable, Iterator

from briefgen.ooxml.package import BROKEN
from briefgen.release.scan.piece import Budget, Piece, UnreadableError
from briefgen.release.scan.words import BREAK

MOST_MEMBERS = 5_000
Inner = Callable[[str, bytes], Iterator[Piece]]


def read_package(data: bytes, inner: Inner, budget: Budget) -> Iterator[Piece]:
    """Raises UnreadableError where a member cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise UnreadableError("it has too many parts")
            if min((each.header_offset for each in infos), default=0):  # of a file cut off, a workbook in it is left
                raise UnreadableError("it does not begin with its first part")
            aside = [archive.comment, *(each.comment for each in infos), *(each.extra for each in infos)]
            yield Piece("names of its parts", BREAK.join(each.filename for each in infos))
            yield Piece("comments of its parts", BREAK.join(each.decode("utf-8", "replace") for each in aside))
            yield from _between(data, infos)
            for info in infos:
                if info.flag_bits & 1:
                    raise UnreadableError("a part of it is encrypted")
                budget.spend(info.file_size)
                with archive.open(info) as file:
                    content = file.read(info.file_size + 1)
                if len(content) != info.file_size:
                    raise UnreadableError("a part is not as long as it says")
                if not info.is_dir():
                    yield from inner(info.filename, content)
    except BROKEN as fault:
        raise UnreadableError("it is not a whole ZIP file") from fault


def _between(data: bytes, infos: list[zipfile.ZipInfo]) -> Iterator[Piece]:
    """What stands between the members, where no program looks."""
    at = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        yield from _loose(data[at : info.header_offset])
        head = data[info.header_offset + 26 : info.header_offset + 30]
        length = int.from_bytes(head[:2], "little") + int.from_bytes(head[2:], "little")
        at = info.header_offset + 30 + length + info.compress_size
    yield from _loose(data[at:])


def _loose(data: bytes) -> Iterator[Piece]:
    if data:
        yield Piece("between its parts", data.decode("latin-1"), "marked" if len(data) < 1 << 16 else "raw")
