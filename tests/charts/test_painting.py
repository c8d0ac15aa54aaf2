"""One drawing, three media: the same words, and the same bytes each time."""

import datetime as dt
import io
import re
from xml.etree import ElementTree

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFont
from tests.factory import T, document
from tests.hypothesis_profiles import examples
from tests.strategies import HOSTILE, charts
from tests.word_files import unzipped

from briefgen import docx, html, pdf
from briefgen.charts import draw, svg
from briefgen.charts.png import DOTS, png
from briefgen.document import Caption, Chart, Computed, Figure, Moment, Run, Timeline
from briefgen.fonts import load
from briefgen.theme import Theme
from briefgen.theme.read import FONTS

_SVG = "{http://www.w3.org/2000/svg}"

anything = st.sampled_from(HOSTILE).map(lambda text: (Run(text, Computed()),))
few = examples(0.25)


def shown(days: int = 4) -> Figure:
    moments = tuple(
        Moment(T(f"{at + 1} May 2026"), T(f"Event <{at}> & more"), dt.date(2026, 5, at + 1)) for at in range(days)
    )
    return Figure(Timeline(moments), "Four days in May", Caption("Figure 1", T("Four days")), "days")


@few
@given(chart=charts(anything, most=3, dates=4))
def test_svg_is_xml_whatever_was_written(theme: Theme, chart: Chart) -> None:
    drawing = draw(chart, theme, 442)
    root = ElementTree.fromstring(svg.file(drawing, theme, "A <title> \x00"))
    assert len(list(root)) == len(drawing.shapes) + 1


def test_a_file_needs_no_font(theme: Theme) -> None:
    drawing = draw(shown().picture, theme, 442)  # type: ignore[arg-type]
    root = ElementTree.fromstring(svg.file(drawing, theme, "Days"))
    assert not list(root.iter(f"{_SVG}text"))
    letters = sum(len(words.text.replace(" ", "")) for words in drawing.words)
    assert len(list(root.iter(f"{_SVG}path"))) == letters
    assert {group.get("fill") for group in root.iter(f"{_SVG}g")} == {theme.inks["text"]}


@pytest.mark.parametrize("char", ["l", "é", "ç", "Ô", "8", "“", "ﬁ"])
def test_outlines_are_those_that_freetype_paints(theme: Theme, char: str) -> None:
    """The area within the outline is that of the letter, and it stands where the letter stands."""
    file = theme.sans.regular
    font = load(file)
    if not font.can_paint(char):
        pytest.skip("the font lacks it")
    path, units = font.outline(char), font.units
    size = 400
    image = Image.new("L", (size, 2 * size))
    brush = ImageDraw.Draw(image)
    for contour in path.split("Z")[:-1]:
        points = [(x * size / units, size * 1.4 - y * size / units) for x, y in on_the_curve(contour)]
        filled = Image.new("1", image.size)
        ImageDraw.Draw(filled).polygon(points, fill=1)
        image = ImageChops.logical_xor(image.convert("1"), filled).convert("L")
    brush = ImageDraw.Draw(other := Image.new("L", image.size))
    brush.text((0, size * 1.4), char, 255, ImageFont.truetype(str(FONTS / file), size), anchor="ls")
    differing = sum(ImageChops.difference(image, other).point(lambda shade: shade > 128 and 255).histogram()[1:])
    assert differing < 0.04 * sum(other.histogram()[128:])


def on_the_curve(contour: str) -> list[tuple[float, float]]:
    """The corners of a contour, with the middle of each curve."""
    out: list[tuple[float, float]] = []
    for letter, values in re.findall(r"([MLQ])([^MLQ]*)", contour):
        numbers = [float(number) for number in values.split()]
        if letter == "Q":
            (x0, y0), (hx, hy), (x1, y1) = out[-1], numbers[:2], numbers[2:]
            out += [((1 - t) ** 2 * x0 + 2 * t * (1 - t) * hx + t * t * x1,
                     (1 - t) ** 2 * y0 + 2 * t * (1 - t) * hy + t * t * y1) for t in (0.25, 0.5, 0.75)]  # fmt: skip
        out.append((numbers[-2], numbers[-1]))
    return out


@few
@given(chart=charts(anything, most=3, dates=4))
def test_a_picture_shows_any_chart_and_is_the_same_each_time(theme: Theme, chart: Chart) -> None:
    drawing = draw(chart, theme, 442)
    data = png(drawing, theme)
    assert data == png(drawing, theme)
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.width == -(-442 * DOTS // 72)
        assert picture.convert("L").getextrema()[0] < 128 or not drawing.shapes


def test_word_takes_vectors_and_a_picture_of_the_same_proportions(theme: Theme) -> None:
    parts = unzipped(docx.write(document(shown()), theme))
    assert "word/media/drawing1.svg" in parts
    picture_name = next(name for name in parts if name.startswith("word/media/") and name.endswith(".png"))
    assert b'ContentType="image/svg+xml"' in parts["[Content_Types].xml"]
    body = parts["word/document.xml"].decode()
    width, height = map(int, re.search(r'wp:extent cx="(\d+)" cy="(\d+)"', body).groups())  # type: ignore[union-attr]
    with Image.open(io.BytesIO(parts[picture_name])) as picture:
        assert abs(picture.width / picture.height - width / height) < 0.02
    assert 'descr="Four days in May"' in body and "asvg:svgBlip" in body


def test_the_page_shows_one_of_two_drawings_and_tells_its_data(theme: Theme) -> None:
    page = html.write(document(shown()), theme).decode()
    assert page.count('<svg viewBox="') == 2
    assert page.count('role="img" aria-label="Four days in May"') == 2
    assert "Event &lt;2&gt; &amp; more" in page
    figure = page[page.index("<svg") : page.rindex("</svg>")]
    assert "#" not in figure, "inks are variables, which change with the light"


def test_the_pdf_draws_vectors_in_its_own_fonts(theme: Theme) -> None:
    with pikepdf.open(io.BytesIO(pdf.write(document(shown()), theme))) as opened_pdf:
        resources = opened_pdf.pages[0].Resources
        assert not resources.get("/XObject")
        content = opened_pdf.pages[0].Contents.read_bytes()
        inside = content[content.index(b"/Figure") :]
        inside = inside[: inside.index(b"EMC")]
        assert b"TJ" in inside and b" l" in inside and b" c" in inside
