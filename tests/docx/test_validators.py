"""What the validators and readers of others say about the samples; each is skipped where it is not installed."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.docx.chart_parts import workbooks_of
from tests.docx.open_xml_sdk import findings
from tests.docx.test_any_chart import ODD
from tests.drawn import CHARTS
from tests.factory import document
from tests.tools import require

from briefgen import docx
from briefgen.document import Figure
from briefgen.theme import Theme

KINDS = ("brief", "charts", "odd-charts")


@pytest.fixture(scope="module")
def files(sample: bytes, theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("docx")
    held = {
        "brief": sample,
        "charts": docx.write(document(*CHARTS), theme),
        "odd-charts": docx.write(document(*(Figure(chart, "The data") for chart in ODD)), theme),
    }
    for name, data in held.items():
        (folder / f"{name}.docx").write_bytes(data)
    return {name: folder / f"{name}.docx" for name in held}


@pytest.mark.parametrize("kind", KINDS)
def test_openxml_audit_finds_nothing(files: dict[str, Path], kind: str) -> None:
    audit = pytest.importorskip("openxml_audit")
    result = audit.OpenXmlValidator().validate(str(files[kind]))
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("kind", KINDS)
def test_ooxml_integrity_finds_nothing(files: dict[str, Path], kind: str) -> None:
    integrity = pytest.importorskip("ooxml_integrity")
    assert [str(finding) for finding in integrity.check(str(files[kind]))] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_open_xml_sdk_finds_nothing(files: dict[str, Path], kind: str) -> None:
    assert findings(files[kind]) == []


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_the_workbooks(files: dict[str, Path], tmp_path: Path) -> None:
    for at, book in enumerate(workbooks_of(files["charts"].read_bytes())):
        path = tmp_path / f"{at}.xlsx"
        path.write_bytes(book)
        assert findings(path) == []


def pdf(file: Path, folder: Path) -> Path:
    """A file as LibreOffice prints it."""
    return converted(file, folder, "pdf")


def converted(file: Path, folder: Path, form: str) -> Path:
    """A file as LibreOffice saves it in another format."""
    office = require("soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / f"{file.stem}.{form}"


def test_libreoffice_makes_a_pdf_of_it(files: dict[str, Path], tmp_path: Path) -> None:
    assert pdf(files["brief"], tmp_path).read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_libreoffice_draws_the_charts(files: dict[str, Path], tmp_path: Path) -> None:
    """Names of options, criteria and weights, axis titles and numbers."""
    made = pdf(files["charts"], tmp_path)
    done = subprocess.run([require("pdftotext"), "-raw", str(made), "-"], capture_output=True, text=True, check=True)
    words = " ".join(done.stdout.split())
    for said in (
        "Cost 60", "Réversibilité 40", "fails “Law”", "?", "30–85", "32–42", "left open by a range", "Score, 0 to 100",
        "60%, as stated", "below 25%: “Assessment team” is ahead", "Weight of “Cost”", "75%",
        "first", "third", "90%", "6%", "56%", "Force",
    ):  # fmt: skip
        assert said in words, words
    # A share of 4% has no room for its number.
    assert " 4%" not in words
    assert words.count("Assessment team") >= 4


@pytest.mark.slow
def test_pandoc_reads_what_stands_around_the_charts(files: dict[str, Path]) -> None:
    done = subprocess.run(
        [require("pandoc"), "-t", "plain", "--wrap=none", str(files["charts"])],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    around = [line for line in done.stdout.splitlines() if line.strip()]
    assert [line.split("\u2002")[0] for line in around if line.startswith("Figure")] == [
        f"Figure\u00a0{n}" for n in range(2, 6)
    ]
    assert around.count("Filled: sure; hatched: open. Sources: the author.") == 4


def test_readers_of_words_find_what_stands_around_the_charts(files: dict[str, Path]) -> None:
    mammoth, docx2python = pytest.importorskip("mammoth"), pytest.importorskip("docx2python")
    with files["charts"].open("rb") as stream:
        by_mammoth = mammoth.extract_raw_text(stream).value
    with docx2python.docx2python(files["charts"]) as read:
        by_docx2python = read.text
    for text in (by_mammoth, by_docx2python):
        assert text.count("Filled: sure; hatched: open.") == 4 and "Much is open" in text


def test_writing_does_not_load_what_is_slow_to_load() -> None:
    code = (
        "import sys, briefgen.docx;print([m for m in ('docx', 'pptx', 'openpyxl', 'xlsxwriter') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
