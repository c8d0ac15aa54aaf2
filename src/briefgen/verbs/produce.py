"""A prepared brief → the bytes of each of its formats."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic
from briefgen.layout import paginate
from briefgen.release.filter import renumbered
from briefgen.verbs.limits import is_limited, over_limit
from briefgen.verbs.office_pages import office_pages
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Prepared, refused
from briefgen.verbs.scanned import scanned
from briefgen.world import World
from briefgen.writers import Format, write
from briefgen.writers.docx.options import ReviewOptions, WordOptions


def produce(
    world: World, made: Prepared, order: Order, begun: Callable[[Format], None] = lambda _: None
) -> tuple[Mapping[Format, bytes], list[Diagnostic]]:
    """What the files of the formats asked for hold, and what was found on the way; no bytes where that is refused.

    Nothing is written. Where the scenario was filtered, the bytes are looked through for what went. `begun` is told
    each format in its turn."""
    document, theme, paper = made.brief.document, made.theme, made.rendering.page
    counted = "docx" in order.formats and is_limited(document)
    pages = paginate(document, theme, paper) if counted or "pdf" in order.formats else None
    diagnostics = over_limit(document, len(pages), made.loaded) if pages else []
    if refused(diagnostics, order):
        return {}, diagnostics
    review = _for_review(made) if order.review else None
    options = WordOptions(house=order.house, embed_fonts=order.embed_fonts, review=review)
    if order.office_pages and "docx" in order.formats:

        def docx(numbers: Mapping[str, int]) -> bytes:
            return write(document, theme, paper, ("docx",), pages, (), replace(options, pages=numbers))["docx"]

        numbers = office_pages(world, document, docx)
        if isinstance(numbers, Diagnostic):
            return {}, [*diagnostics, numbers]
        options = replace(options, pages=numbers)
    data: dict[Format, bytes] = {}
    for form in order.formats:
        begun(form)
        carried = made.carried() if form == "pdf" and order.sources else ()
        data |= write(document, theme, paper, (form,), pages, carried, options)
    if not made.is_whole() and (leaks := scanned(made, order, data)):
        return {}, [*diagnostics, *leaks]
    return data, diagnostics


def _for_review(made: Prepared) -> ReviewOptions:
    asked, left = made.rendering, made.loaded.scenario
    if made.whole == left:
        return ReviewOptions(asked.option, asked.audience)
    # Where nothing is withheld, all have the numbers of the whole.
    return ReviewOptions(asked.option, asked.audience, renumbered(left))
