"""A scenario → all that its brief is made of, before it is laid out."""

from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, closest, error, in_order
from briefgen.document import Attachment
from briefgen.exhibits.figures import blank
from briefgen.locale import load as load_locale
from briefgen.release import THEME, Manifest, Materials, Rendering, Verification, bundle
from briefgen.scenario import Loaded, load
from briefgen.source import SourceFile
from briefgen.theme import Theme, read, shipped
from briefgen.verbs.carried import unchanged
from briefgen.verbs.check import check_scenario
from briefgen.verbs.order import Order, rendering
from briefgen.verbs.paper import Brief, brief
from briefgen.world import World


class Prepared(msgspec.Struct, frozen=True):
    """A brief with what it was made from."""

    loaded: Loaded
    brief: Brief
    rendering: Rendering
    verification: Verification
    theme: Theme
    theme_file: SourceFile
    before: Manifest | None
    """How the brief was made of which the folder is what it carried."""

    def carried(self) -> tuple[Attachment, ...]:
        """What its PDF carries."""
        materials = Materials(
            scenario=self.loaded.scenario,
            templates={name: file.text for name, file in self.brief.templates.items()},
            theme=self.theme_file.text,
            pictures={each.id: each.picture.png for each in self.brief.figures},
            blank=blank().png if self.loaded.scenario.figures else b"",
            every_sentence="annex" in self.brief.uses,
        )
        return bundle(self.brief.document, materials, self.rendering, self.verification)


def prepare(world: World, file: Path, order: Order) -> tuple[Prepared | None, list[Diagnostic]]:
    """The brief of one scenario; none where there is an error (or, with `strict`, a warning).

    A folder in which all is as a brief carried it was checked when that brief was made; its quotes are as they were
    verified then, for their texts are not there."""
    before, diagnostics = unchanged(world, file.parent)
    if before:
        loaded, faults = load(world, file)
        verification = before.verification
    else:
        loaded, verified, faults = check_scenario(world, file, order.texts)
        verification = verified.recorded() if verified else Verification({}, {})
    diagnostics += faults
    if loaded is None or refused(diagnostics, order):
        return None, diagnostics
    asked = rendering(order, loaded.scenario, before, world.epoch())
    own = loaded.folder / THEME if before and asked.theme == before.rendering.theme else None
    theme, theme_file, faults = _theme(world, asked.theme, own)
    if theme is None or theme_file is None:
        return None, diagnostics + faults
    made, faults = brief(
        world, loaded, asked.template, load_locale(asked.lang), asked.lang, asked.option, (), verification.checked(),
        asked.epoch,
    )  # fmt: skip
    diagnostics = in_order(diagnostics + faults)
    if made is None or refused(diagnostics, order):
        return None, diagnostics
    return Prepared(loaded, made, asked, verification, theme, theme_file, before), diagnostics


def refused(diagnostics: list[Diagnostic], order: Order) -> bool:
    """Whether something in them keeps a brief from being written."""
    bad = ("error", "warning") if order.strict else ("error",)
    return any(item.severity in bad for item in diagnostics)


def _theme(world: World, name: str, own: Path | None) -> tuple[Theme | None, SourceFile | None, list[Diagnostic]]:
    """The theme of a name with its file, or the one in the file `own`."""
    themes = shipped()
    if name not in themes and own is None:
        near = closest(name, themes)
        hint = f"Did you mean `{near}`?" if near else "There are: " + ", ".join(sorted(themes)) + "."
        return None, None, [error("unknown-theme", f"There is no theme `{name}`.", hint=hint)]
    source = world.around(own).read(own) if own else World(world.cwd).read(themes[name])
    if isinstance(source, Diagnostic):
        return None, None, [source]
    theme, faults = read(source)
    return theme, source, faults
