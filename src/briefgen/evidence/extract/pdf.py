"""A PDF → its text, page by page, in the order in which it was written.

The order of a page's content is the order of reading in what word processors, browsers and typesetters make. Running
heads are left out where the file marks them as such (Artifact), or where they occur on most pages.
"""

import io
import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence.extract.extract import Extract, day, unreadable
from briefgen.evidence.extract.lines import clean, raised, rejoined, without_running_heads

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 2_000
MOST_SECONDS = 60.0
"""For one document; 2,000 pages of a book take about half of it."""
MOST_OPERATORS = 150_000
"""On one page, what is drawn on it included. A full page of text has five thousand, a map a hundred thousand."""
_FORM = 100
"""What a form or a picture counts for: a form is read again each time that it is drawn."""
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 50_000_000,
    "array_based_stream_maximum_output_length": 30_000_000,
    "zlib_maximum_output_length": 30_000_000,
    "lzw_maximum_output_length": 30_000_000,
    "run_length_maximum_output_length": 30_000_000,
    "stream_decoding_work_maximum_length": 100_000_000,
    "stream_parsing_work_maximum_count": MOST_OPERATORS,
    "page_tree_maximum_entries": 2 * MOST_PAGES,
    "xform_maximum_invocations_per_extraction": MOST_OPERATORS,  # where the library stops, text is lost unseen
}
"""Of the library, tightened: what a page of text needs is a thousandth of it."""
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_BEGINNING = frozenset({b"BMC", b"BDC"})


class _TooMuchError(BaseException):
    """The bounds are passed. No Exception, for the library goes on after those that come of a form in a page."""


def read_pdf(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a PDF with its pages, or why it is not read."""
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError

    page = 0
    with _listening() as faults, apply_configuration(**_LIMITS):
        try:
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                return _protected(name)
            count = len(reader.pages)
            if count > MOST_PAGES:
                return unreadable(name, f"it has {count:,} pages, and at most {MOST_PAGES:,} are read", "Divide it.")
            deadline = time.monotonic() + MOST_SECONDS
            pages = []
            for each in reader.pages:
                page += 1
                pages.append(clean(_page_text(each, deadline)))
            return _extract(pages, reader, faults.count)
        except _TooMuchError:
            return unreadable(name, f"there is too much on page {page}")
        except DependencyError:
            return _protected(name)
        except (LimitReachedError, MemoryError):
            return unreadable(name, f"{_on(page)} unpacks to too much")
        except RecursionError:
            return unreadable(name, f"{_on(page)} is nested too deeply")
        except Exception:  # noqa: BLE001  (per the library, broken files raise anything)
            return unreadable(name, f"{_on(page)} is damaged")


def _extract(pages: list[str], reader: "PdfReader", faults: int) -> Extract:
    remaining, heads = without_running_heads(pages)
    notes = [f"Left out, as they stand on most pages: {'; '.join(f'“{head}”' for head in heads[:4])}."] if heads else []
    blank = [str(number) for number, text in enumerate(remaining, 1) if not text]
    if blank and len(blank) < len(pages):
        some = ", ".join(blank[:10]) + (" …" if len(blank) > 10 else "")
        notes.append(
            f"No text on page {some}: it may be a picture."
            if len(blank) == 1
            else f"No text on pages {some}: they may be pictures."
        )
    if faults:
        notes.append("The file is damaged in places: compare the text with what a reader's program shows.")
    text = rejoined("".join(f"{text}\n\f" for text in remaining)) if any(remaining) else ""
    about = reader.metadata
    return Extract(
        text,
        tuple(_headings(reader, text)),
        title=_line(about.title if about else ""),
        author=_line(about.author if about else ""),
        date=day(str(about.get("/CreationDate", "")).removeprefix("D:")) if about else None,
        language=_line(reader.root_object.get("/Lang", "")),
        notes=tuple(notes),
    )


def _page_text(page: "PageObject", deadline: float) -> str:
    pieces: list[str] = []
    last_size = last_height = 0.0
    count = 0

    def see(operator: object, _operands: object, _cm: object, _tm: object) -> None:
        nonlocal count
        count += _FORM if operator == b"Do" else 1
        if count > MOST_OPERATORS or time.monotonic() > deadline:
            raise _TooMuchError

    def take(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        nonlocal last_size, last_height
        if not text:
            return
        # Of the text matrix and the page's: how large the letters are, and how high they are.
        scale = abs(tm[3] * cm[3]) or 1.0
        size, height = size * scale, tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        number = re.fullmatch(r"\d{1,3}", text)
        follows = pieces and pieces[-1] and not pieces[-1][-1].isspace()
        if number and follows and size < 0.9 * last_size and height > last_height + 0.1 * last_size:
            pieces.append(raised(text))
            return
        pieces.append(text)
        if text.strip():
            last_size, last_height = size, height

    _drop_artifacts(page)
    page.extract_text(visitor_operand_before=see, visitor_text=take)
    return "".join(pieces)


def _drop_artifacts(page: "PageObject") -> None:
    """Takes from a page what it shows and marks as no part of the document (ISO 32000-1, 14.8.2.2)."""
    from pypdf.generic import ContentStream, NameObject

    raw = page.get("/Contents")
    if raw is None:
        return
    content = ContentStream(raw.get_object(), page.pdf, "bytes")  # its strings are of a font's own encoding
    if b"/Artifact" not in content.get_data():
        return
    remaining: list[Any] = []
    marked: list[bool] = []
    for operands, operator in content.operations:
        if operator in _BEGINNING:
            marked.append(bool(operands) and operands[0] == "/Artifact")
        elif operator == b"EMC" and marked:
            marked.pop()
        elif operator in _SHOWING and True in marked:
            continue
        remaining.append((operands, operator))
    content.operations = remaining
    page[NameObject("/Contents")] = content


def _headings(reader: "PdfReader", text: str) -> Iterator[str]:
    """The bookmarks that are lines of the text."""
    lines = {" ".join(line.split()) for line in text.split("\n")}
    todo: list[Any] = list(reader.outline)[::-1]
    seen = set()
    while todo:
        item = todo.pop()
        if isinstance(item, list):
            todo += item[::-1]
            continue
        title = " ".join(str(item.title).split())
        if title in lines and title not in seen:
            seen.add(title)
            yield title


def _line(value: object) -> str:
    return " ".join(clean(str(value or "")).split())[:300]


def _on(page: int) -> str:
    return f"page {page}" if page else "it"


def _protected(name: str) -> Diagnostic:
    return unreadable(name, "it is protected by a password", "Save it without a password.")


class _Faults(logging.Handler):
    """Counts what the library would write to the terminal about faults of the file."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self.count += 1


@contextmanager
def _listening() -> Iterator[_Faults]:
    logger, faults = logging.getLogger("pypdf"), _Faults(logging.WARNING)
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(faults)
    try:
        yield faults
    finally:
        logger.removeHandler(faults)
        logger.propagate = before
