"""The hinge of the program: a brief as blocks and inlines, small, frozen and closed.

Everything before this makes a Document, everything after paints one. A Document holds no Markdown, no YAML and no
formatting of a medium; a writer that knows the kinds in `blocks` and `inlines` can write every brief.
"""

from briefgen.document.blocks import (
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
    Row,
    Running,
    Table,
    TitleBlock,
    TitleEntry,
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
    Run,
    TemplateText,
    plain,
)

__all__ = [
    "Authored", "Block", "Blocks", "Callout", "Caption", "Cell", "Column", "Computed", "Contents", "Document",
    "Figure", "Heading", "Inline", "Inlines", "Item", "LineBreak", "Link", "List", "Mark", "Note", "NoteMark",
    "Origin", "PageBreak", "Paged", "Paragraph", "Picture", "Properties", "Quotation", "Reference", "Row", "Run",
    "Running", "Table", "TemplateText", "TitleBlock", "TitleEntry", "plain",
]  # fmt: skip
