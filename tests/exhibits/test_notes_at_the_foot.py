"""What the foot of a page says of a fact with several passages: each place once, and a source by its name once."""

from pathlib import Path

import pytest
from tests.laws.trial import from_file

from briefgen.document import plain

SCENARIO = """
title: A night bus
question: Should there be a night bus? [@last-bus]
decision_maker: Town council
neutral: true
options: [{id: no-change, name: No change, baseline: true}]
sources: [{id: survey, title: Survey, language: en}, {id: audit, title: Audit, language: en}]
facts:
  - id: last-bus
    statement: The last bus leaves at 23:10.
    evidence:
"""

SAID = {
    ("survey par. 3", "audit par. 3"): "Survey, par. 3: “words 0”; Audit, par. 3.",
    ("survey par. 3", "survey par. 5"): "Survey, par. 3: “words 0”; par. 5.",
    ("survey par. 3", "survey par. 3"): "Survey, par. 3: “words 0”.",
    ("survey", "survey"): "Survey: “words 0”.",
    ("survey", "survey par. 5"): "Survey: “words 0”; par. 5.",
    ("survey par. 3", "survey"): "Survey, par. 3: “words 0”; Survey.",
    ("survey par. 3", "survey par. 3", "audit"): "Survey, par. 3: “words 0”; Audit.",
    ("survey par. 3", "survey par. 5", "audit"): "Survey, par. 3: “words 0”; par. 5.",
}
"""Where the passages of a fact stand → its note. A note names two places: the rest is among the end notes."""


@pytest.mark.parametrize("places", SAID)
def test_a_place_is_named_once(places: tuple[str, ...], tmp_path: Path) -> None:
    """Once, it read “Letter, par. 5: “Beyond that …”; Letter, par. 5”."""
    lines = []
    for number, place in enumerate(places):
        source, _, page = place.partition(" ")
        lines.append(f'      - {{source: {source}, quote: "words {number}"{f", page: {page}" if page else ""}}}\n')
    made = from_file(tmp_path, SCENARIO + "".join(lines), "en")
    (note,) = made.document.notes
    assert plain(note.content).replace("\u00a0", " ") == SAID[places]
