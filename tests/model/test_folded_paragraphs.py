"""After `>`, an empty line begins a paragraph: YAML gives one line end for it; Markdown would run the two together."""

from pathlib import Path

import pytest

from briefgen.io.filesystem import World
from briefgen.model.read import load
from briefgen.model.reading.texts import as_written

SCENARIO = """\
title: A
question: B?
decision_maker: C
options:
  - {id: a, name: A, baseline: true}
background: %s
"""

CASES = {
    "folded": (">\n  One\n  goes on.\n\n  Two.\n", "One goes on.\n\nTwo.\n"),
    "folded, three lines apart": (">\n  One.\n\n\n\n  Two.\n", "One.\n\n\nTwo.\n"),
    "folded, with a list that is indented": (">\n  One:\n\n    - a\n    - b\n", "One:\n\n  - a\n  - b\n"),
    "literal": ("|\n  One\n  goes on.\n\n  Two.\n", "One\ngoes on.\n\nTwo.\n"),
}


@pytest.mark.parametrize("written, read", CASES.values(), ids=CASES)
def test_paragraphs_of_a_block(written: str, read: str, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(SCENARIO % written, encoding="utf-8")
    loaded, faults = load(World(tmp_path), Path("scenario.yaml"))
    assert loaded and not faults
    assert loaded.scenario.background and loaded.scenario.background.texts["en"] == read


@pytest.mark.parametrize(
    ("markdown", "value"),
    [
        ("One.\n\nTwo.\n", "One.\nTwo.\n"),
        ("One:\n\n  - a\n  - b\n", "One:\n\n  - a\n  - b\n"),
        ("One.\n\n\nTwo.\n", "One.\n\n\nTwo.\n"),
        ("One.\nTwo.\n", None),  # two lines of one paragraph: only `|` keeps them
    ],
)
def test_markdown_is_written_with_the_line_ends_from_which_it_is_read(markdown: str, value: str | None) -> None:
    assert as_written(markdown, "folded") == value
    assert as_written(markdown, "literal") == markdown
