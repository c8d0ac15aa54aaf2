"""What of a document was worked out for it: words of runs, what a chart is drawn and told with, numbers of notes and
pages."""

from collections.abc import Iterator

import msgspec

from briefgen.charts.draw import draw
from briefgen.charts.drawing import Words
from briefgen.document import Chart, Computed, Document, Figure, Picture, Run
from briefgen.theme import Theme

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
