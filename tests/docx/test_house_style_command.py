"""`render --reference` and `briefgen reference`, as a person meets them."""

import shutil
import zipfile
from pathlib import Path

import pytest
from tests.command_line import run
from tests.docx import houses
from tests.explanations.pages import BASE, TEXT
from tests.word_files import read_texts

from briefgen.docx.reference.opening import read_reference
from briefgen.docx.reference.styles import missing_styles
from briefgen.docx.theme_styles import paragraph_styles
from briefgen.theme import Theme


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("bus", "ferry"):
        (tmp_path / "all" / name / "texts").mkdir(parents=True)
        shutil.copy(BASE, tmp_path / "all" / name / "scenario.yaml")
        shutil.copy(TEXT, tmp_path / "all" / name / "texts" / "survey.txt")
    (tmp_path / "amt.dotx").write_bytes(houses.german())
    return tmp_path


def test_two_briefs_take_the_house_style_and_what_is_made_is_told_once(here: Path) -> None:
    result = run("render", "all", "--reference", "amt.dotx", "--to", "docx")
    assert result.exit_code == 0
    assert result.stdout.split() == [str(Path("briefs", name)) for name in ("bus.docx", "ferry.docx")]
    told = [line for line in result.stderr.splitlines() if "house-style-completed" in line]
    assert len(told) == 1
    assert told[0].startswith("amt.dotx: info: ") and "Lead Paragraph, " in told[0] and "heading 1" not in told[0]


@pytest.mark.parametrize(
    ("given", "code", "exit_code"),
    [("nowhere.docx", "missing-file", 2), ("all", "not-a-file", 2), ("all/bus/scenario.yaml", "unsafe-docx", 1)],
)
def test_a_file_that_is_no_house_style_is_told_and_nothing_is_written(
    here: Path, given: str, code: str, exit_code: int
) -> None:
    result = run("render", "all", "--reference", given)
    assert result.exit_code == exit_code
    assert f"[{code}]" in result.stderr
    assert not (here / "briefs").exists()


def test_fonts_are_not_embedded_with_a_house_style_and_that_is_said(here: Path) -> None:
    result = run("render", "all/bus", "--reference", "amt.dotx", "--embed-fonts", "--to", "docx")
    assert "[fonts-of-house-style]" in result.stderr
    with zipfile.ZipFile("briefs/bus.docx") as archive:
        assert not [name for name in archive.namelist() if name.endswith(".odttf")]


def test_a_pdf_needs_no_house_style(here: Path) -> None:
    assert "house-style" not in run("render", "all/bus", "--reference", "amt.dotx", "--to", "pdf").stderr


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_starter_has_every_style_and_names_it(here: Path, theme: Theme, lang: str) -> None:
    assert run("reference", "-o", "house.docx", "--lang", lang).stdout.split() == ["house.docx"]
    data = Path("house.docx").read_bytes()
    house, found = read_reference(data, "house.docx")
    assert house is not None and not found
    assert missing_styles(theme, house) == []
    texts = {words for _, words in read_texts(data)}
    own = {spec.name for spec in paragraph_styles(theme, 0) if spec.id.startswith("Brief")}
    for style, words in read_texts(data):
        # A name that is not Word's own stands in the paragraph that has it; so do those of Word that people look for.
        if style in own and not style.endswith("Label") and style != "Figure":
            assert style in words, style
    assert {"Heading 1", "Heading 4", "List Bullet", "List Number"} <= texts


def test_a_brief_in_the_style_of_the_starter_looks_as_without(here: Path) -> None:
    run("reference", "-o", "house.docx")
    assert "house-style" not in run("render", "all/bus", "--reference", "house.docx", "--to", "docx").stderr
    run("render", "all/bus", "--to", "docx", "--out", "plain")
    bodies = []
    for folder in ("briefs", "plain"):
        with zipfile.ZipFile(f"{folder}/bus.docx") as archive:
            bodies.append(archive.read("word/document.xml").partition(b"<w:sectPr")[0])
    # Numbers of lists begin after those of the house; the rest is equal to the byte.
    assert bodies[0].count(b"<w:p>") == bodies[1].count(b"<w:p>")
    assert bodies[0].count(b"w:ind ") == bodies[1].count(b"w:ind ")


def test_a_starter_that_was_edited_is_not_written_over(here: Path) -> None:
    run("reference", "-o", "house.docx")
    Path("house.docx").write_bytes(b"edited")
    assert "[edited-output]" in run("reference", "-o", "house.docx").stderr
    assert Path("house.docx").read_bytes() == b"edited"
    assert run("reference", "-o", "house.docx", "--force").exit_code == 0


def test_a_theme_names_its_house_style_from_where_it_lies(here: Path) -> None:
    Path("office").mkdir()
    Path("amt.dotx").rename("office/amt.dotx")
    Path("office/our.yaml").write_text("reference: amt.dotx\n")
    result = run("render", "all/bus", "--theme", "office/our.yaml", "--to", "docx")
    assert result.exit_code == 0, result.stderr
    with zipfile.ZipFile("briefs/bus.docx") as archive:
        assert b"berschrift1" in archive.read("word/document.xml")
