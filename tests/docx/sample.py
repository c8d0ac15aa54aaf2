"""A brief with every kind of block, made by hand: what the tests and a person at the screen look at."""

import struct
import zlib

from tests.drawn import CHARTS

from briefgen.core.source import SourceFile
from briefgen.document import (
    Authored,
    Callout,
    Caption,
    Cell,
    Column,
    Computed,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    Mark,
    Note,
    NoteMark,
    PageBreak,
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
from briefgen.theme import Theme, read, shipped


def plain_theme() -> Theme:
    path = shipped()["plain"]
    made, faults = read(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert made, faults
    return made


PATH = "options.assessment-team.summary.en"


def said(text: str, *marks: Mark, lang: str = "") -> Run:
    return Run(text, Authored(PATH), frozenset(marks), lang)


def word(text: str, *marks: Mark) -> Run:
    return Run(text, TemplateText("options-paper", 1), frozenset(marks))


def figure_of(text: str, *marks: Mark) -> Run:
    return Run(text, Computed("share"), frozenset(marks))


def body(*content: Run | Link | NoteMark | Reference | LineBreak) -> Paragraph:
    return Paragraph(content)


def small(*content: Run | Link | NoteMark | Reference | LineBreak) -> Paragraph:
    return Paragraph(content, "small")


def cell(*content: Run | NoteMark, ground: str = "", **more: int) -> Cell:
    return Cell((Paragraph(content),), ground=ground, **more)  # type: ignore[arg-type]


def named(text: str, under: str = "") -> Cell:
    return Cell((body(said(text)), *((small(word(under)),) if under else ())), header=True)


def head(*texts: str) -> Row:
    return Row(tuple(Cell((body(word(text)),), header=True) for text in texts))


def png(width: int, height: int, shade: int = 190) -> Picture:
    """A plain grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return Picture(data, width, height)


def _empty() -> Cell:
    return cell(word("not stated", "muted"))


def _inferred(text: str, *note: NoteMark) -> Cell:
    return cell(word("▽ ", "sign", "against"), said(text, "inferred"), *note)


_FIRST_PAGE = (
    TitleBlock(
        (word("Options paper"),),
        (said("Haiti: answering the request for an international force"),),
        (said("Should Canada do nothing more, send an assessment team, or join a multinational force?"),),
        (
            TitleEntry((word("For decision by"),), (said("Minister of Foreign Affairs"),)),
            TitleEntry((word("Decide by"),), (figure_of("1 November 2022"),)),
            TitleEntry((word("Evidence as of"),), (figure_of("28 October 2022"),)),
            TitleEntry((word("Rests on"),), (figure_of("1 source, 32 facts"),)),
        ),
    ),
    Callout(
        "decision",
        (word("Bottom line"),),
        (
            body(
                said("Send the assessment team that Ottawa has already agreed to,"), NoteMark(1, 1),
                said(" and decide on a force on what it finds. The Haitian government asks for troops;"),
                NoteMark(2, 1),
                said(" “many people” reject intervention."), NoteMark(3, 1),
            ),
            small(
                word("Judgement. ", "strong"),
                said("Likely (55–80 %) that a force sent now meets popular opposition. ", "judgement"),
                word("Confidence ", "strong"), said("low: one secondary source, no poll."),
            ),
        ),
    ),
    Table(
        (Column(), Column(), Column(), Column()),
        (head("Option", "What it means", "Stated positions", "Evidence"),),
        (
            Row((
                named("No action", "baseline"),
                cell(said("Nothing beyond the vehicles delivered and the relief groups at work.")),
                cell(word("– none", "muted")), cell(figure_of("0 of 5 criteria", "muted")),
            )),
            Row((
                named("Assessment team"),
                cell(said("Ottawa sends an assessment team; its size and mandate are not stated.")),
                cell(word("▲ ", "sign", "for"), said("Canada", "for", "strong")),
                cell(figure_of("1 of 5 criteria", "muted")),
            )),
            Row((
                named("Multinational force"),
                cell(said("The international troops that Haiti’s government asked for.")),
                Cell((
                    body(word("▲ ", "sign", "for"), said("Haitian gov’t", "for", "strong")),
                    body(word("▼ ", "sign", "against"), said("many people", "against", "strong")),
                )),
                cell(figure_of("3 of 5 criteria", "muted")),
            )),
        ),
        Caption("Table 1", (said("The options at a glance: only one has both a sponsor and no stated opponent"),)),
        (
            small(
                said("The article does not carry a ranking: 11 of 15 cells in "),
                Link((word("Table 2"),), "#comparison"), said(" rest on inference or on nothing. "),
                said("What would have to be known is listed in "), said("Gaps", "emphasis"), said(", page "),
                Reference("gaps", "–"), said("."),
            ),
        ),
        "glance",
        "One row an option; columns: what it means, stated positions, evidence.",
    ),
)  # fmt: skip

_COMPARISON = (
    PageBreak(),
    Contents((word("Contents"),), 2),
    Heading(1, (word("How the options compare"),), "compare"),
    Paragraph(
        (said("Each cell says what the evidence supports, and how far. An empty cell is empty: nothing was found."),),
        "lead",
    ),
    Table(
        (Column(), Column(), Column(), Column()),
        (head("Criterion and weight", "No action", "Assessment team", "Multinational force"),),
        (
            Row((
                Cell((body(said("Humanitarian relief "), figure_of("25", "muted")),), header=True),
                _inferred("inferred: the crisis goes on"), _empty(),
                cell(
                    word("▼ ", "sign"),
                    said("“credible evidence” ties an earlier mission’s troops to the 2010 cholera"),
                    NoteMark(4, 1), ground="against",
                ),
            )),
            Row((
                Cell((body(said("Security "), figure_of("25", "muted")),), header=True),
                _inferred("inferred: two-thirds of the capital held", NoteMark(5, 1)), _empty(),
                _inferred("inferred from a question", NoteMark(6, 1)),
            )),
            Row((
                Cell((body(said("Popular acceptance "), figure_of("20", "muted")),), header=True),
                _empty(), _empty(),
                cell(word("▼ ", "sign"), said("“many people” reject the idea"), NoteMark(3, 2), ground="against"),
            )),
            Row((
                Cell((body(said("Relations with the US "), figure_of("20", "muted")),), header=True),
                _inferred("inferred: reads as a refusal"),
                cell(word("▲ ", "sign"), said("avoids “a flat-out refusal”"), NoteMark(7, 1), ground="for"), _empty(),
            )),
        ),
        Caption("Table 2", (said("Options by criterion: evidence gathers on the risks of a force"),)),
        (
            small(
                word("▲", "sign"), word(" speaks for, "), word("▼", "sign"), word(" speaks against, "),
                word("▽", "sign"), word(" inferred by the author. Weights add to 100."),
            ),
        ),
        "comparison",
        "One row a criterion, one column an option.",
    ),
    Table(
        (Column(), Column("center"), Column("center"), Column("right", 0.2)),
        (
            Row((
                Cell((body(word("Party")),), header=True, rowspan=2),
                Cell((body(word("Options")),), header=True, colspan=2),
                Cell((body(word("Weight")),), header=True, rowspan=2),
            )),
            head("No action", "Assessment team"),
        ),
        (
            Row((
                Cell((body(said("Haitian government")),), header=True, rowspan=2),
                cell(word("▽ ", "sign", "against"), said("against", "against", "strong")), cell(word("–")),
                cell(figure_of("60")),
            )),
            Row((
                cell(word("–")), cell(word("▲ ", "sign", "for"), said("supports", "for", "strong")),
                cell(figure_of("5")),
            )),
            Row((cell(said("All"), colspan=3), cell(figure_of("65", "strong")))),
        ),
        Caption("Table 3", (said("Where the parties stand"),)),
        anchor="parties",
    ),
    Heading(2, (word("What would change this"),), "change"),
    List((
        Item((
            body(word("For a force: ", "strong"), said("a request by a government that Haitians accept."),
                 NoteMark(8, 1)),
        )),
        Item((
            body(word("For no action: ", "strong"), said("the team reports that blockades are lifting.")),
            List((
                Item((body(said("in the capital")),), anchor="capital"),
                Item((body(said("at the terminal")), body(said("a second paragraph of the item")))),
            )),
        )),
    )),
)  # fmt: skip

_REST = (
    Heading(1, (word("Gaps, and what would close them"),), "gaps"),
    body(
        said("The article names no poll", "judgement"), NoteMark(3, 3), NoteMark(1, 2),
        said(". See "), Link((said("the capital"),), "#capital"), said(", "),
        Link((said("Table 2"),), "#comparison"), said(" and "),
        Link((said("the ministry’s page"),), "https://www.example.org/haïti?a=1&b=2"), said(", "),
        said("Ausländer", "emphasis", lang="de"), said(" "), said("taken as given", "assumption"), said(", "),
        figure_of("25 %", "computed"), said(", "), said("fact-id", "code"), said("."), LineBreak(),
        said("After a line break."),
    ),
    Quotation((body(said("How is an intervention going to deal with a government that nobody chose?")),),
              (said("Monique Clesca, Montana Group"), NoteMark(6, 2))),
    List((
        Item((body(said("first")),)),
        Item((body(said("second")), List((Item((body(said("under it")),)), Item((body(said("and again")),))), True))),
    ), True, 3),
    Callout("remark", (word("On the figures"),), (
        body(said("Weights are the author’s.")),
        List((Item((body(said("never rescaled silently")),)), Item((body(said("always printed")),)))),
        body(said("A last line.")),
    )),
    Figure(png(900, 300), "A grey bar: three of five criteria carry evidence.",
           Caption("Figure 1", (said("Three of five criteria carry evidence"),)), "bars"),
    *CHARTS,
    Heading(3, (word("Method"),), "method"),
    body(said("Weighted sum on explicit value functions.")),
    Heading(4, (word("Limits"),), "limits"),
    body(said("None is claimed.")),
    Heading(1, (word("Notes"),), "notes"),
    List(
        tuple(
            Item((body(
                said(f"The article, paragraph {number}: “the whole passage stands here, with the words around it”. "),
                Link((word("↩"),), f"#cite-{number}-1"),
            ),), str(number), f"note-{number}")
            for number in range(1, 9)
        ),
        role="notes",
    ),
)  # fmt: skip


def _note(number: int, text: str) -> Note:
    return Note(number, (word("The article, line 1: "), said(text)))


def brief() -> Document:
    """The brief."""
    running: Inlines = (said("Haiti: answering the request for an international force"),)
    quotes = (
        "“Ottawa has agreed to send an ‘assessment team’ to Haiti”.", "“formally requested international troops”.",
        "“many people reject the idea of international intervention”.",
        "“credible evidence that its troops caused a 2010 cholera epidemic”.",
        "“gangs have seized about two-thirds of the Haitian capital”, CBC Canada News.",
        "“How is an intervention going to deal with a government […]?”, Monique Clesca.",
        "“rather than give the U.S. a flat-out refusal”.",
        "“So far, the vehicles have not been used for either purpose.” Which two is not clear from the text.",
    )  # fmt: skip
    return Document(
        lang="en-CA",
        properties=Properties(
            title="Haiti: answering the request for an international force", author="Policy unit",
            subject="Options paper", keywords=("Haiti", "force"), date="2022-10-28", scenario="haiti-2022",
            template="options-paper", edition="1", reference="EX-2022-07", audience="public",
        ),
        running=Running(
            running, (word("Options paper · edition 1 · as of 28 October 2022"),), "{page} of {pages}", "TLP:CLEAR",
            "#FFFFFF", "Draft",
        ),
        blocks=(*_FIRST_PAGE, *_COMPARISON, *_REST),
        notes=tuple(_note(number, text) for number, text in enumerate(quotes, start=1)),
    )  # fmt: skip


PAGES = {"compare": 2, "change": 3, "gaps": 3, "notes": 4}
