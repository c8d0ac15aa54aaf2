"""What the comparison allows to be said, in sentences for whoever decides. No figure stands without its meaning."""

from collections.abc import Iterator
from typing import assert_never

import msgspec

from briefgen.analysis import Analysis
from briefgen.analysis.preference import ahead
from briefgen.analysis.switching import switches
from briefgen.analysis.verdict import (
    Leader,
    Level,
    NotCompared,
    NotEnoughEvidence,
    NothingToRank,
    PartialOrder,
    Undecided,
    Winner,
)
from briefgen.document import Inlines
from briefgen.exhibits.turning import outward, turning
from briefgen.exhibits.words import Words
from briefgen.prose import Label
from briefgen.scenario.model import Scenario

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
    names = {option.id: option.name for option in scenario.options}
    criteria = {criterion.id: criterion.name for criterion in scenario.criteria}

    def percent(share: float) -> str:
        return words.locale.number(round(100 * share))

    def say(message: str, **values: Inlines | str) -> Inlines:
        return words.sentence(message, **values)

    def name(option: str) -> Inlines:
        return words.label(names[option])

    screened = tuple(_screened(analysis, names, criteria, words))
    match analysis.verdict:
        case NotCompared(why=why):
            return Spoken(say(_NOT_COMPARED[why]))
        case NothingToRank(left=left):
            if len(names) < 2:
                return Spoken(say(_("There is nothing to rank: there are not two options.")))
            if not left:
                return Spoken(say(_("There is nothing to rank: every option fails the screening.")), (), screened)
            only = say(
                _("There is nothing to rank: only “{option}” does not fail the screening."), option=name(left[0])
            )
            return Spoken(only, (), screened)
        case NotEnoughEvidence(threshold=threshold):
            return _too_little(analysis, threshold, words)
        case Winner(option=option, over=over):
            remarks: list[Inlines] = []
            if _open(analysis):
                remarks.append(say(_("This holds whatever the ranges and the empty cells leave open.")))
            if over == "stated" and analysis.acceptability:
                share = percent(analysis.acceptability.first(option))
                remarks.append(
                    say(_("At other weights in the same order, it comes first in about {share} percent of the cases."),
                        share=share)
                )  # fmt: skip
            turns = _conditions(analysis, option, names, criteria, words) if over != "any" else ()
            robust = _robust(analysis, option, words) if over != "any" else ()
            return Spoken(say(_WINS[over], option=name(option)), turns, (*robust, *remarks, *screened))
        case Level(options=options):
            among = words.names([names[option] for option in options])
            if analysis.ranked and len(options) == len(analysis.ranked.options):
                return Spoken(say(_("{options} are level at the stated weights."), options=among), (), screened)
            said = say(_("{options} are level at the stated weights, and ahead of the others."), options=among)
            return Spoken(said, (), screened)
        case Leader(option=option, share=first):
            nearly = first >= NEARLY_ALL
            said = (
                say(_("“{option}” leads on nearly all weightings, but is not surely ahead."), option=name(option))
                if nearly
                else say(_("“{option}” leads on most weightings, but is not surely ahead."), option=name(option))
            )
            often = say(
                _(
                    "It comes first in about {share} percent of the cases that the stated order of the weights, the "
                    "ranges and the empty cells allow."
                ),
                share=percent(first),
            )
            unsure = say(
                _("The ranges and the empty cells leave room for {others} to be ahead of it."),
                others=words.names(_not_behind(analysis, option, names)),
            )
            turns = _conditions(analysis, option, names, criteria, words)
            reach = (unsure,) if nearly else (often, unsure)
            return Spoken(said, turns, (*_robust(analysis, option, words), *reach, *screened))
        case PartialOrder(pairs=pairs):
            order = tuple(
                say(_("“{option}” is surely ahead of {others} at the stated weights."), option=name(option),
                    others=words.names([names[worse] for better, worse in pairs if better == option]))
                for option in dict.fromkeys(better for better, _worse in pairs)
            )  # fmt: skip
            return Spoken(say(_("No option leads.")), (), (*order, *screened))
        case Undecided():
            said = say(
                _(
                    "No option leads, and none is surely ahead of another: the ranges and the empty cells leave the "
                    "order open."
                )
            )
            return Spoken(said, (), screened)
        case _:
            assert_never(analysis.verdict)


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
        words.plural(
            "{n} of the {all} cells rests on inference or on nothing.",
            "{n} of the {all} cells rest on inference or on nothing.",
            covered.unsupported,
            all=number(covered.cells),
        )
    ]
    if analysis.whole is None:
        remarks.append(words.sentence(_("None of the options has a score.")))
    return Spoken(headline, (), tuple(remarks))


def _conditions(
    analysis: Analysis, option: str, names: dict[str, Label], criteria: dict[str, Label], words: Words
) -> tuple[Inlines, ...]:
    """The nearest changes of one weight that turn the order against an option."""
    if analysis.ranked is None:
        return ()
    nearest = turning(analysis.ranked, option)[:CONDITIONS]
    turns = tuple(
        words.sentence(
            _TURNS[switch.overtaken, switch.more],
            other=words.label(names[switch.behind]),
            criterion=words.label(criteria[switch.criterion]),
            weight=words.locale.number(outward(switch)),
            stated=words.locale.number(round(100 * switch.stated, 6)),
        )
        for switch in nearest
    )
    return (*turns, words.sentence(_("The other weights keep their proportions in this."))) if turns else ()


def _robust(analysis: Analysis, option: str, words: Words) -> tuple[Inlines, ...]:
    """That no weight alone turns the order for sure, where this is so."""
    if analysis.ranked is None:
        return ()
    ranked = analysis.ranked
    turned = any(
        switch.overtaken for other in ranked.options if other != option for switch in switches(ranked, option, other)
    )
    if turned:
        return ()
    return (words.sentence(_("No change of a single weight puts another option surely ahead of it.")),)


def _screened(
    analysis: Analysis, names: dict[str, Label], criteria: dict[str, Label], words: Words
) -> Iterator[Inlines]:
    for each in analysis.screened:
        option = words.label(names[each.option])
        if each.whole == "fail":
            failed = words.names([criteria[key] for key in each.on("fail")])
            yield words.sentence(
                _("“{option}” is out of the ranking: it fails {criteria}."), option=option, criteria=failed
            )
        elif each.whole == "open":
            still = words.names([criteria[key] for key in each.on("open")])
            yield words.sentence(
                _("Whether “{option}” passes {criteria} is not known."), option=option, criteria=still
            )  # fmt: skip


def _not_behind(analysis: Analysis, option: str, names: dict[str, Label]) -> list[Label]:
    ranked = analysis.ranked
    return (
        [names[other] for other in ranked.options if other != option and not ahead(ranked, option, other)]
        if ranked
        else []
    )


def _open(analysis: Analysis) -> bool:
    return analysis.ranked is not None and any(not each.sure for row in analysis.ranked.values for each in row)
