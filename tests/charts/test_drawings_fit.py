"""Whatever is to be shown: no words overlap, nothing leaves the drawing, and no word is lost."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hypothesis_profiles import examples
from tests.strategies import HOSTILE, charts

from briefgen.charts import Circle, Drawing, Path, Rectangle, Text, draw
from briefgen.charts.labels import plain_text, without_overlaps
from briefgen.document import (
    Acceptability,
    Chart,
    Computed,
    Contributions,
    Portion,
    Run,
    Scored,
    Sensitivity,
    Timeline,
    Weighed,
)
from briefgen.theme import Theme

LABELS = (
    "Link", "Second main", "31 December 2030", "61 %", "47–61",
    "Mission d’évaluation multidimensionnelle conduite conjointement avec la Communauté des Caraïbes",
    "Anticonstitutionnellement-interministérielle", "No-action/baseline", "x" * 70, "Київ: рішення", "▲ for",
    "日本語の長い名前",
)  # fmt: skip

labels = st.sampled_from(LABELS).map(lambda text: (Run(text, Computed()),))
any_labels = st.sampled_from((*LABELS, *HOSTILE)).map(lambda text: (Run(text, Computed()),))
widths = st.sampled_from((180.0, 216.0, 300.0, 331.0, 442.0, 459.0, 650.0))

law = examples(0.5)


def test_a_score_for_which_room_was_made_is_not_broken(theme: Theme) -> None:
    """The room was a sum that missed the width of “30–100” in its last digit, and 100 stood below 30."""

    def words(text: str) -> tuple[Run, ...]:
        return (Run(text, Computed()),)

    trial = Scored(words("Six-month trial"), (Portion(30, 60), Portion(0, 40, True)), words("30–100"))
    criteria = (Weighed(words("Time"), 60, "60"), Weighed(words("Cost"), 40, "40"))
    chart = Contributions(criteria, (trial,), words("Score"))
    for width in range(3600, 4800, 7):
        shapes = draw(chart, theme, width / 10).shapes
        assert "30–100" in [shape.text for shape in shapes if isinstance(shape, Text)]


@law
@given(chart=charts(labels), width=widths)
def test_no_words_overlap(theme: Theme, chart: Chart, width: float) -> None:
    words = sorted(draw(chart, theme, width).words, key=lambda one: one.top)
    for one, other in combinations(words, 2):
        if other.top >= one.bottom:
            continue
        apart = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
        assert apart, (one.text, other.text)


@law
@given(chart=charts(any_labels), width=widths)
def test_nothing_leaves_the_drawing(theme: Theme, chart: Chart, width: float) -> None:
    drawing = draw(chart, theme, width)
    assert drawing.width == width
    for shape in drawing.shapes:
        left, top, right, bottom = extent(shape)
        assert left >= -0.6 and right <= drawing.width + 0.6, shape
        assert top >= -0.6 and bottom <= drawing.height + 0.6, shape


@law
@given(chart=charts(labels), width=widths)
def test_every_name_is_there_whole(theme: Theme, chart: Chart, width: float) -> None:
    drawn = squeezed("".join(words.text for words in draw(chart, theme, width).words))
    for label in names(chart):
        assert squeezed(label) in drawn


@law
@given(chart=charts(labels), width=widths)
def test_no_line_runs_through_words(theme: Theme, chart: Chart, width: float) -> None:
    drawing = draw(chart, theme, width)
    for path in uprights(drawing):
        (x, top), (_, bottom) = sorted(path.points, key=lambda point: point[1])
        for words in drawing.words:
            beside = x <= words.x + 0.5 or x >= words.x + words.width - 0.5
            assert beside or bottom <= words.top + 0.5 or top >= words.bottom - 0.5, (words.text, path)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 9)), min_size=1, max_size=12))
def test_labels_spread_in_order_and_stay_where_there_is_room(given_labels: list[tuple[float, float]]) -> None:
    given_labels.sort()
    wanted, extents = [want for want, _ in given_labels], [size for _, size in given_labels]
    centres = without_overlaps(wanted, extents, 0, 108)
    edges = [(at - size / 2, at + size / 2) for at, size in zip(centres, extents, strict=True)]
    assert edges[0][0] >= -1e-6 and edges[-1][1] <= 108 + 1e-6
    for above, below in pairwise(edges):
        assert above[1] <= below[0] + 1e-6
    if all(b[0] - a[0] >= 9 for a, b in pairwise(given_labels)):
        inside = [min(max(want, size / 2), 108 - size / 2) for want, size in given_labels]
        assert centres == pytest.approx(inside) or wanted[0] < 9 or wanted[-1] > 99


def extent(shape: Path | Rectangle | Circle | Text) -> tuple[float, float, float, float]:
    match shape:
        case Path(points=points):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return min(xs), min(ys), max(xs), max(ys)
        case Rectangle(x, y, width, height):
            return x, y, x + width, y + height
        case Circle(x, y, radius):
            return x - radius, y - radius, x + radius, y + radius
        case Text():
            return shape.x, shape.top, shape.x + shape.width, shape.bottom


def uprights(drawing: Drawing) -> list[Path]:
    """Lines from top to bottom."""
    paths = (shape for shape in drawing.shapes if isinstance(shape, Path) and len(shape.points) == 2)
    return [path for path in paths if path.points[0][0] == path.points[1][0]]


def names(chart: Chart) -> list[str]:
    match chart:
        case Timeline(moments=moments):
            known = any(moment.day for moment in moments)
            return [plain_text(moment.label) for moment in moments] if known else []
        case Contributions() | Sensitivity() | Acceptability():
            return [plain_text(option.label) for option in chart.options]


def squeezed(text: str) -> str:
    """Without spaces, and without hyphens, at which a long word may be divided."""
    return "".join(text.split()).replace("-", "")
