"""The bytes of a PDF → the files attached to it. The PDF may come from anyone: all is bounded, and nothing is followed.

ISO 32000-1, 7.9.6 (name trees) and 7.11.4 (embedded files).
"""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import md5
from typing import TYPE_CHECKING, Any

from briefgen.diagnostic import Diagnostic, error
from briefgen.evidence.extract.extract import unreadable
from briefgen.release.names import MOST_FILES

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PDF = 64 << 20
"""Bytes of a PDF that is looked into."""
MOST_UNPACKED = 64 << 20
"""Bytes of all of them together."""
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": MOST_PDF,
    "array_based_stream_maximum_output_length": MOST_UNPACKED,
    "zlib_maximum_output_length": MOST_UNPACKED,
    "zlib_maximum_recovery_input_length": 0,
    "lzw_maximum_output_length": 1 << 20,
    "run_length_maximum_output_length": 1 << 20,
    "jbig2_maximum_output_length": 1 << 20,
    "brotli_maximum_output_length": 1 << 20,
    "stream_filters_maximum_length": 2,
    "stream_decoding_work_maximum_length": 2 * MOST_UNPACKED,
    "jbig2dec_binary": None,
}
"""Of the library. Briefs are packed with Flate alone."""


_AGAIN = "Ask for the brief as it was rendered."


class _RefusedError(Exception):
    """What the file holds is not what a brief holds."""


def attached(data: bytes, name: str) -> dict[str, bytes] | Diagnostic:
    """Name → bytes of each attached file, or why none is taken out. The names are as the PDF has them."""
    from pypdf import PdfReader  # 50 ms, only to read a PDF
    from pypdf.errors import LimitReachedError  # 50 ms, only to read a PDF

    if not data.startswith(b"%PDF-"):
        return error("not-a-brief", f"{name} is no PDF.", file=name, hint="Name the PDF of a brief.")
    with bounded():
        try:
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted:
                return unreadable(name, "it is protected by a password", _AGAIN)
            return _unpacked(reader)
        except _RefusedError as fault:
            return error("attachment-refused", f"{name} is not opened: {fault}.", file=name, hint=_AGAIN)
        except (LimitReachedError, MemoryError):
            much = f"it unpacks to more than {MOST_UNPACKED >> 20} MiB"
            return error("attachment-refused", f"{name} is not opened: {much}.", file=name, hint=_AGAIN)
        except Exception:  # noqa: BLE001  (the library says that broken files raise anything; RecursionError too)
            return unreadable(name, "it is damaged", _AGAIN)


def _unpacked(reader: "PdfReader") -> dict[str, bytes]:
    out: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for specification in _specifications(reader):
        name = specification.get("/UF", specification.get("/F"))
        stream = _resolved(_resolved(specification.get("/EF"), {}).get("/F"))
        if not isinstance(name, str) or not hasattr(stream, "get_data"):
            raise _RefusedError("an attachment is no file")
        if name in out:
            raise _RefusedError(f"two attachments are called `{name[:80]}`")
        if len(out) >= MOST_FILES:
            raise _RefusedError(f"it has more than {MOST_FILES} attachments")
        out[str(name)] = _whole(stream)
        left -= len(out[name])
        if left < 0:
            raise _RefusedError(f"its attachments unpack to more than {MOST_UNPACKED >> 20} MiB")
    return out


def _whole(stream: Any) -> bytes:
    """The bytes of an attachment. The library unpacks what it can of a damaged stream, so they are compared with the
    MD5 that the file gives of them, where it gives one (ISO 32000-1, 7.11.4)."""
    data: bytes = stream.get_data()
    given = _resolved(_resolved(stream.get("/Params"), {}).get("/CheckSum"))
    given = getattr(given, "original_bytes", given)
    if isinstance(given, bytes) and given != md5(data, usedforsecurity=False).digest():
        raise ValueError("an attachment is not as it was packed")
    return data


def _specifications(reader: "PdfReader") -> Iterator[Any]:
    """Those of the name tree of embedded files, however a program has grown it."""
    names = _resolved(reader.root_object.get("/Names"), {})
    waiting = [_resolved(names.get("/EmbeddedFiles"), {})]
    seen = 0
    while waiting:
        node = waiting.pop()
        seen += 1
        if seen > MOST_FILES:
            raise _RefusedError(f"it has more than {MOST_FILES} attachments")
        waiting += [_resolved(kid, {}) for kid in list(_resolved(node.get("/Kids"), ()))[: MOST_FILES + 1]]
        for specification in list(_resolved(node.get("/Names"), ()))[1 : 2 * MOST_FILES + 2 : 2]:
            yield _resolved(specification, {})


def _resolved(value: Any, absent: Any = None) -> Any:
    value = value.get_object() if hasattr(value, "get_object") else value
    return absent if value is None else value


@contextmanager
def bounded() -> Iterator[None]:
    """Within it the library reads no more than a brief needs, and keeps what it has to say of faults to itself."""
    from pypdf import apply_configuration  # 50 ms, only to read a PDF

    logger, silence = logging.getLogger("pypdf"), logging.NullHandler()
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(silence)
    try:
        with apply_configuration(**_LIMITS):
            yield
    finally:
        logger.removeHandler(silence)
        logger.propagate = before
