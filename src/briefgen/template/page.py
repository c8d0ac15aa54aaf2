"""From the Markdown of a rendered template to blocks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from markdown_it.token import Token

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile
from briefgen.core.suggestions import did_you_mean
from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Paged,
    Paragraph,
    Quotation,
    Run,
    TemplateText,
    plain,
)
from briefgen.document.transform import transform
from briefgen.markup.inlines import MARKS, Look, Reader, flat, may_lead
from briefgen.markup.model import Citation, Cited, Running
from briefgen.markup.parse import as_inlines, placed
from briefgen.markup.plain import in_line, parted
from briefgen.markup.words import beginning, clean
from briefgen.template import markdown
from briefgen.template.directives import DIRECTIVES, Fence, pipe_table, read, split
from briefgen.template.environment import HOLE, NESTING, Place, Rendered
from briefgen.template.loading import of_line, of_word
from briefgen.template.markdown import Node
from briefgen.template.numbering import slug
from briefgen.template.values import Filler, Filling, NotPrintable

# The lines of a rendered template, with their holes filled.

_BLANKS = re.compile(" {2,}")


class Lines:
    """The lines of a rendered template, counted from 0."""

    def __init__(self, rendered: Rendered, files: Mapping[str, SourceFile], filler: Filler) -> None:
        self.rendered = rendered
        self.files = tuple(files.values())
        self.names = tuple(files)
        self.filler = filler
        self.faults: list[Diagnostic] = []

    def fault(self, code: str, message: str, place: Place, word: str = "", hint: str = "") -> None:
        """Report a fault of the template."""
        file = self.files[place.file]
        span = of_word(file, place.line, word) if word else of_line(file, place.line)
        self.faults.append(error(code, message, span, hint))

    def place(self, line: int) -> Place:
        """Where a line of the rendered text comes from."""
        return self.rendered.places[min(line, len(self.rendered.places) - 1)]

    def origin(self, place: Place) -> TemplateText:
        """The origin of a template's own words."""
        return TemplateText(self.names[place.file], place.line)

    def line(self, text: str, line: int) -> Cited:
        """A line of Markdown with its holes filled."""
        return self.finished(in_line(flat(markdown.line(text), self.reader(line))))

    def plain(self, text: str) -> str:
        """The words of a line without Markdown and with its holes filled: for options."""
        return HOLE.sub(lambda found: plain(_without_citations(self.filled(int(found[1])).as_line())), text)

    def anchor(self, given: Mapping[str, str]) -> str:
        """The anchor among the options of a line, or none."""
        return slug(self.plain(given["anchor"])) if "anchor" in given else ""

    def filled(self, index: int) -> Filling:
        """The content of a hole; nothing, and a fault, where the value cannot be printed."""
        place = self.rendered.value_places.get(index, Place(0, 1))
        try:
            return self.filler.fill(self.rendered.values[index], self.origin(place))
        except NotPrintable as reason:
            self.fault("template-not-printable", f"This cannot be printed: {reason}.", place)
            return Filling()

    def finished(self, inlines: Iterable[Inline | Citation]) -> Cited:
        """The inlines of a line with its note marks in place; nothing where it is blank."""
        content = tuple(_tidy(placed(inlines, self.filler.lang)))
        blank = all(
            isinstance(inline, LineBreak) or (isinstance(inline, Run) and not inline.text.strip()) for inline in content
        )
        return () if blank else content

    def reader(self, line: int) -> Reader:
        """How the tokens of a paragraph that begins on a line are read."""

        def words(text: str, look: Look, below: int) -> Running:
            return self._words(text, look, line + below)

        def target(href: str, below: int) -> str | None:
            return self._target(href, self.place(line + below))

        def fault(code: str, word: str, below: int) -> None:
            near = did_you_mean(word, [f".{mark}" for mark in sorted(MARKS)])
            self.fault(f"template-{code}", f"A span cannot have `{HOLE.sub('…', word)}`.", self.place(line + below),
                       word, near or "See the marks in docs/templates.md.")  # fmt: skip

        return Reader(words=words, target=target, fault=fault, citations=lambda text, look: (), classes=MARKS)

    def _words(self, text: str, look: Look, line: int) -> Running:
        origin = self.origin(self.place(line))
        out: list[Inline | Citation | List] = []
        at = 0
        for found in HOLE.finditer(text):
            out.append(Run(clean(text[at : found.start()]), origin, look.marks, look.lang))
            index = int(found[1])
            at = found.end()
            place = self.rendered.value_places.get(index, Place(0, 1))
            filling = self.filled(index)
            if filling.needs_blocks:
                self.fault("template-misplaced", "A table, a figure or a box stands alone in its paragraph.", place)
            elif "code" in look.marks:
                self.fault("template-misplaced", "A value cannot stand in a code span.", place, hint="Take the ` away.")
            out.extend(_in_look(filling.as_running(), look))
        out.append(Run(clean(text[at:]), origin, look.marks, look.lang))
        return tuple(out)

    def _target(self, href: str, place: Place) -> str | None:
        if HOLE.search(href):
            if href.startswith("#"):
                return "#" + slug(self.plain(href[1:]))
            self.fault("template-misplaced", "A value cannot stand in the target of a link.", place,
                       hint="Only links inside the brief, `#…`, may name a value.")  # fmt: skip
            return None
        if may_lead(href):
            return clean(href)
        self.fault("template-bad-link", f"A link cannot lead to `{beginning(clean(href))}`.", place, href,
                   "Give an address that begins with https:, http:, mailto: or #.")  # fmt: skip
        return None


def _tidy(content: Iterable[Inline | Citation]) -> Iterator[Inline | Citation]:
    """The inlines without double blanks, which conditions of a template leave, and without a full stop after a name
    that ends with one (“U.S.S.R.”). Only words of the template are changed, and not its code."""
    after_blank = after_stop = False
    for inline in content:
        if isinstance(inline, Run) and isinstance(inline.origin, TemplateText) and "code" not in inline.marks:
            words = _BLANKS.sub(" ", inline.text)
            words = words[1:] if after_blank and words.startswith(" ") else words
            words = words[1:] if after_stop and words.startswith(".") and not words.startswith("..") else words
            if words != inline.text:
                inline = msgspec.structs.replace(inline, text=words)
            if not words:
                continue
        after_blank = isinstance(inline, Run) and inline.text.endswith(" ")
        after_stop = isinstance(inline, Run) and isinstance(inline.origin, Authored) and inline.text.endswith(".")
        yield inline


def _without_citations(cited: Cited) -> Iterator[Inline]:
    return (inline for inline in cited if isinstance(inline, (Run, Link, LineBreak, Paged)))


def _in_look(running: Running, look: Look) -> Iterator[Inline | Citation | List]:
    """The inlines of a value, in the look of the place where it is printed."""
    for piece in running:
        match piece:
            case Run() if look.marks or look.lang:
                yield _in(piece, look)
            case Link() if look.marks or look.lang:
                yield Link(tuple(_in(run, look) for run in piece.content), piece.target)
            case Paged(with_pages=paged, without_pages=unpaged):
                yield Paged(tuple(_in_look(paged, look)), tuple(_in_look(unpaged, look)))  # type: ignore[arg-type]
            case List() if look.marks or look.lang:
                yield from transform((piece,), text=lambda text: tuple(_in_look(text, look)))  # type: ignore[arg-type]
            case _:
                yield piece


def _in(run: Run, look: Look) -> Run:
    return msgspec.structs.replace(run, marks=run.marks | look.marks, lang=run.lang or look.lang)


class Page(Lines):
    """A rendered template becoming blocks: what directives work with."""

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
        """A paragraph, or the blocks of the hole that it consists of; nothing where it is empty."""
        token = node.inline()
        if token is None:
            return ()
        line = first + (token.map[0] if token.map else 0)
        return self.block_content(token.content, line, token.children)

    def block_content(self, text: str, line: int, children: Sequence[Token] | None = None) -> Blocks:
        """The content of a paragraph, an item or a cell: blocks, where it consists of a hole alone."""
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
        text, given = split(token.content if token else "")
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
        """Report content in a directive that takes none: mostly its closing fence is missing."""
        if fence.content.strip():
            self.fault("template-misplaced", f"`{fence.name}` holds nothing.", self.place(fence.line), fence.name,
                       "Close it with ::: on the next line.")  # fmt: skip
