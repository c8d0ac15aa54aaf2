"""A scenario → its briefs, written whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, closest, error, in_order
from briefgen.layout import paginate
from briefgen.locale import load as load_locale
from briefgen.theme import PaperName, Theme, read, shipped
from briefgen.verbs.check import check_scenario
from briefgen.verbs.limits import over_limit
from briefgen.verbs.paper import document
from briefgen.world import World
from briefgen.world.names import portable
from briefgen.writers import PAGED, Format, write

DEFAULT_TEMPLATE = "options-paper"


class Order(msgspec.Struct, frozen=True):
    """What was asked for."""

    formats: tuple[Format, ...] = ("docx", "pdf")
    out: Path = Path("briefs")
    template: str = DEFAULT_TEMPLATE
    theme: str = "plain"
    paper: PaperName = "a4"
    option: str = ""
    """The id of the one option that the brief is about; empty: all of them."""
    lang: str = ""
    """BCP 47; empty: the scenario's own."""
    texts: tuple[Path, ...] = ()
    """Folders with texts of sources, beside the scenario's own."""
    strict: bool = False
    force: bool = False


def render(
    world: World, file: Path, order: Order, begun: Callable[[Format], None] = lambda _: None
) -> tuple[list[Path], list[Diagnostic]]:
    """Writes the briefs of one scenario in all formats asked for; returns their paths, and what there is to say.

    Where there is an error (or, with `strict`, a warning) nothing is written. `begun` is told each format in its turn.
    """
    loaded, verified, diagnostics = check_scenario(world, file, order.texts)
    if loaded is None or _refused(diagnostics, order):
        return [], diagnostics
    theme, faults = _theme(world, order.theme)
    if theme is None:
        return [], diagnostics + faults
    lang = order.lang or loaded.scenario.language
    checked = verified.checked if verified else None
    brief, faults = document(world, loaded, order.template, load_locale(lang), lang, order.option, (), checked)
    diagnostics = in_order(diagnostics + faults)
    if brief is None or _refused(diagnostics, order):
        return [], diagnostics
    name = output_name(loaded.name, order, loaded.scenario.language)
    paths = {form: order.out / f"{name}.{form}" for form in order.formats}
    if not order.force:
        refused = [fault for path in paths.values() if (fault := world.refusal(path))]
        if refused:
            return [], diagnostics + refused
    pages = paginate(brief, theme, order.paper) if not PAGED.isdisjoint(order.formats) else None
    diagnostics += over_limit(brief, len(pages), loaded) if pages else []
    if _refused(diagnostics, order):
        return [], diagnostics
    made: dict[Format, bytes] = {}
    for form in order.formats:
        begun(form)
        made |= write(brief, theme, order.paper, (form,), pages)
    faults = world.write_outputs({paths[form]: data for form, data in made.items()}) or []
    return ([] if faults else list(paths.values())), diagnostics + faults


def output_name(scenario: str, order: Order, language: str) -> str:
    """The name of the outputs without ending: the scenario's, then what is not the default."""
    parts = [scenario]
    if order.template != DEFAULT_TEMPLATE:
        parts.append(order.template)
    if order.option:
        parts.append(order.option)
    if order.lang and order.lang != language:
        parts.append(order.lang)
    return portable("-".join(parts))


def apart(world: World, files: list[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The scenarios whose outputs have names of their own, and what there is to say of the others. Capitals do not
    part names: on many systems `Bus.pdf` is `bus.pdf`."""
    taken: dict[str, Path] = {}
    clashes = []
    for file in files:
        first = taken.setdefault(portable((world.cwd / file).resolve().parent.name).casefold(), file)
        if first != file:
            name = world.shown(file.parent)
            message = f"{name} would be written to the same files as {world.shown(first.parent)}."
            hint = "Rename one of the folders, or render it alone with `--out DIR`."
            clashes.append(error("same-output", message, file=name, hint=hint))
    return list(taken.values()), clashes


def _refused(diagnostics: list[Diagnostic], order: Order) -> bool:
    bad = ("error", "warning") if order.strict else ("error",)
    return any(item.severity in bad for item in diagnostics)


def _theme(world: World, name: str) -> tuple[Theme | None, list[Diagnostic]]:
    themes = shipped()
    if name not in themes:
        near = closest(name, themes)
        hint = f"Did you mean `{near}`?" if near else "There are: " + ", ".join(sorted(themes)) + "."
        return None, [error("unknown-theme", f"There is no theme `{name}`.", hint=hint)]
    source = World(world.cwd).read(themes[name])
    return (None, [source]) if isinstance(source, Diagnostic) else read(source)
