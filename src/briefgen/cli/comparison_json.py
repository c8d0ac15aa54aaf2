"""An analysis as JSON, for programs. `docs/analysis.md` lists the keys; all shares, weights and scores are percent."""

import json
from collections.abc import Iterable
from typing import TypeAlias, assert_never

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
from briefgen.cli.json import as_objects
from briefgen.diagnostic import Diagnostic
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.exhibits.ranking import spoken
from briefgen.locale import load as load_locale
from briefgen.scenario.model import Scenario
from briefgen.verbs.analyse import Analysed

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"


OWN_WORDS = """
analyses scenario verdict kind words why left option over weights options share pairs better worse coverage evidenced
inferred empty threshold screening outcome criteria id weight points values scores preferences stated ordered any
dominance switching_weights ahead behind criterion beyond then rank_acceptability samples seed error shares
not-compared nothing-to-rank not-enough-evidence winner level leader partial-order undecided
no-criteria too-large no-score pass fail open necessary possible impossible more less overtaken no-longer-sure
"""
"""All keys of an object, and what is chosen from a list of the program."""


def dumps(analysed: Iterable[Analysed], diagnostics: Iterable[Diagnostic] | None, lang: str) -> str:
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
            "words": [plain(sentence) for sentence in spoken(analysis, scenario, words).sentences],
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
