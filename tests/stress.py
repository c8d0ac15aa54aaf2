"""Documents that have broken programs: what is long, wide, deep, empty, or all of it at once."""

from tests.factory import H, P, T, box, bullets, card, columns, document, figure, table

from briefgen.document import (
    Block,
    Callout,
    Caption,
    Cell,
    Contents,
    Document,
    Figure,
    Item,
    List,
    Paragraph,
    Quotation,
    Reference,
    Row,
    Table,
    TitleBlock,
)

WORDS = "These words fill a line of the text from its left end to the right one, more or less, and a little. "


def options(count: int) -> Document:
    """A comparison of so many options, and a section on each."""
    names = [f"Option {n}" for n in range(1, count + 1)]
    rows = (" | ".join([f"Criterion {n}^{n}", *("[▲]{sign for} for" for _ in names)]) for n in range(1, 9))
    comparison = table(" | ".join(["Criterion", *names]), *rows, caption="Table 1: Options by criterion", key="Key.")
    sections = (block for name in names for block in (H(name), P(f"{WORDS}^{count % 8 + 1}.2")))
    return document(Contents(T("Contents")), comparison, *sections, notes=[f"Source {n}." for n in range(1, 9)])


def deep(depth: int) -> Block:
    """A list in a list in a list, each item with a note."""
    inner = (deep(depth - 1),) if depth > 1 else ()
    return List((Item((P(f"Level {depth}.^{depth}"), *inner)), Item((P(WORDS),))), ordered=depth % 2 == 0)


def nested() -> Document:
    """Blocks in blocks."""
    inner = table("A | B", "a^1 | b", caption="Table 1: Inner")
    box = Callout("remark", T("A box^2"), (inner, bullets("one^3", "two"), figure(caption="Figure 1: Inner^4")))
    cell = Row((Cell((box, inner)), Cell((Quotation((P("Said.^5"),), T("Who^6")),))))
    return document(H("One"), box, Quotation((box, P("Said.")), T("Who^7")), Table((), (), (cell,)), notes=["n"] * 7)


STRESS: dict[str, Document] = {
    "a table of thirty pages with notes": document(
        table("Row | Words", *(f"row {n}^{n + 1} | {WORDS * (n % 4)}" for n in range(700))),
        notes=[f"Source {n}." for n in range(700)],
    ),
    "rows higher than a page": document(table("A | B", *[f"high^1 | {WORDS * 90}^2"] * 3), notes=["One.", "Two."]),
    "a list of twelve levels": document(deep(12), notes=[f"Source {n}." for n in range(12)]),
    "no option": options(0),
    "forty options": options(40),
    "words of three hundred letters": document(
        H("x" * 300), P("y" * 300 + " and " + "z" * 300), bullets("w" * 300),
        table("v" * 300 + " | b", "u" * 300 + " | t"),
    ),
    "notes everywhere": document(
        Contents(T("Contents^1")), H("Cited^2"), bullets("a^3"), nested().blocks[1],
        Figure(figure().picture, "A field", Caption("Figure 1", T("Cited^8"))), notes=[WORDS * 3] * 8,
    ),
    "texts longer than a string of a PDF": document(
        Figure(figure().picture, "Évian " * 8_000, Caption("Figure 1", T("A field"))), title="Été “long” " * 4_000,
    ),
    "blocks in blocks": nested(),
    "blocks side by side": document(
        columns(P("Cited.^1"), (P(WORDS * 3), bullets("a^2", "b")), shares=(1, 2), gap="wide"),
        columns(P(WORDS * 90 + "^3"), (table("A | B", *[f"a | {WORDS}"] * 60), P("After.^4")), box("B", P(WORDS * 9))),
        columns(*(P(f"One of many {n}.") for n in range(70))),
        columns(columns(P(WORDS), P(WORDS)), columns((), P(WORDS)), gap="narrow"),
        notes=[f"Source {n}." for n in range(4)],
    ),
    "cards": document(
        columns(card("A", P("a^1")), card("B", P(WORDS), bullets("b^2"), kind="recommended"), P(WORDS * 2)),
        card("", P(WORDS * 120)), columns(card("High", P(WORDS * 90)), card("Low", P("Words."))),
        card("A", columns(card("B", table("A | B", "a | b")), card("C^3")), kind="recommended"),
        notes=[f"Source {n}." for n in range(3)],
    ),
    "a note longer than a page": document(P("Cited.^1"), P(WORDS * 30), notes=[WORDS * 150]),
    "titles that fill a page": document(
        P("Before."),
        Callout("remark", T("A box " * 160), (TitleBlock(T("A kind " * 260), T("A title " * 90), T("A question?")),)),
    ),
    "a head that holds a long table": document(
        Table((), (Row((Cell((table("A", *["inner " * 9] * 90),), header=True), Cell((P("B"),), header=True))),),
              (Row((Cell((P("a"),)), Cell((P(WORDS * 40),)))),) * 3),
    ),
    "references to pages": document(
        Paragraph((*T("See Table 1 on page "), Reference("t", "?"), *T(" and what follows."))),
        *(P(WORDS * 12) for _ in range(9)), table("A", "b", caption="Table 1: Last", anchor="t"),
    ),
}  # fmt: skip
