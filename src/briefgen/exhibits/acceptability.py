"""Rank acceptability: in how many of the cases that are left open each option comes first, second, …, last."""

from briefgen.analysis import Analysis
from briefgen.document import Acceptability, Caption, Figure, Inlines, Ranked, plain
from briefgen.exhibits.words import Words
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown

MOST = 12
"""Options; more cannot be told apart."""

_RANKS = (_("first"), _("second"), _("third"))


def acceptability(analysis: Analysis, scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where options are not ranked."""
    shares = analysis.acceptability
    if shares is None or len(shares.options) > MOST:
        return None
    names = {option.id: words.label(option.name) for option in scenario.options}
    order = sorted(shares.options, key=shares.first, reverse=True)
    chart = Acceptability(
        tuple(_rank(at, words) for at in range(len(order))),
        tuple(
            Ranked(names[option], tuple(round(share, 4) for share in shares.shares[shares.options.index(option)]))
            for option in order
        ),
        words.locale.formats.percent,
    )
    often = words.locale.percent(100 * shares.first(order[0]))
    title = words.sentence(_("“{option}” comes first in {share} of the cases"), option=names[order[0]], share=often)
    return Figure(chart, _told(chart, words), Caption("", title), "acceptability")


def _rank(at: int, words: Words) -> Inlines:
    if at < len(_RANKS):
        return words.sentence(_RANKS[at])
    return words.sentence(_("{n}th"), n=str(at + 1))


def _told(chart: Acceptability, words: Words) -> str:
    """The data in words."""
    message = words.locale.text(_("{when}: {what}"))
    return " ".join(
        message.format(
            when=plain(option.label),
            what=", ".join(
                f"{plain(rank)} {words.locale.percent(100 * share)}"
                for rank, share in zip(chart.ranks, option.shares, strict=True)
            ),
        )
        + "."
        for option in chart.options
    )
