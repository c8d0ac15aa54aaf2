"""The scan of what is about to be written or printed for an audience, for anything that is withheld from it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import msgspec

from briefgen.analysis.acceptability import SAMPLES
from briefgen.charts.draw import draw
from briefgen.charts.drawing import Words
from briefgen.commands.address import Addressed
from briefgen.commands.formats import Format
from briefgen.commands.options import Order, output_name
from briefgen.commands.prepare import Prepared
from briefgen.commands.texts import closed_texts
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.document import Chart, Computed, Document, Figure, Picture, Run
from briefgen.model.vocabulary import SCALES
from briefgen.release.scan import Guard, Leak, Released, guard, scan
from briefgen.theme import Theme
from briefgen.yaml.comments import uncommented

_WIDE = 480.0
"""Points: at this width a chart has all figures that it has at any."""
_SPARSE = 1200
"""Characters of a page; one of text has 3000. A file may not say how many it has, and Word sets pages of its own."""


def worked_out(document: Document, theme: Theme) -> Iterator[str]:
    """In any order; of a chart with the names in it, for they stand between its figures."""
    yield from (str(note.number) for note in document.notes)
    letters = 0
    waiting: list[object] = [document.blocks, document.notes, document.running]
    while waiting:
        match waiting.pop():
            case Run(text=text, origin=origin):
                letters += len(text)
                if isinstance(origin, Computed):
                    yield text
            case Figure(picture=shown, alt=alt, caption=caption, key=key):
                waiting += [caption, key]
                if not isinstance(shown, Picture):  # the words of a picture are an author's
                    yield alt
                    yield from _drawn(shown, theme)
                    waiting.append(shown)
            case float() as value:  # of a chart
                yield f"{value:g} {value:.1f} {value:.2f}"
            case tuple() as several:
                waiting.extend(several)
            case msgspec.Struct() as one:
                waiting.extend(getattr(one, name) for name in one.__struct_fields__)
            case _:
                pass
    yield from map(str, range(1, letters // _SPARSE + 1))


def _drawn(chart: Chart, theme: Theme) -> Iterator[str]:
    """The figures along its axes stand in its drawing alone."""
    yield from (shape.text for shape in draw(chart, theme, _WIDE).shapes if isinstance(shape, Words))


# The last look at the bytes of a brief before they are written.


def scanned(made: Prepared, order: Order, data: Mapping[Format, bytes]) -> list[Diagnostic]:
    """That something withheld from the audience stands in one of the files, or that a file cannot be looked through;
    nothing for a brief that is whole. What the edition withholds since which it says what changed may stand there only
    if this one tells it."""
    if made.is_whole():
        return []
    name = output_name(made.loaded.name, made.rendering, made.loaded.scenario.language)
    files = {f"{name}.{form}": each for form, each in data.items()}
    leaks = scan(files, guarding(made, order))
    if before := made.earlier:
        said = msgspec.structs.replace(released(made, order), editions=(made.loaded.scenario,))
        leaks += scan(files, guard(before.whole, before.left, said, before.withheld(before)))
    return told(list(dict.fromkeys(leaks)))


def told(leaks: list[Leak], what: str = "", then: str = "No file is written.", about: str = "") -> list[Diagnostic]:
    """What was found, for the person who makes the files. `what`: what they are, where they are no files; `then`: what
    comes of it; `about`: the file that it is told of, if it is not that in which it was found."""
    return [
        _unread(each, what or each.file, then, about or each.file)
        if each.unread
        else _found(each, what or each.file, then, about or each.file)
        for each in leaks
    ]


def guarding(made: Prepared, order: Order, beside: Sequence[str] = ()) -> Guard:
    """What the files of a brief may not hold. `beside`: what they say besides, where they lie among others."""
    left = made.loaded.scenario
    said = released(made, order)
    return guard(
        made.whole, left, msgspec.structs.replace(said, other=(*said.other, *beside)), closed_texts(made.texts, left)
    )


def released(made: Prepared, order: Order) -> Released:
    """What a brief says besides the words of its scenario."""
    asked = made.rendering
    interface = [f"{SAMPLES}", uncommented(made.theme_file), *made.template_texts().values(), *_terms()]
    own = (asked.template, asked.theme, asked.option, asked.audience, asked.lang)
    return Released(
        interface=interface,
        computed=tuple(worked_out(made.brief.document, made.theme)),
        days=tuple(_days(made)),
        other=(*own, *_of_house(order)),
        called=made.loaded.name,
    )


def _days(made: Prepared) -> Iterator[dt.date]:
    """Those that tell of its making: when its quotes were verified, and the moment that was given for it."""
    checked = made.verification
    yield from (each.day for each in checked.sources.values() if each.day)
    yield from (each.day for each in checked.quotes.values() if each.day)
    if made.rendering.epoch is not None:
        yield dt.datetime.fromtimestamp(made.rendering.epoch, dt.UTC).date()


def _terms() -> Iterator[str]:
    for scale in SCALES.values():
        yield from (scale.name, scale.source)
        yield from (term for band in scale.bands for term in band.terms)


def _of_house(order: Order) -> Iterator[str]:
    """The text of a house style: its headers and footers, and the names of its styles."""
    if order.house:
        from briefgen.docx.reference.opening import open_reference  # 50 ms (python-docx), only with a house style

        word = open_reference(order.house)
        yield str(word.styles.element.xml)
        for relation in word.part.rels.values():
            if relation.reltype.endswith(("/header", "/footer")):
                yield "".join(cast(Any, relation.target_part).element.itertext())


def _found(leak: Leak, what: str, then: str, file: str) -> Diagnostic:
    place = f" ({leak.where})" if leak.where else ""
    return error(
        "withheld-words-found",
        f"“{leak.what}” is withheld from these readers, and stands in {what}{place}. {then}",
        file=file,
        hint="Where it is no secret, let it stand in a piece that they may see; else look how it came there.",
    )


def _unread(leak: Leak, what: str, then: str, file: str) -> Diagnostic:
    return error(
        "brief-not-scanned",
        f"Nobody can say whether {what} holds what is withheld from its readers: {leak.what}. {then}",
        file=file,
    )


# The last look at what a command prints of a scenario for one audience.


def scanned_words(
    addressed: Addressed, text: str, form: str, interface: Iterable[str], other: Iterable[str], computed: bool
) -> list[Diagnostic]:
    """That something withheld from the audience stands in a text of that form (`txt`, `csv`, `json`), which is then not
    printed. `interface`: words of the command itself, `other`: else released; `computed`: its figures were worked
    out."""
    if addressed.whole == addressed.loaded.scenario:
        return []
    texts = closed_texts(addressed.texts, addressed.loaded.scenario)
    said = Released(
        interface=tuple(interface),
        computed=(text,) if computed else (),
        other=tuple(other),
        called=addressed.loaded.name,
    )
    leaks = scan({f"{form}.{form}": text.encode()}, guard(addressed.whole, addressed.loaded.scenario, said, texts))
    return told(leaks, "what would be printed", "Nothing is printed of it.", addressed.loaded.files[0].name)
