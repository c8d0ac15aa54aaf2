"""The filter: what an audience may not see goes, what refers to it follows, until nothing refers to what is gone."""

from msgspec.structs import replace

from briefgen.diagnostic import Finding
from briefgen.prose import Label, Prose
from briefgen.prose.marking import written
from briefgen.release.filter.hanging import hanging
from briefgen.release.filter.released import Recomputed, Released, Withheld
from briefgen.release.filter.sweep import LISTS, Sweep, ids_of
from briefgen.release.filter.weights import rescaled
from briefgen.scenario.marking import scheme_of
from briefgen.scenario.model import Audience, Scenario
from briefgen.scenario.walk import markings, texts

_FIGURED = tuple(f"{name}." for name in LISTS.values() if name != "assumptions")
"""Where pieces stand that figures are worked out from."""


def filtered(scenario: Scenario, audience: Audience) -> Released:
    """The scenario as an audience may see it. Where it says nothing of marking, it stays as it is."""
    scheme = scheme_of(scenario)
    lower = tuple(each for each in scenario.audiences if not scheme.exceeds(each.marking, audience.marking))
    if lower != scenario.audiences:  # who else reads a paper, and may see more, is nobody's business
        scenario = replace(scenario, audiences=lower)
    if scenario.markings:  # what more restricted papers are called is not their business either
        kept = scheme.up_to(audience.marking).steps
        scenario = replace(scenario, markings=kept) if kept != scenario.markings else scenario
    known = ids_of(scenario)
    gone: dict[str, frozenset[str]] = {what: frozenset() for what in LISTS}
    if not _above(scenario, Sweep(scheme, audience.marking, known, gone, spare=False)):
        return Released(scenario, (), ())
    while True:
        sweep = Sweep(scheme, audience.marking, known, gone, scenario.on_withheld == "report")
        left = sweep.swept(scenario)
        if left is None:
            why = "its marking, or that of its title, question or decision-maker, is too high for them"
            return Released(None, tuple(sweep.withheld), (_nothing(audience, "title", why),))
        now = {what: known[what] - ids for what, ids in ids_of(left).items()}
        if now == gone:
            break
        gone = now
    if not any(option.baseline for option in left.options) and any(option.baseline for option in scenario.options):
        why = "the baseline, which the other options are compared with, is withheld from them"
        return Released(None, tuple(sweep.withheld), (_nothing(audience, "options", why),))
    left, weights = rescaled(scenario, left)
    recomputed: Recomputed = ""
    if any(each.path.startswith(_FIGURED) and not each.place for each in sweep.withheld):
        recomputed = "weights" if weights else "figures"
    findings = (*_bare(sweep, audience), *hanging(scenario, left, audience))
    return Released(left, tuple(sweep.withheld), findings, recomputed)


def seen_of(text: Prose | Label, whole: Scenario, left: Scenario, audience: Audience) -> Prose | Label | None:
    """A text that stands in a scenario, or might, as an audience sees it to whom the scenario is `left`."""
    known, still = ids_of(whole), ids_of(left)
    gone = {what: known[what] - still[what] for what in LISTS}
    sweep = Sweep(scheme_of(whole), audience.marking, known, gone, whole.on_withheld == "report")
    made = sweep.prose(text) if isinstance(text, Prose) else sweep.label(text)
    return made if isinstance(made, Prose | Label) else None


def _above(scenario: Scenario, sweep: Sweep) -> bool:
    """Whether anything is marked too high: most scenarios need not be gone through for most audiences."""
    pieces = (label for path, label in markings(scenario) if not path.startswith("audiences."))
    spans = (each for text in texts(scenario) for words in text.texts.values() for each in written(words))
    return any(map(sweep.exceeds, pieces)) or not all(map(sweep.knife.shown, spans))


def _nothing(audience: Audience, path: str, why: str) -> Finding:
    return Finding(
        "nothing-released",
        path,
        f"There is no paper for `{audience.id}`: {why}.",
        "Give the scenario the marking of what all its readers may see, and a higher one to the pieces that need it.",
    )


def _bare(sweep: Sweep, audience: Audience) -> tuple[Finding, ...]:
    return tuple(_rests(each, audience) for each in sweep.bare)


def _rests(sentence: Withheld, audience: Audience) -> Finding:
    return Finding(
        "rests-on-withheld",
        sentence.path,
        f"`{audience.id}` would see this sentence, and nothing that it cites: `{sentence.what}` is withheld from them.",
        "Mark the sentence, cite something that they may see, or write `on_withheld: drop`, which leaves it out.",
        sentence.place,
    )
