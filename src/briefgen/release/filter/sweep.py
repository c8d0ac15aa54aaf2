"""One pass over a scenario: whatever is marked too high, or refers only to what is gone, is left out.

Which fields refer to what, and which may be empty, is read off the model, so that a field added to it is filtered
without a word here. A rule of its own has what rests on facts: see `_rested`.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from briefgen.diagnostic import Place
from briefgen.prose import Label, Prose, marking
from briefgen.prose.cited import cited_facts
from briefgen.prose.cutting import Knife, Loss
from briefgen.release.filter.released import Withheld
from briefgen.release.filter.uncited import uncited
from briefgen.scenario.marking import Scheme
from briefgen.scenario.model import Assessment, Audience, Fact, Gap, Indicator, Position, Scenario
from briefgen.scenario.reading.shapes import (
    Either,
    Many,
    Record,
    Referring,
    Shape,
    Table,
    Words,
    Writing,
    fields_of,
)

LISTS = {
    "option": "options",
    "criterion": "criteria",
    "source": "sources",
    "fact": "facts",
    "stakeholder": "stakeholders",
    "assumption": "assumptions",
}
"""What can be referred to, and the list that it stands in."""


def ids_of(scenario: Scenario) -> dict[str, frozenset[str]]:
    """The ids of all that can be referred to."""
    return {what: frozenset(item.id for item in getattr(scenario, name)) for what, name in LISTS.items()}


_GONE = object()


class Sweep:
    """A pass with what is known to be gone from the passes before it."""

    def __init__(
        self,
        scheme: Scheme,
        limit: str,
        known: Mapping[str, frozenset[str]],
        gone: Mapping[str, frozenset[str]],
        spare: bool,
    ) -> None:
        self.scheme = scheme
        self.limit = limit
        self.known = known
        self.gone = gone
        self.knife = Knife(lambda written: not self.exceeds(scheme.of_span(written) or "?"), gone["fact"], spare)
        self.withheld: list[Withheld] = []
        self.bare: list[Withheld] = []
        """Sentences that stay although nothing of what they cite does."""

    def swept(self, scenario: Scenario) -> Scenario | None:
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
        """A record of the model, or that it is gone."""
        before, bare = len(self.withheld), len(self.bare)
        why = self.own_reason(value, path)
        changed: dict[str, Any] = {}
        cls: type[msgspec.Struct] = type(value)
        if why is None:
            for field in fields_of(cls).values():
                held = getattr(value, field.name)
                new = self.value(held, field.shape, f"{path}.{field.key}" if path else field.key)
                if new is _GONE and field.required:
                    about = f"{held}" if isinstance(field.shape, Referring) else ""
                    why = Withheld(path, "reference" if about else "empty", about)
                    break
                if new is not held:
                    changed[field.name] = None if new is _GONE else new
        left = msgspec.structs.replace(value, **changed) if changed and why is None else value
        why = why or self.reason_of_rest(value, left, path)
        if why:
            del self.withheld[before:], self.bare[bare:]
            self.withheld.append(why)
            return _GONE
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
                source = next((each.source for each in evidence if each.source in self.gone["source"]), "")
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
            case Assessment() | Position():
                before = _rested(value)
                return Withheld(path, "rests", min(before)) if before and not _rested(left) else None
            case _:
                return None

    def value(self, held: Any, shape: Shape, path: str) -> Any:
        """What is left of a value of a shape."""
        if held is None:
            return held
        match shape:
            case Record():
                return self.record(held, path)
            case Writing():
                return self.prose(held)
            case Words():
                return self.label(held)
            case Referring(what=what):
                return _GONE if self.is_gone(what, held) else held
            case Many(item=item):
                kept = [self.value(each, item, f"{path}.{getattr(each, 'id', n)}") for n, each in enumerate(held, 1)]
                return _same(held, tuple(each for each in kept if each is not _GONE))
            case Table(key=key, value=entry):
                what = key.what if isinstance(key, Referring) else ""
                named = {name: each for name, each in held.items() if not (what and self.is_gone(what, name))}
                inner = {name: self.value(each, entry, f"{path}.{name}") for name, each in named.items()}
                return _same(held, {name: each for name, each in inner.items() if each is not _GONE})
            case Either(branches=branches):
                record = isinstance(held, msgspec.Struct)
                branch = next(each for each in branches if isinstance(each, Record) == record)
                return self.value(held, branch, path)
            case _:
                return held

    def is_gone(self, what: str, name: str) -> bool:
        """Whether a reference leads to something that is gone. `what` may be of two kinds: `fact or assumption`."""
        kinds = what.split(" or ")
        return any(name in self.gone[kind] for kind in kinds) and not any(
            name in self.known[kind] - self.gone[kind] for kind in kinds
        )

    def prose(self, prose: Prose) -> Any:
        """A field without what is withheld of it, language by language."""
        texts: dict[str, str] = {}
        silent = self.unmarked(prose.texts)
        cuts = {lang: self.knife.cut(text) for lang, text in prose.texts.items()}
        unsaid = uncited(self.knife, prose.texts)
        for lang, text in prose.texts.items():
            cut = cuts[lang]
            path = f"{prose.path}.{lang}"
            if lang in silent:
                self.withheld.append(Withheld(path, "unmarked"))
                continue
            if lang in unsaid:
                self.withheld.append(Withheld(path, "uncited", unsaid[lang]))
                continue
            self.withheld += [self.lost(loss, path) for loss in cut.losses]
            self.bare += [self.lost(loss, path) for loss in cut.bare]
            if cut.text.strip() or not text.strip():
                texts[lang] = cut.text
        if texts == prose.texts:
            return prose
        return Prose(prose.path, prose.kind, texts) if texts else _GONE

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
            left = "" if marking.unread(marking.of_label(text)) else marking.label_without(text, self.knife.shown)
            if left != text:
                spans = ((each, Place(start, end)) for each, start, end in marking.given(text))
                high, place = next((each for each in spans if not self.knife.shown(each[0])), ("", None))
                what = self.scheme.of_span(high) or high
                self.withheld.append(Withheld(f"{label.path}.{lang}", "marking", what, place))
            if left.strip() or not text.strip():
                texts[lang] = left
        if texts == label.texts:
            return label
        return Label(label.path, texts) if texts else _GONE


def _same(before: Any, after: Any) -> Any:
    """The value itself where nothing of it changed, so that what is not touched is not made anew."""
    if len(before) != len(after):
        return after
    pairs = zip(before, after, strict=True) if isinstance(before, tuple) else ((before[k], after[k]) for k in after)
    return before if all(one is other for one, other in pairs) else after


def _rested(piece: Assessment | Position) -> frozenset[str]:
    """The facts that a cell or a position rests on. Its score or stance says what they say: without any of them, it
    would tell readers what they may not see."""
    match piece:
        case Assessment(rationale=rationale, evidence=evidence):
            return frozenset(evidence) | (cited_facts(rationale) if rationale else frozenset())
        case Position(text=text):
            return cited_facts(text) if text else frozenset()
