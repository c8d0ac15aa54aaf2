"""Laws: whatever a chart holds, its parts are sound and the same each time, and its caches equal its cells."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.docx.chart_parts import charts_of
from tests.docx.linter import faults
from tests.docx.sample import plain_theme
from tests.factory import T, document
from tests.hypothesis_profiles import examples
from tests.strategies import HOSTILE, charts

from briefgen import docx
from briefgen.charts.labels import plain_text
from briefgen.core.xml import allowed
from briefgen.document import (
    Acceptability,
    Chart,
    Computed,
    Contributions,
    Course,
    Figure,
    Moment,
    Portion,
    Ranked,
    Run,
    Scored,
    Sensitivity,
    Timeline,
    Turn,
    Weighed,
)  # fmt: skip
from briefgen.ooxml.tags import C

THEME = plain_theme()
LONG = "An option with a name of three hundred letters " * 7
labels = st.sampled_from(("Link", "Second main", LONG, *HOSTILE, "=1+1", "_x0041_")).map(
    lambda text: (Run(text, Computed()),)
)
law = examples(0.25)

ODD: tuple[Chart, ...] = (
    Timeline(()),
    Timeline((Moment(T("2026"), T("a"), dt.date(2026, 1, 1)),)),
    Contributions((), (), ()),
    Contributions((), (Scored(T("a"), (), T("0")),), T("Score")),
    Contributions((Weighed(T("Cost"), 100, "100"),), (), T("Score")),
    Contributions((Weighed(T("Cost"), 0, "0"),), (Scored(T("a"), (Portion(0, 0),), T("0")),), T("Score")),
    Contributions(
        tuple(Weighed(T(f"Criterion {at}"), 2.5, "2.5") for at in range(40)),
        tuple(Scored(T(f"Option {at}"), (Portion(1, 2),) * 40, T("40–80")) for at in range(40)),
        T("Score"),
    ),
    Sensitivity((), 0, (), (), (), ()),
    Sensitivity((Course(T("a"), (50, 50), (50, 50), leads=True),), 100, T("all"), (Turn(100, 100, T(LONG)),), (), ()),
    Sensitivity((Course(T("a"), (0, 0), (0, 0)),) * 40, 0, T("none"), (), T("Weight"), T("Score")),
    Acceptability((), ()),
    Acceptability((T("first"),), (Ranked(T("a"), (1.0,)),)),
    Acceptability((), (Ranked(T("a"), (0.5, 0.5)), Ranked(T("b"), ()))),
    Acceptability(
        tuple(T(f"{at}th") for at in range(40)), tuple(Ranked(T(f"Option {at}"), (0.025,) * 40) for at in range(40))
    ),
    Acceptability((T("first"),), (Ranked(T("a"), (float("nan"),)), Ranked(T("b"), (float("inf"),)))),
)  # fmt: skip
"""Nothing, one, many, equal, and no numbers at all."""


def sound(chart: Chart) -> bytes:
    """A file with the chart; it is sound, the same each time, and each cache holds the values of the cells."""
    held = document(Figure(chart, "The data"))
    data = docx.write(held, THEME)
    assert faults(data) == []
    assert docx.write(held, THEME) == data
    for shown in charts_of(data):
        for cached, cells in shown.caches():
            assert cached == cells
    return data


@given(chart=charts(labels))
@law
def test_any_chart_is_sound_and_names_its_options(chart: Chart) -> None:
    data = sound(chart)
    if isinstance(chart, Timeline):
        return
    said = [text for shown in charts_of(data) for text in shown.root.itertext(f"{{{C}}}v")]
    for option in chart.options:
        name = allowed(plain_text(option.label))
        assert any(name.replace("_x0041_", "_x005F_x0041_") in text for text in said)


@pytest.mark.parametrize("chart", ODD, ids=range(len(ODD)))
def test_odd_charts_are_sound(chart: Chart) -> None:
    sound(chart)
