"""The analysis of a scenario as text for a terminal, and as JSON."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import TypeAlias, assert_never

from msgspec.structs import asdict

from briefgen.analysis.acceptability import SAMPLES, Acceptability
from briefgen.analysis.analyse import (
    Leader,
    Level,
    NotCompared,
    NotEnoughEvidence,
    NothingToRank,
    PartialOrder,
    Undecided,
    Verdict,
    Winner,
)
from briefgen.analysis.comparison import Comparison
from briefgen.analysis.coverage import weighted
from briefgen.analysis.preference import dominance, preferences, score_intervals, switches
from briefgen.analysis.values import Interval, justified, value_function
from briefgen.cli.output import Table, as_json, as_objects, for_terminal
from briefgen.cli.trace_output import audience_note, words_in
from briefgen.commands.analyse import Analysed
from briefgen.commands.scan import scan_output
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import Inlines, plain
from briefgen.exhibits.ranking import outward, ranking_summary
from briefgen.exhibits.scores import between, ends, in_percent
from briefgen.markup.model import Label
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

WIDTH = 96
INDENT = "  "

_OUTCOMES = {"pass": _("pass"), "fail": _("fail"), "open": _("not known")}
_RELATIONS = {"necessary": _("surely"), "possible": _("possibly"), "impossible": _("never")}


def analysis_lines(analysed: Analysed) -> list[str]:
    """The analysis as text."""
    return for_terminal(_Sections(analysed).lines())


class _Sections:
    """The sections of the report; each is a heading with indented lines below it."""

    def __init__(self, analysed: Analysed) -> None:
        self.scenario = analysed.loaded.scenario
        self.analysis = analysed.analysis
        self.view = analysed.view
        self.words = words_in(analysed.lang)
        self.options = {option.id: self.name(option.name) for option in self.scenario.options}
        self.criteria = {criterion.id: self.name(criterion.name) for criterion in self.scenario.criteria}

    def lines(self) -> Iterator[str]:
        """The whole report."""
        yield self.name(self.scenario.title)
        if self.view:
            yield from audience_note(self.view.readers, self.words, WIDTH)
        say = self.words.locale.text
        for heading, body in (
            (say(_("What can be said")), self.verdict()),
            (say(_("Coverage")), self.coverage()),
            (say(_("Screening")), self.screening()),
            (say(_("What scores are worth")), self.value_functions()),
            (say(_("Worth of each cell, 0 to 100")), self.values()),
            (say(_("Score at the stated weights, 0 to 100")), self.scores()),
            (say(_("Preference: does the first score no less than the second?")), self.preferences()),
            (say(_("Dominance")), self.dominance()),
            (say(_("Switching weights")), self.switches()),
            (say(_("Rank acceptability, in percent")), self.acceptability()),
        ):
            below = list(body)
            if below:
                yield ""
                yield heading
                yield from (INDENT + line if line else "" for line in below)

    def verdict(self) -> Iterator[str]:
        """The summary in sentences."""
        for sentence in ranking_summary(self.analysis, self.scenario, self.words).sentences:
            yield from self.wrapped(plain(sentence))

    def coverage(self) -> Iterator[str]:
        """Cells by their evidence, and the share of the weight."""
        covered, number = self.analysis.coverage, self.words.locale.number
        counts = (
            (_("cells with evidence"), covered.evidenced),
            (_("cells that are inferred"), covered.inferred),
            (_("empty cells"), covered.empty),
        )
        rows = [[self.words.locale.text(what), number(count)] for what, count in counts]
        yield from Table(rows).lines("left", "right")
        yield from self.wrapped(
            self.say(
                _(
                    "The cells with evidence carry {share} percent of the weight; a ranking takes at least "
                    "{threshold} percent."
                ),
                share=number(covered.percent),
                threshold=number(self.analysis.threshold),
            )
        )

    def screening(self) -> Iterator[str]:
        """A row for each option, a column for each screening criterion."""
        keys = [criterion.id for criterion in self.scenario.criteria if criterion.kind == "screening"]
        if keys:
            rows = [["", *(self.criteria[key] for key in keys)]]
            for each in self.analysis.screened:
                found = [self.words.locale.text(_OUTCOMES[each.outcomes[key]]) for key in keys]
                rows.append([self.options[each.option], *found])
            yield from Table(rows).lines("left")

    def value_functions(self) -> Iterator[str]:
        """A row for each criterion."""
        if self.analysis.whole is None:
            return
        heads = (_("Criterion"), _("Weight"), _("Worth 0"), _("Worth 100"), _("Between them"))
        rows = [[self.words.locale.text(head) for head in heads]]
        for criterion in weighted(self.scenario):
            weight = self.weight(criterion.weight or 0)
            cells: Sequence[Inlines] = (*ends(criterion, self.words), between(criterion, self.words))
            rows.append([self.criteria[criterion.id], weight, *map(plain, cells)])
        yield from Table(rows).lines("left", "right", "left")

    def values(self) -> Iterator[str]:
        """A row for each criterion, a column for each option."""
        whole = self.analysis.whole
        if whole is None:
            return
        rows = [["", *(self.options[option] for option in whole.options)]]
        for at, criterion in enumerate(whole.criteria):
            rows.append([self.criteria[criterion], *(in_percent(row[at], self.words) for row in whole.values)])
        yield from Table(rows).lines("left", "right")

    def scores(self) -> Iterator[str]:
        """A row for each option."""
        whole = self.analysis.whole
        if whole is None:
            return
        failed = {each.option for each in self.analysis.screened if each.whole == "fail"}
        out = self.words.locale.text(_("out of the ranking"))
        rows = [
            [self.options[option], in_percent(score, self.words), out if option in failed else ""]
            for option, score in zip(whole.options, score_intervals(whole), strict=True)
        ]
        yield from Table(rows).lines("left", "right", "left")

    def preferences(self) -> Iterator[str]:
        """A row for each pair, a column for each set of weights."""
        if self.analysis.ranked is None:
            return
        heads = ("", "", _("stated weights"), _("stated order"), _("any weights"))
        rows = [[self.words.locale.text(head) if head else "" for head in heads]]
        for each in preferences(self.analysis.ranked):
            found = [self.words.locale.text(_RELATIONS[how]) for how in (each.stated, each.ordered, each.any)]
            rows.append([self.options[each.better], self.options[each.worse], *found])
        yield from Table(rows).lines("left")

    def dominance(self) -> Iterator[str]:
        """A line for each pair of which one is ahead with any weights."""
        if self.analysis.ranked is None:
            return
        pairs = dominance(self.analysis.ranked)
        if not pairs:
            yield self.say(_("No option is surely as good as another on every criterion, and better on one."))
        for better, worse in pairs:
            yield from self.wrapped(
                self.say(
                    _("“{option}” is surely as good as “{other}” on every criterion, and better on one."),
                    option=self.options[better],
                    other=self.options[worse],
                )
            )

    def switches(self) -> Iterator[str]:
        """A row for each weight at which an order changes, the nearest first."""
        ranked = self.analysis.ranked
        if ranked is None:
            return
        say, number = self.words.locale.text, self.words.locale.number
        found = [
            switch for one in ranked.options for other in ranked.options if one != other
            for switch in switches(ranked, one, other)
        ]  # fmt: skip
        if not found:
            yield self.say(_("No change of a single weight makes a sure order, or unmakes one."))
            return
        rows = [[say(head) for head in (_("Criterion"), _("Stated"), _("Beyond"), _("What then holds"))]]
        for switch in sorted(found, key=lambda each: abs(each.weight - each.stated)):
            then = (
                self.say(_("“{other}” is surely ahead of “{option}”"), other=self.options[switch.behind],
                         option=self.options[switch.ahead])
                if switch.overtaken
                else self.say(_("“{option}” is no longer surely ahead of “{other}”"),
                              option=self.options[switch.ahead], other=self.options[switch.behind])
            )  # fmt: skip
            sign, whole = "> " if switch.more else "< ", outward(switch)
            # Close to an end of the scale, there would be nothing beyond a whole number.
            beyond = number(whole) if 0 < whole < 100 else number(round(100 * switch.weight, 1))
            stated = self.weight(100 * switch.stated)
            rows.append([self.criteria[switch.criterion], stated, sign + beyond, then])
        yield from Table(rows).lines("left", "right", "right", "left")
        yield self.say(_("The other weights keep their proportions in this."))

    def acceptability(self) -> Iterator[str]:
        """A row for each option, a column for each rank."""
        found = self.analysis.acceptability
        if found is None:
            return
        number, text = self.words.locale.number, self.words.locale.text(_("rank {n}"))
        rows = [["", *(text.format(n=rank) for rank in range(1, len(found.options) + 1))]]
        rows += [
            [self.options[option], *(number(round(100 * share)) for share in shares)]
            for option, shares in zip(found.options, found.shares, strict=True)
        ]
        yield from Table(rows).lines("left", "right")
        yield from self.wrapped(
            self.say(
                _(
                    "{n} cases, seed {seed}: weights in the stated order, values within what is open. With 99 percent "
                    "certainty, each share is right within {error} points."
                ),
                n=number(found.samples),
                seed=str(found.seed),
                error=number(ceil(1000 * found.error) / 10),
            )
        )

    def weight(self, weight: float) -> str:
        """A weight, as precisely as weights are given."""
        given = [criterion.weight or 0 for criterion in weighted(self.scenario)]
        return self.words.locale.number(justified(weight, given))

    def name(self, label: Label) -> str:
        """A name as plain text."""
        return plain(self.words.label(label))

    def say(self, message: str, **values: str) -> str:
        """An interface message."""
        return plain(self.words.sentence(message, **values))

    def wrapped(self, text: str) -> list[str]:
        """The lines of a sentence."""
        return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


# JSON, for programs. `docs/analysis.md` lists the keys; all shares, weights and scores are in percent.

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"

OWN_WORDS = """
analyses scenario verdict kind words why left option over weights options share pairs better worse coverage evidenced
inferred empty threshold screening outcome criteria id weight points values scores preferences stated ordered any
dominance switching_weights ahead behind criterion beyond then rank_acceptability samples seed error shares
not-compared nothing-to-rank not-enough-evidence winner level leader partial-order undecided
no-criteria too-large no-score pass fail open necessary possible impossible more less overtaken no-longer-sure
"""
"""All keys of the JSON, and its values that are not from the scenario."""


def analysis_as_json(analysed: Iterable[Analysed], diagnostics: Iterable[Diagnostic] | None) -> str:
    """One object with `analyses`, one for each scenario without an error, and `diagnostics` as in `check`, if given."""
    found = {} if diagnostics is None else {"diagnostics": as_objects(diagnostics)}
    return as_json({"analyses": [_object(each) for each in analysed], **found})


def _object(analysed: Analysed) -> dict[str, Json]:
    scenario, analysis, words = analysed.loaded.scenario, analysed.analysis, words_in(analysed.lang)
    covered, whole, ranked, shares = analysis.coverage, analysis.whole, analysis.ranked, analysis.acceptability
    return {
        "scenario": analysed.loaded.name,
        "verdict": {
            **_verdict(analysis.verdict),
            "words": [plain(sentence) for sentence in ranking_summary(analysis, scenario, words).sentences],
        },
        "coverage": {**asdict(covered), "share": _rounded(covered.share), "threshold": analysis.threshold},
        "screening": [
            {"option": each.option, "outcome": each.whole, "criteria": dict(each.outcomes)}
            for each in analysis.screened
        ],
        "criteria": _criteria(scenario),
        "values": _values(whole) if whole else None,
        "scores": _scores(whole) if whole else None,
        "preferences": [asdict(each) for each in preferences(ranked)] if ranked else None,
        "dominance": [{"better": better, "worse": worse} for better, worse in dominance(ranked)] if ranked else None,
        "switching_weights": _switches(ranked) if ranked else None,
        "rank_acceptability": _acceptability(shares) if shares else None,
    }


def _verdict(verdict: Verdict) -> dict[str, Json]:
    match verdict:
        case NotCompared(why=why):
            return {"kind": "not-compared", "why": why}
        case NothingToRank(left=left):
            return {"kind": "nothing-to-rank", "left": list(left)}
        case NotEnoughEvidence():
            return {"kind": "not-enough-evidence"}
        case Winner(option=option, over=over):
            return {"kind": "winner", "option": option, "weights": over}
        case Level(options=options):
            return {"kind": "level", "options": list(options)}
        case Leader(option=option, share=share):
            return {"kind": "leader", "option": option, "share": _percent(share)}
        case PartialOrder(pairs=pairs):
            return {"kind": "partial-order", "pairs": [{"better": one, "worse": other} for one, other in pairs]}
        case Undecided():
            return {"kind": "undecided"}
        case _:
            assert_never(verdict)


def _criteria(scenario: Scenario) -> list[Json]:
    out: list[Json] = []
    for criterion in weighted(scenario):
        function = value_function(criterion)
        points: list[Json] = [[score, _percent(worth)] for score, worth in function.points] if function else []
        out.append({"id": criterion.id, "weight": criterion.weight, "points": points})
    return out


def _values(whole: Comparison) -> dict[str, Json]:
    return {
        option: {criterion: _percents(value) for criterion, value in zip(whole.criteria, row, strict=True)}
        for option, row in zip(whole.options, whole.values, strict=True)
    }


def _scores(whole: Comparison) -> dict[str, Json]:
    return {option: _percents(score) for option, score in zip(whole.options, score_intervals(whole), strict=True)}


def _acceptability(found: Acceptability) -> dict[str, Json]:
    shares: dict[str, Json] = {
        option: [_percent(share) for share in row] for option, row in zip(found.options, found.shares, strict=True)
    }
    return {"samples": found.samples, "seed": found.seed, "error": _percent(found.error), "shares": shares}


def _switches(ranked: Comparison) -> list[Json]:
    return [
        {
            "ahead": switch.ahead,
            "behind": switch.behind,
            "criterion": switch.criterion,
            "stated": _percent(switch.stated),
            "weight": _percent(switch.weight),
            "beyond": "more" if switch.more else "less",
            "then": "overtaken" if switch.overtaken else "no-longer-sure",
        }
        for one in ranked.options
        for other in ranked.options
        if one != other
        for switch in switches(ranked, one, other)
    ]


def _percents(interval: Interval) -> list[Json]:
    return [_percent(interval.low), _percent(interval.high)]


def _percent(share: float) -> float:
    return _rounded(100 * share)


def _rounded(number: float) -> float:
    return round(number, 6)


# What may be printed for an audience.


def leaks_of_analysis(analysed: Analysed, json: bool) -> list[Diagnostic]:
    """An error for each text in the output that is withheld from its audience."""
    if analysed.view is None:
        return []
    text = analysis_as_json([analysed], None) if json else "\n".join(analysis_lines(analysed))
    shares, number = analysed.analysis.acceptability, words_in(analysed.lang).locale.number
    random = (number(shares.samples), str(shares.seed)) if shares else ()
    own = (str(SAMPLES), OWN_WORDS)
    return scan_output(analysed.view, text, "json" if json else "txt", own, (analysed.lang, *random), computed=True)
