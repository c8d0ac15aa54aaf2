"""Every authored run knows a field of the scenario, and its words stand in that field."""

import pytest

from briefgen.document import Authored, Run
from tests.laws.briefs import SHIPPED, brief, loaded
from tests.laws.shape import runs
from tests.laws.trial import lines


def folded(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_the_words_of_a_run_stand_at_its_place(name: str, lang: str) -> None:
    origins = loaded(name).origins
    authored = [run for line in lines(brief(name, lang)) for run in runs(line) if isinstance(run.origin, Authored)]
    assert len(authored) > 50
    for run in authored:
        assert run.origin.path in origins, run
        span = origins[run.origin.path]
        assert folded(run.text) in folded(span.text.replace("''", "'")), run


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_no_words_of_the_scenario_pass_for_the_template_s(name: str, lang: str) -> None:
    """A run that is not authored has none of the longer words that the scenario alone uses."""
    written = {word for file in loaded(name).files for word in file.text.split() if len(word) > 3}
    assert all(isinstance(run, Run) for line in lines(brief(name, lang)) for run in runs(line))
    assert written
