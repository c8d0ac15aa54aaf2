"""What a person finds in the sample brief when it is opened in Word, feature by feature."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from tests.docx.linter import faults
from tests.docx.sample import PAGES, body, brief, cell, figure_of, head, png, said, small, word
from tests.factory import figure

from briefgen import docx
from briefgen.document import (
    Block,
    Callout,
    Caption,
    Cell,
    Column,
    Contents,
    Figure,
    Heading,
    Item,
    Link,
    List,
    Note,
    NoteMark,
    PageBreak,
    Paragraph,
    Properties,
    Reference,
    Row,
    Run,
    Running,
    Table,
    TitleBlock,
    TitleEntry,
    plain,
)  # fmt: skip
from briefgen.fonts import capitals, file_of, load
from briefgen.locale import tied
from briefgen.ooxml.tags import W, w
from briefgen.theme import Theme


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def made(theme: Theme, *blocks: Block, **more: object) -> bytes:
    """A file of some blocks; it is sound."""
    document = msgspec.structs.replace(brief(), blocks=blocks, **{"notes": (), **more})
    data = docx.write(document, theme, "a4", PAGES)
    assert faults(data) == []
    return data


def xpath(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces={"w": W})


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


# Notes


def test_a_first_citation_sets_a_footnote_and_a_repeat_refers_to_it(theme: Theme) -> None:
    notes = (Note(1, (said("one"),)), Note(2, (said("two"),)))
    data = made(
        theme, body(said("a"), NoteMark(1, 1), said("b"), NoteMark(2, 1), said("c"), NoteMark(1, 2)), notes=notes
    )
    root = part(data)
    assert xpath(root, "//w:footnoteReference/@w:id") == ["1", "2"]
    assert xpath(root, "//w:instrText/text()") == [" NOTEREF _Cite1_1 \\f \\h "]
    assert xpath(root, "//w:bookmarkStart/@w:name") == ["_Cite1_1", "_Cite2_1", "_Cite1_2"]
    texts = ["".join(n.itertext()).strip() for n in part(data, "word/footnotes.xml")]
    assert texts == ["", "", "one", "two"]


def test_two_notes_side_by_side_do_not_read_as_one_number(theme: Theme) -> None:
    data = made(theme, body(said("a"), NoteMark(1, 1), NoteMark(2, 1)), notes=(Note(1, ()), Note(2, ())))
    assert xpath(part(data), "//w:t/text()") == ["a", ","]


def test_notes_keep_their_numbers_where_they_are_not_cited_in_order(theme: Theme) -> None:
    data = made(theme, body(NoteMark(2, 1), said("x"), NoteMark(1, 1)), notes=(Note(1, ()), Note(2, ())))
    assert xpath(part(data), "//w:footnoteReference/@w:customMarkFollows") == ["1", "1"]
    assert xpath(part(data), "//w:footnoteReference/following-sibling::w:t/text()") == ["2", "1"]


def test_a_mark_without_a_note_still_shows_its_number(theme: Theme) -> None:
    assert xpath(part(made(theme, body(NoteMark(7, 1)))), "//w:t/text()") == ["7"]


def test_the_words_of_a_note_are_indented_from_its_number(theme: Theme) -> None:
    data = made(theme, body(said("a"), NoteMark(1, 1)), notes=(Note(1, (said("one"),)),))
    (indent,) = xpath(part(data, "word/styles.xml"), "w:style[@w:styleId = 'FootnoteText']/w:pPr/w:ind")
    assert indent.get(w("left")) == indent.get(w("hanging")) == "272"
    (note,) = xpath(part(data, "word/footnotes.xml"), "w:footnote[@w:id = '1']")
    assert [etree.QName(each).localname for each in xpath(note, "w:p/w:r/*[not(self::w:rPr)]")] == [
        "footnoteRef", "tab", "t",
    ]  # fmt: skip


# Links, references, contents, captions


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#gaps", "_gaps"),
        ("#nowhere", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
    ],
)
def test_links_lead_to_allowed_places_only(theme: Theme, target: str, leads_to: str | None) -> None:
    data = made(theme, Heading(1, (word("Gaps"),), "gaps"), body(Link((said("here"),), target)))
    links = xpath(part(data), "//w:hyperlink")
    relations = part(data, "word/_rels/document.xml.rels").xpath("//@Target")
    anchors = [link.get(w("anchor")) for link in links]
    assert (leads_to in anchors or leads_to in relations) if leads_to else not links
    assert "here" in xpath(part(data), "//w:t/text()")


def test_the_page_of_an_anchor_is_a_field_that_holds_what_our_layout_found(theme: Theme) -> None:
    data = made(theme, Heading(1, (), "gaps"), Heading(1, (), "new"), body(Reference("gaps"), Reference("new")))
    assert xpath(part(data), "//w:instrText/text()") == [" PAGEREF _gaps \\h ", " PAGEREF _new \\h "]
    assert xpath(part(data), "//w:t/text()") == ["3", "–"]


def test_contents_are_filled_with_headings_down_to_their_depth_and_no_note_numbers(theme: Theme) -> None:
    blocks = (Contents((word("Contents"),), 2), Heading(1, (word("Gaps"), NoteMark(1, 1)), "gaps"),
              Heading(2, (word("Under"),), "change"), Heading(3, (word("Deep"),), "deep"))  # fmt: skip
    root = part(made(theme, *blocks, notes=(Note(1, ()),)))
    assert xpath(root, "//w:docPartGallery/@w:val") == ["Table of Contents"]
    entries = xpath(root, "//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC') and @w:val != 'TOCHeading']]")
    assert ["".join(xpath(e, ".//w:t/text()")) for e in entries] == ["Gaps3", "Under3"]
    assert not xpath(part(made(theme, *blocks), "word/settings.xml"), "//w:updateFields")


def test_no_break_is_forced_before_the_contents(theme: Theme) -> None:
    """The first page of Haiti spilled over by a line where our fonts were missing; a break after it left that line
    alone on a page. What leads to the contents stays with it instead; a break elsewhere stands."""
    blocks = (body(said("full")), PageBreak(), body(said("how to read")), Contents((word("In this paper"),), 1),
              Heading(1, (word("Gaps"),), "gaps"), PageBreak(), body(said("next")))  # fmt: skip
    root = part(made(theme, *blocks))
    assert ["".join(p.itertext()) for p in xpath(root, "//w:p[w:pPr/w:pageBreakBefore]")] == ["next"]
    kept = ["".join(xpath(p, ".//w:t/text()")) for p in xpath(root, "//w:p[w:pPr/w:keepNext]")]
    assert kept == ["how to read", "In this paper"]


def test_a_list_of_figures_is_one_that_word_can_update(theme: Theme) -> None:
    shown = figure(caption="Figure 1: A field", anchor="field")
    data = made(theme, Contents((word("Figures"),), of="figures"), shown)
    root = part(data)
    assert xpath(root, "//w:instrText/text()")[:2] == [' TOC \\h \\z \\c "Figure" ', " PAGEREF _field \\h "]
    (style,) = xpath(part(data, "word/styles.xml"), "//w:style[w:name/@w:val = 'table of figures']/@w:styleId")
    entries = xpath(root, f"//w:p[w:pPr/w:pStyle[@w:val = '{style}']]")
    assert ["".join(xpath(e, ".//w:t/text()")) for e in entries] == ["Figure 1 · A field1"]


@pytest.mark.parametrize(
    ("words", "target", "code"),
    [
        ((said("Table 3"),), "#parties", [" REF _Ref1 \\h \\* MERGEFORMAT "]),
        ((said("Table "), said("3", "strong")), "#parties", []),  # two looks, of which a field keeps one
        ((said("Table 4"),), "#parties", []),
        ((said("the parties"),), "#parties", []),
        ((said("Table 3"),), "#gaps", []),
    ],
)
def test_the_label_of_a_caption_is_referred_to_by_a_field_other_words_by_a_link(
    theme: Theme, words: tuple[Run, ...], target: str, code: list[str]
) -> None:
    table = Table((Column(),), (), (Row((cell(said("x")),)),), Caption("Table 3", (said("Where"),)), (), "parties")
    root = part(made(theme, Heading(1, (word("Gaps"),), "gaps"), body(said("See "), Link(words, target)), table))
    (paragraph,) = xpath(root, "//w:p[w:pPr/w:pStyle/@w:val = 'BodyText'][starts-with(., 'See')]")
    assert xpath(paragraph, ".//w:instrText/text()") == code
    assert len(xpath(paragraph, ".//w:hyperlink")) == (not code)
    assert "".join(xpath(paragraph, ".//w:t/text()")).replace("\u00a0", " ") == f"See {plain(words)}"
    assert set(xpath(paragraph, ".//w:rStyle/@w:val")) == {"BriefCrossReference"}


def test_an_anchor_that_is_called_as_word_calls_its_bookmarks_is_not_taken_for_a_label(theme: Theme) -> None:
    table = Table((Column(),), (), (Row((cell(said("x")),)),), Caption("Table 1", (said("Where"),)), (), "ref1")
    root = part(made(theme, table, body(Link((said("Table 1"),), "#ref1"), Link((said("where"),), "#ref1"))))
    assert xpath(root, "//w:bookmarkStart/@w:name") == ["_ref1", "_Ref2"]
    assert " REF _Ref2 \\h \\* MERGEFORMAT " in xpath(root, "//w:instrText/text()")
    assert xpath(root, "//w:hyperlink/@w:anchor") == ["_ref1"]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Table 1", [" SEQ Table \\* ARABIC "]),
        ("Tableau 4", [" SEQ Table \\* ARABIC \\r 4 "]),
        ("Annex", []),
        ("Table 01x", []),
    ],
)
def test_the_number_of_a_caption_is_counted_by_word(theme: Theme, label: str, code: list[str]) -> None:
    table = Table((Column(),), (), (Row((cell(said("x")),)),), Caption(label, (said("What it shows"),)))
    root = part(made(theme, table))
    assert xpath(root, "//w:instrText/text()") == code
    assert "".join(xpath(root, "/w:document/w:body/w:p[1]//w:t/text()")) == f"{tied(label, 'en')}\u2002What it shows"
    assert xpath(root, "//w:tblCaption/@w:val") == [f"{label} What it shows"]


# Tables


def test_a_head_repeats_and_no_row_breaks(theme: Theme) -> None:
    root = part(made(theme, Table((Column(), Column()), (head("a", "b"),), (Row((cell(said("x")), cell(said("y")))),))))
    assert len(xpath(root, "//w:tblHeader")) == 1
    assert len(xpath(root, "//w:cantSplit")) == 2
    assert xpath(root, "//w:tr[1]//w:keepNext")


def test_spans_become_grid_spans_and_vertical_merges(theme: Theme) -> None:
    rows = (
        Row((Cell((body(said("a")),), rowspan=2), cell(said("b"), colspan=2))),
        Row((cell(said("c")), cell(said("d")))),
    )
    root = part(made(theme, Table((Column(), Column(), Column()), (), rows)))
    assert xpath(root, "//w:gridSpan/@w:val") == ["2"]
    assert [v.get(w("val")) for v in xpath(root, "//w:vMerge")] == ["restart", None]


def test_a_row_of_a_hundred_cells_has_no_table_of_more_than_the_63_columns_that_word_opens(theme: Theme) -> None:
    root = part(made(theme, Table((), (), (Row(tuple(cell(said(f"c{n}")) for n in range(100))),))))
    assert all(len(xpath(table, "w:tblGrid/w:gridCol")) <= 63 for table in xpath(root, "//w:tbl"))
    assert list(dict.fromkeys(xpath(root, "//w:t/text()"))) == [f"c{n}" for n in range(100)]


@pytest.mark.parametrize(("sentences", "kept"), [(1, [True, False, False, True, False]), (60, [False] * 5)])
def test_low_rows_do_not_stand_alone_beside_a_page_break(theme: Theme, sentences: int, kept: list[bool]) -> None:
    """High ones may: two kept together left half a page blank before them."""
    rows = tuple(Row((cell(said(f"row {n}")), cell(said("It says so. " * sentences)))) for n in range(5))
    root = part(made(theme, Table((Column(), Column()), (), rows)))
    assert [bool(xpath(row, ".//w:keepNext")) for row in xpath(root, "//w:tr")] == kept


def test_shares_of_the_author_are_kept_and_widths_fill_the_column_of_text(theme: Theme) -> None:
    table = Table(
        (Column(share=0.5), Column(), Column()), (), (Row((cell(said("a")), cell(said("b")), cell(said("c")))),)
    )
    widths = [int(width) for width in xpath(part(made(theme, table)), "//w:gridCol/@w:w")]
    assert sum(widths) == 11906 - 2 * 1530
    assert abs(widths[0] - sum(widths) / 2) <= 2


def test_two_tables_in_a_row_stay_two(theme: Theme) -> None:
    table = Table((Column(),), (), (Row((cell(said("x")),)),))
    assert len(xpath(part(made(theme, table, table)), "/w:document/w:body/w:tbl")) == 2


def test_grounds_and_alignment(theme: Theme) -> None:
    table = Table((Column("right"),), (), (Row((cell(figure_of("5"), ground="for"),)),))
    root = part(made(theme, table))
    assert xpath(root, "//w:tc//w:shd/@w:fill") == ["DCEBF1"]
    assert xpath(root, "//w:tc//w:jc/@w:val") == ["right"]


# Lists, callouts, pages, pictures


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


# Looks


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


# Margins


def test_marking_and_status_stand_on_every_page_and_the_title_from_the_second(theme: Theme, sample: bytes) -> None:
    said_in = {
        name: " ".join(" ".join(xpath(part(sample, f"word/{name}.xml"), "//w:t/text()")).split())
        for name in ("header-first", "header-default", "footer-first", "footer-default")
    }
    title = "Haiti: answering the request for an international force"
    assert said_in == {
        "header-first": "Draft TLP:CLEAR",
        "header-default": f"{title} Draft TLP:CLEAR How the options compare",
        "footer-first": "Options paper · edition 1 · as of 28 October 2022 TLP:CLEAR 1 of 1",
        "footer-default": "Options paper · edition 1 · as of 28 October 2022 TLP:CLEAR 1 of 1",
    }
    styles = part(sample, "word/styles.xml")
    marking = xpath(styles, "//w:style[@w:styleId='BriefMarking']/w:rPr")[0]
    assert xpath(marking, "w:shd/@w:fill") + xpath(marking, "w:color/@w:val") + xpath(marking, "w:sz/@w:val") == [
        "000000", "FFFFFF", "24",
    ]  # fmt: skip


def test_the_marking_never_touches_what_stands_beside_it(theme: Theme, sample: bytes) -> None:
    """In LibreOffice, without our fonts, a footer read “as of 28 October 2022TLP:CLEAR”: the words reached past the tab
    stop in the middle, and a tab beyond its stop has no width."""
    for name in ("header-first", "footer-first", "footer-default"):
        texts = xpath(part(sample, f"word/{name}.xml"), "//w:t/text()")
        assert texts[texts.index("TLP:CLEAR") - 1].isspace(), name


def test_a_long_footer_leaves_the_marking_a_line_of_its_own(theme: Theme) -> None:
    running = Running(footer=(word("A long line " * 6),), marking="TLP:AMBER+STRICT", page="p. {page}")
    footer = part(made(theme, running=running), "word/footer-default.xml")
    assert len(xpath(footer, "w:p")) == 2


@pytest.mark.parametrize(
    ("title", "section", "lines"),
    [
        ("A night bus for Lindby", "Notes", ["A night bus for Lindby · Notes Draft TLP:GREEN"]),
        ("Haiti: answering the request for international troops", "Option: Multinational force", [
            "Haiti: answering the request for international troops Draft TLP:GREEN", "Option: Multinational force",
        ]),
        ("Long " * 20 + "title", "Notes", ["Draft TLP:GREEN", "Long " * 20 + "title · Notes"]),
        ("", "Notes", ["Notes Draft TLP:GREEN"]),
    ],
)  # fmt: skip
def test_a_header_is_parted_where_the_widest_letters_would_break_it(
    theme: Theme, title: str, section: str, lines: list[str]
) -> None:
    """In LibreOffice with DejaVu alone, the marking of Haiti's decision note stood at the head of the text, below the
    line that had no room for it. Where the labels had a line of their own, the title stood close upon the text."""
    running = Running(header=(word(title),) if title else (), marking="TLP:GREEN", status="Draft")
    header = part(made(theme, Heading(1, (word(section),), "x"), running=running), "word/header-default.xml")
    shown = [" ".join(" ".join(xpath(line, ".//w:t/text()")).split()) for line in xpath(header, "w:p")]
    assert shown == lines
    assert len(xpath(header, ".//w:ptab")) == 1


@pytest.mark.parametrize("marking", ["", "TLP:AMBER+STRICT"])
def test_a_page_stands_at_the_right_where_the_middle_is_empty(theme: Theme, marking: str) -> None:
    """In the Spanish briefs LibreOffice set it in the middle: a tab to the right is a plain tab to it, and went to the
    next stop of the style."""
    running = Running(footer=(word("A long line " * 6),), marking=marking, page="p. {page}")
    data = made(theme, running=running)
    stops = xpath(part(data, "word/styles.xml"), "w:style[@w:styleId='Footer']//w:tab[@w:val='center']/@w:pos")
    first, *others = xpath(part(data, "word/footer-default.xml"), "w:p")
    assert xpath(first, ".//w:ptab/@w:alignment") == ["right"]
    assert xpath(first, "w:pPr/w:tabs/w:tab[@w:val='clear']/@w:pos") == stops
    assert [xpath(each, ".//w:tabs") for each in others] == [[]] * bool(marking)


@pytest.mark.parametrize(("section", "distance"), [("Gaps", "800"), ("An issue " * 12, "620")])
def test_a_header_of_two_lines_begins_higher(theme: Theme, section: str, distance: str) -> None:
    """It touched the table below it."""
    running = Running(header=(word("A title of a brief"),), marking="TLP:RED")
    root = part(made(theme, Heading(1, (word(section),), "x"), running=running))
    assert xpath(root, "//w:pgMar/@w:header") == [distance]


def test_the_header_names_the_section_that_the_page_is_in(theme: Theme) -> None:
    """By a field that Word fills for each page; without any heading it would print an error, so then there is none."""
    running = Running(header=(word("Title"),))
    some = part(made(theme, Heading(1, (word("Gaps"),), "gaps"), running=running), "word/header-default.xml")
    assert [code.split() for code in xpath(some, "//w:instrText/text()")] == [["TITLE"], ["STYLEREF", "1"]]
    none = part(made(theme, body(said("x")), running=running), "word/header-default.xml")
    assert [code.split() for code in xpath(none, "//w:instrText/text()")] == [["TITLE"]]


def test_a_heading_without_words_gives_the_header_no_section(theme: Theme) -> None:
    """It is the first of its level, and the section after it is too long for the line."""
    running = Running(header=(word("Title"),), marking="TLP:RED")
    headings = Heading(1, (word(""),), "empty"), Heading(1, (word("An issue " * 12),), "issue")
    root = part(made(theme, *headings, running=running), "word/header-default.xml")
    lines = [" ".join(" ".join(xpath(line, ".//w:t/text()")).split()) for line in xpath(root, "w:p")]
    assert lines == ["Title TLP:RED", ("An issue " * 12).strip()]


def test_a_table_too_wide_for_the_page_turns_it_with_its_headings(theme: Theme) -> None:
    def table(name: str) -> Table:
        return Table(
            (Column(),) * 7, (), (Row((cell(said(name)), *[cell(said("interdepartmental"))] * 6)),), anchor=name
        )

    blocks = (body(said("before")), Heading(1, (word("Wide"),), "h"), table("wide"), table("too"), body(said("after")))
    document = msgspec.structs.replace(brief(), blocks=blocks, notes=())
    data = docx.write(document, theme)
    assert faults(data) == []
    root = part(data)
    sections = xpath(root, "//w:sectPr")
    assert [s.getparent().tag == w("pPr") for s in sections] == [True, True, False]
    assert [xpath(s, "w:pgSz/@w:orient") for s in sections] == [[], ["landscape"], []]
    # The header and footer of the turned page reach as far as its text; those after it are the first ones again.
    assert [len(xpath(s, "w:headerReference")) for s in sections] == [2, 1, 1]
    refs = [xpath(s, "w:headerReference[@w:type = 'default']/@*[local-name() = 'id']") for s in sections]
    assert refs[0] == refs[2] != refs[1]
    assert [len(xpath(s, "w:titlePg")) for s in sections] == [1, 0, 0]
    texts = ["".join(xpath(e, ".//w:t/text()")) or "|" * len(xpath(e, ".//w:sectPr")) for e in root[0]]
    assert [t.replace("interdepartmental", "") for t in texts if t] == [
        "before", "|", "Wide", "wide", "too", "|", "after",
    ]  # fmt: skip
    width = 16838 - 2 * 1530
    for margin in ("header", "footer"):
        assert str(width) in xpath(part(data, f"word/{margin}-default-turned.xml"), "//w:tab[@w:val = 'right']/@w:pos")
    assert [sum(map(int, xpath(t, "w:tblGrid/w:gridCol/@w:w"))) for t in xpath(root, "//w:tbl")] == [width, width]


def test_letter_is_letter(theme: Theme) -> None:
    size = xpath(part(docx.write(brief(), theme, "letter")), "//w:pgSz")[0]
    assert (size.get(w("w")), size.get(w("h"))) == ("12240", "15840")


def test_an_empty_document_still_opens(theme: Theme) -> None:
    assert xpath(part(made(theme)), "count(/w:document/w:body/w:p)") == 1
    assert xpath(part(made(theme, Paragraph(()))), "count(/w:document/w:body/w:p)") == 1


def test_no_row_of_a_table_stands_alone_on_a_page(theme: Theme) -> None:
    """In Word a row stays with the next one where its paragraphs do: the first, and the last but one."""
    rows = tuple(Row((Cell((Paragraph((word(text),)),)),)) for text in "abcde")
    root = part(made(theme, Table((Column(),), (), rows)))
    assert ["".join(p.itertext()) for p in xpath(root, "//w:tc/w:p[w:pPr/w:keepNext]")] == ["a", "d"]


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
