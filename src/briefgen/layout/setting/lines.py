"""Segments → lines of a given measure: the best ones of the whole paragraph, in as many attempts as it takes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum

from briefgen.layout.matter import Align, Segment
from briefgen.layout.setting.breakpoints import Breakpoints, breakpoints, line_between
from briefgen.layout.setting.greedy import Segments, filled
from briefgen.layout.setting.totalfit import SLACK, Spacing, best

_RAG = 2.0
"""Ems of the first word: what a ragged line may lack at the cost of a stretched space, as in TeX's ragged2e."""

_RAGGEDEST = 4.5
"""Times the rag: a line that lacks more has a word divided, where its patterns allow."""

_NARROW = 20.0
"""Ems of a measure below which ragged lines may lack anything: there, divided words are worse than a rough edge."""

STRETCH, SHRINK = 0.5, 1 / 3
"""Of a space: how far it gives way in a justified line before that costs much. A space of TeX's Computer Modern."""

_LOOSE, _LOOSER = 1.26, 2.0
"""Times the stretch: TeX's tolerance of 200 without hyphens, and 800 with them."""

_ANY = 10_000.0
"""Times the stretch: any line, rather than none."""

_LEAST_END, _LEAST_END_EMS = 0.12, 3.0
"""Of the measure, and in ems."""


def broken(segments: Sequence[Segment], measure: float, lang: str, align: Align = "left") -> list[Segments]:
    """The lines of a paragraph. A word longer than a whole line is divided, by hyphens if it can be."""
    out: list[Segments] = []
    for part in _parts(segments):
        out += _lines(part, measure, lang, align == "justify")
    return out


def natural(line: Segments) -> float:
    """The width of a line, without the space before its first word."""
    return fsum([segment.width + segment.space for segment in line]) - (line[0].space if line else 0.0)


def _parts(segments: Sequence[Segment]) -> Iterator[Segments]:
    """What stands between forced line ends."""
    start = 0
    for index, segment in enumerate(segments):
        if segment.forced and index > start:
            yield list(segments[start:index])
            start = index
    if start < len(segments):
        yield list(segments[start:])


def _lines(segments: Segments, measure: float, lang: str, justified: bool) -> list[Segments]:
    if natural(segments) <= measure + SLACK:
        return [segments]
    em = segments[0].look.size
    attempts = _justified(segments, measure, lang, em) if justified else _ragged(segments, measure, lang, em)
    for places, spacing in attempts:
        if ends := best(places, measure, spacing):
            return [line_between(segments, places, a, b) for a, b in pairwise([0, *ends])]
    return filled(segments, measure, lang)


def _ragged(segments: Segments, measure: float, lang: str, em: float) -> Iterator[tuple[Breakpoints, Spacing]]:
    """First without hyphens. If that is too rough, with them; in a narrow measure only where a word needs it."""
    rough = Spacing(_RAG * em, 0, 0, _ANY, _least_end(measure, em))
    if measure < _NARROW * em:
        yield breakpoints(segments), rough
        yield breakpoints(segments, lang, measure), rough
    else:
        even = rough._replace(tolerance=_RAGGEDEST)
        yield breakpoints(segments), even
        divided = breakpoints(segments, lang)
        yield divided, even
        yield divided, rough


def _justified(segments: Segments, measure: float, lang: str, em: float) -> Iterator[tuple[Breakpoints, Spacing]]:
    """First without hyphens; then with them; then with lines that are too loose, rather than none."""
    tight = Spacing(SLACK, STRETCH, SHRINK, _LOOSE, _least_end(measure, em))
    yield breakpoints(segments), tight
    divided = breakpoints(segments, lang)
    yield divided, tight._replace(tolerance=_LOOSER)
    yield divided, tight._replace(tolerance=_ANY, rag=_RAG * em)


def _least_end(measure: float, em: float) -> float:
    """The width that the last line should have: that of a word and a half, or a third of a narrow measure."""
    return max(measure * _LEAST_END, min(_LEAST_END_EMS * em, measure / 3))
