"""What a program loads that only names what Word is dressed in."""

import subprocess
import sys


def test_a_render_of_a_pdf_alone_does_not_load_the_writer_of_word() -> None:
    code = "import sys, briefgen.verbs.render; print('briefgen.writers.docx.parts' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
