"""Reads a scenario and checks it: its evidence, its claims, the lint rules, and its own templates."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from briefgen.commands.address import missed
from briefgen.commands.open_points import open_points
from briefgen.commands.paper import document, prepared
from briefgen.commands.templates import FOLDER, shelves
from briefgen.commands.texts import Verified, verify
from briefgen.commands.untranslated import in_short, told
from briefgen.core.diagnostic import Diagnostic, in_order
from briefgen.evidence import Checked, around
from briefgen.io.filesystem import World
from briefgen.lint import lint
from briefgen.locale import load as load_locale
from briefgen.model.read import Loaded, load
from briefgen.template import includes


def check(
    world: World,
    file: Path,
    folders: Sequence[Path] = (),
    require_texts: bool = False,
    audience: str = "",
    lang: str = "",
    release: bool = False,
) -> tuple[Loaded | None, list[Diagnostic]]:
    """A scenario and every problem in it and in its own templates, in the order of the files. Also what an audience
    would not see, or a summary for each audience; which texts a language lacks, or a summary for each language; and,
    for a release, what is still open."""
    loaded, verified, diagnostics = check_scenario(world, file, folders, require_texts)
    if loaded is not None:
        sound = all(fault.severity != "error" for fault in diagnostics)
        checked = verified.checked if verified else None
        of_templates = check_templates(world, loaded, sound, checked)
        wanting = told(loaded, lang) if lang else in_short(loaded)
        # Nobody sees what has a marking that is not known: what each audience would miss, is that fault told again.
        marked = audience or all(fault.code != "unknown-marking" for fault in diagnostics)
        withheld = missed(loaded, audience) if marked else []
        diagnostics = [*diagnostics, *of_templates, *withheld, *wanting]
        if release and verified:
            diagnostics += open_points(loaded, verified, diagnostics)
        diagnostics = in_order(diagnostics)
    return loaded, diagnostics


def check_scenario(
    world: World, file: Path, folders: Sequence[Path] = (), require_texts: bool = False
) -> tuple[Loaded | None, Verified | None, list[Diagnostic]]:
    """A scenario, how far its quotes are verified, and all that is wrong with it, in the order of the files. Quotes are
    looked up in the texts of their sources, below the scenario and in `folders`; without a text, in the record of their
    last verification."""
    loaded, diagnostics = load(world, file)
    if loaded is None:
        return None, None, in_order(diagnostics)
    verified = verify(world, loaded, folders, require_texts)
    near = around(loaded.scenario, verified.checked.places, verified.texts.of)
    found = lint(loaded, near, verified.checked.findings)
    return loaded, verified, in_order([*diagnostics, *found, *verified.faults])


# What is wrong with the templates in a scenario's own folder.


def check_templates(world: World, loaded: Loaded, sound: bool, checked: Checked | None = None) -> list[Diagnostic]:
    """The faults of a scenario's own templates, each at its line. What shows only in a brief (an anchor that is
    nowhere, a table among words) is told where the scenario is `sound`: one with faults makes a template fail."""
    if not (world.cwd / loaded.folder / FOLDER).is_dir():
        return []
    within = shelves(world, loaded.folder)
    shelf = within[0]
    found = list(shelf.faults.values())
    if not shelf.sources:
        return found
    own = {file.name for file in shelf.sources.values()}
    lang = loaded.scenario.language
    option = next((option.id for option in loaded.scenario.options), "")
    for name in _roots({name: includes(file) for name, file in shelf.sources.items()}):
        if sound:
            faults = document(world, loaded, name, load_locale(lang), lang, option, within, checked)[1]
        else:
            faults = prepared(name, within)[1]
        found += [fault for fault in faults if fault.where in own]
    return found


def _roots(includes: Mapping[str, Iterable[str]]) -> list[str]:
    """The templates that no other includes, and one of each circle: from them, all are reached. One that is included
    may use names that only the place has where it is included; it is checked there."""
    included = {other for name, others in includes.items() for other in others if other != name}
    chosen: list[str] = []
    reached: set[str] = set()
    for name in [*(name for name in includes if name not in included), *includes]:
        if name in reached:
            continue
        chosen.append(name)
        waiting = [name]
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached.add(here)
                waiting += includes.get(here, ())
    return chosen
