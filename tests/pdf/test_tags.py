"""The structure tree: tags, text and order."""

import pytest
from hypothesis import given
from tests.factory import C, H, P, R, T, box, bullets, document, figure, table
from tests.hypothesis_profiles import examples
from tests.pdf.brief import brief
from tests.pdf.structure import actual_text, artifacts, orders, spoken
from tests.strategies import documents

from briefgen.document import Cell, Column, Document, Paragraph, Quotation, Row, Table, TitleBlock, TitleEntry
from briefgen.pdf.writer import write
from briefgen.theme import Theme


def tree(theme: Theme, *blocks, **given) -> str:  # type: ignore[no-untyped-def]
    """The tree in one line: `Document(Sect(H1"Title" P"Words"))`."""
    out, depth = [], -1
    for one in actual_text(write(document(*blocks, **given), theme)):
        out.append(")" * (depth - one.depth) + ("(" if one.depth > depth else " ") + one.tag)
        if one.text.strip():
            out.append(f'"{" ".join(one.text.split())}"')
        depth = one.depth
    return "".join(out)[1:].replace(" )", ")") + ")" * depth


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([P("Words.")], 'Document(P"Words.")'),
        ([H("One"), P("a"), H("Deep", 2), P("b"), H("Two"), P("c")],
         'Document(Sect(H1"One" P"a" Sect(H2"Deep" P"b")) Sect(H1"Two" P"c"))'),
        ([TitleBlock(T("Kind"), T("Title"), T("Why?"), (TitleEntry(T("By"), T("me")),)), H("One"), H("Skipped", 3)],
         'Document(P"Kind" H1"Title" P"Why?" P"By" P"me" Sect(H2"One" Sect(H3"Skipped")))'),
        ([bullets("a", "b")], 'Document(L(LI(Lbl"•" LBody"a") LI(Lbl"•" LBody"b")))'),
        ([box("Title", P("a"))], 'Document(Div(P"Title" P"a"))'),
        ([Quotation((P("Said."),), T("Who"))], 'Document(BlockQuote(P"Said." P"Who"))'),
        ([table("A", "b", caption="Table 1: C", key="k")],
         'Document(Table(Caption"Table 1 C" THead(TR(TH"A")) TBody(TR(TH"b"))) P"k")'),
        ([figure(caption="Figure 1: C")], 'Document(Caption"Figure 1 C" Figure)'),
        ([P("a [b](https://example.org/) c")], 'Document(P"a b c"(Link"b"))'),
    ],
)  # fmt: skip
def test_blocks_become_elements(theme: Theme, blocks: list, expected: str) -> None:  # type: ignore[type-arg]
    assert tree(theme, *blocks) == expected


def test_a_note_follows_the_paragraph_of_its_mark(theme: Theme) -> None:
    assert tree(theme, P("a^1"), P("b^1.2"), notes=["n"]) == (
        'Document(P"a1"(Reference"1"(Link"1")) Note(Lbl"1" P"n") P"b1"(Reference"1"(Link"1")))'
    )


def test_a_note_of_a_cell_is_in_the_cell(theme: Theme) -> None:
    assert 'TD"b1"(Reference"1"(Link"1") Note(Lbl"1" P"n"))' in tree(theme, table("A | B", "a | b^1"), notes=["n"])


def test_headers_and_spans_of_cells_are_tagged(theme: Theme) -> None:
    wide = Table(
        (Column(), Column(), Column()),
        (Row((C("A", header=True, colspan=2), C("B", header=True))),),
        (Row((C("r", header=True, rowspan=2), C("x"), C("y"))), Row((C("z"), Cell()))),
    )
    cells = [one for one in actual_text(write(document(wide), theme)) if one.tag in ("TH", "TD")]
    found = [(one.tag, one.text, one.attributes) for one in cells]
    assert found == [
        ("TH", "A", {"Scope": "/Column", "ColSpan": 2}), ("TH", "B", {"Scope": "/Column"}),
        ("TH", "r", {"Scope": "/Row", "RowSpan": 2}), ("TD", "x", {}), ("TD", "y", {}), ("TD", "z", {}), ("TD", "", {}),
    ]  # fmt: skip


def test_positions_without_a_cell_are_tagged_as_empty_cells(theme: Theme) -> None:
    ragged = Table((Column(), Column()), (), (Row((C("a"),)), Row((C("b"), C("c"), C("d")))))
    tags = [one.tag for one in actual_text(write(document(ragged), theme)) if one.tag in ("TR", "TD")]
    assert tags == ["TR", "TD", "TD", "TD"] * 2


def test_figures_have_descriptions_and_bounding_boxes(theme: Theme) -> None:
    (one,) = [one for one in actual_text(write(document(figure("Three of seven")), theme)) if one.tag == "Figure"]
    assert one.attributes["Alt"] == "Three of seven"
    left, bottom, right, top = one.attributes["BBox"]  # type: ignore[misc]
    assert left == pytest.approx(theme.page.left, abs=0.01) and right > left and top > bottom


def test_text_in_another_language_is_tagged(theme: Theme) -> None:
    pdf = write(document(Paragraph((R("He said "), R("au revoir", lang="fr-CA"), R(".")))), theme)
    (span,) = [one for one in actual_text(pdf) if one.tag == "Span"]
    assert (span.text.strip(), span.attributes["Lang"]) == ("au revoir", "fr-CA")


def test_capitals_and_hyphenated_words_are_extracted_as_written(theme: Theme) -> None:
    narrow = table("Option | B", "a | interdepartmental", shares=(0.88, 0.12))
    assert ("TH", "Option") in spoken(write(document(narrow), theme))
    assert spoken(write(document(narrow), theme))[-1] == ("TD", "interdepartmental")


def test_repeated_headers_and_margins_are_artifacts(theme: Theme) -> None:
    pdf = write(document(table("Party | Position", *["Canada | supports"] * 90), title="The title"), theme)
    assert [text for tag, text in spoken(pdf) if tag == "TH"].count("Party") == 1
    _, second, *_ = artifacts(pdf)
    assert "Party" in second and "The title" in second and "Canada" not in second


def test_characters_that_no_font_has_are_extracted(theme: Theme) -> None:
    assert spoken(write(document(P("Salam: مرحبا بكم.")), theme)) == [("P", "Salam: مرحبا بكم.")]


def test_the_brief_is_tagged_in_reading_order(theme: Theme) -> None:
    pdf = write(brief(2), theme)
    for numbers in orders(pdf).values():
        assert numbers == sorted(numbers)
    text = [text for _, text in spoken(pdf)]
    assert text[0] == "Options paper"
    assert text[2].endswith("send an assessment team, or join a multinational force?")
    assert text[-1] == "the mandate is not stated."


@examples(0.12, shrink=False)
@given(documents())
def test_the_tree_and_the_pages_are_in_one_order_for_any_document(theme: Theme, made: Document) -> None:
    for numbers in orders(write(made, theme)).values():
        assert numbers == list(range(len(numbers)))
