"""What a person finds in the sample brief when it is opened in Word, feature by feature."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.docx.linter import faults
from tests.docx.sample import PAGES, body, brief, head, png, said, small, word
from tests.docx.written import made, part, xpath

from briefgen import docx
from briefgen.document import (
    Block,
    Callout,
    Column,
    Figure,
    Heading,
    Item,
    List,
    Note,
    NoteMark,
    PageBreak,
    Paragraph,
    Properties,
    Table,
    TitleBlock,
    TitleEntry,
)  # fmt: skip
from briefgen.fonts import capitals, file_of, load
from briefgen.ooxml.tags import w
from briefgen.theme import Theme


def test_the_sample_is_sound(sample: bytes) -> None:
    assert faults(sample) == []


def test_python_docx_opens_it_and_finds_words_styles_and_properties(sample: bytes) -> None:
    document = pytest.importorskip("docx").Document(io.BytesIO(sample))
    assert [p.style.name for p in document.paragraphs[:3]] == ["Document Type", "Title", "Subtitle"]
    assert document.paragraphs[1].text == "Haiti: answering the request for an international force"
    assert [len(t.columns) for t in document.tables] == [4, 4, 4, 4]
    assert document.core_properties.title.startswith("Haiti")
    assert document.core_properties.language == "en-CA"
    assert document.core_properties.created.isoformat() == "2022-10-28T00:00:00+00:00"
    assert document.sections[0].different_first_page_header_footer


def test_a_date_that_is_missing_is_a_fixed_one_never_the_clock(theme: Theme) -> None:
    core = part(made(theme, properties=Properties("t")), "docProps/core.xml")
    assert "1980-01-01T00:00:00Z" in core.xpath("//text()")


def test_files_of_one_document_are_equal_to_the_byte(theme: Theme, sample: bytes) -> None:
    assert docx.write(brief(), theme, "a4", PAGES) == sample


def test_content_types_come_first_and_no_file_bears_a_date_of_today(sample: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(sample)) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert [i.filename for i in infos[1:]] == sorted(i.filename for i in infos[1:])
    assert {i.date_time for i in infos} == {(1980, 1, 1, 0, 0, 0)}


def test_each_numbered_list_starts_at_its_own_number(theme: Theme) -> None:
    items = (Item((body(said("x")),)),)
    data = made(theme, List(items, True), List(items, True, 5), List(items))
    numbering = part(data, "word/numbering.xml")
    assert xpath(numbering, "//w:startOverride/@w:val") == ["1", "5"]
    assert len(set(xpath(part(data), "//w:numId/@w:val"))) == 3


def test_lists_deeper_than_word_knows_keep_their_text(theme: Theme) -> None:
    block: Block = body(said("deep"))
    for _ in range(30):
        block = List((Item((block,)),))
    root = part(made(theme, block))
    assert xpath(root, "//w:t/text()") == ["deep"]
    assert max(map(int, xpath(root, "//w:ind/@w:left"))) < 8846


def test_a_callout_is_paragraphs_of_one_box_and_never_a_table(theme: Theme) -> None:
    root = part(made(theme, Callout("decision", (word("Bottom line"),), (body(said("Go.")), small(said("Likely."))))))
    assert xpath(root, "//w:pStyle/@w:val") == ["BriefDecisionTitle", "BriefDecision", "BriefDecisionSmall"]
    styles = part(made(theme), "word/styles.xml")
    boxes = [
        etree.tostring(box) for box in xpath(styles, "//w:style[starts-with(@w:styleId, 'BriefDecision')]//w:pBdr")
    ]
    assert len(boxes) == 3
    assert len(set(boxes)) == 1  # else Word draws three boxes


def test_in_a_callout_nothing_white_shows_around_a_list(theme: Theme) -> None:
    items = List((Item((body(said("a")),)), Item((body(said("b")),))))
    root = part(
        made(theme, Callout("remark", (word("T"),), (body(said("x")), body(said("y")), items, body(said("z")))))
    )
    without_space = [
        p for p in xpath(root, "//w:p") if p.find(f"{w('pPr')}/{w('spacing')}[@{w('after')}='0']") is not None
    ]
    assert ["".join(p.itertext()) for p in without_space] == ["y", "a", "b"]


def test_a_decision_stays_on_one_page(theme: Theme) -> None:
    root = part(made(theme, Callout("decision", (), (body(said("x")), body(said("y")), body(said("z"))))))
    assert ["".join(p.itertext()) for p in xpath(root, "//w:p[w:pPr/w:keepNext]")] == ["x", "y"]


def test_a_page_break_is_a_property_of_what_follows(theme: Theme) -> None:
    root = part(made(theme, body(said("a")), PageBreak(), body(said("b")), PageBreak()))
    assert ["".join(p.itertext()) for p in xpath(root, "//w:p[w:pPr/w:pageBreakBefore]")] == ["b"]
    assert not xpath(root, "//w:br")


def test_a_picture_has_words_for_those_who_cannot_see_it_and_fits_the_column(theme: Theme) -> None:
    data = made(theme, Figure(png(2_000, 500), "Three bars & a line"), Figure(png(2_000, 500), "The same again"))
    root = part(data)
    assert root.xpath("//*[local-name()='docPr']/@descr") == ["Three bars & a line", "The same again"]
    assert root.xpath("//*[local-name()='extent']/@cx")[0] == str(442.3 * 12_700).partition(".")[0]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [n for n in archive.namelist() if n.endswith(".png")] == ["word/media/image1.png"]


def test_marks_are_character_styles(theme: Theme) -> None:
    root = part(made(theme, body(said("a", "judgement"), said("b", "for", "strong"), said("c", "muted"), said("d"))))
    assert [
        etree.tostring(p).decode().partition(">")[2].removesuffix("</w:rPr>") for p in xpath(root, "//w:r/w:rPr")
    ] == [
        '<w:rStyle w:val="BriefJudgement"/>',
        '<w:rStyle w:val="BriefFor"/><w:b/><w:bCs/>',
        '<w:rStyle w:val="BriefMuted"/>',
    ]


def test_strong_words_in_a_bold_cell_are_not_turned_off(theme: Theme) -> None:
    root = part(made(theme, Table((Column(),), (head("x"),), ()), Heading(1, (word("strong", "strong"),), "")))
    assert not xpath(root, "//w:rStyle[@w:val='Strong']")


def test_words_in_another_language_say_so(theme: Theme) -> None:
    root = part(made(theme, body(said("Ausländer", lang="de-AT"), said("here", lang="en-CA"), said("x", lang="<>"))))
    assert xpath(root, "//w:lang/@w:val") == ["de-AT"]


@pytest.mark.parametrize(
    ("given", "in_word"),
    [("en", "en-GB"), ("fr", "fr-FR"), ("ES", "es-ES"), ("fr-CA", "fr-CA"), ("ht", "ht"), ("sr-Latn", "sr-Latn")],
)
def test_a_language_without_a_country_has_the_dictionary_of_its_home(theme: Theme, given: str, in_word: str) -> None:
    """Word has dictionaries by country: words in `en` had none. The brief is in the language that was given all the
    same."""
    data = made(theme, body(said("in the other language", lang="de")), lang=given)
    assert xpath(part(data, "word/styles.xml"), "//w:docDefaults//w:lang/@w:val") == [in_word]
    assert xpath(part(data, "word/settings.xml"), "//w:themeFontLang/@w:val") == [in_word]
    assert xpath(part(data), "//w:lang/@w:val") == ["de-DE"]
    assert given in part(data, "docProps/core.xml").xpath("//text()")


def test_no_label_of_the_strip_breaks_where_others_have_room_to_spare(theme: Theme) -> None:
    """In quarters of the page “Información disponible al” broke, and its value stood lower than those beside it."""
    said_ = (
        ("Para decisión de", "Concejo Municipal"),
        ("Fecha límite", "23 de abril de 2026"),
        ("Información disponible al", "20 de febrero de 2026"),
        ("Se apoya en", "8 fuentes, 60 hechos"),
    )
    entries = tuple(TitleEntry((word(label),), (word(value),)) for label, value in said_)
    root = part(made(theme, TitleBlock((), (word("Title"),), (), entries)))
    widths = [int(each) / 20 for each in xpath(root, "//w:body/w:tbl[1]/w:tblGrid/w:gridCol/@w:w")]
    for width, entry in zip(widths, said_, strict=True):
        for text, look in zip(entry, (theme.styles["entry-label"], theme.styles["entry"]), strict=True):
            font = load(file_of(theme, look.face, look.strong, look.italic))
            shown = capitals(text) if look.capitals else text
            assert (font.width(shown) + look.tracking * len(shown)) * look.size <= width - theme.table.pad_x, text


def test_neighbours_of_one_look_are_one_run(theme: Theme) -> None:
    """Where a template put a count before a word, Word had two runs, not tied to each other: a line could end there."""
    words_ = (word("12"), word(" facts & "), word("1", "strong"), word(" source"), NoteMark(1, 1), word(" in all"))
    root = part(made(theme, Paragraph(words_), notes=(Note(1, (word("x"),)),)))
    assert xpath(root, "//w:body/w:p[1]/w:r/w:t/text()") == ["12\u00a0facts & ", "1", " source", " in all"]


def test_text_stays_as_it_was_written(theme: Theme) -> None:
    root = part(made(theme, body(said("<b>&amp; \x00 two  spaces\r\n\t\ud800 " + "x" * 10_000))))
    assert xpath(root, "//w:t/text()") == ["<b>&amp; \ufffd two  spaces\r\n\t\ufffd " + "x" * 10_000]


def test_letter_is_letter(theme: Theme) -> None:
    size = xpath(part(docx.write(brief(), theme, "letter")), "//w:pgSz")[0]
    assert (size.get(w("w")), size.get(w("h"))) == ("12240", "15840")


def test_an_empty_document_still_opens(theme: Theme) -> None:
    assert xpath(part(made(theme)), "count(/w:document/w:body/w:p)") == 1
    assert xpath(part(made(theme, Paragraph(()))), "count(/w:document/w:body/w:p)") == 1


def test_a_note_is_not_parted_from_its_first_or_last_line(theme: Theme) -> None:
    texts = ("fact", "one", "two", "three", "four", "caution", "cited")
    notes = List((Item(tuple(Paragraph((word(text),)) for text in texts), "1"),), ordered=True, role="notes")
    root = part(made(theme, notes))
    kept = ["".join(t.text for t in xpath(p, ".//w:t")) for p in xpath(root, "//w:body/w:p[w:pPr/w:keepNext]")]
    assert kept == ["1fact", "caution"]


def test_spaces_at_which_no_line_ends_are_written_so(theme: Theme) -> None:
    blocks = tuple(Paragraph((run,)) for run in (said("On 4 March it gave 62 percent."), said("Vrai ?", lang="fr")))
    texts = xpath(part(made(theme, *blocks)), "//w:body//w:t/text()")
    assert "On 4\u00a0March it gave 62\u00a0percent." in texts and "Vrai\u202f?" in texts


def test_a_long_brief_takes_little_memory_beyond_its_words() -> None:
    program = """
import resource
from msgspec.structs import replace
from tests.docx.sample import body, brief, plain_theme, said
from briefgen import docx
theme, short = plain_theme(), brief()
long = replace(short, blocks=tuple(body(said(f"Paragraph {number}.")) for number in range(50_000)))
docx.write(short, theme, "a4", {})
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
docx.write(long, theme, "a4", {})
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 75, f"{run.stdout.strip()} MB"
