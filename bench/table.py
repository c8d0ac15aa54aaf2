"""A paper that is one long table."""

from briefgen.document import (
    Block,
    Caption,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Properties,
    Row,
    Run,
    Running,
    Table,
    TemplateText,
)

_COLUMNS = ("Row", "Measure", "Cost in millions", "Owner", "Remark")


def long_table(rows: int) -> Document:
    """A heading and a table of five columns, with a row header in each row."""
    head = Row(tuple(_cell(name, header=True) for name in _COLUMNS))
    blocks: tuple[Block, ...] = (
        Heading(1, _words("All measures"), "all"),
        Table(tuple(Column() for _ in _COLUMNS), (head,), tuple(map(_row, range(1, rows + 1))),
              Caption("Table 1", _words("Every measure, its cost and its owner"))),
    )  # fmt: skip
    return Document("en", Properties("All measures"), Running(), blocks)


def _row(number: int) -> Row:
    owner = ("Health", "Transport", "Water and sewers", "Schools")[number % 4]
    remark = ("none", "begun in the spring", "waits for a tender that closes in autumn")[number % 3]
    words = (f"Measure {number} in district {number % 17}", f"{number * 7 % 1000}.{number % 10}", owner, remark)
    return Row((_cell(str(number), header=True), *map(_cell, words)))


def _cell(text: str, header: bool = False) -> Cell:
    return Cell((Paragraph(_words(text)),), header)


def _words(text: str) -> tuple[Run]:
    return (Run(text, TemplateText()),)
