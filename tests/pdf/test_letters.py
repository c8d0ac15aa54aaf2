"""Letters are painted where the layout has measured them."""

from collections.abc import Iterator
from io import BytesIO

import msgspec
import pikepdf
import pytest
from tests.factory import P, R, document
from tests.pdf.brief import brief

from briefgen.document import Document, Paragraph
from briefgen.layout import Pages, TextLine, paginate
from briefgen.pdf.writer import write
from briefgen.theme import Theme


def painted(pdf: bytes) -> Iterator[float]:
    """The widths of the stretches that a file paints: from one move of the text position to the next."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            fonts = {
                name: (int(font.FirstChar), [float(width) for width in font.Widths])
                for name, font in page.obj.Resources.Font.items()
            }
            first, widths, size, tracking, spacing, at = 0, [0.0], 0.0, 0.0, 0.0, None
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "Tf":
                        (first, widths), size = fonts[str(operands[0])], float(operands[1])
                    case "Tc":
                        tracking = float(operands[0])
                    case "Tw":
                        spacing = float(operands[0])
                    case "Td" | "ET":
                        if at is not None:
                            yield at
                        at = 0.0 if str(operator) == "Td" else None
                    case "Tj" | "TJ":
                        assert at is not None
                        parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                        for part in parts:
                            if isinstance(part, pikepdf.String):
                                codes = bytes(part)
                                at += sum(widths[code - first] for code in codes) / 1000 * size
                                at += tracking * len(codes) + spacing * codes.count(b" ")
                            else:
                                at -= float(part) / 1000 * size
                    case _:
                        pass


def measured(pages: Pages) -> Iterator[float]:
    """The widths that the layout has given them; the space at the end of a line is counted too."""
    from briefgen.fonts import load

    for page in pages:
        for box in (*page.boxes, *page.header, *page.footer):
            if isinstance(box, TextLine):
                for run in box.runs:
                    blanks = len(run.text) - len(run.text.rstrip(" "))
                    space = load(run.style.font).space * run.style.size + run.style.tracking + box.word_space
                    yield run.width + blanks * space


@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize(
    "given",
    [
        brief(),
        document(P("AVATAR, Tokyo, “Wa”, T. S. Eliot: 7,4 % of To-Do lists, *Vy* **P.** and/or ΑΥΤΟ, АУТО. " * 9)),
        document(Paragraph((R("Kelmouth, "), R("Tarn. ", "strong"), R("Łódź ∴ Ţâ")))),
    ],
    ids=["brief", "pairs", "fonts"],
)  # fmt: skip
def test_letters_are_painted_as_wide_as_they_were_measured(theme: Theme, given: Document, align: str) -> None:
    styles = {name: msgspec.structs.replace(style, align=align) for name, style in theme.styles.items()}
    own = msgspec.structs.replace(theme, styles=styles)
    found, expected = sorted(painted(write(given, own))), sorted(measured(paginate(given, own)))
    assert len(found) == len(expected)
    assert found == pytest.approx(expected, abs=0.03)


def test_pairs_are_kerned(theme: Theme) -> None:
    def width(text: str) -> float:
        (line,) = [box for box in paginate(document(P(text)), theme)[0].boxes if isinstance(box, TextLine)]
        return line.width

    for first, second in ("AV", "To", "P.", "y,", "“A", "ΑΥ"):
        assert width(first + second) < width(first) + width(second) - 0.1


def test_figures_are_never_kerned(theme: Theme) -> None:
    """So that they stand below each other in a column."""
    from briefgen.fonts import load

    for name in (theme.sans.regular, theme.sans.strong, theme.serif.regular, theme.serif.strong):
        font = load(name)
        assert {font.advance(digit) for digit in "0123456789"} == {font.advance("0")}
        assert not any(font.kerns_of(one + other) for one in "0123456789" for other in "0123456789")
