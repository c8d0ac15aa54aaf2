"""From the Markdown of a rendered template to blocks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markdown_it.token import Token

from briefgen.document import Block, Blocks, Heading, Item, List, Paragraph, Quotation
from briefgen.prose import as_inlines, parted
from briefgen.prose.inlines import flat
from briefgen.slips import did_you_mean
from briefgen.source import SourceFile
from briefgen.template import markdown, options
from briefgen.template.bounds import NESTING
from briefgen.template.directives import DIRECTIVES, Fence, read
from briefgen.template.holes import HOLE, Rendered
from briefgen.template.lines import Lines
from briefgen.template.markdown import Node
from briefgen.template.pipe_table import pipe_table
from briefgen.template.values import Filler


class Page(Lines):
    """A rendered template on its way to blocks: what directives are given to work with."""

    def __init__(self, rendered: Rendered, files: Mapping[str, SourceFile], filler: Filler) -> None:
        super().__init__(rendered, files, filler)
        self._depth = 0

    def blocks(self, text: str, first: int) -> Blocks:
        """The blocks of Markdown that begins on line `first`."""
        return self.of_nodes(self.nodes(text), first)

    def nodes(self, text: str) -> list[Node]:
        """The tree of a piece of Markdown."""
        return markdown.blocks(text)

    def of_nodes(self, nodes: Iterable[Node], first: int) -> Blocks:
        """The blocks of a tree whose lines count from `first`."""
        return tuple(block for node in nodes for block in self._block(node, first))

    def _block(self, node: Node, first: int) -> Iterator[Block]:
        token = node.token
        line = first + (token.map[0] if token.map else 0)
        match token.type:
            case "paragraph_open":
                yield from self.paragraph(node, first)
            case "heading_open":
                yield from self._heading(node, line)
            case "bullet_list_open" | "ordered_list_open":
                items = tuple(
                    Item(blocks) for child in node.children if (blocks := self._inside(child.children, first))
                )
                if items:
                    yield List(items, token.type == "ordered_list_open", int(token.attrs.get("start", 1)))
            case "blockquote_open":
                if blocks := self._inside(node.children, first):
                    yield Quotation(blocks)
            case "table_open":
                yield from pipe_table(self, node, first, {})
            case "colon_fence":
                yield from self._directive(token, line)

    def paragraph(self, node: Node, first: int) -> Blocks:
        """A paragraph, or what fills the hole that it consists of; nothing where it is empty."""
        token = node.inline()
        if token is None:
            return ()
        line = first + (token.map[0] if token.map else 0)
        return self.standing(token.content, line, token.children)

    def standing(self, text: str, line: int, children: Sequence[Token] | None = None) -> Blocks:
        """What stands in a place of its own (a paragraph, an item, a cell): blocks, where a hole is all there is."""
        if alone := HOLE.fullmatch(text.strip()):
            return self.filled(int(alone[1])).as_blocks()
        tokens = children or markdown.line(text)
        return parted(flat(tokens, self.reader(line)), self.finished)

    def _inside(self, nodes: Iterable[Node], first: int) -> Blocks:
        """The blocks of a list item, a quotation or a directive: not at the top of the document."""
        self._depth += 1
        blocks = self.of_nodes(nodes, first)
        self._depth -= 1
        return blocks

    def _heading(self, node: Node, line: int) -> Iterator[Block]:
        token = node.inline()
        text, given = options.split(token.content if token else "")
        content = as_inlines(self.line(text, line))
        if not content:
            return
        if self._depth:
            self.fault("template-misplaced", "A heading stands at the top, not inside a list or directive.",
                       self.place(line), hint="Write :::{label} for a small heading.")  # fmt: skip
            yield Paragraph(content, "label")
        else:
            yield Heading(int(node.token.tag[1]), content, self.anchor(given))

    def _directive(self, token: Token, line: int) -> Blocks:
        fence = read(token.info, token.content, line)
        place = self.place(line)
        if self._depth >= NESTING:
            self.fault("template-too-large", f"Directives nest at most {NESTING} deep.", place)
            return ()
        if fence is None or fence.name not in DIRECTIVES:
            name = HOLE.sub("…", fence.name if fence else token.info.strip())
            self.fault("template-unknown-directive", f"There is no directive `{name}`.", place, name,
                       did_you_mean(name, DIRECTIVES) or f"There are: {', '.join(DIRECTIVES)}.")  # fmt: skip
            return self._inside(self.nodes(token.content), line + 1)
        self._depth += 1
        blocks = DIRECTIVES[fence.name](fence, self)
        self._depth -= 1
        return blocks

    def expect_nothing(self, fence: Fence) -> None:
        """Say so where a directive that holds nothing has content: mostly its closing fence is missing."""
        if fence.content.strip():
            self.fault("template-misplaced", f"`{fence.name}` holds nothing.", self.place(fence.line), fence.name,
                       "Close it with ::: on the next line.")  # fmt: skip
