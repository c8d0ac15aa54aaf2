"""What a program loads that renders a PDF alone: each module that it has no need of costs a person time."""

import subprocess
import sys

import pytest

UNUSED = {
    "briefgen.writers.docx.parts": "the writer of Word, for it only names what Word is dressed in",
    "briefgen.writers.docx.house": "the reader of house styles",
    "subprocess": "what LibreOffice is asked with",
}


@pytest.mark.parametrize("module", UNUSED, ids=UNUSED.get)
def test_a_render_of_a_pdf_alone_does_not_load(module: str) -> None:
    code = f"import sys, briefgen.verbs.render; print({module!r} in sys.modules)"
    said = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
