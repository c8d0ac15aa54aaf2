"""A theme of one's own: a YAML file that says what is other than in the shipped one."""

from pathlib import Path

import pytest
from tests.use_cases import reported

from briefgen.commands.themes import find_theme
from briefgen.core.source import SourceFile
from briefgen.io.filesystem import World
from briefgen.theme import Theme, read, shipped


@pytest.fixture(scope="module")
def plain() -> Theme:
    found, _ = reported(find_theme, World.here(), "plain")
    assert found is not None
    return found.theme


def own(text: str, over: Theme) -> tuple[Theme | None, list[str]]:
    theme, found = read(SourceFile("own.yaml", text), over)
    return theme, [f"{each.code}: {each.message}" for each in found]


def test_what_it_does_not_say_is_as_in_the_shipped_theme(plain: Theme) -> None:
    theme, found = own('inks: {accent: "#7A1F5C"}\nstyles: {body: {size: 11}}\nreference: house.docx\n', plain)
    assert theme is not None and not found
    assert (theme.inks["accent"], theme.inks["text"]) == ("#7A1F5C", plain.inks["text"])
    assert (theme.styles["body"].size, theme.styles["body"].leading) == (11, plain.styles["body"].leading)
    assert theme.reference == "house.docx"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("styles: {body: {size: 0}}", "Expected `float` >= 4.0 - at `$.styles[...].size`."),
        ("styles: {body: {size: .nan}}", "Expected `float`, got `str` - at `$.styles[...].size`."),
        ("styles: {list: {indent: -3}}", "Expected `float` >= 0.0 - at `$.styles[...].indent`."),
        ("page: {left: 9999}", "Expected `float` <= 200.0 - at `$.page.left`."),
        ("serif: {regular: ../../etc/passwd}", "There is no font `../../etc/passwd`."),
        ("inks: {accent: red}", "The ink `accent` is `red`."),
        ("colour: red", "Object contains unknown field `colour`."),
        ("styles: [1]", "Expected `object`, got `array` - at `$.styles`."),
        ("- 1", "Expected `object`, got `array`."),
    ],
)
def test_a_measure_that_no_page_can_be_set_with_is_told(plain: Theme, text: str, message: str) -> None:
    theme, found = own(text, plain)
    assert theme is None
    assert f"bad-theme: {message}" in found


def test_the_shipped_themes_are_within_bounds() -> None:
    for name in shipped():
        theme, told = reported(find_theme, World.here(), name)
        assert theme is not None and told == []


def test_a_yaml_file_is_a_theme_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("reference: house.docx\n")
    found, told = reported(find_theme, World(tmp_path), "own.yaml")
    assert found is not None and found.theme.reference == "house.docx" and not told
    found, told = reported(find_theme, World(tmp_path), "nowhere.yaml")
    assert found is None and [each.code for each in told] == ["missing-file"]
