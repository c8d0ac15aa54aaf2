"""What the validators of others say about the sample; each is skipped where it is not installed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import require


@pytest.fixture(scope="module")
def file(sample: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docx") / "sample.docx"
    path.write_bytes(sample)
    return path


def test_openxml_audit_finds_nothing(file: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    result = audit.OpenXmlValidator().validate(str(file))
    assert [str(error) for error in result.errors] == []


def test_ooxml_integrity_finds_nothing(file: Path) -> None:
    integrity = pytest.importorskip("ooxml_integrity")
    assert [str(finding) for finding in integrity.check(str(file))] == []


def test_libreoffice_makes_a_pdf_of_it(file: Path, tmp_path: Path) -> None:
    office = require("soffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "sample.pdf").read_bytes().startswith(b"%PDF")


def test_writing_does_not_load_what_is_slow_to_load() -> None:
    code = "import sys, briefgen.writers.docx; print([m for m in ('docx', 'lxml', 'reportlab') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
