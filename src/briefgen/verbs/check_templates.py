"""What is wrong with the templates in a scenario's own folder."""

from collections.abc import Iterable, Mapping

from briefgen.diagnostic import Diagnostic
from briefgen.evidence import Checked
from briefgen.locale import load as load_locale
from briefgen.scenario import Loaded
from briefgen.template import includes
from briefgen.verbs.paper import document, prepared
from briefgen.verbs.templates import FOLDER, shelves
from briefgen.world import World


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
