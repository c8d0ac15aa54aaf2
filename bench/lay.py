"""Lays ready what the contenders read: `python -m bench.lay SCENARIO FOLDER VARIANT…`, a folder a variant.

In a process of its own, so that the one that races stays small: what a process grew to before it starts another counts
as the other's peak.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from bench.brief import BriefError, compose, plain_theme
from bench.inputs import docxtpl, html, pandoc, pictures, typst
from bench.likeness import WORDS, brief_words
from bench.longer import longer, with_marker
from bench.makers import BRIEF, CONTEXT, DEPTH, HTML, PANDOC, TEMPLATE, THEME, TYPST
from bench.marker import MARKER
from bench.table import long_table
from briefgen.document import Block, Chart, Document, Figure
from briefgen.theme import Theme


def lay_ready(document: Document, theme: Theme, folder: Path) -> None:
    """One document in all languages, its pictures, and its words."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (
        (BRIEF, msgspec.msgpack.encode(document)),
        (THEME, msgspec.msgpack.encode(theme)),
        (TYPST, typst.source(document, theme, "a4").encode()),
        (HTML, html.source(document, theme, "a4").encode()),
        (PANDOC, pandoc.tree(document).encode()),
        (CONTEXT, json.dumps(docxtpl.context(document), ensure_ascii=False).encode()),
        (TEMPLATE, docxtpl.template()),
        (DEPTH, str(pandoc.contents_depth(document) or 0).encode()),
        (WORDS, json.dumps(brief_words(document)).encode()),
        *pictures.files(document.blocks, theme, "a4"),
    ):
        (folder / name).write_bytes(data)


def without_charts(document: Document) -> Document:
    """The brief without its charts; pictures stay."""

    def drawn(block: Block) -> bool:
        return isinstance(block, Figure) and isinstance(block.picture, Chart)

    return msgspec.structs.replace(document, blocks=tuple(block for block in document.blocks if not drawn(block)))


VARIANTS: dict[str, Callable[[Document], Document]] = {
    "as-it-is": lambda document: document,
    "one-word": lambda document: with_marker(document, MARKER, every=False),
    "all-text": lambda document: with_marker(document, MARKER, every=True),
    "1-times": lambda document: document,
    "10-times": lambda document: longer(document, 10),
    "100-times": lambda document: longer(document, 100),
    "without-charts": lambda document: with_marker(without_charts(document), MARKER, every=False),
    "table": lambda _: long_table(2_000),
}
"""What one brief is made into."""


def main() -> int:
    """Exit code 0, or 2 where there is no brief."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("variants", nargs="+", choices=VARIANTS)
    asked = parser.parse_args()
    try:
        document, theme = compose(asked.scenario), plain_theme()
    except BriefError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    for name in asked.variants:
        lay_ready(VARIANTS[name](document), theme, asked.folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
