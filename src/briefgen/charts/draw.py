"""A chart → its drawing at a width."""

from typing import assert_never

from briefgen.charts import acceptability, contributions, sensitivity, timeline
from briefgen.charts.drawing import Drawing
from briefgen.document import Acceptability, Chart, Contributions, Sensitivity, Timeline
from briefgen.theme import Theme

LEAST_WIDTH = 180.0
"""Least width of a drawing; if there is less room, the drawing is scaled down."""


def draw(chart: Chart, theme: Theme, width: float) -> Drawing:
    """The drawing of a chart, as high as its content requires."""
    width = max(width, LEAST_WIDTH)
    match chart:
        case Timeline():
            return timeline.draw(chart, theme, width)
        case Contributions():
            return contributions.draw(chart, theme, width)
        case Sensitivity():
            return sensitivity.draw(chart, theme, width)
        case Acceptability():
            return acceptability.draw(chart, theme, width)
        case _:
            assert_never(chart)
