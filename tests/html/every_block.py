"""A brief with every kind of block, mark and address, made by hand, for tests and for a person at the screen."""

from tests.drawn import CHARTS
from tests.factory import C, H, P, T, box, bullets, card, columns, document, figure, table

from briefgen.document import (
    Authored,
    Caption,
    Cell,
    Column,
    Contents,
    Document,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    Mark,
    PageBreak,
    Paged,
    Paragraph,
    Quotation,
    Reference,
    Row,
    Run,
    Running,
    Table,
    TitleBlock,
    TitleEntry,
)

NOTES = (
    "The article, line 1: “an assessment team”.",
    "The article, line 2: “international troops”.",
    "A [link](#gaps).",
)

MARKS: tuple[Mark, ...] = (
    "emphasis", "strong", "code", "muted", "for", "against", "mixed", "judgement", "assumption", "computed", "inferred",
)  # fmt: skip


def every_block() -> Document:
    """The brief."""
    return document(*_FIRST, *_TABLES, *_REST, notes=NOTES, running=_RUNNING, title="A force, a team or nothing")


def marked(*marks: Mark, text: str = "words", lang: str = "") -> Run:
    """A run with these marks."""
    return Run(text, Authored("x"), frozenset(marks), lang)


def _said(text: str, lang: str) -> Run:
    return Run(text, Authored("x"), frozenset(), lang)


_RUNNING = Running(
    header=T("A force, a team or nothing"),
    footer=T("REF-1 · edition 2 · as of 28 October 2022"),
    page="{page} of {pages}",
    marking="TLP:AMBER+STRICT",
    marking_colour="#FFC000",
    status="Draft",
)

_FIRST = (
    TitleBlock(
        T("Options paper"),
        T("A force, a team or nothing"),
        T("Should Canada do nothing more, send a team, or join a force?^1"),
        tuple(
            TitleEntry(T(label), T(value))
            for label, value in (
                ("For decision by", "Minister of Foreign Affairs"),
                ("Decide by", "1 November 2022"),
                ("Rests on", "1 source, 32 facts"),
            )
        ),
    ),
    box(
        "Bottom line", P("Send the team^1.2 and decide later;^2^3 many object.^1.3"), P("**Confidence:** low.", "small")
    ),
    table(
        "Option | What it means | Weight",
        "No action | Nothing beyond what was done. | 20",
        "Assessment team | A team looks at it;^2.2 then a decision. | 80",
        caption="Table 1: The options at a glance",
        key="▲ speaks for. See [the gaps](#gaps).",
        anchor="glance",
        aligns="llr",
    ),
    PageBreak(),
    Contents(T("In this paper"), 2),
)

_GROUNDED = Table(
    (Column(share=0.3), Column(), Column()),
    (Row(tuple(C(words, header=True) for words in ("Criterion", "Team", "Force"))),),
    tuple(
        Row((C(name, header=True), Cell((Paragraph((marked(ground, text="▲ "), *T(said))),), ground=ground), C("–")))  # type: ignore[arg-type]
        for name, ground, said in (
            ("Relief", "for", "[good]{for} and [plain]{muted}^3.2"),
            ("Security", "against", "[bad]{against} and [guessed]{inferred}"),
            ("Politics", "mixed", "[both]{mixed} [ways](#gaps)"),
            ("Other", "tint", "nothing [said]{muted}"),
        )
    ),
    Caption("Table 2", T("What the cells say")),
    anchor="comparison",
    description="One row a criterion, one column an option.",
)

_SPANNING = Table(
    (Column(), Column("center"), Column("center"), Column("right")),
    (
        Row(
            (
                C("Party", header=True, rowspan=2),
                C("Options", header=True, colspan=2),
                C("Weight", header=True, rowspan=2),
            )
        ),
        Row((C("Team", header=True), C("Force", header=True))),
    ),
    (
        Row((C("Government", header=True, rowspan=2), C("against"), C("for"), C("60"))),
        Row((C("–"), C("for"), C("5"))),
        Row((C("All", header=True), C("–", colspan=2), C("65"))),
    ),
    Caption("Table 3", T("Where the parties stand")),
)

_WIDE = table(
    " | ".join(f"Year {year}" for year in range(2014, 2024)),
    " | ".join(f"{year} thousand" for year in range(10)),
    caption="Table 4: Ten years",
)

_TABLES = (
    H("How the options compare", anchor="compare"),
    P("Each cell says what the evidence supports.", "lead"),
    _GROUNDED,
    H("By party", 2, "by-party"),
    P("Who says what", "label"),
    _SPANNING,
    _WIDE,
    H("Method", 3, "method"),
    P("A sum of weights."),
    H("Limits", 4, "limits"),
    P("None is claimed."),
)

_LINES: Inlines = (
    *(each for mark in MARKS for each in (marked(mark, text=mark), *T(" "))),
    marked("judgement", "emphasis", text="stressed"),
    *T(" "),
    _said("Ausländer", "de"),
    *T(" "),
    _said("مرحبا", "ar"),
    LineBreak(),
    Link(T("a page"), "https://example.org/a?b=c&d=(e)#f"),  # type: ignore[arg-type]
    *T(" "),
    Link(T("a mailbox"), "mailto:a@example.org"),  # type: ignore[arg-type]
    *T(" "),
    Link(T("a trap"), "javascript:alert(1)"),  # type: ignore[arg-type]
    *T(", "),
    Reference("gaps", ""),
    *T(", "),
    Reference("compare", "there"),
    *T(", "),
    Paged((*T("on page "), Reference("gaps")), T("under [the gaps](#gaps)")),  # type: ignore[arg-type]
    *T(", https://example.org/" + "path/" * 20),
)

_REST = (
    H("Gaps, and what would close them", anchor="gaps"),
    Paragraph(_LINES),
    columns(card("No action", P("Words.")), card("The team", bullets("a", "b"), kind="recommended"), gap="narrow"),
    columns(P("One side."), (P("The other side."), bullets("a", "b")), shares=(1, 2), gap="wide"),
    Quotation((P("How is it going to deal with a government that nobody chose?"),), T("Monique Clesca^2.3")),
    bullets("one", "two"),
    List((Item((P("first"), bullets("under it"))), Item((P("second"),), anchor="second")), ordered=True, start=3),
    List((Item((P("named"),), "a)"), Item((P("otherwise"),), "b)"))),
    box("On the figures", P("Weights are the author’s."), bullets("never rescaled"), kind="remark"),
    figure("A grey bar", "Figure 1: Three of five", "bars"),
    *CHARTS,
    H("Notes", anchor="notes"),
    List(
        tuple(
            Item(
                (P(f"The whole of passage {number}."), P(f"Back to where it is cited: [1](#cite-{number}-1)", "small")),
                str(number),
                f"note-{number}",
            )
            for number in (1, 2, 3)
        ),
        ordered=True,
        role="notes",
    ),
)
