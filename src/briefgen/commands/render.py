"""A prepared brief in each of its formats, written whole or not at all."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace

from briefgen import dump, html, pdf
from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import Examined, Prepared, prepare
from briefgen.commands.scan import scan_brief
from briefgen.core.diagnostic import Diagnostic, warning
from briefgen.core.report import Report
from briefgen.document import Attachment, Authored, Document
from briefgen.document.anchors import with_notes_first
from briefgen.document.walk import names_pages, runs, texts
from briefgen.docx.context import ReviewOptions, WordOptions, bookmark_names
from briefgen.io.filesystem import World
from briefgen.layout import LAYOUT, WORD_PROCESSOR, Pages, paginate, paginate_each
from briefgen.model.read import Loaded
from briefgen.release.filter import renumbered
from briefgen.theme import PaperName, Theme


def write(
    document: Document,
    theme: Theme,
    paper: PaperName,
    formats: Sequence[Format],
    pages: Pages | None = None,
    attachments: Sequence[Attachment] = (),
    options: WordOptions | None = None,
) -> dict[Format, bytes]:
    """A document in each of some formats. A pure function: the same document gives the same bytes.

    `pages` is the layout that the PDF is painted from, if it was made before; `attachments` are the files in the PDF,
    and `options` are only for Word."""
    made: dict[Format, bytes] = {}
    for form in formats:
        match form:
            case "docx":
                from briefgen import docx  # 50 ms (python-docx), only for Word

                made[form] = docx.write(document, theme, paper, None, options)
            case "pdf":
                made[form] = pdf.paint(document, theme, pages or paginate(document, theme, paper), attachments)
            case "html":
                made[form] = html.write(document, theme)
            case "native":
                made[form] = dump.write(document)
    return made


LIMITS = {"decision-note": 2}
"""Template → the most pages of a brief."""

NAMED = 3
"""How many fields the message names."""


def is_limited(document: Document) -> bool:
    """Whether its template limits the number of pages."""
    return document.properties.template in LIMITS


def over_limit(document: Document, pages: int, loaded: Loaded) -> list[Diagnostic]:
    """A warning that names the longest fields, if a brief has more pages than its template allows."""
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
    """Characters of each authored field in the brief."""
    out: Counter[str] = Counter()
    for block in document.blocks:
        for inlines in texts(block):
            for run in runs(inlines):
                if isinstance(run.origin, Authored):
                    out[run.origin.path] += len(run.text)
    return out


# The page numbers of a brief in Word as LibreOffice finds them.

_ROUNDS = 3
"""A number with one more digit may move a line, and with it a heading."""


def office_pages(
    world: World, document: Document, write: Callable[[Mapping[str, int]], bytes]
) -> Mapping[str, int] | Diagnostic:
    """Anchor → page, as LibreOffice finds it in the DOCX with these page numbers.

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
    # LibreOffice replaces what is not a letter or digit in the name of a bookmark by its code: `_gaps` by `5Fgaps`.
    found = {anchor: placed.get(name.replace("_", "5F")) for anchor, name in names.items()}
    return {anchor: number + 1 for anchor, number in found.items() if number is not None and number >= 0}


# A prepared brief → the bytes of each of its formats.


def ignore_step(_: Format) -> None:
    """Does nothing when a format is begun."""


def produce(
    report: Report,
    world: World,
    prepared: Prepared,
    options: RenderOptions,
    begun: Callable[[Format], None] = ignore_step,
) -> Mapping[Format, bytes]:
    """The bytes of each format; none if there is an error or, with `strict`, a warning.

    If the scenario was filtered, the bytes are scanned for what is withheld. `begun` is called with each format."""
    document, theme, paper = prepared.brief.document, prepared.theme, prepared.rendering.page
    pages = numbers = None
    in_word = "docx" in options.formats
    if "pdf" in options.formats or (in_word and is_limited(document)):
        # A reference document has measures of its own.
        numbered = in_word and not options.reference_document and not options.office_pages and names_pages(document)
        rules = (LAYOUT, WORD_PROCESSOR) if numbered else (LAYOUT,)
        pages, *others = paginate_each(document, theme, paper, rules)
        numbers = others[0].anchor_pages if others else None
    if pages:
        too_long = over_limit(document, len(pages), prepared.loaded)
        report.extend(too_long)
        if too_long and options.strict:
            return {}
    review = _for_review(prepared) if options.review else None
    for_word = WordOptions(
        reference=options.reference_document, embed_fonts=options.embed_fonts, review=review, pages=numbers
    )
    if options.office_pages and in_word:

        def as_docx(numbers: Mapping[str, int]) -> bytes:
            return write(document, theme, paper, ("docx",), options=replace(for_word, pages=numbers))["docx"]

        found = office_pages(world, document, as_docx)
        if isinstance(found, Diagnostic):
            report.add(found)
            return {}
        for_word = replace(for_word, pages=found)
    data: dict[Format, bytes] = {}
    for form in options.formats:
        begun(form)
        attachments = prepared.attachments() if form == "pdf" and options.sources else ()
        data |= write(document, theme, paper, (form,), pages, attachments, for_word)
    leaks = scan_brief(prepared, options, data)
    report.extend(leaks)
    return {} if leaks else data


def _for_review(prepared: Prepared) -> ReviewOptions:
    rendering, left = prepared.rendering, prepared.loaded.scenario
    if prepared.whole == left:
        return ReviewOptions(rendering.option, rendering.audience)
    # With everything shown, all items have the numbers of the whole scenario.
    return ReviewOptions(rendering.option, rendering.audience, renumbered(left))


# A scenario → its files.


def render(
    report: Report, world: World, file: Path, options: RenderOptions, begun: Callable[[Format], None] = ignore_step
) -> list[Path]:
    """Writes the brief of one scenario in all formats, and returns the paths; if there is an error or, with `strict`, a
    warning, nothing is written. `begun` is called with each format."""
    data = rendered_bytes(report, world, file, options, begun)
    unwritten = world.write_outputs(data)
    report.extend(unwritten or ())
    return [] if unwritten else list(data)


def rendered_bytes(
    report: Report,
    world: World,
    file: Path,
    options: RenderOptions,
    begun: Callable[[Format], None] = ignore_step,
    examined: Examined | None = None,
) -> dict[Path, bytes]:
    """The files that `render` writes."""
    prepared = prepare(report, world, file, options, examined)
    if prepared is None:
        return {}
    paths = {form: options.out / f"{prepared.name}.{form}" for form in options.formats}
    if not may_write(report, world, paths.values(), options):
        return {}
    data = produce(report, world, prepared, options, begun)
    return {paths[form]: each for form, each in data.items()}


def may_write(report: Report, world: World, paths: Iterable[Path], options: RenderOptions) -> bool:
    """Whether none of the files was edited since briefgen wrote it, or they are overwritten anyway (`--force`)."""
    edited = [fault for path in paths if not options.force and (fault := world.refusal(path))]
    report.extend(edited)
    return not edited
