"""Where words come from: template lines and paths."""

import pytest
from tests.template.small_world import composed

from briefgen.document import Authored, Computed, Inlines, Run, TemplateText
from briefgen.document.walk import texts

TEMPLATE = """{% macro m(x) %}
said {{ x }}
{% endmacro %}
one
two {{ scenario.title }} three

{% for o in scenario.options %}
- four {{ o.name }}
  five
{% endfor %}

{{ _("six {n}", n=1) }}

{{ m(7) }}

{% if true %}
{% if true %}
eight
{% endif %}
{% endif %}

:::{remark} nine
ten

eleven
:::

| twelve |
|---|
{% for o in scenario.options %}
| thirteen {{ o.id }} |
{% endfor %}

{% include "part" %}
"""
LINES = {
    "one": 4, "two": 5, "three": 5, "four": 8, "five": 9, "six": 12, "said": 2, "eight": 18, "nine": 22, "ten": 23,
    "eleven": 25, "twelve": 28, "thirteen": 31, "fourteen": 3,
}  # fmt: skip


def runs(template: str = TEMPLATE) -> list[Run]:
    document = composed(template, part="\n\nfourteen\n").document
    return [run for block in document.blocks for inlines in texts(block) for run in inlines if isinstance(run, Run)]


@pytest.mark.parametrize("word", LINES)
def test_the_words_of_a_template_know_their_line(word: str) -> None:
    found = [run.origin for run in runs() if word in run.text.split()]
    assert found
    for origin in found:
        assert isinstance(origin, TemplateText)
        assert (origin.template, origin.line) == ("part" if word == "fourteen" else "main", LINES[word])


def test_the_words_of_authors_know_their_path() -> None:
    paths = {run.origin.path for run in runs() if isinstance(run.origin, Authored)}
    assert paths == {"title.en", "options.no-action.name.en", "options.team.name.en"}


def test_what_was_worked_out_is_not_to_be_edited() -> None:
    assert {run.text for run in runs() if isinstance(run.origin, Computed)} == {"1", "7", "no-action", "team"}


def test_a_date_is_computed_and_the_words_around_it_are_the_templates() -> None:
    (block,) = composed('{{ _("As of {d}", d=scenario.as_of) }}').document.blocks
    inlines: Inlines = next(iter(texts(block)))
    assert [type(run.origin) for run in inlines if isinstance(run, Run)] == [TemplateText, Computed]
