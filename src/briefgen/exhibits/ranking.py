"""What the comparison allows a brief to say, in sentences for the decision-maker."""

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
"""Changes of a weight that are told of a leader: the nearest; `briefgen analyse` has all."""

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
"""By whether the other option is then surely ahead, and whether the weight rises."""


class Spoken(msgspec.Struct, frozen=True):
    """A verdict in words."""

    headline: Inlines
    conditions: tuple[Inlines, ...] = ()
    """What would turn it, the soonest first."""
    remarks: tuple[Inlines, ...] = ()
    """How far it reaches, and what was left out."""

    @property
    def short(self) -> tuple[Inlines, ...]:
        """What can be said, and what would turn it soonest."""
        return (self.headline, *self.conditions[:1])

    @property
    def sentences(self) -> tuple[Inlines, ...]:
        """All of it, in order."""
        return (self.headline, *self.conditions, *self.remarks)


def spoken(analysis: Analysis, scenario: Scenario, words: Words) -> Spoken:
    """The verdict of an analysis, sentence by sentence."""
    told = _Telling(
        analysis,
        {option.id: option.name for option in scenario.options},
        {criterion.id: criterion.name for criterion in scenario.criteria},
        words,
    )
    match analysis.verdict:
        case NotCompared(why=why):
            return Spoken(words.sentence(_NOT_COMPARED[why]))
        case NotEnoughEvidence(threshold=threshold):
            return _too_little(analysis, threshold, words)
        case NothingToRank(left=left):
            return _nothing(told, left)
        case Winner() as winner:
            return _winner(told, winner)
        case Level(options=options):
            return _level(told, options)
        case Leader() as leader:
            return _leader(told, leader)
        case PartialOrder(pairs=pairs):
            return _partial(told, pairs)
        case Undecided():
            said = _(
                "No option leads, and none is surely ahead of another: the ranges and the empty cells leave the order "
                "open."
            )
            return Spoken(words.sentence(said), (), told.screened)
        case _:
            assert_never(analysis.verdict)


class _Telling(NamedTuple):
    """An analysis, and the words for what is in it."""

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
        """Which options are out of the ranking, or may be."""
        return tuple(_screened(self))


def _nothing(told: _Telling, left: Sequence[str]) -> Spoken:
    if len(told.names) < 2:
        return Spoken(told.say(_("There is nothing to rank: there are not two options.")))
    if not left:
        return Spoken(told.say(_("There is nothing to rank: every option fails the screening.")), (), told.screened)
    only = _("There is nothing to rank: only “{option}” does not fail the screening.")
    return Spoken(told.say(only, option=told.name(left[0])), (), told.screened)


def _winner(told: _Telling, winner: Winner) -> Spoken:
    option, analysis = winner.option, told.analysis
    remarks: list[Inlines] = []
    if _open(analysis):
        remarks.append(told.say(_("This holds whatever the ranges and the empty cells leave open.")))
    if winner.over == "stated" and analysis.acceptability:
        share = told.percent(analysis.acceptability.first(option))
        often = _("At other weights in the same order, it comes first in about {share} percent of the cases.")
        remarks.append(told.say(often, share=share))
    said = told.say(_WINS[winner.over], option=told.name(option))
    if winner.over == "any":
        return Spoken(said, (), (*remarks, *told.screened))
    return Spoken(said, _conditions(told, option), (*_robust(told, option), *remarks, *told.screened))


def _level(told: _Telling, options: Sequence[str]) -> Spoken:
    ranked = told.analysis.ranked
    if ranked and len(options) == len(ranked.options):
        said = _("{options} are level at the stated weights.")
    else:
        said = _("{options} are level at the stated weights, and ahead of the others.")
    return Spoken(told.say(said, options=told.several(options)), (), told.screened)


def _leader(told: _Telling, leader: Leader) -> Spoken:
    option = leader.option
    unsure = told.say(
        _("The ranges and the empty cells leave room for {others} to be ahead of it."),
        others=told.several(_not_behind(told.analysis, option)),
    )
    if leader.share >= NEARLY_ALL:
        said = _("“{option}” leads on nearly all weightings, but is not surely ahead.")
        reach: tuple[Inlines, ...] = (unsure,)
    else:
        said = _("“{option}” leads on most weightings, but is not surely ahead.")
        often = _(
            "It comes first in about {share} percent of the cases that the stated order of the weights, the ranges and "
            "the empty cells allow."
        )
        reach = (told.say(often, share=told.percent(leader.share)), unsure)
    remarks = (*_robust(told, option), *reach, *told.screened)
    return Spoken(told.say(said, option=told.name(option)), _conditions(told, option), remarks)


def _partial(told: _Telling, pairs: Sequence[tuple[str, str]]) -> Spoken:
    order = tuple(
        told.say(
            _("“{option}” is surely ahead of {others} at the stated weights."),
            option=told.name(option),
            others=told.several(worse for better, worse in pairs if better == option),
        )
        for option in dict.fromkeys(better for better, _worse in pairs)
    )
    return Spoken(told.say(_("No option leads.")), (), (*order, *told.screened))


def _too_little(analysis: Analysis, threshold: float, words: Words) -> Spoken:
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
    return Spoken(headline, (), tuple(remarks))


def _conditions(told: _Telling, option: str) -> tuple[Inlines, ...]:
    """The nearest changes of one weight that turn the order against an option."""
    if told.analysis.ranked is None:
        return ()
    number = told.words.locale.number
    turns = tuple(
        told.say(
            _TURNS[switch.overtaken, switch.more],
            other=told.name(switch.behind),
            criterion=told.words.label(told.criteria[switch.criterion]),
            weight=number(outward(switch)),
            stated=number(round(100 * switch.stated, 6)),
        )
        for switch in turning(told.analysis.ranked, option)[:CONDITIONS]
    )
    return (*turns, told.say(_("The other weights keep their proportions in this."))) if turns else ()


def _robust(told: _Telling, option: str) -> tuple[Inlines, ...]:
    """That no weight alone turns the order for sure, where this is so."""
    ranked = told.analysis.ranked
    if ranked is None:
        return ()
    turned = any(
        switch.overtaken for other in ranked.options if other != option for switch in switches(ranked, option, other)
    )
    if turned:
        return ()
    return (told.say(_("No change of a single weight puts another option surely ahead of it.")),)


def _screened(told: _Telling) -> Iterator[Inlines]:
    for each in told.analysis.screened:
        option = told.name(each.option)
        if each.whole == "fail":
            failed = told.words.names([told.criteria[key] for key in each.on("fail")])
            yield told.say(_("“{option}” is out of the ranking: it fails {criteria}."), option=option, criteria=failed)
        elif each.whole == "open":
            still = told.words.names([told.criteria[key] for key in each.on("open")])
            yield told.say(_("Whether “{option}” passes {criteria} is not known."), option=option, criteria=still)


def _not_behind(analysis: Analysis, option: str) -> list[str]:
    ranked = analysis.ranked
    return [other for other in ranked.options if other != option and not ahead(ranked, option, other)] if ranked else []


def _open(analysis: Analysis) -> bool:
    return analysis.ranked is not None and any(not each.sure for row in analysis.ranked.values for each in row)


# What turns an order: the changes of one weight that put another option ahead, the nearest first.


def turning(ranked: Comparison, option: str) -> list[Switch]:
    """Where another option is surely ahead of this one; where there is no such point, where it may be."""
    found = [
        switch
        for other in ranked.options
        if other != option
        for switch in switches(ranked, option, other)
        # Of two criteria, one weighs less exactly where the other weighs more: that is said once.
        if 0 < outward(switch) < 100 and (switch.more or len(ranked.criteria) > 2)
    ]
    lost = [switch for switch in found if switch.overtaken] or found
    return sorted(lost, key=lambda switch: abs(switch.weight - switch.stated))


def outward(switch: Switch) -> int:
    """The weight of a switch in whole percent, rounded so that what is said of the weights beyond it is true."""
    percent = round(100 * switch.weight, 6)
    return ceil(percent) if switch.more else floor(percent)
