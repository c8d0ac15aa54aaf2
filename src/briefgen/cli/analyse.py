"""`briefgen analyse`."""

import json
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from pathlib import Path
from typing import Literal, TypeAlias, assert_never

import click

from briefgen.analysis.acceptability import SAMPLES
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
from briefgen.analysis.values import Interval, value_function
from briefgen.cli.arguments import audiences, folders, language_code, languages, scenario_arguments
from briefgen.cli.output import aligned, as_objects, exit_code, readership, show
from briefgen.commands.analyse import Analysed, analyse
from briefgen.commands.options import targets
from briefgen.commands.scan import scanned_words
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import Inlines, plain
from briefgen.exhibits import Words
from briefgen.exhibits.ranking import outward, ranking_summary
from briefgen.exhibits.scores import between, ends, in_percent
from briefgen.io.filesystem import World
from briefgen.io.names import printable
from briefgen.locale import Locale
from briefgen.locale import load as load_locale
from briefgen.markup.model import Label
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

WIDTH = 96
INDENT = "  "
_SPACES = {0xA0: " ", 0x202F: " "}
"""No-break spaces, which not every terminal shows as a space."""

Side = Literal["left", "right"]

_OUTCOMES = {"pass": _("pass"), "fail": _("fail"), "open": _("not known")}
_RELATIONS = {"necessary": _("surely"), "possible": _("possibly"), "impossible": _("never")}


def comparison_lines(analysed: Analysed, locale: Locale, lang: str) -> list[str]:
    """The whole report."""
    return [printable(line.translate(_SPACES)) for line in _Report(analysed, Words(locale, lang)).lines()]


class _Report:
    """Section by section; each is a heading, and indented lines below it."""

    def __init__(self, analysed: Analysed, words: Words) -> None:
        self.scenario = analysed.loaded.scenario
        self.analysis = analysed.analysis
        self.addressed = analysed.addressed
        self.words = words
        self.options = {option.id: self.name(option.name) for option in self.scenario.options}
        self.criteria = {criterion.id: self.name(criterion.name) for criterion in self.scenario.criteria}

    def lines(self) -> Iterator[str]:
        """The report."""
        yield self.name(self.scenario.title)
        if self.addressed:
            yield from readership(self.addressed.readers, self.words, WIDTH)
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
        """In words."""
        for sentence in ranking_summary(self.analysis, self.scenario, self.words).sentences:
            yield from self.wrapped(plain(sentence))

    def coverage(self) -> Iterator[str]:
        """Cells, and the share of the weight."""
        covered, number = self.analysis.coverage, self.words.locale.number
        counts = (
            (_("cells with evidence"), covered.evidenced),
            (_("cells that are inferred"), covered.inferred),
            (_("empty cells"), covered.empty),
        )
        yield from aligned([[self.words.locale.text(what), number(count)] for what, count in counts], ["left", "right"])
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
        """Options by screening criteria."""
        keys = [criterion.id for criterion in self.scenario.criteria if criterion.kind == "screening"]
        if keys:
            rows = [["", *(self.criteria[key] for key in keys)]]
            for each in self.analysis.screened:
                found = [self.words.locale.text(_OUTCOMES[each.outcomes[key]]) for key in keys]
                rows.append([self.options[each.option], *found])
            yield from aligned(rows, ["left"])

    def value_functions(self) -> Iterator[str]:
        """Criterion by criterion."""
        if self.analysis.whole is None:
            return
        heads = (_("Criterion"), _("Weight"), _("Worth 0"), _("Worth 100"), _("Between them"))
        rows = [[self.words.locale.text(head) for head in heads]]
        for criterion in weighted(self.scenario):
            weight = self.words.locale.number(criterion.weight or 0)
            cells: Sequence[Inlines] = (*ends(criterion, self.words), between(criterion, self.words))
            rows.append([self.criteria[criterion.id], weight, *map(plain, cells)])
        yield from aligned(rows, ["left", "right", "left"])

    def values(self) -> Iterator[str]:
        """Criteria by options."""
        whole = self.analysis.whole
        if whole is None:
            return
        rows = [["", *(self.options[option] for option in whole.options)]]
        for at, criterion in enumerate(whole.criteria):
            rows.append([self.criteria[criterion], *(in_percent(row[at], self.words) for row in whole.values)])
        yield from aligned(rows, ["left", "right"])

    def scores(self) -> Iterator[str]:
        """Options, with those that failed told as out."""
        whole = self.analysis.whole
        if whole is None:
            return
        failed = {each.option for each in self.analysis.screened if each.whole == "fail"}
        out = self.words.locale.text(_("out of the ranking"))
        rows = [
            [self.options[option], in_percent(score, self.words), out if option in failed else ""]
            for option, score in zip(whole.options, score_intervals(whole), strict=True)
        ]
        yield from aligned(rows, ["left", "right", "left"])

    def preferences(self) -> Iterator[str]:
        """Pair by pair, over each set of weightings."""
        if self.analysis.ranked is None:
            return
        heads = ("", "", _("stated weights"), _("stated order"), _("any weights"))
        rows = [[self.words.locale.text(head) if head else "" for head in heads]]
        for each in preferences(self.analysis.ranked):
            found = [self.words.locale.text(_RELATIONS[how]) for how in (each.stated, each.ordered, each.any)]
            rows.append([self.options[each.better], self.options[each.worse], *found])
        yield from aligned(rows, ["left"])

    def dominance(self) -> Iterator[str]:
        """Who needs no weights to be ahead of whom."""
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
        """Every weight at which an order turns, the nearest first."""
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
            # Close to an end of the scale, a whole number would leave nothing beyond it.
            beyond = number(whole) if 0 < whole < 100 else number(round(100 * switch.weight, 2))
            rows.append([self.criteria[switch.criterion], number(round(100 * switch.stated, 6)), sign + beyond, then])
        yield from aligned(rows, ["left", "right", "right", "left"])
        yield self.say(_("The other weights keep their proportions in this."))

    def acceptability(self) -> Iterator[str]:
        """Options by ranks."""
        found = self.analysis.acceptability
        if found is None:
            return
        number, text = self.words.locale.number, self.words.locale.text(_("rank {n}"))
        rows = [["", *(text.format(n=rank) for rank in range(1, len(found.options) + 1))]]
        rows += [
            [self.options[option], *(number(round(100 * share)) for share in shares)]
            for option, shares in zip(found.options, found.shares, strict=True)
        ]
        yield from aligned(rows, ["left", "right"])
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

    def name(self, label: Label) -> str:
        """A name as plain text."""
        return plain(self.words.label(label))

    def say(self, message: str, **values: str) -> str:
        """An interface message."""
        return plain(self.words.sentence(message, **values))

    def wrapped(self, text: str) -> list[str]:
        """Lines of a sentence."""
        return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


# An analysis as JSON, for programs. `docs/analysis.md` lists the keys; all shares, weights and scores are
# percent.

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"


OWN_WORDS = """
analyses scenario verdict kind words why left option over weights options share pairs better worse coverage evidenced
inferred empty threshold screening outcome criteria id weight points values scores preferences stated ordered any
dominance switching_weights ahead behind criterion beyond then rank_acceptability samples seed error shares
not-compared nothing-to-rank not-enough-evidence winner level leader partial-order undecided
no-criteria too-large no-score pass fail open necessary possible impossible more less overtaken no-longer-sure
"""
"""All keys of an object, and what is chosen from a list of the program."""


def comparison_as_json(analysed: Iterable[Analysed], diagnostics: Iterable[Diagnostic] | None, lang: str) -> str:
    """One object with `analyses`, one for each scenario without an error, and `diagnostics` as `check` has them;
    without these, where there are none for those who read it."""
    told = {} if diagnostics is None else {"diagnostics": as_objects(diagnostics)}
    return json.dumps(
        {"analyses": [_analysis(each, lang) for each in analysed], **told},
        ensure_ascii=True,  # so that no control or bidi character reaches a terminal
        indent=1,
    )


def _analysis(analysed: Analysed, lang: str) -> dict[str, Json]:
    scenario, analysis = analysed.loaded.scenario, analysed.analysis
    spoken_in = lang or scenario.language
    words = Words(load_locale(spoken_in), spoken_in)
    covered, whole, ranked, shares = analysis.coverage, analysis.whole, analysis.ranked, analysis.acceptability
    return {
        "scenario": analysed.loaded.name,
        "verdict": {
            **_verdict(analysis.verdict),
            "words": [plain(sentence) for sentence in ranking_summary(analysis, scenario, words).sentences],
        },
        "coverage": {
            "evidenced": covered.evidenced,
            "inferred": covered.inferred,
            "empty": covered.empty,
            "share": _rounded(covered.share),
            "threshold": analysis.threshold,
        },
        "screening": [
            {"option": each.option, "outcome": each.whole, "criteria": dict(each.outcomes)}
            for each in analysis.screened
        ],
        "criteria": _criteria(scenario),
        "values": _values(whole) if whole else None,
        "scores": {
            option: _percents(score) for option, score in zip(whole.options, score_intervals(whole), strict=True)
        }
        if whole
        else None,
        "preferences": [
            {
                "better": each.better,
                "worse": each.worse,
                "stated": each.stated,
                "ordered": each.ordered,
                "any": each.any,
            }
            for each in preferences(ranked)
        ]
        if ranked
        else None,
        "dominance": [{"better": better, "worse": worse} for better, worse in dominance(ranked)] if ranked else None,
        "switching_weights": _switches(ranked) if ranked else None,
        "rank_acceptability": {
            "samples": shares.samples,
            "seed": shares.seed,
            "error": _percent(shares.error),
            "shares": {
                option: [_percent(share) for share in row]
                for option, row in zip(shares.options, shares.shares, strict=True)
            },
        }
        if shares
        else None,
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


# `briefgen analyse`.


@click.command("analyse")
@scenario_arguments
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="Audience; anything above its marking is left out.",
)  # fmt: skip
@click.option(
    "--lang",
    default="",
    metavar="CODE",
    shell_complete=languages,
    callback=language_code,
    help="Output language.  [default: the scenario's]",
)
@click.option("--seed", type=click.IntRange(0, 2**32), default=1, show_default=True, help="Random seed.")
@click.option(
    "--samples", type=click.IntRange(100, 1_000_000), metavar="N",
    help="Random cases for the rank acceptabilities.  [default: 10,000, fewer for large comparisons]",
)  # fmt: skip
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
def command(
    scenarios: tuple[str, ...],
    as_json: bool,
    audience: str,
    lang: str,
    seed: int,
    samples: int | None,
    texts: tuple[str, ...],
) -> None:
    """Compare the options, as far as the evidence allows.

    Prints coverage, screening, score values and intervals, preferences, switching weights, rank acceptabilities and a
    summary in words; docs/analysis.md explains each. With --audience, everything is calculated from what this audience
    may see, and standard output contains nothing else.
    """
    world = World.here()
    files, diagnostics = targets(world, scenarios)
    analysed: list[Analysed] = []
    for file in files:
        made, found = analyse(world, file, [Path(folder) for folder in texts], seed, samples, audience, lang)
        diagnostics += found
        if audience and made:
            leaks = _problems_for_audience(made, as_json, lang)
            diagnostics += leaks
            made = None if leaks else made
        analysed += [made] if made else []
    if as_json:
        if audience:
            show(diagnostics)  # they may name what is withheld
        click.echo(comparison_as_json(analysed, None if audience else diagnostics, lang))
    else:
        show(diagnostics)
        for number, each in enumerate(analysed):
            spoken = lang or each.loaded.scenario.language
            click.echo("\n" * bool(number) + "\n".join(comparison_lines(each, load_locale(spoken), spoken)))
    sys.exit(exit_code(diagnostics))


def _problems_for_audience(analysed: Analysed, as_json: bool, lang: str) -> list[Diagnostic]:
    """Why an analysis cannot be shown to those whom it is for; nothing if it can."""
    if analysed.addressed is None:
        return []
    spoken = lang or analysed.loaded.scenario.language
    if as_json:
        text, form = comparison_as_json([analysed], None, lang), "json"
    else:
        text, form = "\n".join(comparison_lines(analysed, load_locale(spoken), spoken)), "txt"
    shares = analysed.analysis.acceptability
    number = load_locale(spoken).number
    drawn = (number(shares.samples), str(shares.seed)) if shares else ()
    own = (str(SAMPLES), OWN_WORDS)
    return scanned_words(analysed.addressed, text, form, own, (spoken, *drawn), computed=True)
