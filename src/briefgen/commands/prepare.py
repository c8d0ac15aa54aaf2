"""A scenario → all that its brief is made of, before it is laid out."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from briefgen.commands.address import address, readers
from briefgen.commands.check import check_scenario
from briefgen.commands.editions import Kept, changes_since
from briefgen.commands.extract import unchanged
from briefgen.commands.options import Order, rendering
from briefgen.commands.paper import Brief, brief
from briefgen.commands.texts import Verified
from briefgen.commands.themes import find_theme
from briefgen.commands.untranslated import by_file, not_spoken
from briefgen.core.diagnostic import Diagnostic, in_order, warning
from briefgen.core.source import SourceFile
from briefgen.document import Attachment
from briefgen.document.pictures import blank
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.release import THEME, Manifest, Materials, Rendering, Verification, bundle
from briefgen.release.manifest import Build
from briefgen.template.loading import uncommented as without_comments
from briefgen.theme import Theme
from briefgen.yaml.comments import uncommented


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
    whole: Scenario
    """What `loaded` was filtered from; the same where nothing was withheld."""
    texts: Mapping[str, str]
    """Texts of all sources that are at hand, by their ids."""
    earlier: Kept | None = None
    """The edition since which it says what changed, where one was read for it."""

    def is_whole(self) -> bool:
        """Whether nothing is withheld from its readers, of this edition or of the one before."""
        before = self.earlier
        return self.whole == self.loaded.scenario and (before is None or before.whole == before.left)

    def template_texts(self) -> dict[str, str]:
        """The template and all that it includes, as others may see them: by name, without comments."""
        return {name: without_comments(file.text) for name, file in self.brief.templates.items()}

    def carried(self, build: Build | None = None) -> tuple[Attachment, ...]:
        """What its PDF carries, which says that it was made by `build`, or by this one."""
        materials = Materials(
            scenario=self.loaded.scenario,
            templates=self.template_texts(),
            theme=uncommented(self.theme_file),
            pictures={each.id: each.picture.png for each in self.brief.figures},
            blank=blank().png if self.loaded.scenario.figures else b"",
            every_sentence="annex" in self.brief.uses,
        )
        return bundle(self.brief.document, materials, self.rendering, self.verification, build)


class Examined(msgspec.Struct, frozen=True):
    """A scenario, read and checked: the same for all its briefs."""

    loaded: Loaded | None
    verified: Verified | None
    before: Manifest | None
    diagnostics: tuple[Diagnostic, ...]


def examine(world: World, file: Path, texts: Sequence[Path]) -> Examined:
    """A scenario before anything is made of it.

    A folder in which all is as a brief carried it was checked when that brief was made; its quotes are as they were
    verified then, for their texts are not there."""
    before, diagnostics = unchanged(world, file.parent)
    if before:
        loaded, faults = load(world, file)
        return Examined(loaded, None, before, (*diagnostics, *faults))
    loaded, verified, faults = check_scenario(world, file, texts)
    return Examined(loaded, verified, None, (*diagnostics, *faults))


def prepare(
    world: World, file: Path, order: Order, examined: Examined | None = None
) -> tuple[Prepared | None, list[Diagnostic]]:
    """The brief of one scenario, which may have been examined already; none where there is an error (or, with
    `strict`, a warning)."""
    examined = examined or examine(world, file, order.texts)
    loaded, verified, before = examined.loaded, examined.verified, examined.before
    diagnostics = list(examined.diagnostics)
    if loaded is None or refused(diagnostics, order):
        return None, diagnostics
    if order.lang and (fault := not_spoken(loaded, order.lang)):
        return None, [*diagnostics, fault]
    asked = rendering(order, loaded.scenario, before, world.epoch())
    undivided, whole = loaded, loaded.scenario
    texts = {name: each.text.text for name, each in verified.texts.of.items()} if verified else {}
    if asked.audience:
        addressed, faults = address(loaded, asked.audience, verified)
        diagnostics = in_order(diagnostics + faults)
        if addressed is None or refused(diagnostics, order):
            return None, diagnostics
        loaded, verified = addressed.loaded, addressed.verified
        asked = msgspec.structs.replace(asked, recomputed=addressed.readers.recomputed or asked.recomputed)
    diagnostics = in_order(diagnostics + by_file(loaded, asked.lang))
    if refused(diagnostics, order):
        return None, diagnostics
    earlier: Kept | None = None
    if order.since:
        changed, faults = changes_since(world, order.since, undivided, loaded, asked.audience, asked.lang)
        if changed is None:
            return None, diagnostics + faults
        told, earlier = changed
        asked = msgspec.structs.replace(asked, since=told)
    verification = before.verification if before else verified.recorded() if verified else Verification({}, {})
    own = loaded.folder / THEME if before and asked.theme == before.rendering.theme else None
    found, faults = find_theme(world, asked.theme, own)
    if found is None:
        return None, diagnostics + faults
    asked = msgspec.structs.replace(asked, theme=Path(asked.theme).stem)  # where a file lies is nobody's business
    made, faults = brief(
        world, loaded, asked.template, load_locale(asked.lang), asked.lang, asked.option, (), verification.checked(),
        asked.epoch, readers(loaded, asked), asked.since,
        found.theme.portion_marks,
    )  # fmt: skip
    diagnostics = in_order(diagnostics + faults)
    if made is not None and asked.since and "since" not in made.uses:
        if order.since:
            message = f"The template `{asked.template}` does not say what changed; `--since` is left out of account."
            diagnostics.append(warning("since-not-shown", message, hint="Print `since` in it, or use `options-paper`."))
        asked = msgspec.structs.replace(asked, since=None)  # a brief carries no words that it does not show
        earlier = None
    if made is None or refused(diagnostics, order):
        return None, diagnostics
    done = Prepared(loaded, made, asked, verification, found.theme, found.file, before, whole, texts, earlier)
    return done, diagnostics


def refused(diagnostics: list[Diagnostic], order: Order) -> bool:
    """Whether something in them keeps a brief from being written."""
    bad = ("error", "warning") if order.strict else ("error",)
    return any(item.severity in bad for item in diagnostics)
