"""Generated scenarios as briefs: their words make no sense, so no check would let them pass."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.factory import png
from tests.scenarios import as_yaml
from tests.use_cases import reported

from briefgen.commands.audiences import view_for
from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.paper import brief
from briefgen.commands.prepare import Prepared, rendering_of
from briefgen.commands.publish import page as one
from briefgen.commands.publish.page import SiteOptions
from briefgen.commands.publish.publish import publish
from briefgen.commands.render import produce
from briefgen.commands.themes import find_theme
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.model.read import load
from briefgen.release import Rendering, Verification


def written(values: Any, folder: Path) -> Path:
    """The folder, with a scenario of these values in it; its pictures are grey."""
    for number, figure in enumerate(values.get("figures", []), 1):
        figure["file"] = f"picture-{number}.png"
        (folder / figure["file"]).write_bytes(png().png)
    (folder / "scenario.yaml").write_text(as_yaml(values), encoding="utf-8")
    return folder


def prepared(folder: Path, order: RenderOptions) -> Prepared | None:
    """The brief of the scenario in a folder, as `prepare` makes it, but for the checks; none where all is withheld."""
    world = World(folder)
    loaded, faults = load(world, Path("scenario.yaml"))
    assert loaded is not None, faults
    asked: Rendering = rendering_of(order, loaded.scenario, None, None)
    whole = loaded.scenario
    if order.audience:
        addressed, _ = reported(view_for, loaded, order.audience, None)
        if addressed is None:
            return None
        loaded = addressed.loaded
    theme, _ = reported(find_theme, world, asked.theme)
    assert theme is not None
    nothing = Verification({}, {})
    made, faults = reported(brief, world, loaded, asked, nothing.checked())
    assert made is not None, faults
    return Prepared(loaded, made, asked, nothing, theme.theme, theme.file, None, whole, {})


def bytes_of(folder: Path, order: RenderOptions) -> tuple[Mapping[Format, bytes], list[Diagnostic]]:
    """What its files hold, and what there is to say; nothing where all is withheld."""
    made = prepared(folder, order)
    return reported(produce, World(folder), made, order) if made else ({}, [])


def published(folder: Path, site: Path, order: RenderOptions) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files of a site into which the scenario of a folder was published, by their paths, and what there is to say;
    no files where all is withheld."""

    def unchecked(_: Report, world: World, file: Path, asked: RenderOptions) -> Prepared | None:
        return prepared((world.cwd / file).parent, asked)

    with patch.object(one, "prepare", unchecked):
        _, faults = reported(publish, World(folder.parent), [folder / "scenario.yaml"], SiteOptions(site, order))
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()}, faults
