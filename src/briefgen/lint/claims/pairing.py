"""A figure belongs to its date: the one of 2021 is not the one of 2022."""

from collections.abc import Iterator

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.dates import Date
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `figure-of-another-date`: in a claim of one figure and one date, where both stand in the passage."""
    when = [date for date in claim.dates if date.year or date.month]
    figures = [each for each in claim.quantities if each.kind != "ordinal"]
    if len(when) != 1 or len(figures) != 1 or claim.computed:
        return
    date, figure = when[0], figures[0]
    for passage in claim.passages:
        told = _date_of(figure, passage)
        if told is None or _alike(date, told):
            continue
        if any(_alike(date, other) for other in _dates(passage)):
            yield at(
                claim, "figure-of-another-date", figure.start, figure.end,
                f"“{claim.text[figure.start:figure.end]}” is the figure of “{passage.text[told.start:told.end]}” in"
                f" {grounds(claim)}, not of “{claim.text[date.start:date.end]}”.",
                "Give the figure of the date that you name, or the date of the figure.",
            )  # fmt: skip
            return


def _dates(passage: Passage) -> list[Date]:
    return [date for date in passage.dates if date.year or date.month]


def _date_of(figure: Quantity, passage: Passage) -> Date | None:
    """The date that a figure stands nearest to in its sentence; in a passage of two dates and two figures at least."""
    when = _dates(passage)
    if len(when) < 2:
        return None
    its = [each for each in passage.quantities if not any(each.overlaps(date.start, date.end) for date in when)]
    here = [each for each in its if match(figure, [each]).verdict in {"same", "hedge"}]
    if len(its) < 2 or len(here) != 1:
        return None
    near = [date for date in when if not _ENDS & set(_between(here[0], date, passage.text))]
    return min(near, key=lambda date: _apart(here[0], date, passage.text), default=None)


_ENDS = frozenset(".;:!?")


def _between(figure: Quantity, date: Date, text: str) -> str:
    start, end = (figure.end, date.start) if figure.end <= date.start else (date.end, figure.start)
    return text[start:end]


def _apart(figure: Quantity, date: Date, text: str) -> int:
    """Letters between; a comma counts for many."""
    between = _between(figure, date, text)
    return len(between) + 40 * between.count(",")


def _alike(mine: Date, its: Date) -> bool:
    # Two days of one month are mostly the ends of one event.
    pairs = ((mine.year, its.year), (mine.month, its.month), (mine.season, its.season))
    return not any(one is not None and other is not None and one != other for one, other in pairs)
