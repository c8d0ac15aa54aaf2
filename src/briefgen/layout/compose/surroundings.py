"""The styles that paragraphs take by where they stand."""

import msgspec

from briefgen.layout.matter import Align


class Surroundings(msgspec.Struct, frozen=True):
    """Names of styles for the roles of paragraphs and for lists: in the text, a callout, a quotation or a cell."""

    body: str
    lead: str
    small: str
    label: str
    list: str
    strong: bool = False
    align: Align | None = None
    """Of the column; None leaves it to the style."""


TEXT = Surroundings("body", "lead", "small", "label", "list")
CALLOUT = Surroundings("callout", "callout", "callout-small", "label", "callout")
QUOTATION = Surroundings("quotation", "quotation", "small", "label", "quotation")
CELL = Surroundings("table", "table", "table-small", "label", "table")
HEAD_CELL = Surroundings("table-head", "table-head", "table-head", "table-head", "table-head")
END_NOTES = Surroundings("endnote", "endnote", "table-small", "label", "endnote")
