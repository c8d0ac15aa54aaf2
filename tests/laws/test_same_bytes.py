"""The same input gives the same bytes: twice in one process, and in processes that hash in different orders."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.laws.briefs import SHIPPED, brief, files, theme

from briefgen.writers import write

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib
from tests.laws.briefs import SHIPPED, files
for name, lang in SHIPPED:
    for form, data in sorted(files(name, lang).items()):
        print(name, lang, form, hashlib.sha256(data).hexdigest())
"""


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_written_twice(name: str, lang: str) -> None:
    again = write(brief(name, lang), theme(), "a4", ("native", "docx", "pdf", "html"))
    assert again == files(name, lang)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_written_by_another_process(seed: str) -> None:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        f"{name} {lang} {form} {hashlib.sha256(data).hexdigest()}"
        for name, lang in SHIPPED
        for form, data in sorted(files(name, lang).items())
    ]
