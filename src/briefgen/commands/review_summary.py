"""What reviewers changed, as a paper for people, whole or for one audience."""

from pathlib import Path

from briefgen.commands.options import DEFAULT_THEME, RenderOptions
from briefgen.commands.paper import properties, running
from briefgen.commands.render import write
from briefgen.commands.review_audience import Addressing, leaks_in
from briefgen.commands.themes import find_theme
from briefgen.commands.untranslated import unknown_language
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.report import Report
from briefgen.docx.context import WordOptions
from briefgen.exhibits import Words
from briefgen.io.filesystem import World
from briefgen.io.names import portable
from briefgen.locale import load
from briefgen.review.model import Reviews
from briefgen.review.summary import summarised


def review_summary(
    world: World, reviews: Reviews, options: RenderOptions, readers: "Addressing | None" = None
) -> tuple[list[Path], list[Diagnostic]]:
    """Writes the summary of a review in all formats asked for; returns the paths, and what there is to say. Of the
    options it takes formats, folder, language, theme, paper, reference document and `force`. For `readers`, it is
    looked through before it is written."""
    scenario = reviews.loaded.scenario
    lang = options.lang or scenario.language
    locale = load(lang)
    if fault := unknown_language(reviews.loaded, lang):
        return [], [fault]
    report = Report()
    found = find_theme(report, world, options.theme or DEFAULT_THEME)
    diagnostics = list(report)
    name_parts = (reviews.loaded.name, readers.audience if readers else "", "review")
    name = portable("-".join(filter(None, name_parts)))
    paths = {form: options.out / f"{name}.{form}" for form in options.formats}
    diagnostics += [fault for path in paths.values() if not options.force and (fault := world.refusal(path))]
    if found is None or any(each.severity == "error" for each in diagnostics):
        return [], diagnostics
    words = Words(locale, lang)
    head = properties(reviews.loaded, "", words), running(scenario, words)
    document = summarised(reviews, locale, lang, *head)
    paper = options.paper or "a4"
    data = write(
        document, found.theme, paper, options.formats, options=WordOptions(reference=options.reference_document)
    )
    if readers:
        leaks = leaks_in(readers, document, found, {paths[form].name: each for form, each in data.items()})
        if leaks:
            return [], diagnostics + leaks
    faults = world.write_outputs({paths[form]: each for form, each in data.items()}) or []
    return ([] if faults else list(paths.values())), diagnostics + faults
