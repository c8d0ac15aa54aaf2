"""What reviewers changed, as a paper for people, whole or for one audience."""

from pathlib import Path

from briefgen.commands.formats import write
from briefgen.commands.options import DEFAULT_THEME, Order
from briefgen.commands.paper import properties, running
from briefgen.commands.review import Reviews
from briefgen.commands.review_audience import Addressing, looked_through
from briefgen.commands.themes import find_theme
from briefgen.commands.untranslated import not_spoken
from briefgen.core.diagnostic import Diagnostic
from briefgen.docx.context import WordOptions
from briefgen.exhibits import Words
from briefgen.io.filesystem import World
from briefgen.io.names import portable
from briefgen.locale import load
from briefgen.review.summary import Reviewers, summarised


def review_summary(
    world: World, reviews: Reviews, order: Order, readers: "Addressing | None" = None
) -> tuple[list[Path], list[Diagnostic]]:
    """Writes the summary of a review in all formats asked for; returns the paths, and what there is to say. Of an order
    it takes formats, folder, language, theme, paper, house style and `force`. For `readers`, it is looked through
    before it is written."""
    scenario = reviews.loaded.scenario
    lang = order.lang or scenario.language
    locale = load(lang)
    if fault := not_spoken(reviews.loaded, lang):
        return [], [fault]
    found, diagnostics = find_theme(world, order.theme or DEFAULT_THEME)
    whose = (reviews.loaded.name, readers.audience if readers else "", "review")
    name = portable("-".join(filter(None, whose)))
    paths = {form: order.out / f"{name}.{form}" for form in order.formats}
    diagnostics += [fault for path in paths.values() if not order.force and (fault := world.refusal(path))]
    if found is None or any(each.severity == "error" for each in diagnostics):
        return [], diagnostics
    words = Words(locale, lang)
    reviewers = Reviewers(reviews.found, reviews.files, reviews.citations)
    told = properties(reviews.loaded, "", words), running(scenario, words)
    document = summarised(reviewers, scenario, locale, lang, *told)
    paper = order.paper or "a4"
    data = write(document, found.theme, paper, order.formats, options=WordOptions(reference=order.house))
    if readers:
        leaks = looked_through(readers, document, found, {paths[form].name: each for form, each in data.items()})
        if leaks:
            return [], diagnostics + leaks
    faults = world.write_outputs({paths[form]: each for form, each in data.items()}) or []
    return ([] if faults else list(paths.values())), diagnostics + faults
