"""Text that the fonts of a brief cannot print."""

from pathlib import Path

import pytest
from tests.explanations.pages import lay
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.fonts import load, right_to_left, unpainted
from briefgen.fonts.coverage import COMMON
from briefgen.io.filesystem import World
from briefgen.theme.read import FONTS

QUOTE = """\
facts:
  - id: last-bus
    statement: The last bus leaves at ten.
    evidence:
      - source: survey
        quote: The last bus to مدينة leaves at ten
"""


def test_quotes_are_checked_too(tmp_path: Path) -> None:
    first = lay([("scenario.yaml", QUOTE)], tmp_path)
    found = [
        one for one in reported(check, World(tmp_path), Path("scenario.yaml"))[1] if one.code == "right-to-left-text"
    ]
    places = [(one.severity, one.span.line - first + 1, one.span.column) for one in found if one.span]
    assert places == [("error", 6, 32)]


def test_a_missing_letter_is_a_warning(tmp_path: Path) -> None:
    lay([("scenario.yaml", "title: Buses to 新宿\n")], tmp_path)
    found = [
        one for one in reported(check, World(tmp_path), Path("scenario.yaml"))[1] if one.code == "letter-without-glyph"
    ]
    assert [one.severity for one in found] == ["warning"]
    assert "新宿" in found[0].message


def test_common_letters_are_in_the_fonts() -> None:
    """Each is in the fallback font or in all others."""
    names = sorted(path.name for path in FONTS.glob("*.ttf"))
    fallback = load("DejaVuSans.ttf")
    faces = [load(name) for name in names if name != "DejaVuSans.ttf"]
    for code in range(0x20, 0x2300):
        char = chr(code)
        if COMMON.fullmatch(char) and not char.isspace() and char != "\u00ad":
            assert fallback.can_paint(char) or all(face.can_paint(char) for face in faces), hex(code)


@pytest.mark.parametrize(
    ("text", "unknown", "leftward"),
    [
        ("plain, déjà vu, “quoted” – 5 % € …", [], []),
        ("Αθήνα Київ ▲ ≤", [], []),
        ("a 新宿 駅 b 京", ["新宿 駅", "京"], []),
        ("a שלום עולם, ok ש", [], ["שלום עולם", "ש"]),
        ("٣ buses", [], ["٣"]),
        ("a\u200fb\u061cc\u2028d\ufeff", [], []),
        ("so\u00adft\u200b\u2060\ufeff", [], []),
        ("\ue000", ["\ue000"], []),
        ("e\u0301 A\u030a", [], []),
        ("", [], []),
    ],
)
def test_letters_that_cannot_be_printed(text: str, unknown: list[str], leftward: list[str]) -> None:
    ranges = (unpainted(text), right_to_left(text))
    assert [[text[slice(*each)] for each in found] for found in ranges] == [unknown, leftward]
