"""A prepared brief in each of its formats, written whole or not at all."""

from collections import Counter
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace

from briefgen.commands.formats import Format, write
from briefgen.commands.options import Order, output_name
from briefgen.commands.prepare import Examined, Prepared, prepare, refused
from briefgen.commands.scan import scanned
from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.document import Authored, Document
from briefgen.document.anchors import with_notes_first
from briefgen.document.walk import names_pages, runs, texts
from briefgen.docx.context import ReviewOptions, WordOptions, bookmark_names
from briefgen.io.filesystem import World
from briefgen.io.names import decoded, portable
from briefgen.layout import OWN, WORD_PROCESSOR, paginate_each
from briefgen.model.read import Loaded
from briefgen.release.filter import renumbered

LIMITS = {"decision-note": 2}
"""Template → pages at most."""

NAMED = 3
"""Fields that the message names."""


def is_limited(document: Document) -> bool:
    """Whether its template promises a number of pages."""
    return document.properties.template in LIMITS


def over_limit(document: Document, pages: int, loaded: Loaded) -> list[Diagnostic]:
    """A warning with the longest fields, where a brief has more pages than its template promises."""
    most = LIMITS.get(document.properties.template)
    if most is None or pages <= most:
        return []
    longest = _lengths(document).most_common(NAMED)
    named = ", ".join(f"`{path}` ({length} characters)" for path, length in longest)
    place = loaded.origins.at(longest[0][0]) if longest else None
    return [
        warning(
            "too-many-pages",
            f"The brief has {pages} pages; a {document.properties.template} has at most {most}.",
            place,
            f"The longest fields in it: {named}." if named else "",
        )
    ]


def _lengths(document: Document) -> Counter[str]:
    """Characters of each authored field that stand in the brief."""
    out: Counter[str] = Counter()
    for block in document.blocks:
        for inlines in texts(block):
            for run in runs(inlines):
                if isinstance(run.origin, Authored):
                    out[run.origin.path] += len(run.text)
    return out


# The pages of a brief in Word as a word processor finds them, for a contents whose numbers are exact.

_ROUNDS = 3
"""A number with one digit more may move a line, and with it a heading."""


def office_pages(
    world: World, document: Document, write: Callable[[Mapping[str, int]], bytes]
) -> Mapping[str, int] | Diagnostic:
    """Anchor → page, as LibreOffice finds it in the DOCX that has these very numbers in it.

    `write` makes the DOCX with given numbers."""
    pages: Mapping[str, int] = {}
    names = bookmark_names(with_notes_first(document))
    for _round in range(_ROUNDS):
        laid_out = world.laid_out(write(pages))
        if isinstance(laid_out, Diagnostic):
            return laid_out
        found = pages_of(laid_out, names)
        if all(pages.get(anchor) == page for anchor, page in found.items()):
            break
        pages = {**pages, **found}
    return pages


def pages_of(pdf: bytes, names: Mapping[str, str]) -> dict[str, int]:
    """Anchor → page, from the destinations that a PDF names. `names`: anchor → bookmark."""
    from pypdf import PdfReader  # 50 ms, only to read a PDF

    reader = PdfReader(BytesIO(pdf))
    placed = {
        name.lstrip("/"): reader.get_destination_page_number(destination)
        for name, destination in reader.named_destinations.items()
    }
    # LibreOffice writes what is no letter or digit of a bookmark's name by its code: `_gaps` as `5Fgaps`.
    found = {anchor: placed.get(name.replace("_", "5F")) for anchor, name in names.items()}
    return {anchor: number + 1 for anchor, number in found.items() if number is not None and number >= 0}


# A prepared brief → the bytes of each of its formats.


def produce(
    world: World, made: Prepared, order: Order, begun: Callable[[Format], None] = lambda _: None
) -> tuple[Mapping[Format, bytes], list[Diagnostic]]:
    """What the files of the formats asked for hold, and what was found on the way; no bytes where that is refused.

    Nothing is written. Where the scenario was filtered, the bytes are looked through for what went. `begun` is told
    each format in its turn."""
    document, theme, paper = made.brief.document, made.theme, made.rendering.page
    pages = numbers = None
    in_word = "docx" in order.formats
    if "pdf" in order.formats or (in_word and is_limited(document)):
        # A house style has measures of its own.
        numbered = in_word and not order.house and not order.office_pages and names_pages(document)
        rules = (OWN, WORD_PROCESSOR) if numbered else (OWN,)
        pages, *others = paginate_each(document, theme, paper, rules)
        numbers = others[0].anchor_pages if others else None
    diagnostics = over_limit(document, len(pages), made.loaded) if pages else []
    if refused(diagnostics, order):
        return {}, diagnostics
    review = _for_review(made) if order.review else None
    options = WordOptions(reference=order.house, embed_fonts=order.embed_fonts, review=review, pages=numbers)
    if order.office_pages and in_word:

        def docx(numbers: Mapping[str, int]) -> bytes:
            return write(document, theme, paper, ("docx",), pages, (), replace(options, pages=numbers))["docx"]

        found = office_pages(world, document, docx)
        if isinstance(found, Diagnostic):
            return {}, [*diagnostics, found]
        options = replace(options, pages=found)
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


# A scenario → its briefs, written whole or not at all.


def render(
    world: World, file: Path, order: Order, begun: Callable[[Format], None] = lambda _: None
) -> tuple[list[Path], list[Diagnostic]]:
    """Writes the briefs of one scenario in all formats asked for; returns their paths, and what there is to say.

    Where there is an error (or, with `strict`, a warning) nothing is written. `begun` is told each format in its turn.
    """
    data, diagnostics = bytes_of(world, file, order, begun)
    faults = world.write_outputs(data) or []
    return ([] if faults else list(data)), diagnostics + faults


def bytes_of(
    world: World,
    file: Path,
    order: Order,
    begun: Callable[[Format], None] = lambda _: None,
    examined: Examined | None = None,
) -> tuple[dict[Path, bytes], list[Diagnostic]]:
    """What `render` writes, by path; nothing where it would write nothing."""
    made, diagnostics = prepare(world, file, order, examined)
    if made is None:
        return {}, diagnostics
    name = output_name(made.loaded.name, made.rendering, made.loaded.scenario.language)
    paths = {form: order.out / f"{name}.{form}" for form in order.formats}
    if not order.force:
        in_the_way = [fault for path in paths.values() if (fault := world.refusal(path))]
        if in_the_way:
            return {}, diagnostics + in_the_way
    data, faults = produce(world, made, order, begun)
    return {paths[form]: each for form, each in data.items()}, diagnostics + faults


def apart(world: World, files: list[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The scenarios whose outputs have names of their own, and what there is to say of the others. Capitals do not
    part names: on many systems `Bus.pdf` is `bus.pdf`."""
    taken: dict[str, Path] = {}
    clashes = []
    for file in files:
        first = taken.setdefault(portable(decoded((world.cwd / file).resolve().parent.name)).casefold(), file)
        if first != file:
            name = world.shown(file.parent)
            message = f"{name} would be written to the same files as {world.shown(first.parent)}."
            hint = "Rename one of the folders, or render it alone with `--out DIR`."
            clashes.append(error("same-output", message, file=name, hint=hint))
    return list(taken.values()), clashes
