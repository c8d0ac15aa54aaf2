"""From the Markdown of a rendered template to blocks: where holes are filled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin

from briefgen.diagnostic import Diagnostic, closest, error
from briefgen.document import (
    Block,
    Blocks,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quotation,
    Run,
    TemplateText,
    plain,
)
from briefgen.prose import Citation, Cited, as_inlines, clean
from briefgen.prose.inlines import MARKS, SCHEMES, Look, Reader, flat
from briefgen.prose.markdown import bare
from briefgen.prose.placing import placed
from briefgen.source import SourceFile
from briefgen.template import options, places
from briefgen.template.anchors import slug
from briefgen.template.bounds import NESTING
from briefgen.template.directives import DIRECTIVES, Fence, read
from briefgen.template.holes import HOLE, Place, Rendered
from briefgen.template.pipe_table import pipe_table
from briefgen.template.values import Filler, Filling, NotPrintable

_OFF = ("code", "fence", "hr", "html_block", "html_inline", "image", "lheading", "reference")
"""Not in templates. Without indented code, a template may be indented as its loops are."""


@cache
def parser() -> MarkdownIt:
    """The Markdown of templates: a pure function of its text, so one serves all."""
    markdown = bare(_OFF).enable("table")
    colon_fence_plugin(markdown)
    return markdown


class Node(msgspec.Struct, frozen=True):
    """A block of Markdown with what it holds."""

    token: Token
    children: "list[Node]"

    def inline(self) -> Token | None:
        """The line that it holds, where it holds one."""
        return next((child.token for child in self.children if child.token.type == "inline"), None)


def tree(tokens: Iterable[Token]) -> list[Node]:
    """The flat tokens of a parse as a tree."""
    levels: list[list[Node]] = [[]]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        node = Node(token, [])
        levels[-1].append(node)
        if token.nesting > 0:
            levels.append(node.children)
    return levels[0]


class Page:
    """A rendered template on its way to blocks. Lines are counted from 0 in the rendered text."""

    def __init__(self, rendered: Rendered, files: Mapping[str, SourceFile], filler: Filler) -> None:
        self.rendered = rendered
        self.files = tuple(files.values())
        self.names = tuple(files)
        self.filler = filler
        self.faults: list[Diagnostic] = []
        self._depth = 0

    def fault(self, code: str, message: str, place: Place, word: str = "", hint: str = "") -> None:
        """Note a fault of the template."""
        file = self.files[place.file]
        span = places.of_word(file, place.line, word) if word else places.of_line(file, place.line)
        self.faults.append(error(code, message, span, hint))

    def place(self, line: int) -> Place:
        """Where a line of the rendered text comes from."""
        return self.rendered.places[min(line, len(self.rendered.places) - 1)]

    def origin(self, place: Place) -> TemplateText:
        """The origin of a template's own words."""
        return TemplateText(self.names[place.file], place.line)

    # Blocks

    def blocks(self, text: str, first: int) -> Blocks:
        """The blocks of Markdown that begins on line `first`."""
        return self.of_nodes(self.nodes(text), first)

    def nodes(self, text: str) -> list[Node]:
        """The tree of a piece of Markdown."""
        return tree(parser().parse(text))

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
        content = self._finished(flat(children, self._reader(line))) if children else self.line(text, line)
        return (Paragraph(as_inlines(content)),) if content else ()

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
            near = closest(name, DIRECTIVES)
            self.fault("template-unknown-directive", f"There is no directive `{name}`.", place, name,
                       f"Did you mean `{near}`?" if near else f"There are: {', '.join(DIRECTIVES)}.")  # fmt: skip
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

    # Lines

    def line(self, text: str, line: int) -> Cited:
        """A line of Markdown with its holes filled."""
        tokens = parser().parseInline(text)
        return self._finished(flat(tokens[0].children or (), self._reader(line)))

    def plain(self, text: str) -> str:
        """The words of a line without its Markdown, holes filled: for options."""
        return HOLE.sub(lambda found: plain(_numbered(self.filled(int(found[1])).as_line())), text)

    def anchor(self, given: Mapping[str, str]) -> str:
        """The anchor among the options of a line, or none."""
        return slug(self.plain(given["anchor"])) if "anchor" in given else ""

    def filled(self, index: int) -> Filling:
        """What fills a hole; nothing, and a fault, where the value cannot be printed."""
        place = self.rendered.value_places.get(index, Place(0, 1))
        try:
            return self.filler.fill(self.rendered.values[index], self.origin(place))
        except NotPrintable as reason:
            self.fault("template-not-printable", f"This cannot be printed: {reason}.", place)
            return Filling()

    def _finished(self, inlines: Iterable[Inline | Citation]) -> Cited:
        content = placed(inlines, self.filler.lang)
        blank = all(
            isinstance(inline, LineBreak) or (isinstance(inline, Run) and not inline.text.strip()) for inline in content
        )
        return () if blank else content

    def _reader(self, line: int) -> Reader:
        def words(text: str, look: Look, below: int) -> Cited:
            return self._words(text, look, line + below)

        def target(href: str, below: int) -> str | None:
            return self._target(href, self.place(line + below))

        def fault(code: str, word: str, below: int) -> None:
            near = closest(word, [f".{mark}" for mark in sorted(MARKS)])
            self.fault(f"template-{code}", f"A span cannot have `{HOLE.sub('…', word)}`.", self.place(line + below),
                       word, f"Did you mean `{near}`?" if near else "See the marks in docs/templates.md.")  # fmt: skip

        return Reader(words=words, target=target, fault=fault, citations=lambda text: (), classes=MARKS)

    def _words(self, text: str, look: Look, line: int) -> Cited:
        origin = self.origin(self.place(line))
        out: list[Inline | Citation] = []
        at = 0
        for found in HOLE.finditer(text):
            out.append(Run(clean(text[at : found.start()]), origin, look.marks, look.lang))
            index = int(found[1])
            at = found.end()
            place = self.rendered.value_places.get(index, Place(0, 1))
            filling = self.filled(index)
            if filling.stands_alone:
                self.fault("template-misplaced", "A table, a figure or a box stands alone in its paragraph.", place)
            elif "code" in look.marks:
                self.fault("template-misplaced", "A value cannot stand in a code span.", place, hint="Take the ` away.")
            out.extend(_dressed(filling.as_line(), look))
        out.append(Run(clean(text[at:]), origin, look.marks, look.lang))
        return tuple(out)

    def _target(self, href: str, place: Place) -> str | None:
        if HOLE.search(href):
            if href.startswith("#"):
                return "#" + slug(self.plain(href[1:]))
            self.fault("template-misplaced", "A value cannot stand in the target of a link.", place,
                       hint="Only links inside the brief, `#…`, may name a value.")  # fmt: skip
            return None
        if href.lower().startswith(SCHEMES):
            return clean(href)
        self.fault("template-bad-link", f"A link cannot lead to `{href}`.", place, href,
                   "Give an address that begins with https:, http:, mailto: or #.")  # fmt: skip
        return None


def _numbered(cited: Cited) -> Iterator[Inline]:
    return (inline for inline in cited if isinstance(inline, (Run, Link, LineBreak)))


def _dressed(cited: Cited, look: Look) -> Iterator[Inline | Citation]:
    """The inlines of a value in the look of the place where they stand."""
    for inline in cited:
        match inline:
            case Run() if look.marks or look.lang:
                yield _in(inline, look)
            case Link() if look.marks or look.lang:
                yield Link(tuple(_in(run, look) for run in inline.content), inline.target)
            case _:
                yield inline


def _in(run: Run, look: Look) -> Run:
    return msgspec.structs.replace(run, marks=run.marks | look.marks, lang=run.lang or look.lang)
