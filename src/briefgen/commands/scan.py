"""Scans what is about to be written or printed for an audience for anything that is withheld from it."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from msgspec.structs import replace

from briefgen.analysis.acceptability import SAMPLES
from briefgen.charts.draw import draw
from briefgen.charts.drawing import Text
from briefgen.commands.audiences import AudienceView
from briefgen.commands.lock import withheld_texts
from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import Prepared
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.document import Chart, Computed, Document, Figure, Picture, Run
from briefgen.document.walk import values
from briefgen.model.vocabulary import SCALES
from briefgen.release.scan import Guard, Leak, Released, guard, scan
from briefgen.release.scan.own_words import names_and_values
from briefgen.theme import Theme
from briefgen.yaml.comments import uncommented

_CHART_WIDTH = 480.0
"""Points: at this width a chart has all figures that it has at any."""
_CHARACTERS_PER_PAGE = 1200
"""A page of text has 3000. Not every file says how many pages it has, and Word makes its own."""


def computed_text(document: Document, theme: Theme) -> Iterator[str]:
    """The computed text of a document in any order, with the names in charts, which are between their figures."""
    yield from (str(note.number) for note in document.notes)
    letters = 0
    for each in values((document.blocks, document.notes, document.running), leaves=(Run,)):
        match each:
            case Run(text=text, origin=origin):
                letters += len(text)
                if isinstance(origin, Computed):
                    yield text
            case Figure(picture=shown, alt=alt) if not isinstance(shown, Picture):  # pictures have authored text
                yield alt
                yield from _drawn(shown, theme)
            case float() as value:  # of a chart
                yield f"{value:g} {value:.1f} {value:.2f}"
            case _:
                pass
    yield from map(str, range(1, letters // _CHARACTERS_PER_PAGE + 1))


def _drawn(chart: Chart, theme: Theme) -> Iterator[str]:
    """The text in a drawn chart, which includes the figures along its axes."""
    yield from (shape.text for shape in draw(chart, theme, _CHART_WIDTH).shapes if isinstance(shape, Text))


# The scan of the bytes of a brief before they are written.


def scan_brief(prepared: Prepared, options: RenderOptions, data: Mapping[Format, bytes]) -> list[Diagnostic]:
    """An error for each withheld text that is in one of the files, and for each file that cannot be scanned.

    What is withheld in the edition since which the brief lists changes may be in the files only if this edition shows
    it."""
    if prepared.is_whole:
        return []
    files = {f"{prepared.name}.{form}": each for form, each in data.items()}
    leaks = scan(files, guard_for(prepared, options))
    if earlier := prepared.earlier:
        known = replace(released(prepared, options), editions=(prepared.loaded.scenario,))
        leaks += scan(files, guard(earlier.whole, earlier.left, known, earlier.withheld(earlier)))
    return reported_leaks(list(dict.fromkeys(leaks)))


def reported_leaks(
    leaks: list[Leak], what: str = "", then: str = "No file is written.", file: str = ""
) -> list[Diagnostic]:
    """An error for each leak. `what`: a name for what was scanned, if not the file; `then`: the consequence; `file`:
    the file of the diagnostic, if not the one with the leak."""
    return [_reported(each, what or each.file, then, file or each.file) for each in leaks]


def _reported(leak: Leak, what: str, then: str, file: str) -> Diagnostic:
    if leak.unread:
        message = f"Nobody can say whether {what} holds what is withheld from its readers: {leak.what}. {then}"
        return error("brief-not-scanned", message, file=file)
    place = f" ({leak.where})" if leak.where else ""
    message = f"“{leak.what}” is withheld from these readers, and stands in {what}{place}. {then}"
    hint = "Where it is no secret, let it stand in a piece that they may see; else look how it came there."
    return error("withheld-words-found", message, file=file, hint=hint)


def guard_for(
    prepared: Prepared, options: RenderOptions, links: Sequence[str] = (), fields: Collection[str] = ()
) -> Guard:
    """The guard for the files of a brief. `links`: the text of links to other files, which is no leak; `fields`: the
    names of fields of records about the brief."""
    left = prepared.loaded.scenario
    known = released(prepared, options)
    known = replace(known, other=(*known.other, *links), fields=fields)
    return guard(prepared.whole, left, known, withheld_texts(prepared.texts, left))


def released(prepared: Prepared, options: RenderOptions) -> Released:
    """The text in a brief that is not from its scenario."""
    rendering = prepared.rendering
    interface = [f"{SAMPLES}", uncommented(prepared.theme_file), *prepared.template_texts().values(), *_scale_terms()]
    own = (rendering.template, rendering.theme, rendering.option, rendering.audience, rendering.lang)
    return Released(
        interface=interface,
        computed=tuple(computed_text(prepared.brief.document, prepared.theme)),
        days=tuple(_days(prepared)),
        other=(*own, *_text_of_reference(options)),
        called=prepared.loaded.name,
    )


def _days(prepared: Prepared) -> Iterator[dt.date]:
    """When its quotes were verified, and the date that was given for the brief."""
    checked = prepared.verification
    yield from (each.day for each in checked.sources.values() if each.day)
    yield from (each.day for each in checked.quotes.values() if each.day)
    if prepared.rendering.epoch is not None:
        yield dt.datetime.fromtimestamp(prepared.rendering.epoch, dt.UTC).date()


def _scale_terms() -> Iterator[str]:
    for scale in SCALES.values():
        yield from (scale.name, scale.source)
        yield from (term for band in scale.bands for term in band.terms)


def _text_of_reference(options: RenderOptions) -> Iterator[str]:
    """The text of a reference document: its headers and footers, and the names of its styles."""
    if options.reference_document:
        from briefgen.docx.reference import open_reference  # 50 ms, only with a reference document

        word = open_reference(options.reference_document)
        yield str(word.styles.element.xml)
        for relation in word.part.rels.values():
            if relation.reltype.endswith(("/header", "/footer")):
                yield "".join(cast(Any, relation.target_part).element.itertext())


# The scan of what a command prints of a scenario for one audience.


def scan_output(
    view: AudienceView, text: str, form: str, interface: Iterable[str], other: Iterable[str], computed: bool
) -> list[Diagnostic]:
    """An error for each withheld text in an output of that form (`txt`, `csv`, `json`), which is then not printed.

    `interface`: text of the command itself, `other`: other text that is released; `computed`: whether the output
    contains computed figures."""
    if view.whole == view.loaded.scenario:
        return []
    texts = withheld_texts(view.texts, view.loaded.scenario)
    known = Released(
        interface=(*interface, *sorted(names_and_values())),
        computed=(text,) if computed else (),
        other=tuple(other),
        called=view.loaded.name,
    )
    leaks = scan({f"{form}.{form}": text.encode()}, guard(view.whole, view.loaded.scenario, known, texts))
    return reported_leaks(leaks, "what would be printed", "Nothing is printed of it.", view.loaded.files[0].name)
