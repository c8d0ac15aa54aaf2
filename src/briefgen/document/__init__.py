"""The hinge of the program: a brief as blocks and inlines, small, frozen and closed.

Everything before this makes a Document, everything after paints one. A Document holds no Markdown, no YAML and no
formatting of a medium; a writer that knows the kinds in `blocks` and `inlines` can write every brief.
"""

from briefgen.document.blocks import (
    Attachment,
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    Item,
    List,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Properties,
    Quotation,
    Reviser,
    Row,
    Running,
    Table,
    TitleBlock,
    TitleEntry,
)
from briefgen.document.chart import (
    Acceptability,
    Chart,
    Contributions,
    Course,
    Moment,
    Portion,
    Ranked,
    Scored,
    Sensitivity,
    Timeline,
    Turn,
    Weighed,
)
from briefgen.document.inlines import (
    Authored,
    Computed,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    NoteMark,
    Origin,
    Paged,
    Reference,
    Revision,
    Run,
    TemplateText,
    plain,
)

__all__ = [
    "Acceptability", "Attachment", "Authored", "Block", "Blocks", "Callout", "Caption", "Cell", "Chart", "Column",
    "Computed",
    "Contents", "Contributions", "Course", "Document", "Figure", "Heading", "Inline", "Inlines", "Item",
    "LineBreak", "Link", "List", "Mark", "Moment", "Note", "NoteMark", "Origin", "PageBreak", "Paged", "Paragraph",
    "Picture", "Portion", "Properties", "Quotation", "Ranked", "Reference", "Reviser", "Revision", "Row", "Run",
    "Running", "Scored", "Sensitivity", "Table", "TemplateText", "Timeline", "TitleBlock", "TitleEntry", "Turn",
    "Weighed", "plain",
]  # fmt: skip
