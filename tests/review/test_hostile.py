"""Files that mean harm are refused in less than a second and 100 MB, with a line that says why."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.review.hostile import TEMPLATES, refused, with_template
from tests.review.word import told

from briefgen.core.diagnostic import Diagnostic
from briefgen.review.open import opened

REFUSED = list(refused())


@pytest.mark.parametrize(("name", "make", "said"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_it_is_refused_at_once_and_told_why(name: str, make: Callable[[], bytes], said: str) -> None:
    data = make()
    start = time.process_time()
    found = opened(data, "edited.docx")
    assert time.process_time() - start < 1
    assert isinstance(found, Diagnostic), name
    assert (found.code, found.severity, found.file) == ("unsafe-docx", "error", "edited.docx")
    assert said in found.message and "\n" not in found.message


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_template_that_word_notes_is_passed_over(name: str) -> None:
    assert told(with_template(TEMPLATES[name])).found == ()


TOUCHED = """
import sys
from pathlib import Path
from briefgen.review.open import opened
data = Path(sys.argv[1]).read_bytes()
opened(data, "a.docx")  # what is loaded only now
seen = []
sys.addaudithook(lambda event, _: seen.append(event))
opened(data, "a.docx")
print(sorted({each for each in seen if each.partition(".")[0] in ("open", "os", "socket", "subprocess", "urllib")}))
"""


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_file_and_no_address_is_touched_for_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "edited.docx").write_bytes(with_template(TEMPLATES[name]))
    done = subprocess.run(
        [sys.executable, "-c", TOUCHED, str(tmp_path / "edited.docx")],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout == "[]\n"
