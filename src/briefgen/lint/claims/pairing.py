"""A figure belongs to its date: the one of 2021 is not the one of 2022."""

from collections.abc import Iterator

from briefgen.agreement.claims import Claim, Passage
from briefgen.agreement.dates import Date, dates
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `figure-of-another-date`."""
    when = [date for date in dates(claim.text, claim.lexicon) if date.year or date.month]
    figures = [
        each for each in quantities(claim.text, claim.lexicon) if not _is_date(each, when) and each.kind != "ordinal"
    ]
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
                f"In {grounds(claim)} this figure is that of “{passage.text[told.start:told.end]}”.",
                "Give the figure of the date that you name.",
            )  # fmt: skip
            return


def _dates(passage: Passage) -> list[Date]:
    return [date for date in dates(passage.text, passage.lexicon) if date.year or date.month] if passage.lexicon else []


def _date_of(figure: Quantity, passage: Passage) -> Date | None:
    """The date that a figure of the passage stands nearest to, in its sentence; where there are two of each at least."""
    when = _dates(passage)
    if passage.lexicon is None or len(when) < 2:
        return None
    its = [each for each in quantities(passage.text, passage.lexicon) if not _is_date(each, when)]
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


def _is_date(quantity: Quantity, when: list[Date]) -> bool:
    return any(date.start < quantity.end and quantity.start < date.end for date in when)
