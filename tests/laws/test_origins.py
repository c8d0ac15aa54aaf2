"""Every authored run knows a field of the scenario, and its words stand in that field."""

import re

import pytest
from tests.laws.briefs import SHIPPED, brief, loaded
from tests.laws.shape import runs
from tests.laws.trial import lines

from briefgen.document import Authored


def written(words: str) -> str:
    """Words as a file has them, without citations, marks of Markdown and white space."""
    return "".join(re.sub(r"\[@[^]]*\]|\]\{[^}]*\}|[\[\]*_\\]", "", words).split())


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_the_words_of_a_run_stand_at_its_place(name: str, lang: str) -> None:
    origins = loaded(name).origins
    authored = [run for line in lines(brief(name, lang)) for run in runs(line) if isinstance(run.origin, Authored)]
    assert len(authored) > 50
    for run in authored:
        assert run.origin.path in origins, run
        assert written(run.text) in written(origins[run.origin.path].text), run
