"""A scenario for one audience: whatever is marked above its marking is removed before anything is made of it."""

from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from briefgen import schema
from briefgen.core.diagnostic import Finding, Place, Severity
from briefgen.markup import marking
from briefgen.markup.marking import written
from briefgen.markup.model import Label, Prose
from briefgen.markup.parse import cited_facts
from briefgen.markup.redact import Loss, Redactor, SentenceBasis
from briefgen.model.evidence import Fact
from briefgen.model.marking import Scheme, scheme_of
from briefgen.model.options import Assessment, Cost, Criterion, Option, Position, Reversibility
from briefgen.model.scenario import Audience, Gap, Indicator, Judgement, Recommendation, Scenario
from briefgen.model.walk import markings, proses, referrals, texts
from briefgen.schema import branch_of, fields_of

__all__ = ["Recomputed", "Released", "Withheld"]


# What would be dangling for an audience: items that it sees, of which the basis is withheld.


def dangling_references(before: Scenario, left: Scenario, audience: Audience) -> Iterator[Finding]:
    """Finds `left-hanging`: what the author's scenario has and the audience's lacks, at the place of what is left."""
    for path, message in _found(before, left):
        yield Finding(
            "left-hanging",
            path,
            f"For `{audience.id}`, {message}.",
            "Mark this piece as well, give it something that they may see, or let it stand as it is.",
            severity="warning",
        )


def _found(before: Scenario, left: Scenario) -> Iterator[tuple[str, str]]:
    if before.bottom_line and not left.bottom_line:
        yield "bottom_line", "nothing is left of the bottom line"
    if before.recommendation and not left.recommendation:
        yield "recommendation", "there is no recommendation"
    elif before.recommendation and left.recommendation and _lost(before.recommendation, left.recommendation):
        yield "recommendation", "the recommendation rests on no fact"
    judgements = {each.id: each for each in before.judgements}
    for judgement in left.judgements:
        if _lost(judgements[judgement.id], judgement):
            yield f"judgements.{judgement.id}", f"the judgement `{judgement.id}` rests on no fact"
    options = {each.id: each for each in before.options}
    for option in left.options:
        if _facts(options[option.id]) and not _facts(option):
            yield f"options.{option.id}", f"no fact is left under the option `{option.id}`"
    yield from _of_criteria(before, left)
    quoted = {each.source for fact in before.facts for each in fact.evidence}
    now = {each.source for fact in left.facts for each in fact.evidence}
    for source in left.sources:
        if source.id in quoted - now:
            yield f"sources.{source.id}", f"the source `{source.id}` is listed, and nothing of it is quoted"
    if len(before.options) > 1 and len(left.options) == 1:
        yield "options", "one option is left, and nothing to compare it with"


def _lost(before: Judgement | Recommendation, left: Judgement | Recommendation) -> bool:
    return bool(_facts(before)) and not _facts(left)


def _facts(piece: Judgement | Recommendation | Option) -> frozenset[str]:
    """All facts that it cites or names."""
    cited = frozenset[str]().union(*map(cited_facts, proses(piece)))
    return cited | {each.id for each in referrals(piece) if each.what == "fact"}


def _of_criteria(before: Scenario, left: Scenario) -> Iterator[tuple[str, str]]:
    supported = {each.id: each.facts for each in before.criteria}
    had, has = _filled(before), _filled(left)
    for criterion in left.criteria:
        path = f"criteria.{criterion.id}"
        if criterion.id in had - has:
            yield path, f"every cell of the criterion `{criterion.id}` is empty"
        if supported[criterion.id] and not criterion.facts:
            yield path, f"nothing supports the criterion `{criterion.id}`"


def _filled(scenario: Scenario) -> frozenset[str]:
    """The criteria on which an option has a cell that says something."""
    return frozenset(
        criterion for option in scenario.options for criterion, cell in option.assessments.items() if not cell.empty
    )


# Items without an id are named by their number in the whole scenario: a missing number shows readers
# that one before it is withheld. In files that come home from them, each bears the number that it has among
# what they see.


def renumbered(left: Scenario) -> dict[str, str]:
    """The path of each text of a filtered scenario that has another number there → its path by that number; without a
    language, and with each that it has."""
    out: dict[str, str] = {}
    for text, seen in _texts(left, ""):
        if text.path != seen:
            out[text.path] = seen
            out |= {f"{text.path}.{lang}": f"{seen}.{lang}" for lang in text.texts}
    return out


def _texts(value: Any, path: str) -> Iterator[tuple[Prose | Label, str]]:
    """Each text with the path that leads to it."""
    match value:
        case Prose() | Label():
            yield value, path
        case msgspec.Struct():
            for field in fields_of(type(value)).values():
                yield from _texts(getattr(value, field.name), f"{path}.{field.name}" if path else field.name)
        case tuple():
            for number, item in enumerate(value, 1):
                yield from _texts(item, f"{path}.{getattr(item, 'id', number)}")
        case Mapping():
            for name, item in value.items():
                yield from _texts(item, f"{path}.{name}")
        case _:
            pass


# What comes of a filter: the scenario that is left, and what is not.

Reason: TypeAlias = Literal[
    "marking", "citation", "source", "reference", "rests", "empty", "unreadable", "unmarked", "uncited"
]
"""Why a piece goes. `marking`: its own; `citation`: all that the sentence cites is withheld; `source`: the fact quotes
one that is; `reference`: it is about nothing else than what is; `rests`: all facts that it rested on are; `empty`:
nothing is left of the words that it must have; `unreadable`: it is not clear which of its words are marked;
`unmarked`: in another language more of it is; `uncited`: in another language its sentence cites what is withheld."""

Recomputed: TypeAlias = Literal["", "figures", "weights"]
"""What is worked out from less than the author's scenario holds. `weights`: those of the criteria, too."""


class Withheld(msgspec.Struct, frozen=True):
    """A piece that an audience does not see: an item, or some words of a field."""

    path: str
    reason: Reason
    what: str = ""
    """The label, or the id of what it has to do with."""
    place: Place | None = None
    """Of the words, where it is no whole item."""

    def finding_for(self, audience: Audience) -> Finding:
        """For the author, at its place."""
        message = _MESSAGES[self.reason].format(who=f"`{audience.id}`", what=self.what)
        hint = _HINTS.get(self.reason, "").format(what=self.what)
        severity: Severity = "warning" if hint else "info"
        return Finding("piece-withheld", self.path, message, hint, self.place, severity=severity)


_MESSAGES: dict[Reason, str] = {
    "marking": "{who} does not see this: it is marked {what}.",
    "citation": "{who} does not see this sentence: all that it cites is withheld from them, as `{what}` is.",
    "source": "{who} does not see this fact: it quotes `{what}`, which is withheld from them.",
    "reference": "{who} does not see this: it is about `{what}`, which is withheld from them.",
    "rests": "{who} does not see this: all that it rests on is withheld from them, as `{what}` is.",
    "empty": "{who} does not see this: nothing is left of its words.",
    "unmarked": "{who} does not see this: in another language more of it is marked.",
    "uncited": "{who} does not see this: in another language it cites `{what}`, which is withheld from them.",
    "unreadable": "{who} does not see this: it cannot be told which of its words are marked.",
}
_HINTS: dict[Reason, str] = {
    "unmarked": "Mark the same words here, so that only these go.",
    "uncited": "Cite it here too, in the same sentence, so that only this goes.",
}
"""Where it goes because two languages do not agree, which nobody means."""


class Released(msgspec.Struct, frozen=True):
    """A scenario for one audience."""

    scenario: Scenario | None
    """None where nothing can be shown to them."""
    withheld: tuple[Withheld, ...]
    """In the order of the model."""
    findings: tuple[Finding, ...]
    """Why nothing can be shown, or what hangs in the air."""
    recomputed: Recomputed = ""


# One pass over a scenario: whatever is marked too high, or refers only to what is removed, is left out.
#
# Which fields refer to what, and which may be empty, is read off the model, so that a field added to it is
# filtered without a word here. A rule of its own has what rests on facts: see `_rested`.

LISTS = {
    "option": "options",
    "criterion": "criteria",
    "source": "sources",
    "fact": "facts",
    "stakeholder": "stakeholders",
    "assumption": "assumptions",
}
"""What can be referred to, and the list that it is in."""


def ids_of(scenario: Scenario) -> dict[str, frozenset[str]]:
    """The ids of all that can be referred to."""
    return {what: frozenset(item.id for item in getattr(scenario, name)) for what, name in LISTS.items()}


_REMOVED = object()


class FilterPass:
    """A pass with what is known to be removed by the passes before it."""

    def __init__(
        self,
        scheme: Scheme,
        limit: str,
        known: Mapping[str, frozenset[str]],
        removed: Mapping[str, frozenset[str]],
        spare: bool,
    ) -> None:
        self.scheme = scheme
        self.limit = limit
        self.known = known
        self.removed = removed
        self.redactor = Redactor(
            lambda written: not self.exceeds(scheme.of_span(written) or "?"), removed["fact"], spare
        )
        self.withheld: list[Withheld] = []
        self.bare: list[Withheld] = []
        """Sentences that stay although nothing of what they cite does."""

    def run(self, scenario: Scenario) -> Scenario | None:
        """What is left; None where a field goes that a scenario must have."""
        left = self.record(scenario, "")
        return left if isinstance(left, Scenario) else None

    def exceeds(self, label: str) -> bool:
        """Whether a marking is too high for the audience. One that is not known is too high for everyone; to an
        audience whose own is not known, all but the lowest is."""
        labels = self.scheme.labels
        if not label:
            return False
        limit = labels.index(self.limit) if self.limit in labels else 0
        return label not in labels or labels.index(label) > limit

    def record(self, value: Any, path: str) -> Any:
        """A record of the model, or that it is removed."""
        before, bare = len(self.withheld), len(self.bare)
        why = self.own_reason(value, path)
        changed: dict[str, Any] = {}
        cls: type[msgspec.Struct] = type(value)
        if why is None:
            for field in fields_of(cls).values():
                held = getattr(value, field.name)
                new = self.value(held, field.type, f"{path}.{field.name}" if path else field.name)
                if new is _REMOVED and field.required:
                    about = f"{held}" if isinstance(field.type, schema.ReferenceType) else ""
                    why = Withheld(path, "reference" if about else "empty", about)
                    break
                if new is not held:
                    changed[field.name] = None if new is _REMOVED else new
        left = msgspec.structs.replace(value, **changed) if changed and why is None else value
        why = why or self.reason_of_rest(value, left, path)
        if why:
            del self.withheld[before:], self.bare[bare:]
            self.withheld.append(why)
            return _REMOVED
        return left

    def own_reason(self, value: Any, path: str) -> Withheld | None:
        """Why a record goes, whatever it holds."""
        label = getattr(value, "marking", "")
        match value:
            case Audience():  # its marking says what it may see, not who may see it
                return None
            case _ if self.exceeds(label):
                return Withheld(path, "marking", label)
            case Fact(evidence=evidence):
                source = next((each.source for each in evidence if each.source in self.removed["source"]), "")
                return Withheld(path, "source", source) if source else None
            case _:
                return None

    def reason_of_rest(self, value: Any, left: Any, path: str) -> Withheld | None:
        """Why a record goes for what is left of it."""
        match value:
            case Gap():
                about = (*value.options, *value.criteria)
                return Withheld(path, "reference", about[0]) if about and not (left.options or left.criteria) else None
            case Indicator(options=options):
                return Withheld(path, "reference", options[0]) if options and not left.options else None
            case Reversibility() if value.text and not left.text and not _rested(value):
                return Withheld(path, "empty")
            case Assessment() | Position() | Cost() | Reversibility():
                before = _rested(value)
                return Withheld(path, "rests", min(before)) if before and not _rested(left) else None
            case _:
                return None

    def value(self, held: Any, kind: schema.SchemaType, path: str) -> Any:
        """What is left of a value of a type."""
        if held is None:
            return held
        match kind:
            case schema.StructType():
                return self.record(held, path)
            case schema.ProseType():
                return self.prose(held)
            case schema.LabelType():
                return self.label(held)
            case schema.ReferenceType(target=what):
                return _REMOVED if self.is_removed(what, held) else held
            case schema.ListType(item=item):
                kept = [self.value(each, item, f"{path}.{getattr(each, 'id', n)}") for n, each in enumerate(held, 1)]
                return _same(held, tuple(each for each in kept if each is not _REMOVED))
            case schema.MapType(key=key, value=entry):
                what = key.target if isinstance(key, schema.ReferenceType) else ""
                named = {name: each for name, each in held.items() if not (what and self.is_removed(what, name))}
                inner = {name: self.value(each, entry, f"{path}.{name}") for name, each in named.items()}
                return _same(held, {name: each for name, each in inner.items() if each is not _REMOVED})
            case schema.UnionType():
                return self.value(held, branch_of(kind, held), path)
            case _:
                return held

    def is_removed(self, what: str, name: str) -> bool:
        """Whether a reference leads to something that is removed. `what` may be of two kinds: `fact or assumption`."""
        kinds = what.split(" or ")
        return any(name in self.removed[kind] for kind in kinds) and not any(
            name in self.known[kind] - self.removed[kind] for kind in kinds
        )

    def prose(self, prose: Prose) -> Any:
        """A field without what is withheld of it, language by language."""
        texts: dict[str, str] = {}
        silent = self.unmarked(prose.texts)
        redactions = {lang: self.redactor.redact(text) for lang, text in prose.texts.items()}
        unsaid = uncited(self.redactor, prose.texts)
        for lang, text in prose.texts.items():
            redaction = redactions[lang]
            path = f"{prose.path}.{lang}"
            if lang in silent:
                self.withheld.append(Withheld(path, "unmarked"))
                continue
            if lang in unsaid:
                self.withheld.append(Withheld(path, "uncited", unsaid[lang]))
                continue
            self.withheld += [self.lost(loss, path) for loss in redaction.losses]
            self.bare += [self.lost(loss, path) for loss in redaction.bare]
            if redaction.text.strip() or not text.strip():
                texts[lang] = redaction.text
        if texts == prose.texts:
            return prose
        return Prose(prose.path, prose.kind, texts) if texts else _REMOVED

    def unmarked(self, texts: Mapping[str, str]) -> frozenset[str]:
        """Languages in which fewer words are withheld by their marking than in another: they say what that one may not,
        and nobody marked it there."""
        labels = self.scheme.labels
        limit = labels.index(self.limit) if self.limit in labels else 0
        given = {lang: [self.height(each) for each in marking.written(text)] for lang, text in texts.items()}
        silent: set[str] = set()
        for height in range(limit, len(labels)):  # else who may see more would see less
            above = {lang: sum(each > height for each in heights) for lang, heights in given.items()}
            silent.update(lang for lang, count in above.items() if count < max(above.values()))
        return frozenset(silent)

    def height(self, written: str) -> int:
        """How high a marking of a span is; one that is not known is above all."""
        labels = self.scheme.labels
        label = self.scheme.of_span(written)
        return labels.index(label) if label in labels else len(labels)

    def lost(self, loss: Loss, path: str) -> Withheld:
        """A loss at its place."""
        what = (self.scheme.of_span(loss.what) or loss.what) if loss.why == "marking" else loss.what
        return Withheld(path, loss.why, what, loss.place)

    def label(self, label: Label) -> Any:
        """A name without the words of it that are withheld."""
        texts: dict[str, str] = {}
        silent = self.unmarked(label.texts)
        for lang, text in label.texts.items():
            if lang in silent:
                self.withheld.append(Withheld(f"{label.path}.{lang}", "unmarked"))
                continue
            left = "" if marking.unread(marking.of_label(text)) else marking.label_without(text, self.redactor.shown)
            if left != text:
                spans = ((each, Place(start, end)) for each, start, end in marking.given(text))
                high, place = next((each for each in spans if not self.redactor.shown(each[0])), ("", None))
                what = self.scheme.of_span(high) or high
                self.withheld.append(Withheld(f"{label.path}.{lang}", "marking", what, place))
            if left.strip() or not text.strip():
                texts[lang] = left
        if texts == label.texts:
            return label
        return Label(label.path, texts) if texts else _REMOVED


def _same(before: Any, after: Any) -> Any:
    """The value itself where nothing of it changed, so that what is not touched is not copied."""
    if len(before) != len(after):
        return after
    pairs = zip(before, after, strict=True) if isinstance(before, tuple) else ((before[k], after[k]) for k in after)
    return before if all(one is other for one, other in pairs) else after


def _rested(piece: Assessment | Position | Cost | Reversibility) -> frozenset[str]:
    """The facts that a cell, a position, a cost or an answer rests on. It says what they say: without any of them, it
    would show readers what they may not see."""
    match piece:
        case Assessment(reason=reason, facts=facts):
            return frozenset(facts) | (cited_facts(reason) if reason else frozenset())
        case Cost(facts=facts):
            return frozenset(facts)
        case Position(text=text) | Reversibility(text=text):
            return cited_facts(text) if text else frozenset()


# The filter: what an audience may not see goes, what refers to it follows, until nothing refers to what is
# removed.

_FIGURED = tuple(f"{name}." for name in LISTS.values() if name != "assumptions")
"""Where pieces are that figures are worked out from."""


def filtered(scenario: Scenario, audience: Audience) -> Released:
    """The scenario as an audience may see it. Where it says nothing of marking, it stays as it is."""
    scheme = scheme_of(scenario)
    lower = tuple(each for each in scenario.audiences if not scheme.exceeds(each.marking, audience.marking))
    if lower != scenario.audiences:  # who else reads a paper, and may see more, is nobody's business
        scenario = replace(scenario, audiences=lower)
    if scenario.markings:  # what more restricted papers are called is not their business either
        remaining = scheme.up_to(audience.marking).steps
        scenario = replace(scenario, markings=remaining) if remaining != scenario.markings else scenario
    known = ids_of(scenario)
    removed: dict[str, frozenset[str]] = {what: frozenset() for what in LISTS}
    if not _above(scenario, FilterPass(scheme, audience.marking, known, removed, spare=False)):
        return Released(scenario, (), ())
    while True:
        filter_pass = FilterPass(scheme, audience.marking, known, removed, scenario.on_withheld == "report")
        left = filter_pass.run(scenario)
        if left is None:
            why = "its marking, or that of its title, question or decision-maker, is too high for them"
            return Released(None, tuple(filter_pass.withheld), (_nothing(audience, "title", why),))
        now = {what: known[what] - ids for what, ids in ids_of(left).items()}
        if now == removed:
            break
        removed = now
    if not any(option.baseline for option in left.options) and any(option.baseline for option in scenario.options):
        why = "the baseline, which the other options are compared with, is withheld from them"
        return Released(None, tuple(filter_pass.withheld), (_nothing(audience, "options", why),))
    left, weights = rescaled(scenario, left)
    recomputed: Recomputed = ""
    if any(each.path.startswith(_FIGURED) and not each.place for each in filter_pass.withheld):
        recomputed = "weights" if weights else "figures"
    findings = (*_bare(filter_pass, audience), *dangling_references(scenario, left, audience))
    return Released(left, tuple(filter_pass.withheld), findings, recomputed)


def seen_of(text: Prose | Label, whole: Scenario, left: Scenario, audience: Audience) -> Prose | Label | None:
    """A text that is or might be in a scenario, as an audience sees it to whom the scenario is `left`."""
    known, still = ids_of(whole), ids_of(left)
    removed = {what: known[what] - still[what] for what in LISTS}
    filter_pass = FilterPass(scheme_of(whole), audience.marking, known, removed, whole.on_withheld == "report")
    made = filter_pass.prose(text) if isinstance(text, Prose) else filter_pass.label(text)
    return made if isinstance(made, Prose | Label) else None


def _above(scenario: Scenario, filter_pass: FilterPass) -> bool:
    """Whether anything is marked too high: most scenarios need no pass for most audiences."""
    pieces = (label for path, label in markings(scenario) if not path.startswith("audiences."))
    spans = (each for text in texts(scenario) for words in text.texts.values() for each in written(words))
    return any(map(filter_pass.exceeds, pieces)) or not all(map(filter_pass.redactor.shown, spans))


def _nothing(audience: Audience, path: str, why: str) -> Finding:
    return Finding(
        "nothing-released",
        path,
        f"There is no paper for `{audience.id}`: {why}.",
        "Give the scenario the marking of what all its readers may see, and a higher one to the pieces that need it.",
    )


def _bare(filter_pass: FilterPass, audience: Audience) -> tuple[Finding, ...]:
    return tuple(_rests(each, audience) for each in filter_pass.bare)


def _rests(sentence: Withheld, audience: Audience) -> Finding:
    return Finding(
        "rests-on-withheld",
        sentence.path,
        f"`{audience.id}` would see this sentence, and nothing that it cites: `{sentence.what}` is withheld from them.",
        "Mark the sentence, cite something that they may see, or write `on_withheld: drop`, which leaves it out.",
        sentence.place,
    )


# Languages in which a field says without a citation what it cites a withheld fact for in another one.


def uncited(redactor: Redactor, texts: Mapping[str, str]) -> dict[str, str]:
    """Language → one of the facts. Without this, the sentence would stay that is removed in the other one."""
    if len(texts) < 2 or not any(map(redactor.cites, texts.values())):
        return {}
    bases = {lang: redactor.bases(text) for lang, text in texts.items()}
    out: dict[str, str] = {}
    for lang, own in bases.items():
        facts = (_lacking(own, other) for each, other in bases.items() if each != lang)
        fact = next(filter(None, facts), "")
        if fact:
            out[lang] = fact
    return out


def _lacking(own: Sequence[SentenceBasis], other: Sequence[SentenceBasis]) -> str:
    """A fact on which a sentence of another language rests that goes with it, and for which there is none here; empty
    where there is no such fact."""
    lost = [basis for basis in other if basis.facts and basis.removed]
    for basis in lost:
        if all(_is_rarer(fact, own, other) for fact in basis.facts):
            return min(basis.facts)
    return ""


def _is_rarer(fact: str, own: Sequence[SentenceBasis], other: Sequence[SentenceBasis]) -> bool:
    """Whether fewer sentences cite it. Where they are fewer as a whole, two may have become one."""
    here, there = (sum(fact in basis.facts for basis in bases) for bases in (own, other))
    return not here or (here < there and len(own) >= len(other))


# The weights of the criteria that are left.


def rescaled(before: Scenario, left: Scenario) -> tuple[Scenario, bool]:
    """The scenario with weights that add up to 100 again, in the proportions that the author gave them, and whether
    they had to be. Weights that fall short of 100 would show that a criterion is missing, and how much it weighs."""
    if len(_weighted(before)) == len(_weighted(left)):
        return left, False
    total = fsum(each.weight or 0 for each in _weighted(left))
    if total <= 0:
        return left, True
    criteria = tuple(
        replace(each, weight=each.weight * 100 / total) if each.kind == "weighted" and each.weight is not None else each
        for each in left.criteria
    )
    return replace(left, criteria=criteria), True


def _weighted(scenario: Scenario) -> list[Criterion]:
    return [each for each in scenario.criteria if each.kind == "weighted" and each.weight is not None]
