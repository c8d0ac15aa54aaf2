"""The document model: a brief as frozen blocks and inlines.

Templates, exhibits, redlines and the readers of formats make Documents, writers write them. A Document has no Markdown,
no YAML and no formatting of a medium; a writer that handles the classes in `blocks` and `inlines` can write every
brief. Code between the two uses `walk` and `transform`, which follow the fields of any class of nodes.
"""

from briefgen.document.blocks import (
    Attachment,
    Block,
    Blocks,
    Callout,
    Caption,
    Card,
    Cell,
    Column,
    Columns,
    ColumnsCell,
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
    "Acceptability", "Attachment", "Authored", "Block", "Blocks", "Callout", "Caption", "Card", "Cell", "Chart",
    "Column", "Columns", "ColumnsCell", "Computed", "Contents", "Contributions", "Course", "Document", "Figure",
    "Heading", "Inline", "Inlines", "Item", "LineBreak", "Link", "List", "Mark", "Moment", "Note", "NoteMark",
    "Origin", "PageBreak", "Paged", "Paragraph", "Picture", "Portion", "Properties", "Quotation", "Ranked",
    "Reference", "Reviser", "Revision", "Row", "Run", "Running", "Scored", "Sensitivity", "Table", "TemplateText",
    "Timeline", "TitleBlock", "TitleEntry", "Turn", "Weighed", "plain",
]  # fmt: skip
