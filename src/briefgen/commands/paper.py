"""A scenario and a template → a Document."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import get_type_hints

import msgspec

from briefgen.analysis import Coverage, PositionCount, analyse, count_positions
from briefgen.analysis.editions import Since
from briefgen.claims.trace import trace
from briefgen.commands.templates import Shelf, ready, shelves
from briefgen.commands.texts import verify
from briefgen.commands.untranslated import shown
from briefgen.core.diagnostic import Diagnostic, error
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
from briefgen.markup.model import Citation, Label
from briefgen.markup.parse import parse_label
from briefgen.model.evidence import Fact
from briefgen.model.marking import on_black, scheme_of
from briefgen.model.options import Option
from briefgen.model.read import Loaded
from briefgen.model.scenario import Scenario
from briefgen.model.vocabulary import SCALES, LikelihoodScale
from briefgen.model.walk import given_markings
from briefgen.release import Recomputed
from briefgen.template import CitedFact, Frame, Shape, Template, compose, shape_of

_ = str  # marks interface messages; they are translated where they are shown


class Readers(msgspec.Struct, frozen=True):
    """The audience that a brief is for."""

    name: Label
    recomputed: Recomputed
    """What was worked out anew, for want of what they may not see."""


class Context(msgspec.Struct, frozen=True):
    """What a template sees: one field a name."""

    scenario: Scenario
    lang: str
    """Of the brief, BCP 47."""
    option: Option | None
    """The one that the brief is about. A template that asks for it is on one option, which must be named."""
    exhibits: Exhibits
    charts: Charts
    coverage: Coverage
    positions: PositionCount
    scale: LikelihoodScale | None
    figures: tuple[Illustration, ...]
    sourcing: Sourcing
    silence: MissingPositions
    readers: Readers | None
    """Whom the brief is for, where it is for one audience."""
    since: ChangedSince | None
    """What changed since an earlier edition, where that was asked for."""
    annex: "Annex | None"
    """How each sentence is known; worked out only for a template that asks for it."""


class Brief(msgspec.Struct, frozen=True):
    """A document, and what else it was made from than the scenario's words."""

    document: Document
    templates: Mapping[str, SourceFile]
    """The template and all that it includes, by name."""
    figures: tuple[Illustration, ...]
    uses: frozenset[str]
    """The names of its context that the template asks for."""


def prepared(template: str, within: Sequence[Shelf]) -> tuple[Template | None, list[Diagnostic]]:
    """A template, checked against all that one can ask for."""
    return ready(template, within, _shapes)


def document(
    world: World,
    loaded: Loaded,
    template: str,
    locale: Locale,
    lang: str,
    option: str = "",
    within: Sequence[Shelf] = (),
    checked: Checked | None = None,
) -> tuple[Document | None, list[Diagnostic]]:
    """The document of `brief`."""
    made, diagnostics = brief(world, loaded, template, locale, lang, option, within, checked)
    return (made.document if made else None), diagnostics


def brief(
    world: World,
    loaded: Loaded,
    template: str,
    locale: Locale,
    lang: str,
    option: str = "",
    within: Sequence[Shelf] = (),
    checked: Checked | None = None,
    epoch: int | None = None,
    readers: Readers | None = None,
    since: Since | None = None,
    portions: bool = False,
) -> tuple[Brief | None, list[Diagnostic]]:
    """The brief of a scenario in one language, on one option where one is named; none where the template is wrong.

    `within`: where templates are looked for, if that was read already. `checked`: how far its quotes are verified, if
    that was looked into already. `epoch`: the moment that a brief without a date has, in seconds since 1970. `readers`:
    the audience that the scenario is filtered for. `since`: what changed since an earlier edition.
    `portions`: whether each paragraph begins with its marking."""
    parsed, diagnostics = prepared(template, within or shelves(world, loaded.folder))
    if parsed is None or any(fault.severity == "error" for fault in diagnostics):
        return None, diagnostics
    chosen = next((each for each in loaded.scenario.options if each.id == option), None)
    if option and chosen is None:
        known = [each.id for each in loaded.scenario.options]
        hint = did_you_mean(option, known) or "There are: " + ", ".join(known) + "."
        return None, [*diagnostics, error("unknown-option", f"There is no option `{option}`.", hint=hint)]
    if "option" in parsed.uses and chosen is None:
        ids = ", ".join(f"`{each.id}`" for each in loaded.scenario.options)
        wanted = error("option-wanted", f"`{template}` is on one option.", hint=f"Add `--option` with one of {ids}.")
        return None, [*diagnostics, wanted]
    figures, faults = illustrations(world, loaded, Words(locale, lang))
    checked = checked or verify(world, loaded).checked
    context = _context(loaded.scenario, chosen, figures, checked, Words(locale, lang), parsed.uses, readers, since)
    composed = compose(parsed, context, _frame(loaded, template, locale, lang, epoch, readers))
    diagnostics += faults
    finished = shown(composed.document, locale)
    finished = with_portions(finished, loaded.scenario) if portions else finished
    made = Brief(finished, parsed.files, figures, parsed.uses)
    return made, [*diagnostics, *composed.diagnostics, *loaded.placed(composed.findings)]


def illustrations(world: World, loaded: Loaded, words: Words) -> tuple[tuple[Illustration, ...], list[Diagnostic]]:
    """The pictures of a scenario, read and decoded, and what is wrong with the others."""
    out: list[Illustration] = []
    faults: list[Diagnostic] = []
    for figure in loaded.scenario.figures:
        place = loaded.origins.at(f"figures.{figure.id}.file")
        data = world.around(loaded.folder / SCENARIO).read_bytes(loaded.folder / figure.file, MAX_BYTES)
        if isinstance(data, Diagnostic):
            faults.append(msgspec.structs.replace(data, span=place))
            continue
        made = illustration(figure, data, words)
        if isinstance(made, str):
            faults.append(
                error(
                    "not-a-picture", f"`{figure.file}` is no picture for a brief. {made}", place, "Give a PNG or JPEG."
                )
            )
        else:
            out.append(made)
    return tuple(out), faults


def _shapes() -> Mapping[str, Shape]:
    return {name: shape_of(hint) for name, hint in get_type_hints(Context, localns={"Annex": Annex}).items()}


def _context(
    scenario: Scenario,
    option: Option | None,
    figures: tuple[Illustration, ...],
    checked: Checked,
    words: Words,
    uses: frozenset[str],
    readers: Readers | None,
    since: Since | None,
) -> Mapping[str, object]:
    analysis = analyse(scenario)
    scale = SCALES[scenario.likelihood_scale] if scenario.likelihood_scale else None
    context = Context(
        scenario,
        words.lang,
        option,
        exhibits(scenario, analysis, option, words.locale, words.lang),
        charts(scenario, analysis, words.locale, words.lang),
        analysis.coverage,
        count_positions(scenario),
        scale,
        figures,
        sourcing(scenario, checked, words),
        missing_positions(scenario, words, part=bool(readers and readers.recomputed)),
        readers,
        changed_since(since, words) if since else None,
        _annex(scenario, checked, words) if "annex" in uses else None,
    )
    return msgspec.structs.asdict(context)


def _annex(scenario: Scenario, checked: Checked, words: Words) -> "Annex":
    return annex(scenario, trace(scenario, checked, words.lang), words)


def _frame(
    loaded: Loaded, template: str, locale: Locale, lang: str, epoch: int | None, readers: Readers | None
) -> Frame:
    scenario = loaded.scenario
    words = Words(locale, lang)
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

    return Frame(locale, lang, properties(loaded, template, words, epoch, readers), running(scenario, words), cite)


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
    """What a file about a scenario says of itself."""
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
    """What stands in the margins of its pages; the marking is the highest of all that is in it."""
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
