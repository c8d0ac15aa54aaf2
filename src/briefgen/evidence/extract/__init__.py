"""Documents of other programs → their text. One file a format; what each cannot read, it refuses in a line."""

from pathlib import PurePath

from briefgen.diagnostic import Diagnostic, error
from briefgen.evidence.extract.extract import Extract
from briefgen.evidence.extract.refusal import unreadable

__all__ = ["MOST_BYTES", "Extract", "extract"]

MOST_BYTES = 100 << 20
"""Of a document; most of a PDF are pictures."""


def extract(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a document in TXT, Markdown, HTML, PDF or DOCX, whatever its name says, or why it is not read."""
    if not data.strip(b"\0 \t\r\n"):
        return unreadable(name, "it is empty", "Look whether the file was saved whole.")
    made = _read(data, name)
    if isinstance(made, Extract) and not made.text.strip():
        hint = "If its pages are pictures, recognise their text first (OCR); else save its text as .txt in UTF-8."
        return error("no-text", f"{name} holds no text.", file=name, hint=hint)
    return made


def _read(data: bytes, name: str) -> Extract | Diagnostic:
    ending = PurePath(name).suffix.lower()
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024] or ending == ".pdf":
        from briefgen.evidence.extract.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or ending in (".docx", ".docm"):
        from briefgen.evidence.extract.docx import read_docx

        return read_docx(data, name)
    if ending in (".html", ".htm", ".xhtml") or start[:14].lower().startswith((b"<!doctype html", b"<html")):
        from briefgen.evidence.extract.html import read_html

        return read_html(data, name)
    from briefgen.evidence.extract.plain import read_markdown, read_plain

    return read_markdown(data, name) if ending in (".md", ".markdown") else read_plain(data, name)
