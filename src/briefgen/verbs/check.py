"""Every problem of a scenario at once."""

from collections.abc import Sequence
from pathlib import Path

from briefgen.diagnostic import Diagnostic, in_order
from briefgen.evidence import around
from briefgen.lint import lint
from briefgen.scenario import Loaded, load
from briefgen.verbs import untranslated
from briefgen.verbs.address import missed
from briefgen.verbs.check_templates import check_templates
from briefgen.verbs.open_points import open_points
from briefgen.verbs.texts import Verified, verify
from briefgen.world import World


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
        wanting = untranslated.told(loaded, lang) if lang else untranslated.in_short(loaded)
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
