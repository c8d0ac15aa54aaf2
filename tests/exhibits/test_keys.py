"""The key of a table explains the signs that the table shows, and no others."""

from collections.abc import Iterator
from itertools import chain

import pytest
from tests.laws.briefs import SHIPPED, TEMPLATES, brief, loaded

from briefgen.document import Block, Document, Run, Table, plain
from briefgen.document.walk import runs, texts

SHAPES = set("▲▼◆△▽◊")
HOLLOW = set("△▽◊")
ITALICS = {"en": "italics", "fr": "italiques", "es": "cursiva"}
CASES = [(name, lang, template) for name, lang in SHIPPED for template in TEMPLATES]


def document(name: str, lang: str, template: str) -> Document:
    option = loaded(name).scenario.options[-1].id if template == "option-note" else ""
    return brief(name, lang, template, option)


def tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        yield from tables(getattr(block, "blocks", ()))


def cells(table: Table) -> list[list[Run]]:
    """The runs of each cell."""
    return [
        [run for block in cell.blocks for line in texts(block) for run in runs(line)]
        for row in table.body
        for cell in row.cells
    ]


@pytest.mark.parametrize(("name", "lang", "template"), CASES)
def test_a_key_explains_the_signs_of_its_table(name: str, lang: str, template: str) -> None:
    for table in tables(document(name, lang, template).blocks):
        key = " ".join(plain(line) for block in table.key for line in texts(block))
        shown = list(chain.from_iterable(cells(table)))
        signs = {sign for run in shown for sign in SHAPES & set(run.text)}
        if table.anchor == "options-at-a-glance":  # a word follows each sign: “▲ supported by”
            assert not key
            continue
        assert SHAPES & set(key) == signs, table.anchor
        inferred = any("inferred" in run.marks for run in shown) or bool(signs & HOLLOW)
        assert (ITALICS[lang] in key.lower()) == inferred, table.anchor


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_a_table_without_a_key_has_words_beside_its_signs(name: str, lang: str) -> None:
    (table,) = (each for each in tables(document(name, lang, "decision-note").blocks) if "glance" in each.anchor)
    for cell in cells(table):
        for run, after in zip(cell, [*cell[1:], None], strict=True):
            if SHAPES & set(run.text):
                assert after is not None, cell
                assert after.text.strip(), cell
