"""What a program loads that renders a PDF alone: each module that it has no need of costs a person time."""

import subprocess
import sys

import pytest

UNUSED = {
    "docx": "python-docx, which writes Word files alone",
    "briefgen.docx.reference": "the reader of house styles",
    "pptx": "python-pptx, which writes charts of Word alone",
}


@pytest.mark.parametrize("module", UNUSED, ids=UNUSED.get)
def test_a_render_of_a_pdf_alone_does_not_load(module: str) -> None:
    assert not loads("briefgen.commands.render", module)


def loads(importing: str, module: str) -> bool:
    code = f"import sys, {importing}; print({module!r} in sys.modules)"
    said = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    return said.stdout == "True\n"
