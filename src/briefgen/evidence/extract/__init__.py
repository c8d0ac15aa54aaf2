"""Documents of other programs → their text. One file a format; what each cannot read, it refuses in a line."""

from pathlib import PurePath

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.evidence.extract.extract import Extract, unreadable

__all__ = ["MOST_BYTES", "Extract", "extract"]

MOST_BYTES = 100 << 20
"""Of a document; most of a PDF are pictures."""


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_WITH_FTYP = (b"heic", b"heix", b"mif1", b"avif")
_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
_REFERENCES = (".bib", ".ris", ".enw", ".nbib")


def extract(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a document in TXT, Markdown, HTML, PDF or DOCX, whatever its name says, or why it is not read."""
    if not data.strip(b"\0 \t\r\n"):
        return unreadable(name, "it is empty", "Look whether the file was saved whole.")
    if refused := _not_prose(data, name):
        return refused
    made = _read(data, name)
    if isinstance(made, Extract) and not made.text.strip():
        return error("no-text", f"{name} holds no text.", file=name, hint=f"If its pages are pictures: {_OCR}")
    return made


_OCR = "recognise the text with an OCR program (such as OCRmyPDF), then add the PDF or text file that it writes."


def _not_prose(data: bytes, name: str) -> Diagnostic | None:
    """Why a file has no sentences to quote, where its kind says so."""
    ending = PurePath(name).suffix.lower()
    if data.startswith(_PICTURES) or data[8:12] in (b"WEBP", *_WITH_FTYP):
        return error("no-text", f"{name} is a picture.", file=name, hint=_OCR[0].upper() + _OCR[1:])
    if ending in _TABLES:
        hint = (
            "Add the report or web page that states the figures in words; or save the sentences that you quote as .txt."
        )
        return unreadable(name, "it is a table, and evidence is quoted from sentences", hint)
    if data.startswith(b"{\\rtf") or ending == ".rtf":
        return unreadable(name, "it is a rich text file", "Open it in a word processor, and save it as .docx.")
    if ending in _REFERENCES:
        hint = "Add the documents that it lists, one by one."
        return unreadable(name, "it is a list of references, not the text of a source", hint)
    return None


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
