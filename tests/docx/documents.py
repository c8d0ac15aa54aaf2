"""Documents of every kind of block with text that means harm."""

from hypothesis import strategies as st
from tests.docx.sample import png
from tests.strategies import tried, unprinted

from briefgen.document import (
    Authored,
    Callout,
    Caption,
    Card,
    Cell,
    Column,
    Columns,
    ColumnsCell,
    Computed,
    Contents,
    Document,
    Figure,
    Heading,
    Item,
    LineBreak,
    Link,
    List,
    Note,
    NoteMark,
    PageBreak,
    Paged,
    Paragraph,
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

HOSTILE = (
    "", " ", "<w:p/>", "]]>", "&amp;", '" onload="', "\x00\x01\x0b", "\ud800", "\ufffe", "a\r\nb\tc", "\u202eabc",
    "{page}", "x" * 10_000, "\\h \\* MERGEFORMAT", "’", "🙂", "%1.", "é\u0301", "\u00ad", "..//", "\u2028",
)  # fmt: skip
ANCHORS = ("", "gaps", "GAPS", "a b", "é", "cite-1-1", "x" * 60, "x" * 61, "1", "_")
MARKS = ("emphasis", "strong", "code", "muted", "sign", "for", "against", "mixed", "judgement",
         "assumption", "computed", "inferred")  # fmt: skip
TARGETS = (
    "#gaps", "#nowhere", "#cite-1-1", "#cite-2-1", "https://example.org/a b?c=<d>&e=\"f\"#g#h", "http://[",
    "mailto:a@b.ca", "javascript:alert(1)", "file:///etc/passwd", "https://user:pw@example.org", "https://ex ample.org",
    "HTTP://exämple.org/ü", "https://example.org:99999/%zz",
    "https://example.org/" + "x" * 3_000, "//example.org", "\x00",
)  # fmt: skip
LANGS = ("", "en", "fr-CA", "ar", "ja", "not a language", "\x00", "x-private")

text = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec=None), max_size=20))
anchor = st.sampled_from(ANCHORS)
origin = st.one_of(
    st.builds(Authored, text), st.builds(TemplateText, text, st.integers(0, 9)), st.builds(Computed, text)
)
run = st.builds(Run, text, origin, st.frozensets(st.sampled_from(MARKS), max_size=3), st.sampled_from(LANGS))
inline = st.one_of(
    run,
    run,
    st.builds(Link, st.tuples(run), st.sampled_from(TARGETS)),
    st.builds(NoteMark, st.integers(-1, 4), st.integers(1, 3)),
    st.just(LineBreak()),
    st.builds(Reference, anchor, text),
    st.builds(Paged, st.tuples(run, st.builds(Reference, anchor, text)), st.tuples(run)),
)
inlines = st.lists(inline, max_size=4).map(tuple)
paragraph = st.builds(Paragraph, inlines, st.sampled_from(["body", "lead", "small", "label"]))
caption = st.one_of(
    st.none(),
    st.builds(Caption, st.sampled_from(["Table 1", "Tableau 07", "Figure 12345678901", "", "<&> 2"]), inlines),
)
leaf = st.one_of(
    paragraph,
    paragraph,
    st.builds(Heading, st.integers(0, 5), inlines, anchor),
    st.builds(Contents, inlines, st.integers(0, 7)),
    st.just(PageBreak()),
    st.builds(Figure, st.sampled_from([png(1, 1), png(3, 900), png(2_000, 2)]), text, caption, anchor),
    st.builds(
        TitleBlock, inlines, inlines, inlines, st.lists(st.builds(TitleEntry, inlines, inlines), max_size=6).map(tuple)
    ),
)


def _holders() -> st.SearchStrategy:
    held = st.lists(block, max_size=2).map(tuple)
    spans = st.sampled_from([1, 1, 1, 2, 3, 70, 0, -1, 10**9])
    cell = st.builds(Cell, held, st.booleans(), spans, spans, st.sampled_from(["", "tint", "for", "against", "mixed"]))
    rows = st.lists(st.builds(Row, st.lists(cell, max_size=4).map(tuple)), max_size=3).map(tuple)
    column = st.builds(
        Column, st.sampled_from(["left", "right", "center"]), st.sampled_from([None, None, 0.2, 0.9, 5.0, 0.0, -1.0])
    )
    item = st.builds(Item, held, st.one_of(st.just(""), text), anchor)
    return st.one_of(
        st.builds(
            List, st.lists(item, max_size=3).map(tuple), st.booleans(), st.sampled_from([1, 0, -5, 7, 10**12]),
            st.sampled_from(["", "notes"]),
        ),
        st.builds(
            Table, st.lists(column, max_size=4).map(tuple), rows, rows, caption,
            st.lists(paragraph, max_size=2).map(tuple), anchor, text,
        ),
        st.builds(Callout, st.sampled_from(["decision", "remark"]), inlines, held),
        st.builds(Card, inlines, held, st.sampled_from(["plain", "recommended"])),
        st.builds(Columns, st.lists(st.builds(ColumnsCell, held), max_size=4).map(tuple)),
        st.builds(Quotation, held, inlines),
    )  # fmt: skip


block: st.SearchStrategy = unprinted(st.deferred(lambda: st.one_of(leaf, leaf, _holders())))
documents = tried(st.builds(
    Document,
    st.sampled_from(LANGS),
    st.builds(
        Properties, text, text, text, st.lists(text, max_size=2).map(tuple),
        st.sampled_from(["", "2022-10-28", "soon"]), text, text, text, text,
    ),
    st.builds(
        Running, inlines, inlines, st.sampled_from(["{page} / {pages}", "{page}{page}", "{x", "", "<{pages}>"]), text,
        st.sampled_from(["#FFFFFF", "#FFC000"]), text,
    ),
    st.lists(block, max_size=5).map(tuple),
    st.lists(inlines, max_size=3).map(lambda all_: tuple(Note(n, content) for n, content in enumerate(all_, start=1))),
))  # fmt: skip
