"""A chart → what Word draws of it."""

from typing import assert_never

from briefgen.document import Acceptability, Chart, Contributions, Sensitivity, Timeline
from briefgen.theme import Theme
from briefgen.writers.docx.charts.acceptability import acceptability
from briefgen.writers.docx.charts.contributions import contributions
from briefgen.writers.docx.charts.sensitivity import sensitivity
from briefgen.writers.docx.charts.word_chart import WordChart


def word_charts(chart: Chart, theme: Theme, width: float, lang: str) -> tuple[WordChart, ...]:
    """The charts side by side that show it, together as wide as `width`; none where Word has no chart of its kind."""
    match chart:
        case Acceptability():
            return (acceptability(chart, theme, width),)
        case Contributions():
            return contributions(chart, theme, width, lang)
        case Sensitivity():
            return (sensitivity(chart, theme, width, lang),)
        case Timeline():
            return ()
        case _:
            assert_never(chart)
