"""Notes, links, contents and captions of a brief in Word."""

import pytest
from lxml import etree
from tests.docx.sample import body, cell, said, word
from tests.docx.written import made, part, xpath
from tests.factory import figure

from briefgen.document import (
    Caption,
    Column,
    Contents,
    Heading,
    Link,
    Note,
    NoteMark,
    PageBreak,
    Reference,
    Row,
    Run,
    Table,
    plain,
)  # fmt: skip
from briefgen.locale import tied
from briefgen.ooxml.tags import w
from briefgen.theme import Theme


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
