"""An analysis as lines for a terminal."""

import textwrap
from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal

from briefgen.analysis.coverage import weighted
from briefgen.analysis.preference import dominance, preferences, score_intervals, switches
from briefgen.cli.aligned import aligned
from briefgen.cli.readership import readership
from briefgen.document import Inlines, plain
from briefgen.exhibits import Words
from briefgen.exhibits.ranking import outward, spoken
from briefgen.exhibits.scores import between, ends, in_percent
from briefgen.locale import Locale
from briefgen.prose import Label
from briefgen.verbs.analyse import Analysed
from briefgen.world.names import printable

_ = str  # marks interface messages; they are translated where they are shown

WIDTH = 96
INDENT = "  "
_SPACES = {0xA0: " ", 0x202F: " "}
"""No-break spaces, which not every terminal shows as a space."""

Side = Literal["left", "right"]

_OUTCOMES = {"pass": _("pass"), "fail": _("fail"), "open": _("not known")}
_RELATIONS = {"necessary": _("surely"), "possible": _("possibly"), "impossible": _("never")}


def lines(analysed: Analysed, locale: Locale, lang: str) -> list[str]:
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
        for sentence in spoken(self.analysis, self.scenario, self.words).sentences:
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
