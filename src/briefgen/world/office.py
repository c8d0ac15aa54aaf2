"""LibreOffice, asked for the pages of a document: a program beside us, in a folder that is gone afterwards."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from briefgen.diagnostic import Diagnostic, error

_SECONDS = 180
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
"""To PDF, with a named destination for each bookmark."""


def as_pdf(docx: bytes) -> bytes | Diagnostic:
    """A DOCX as LibreOffice lays it out. It reads no settings of the person, and writes none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        hint = "Install it, or leave `--paginate-with` out: the numbers are then worked out, and may be a page off."
        return error("no-libreoffice", "LibreOffice is not installed.", hint=hint)
    with tempfile.TemporaryDirectory(prefix="briefgen-") as name:
        folder = Path(name)
        (folder / "brief.docx").write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            _FILTER,
            "--outdir",
            name,
            str(folder / "brief.docx"),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as fault:
            why = f"did not end within {_SECONDS} seconds" if isinstance(fault, subprocess.TimeoutExpired) else "failed"
            return error("libreoffice-failed", f"LibreOffice {why}.", hint="Try it once more, or without.")
        made = folder / "brief.pdf"
        if done.returncode or not made.is_file():
            return error("libreoffice-failed", "LibreOffice made no pages of the brief.", hint="Open the brief in it.")
        return made.read_bytes()
