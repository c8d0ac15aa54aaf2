"""A scenario and a template → a document."""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from briefgen.analysis import Coverage, PositionCount, analyse, count_positions
from briefgen.claims.trace import trace
from briefgen.commands.lock import verify
from briefgen.commands.templates import TemplateFolder, load_template, template_folders
from briefgen.commands.untranslated import with_language_marks
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.core.source import SourceFile
from briefgen.core.suggestions import did_you_mean
from briefgen.document import Document, Inline, Properties, Running, plain
from briefgen.document.pictures import MAX_BYTES
from briefgen.evidence import Checked
from briefgen.exhibits import (
    ChangedSince,
    Charts,
    Exhibits,
    Illustration,
    MissingPositions,
    Sourcing,
    Words,
    changed_since,
    charts,
    exhibits,
    illustration,
    missing_positions,
    sourcing,
    with_portions,
)
from briefgen.exhibits.notes import brief_note, full_note
from briefgen.exhibits.trace import Annex, annex
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.locale import Locale
from briefgen.locale import load as load_locale
from briefgen.markup.model import Citation, Label
from briefgen.markup.parse import parse_label
from briefgen.model.evidence import Fact
from briefgen.model.marking import on_black, scheme_of
from briefgen.model.options import Option
from briefgen.model.read import Loaded
from briefgen.model.scenario import Scenario
from briefgen.model.vocabulary import SCALES, LikelihoodScale
from briefgen.model.walk import given_markings
from briefgen.release import Recomputed, Rendering
from briefgen.schema import SchemaType, attributes_of
from briefgen.template import CitedFact, Frame, Template, compose

_ = str  # marks interface messages; they are translated where they are shown


class Readers(msgspec.Struct, frozen=True):
    """The audience that a brief is for."""

    name: Label
    recomputed: Recomputed
    """What was recomputed without the items that they may not see."""


class Context(msgspec.Struct, frozen=True):
    """What a template sees: one field a name."""

    scenario: Scenario
    lang: str
    """Of the brief, BCP 47."""
    option: Option | None
    """The one that the brief is about. A template that uses it needs the option to be named."""
    exhibits: Exhibits
    charts: Charts
    coverage: Coverage
    positions: PositionCount
    scale: LikelihoodScale | None
    figures: tuple[Illustration, ...]
    sourcing: Sourcing
    silence: MissingPositions
    readers: Readers | None
    """The audience of the brief, if it is for one."""
    since: ChangedSince | None
    """What changed since an earlier edition, if that was asked for."""
    annex: "Annex | None"
    """The evidence of each sentence; computed only for a template that uses it."""


class Brief(msgspec.Struct, frozen=True):
    """A document, and what it was made from besides the scenario."""

    document: Document
    templates: Mapping[str, SourceFile]
    """The template and all that it includes, by name."""
    figures: tuple[Illustration, ...]
    uses: frozenset[str]
    """The names of its context that the template uses."""


def readers(loaded: Loaded, rendering: Rendering) -> Readers | None:
    """The audience that a rendering names."""
    audience = next((each for each in loaded.scenario.audiences if each.id == rendering.audience), None)
    return Readers(audience.name, rendering.recomputed) if audience else None


def checked_template(report: Report, template: str, folders: Sequence[TemplateFolder]) -> Template | None:
    """A template, checked against the names that it may use."""
    return load_template(report, template, folders, _context_types)


def brief(
    report: Report,
    world: World,
    loaded: Loaded,
    rendering: Rendering,
    checked: Checked | None = None,
    folders: Sequence[TemplateFolder] = (),
    locale: Locale | None = None,
    portion_marks: bool = False,
) -> Brief | None:
    """The brief of a scenario; None if the template is wrong, or the option is missing.

    `checked`: how far its quotes are verified, and `folders`: where templates are looked for, if these are known.
    `portion_marks`: whether each paragraph begins with its marking."""
    found = Report()
    template = checked_template(found, rendering.template, folders or template_folders(world, loaded.folder))
    report.extend(found)
    if template is None or found.errors:
        return None
    option = next((each for each in loaded.scenario.options if each.id == rendering.option), None)
    if fault := _wrong_option(loaded.scenario, rendering, template, option):
        report.add(fault)
        return None
    words = Words(locale or load_locale(rendering.lang), rendering.lang)
    figures = illustrations(report, world, loaded, words)
    context = _context(
        loaded, option, figures, checked or verify(world, loaded).checked, words, template.uses, rendering
    )  # fmt: skip
    composed = compose(template, context, _frame(loaded, rendering, words))
    report.extend([*composed.diagnostics, *loaded.placed(composed.findings)])
    document = with_language_marks(composed.document, words.locale)
    document = with_portions(document, loaded.scenario) if portion_marks else document
    return Brief(document, template.files, figures, template.uses)


def _wrong_option(
    scenario: Scenario, rendering: Rendering, template: Template, option: Option | None
) -> Diagnostic | None:
    """Why the brief cannot be made on this option, if it cannot."""
    known = [each.id for each in scenario.options]
    if rendering.option and option is None:
        hint = did_you_mean(rendering.option, known) or "There are: " + ", ".join(known) + "."
        return error("unknown-option", f"There is no option `{rendering.option}`.", hint=hint)
    if "option" in template.uses and option is None:
        ids = ", ".join(f"`{each}`" for each in known)
        message = f"`{rendering.template}` is on one option."
        return error("option-wanted", message, hint=f"Add `--option` with one of {ids}.")
    return None


def illustrations(report: Report, world: World, loaded: Loaded, words: Words) -> tuple[Illustration, ...]:
    """The pictures of a scenario that can be read and decoded."""
    out: list[Illustration] = []
    for figure in loaded.scenario.figures:
        place = loaded.origins.at(f"figures.{figure.id}.file")
        data = world.around(loaded.folder / SCENARIO).read_bytes(loaded.folder / figure.file, MAX_BYTES)
        if isinstance(data, Diagnostic):
            report.add(msgspec.structs.replace(data, span=place))
            continue
        made = illustration(figure, data, words)
        if isinstance(made, str):
            message = f"`{figure.file}` is no picture for a brief. {made}"
            report.add(error("not-a-picture", message, place, "Give a PNG or JPEG."))
        else:
            out.append(made)
    return tuple(out)


def _context_types() -> Mapping[str, SchemaType]:
    return attributes_of(Context)


def _context(
    loaded: Loaded,
    option: Option | None,
    figures: tuple[Illustration, ...],
    checked: Checked,
    words: Words,
    uses: frozenset[str],
    rendering: Rendering,
) -> Mapping[str, object]:
    scenario, audience = loaded.scenario, readers(loaded, rendering)
    analysis = analyse(scenario)
    context = Context(
        scenario=scenario,
        lang=words.lang,
        option=option,
        exhibits=exhibits(scenario, analysis, option, words.locale, words.lang),
        charts=charts(scenario, analysis, words.locale, words.lang),
        coverage=analysis.coverage,
        positions=count_positions(scenario),
        scale=SCALES[scenario.likelihood_scale] if scenario.likelihood_scale else None,
        figures=figures,
        sourcing=sourcing(scenario, checked, words),
        silence=missing_positions(scenario, words, part=bool(audience and audience.recomputed)),
        readers=audience,
        since=changed_since(rendering.since, words) if rendering.since else None,
        annex=annex(scenario, trace(scenario, checked, words.lang), words) if "annex" in uses else None,
    )
    return msgspec.structs.asdict(context)


def _frame(loaded: Loaded, rendering: Rendering, words: Words) -> Frame:
    scenario = loaded.scenario
    facts = {fact.id: fact for fact in scenario.facts}

    def cite(citation: Citation) -> CitedFact | None:
        fact = facts.get(citation.fact)
        if fact is None:
            return None
        return CitedFact(
            _key(fact, citation.locator),
            brief_note(scenario, fact, citation.locator, words),
            full_note(scenario, fact, citation.locator, words),
        )

    about = properties(loaded, rendering.template, words, rendering.epoch, readers(loaded, rendering))
    return Frame(words.locale, words.lang, about, running(scenario, words), cite)


def _key(fact: Fact, locator: str) -> str:
    """Facts with the same passages share a note."""
    passages = "\n".join(
        f"{evidence.source}\t{evidence.quote}\t{evidence.page.texts if evidence.page else ''}"
        for evidence in fact.evidence
    )
    return f"{passages}\n{locator}" if fact.evidence else fact.id


def properties(
    loaded: Loaded, template: str, words: Words, epoch: int | None = None, readers: Readers | None = None
) -> Properties:
    """The metadata of a file about a scenario."""
    scenario = loaded.scenario
    day = scenario.edition.date or scenario.as_of
    when = dt.datetime.fromtimestamp(epoch, dt.UTC) if epoch is not None and not day else day
    return Properties(
        title=_text(words.label(scenario.title)),
        author=_text(words.label(scenario.prepared_by)) if scenario.prepared_by else "",
        subject=_text(words.line(scenario.question)),
        keywords=tuple(_text(words.label(topic)) for topic in scenario.topics),
        date=when.isoformat() if when else "",
        scenario=loaded.name,
        template=template,
        edition=str(scenario.edition.number),
        audience=_text(words.label(readers.name)) if readers else "",
        reference=scenario.reference,
    )


def running(scenario: Scenario, words: Words) -> Running:
    """The header and footer; the marking is the highest of everything in the scenario."""
    locale, edition = words.locale, scenario.edition
    footer: list[Inline] = []
    parts = [scenario.reference] if scenario.reference else []
    parts.append(locale.text(_("edition {number}")).format(number=edition.number))
    if scenario.as_of:
        parts.append(locale.text(_("as of {date}")).format(date=locale.date(scenario.as_of)))
    footer.append(words.figure(" · ".join(parts)))
    scheme = scheme_of(scenario)
    step = scheme.step(scheme.highest(given_markings(scenario)))
    return Running(
        header=parse_label(scenario.title, words.lang),
        footer=tuple(footer),
        page=locale.text(_("{page} of {pages}")),
        marking=(_text(words.label(step.text)) if step.text else step.label) if step else "",
        marking_colour=on_black(step.colour) if step else "#FFFFFF",
        status=locale.text(_("Draft")) if edition.status == "draft" else "",
        continued=locale.text(_("{label} (continued)")),
    )


def _text(inlines: tuple[Inline, ...]) -> str:
    return plain(inline for inline in inlines if not isinstance(inline, Citation))
