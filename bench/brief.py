"""The brief that all contenders set: composed once, by briefgen's own way from a scenario to a Document."""

from pathlib import Path

from tests.use_cases import document

from briefgen.commands.options import DEFAULT_TEMPLATE
from briefgen.document import Document
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.model.read import load
from briefgen.theme import Theme, read, shipped


class BriefError(Exception):
    """The scenario has errors, or the checkout is not whole."""


def compose(scenario: Path) -> Document:
    """The default brief of a scenario, in the scenario's language."""
    world = World.here()
    loaded, found = load(world, scenario / "scenario.yaml")
    if loaded is not None:
        lang = loaded.scenario.language
        brief, more = document(world, loaded, DEFAULT_TEMPLATE, load_locale(lang), lang)
        if brief is not None:
            return brief
        found = found + more
    raise BriefError("\n".join(item.message for item in found if item.severity == "error"))


def plain_theme() -> Theme:
    """The theme that briefgen uses where none is asked for."""
    file = shipped()["plain"]
    theme, found = read(World(file.parent).read(file))  # type: ignore[arg-type]  # a shipped file can be read
    if theme is None:
        raise BriefError(found[0].message)
    return theme
