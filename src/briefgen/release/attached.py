"""The files attached to a PDF. The PDF may come from anyone: sizes are bounded and nothing is followed."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import md5
from typing import TYPE_CHECKING, Any

import msgspec

from briefgen import __version__
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.evidence.extract.extract import unreadable
from briefgen.release.manifest import MANIFEST, Manifest, loads, maker_of
from briefgen.release.names import MOST_FILES, described

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
        except Exception:  # noqa: BLE001  (per the library, broken files raise anything; RecursionError too)
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
        out[str(name)] = _unpacked_stream(stream)
        left -= len(out[name])
        if left < 0:
            raise _RefusedError(f"its attachments unpack to more than {MOST_UNPACKED >> 20} MiB")
    return out


def _unpacked_stream(stream: Any) -> bytes:
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
    """Within it the library reads no more than a brief needs, and does not log its warnings."""
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


# The bytes of a PDF → the files that it embeds as a brief, each as it was attached, or why they are not taken
# out.

MOST_WORDS = 8 << 20
"""Bytes of all that is no picture; a hundred times the brief on Haiti has five million."""
_NAMED = 3
"""Attachments that a message names."""


class Attachments(msgspec.Struct, frozen=True):
    """What a brief embeds."""

    manifest: Manifest
    files: dict[str, bytes]
    """Name → bytes: those of the manifest, and the manifest itself."""


def read_attachments(data: bytes, name: str) -> Attachments | Diagnostic:
    """What a PDF embeds, whole and unchanged. `name` is what messages call the PDF."""
    files = attached(data, name)
    if isinstance(files, Diagnostic):
        return files
    strange = [each for each in files if not described(each)]
    if MANIFEST not in files:
        why = "its attachments are those of another program" if files else "it has no attachments"
        return error(
            "not-a-brief", f"{name} does not carry what it was made from: {why}.", file=name,
            hint="A brief carries it unless it was rendered with `--no-sources`.",
        )  # fmt: skip
    if strange:
        return error(
            "attachment-refused",
            f"No brief carries {_named(strange)}. Nothing is taken out of {name}.",
            file=name,
            hint="Someone attached it later, perhaps to have it written where it does not belong.",
        )
    if sum(len(each) for file, each in files.items() if not file.endswith(".png")) > MOST_WORDS:
        much = f"it carries more than {MOST_WORDS >> 20} MiB of text"
        return error("attachment-refused", f"{name} is not opened: {much}.", file=name)
    manifest = loads(files[MANIFEST])
    if manifest is None:
        maker = maker_of(files[MANIFEST])
        if maker not in ("", __version__):
            message = f"{name} was made by briefgen {maker}; briefgen {__version__} cannot read what it carries."
            return error("other-version", message, file=name, hint=f"Open it with briefgen {maker}.")
        return error("attachment-changed", f"`{MANIFEST}` in {name} is not as briefgen writes it.", file=name)
    if wrong := manifest.changed({each: data for each, data in files.items() if each != MANIFEST}):
        missing = [each for each in wrong if each not in files]
        problems = [f"{_named(missing)} {_is(missing)} missing"] if missing else []
        changed = [each for each in wrong if each in files]
        problems += [f"{_named(changed)} {_is(changed)} not as attached when the brief was made"] if changed else []
        return error(
            "attachment-changed", f"{', and '.join(problems)}.", file=name,
            hint="Ask for the brief as it was rendered.",
        )  # fmt: skip
    return Attachments(manifest, files)


def _named(names: list[str]) -> str:
    shown = ", ".join(f"`{each[:80]}`" for each in names[:_NAMED])
    return shown + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"
