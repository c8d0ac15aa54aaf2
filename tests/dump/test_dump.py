"""The dump as people read it, and the law that documents that differ give dumps that differ."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import card, columns

from briefgen import dump as native
from briefgen.document import (
    Authored,
    Block,
    Callout,
    Caption,
    Cell,
    Column,
    Computed,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Note,
    NoteMark,
    PageBreak,
    Paged,
    Paragraph,
    Picture,
    Properties,
    Quotation,
    Reference,
    Row,
    Run,
    Running,
    Table,
    TemplateText,
    TitleBlock,
    TitleEntry,
)  # fmt: skip

PATH = Authored("options.team.summary.en")


def said(text: str, *marks: str, lang: str = "") -> Run:
    return Run(text, PATH, frozenset(marks), lang)  # type: ignore[arg-type]


def word(text: str, *marks: str) -> Run:
    return Run(text, TemplateText("note", 3), frozenset(marks))  # type: ignore[arg-type]


def body(*content: Inline) -> Paragraph:
    return Paragraph(content)


def dump(*blocks: Block, **more: object) -> str:
    document = Document("en", Properties("T"), Running(), blocks, **more)  # type: ignore[arg-type]
    text = native.write(document).decode()
    head = 'document lang=en\n  title "T"\n  page "{page} / {pages}"\n'
    assert text.startswith(head)
    return text.removeprefix(head).rstrip("\n")


INLINES = [
    (word("a template’s word"), '"a template’s word"'),
    (said("a field’s"), '@options.team.summary.en "a field’s"'),
    (Run("3 of 5", Computed("share"), frozenset()), '=share "3 of 5"'),
    (said("b", "strong", "judgement"), '@options.team.summary.en +judgement +strong "b"'),
    (said("Ausländer", lang="de"), '@options.team.summary.en lang=de "Ausländer"'),
    (Link((word("here"),), "#gaps"), '[ "here" ]("#gaps")'),
    (NoteMark(3, 1), "^3"),
    (NoteMark(3, 2), "^3.2"),
    (LineBreak(), "/"),
    (Reference("gaps", "–"), 'page-of("gaps", "–")'),
    (
        Paged((word("p. "), Reference("gaps", "–")), (word("there"),)),
        'pages{ "p. " page-of("gaps", "–") }else{ "there" }',
    ),
    (word('say "a\\b"'), '"say \\"a\\\\b\\""'),
    (word("a\u202eb\x00\n\u00a0\ud800"), '"a\\u{202E}b\\u{0000}\\n\\u{00A0}\\u{D800}"'),
]


@pytest.mark.parametrize(("inline", "shown"), INLINES, ids=[shown for _, shown in INLINES])
def test_inlines(inline: Inline, shown: str) -> None:
    assert dump(body(inline)) == f"body {shown}"


def test_an_origin_holds_until_the_next_one() -> None:
    line = dump(body(said("a"), NoteMark(1, 1), said("b"), word("c"), said("d")))
    assert line == 'body @options.team.summary.en "a" ^1 "b" ~ "c" @options.team.summary.en "d"'


BLOCKS = [
    (Heading(2, (word("Gaps"),), "gaps"), 'heading-2 #gaps "Gaps"'),
    (Paragraph((word("x"),), "small"), 'small "x"'),
    (PageBreak(), "page-break"),
    (Contents((word("Contents"),), 2), 'contents depth=2 "Contents"'),
    (Contents((word("Tables"),), of="tables"), 'contents of=tables "Tables"'),
    (
        Callout("decision", (word("Bottom line"),), (body(word("Go.")),)),
        'decision "Bottom line"\n  body "Go."',
    ),
    (card("Team", body(word("A")), kind="recommended"), 'card recommended "Team"\n  body "A"'),
    (
        columns(body(word("A")), (body(word("B")), body(word("C"))), shares=(1, 2.5), gap="narrow"),
        'columns gap=narrow\n  column: "A"\n  column share=2.5\n    body "B"\n    body "C"',
    ),
    (
        Quotation((body(word("So.")),), (word("Clesca"),)),
        'quotation\n  body "So."\n  attribution "Clesca"',
    ),
    (
        List((Item((body(word("a")),)), Item((body(word("b")), List((Item((body(word("c")),)),), True, 3))))),
        'bullets\n  - "a"\n  -\n    body "b"\n    numbered from=3\n      - "c"',
    ),
    (
        List((Item((body(word("a")),), "1", "note-1"), Item(())), role="notes"),
        'bullets notes\n  - label="1" #note-1: "a"\n  -',
    ),
    (
        TitleBlock((word("Options paper"),), (said("Haiti"),), (), (TitleEntry((word("By"),), (word("today"),)),)),
        'title-block\n  kind "Options paper"\n  title @options.team.summary.en "Haiti"\n  entry "By" | "today"',
    ),
    (
        Table(
            (Column(), Column("right", 0.25)),
            (Row((Cell((body(word("A")),), header=True, colspan=2),)),),
            (
                Row(
                    (Cell((body(word("a")),), ground="for"), Cell(rowspan=2), Cell((Paragraph((word("s"),), "small"),)))
                ),
            ),
            Caption("Table 1", (word("All"),)),
            (Paragraph((word("key"),), "small"),),
            "t",
            "rows",
        ),
        'table #t columns=left,right:0.25 description="rows"\n  caption "Table 1" "All"\n  head\n'
        '    header-cell colspan=2: "A"\n  row\n    cell ground=for: "a"\n    cell rowspan=2\n    cell: small: "s"\n'
        '  key small "key"',
    ),
    (
        Figure(Picture(b"png", 4, 3), "A bar", Caption("Figure 1"), "f"),
        'figure #f png 4×3 sha256=8f8cbb7dcf46e0bc alt="A bar"\n  caption "Figure 1"',
    ),
]


@pytest.mark.parametrize(("block", "shown"), BLOCKS, ids=[shown.partition("\n")[0] for _, shown in BLOCKS])
def test_blocks(block: Block, shown: str) -> None:
    assert dump(block) == shown


def test_notes_stand_at_the_end() -> None:
    assert dump(body(word("x")), notes=(Note(1, (word("The article"),)),)) == 'body "x"\nnote-1 "The article"'


def test_what_the_file_says_of_itself_and_its_margins() -> None:
    document = Document(
        "fr", Properties("T", "A", keywords=("a", "b"), date="2022-10-28"),
        Running((word("T"),), (word("f"),), "{page}", "TLP:CLEAR", "#FFFFFF", "Draft", "{label} (suite)"), (),
    )  # fmt: skip
    assert native.write(document).decode().splitlines() == [
        "document lang=fr", '  title "T"', '  author "A"', '  date "2022-10-28"', '  keywords "a" "b"', '  header "T"',
        '  footer "f"', '  page "{page}"', '  marking "TLP:CLEAR" colour=#FFFFFF', '  status "Draft"',
        '  continued "{label} (suite)"',
    ]  # fmt: skip


# Laws

short = st.text(st.sampled_from('a"\\ #:|~^@=+[]()\n\u202e'), max_size=3)
runs = st.builds(
    Run,
    short,
    st.one_of(st.builds(Authored, short), st.builds(Computed, short), st.just(TemplateText())),
    st.frozensets(st.sampled_from(["strong", "muted"])),
    short,
)
inlines = st.lists(
    st.one_of(
        runs,
        runs,
        st.builds(Link, st.lists(runs, max_size=2).map(tuple), short),
        st.builds(NoteMark, st.integers(1, 2), st.integers(1, 2)),
        st.just(LineBreak()),
        st.builds(Reference, short, short),
    ),
    max_size=3,
).map(tuple)
paragraphs = st.builds(Paragraph, inlines, st.sampled_from(["body", "small"]))
items = st.builds(Item, st.lists(paragraphs, max_size=2).map(tuple), short, short)
cells = st.builds(Cell, st.lists(paragraphs, max_size=2).map(tuple), st.booleans(), st.integers(1, 2))
rows = st.builds(Row, st.lists(cells, max_size=2).map(tuple))
blocks = st.one_of(
    paragraphs,
    st.builds(Heading, st.integers(1, 2), inlines, short),
    st.builds(List, st.lists(items, max_size=2).map(tuple), st.booleans(), st.integers(1, 2)),
    st.builds(Callout, st.just("remark"), inlines, st.lists(paragraphs, max_size=2).map(tuple)),
    st.builds(
        Table, st.just(()), st.just(()), st.lists(rows, max_size=2).map(tuple),
        st.one_of(st.none(), st.builds(Caption, short, inlines)), st.lists(paragraphs, max_size=1).map(tuple),
        short, short,
    ),
)  # fmt: skip
several = st.lists(blocks, max_size=3).map(tuple)


@given(several, several)
def test_dumps_are_equal_only_where_the_documents_are(one: tuple[Block, ...], other: tuple[Block, ...]) -> None:
    assert (dump(*one) == dump(*other)) == (one == other)


@given(blocks)
def test_a_change_of_one_field_shows(block: Block) -> None:
    for name, value in (("anchor", "other"), ("start", 9), ("description", "other"), ("title", (word("other"),))):
        if hasattr(block, name):
            changed = msgspec.structs.replace(block, **{name: value})
            assert dump(changed) != dump(block) or changed == block


@given(several)
def test_every_line_is_one_line_however_hostile_the_words(made: tuple[Block, ...]) -> None:
    assert all(line.isprintable() for line in dump(*made).split("\n"))
