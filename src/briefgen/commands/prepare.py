"""A scenario → everything that its brief is made of, before it is laid out."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.commands.audiences import view_for
from briefgen.commands.check import check_scenario
from briefgen.commands.editions import Edition, changes_since
from briefgen.commands.extract import unchanged_manifest
from briefgen.commands.lock import Verified
from briefgen.commands.options import DEFAULT_TEMPLATE, DEFAULT_THEME, RenderOptions
from briefgen.commands.paper import Brief, brief
from briefgen.commands.themes import Found, find_theme
from briefgen.commands.untranslated import unknown_language, untranslated_by_file
from briefgen.core.diagnostic import Diagnostic, warning
from briefgen.core.report import Report
from briefgen.core.source import SourceFile
from briefgen.document import Attachment
from briefgen.document.pictures import blank
from briefgen.io.filesystem import World
from briefgen.io.names import portable
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.release import THEME, Manifest, Materials, Rendering, Verification, bundle
from briefgen.release.manifest import Build
from briefgen.template.loading import uncommented as without_comments
from briefgen.theme import Theme
from briefgen.yaml.comments import uncommented


def rendering_of(options: RenderOptions, scenario: Scenario, before: Manifest | None, epoch: int | None) -> Rendering:
    """The rendering for some options. Without an option, it is as in the manifest `before` or, if there is none, the
    default. A date is taken from `epoch` only if the scenario has none."""
    former = before.rendering if before else Rendering(DEFAULT_TEMPLATE, DEFAULT_THEME, scenario.language, "a4")
    same_template = options.template in (None, former.template)
    dated = scenario.edition.date or scenario.as_of
    return Rendering(
        template=former.template if options.template is None else options.template,
        theme=former.theme if options.theme is None else options.theme,
        lang=options.lang or former.lang,
        page=options.paper or former.page,
        option=options.option or (former.option if same_template else ""),
        audience=options.audience or former.audience,
        recomputed=former.recomputed if options.audience in ("", former.audience) else "",
        since=former.since if options.audience in ("", former.audience) and options.lang in ("", former.lang) else None,
        epoch=None if dated else former.epoch if epoch is None else epoch,
    )


def output_name(scenario: str, rendering: Rendering, language: str) -> str:
    """The name of the files without extension: the scenario's name, then what is not the default."""
    parts = [scenario]
    if rendering.template != DEFAULT_TEMPLATE:
        parts.append(rendering.template)
    if rendering.option:
        parts.append(rendering.option)
    if rendering.audience:
        parts.append(rendering.audience)
    if rendering.lang != language:
        parts.append(rendering.lang)
    return portable("-".join(parts))


class Prepared(msgspec.Struct, frozen=True):
    """A brief with what it was made from."""

    loaded: Loaded
    brief: Brief
    rendering: Rendering
    verification: Verification
    theme: Theme
    theme_file: SourceFile
    before: Manifest | None
    """The manifest, if the folder was extracted from a brief."""
    whole: Scenario
    """The scenario before it was filtered; the same if nothing was withheld."""
    texts: Mapping[str, str]
    """Texts of all sources that are available, by their ids."""
    earlier: Edition | None = None
    """The edition since which the brief lists the changes, if one was read for it."""

    @property
    def name(self) -> str:
        """The name of its files without extension."""
        return output_name(self.loaded.name, self.rendering, self.loaded.scenario.language)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is withheld from its readers, of this edition and of the earlier one."""
        earlier = self.earlier
        return self.whole == self.loaded.scenario and (earlier is None or earlier.whole == earlier.left)

    def template_texts(self) -> dict[str, str]:
        """The template and all that it includes, by name, without comments."""
        return {name: without_comments(file.text) for name, file in self.brief.templates.items()}

    def attachments(self, build: Build | None = None) -> tuple[Attachment, ...]:
        """The files attached to its PDF, with a manifest that names `build`, by default this one."""
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
    """Reads and checks a scenario.

    A folder that was extracted from a brief, and has not been changed, was checked when that brief was made. Its quotes
    count as they were verified then, since their texts are not there."""
    report = Report()
    before = unchanged_manifest(report, world, file.parent)
    if before:
        loaded, faults = load(world, file)
        return Examined(loaded, None, before, (*report, *faults))
    checked = check_scenario(report, world, file, texts)
    loaded, verified = (checked.loaded, checked.verified) if checked else (None, None)
    return Examined(loaded, verified, None, tuple(report))


def prepare(
    report: Report, world: World, file: Path, options: RenderOptions, examined: Examined | None = None
) -> Prepared | None:
    """The brief of one scenario; None if there is an error or, with `strict`, a warning.

    `examined`: the scenario, if it was read before."""
    found = Report()
    prepared = _Preparing(found, world, options).prepared(examined or examine(world, file, options.texts))
    report.extend(found)
    return prepared


class _Preparing:
    """The steps from a scenario to its brief. After each, the report decides whether to go on."""

    def __init__(self, report: Report, world: World, options: RenderOptions) -> None:
        self.report, self.world, self.options = report, world, options

    def prepared(self, examined: Examined) -> Prepared | None:
        """The brief."""
        report, world, options = self.report, self.world, self.options
        whole, verified, before = examined.loaded, examined.verified, examined.before
        report.extend(examined.diagnostics)
        if whole is None or self.failed():
            return None
        if options.lang and (fault := unknown_language(whole, options.lang)):
            report.add(fault)
            return None
        loaded, rendering = whole, rendering_of(options, whole.scenario, before, world.epoch())
        texts = verified.by_source() if verified else {}
        if rendering.audience:
            view = view_for(report, loaded, rendering.audience, verified)
            report.sort()
            if view is None or self.failed():
                return None
            loaded, verified = view.loaded, view.verified
            rendering = replace(rendering, recomputed=view.readers.recomputed or rendering.recomputed)
        report.extend(untranslated_by_file(loaded, rendering.lang))
        report.sort()
        if self.failed():
            return None
        earlier: Edition | None = None
        if options.since:
            changes = changes_since(report, world, options.since, whole, loaded, rendering)
            if changes is None:
                return None
            since, earlier = changes
            rendering = replace(rendering, since=since)
        theme = self.theme(loaded, rendering, before)
        if theme is None:
            return None
        rendering = replace(rendering, theme=Path(rendering.theme).stem)  # without its folder, which is private
        verification = before.verification if before else verified.recorded() if verified else Verification({}, {})
        made = brief(
            report, world, loaded, rendering, verification.checked(), portion_marks=theme.theme.portion_marks
        )  # fmt: skip
        report.sort()
        if made is not None and rendering.since and "since" not in made.uses:
            if options.since:
                report.add(_since_not_shown(rendering.template))
            rendering, earlier = replace(rendering, since=None), None  # a brief contains no text that it does not show
        if made is None or self.failed():
            return None
        return Prepared(
            loaded, made, rendering, verification, theme.theme, theme.file, before, whole.scenario, texts, earlier
        )  # fmt: skip

    def theme(self, loaded: Loaded, rendering: Rendering, before: Manifest | None) -> Found | None:
        """The theme; in a folder that was extracted from a brief, the one that was attached to it."""
        own = loaded.folder / THEME if before and rendering.theme == before.rendering.theme else None
        return find_theme(self.report, self.world, rendering.theme, own)

    def failed(self) -> bool:
        """Whether no brief is made."""
        return self.report.fails(self.options.strict)


def _since_not_shown(template: str) -> Diagnostic:
    message = f"The template `{template}` does not say what changed; `--since` is left out of account."
    return warning("since-not-shown", message, hint="Print `since` in it, or use `options-paper`.")
