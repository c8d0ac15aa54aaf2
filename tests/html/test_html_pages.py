"""What a page is made of: each block and inline beside its markup, and the page around them."""

import re
from base64 import b64decode, b64encode
from hashlib import sha256

import pytest
from tests.factory import C, H, P, R, T, box, bullets, document, figure, table
from tests.html.every_block import marked
from tests.html.reading import page

from briefgen.document import (
    Block,
    Callout,
    Caption,
    Contents,
    Heading,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paged,
    Paragraph,
    Quotation,
    Reference,
    Row,
    Running,
    Table,
    TitleBlock,
)
from briefgen.html import write
from briefgen.theme import Theme


def main_of(theme: Theme, *blocks: Block, notes: tuple[str, ...] = ()) -> str:
    """The markup of the main landmark, in one line."""
    text = write(document(*blocks, notes=notes), theme).decode()
    inside = text.partition('<main id="_text" tabindex="-1">')[2].partition("</main>")[0]
    return inside.replace("\n", "")


INLINES: list[tuple[str, Inlines, str]] = [
    ("text", T("a < b & “c”"), "a &lt; b &amp; “c”"),
    ("emphasis", T("*a*"), "<em>a</em>"),
    ("strong and emphasis", (marked("strong", "emphasis", text="a"),), "<strong><em>a</em></strong>"),
    ("code", (marked("code", text="a"),), "<code>a</code>"),
    ("a kind of statement", (marked("judgement", text="a"),), '<span class="judgement">a</span>'),
    ("a kind of statement, stressed", (marked("judgement", "emphasis", text="a"),),
     '<span class="judgement"><em>a</em></span>'),
    ("a sign and its tone", (marked("sign", "for", text="▲ "),), '<span class="sign for">▲ </span>'),
    ("another language", (marked(text="Ausländer", lang="de"),), '<span lang="de">Ausländer</span>'),
    ("another language, stressed", (marked("emphasis", text="élan", lang="fr"),), '<em lang="fr">élan</em>'),
    ("from right to left", (marked(text="مرحبا", lang="ar"),), '<span lang="ar" dir="rtl">مرحبا</span>'),
    ("the document's own language", (marked(text="a", lang="en-CA"),), "a"),
    ("no language at all", (marked(text="a", lang="not a language"),), "a"),
    ("a forced line end", (*T("a"), LineBreak(), *T("b")), "a<br>b"),
    ("a link outward", T("[a](https://example.org/?b=c&d)"),
     '<a href="https://example.org/?b=c&amp;d" rel="noreferrer">a</a>'),
    ("a mailbox", T("[a](mailto:b@example.org)"), '<a href="mailto:b@example.org" rel="noreferrer">a</a>'),
    ("a link without words", (Link((), "https://example.org"),), ""),
    ("a link inward", T("[a](#gaps)"), '<a href="#gaps">a</a>'),
    ("a link to nowhere", T("[a](#nowhere)"), "a"),
    ("a script", T("[a](javascript:alert)"), "a"),
    ("a page, with words for it", (Reference("gaps", "the gaps"),), '<a href="#gaps">the gaps</a>'),
    ("a page, without words for it", (Reference("gaps"),), '<a href="#gaps">Gaps</a>'),
    ("words for where there are pages", (Paged(T("on page 3"), T("under [Gaps](#gaps)")),),
     'under <a href="#gaps">Gaps</a>'),
    ("a page of nothing", (Reference("nowhere"),), "–"),
    ("a control character", T("a\x07b\x00c"), "a\ufffdb\ufffdc"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [row[1:] for row in INLINES], ids=[row[0] for row in INLINES])
def test_inlines(theme: Theme, content: Inlines, expected: str) -> None:
    found = main_of(theme, Paragraph(content), H("Gaps"))
    assert found == f'<p>{expected}</p><section><h2 id="gaps">Gaps</h2></section>'


BLOCKS: list[tuple[str, tuple[Block, ...], str]] = [
    ("paragraphs by their roles", (P("a"), P("b", "lead"), P("c", "small"), P("d", "label")),
     '<p>a</p><p class="lead">b</p><p class="small">c</p><p class="label">d</p>'),
    ("sections by headings", (P("a"), H("B"), P("b"), H("C", 2), P("c"), H("D"), P("d")),
     '<p>a</p><section><h2 id="b">B</h2><p>b</p><section><h3 id="c">C</h3><p>c</p></section></section>'
     '<section><h2 id="d">D</h2><p>d</p></section>'),
    ("a level left out leaves no gap", (H("A"), H("B", 4)),
     '<section><h2 id="a">A</h2><section><h3 id="b">B</h3></section></section>'),
    ("a heading without words is a place", (Heading(1, T(" "), "a"), P("b")),
     '<section><div id="a"> </div><p>b</p></section>'),
    ("bullets and numbers", (bullets("a", "b"), List((Item((P("c"),)),), ordered=True, start=4)),
     '<ul><li><p>a</p></li><li><p>b</p></li></ul><ol start="4"><li><p>c</p></li></ol>'),
    ("items with labels", (List((Item((P("a"),), "i)", "x"),)),),
     '<ul role="list" class="labelled"><li id="x"><span class="item-label">i)</span><div><p>a</p></div></li></ul>'),
    ("the bottom line", (box("Bottom line", P("a"), H("B", 2)),),
     '<section class="callout decision" aria-labelledby="_callout-1">'
     '<h2 id="_callout-1" class="callout-title">Bottom line</h2><p>a</p><h3 id="b">B</h3></section>'),
    ("a remark under a heading", (H("A"), box("B", P("b"), kind="remark")),
     '<section><h2 id="a">A</h2><section class="callout remark" role="note" aria-labelledby="_callout-1">'
     '<h3 id="_callout-1" class="callout-title">B</h3><p>b</p></section></section>'),
    ("a callout without a title", (Callout("decision", (), (P("a"),)),),
     '<section class="callout decision"><p>a</p></section>'),
    ("a quotation", (Quotation((P("a"),), T("B")), Quotation((P("c"),))),
     '<figure class="quotation"><blockquote><p>a</p></blockquote>'
     '<figcaption class="attribution">B</figcaption></figure>'
     "<blockquote><p>c</p></blockquote>"),
    ("a page break", (PageBreak(),), '<div class="page-break"></div>'),
    ("a second title", (P("a"), TitleBlock(T("Kind"), T("Title"))),
     '<p>a</p><div class="title-block"><p class="kind">Kind</p><p class="title">Title</p></div>'),
    ("the words of an anchor that is no id", (Heading(1, T("A"), "ça va"), Paragraph(T("[b](#ça va)"))),
     '<section><h2 id="a-va">A</h2><p><a href="#a-va">b</a></p></section>'),
    ("two anchors that would be one id", (H("A", anchor="x y"), H("B", anchor="x-y"), Paragraph(T("[c](#x-y)"))),
     '<section><h2 id="x-y">A</h2></section><section><h2 id="x-y-2">B</h2><p><a href="#x-y-2">c</a></p></section>'),
    ("the same anchor twice", (H("A", anchor="x"), H("B", anchor="x"), Paragraph(T("[c](#x)"))),
     '<section><h2 id="x">A</h2></section><section><h2 id="_heading-1">B</h2><p><a href="#x">c</a></p></section>'),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "expected"), [row[1:] for row in BLOCKS], ids=[row[0] for row in BLOCKS])
def test_blocks(theme: Theme, blocks: tuple[Block, ...], expected: str) -> None:
    assert main_of(theme, *blocks) == expected


def test_a_picture_is_inside_the_page(theme: Theme) -> None:
    shown = figure("A “bar”", "Figure 1: Three of five", "bars")
    held = page(write(document(shown), theme)).find(".//figure")
    assert held.get("id") == "bars"
    assert [child.tag for child in held] == ["figcaption", "img"]
    assert held.find("figcaption").text_content() == "Figure 1 Three of five"
    picture = held.find("img")
    assert (picture.get("alt"), picture.get("width"), picture.get("height")) == ("A “bar”", "800", "300")
    assert b64decode(picture.get("src").removeprefix("data:image/png;base64,")) == shown.picture.png


# Tables


def test_a_table_names_its_rows_and_columns(theme: Theme) -> None:
    given = table(
        "Option | Means", "Team | It looks.", "Force | It goes.", caption="Table 1: Options", key="Key.", anchor="t"
    )
    held = page(write(document(given), theme)).get_element_by_id("t")
    grid = held.find(".//table")
    assert grid.find("caption").text_content() == "Table 1 Options"
    assert [(cell.text_content(), cell.get("scope")) for cell in grid.iter("th")] == [
        ("Option", "col"), ("Means", "col"), ("Team", "row"), ("Force", "row"),
    ]  # fmt: skip
    assert [(cell.text_content(), cell.get("data-label")) for cell in grid.iter("td")] == [
        ("It looks.", None),  # a card with one cell under its name needs no label
        ("It goes.", None),
    ]
    assert held.find("p[@class='key']").text_content() == "Key."


def test_the_rows_of_a_narrow_table_become_cards_and_stay_a_table(theme: Theme) -> None:
    given = table("Option | Means | Weight", "Team | It looks. | 20", aligns="llr")
    grid = page(write(document(given), theme)).find(".//table")
    assert grid.getparent().get("class") == "frame cards"
    roles = [element.get("role") for element in grid.iter() if element.get("role")]
    assert roles == ["table", "rowgroup", "row", *["columnheader"] * 3, "rowgroup", "row", "rowheader", "cell", "cell"]
    assert [cell.get("data-label") for cell in grid.iter("td")] == ["Means", "Weight"]
    assert [cell.get("class") for cell in grid.iter("td")] == [None, "right"]


@pytest.mark.parametrize(
    "given",
    [
        table(" | ".join("ABCDEFG"), " | ".join("1234567"), caption="Table 1: Many columns"),
        Table((), (), (Row((C("a", colspan=2),)), Row((C("b"), C("c")))), Caption("Table 1", T("A cell across two"))),
        table("A | B | C", " | ".join(("internationalisations",) * 3), caption="Table 1: Long words"),
    ],
    ids=["many columns", "cells across", "long words"],
)  # fmt: skip
def test_a_table_that_may_be_too_wide_scrolls_where_a_keyboard_gets_at_it(theme: Theme, given: Table) -> None:
    tree = page(write(document(given), theme))
    frame = tree.find(".//table").getparent()
    assert "scrolls" in frame.get("class").split()
    assert (frame.get("role"), frame.get("tabindex")) == ("region", "0")
    assert tree.get_element_by_id(frame.get("aria-labelledby")).tag == "caption"


def test_words_over_a_column_are_those_of_all_rows_of_the_head(theme: Theme) -> None:
    head = (
        Row((C("Party", header=True, rowspan=2), C("Options", header=True, colspan=2))),
        Row((C("Team", header=True), C("Force", header=True))),
    )
    given = Table((), head, (Row((C("A", header=True), C("for"), C("against"))),))
    grid = page(write(document(given), theme)).find(".//table")
    assert [cell.get("data-label") for cell in grid.iter("td")] == ["Options, Team", "Options, Force"]
    assert [cell.get("scope") for cell in grid.iter("th")] == ["col", "colgroup", "col", "col", "row"]


def test_a_cell_under_one_that_reaches_down_keeps_its_columns_alignment(theme: Theme) -> None:
    given = table("Party | Weight", aligns="lr")
    body = (Row((C("A", header=True, rowspan=2), C("1"))), Row((C("2"),)))
    grid = page(write(document(Table(given.columns, given.head, body)), theme)).find(".//table")
    assert [cell.get("class") for cell in grid.iter("td")] == ["right", "right"]


def test_a_table_is_described_to_those_who_cannot_see_it(theme: Theme) -> None:
    given = Table((), (), (Row((C("a"),)),), description="One row.")
    tree = page(write(document(given), theme))
    said = tree.get_element_by_id(tree.find(".//table").get("aria-describedby"))
    assert (said.text, said.get("hidden")) == ("One row.", "")


def test_shares_of_the_width_are_classes_since_no_element_may_bear_a_style(theme: Theme) -> None:
    given = table("A | B", "a | b")
    columns = tuple(type(column)(share=share) for column, share in zip(given.columns, (0.255, None), strict=True))
    text = write(document(Table(columns, given.head, given.body)), theme).decode()
    assert '<colgroup><col class="w26"><col></colgroup>' in text
    assert ".w26 { width: 26%; }" in text


# Notes


def test_notes_and_their_marks_lead_to_each_other(every: bytes) -> None:
    tree = page(every)
    marks = tree.xpath("//*[@role='doc-noteref']")
    assert [mark.text for mark in marks] == ["1", "1", "2", "3", "1", "2", "3", "2"]
    for mark in marks:
        assert tree.get_element_by_id(mark.get("href")[1:]).tag == "li"
        assert mark.get("aria-label") == f"Note {mark.text}"
    for back in tree.xpath("//*[@role='doc-endnotes']//*[@role='doc-backlink']"):
        assert tree.get_element_by_id(back.get("href")[1:]).get("role") == "doc-noteref"
        assert back.text in back.get("aria-label")


def test_each_cited_note_waits_in_short(every: bytes) -> None:
    waiting = page(every).findall(".//template")
    assert [each.get("id") for each in waiting] == ["_note-1", "_note-2", "_note-3"]
    assert waiting[0].text_content().startswith("1 The article, line\u00a01: “an assessment team”.")
    assert waiting[0].find(".//a[@class='whole']").get("href") == "#note-1"


def test_marks_side_by_side_do_not_read_as_one_number(theme: Theme) -> None:
    tree = page(write(document(P("a^1^2"), notes=("x", "y")), theme))
    assert tree.find(".//main/p").text_content() == "a1,2"


def test_a_document_without_end_notes_gets_them_from_the_notes(theme: Theme) -> None:
    tree = page(write(document(P("a^1 b^1.2 c^2"), notes=("first", "second")), theme))
    assert tree.find(".//main//h2").text == "Notes"
    assert [item.get("id") for item in tree.iterfind(".//ol/li")] == ["note-1", "note-2"]
    assert [link.get("href") for link in tree.iterfind(".//li//a")] == ["#cite-1-1", "#cite-1-2", "#cite-2-1"]
    assert [mark.get("href") for mark in tree.iterfind(".//sup/a")] == ["#note-1", "#note-1", "#note-2"]


def test_a_mark_without_a_note_is_a_number(theme: Theme) -> None:
    assert main_of(theme, P("a^4")) == '<p>a<sup id="cite-4-1">4</sup></p>'


# The page


def test_the_page_says_what_it_is(every: bytes) -> None:
    tree = page(every)
    assert every.startswith(b'<!doctype html>\n<html lang="en-CA"')
    assert tree.find("head/title").text == "A force, a team or nothing"
    said = {meta.get("name"): meta.get("content") for meta in tree.iter("meta") if meta.get("name")}
    assert (said["author"], said["generator"], said["dcterms.date"]) == ("The office", "briefgen", "2022-10-28")
    assert said["color-scheme"] == "light dark"


def test_the_landmarks_of_a_page(every: bytes) -> None:
    body = page(every).find("body")
    assert [child.tag for child in body if child.tag not in ("template", "script")] == [
        "a",
        "header",
        "nav",
        "main",
        "footer",
    ]
    assert (body[0].text, body[0].get("href")) == ("Skip to the text", "#_text")
    assert [heading.text for heading in body.iter("h1")] == ["A force, a team or nothing"]


def test_the_interface_speaks_the_language_of_the_document(theme: Theme) -> None:
    french = page(write(document(H("Ici"), lang="fr-CA"), theme))
    assert french.find(".//nav").get("aria-label") == "Dans cette note"


def test_contents_are_the_headings_nested_and_named_as_the_document_asks(every: bytes) -> None:
    nav = page(every).find(".//nav")
    assert nav.get("aria-label") == nav.find(".//summary").text == "In this paper"
    top = nav.find("details/ol")
    assert [item[0].text for item in top] == ["How the options compare", "Gaps, and what would close them", "Notes"]
    assert [link.get("href") for link in top[0].iterfind("ol//a")] == ["#by-party"]  # down to the depth asked for


def test_lists_of_tables_stand_where_the_document_has_them(theme: Theme) -> None:
    inner = table("A", "b", caption="Table 2: Inner", anchor="two")
    blocks = (
        Contents(T("Tables"), of="tables"),
        table("A", "b", caption="Table 1: First", anchor="one"),
        box("B", inner),
    )
    nav = page(write(document(*blocks), theme)).find(".//main//nav")
    assert nav.get("aria-label") == "Tables"
    found = [(link.text, link.get("href")) for link in nav.iterfind(".//a")]
    assert found == [("Table 1 · First", "#one"), ("Table 2 · Inner", "#two")]


def test_a_page_without_headings_has_no_contents(theme: Theme) -> None:
    assert page(write(document(P("a")), theme)).find(".//nav") is None


@pytest.mark.parametrize(
    ("blocks", "title", "expected"),
    [
        ((TitleBlock(T("Kind"), T("From the block")),), "From the file", "From the block"),
        ((TitleBlock(T("Kind"), ()),), "From the file", "From the file"),
        ((P("a"),), "From the file", "From the file"),
        ((P("a"),), " ", "briefgen"),
    ],
)
def test_every_page_has_one_title(theme: Theme, blocks: tuple[Block, ...], title: str, expected: str) -> None:
    tree = page(write(document(*blocks, title=title), theme))
    assert [heading.text_content() for heading in tree.iter("h1")] == [expected]


def test_marking_and_status_stand_above_and_below(every: bytes) -> None:
    body = page(every).find("body")
    for place in (body.find("header"), body.find("footer")):
        assert [each.text for each in place.find_class("marking")] == ["TLP:AMBER+STRICT"]
        assert [each.text for each in place.find_class("status")] == ["Draft"]
    assert "REF-1\u00a0· edition\u00a02\u00a0· as of\u00a028\u00a0October 2022" in body.find("footer").text_content()
    assert b"--marking: #FFC000;" in every


def test_spaces_at_which_no_line_ends_are_written_so(theme: Theme) -> None:
    given = document(P("On 4 March."), Paragraph((R("Vrai ?", lang="fr"),)))
    assert [each.text_content() for each in page(write(given, theme)).findall(".//main/p")] == [
        "On 4\u00a0March.", "Vrai\u202f?",
    ]  # fmt: skip


def test_a_cleared_brief_without_marking_has_no_bar(theme: Theme) -> None:
    tree = page(write(document(P("a")), theme))
    assert tree.find_class("bar") == []
    assert tree.find("body").get("class") is None


def test_nothing_is_loaded_and_only_the_pages_own_style_and_script_run(every: bytes) -> None:
    tree = page(every)
    policy = tree.find(".//meta[@http-equiv]").get("content")
    text = every.decode()
    for name in ("style", "script"):
        content = re.search(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)[1]
        hashed = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{hashed}'" in policy
    assert policy.startswith("default-src 'none';")
    sources = [each.get(name) for each in tree.iter() for name in ("src", "href") if each.get(name)]
    assert {each.partition(":")[0] for each in sources if not each.startswith("#")} == {"data", "https", "mailto"}
    assert "url(" not in text
    assert not [each for each in tree.iter() if each.get("style")]


def test_words_of_the_margins_are_strings_whatever_they_hold(theme: Theme) -> None:
    running = Running(header=T('"; } </style><script>'), footer=T("a\\b\n"), marking='x"}', page="{page} <{pages}>")
    text = write(document(P("a"), running=running), theme).decode()
    assert text.count("</style>") == text.count("</script>") == 1
    assert '@top-left { content: "\\22 \\3b  \\7d  \\3c /style\\3e \\3c script\\3e "' in text
    assert 'counter(page) " \\3c " counter(pages) "\\3e "' in text


def test_the_same_document_gives_the_same_bytes(theme: Theme, every: bytes) -> None:
    from tests.html.every_block import every_block

    assert write(every_block(), theme) == every
