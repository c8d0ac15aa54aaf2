"""Where a block stands: in the text, in a box, in a cell, in a list of some depth."""

from collections.abc import Callable
from typing import Literal, TypeAlias

import msgspec

from briefgen.document import Blocks
from briefgen.writers.docx.story import Story

Place: TypeAlias = Literal["body", "decision", "remark", "quotation", "cell", "row-header", "head", "notes"]


class Frame(msgspec.Struct, frozen=True):
    """The surroundings of a block. Measures in twips."""

    place: Place
    width: int
    """From the left edge of the column or cell to the right one."""
    indent: int = 0
    """From the left edge to where text begins."""
    depth: int = 0
    """Lists around it."""
    align: str = ""
    """Of the cell's column, where it is not the left."""
    tight: bool = False
    """No space below: in a box, Word may show white between paragraphs whose indents differ."""
    keep: bool = False
    """It stays on one page with what follows."""


Flow: TypeAlias = Callable[[Blocks, Frame, Story], str]
"""How the blocks inside a block are written: `blocks.flow`, handed down so that nothing imports upward."""


def paragraph_style(frame: Frame, role: str) -> str:
    """The style of a paragraph with a role (see `Paragraph.role`) in a place."""
    small = role == "small"
    match frame.place:
        case "body":
            if role == "body" and frame.depth:
                return "ListContinue"
            return {"body": "BodyText", "lead": "BriefLead", "small": "BriefSmall", "label": "BriefLabel"}[role]
        case "decision":
            return "BriefDecisionSmall" if small else "BriefDecision"
        case "remark":
            return "BriefRemarkSmall" if small else "BriefRemark"
        case "quotation":
            return "Quote"
        case "notes":
            return "BriefEndnoteSmall" if small else "BriefEndnoteContinue"
        case "head":
            return "BriefCellSmall" if small else "BriefCellHead"
        case "row-header":
            return "BriefCellSmall" if small else "BriefRowHeader"
        case "cell":
            return {"small": "BriefCellSmall", "label": "BriefCellHead"}.get(role, "BriefCell")
