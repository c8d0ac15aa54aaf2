"""A reference document to start from: a DOCX that shows each style of a brief, so that it can be changed in Word."""

from pathlib import Path
from typing import get_args

from briefgen import docx
from briefgen.core.report import Report
from briefgen.document import (  # fmt: skip
    Block,
    Callout,
    Caption,
    Cell,
    Column,
    Contents,
    Document,
    Heading,
    Item,
    Link,
    List,
    Mark,
    Note,
    NoteMark,
    Paragraph,
    Properties,
    Quotation,
    Row,
    Run,
    Running,
    Table,
    TemplateText,
    TitleBlock,
    TitleEntry,
)
from briefgen.io.filesystem import World
from briefgen.locale import Locale
from briefgen.theme import PaperName, Theme

_ = str  # marks interface messages; they are translated where they are shown


def reference(
    report: Report, world: World, path: Path, theme: Theme, paper: PaperName, locale: Locale, force: bool
) -> None:
    """Writes the reference document."""
    if not force and (refused := world.refusal(path)):
        report.add(refused)
        return
    report.extend(world.write_outputs({path: docx.write(starter(locale), theme, paper)}) or ())


def starter(locale: Locale) -> Document:
    """Every kind of block, each with the name of its style."""
    show = _Sample(locale)
    return Document(
        lang=locale.lang,
        properties=Properties(locale.text(_("House style for briefs")), reference="REF-1"),
        running=Running(
            header=(show.run(_("House style for briefs")),),
            footer=(show.run("REF-1 · " + locale.text(_("edition {number}")).format(number=1)),),
            page=locale.text(_("{page} of {pages}")),
            marking="TLP:CLEAR",
            status=locale.text(_("Draft")),
        ),
        blocks=(*show.head(), *show.texts(), *show.boxes(), *show.table(), *show.lists()),
        notes=(Note(1, (show.run(_("footnote text: a source and its passage.")),)),),
    )


class _Sample:
    """The blocks, in one language."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale

    def run(self, message: str, *marks: Mark) -> Run:
        return Run(self.locale.text(message), TemplateText(), frozenset(marks))

    def styled(self, style: str) -> Run:
        """The name of a style, as Word shows it."""
        return Run(style, TemplateText())

    def paragraph(self, message: str, role: str = "body") -> Paragraph:
        run = self.run(message)
        match role:
            case "lead" | "small" | "label":
                return Paragraph((run,), role)
            case _:
                return Paragraph((run,))

    def head(self) -> tuple[Block, ...]:
        entry = TitleEntry((self.styled("Key Fact Label"),), (self.styled("Key Fact"),))
        title = TitleBlock(
            (self.styled("Document Type"),),
            (self.run(_("Title: what the paper is called")),),
            (self.run(_("Subtitle: the question that is to be decided")),),
            (entry,) * 4,
        )
        return title, Contents((self.styled("TOC Heading"),), 4)

    def texts(self) -> tuple[Block, ...]:
        marks = sorted(get_args(Mark))
        signs = [each for mark in marks for each in (self.styled(" "), Run(mark, TemplateText(), frozenset({mark})))]
        far = Link((self.run(_("an address")),), "https://example.org/")
        near = Link((self.run(_("a place in this paper")),), "#heading-1")
        return (
            *(Heading(level, (self.styled(f"Heading {level}"),), f"heading-{level}") for level in range(1, 5)),
            self.paragraph(_("Lead Paragraph opens a section."), "lead"),
            Paragraph((self.run(_("Body Text is the text of the paper, with the number of a note.")), NoteMark(1, 1))),
            Paragraph((self.run(_("Kinds of words, each a character style:")), *signs)),
            Paragraph((far, self.styled(", "), near)),
            self.paragraph(_("Text Label stands over a text."), "label"),
            self.paragraph(_("Small Text is for remarks and sources."), "small"),
            Quotation(
                (self.paragraph(_("Quote is for a passage.")),), (self.run(_("Quote Source says who said it.")),)
            ),
        )

    def boxes(self) -> tuple[Block, ...]:
        decision = (
            self.paragraph(_("Key Message is the bottom line.")),
            Paragraph((self.styled("Key Message Small"),), "small"),
        )
        remark = (
            self.paragraph(_("Text Box is any other box.")),
            Paragraph((self.styled("Text Box Small"),), "small"),
        )
        return (
            Callout("decision", (self.styled("Key Message Title"),), decision),
            Callout("remark", (self.styled("Text Box Title"),), remark),
        )

    def table(self) -> tuple[Block, ...]:
        def cell(style: str, header: bool = False, small: bool = False) -> Cell:
            return Cell((Paragraph((self.styled(style),), "small" if small else "body"),), header)

        head = Row((cell("Table Heading", True), cell("Table Heading", True), cell("Table Heading", True)))
        row = Row((cell("Table Row Heading", True), cell("Table Text"), cell("Table Text Small", small=True)))
        label = self.locale.text(_("Table {number}")).format(number=1)
        caption = Caption(label, (self.run(_("caption: what the table shows, in the table style Ruled Table")),))
        key = (self.paragraph(_("Table Note: how to read it."), "small"),)
        return (Table((Column(), Column(), Column()), (head,), (row, row), caption, key),)

    def lists(self) -> tuple[Block, ...]:
        def item(message: str, label: str = "") -> Item:
            return Item((self.paragraph(message),), label)

        bullet, number = (Paragraph((self.styled(style),)) for style in ("List Bullet", "List Number"))
        note = (
            self.paragraph(_("Notes List: a source and the whole passage.")),
            Paragraph((self.styled("Notes List Continue"),)),
            Paragraph((self.styled("Notes List Small"),), "small"),
        )
        return (
            List((Item((bullet, self.paragraph(_("List Continue goes on in an item.")))), Item((bullet,)))),
            List((Item((number,)), Item((number,))), ordered=True),
            List((item(_("List Labelled has a label of its own."), "A"),)),
            List((Item(note, "1"),), role="notes"),
        )
