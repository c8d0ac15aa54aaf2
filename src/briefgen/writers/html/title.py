"""The head of the brief: kind of paper, title, question, and the strip of entries."""

from briefgen.document import Inlines, TitleBlock, plain
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.markup import NOTHING, Markup, element, lines
from briefgen.writers.html.story import Story


def title(block: TitleBlock, story: Story, name: str = "p") -> Markup:
    """Each part where it has words. `name`: of the element of the title; `h1` for the page's own."""
    parts = (
        _part("p", "kind", block.kind, story),
        _part(name if plain(block.title).strip() else "p", "title", block.title, story),
        _part("p", "question", block.question, story),
    )
    entries = lines(
        element(
            "div", element("dt", inlines(entry.label, story)), element("dd", inlines(entry.value, story))
        )
        for entry in block.entries
    )  # fmt: skip
    strip = element("dl", entries, class_="entries") if entries else NOTHING
    return element("div", lines((*parts, strip)), class_="title-block")


def _part(name: str, kind: str, content: Inlines, story: Story) -> Markup:
    return element(name, inlines(content, story), class_=kind) if content else NOTHING
