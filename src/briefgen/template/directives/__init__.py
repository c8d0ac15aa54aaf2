"""Directives: `:::{name} words {options}` … `:::`. One a file, and a line in the list below."""

from briefgen.template.directives import (
    callout,
    contents,
    figure,
    notes,
    page_break,
    quotation,
    roles,
    table,
    title_block,
)
from briefgen.template.directives.fence import Directive, Fence, read

DIRECTIVES: dict[str, Directive] = {
    "contents": contents.build,
    "decision": callout.build,
    "figure": figure.build,
    "label": roles.build,
    "lead": roles.build,
    "notes": notes.build,
    "page-break": page_break.build,
    "quotation": quotation.build,
    "remark": callout.build,
    "small": roles.build,
    "table": table.build,
    "title-block": title_block.build,
}
"""By name."""

__all__ = ["DIRECTIVES", "Directive", "Fence", "read"]
