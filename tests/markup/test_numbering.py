"""Each paragraph and item of a field is counted, so that an edit in Word finds the one that it is of."""

from briefgen.document import Authored, Link, List, Paragraph, Run
from briefgen.markup.model import Citation, Prose
from briefgen.markup.parse import parse

WRITTEN = """\
One [@a].

- Two, [linked](https://example.org) and **strong** [@b]
  - Three

  Four
- Five
"""


def blocks_of(text: str) -> dict[str, int]:
    """What stands in a field → the number of its block."""
    found: dict[str, int] = {}
    waiting = list(parse(Prose("f", "factual", {"en": text}), "en").blocks)
    while waiting:
        block = waiting.pop(0)
        match block:
            case List(items=items):
                waiting = [inner for item in items for inner in item.blocks] + waiting
            case Paragraph(content=content):
                for inline in content:
                    for run in inline.content if isinstance(inline, Link) else (inline,):
                        match run:
                            case Run(text=text, origin=Authored(path="f.en", block=number)):
                                found[text.strip(" ,")] = number
                            case Citation(fact=fact, block=number):
                                found[f"@{fact}"] = number
    return found


def test_paragraphs_and_items_are_counted_in_reading_order() -> None:
    assert blocks_of(WRITTEN) == {
        "One.": 0, "@a": 0, "Two": 1, "linked": 1, "and": 1, "strong": 1, "@b": 1, "Three": 2, "Four": 3, "Five": 4,
    }  # fmt: skip


def test_paragraphs_without_markdown_are_counted_likewise() -> None:
    assert blocks_of("One [@a].\n\nTwo [@b].") == {"One.": 0, "@a": 0, "Two.": 1, "@b": 1}


def test_a_field_of_one_paragraph_is_block_0() -> None:
    assert blocks_of("One [@a].") == {"One.": 0, "@a": 0}
