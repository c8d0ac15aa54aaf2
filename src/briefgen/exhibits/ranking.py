"""The summary of the ranking, in sentences for the decision-maker."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, floor
from typing import NamedTuple, assert_never

import msgspec

from briefgen.analysis import Analysis, Comparison
from briefgen.analysis.analyse import (
    Leader,
    Level,
    NotCompared,
    NotEnoughEvidence,
    NothingToRank,
    PartialOrder,
    Undecided,
    Winner,
)
from briefgen.analysis.preference import Switch, ahead, switches
from briefgen.document import Inlines
from briefgen.exhibits.words import Words
from briefgen.markup.model import Label
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

CONDITIONS = 3
"""Weight changes named for a leader: the nearest; `briefgen analyse` lists all."""

NEARLY_ALL = 0.995

_NOT_COMPARED = {
    "no-criteria": _("The options are not ranked: no criterion is weighed."),
    "weights": _("The options are not ranked: the weights do not add up to 100."),
    "too-large": _("The options are not ranked: there are more options or criteria than can be compared."),
    "no-score": _("The options are not ranked: none of them has a score on a weighted criterion."),
}

_WINS = {
    "any": _("“{option}” is ahead of every other option at all weights."),
    "ordered": _("“{option}” is ahead of every other option at all weights that keep the stated order."),
    "stated": _("“{option}” is ahead of every other option at the stated weights."),
}

_TURNS = {
    (True, True): _(
        "It loses to “{other}” if “{criterion}” counts for more than {weight} percent, instead of {stated}."
    ),
    (True, False): _(
        "It loses to “{other}” if “{criterion}” counts for less than {weight} percent, instead of {stated}."
    ),
    (False, True): _(
        "It may fall behind “{other}” if “{criterion}” counts for more than {weight} percent, instead of {stated}."
    ),
    (False, False): _(
        "It may fall behind “{other}” if “{criterion}” counts for less than {weight} percent, instead of {stated}."
    ),
}
"""By whether the other option is then certainly ahead, and whether the weight rises."""


class RankingSummary(msgspec.Struct, frozen=True):
    """The verdict of an analysis in sentences."""

    headline: Inlines
    conditions: tuple[Inlines, ...] = ()
    """What would change it, the nearest first."""
    remarks: tuple[Inlines, ...] = ()
    """Its limits, and what was left out."""

    @property
    def short(self) -> tuple[Inlines, ...]:
        """The ranking, and what would change it soonest."""
        return (self.headline, *self.conditions[:1])

    @property
    def sentences(self) -> tuple[Inlines, ...]:
        """All of it, in order."""
        return (self.headline, *self.conditions, *self.remarks)


def ranking_summary(analysis: Analysis, scenario: Scenario, words: Words) -> RankingSummary:
    """The verdict of an analysis in sentences."""
    writer = _Writer(
        analysis,
        {option.id: option.name for option in scenario.options},
        {criterion.id: criterion.name for criterion in scenario.criteria},
        words,
    )
    match analysis.verdict:
        case NotCompared(why=why):
            return RankingSummary(words.sentence(_NOT_COMPARED[why]))
        case NotEnoughEvidence(threshold=threshold):
            return _too_little(analysis, threshold, words)
        case NothingToRank(left=left):
            return _nothing(writer, left)
        case Winner() as winner:
            return _winner(writer, winner)
        case Level(options=options):
            return _level(writer, options)
        case Leader() as leader:
            return _leader(writer, leader)
        case PartialOrder(pairs=pairs):
            return _partial(writer, pairs)
        case Undecided():
            message = _(
                "No option leads, and none is surely ahead of another: the ranges and the empty cells leave the order "
                "open."
            )
            return RankingSummary(words.sentence(message), (), writer.screened)
        case _:
            assert_never(analysis.verdict)


class _Writer(NamedTuple):
    """An analysis with the names and words for its sentences."""

    analysis: Analysis
    names: Mapping[str, Label]
    """Of options, by id."""
    criteria: Mapping[str, Label]
    words: Words

    def say(self, message: str, **values: Inlines | str) -> Inlines:
        return self.words.sentence(message, **values)

    def name(self, option: str) -> Inlines:
        return self.words.label(self.names[option])

    def several(self, options: Iterable[str]) -> Inlines:
        return self.words.names([self.names[option] for option in options])

    def percent(self, share: float) -> str:
        return self.words.locale.number(round(100 * share))

    @property
    def screened(self) -> tuple[Inlines, ...]:
        """Which options are excluded from the ranking, or may be."""
        return tuple(_screened(self))


def _nothing(writer: _Writer, left: Sequence[str]) -> RankingSummary:
    if len(writer.names) < 2:
        return RankingSummary(writer.say(_("There is nothing to rank: there are not two options.")))
    if not left:
        none_left = writer.say(_("There is nothing to rank: every option fails the screening."))
        return RankingSummary(none_left, (), writer.screened)
    only = _("There is nothing to rank: only “{option}” does not fail the screening.")
    return RankingSummary(writer.say(only, option=writer.name(left[0])), (), writer.screened)


def _winner(writer: _Writer, winner: Winner) -> RankingSummary:
    option, analysis = winner.option, writer.analysis
    remarks: list[Inlines] = []
    if _open(analysis):
        remarks.append(writer.say(_("This holds whatever the ranges and the empty cells leave open.")))
    if winner.over == "stated" and analysis.acceptability:
        share = writer.percent(analysis.acceptability.first(option))
        often = _("At other weights in the same order, it comes first in about {share} percent of the cases.")
        remarks.append(writer.say(often, share=share))
    message = writer.say(_WINS[winner.over], option=writer.name(option))
    if winner.over == "any":
        return RankingSummary(message, (), (*remarks, *writer.screened))
    return RankingSummary(message, _conditions(writer, option), (*_robust(writer, option), *remarks, *writer.screened))


def _level(writer: _Writer, options: Sequence[str]) -> RankingSummary:
    ranked = writer.analysis.ranked
    if ranked and len(options) == len(ranked.options):
        message = _("{options} are level at the stated weights.")
    else:
        message = _("{options} are level at the stated weights, and ahead of the others.")
    return RankingSummary(writer.say(message, options=writer.several(options)), (), writer.screened)


def _leader(writer: _Writer, leader: Leader) -> RankingSummary:
    option = leader.option
    unsure = writer.say(
        _("The ranges and the empty cells leave room for {others} to be ahead of it."),
        others=writer.several(_not_behind(writer.analysis, option)),
    )
    if leader.share >= NEARLY_ALL:
        message = _("“{option}” leads on nearly all weightings, but is not surely ahead.")
        reach: tuple[Inlines, ...] = (unsure,)
    else:
        message = _("“{option}” leads on most weightings, but is not surely ahead.")
        often = _(
            "It comes first in about {share} percent of the cases that the stated order of the weights, the ranges and "
            "the empty cells allow."
        )
        reach = (writer.say(often, share=writer.percent(leader.share)), unsure)
    remarks = (*_robust(writer, option), *reach, *writer.screened)
    return RankingSummary(writer.say(message, option=writer.name(option)), _conditions(writer, option), remarks)


def _partial(writer: _Writer, pairs: Sequence[tuple[str, str]]) -> RankingSummary:
    order = tuple(
        writer.say(
            _("“{option}” is surely ahead of {others} at the stated weights."),
            option=writer.name(option),
            others=writer.several(worse for better, worse in pairs if better == option),
        )
        for option in dict.fromkeys(better for better, _worse in pairs)
    )
    return RankingSummary(writer.say(_("No option leads.")), (), (*order, *writer.screened))


def _too_little(analysis: Analysis, threshold: float, words: Words) -> RankingSummary:
    covered = analysis.coverage
    number = words.locale.number
    headline = words.sentence(
        _(
            "There is not enough evidence to rank the options: the cells with evidence carry {share} percent of the "
            "weight, and a ranking takes at least {threshold} percent."
        ),
        share=number(covered.percent),
        threshold=number(threshold),
    )
    remarks = [
        words.sentence(
            _("Cells that rest on inference or on nothing: {n} of {all}."),
            n=number(covered.unsupported),
            all=number(covered.cells),
        )
    ]
    if analysis.whole is None:
        remarks.append(words.sentence(_("None of the options has a score.")))
    return RankingSummary(headline, (), tuple(remarks))


def _conditions(writer: _Writer, option: str) -> tuple[Inlines, ...]:
    """The nearest changes of one weight that put another option ahead."""
    if writer.analysis.ranked is None:
        return ()
    number = writer.words.locale.number
    turns = tuple(
        writer.say(
            _TURNS[switch.overtaken, switch.more],
            other=writer.name(switch.behind),
            criterion=writer.words.label(writer.criteria[switch.criterion]),
            weight=number(outward(switch)),
            stated=number(round(100 * switch.stated, 6)),
        )
        for switch in switches_against(writer.analysis.ranked, option)[:CONDITIONS]
    )
    return (*turns, writer.say(_("The other weights keep their proportions in this."))) if turns else ()


def _robust(writer: _Writer, option: str) -> tuple[Inlines, ...]:
    """That no single weight certainly changes the order, where this is so."""
    ranked = writer.analysis.ranked
    if ranked is None:
        return ()
    turned = any(
        switch.overtaken for other in ranked.options if other != option for switch in switches(ranked, option, other)
    )
    if turned:
        return ()
    return (writer.say(_("No change of a single weight puts another option surely ahead of it.")),)


def _screened(writer: _Writer) -> Iterator[Inlines]:
    for each in writer.analysis.screened:
        option = writer.name(each.option)
        if each.whole == "fail":
            failed = writer.words.names([writer.criteria[key] for key in each.on("fail")])
            message = _("“{option}” is out of the ranking: it fails {criteria}.")
            yield writer.say(message, option=option, criteria=failed)
        elif each.whole == "open":
            still = writer.words.names([writer.criteria[key] for key in each.on("open")])
            yield writer.say(_("Whether “{option}” passes {criteria} is not known."), option=option, criteria=still)


def _not_behind(analysis: Analysis, option: str) -> list[str]:
    ranked = analysis.ranked
    return [other for other in ranked.options if other != option and not ahead(ranked, option, other)] if ranked else []


def _open(analysis: Analysis) -> bool:
    return analysis.ranked is not None and any(not each.sure for row in analysis.ranked.values for each in row)


# The changes of one weight that put another option ahead, the nearest first.


def switches_against(ranked: Comparison, option: str) -> list[Switch]:
    """Where another option is certainly ahead of this one; where there is no such point, where it may be."""
    found = [
        switch
        for other in ranked.options
        if other != option
        for switch in switches(ranked, option, other)
        # With two criteria, less weight on one is more on the other: only one of these is listed.
        if 0 < outward(switch) < 100 and (switch.more or len(ranked.criteria) > 2)
    ]
    lost = [switch for switch in found if switch.overtaken] or found
    return sorted(lost, key=lambda switch: abs(switch.weight - switch.stated))


def outward(switch: Switch) -> int:
    """The weight of a switch in whole percent, rounded so that the statement about weights beyond it is true."""
    percent = round(100 * switch.weight, 6)
    return ceil(percent) if switch.more else floor(percent)
