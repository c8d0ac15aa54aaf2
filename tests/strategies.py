# ruff: noqa: E501  (lists of samples)
"""Documents for hypothesis: every kind of block, words of many kinds, and text that means harm.

`documents()` gives any Document that the model admits; `documents(words=fair_words)` keeps to characters that every
format can carry, for tests that compare what formats say.

A document that fails is told in a line, with the file that it was kept in: printed whole, it takes minutes and helps
nobody.
"""

import datetime as dt
import pickle
import tempfile
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path

from hypothesis import strategies as st
from tests.factory import png

from briefgen.document import (
    Acceptability,
    Authored,
    Block,
    Callout,
    Caption,
    Card,
    Cell,
    Chart,
    Column,
    Columns,
    ColumnsCell,
    Computed,
    Contents,
    Contributions,
    Course,
    Document,
    Figure,
    Heading,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    Moment,
    Note,
    NoteMark,
    PageBreak,
    Paragraph,
    Picture,
    Portion,
    Properties,
    Quotation,
    Ranked,
    Reference,
    Row,
    Run,
    Running,
    Scored,
    Sensitivity,
    Table,
    TemplateText,
    Timeline,
    TitleBlock,
    TitleEntry,
    Turn,
    Weighed,
)  # fmt: skip

MARKS = ("emphasis", "strong", "code", "muted", "sign", "for", "against", "mixed", "judgement", "assumption", "computed",
         "inferred")  # fmt: skip
"""Every mark of a run."""

ANCHORS = ("", "a", "b", "gaps", "gaps", "cite-1-1", "note-1", "note-2", "<x>", "é")

TARGETS = ("#a", "#gaps", "#note-1", "#nowhere", "#", "", "https://example.org/a?b=(c)#d", "HTTP://exämple.org/ü \\(", "mailto:a@b.ca",
           "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", " https://example.org", "\x00")  # fmt: skip

_FAIR = (
    "the team", "Haiti", "a", "Ottawa has agreed to send an “assessment team”", "gov’t", "55–80\u202f%", "1\u00a0000",
    "interdepartmental responsibilities", "well-known", "and/or", "Ça, c’est où\u202f?", "Ağrı", "Αθήνα", "Київ", "▲", "▽ against",
    "straße", "œuvre", "e\u0301te\u0301", "no", "—", "…", " spaced  out ", " ", "(", ")", "\\", "100 %", "x" * 60,
    "https://example.org/" + "path/" * 12,
)  # fmt: skip

HOSTILE = (
    "", "\x00", "\x07\x1b[31m", "\ud800", "\ufffe", "\ufeff", "\ue000", "a\r\nb\tc\u2028d", "\u202eabc", "{page} {pages}", "<b>x</b>",
    "]]>", "&amp;", "(((", "\\\\)", "EMC Q ET", "مرحبا", "שלום", "日本語の文", "🙂👩‍👩‍👧", "\u00ad", "so\u00adft", "\u200b", "A\u0300\u0301\u0302" * 9, "%PDF-",
    "x" * 900, "\U0010ffff", "\u0378", "ﬁ", "ŉ", "İ", "10\u2011year", "\u2003", "𝒳",
)  # fmt: skip
"""Text that has broken programs: controls, surrogates, scripts that need shaping, and the syntax of formats."""

_PHRASES = tuple(
    " ".join(_FAIR[(start * 7 + step * (start % 5 + 1)) % len(_FAIR)] for step in range(length))
    for start, length in enumerate((1, 2, 3, 5, 8, 12, 20, 40) * 8)
)
"""Made beforehand: a generator that joins words for each run takes most of a test's time."""

fair_words = st.sampled_from((*_FAIR, *_PHRASES))
"""What an author may well write."""

any_words = st.one_of(
    st.sampled_from((*_FAIR, *_PHRASES, *HOSTILE)),
    st.sampled_from((*_PHRASES, *HOSTILE)),
    st.text(st.characters(codec=None), max_size=6),
)
"""Anything at all."""


def _pictures() -> st.SearchStrategy[Picture]:
    return st.sampled_from((png(), png(3, 900), png(900, 3), png(5, 5, alpha=True), _broken_picture()))


def charts(labels: st.SearchStrategy[Inlines], most: int = 12, dates: int = 40) -> st.SearchStrategy[Chart]:
    """Charts of up to `most` options and criteria, and up to so many dates; values are such as an analysis gives."""
    days = st.dates(dt.date(1804, 1, 1), dt.date(2400, 12, 31)) | st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 1))
    moments = st.builds(
        Moment, labels, labels, st.none() | days, st.sampled_from(("event", "event", "deadline", "as-of"))
    )

    @st.composite
    def contributions(draw: st.DrawFn) -> Contributions:
        parts = draw(st.lists(st.integers(1, 40), min_size=1, max_size=most))
        weights = [100 * part / sum(parts) for part in parts]

        def scored() -> Scored:
            portions = []
            for weight in weights:
                low, high = sorted(draw(st.tuples(st.integers(0, 4), st.integers(0, 4))))
                empty = draw(st.booleans())
                portions.append(Portion(0, weight, True) if empty else Portion(weight * low / 4, weight * high / 4))
            return Scored(draw(labels), tuple(portions), draw(labels), draw(labels | st.just(())))

        options = draw(st.integers(1, most))
        criteria = tuple(Weighed(draw(labels), weight, f"{weight:g}") for weight in weights)
        return Contributions(criteria, tuple(scored() for _option in range(options)), draw(labels))

    scores = st.tuples(st.floats(0, 100), st.floats(0, 100)).map(sorted).map(tuple)
    courses = st.builds(Course, labels, scores, scores, st.booleans())
    turns = st.builds(Turn, st.floats(0, 100), st.floats(0, 100), labels)
    sensitivities = st.builds(
        Sensitivity, st.lists(courses, min_size=1, max_size=most).map(tuple), st.floats(0, 100), labels,
        st.lists(turns, max_size=3).map(tuple), labels, labels,
    )  # fmt: skip

    @st.composite
    def acceptabilities(draw: st.DrawFn) -> Acceptability:
        options = draw(st.integers(1, most))
        ranked = []
        for _option in range(options):
            parts = draw(st.lists(st.integers(0, 9), min_size=options, max_size=options).filter(any))
            ranked.append(Ranked(draw(labels), tuple(part / sum(parts) for part in parts)))
        return Acceptability(tuple(draw(labels) for _rank in range(options)), tuple(ranked))

    timelines = st.builds(Timeline, st.lists(moments, min_size=1, max_size=dates).map(tuple))
    return st.one_of(timelines, contributions(), sensitivities, acceptabilities())


_LANGS = ("", "", "", "fr", "en-GB", "de-CH", "ar", "not a language")


def documents(words: st.SearchStrategy[str] = any_words, most: int = 8) -> st.SearchStrategy[Document]:
    """Documents of up to `most` blocks at the top level."""
    anchors = st.sampled_from(ANCHORS)
    origins = st.one_of(st.builds(Authored, words), st.just(TemplateText()), st.builds(Computed, words))
    runs = st.builds(Run, words, origins, st.frozensets(st.sampled_from(MARKS), max_size=2), st.sampled_from(_LANGS))
    inline = st.one_of(
        runs, runs, runs,
        st.builds(Link, st.lists(runs, max_size=2).map(tuple), st.sampled_from(TARGETS)),
        st.builds(NoteMark, st.integers(0, 6), st.integers(1, 3)),
        st.builds(NoteMark, st.integers(1, 4), st.just(1)),
        st.just(LineBreak()),
        st.builds(Reference, anchors, words),
    )  # fmt: skip
    inlines: st.SearchStrategy[Inlines] = st.lists(inline, max_size=5).map(tuple)
    paragraphs = st.builds(Paragraph, inlines, st.sampled_from(("body", "body", "lead", "small", "label")))
    captions = st.one_of(st.none(), st.builds(Caption, words, inlines))
    pictures = st.one_of(_pictures(), charts(inlines, most=4, dates=6))
    leaves = unprinted(st.one_of(
        paragraphs,
        paragraphs,
        st.builds(Heading, st.integers(1, 4), inlines, anchors),
        st.builds(Contents, inlines, st.integers(0, 5), st.sampled_from(("headings", "tables", "figures"))),
        st.just(PageBreak()),
        st.builds(Figure, pictures, words, captions, anchors, st.lists(paragraphs, max_size=2).map(tuple)),
        st.builds(
            TitleBlock, inlines, inlines, inlines,
            st.lists(st.builds(TitleEntry, inlines, inlines), max_size=7).map(tuple),
        ),
    ))  # fmt: skip

    def holding(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
        inside = st.lists(inner, max_size=3).map(tuple)
        rows = st.lists(st.builds(Row, st.lists(_cells(inner), max_size=4).map(tuple)), max_size=4).map(tuple)
        columns = st.builds(
            Column, st.sampled_from(("left", "right", "center")),
            st.sampled_from((None, None, None, 0.25, 0.9, 0.0, -1.0, float("nan"), float("inf"))),
        )  # fmt: skip
        shares = st.sampled_from((1.0, 1.0, 1.0, 2.5, 0.01, 0.0, -1.0, float("nan"), float("inf"), 1e308))
        items = st.builds(Item, inside, st.one_of(st.just(""), words), anchors)
        # Of paragraphs: where what is repeated held tables and contents, a page of words came to hundreds of pages, or
        # thousands, and veraPDF was minutes over one of them.
        few = st.lists(_cells(paragraphs), min_size=1, max_size=5)
        # More columns than a page holds, and sometimes than a page turned sideways holds.
        wide = st.builds(
            _repeated_table, st.integers(6, 45), st.lists(few, max_size=2), st.lists(few, max_size=4), captions
        )
        return unprinted(st.one_of(
            st.builds(List, st.lists(items, max_size=4).map(tuple), st.booleans(), st.integers(-1, 120),
                      st.sampled_from(("", "", "notes"))),
            st.builds(Table, st.lists(columns, max_size=4).map(tuple), rows, rows, captions,
                      st.lists(paragraphs, max_size=2).map(tuple), anchors, words),
            wide,
            st.builds(Callout, st.sampled_from(("decision", "remark")), inlines, inside),
            st.builds(Card, inlines, inside, st.sampled_from(("plain", "recommended"))),
            st.builds(
                Columns, st.lists(st.builds(ColumnsCell, inside, shares), max_size=4).map(tuple),
                st.sampled_from(("narrow", "normal", "wide")),
            ),
            st.builds(Quotation, inside, inlines),
        ))  # fmt: skip

    blocks = st.recursive(leaves, holding, max_leaves=8)
    notes = st.lists(inlines, max_size=5).map(
        lambda contents: tuple(Note(number, content) for number, content in enumerate(contents, 1))
    )
    properties = st.builds(
        Properties,
        words,
        words,
        words,
        st.lists(words, max_size=2).map(tuple),
        st.sampled_from(("", "2022-10-28", "soon")),
    )
    runnings = st.builds(
        Running, inlines, inlines, st.sampled_from(("{page} / {pages}", "page {page} of {pages}", "", "{x")), words,
        st.sampled_from(("#FFFFFF", "#FFC000", "white")), st.one_of(st.just(""), st.just("Draft"), words),
    )  # fmt: skip
    whole = st.builds(
        Document,
        st.sampled_from(("en", "fr-CA", "de", "", "x y")),
        properties,
        runnings,
        st.lists(blocks, max_size=most).map(tuple),
        notes,
    )

    return tried(whole)


class Tried(Document, frozen=True):
    """A document that says where it is kept, and keeps itself when it is asked."""

    def __repr__(self) -> str:
        """What it is in a line, and how to have it again."""
        # The fields, not the value: whoever reads the file need not have this class.
        whole = pickle.dumps(Document(*(getattr(self, name) for name in Document.__struct_fields__)))
        path = Path(tempfile.gettempdir()) / f"briefgen-{sha256(whole).hexdigest()[:12]}.pickle"
        path.write_bytes(whole)
        kinds = " ".join(type(block).__name__ for block in self.blocks)
        return f"<a document of {kinds or 'no blocks'}: pickle.loads(Path({str(path)!r}).read_bytes())>"


def tried(whole: st.SearchStrategy[Document]) -> st.SearchStrategy[Document]:
    """The strategy for documents that say where they are kept. What `map` returns, hypothesis prints by what it was
    made from."""

    @st.composite
    def documents(draw: st.DrawFn) -> Document:
        return _afresh(draw(whole))

    return documents()


def _afresh(made: Document) -> Tried:
    """The document without hypothesis' memory of how each part of it was made: to print that takes minutes."""
    parts = pickle.loads(pickle.dumps(tuple(getattr(made, name) for name in Document.__struct_fields__)))
    return Tried(*parts)


def unprinted(strategy: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """The strategy under a short name: what is recursive prints its parts again and again, megabytes of them."""

    @st.composite
    def blocks(draw: st.DrawFn) -> Block:
        return draw(strategy)

    return blocks()


def _cells(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Cell]:
    return st.builds(
        Cell, st.lists(blocks, max_size=3).map(tuple), st.booleans(), st.sampled_from((1, 1, 1, 2, 3, 0, 70)),
        st.sampled_from((1, 1, 1, 2, 5, -1)), st.sampled_from(("", "", "tint", "for", "against", "mixed")),
    )  # fmt: skip


def _repeated_table(columns: int, head: list[list[Cell]], body: list[list[Cell]], caption: Caption | None) -> Table:
    """A table of many columns; each row repeats its few cells."""
    rows = [[Row(tuple(islice(cycle(cells), columns))) for cells in rows] for rows in (head, body)]
    return Table((Column(),) * columns, tuple(rows[0]), tuple(rows[1]), caption)


def _broken_picture() -> object:
    whole = png()
    return type(whole)(whole.png[:40], whole.width, whole.height)
