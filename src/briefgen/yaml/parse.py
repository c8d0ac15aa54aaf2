"""Text → tree, with everything that is wrong with the text."""

from typing import Any

import msgspec

import yaml
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile, Span
from briefgen.yaml.build import Builder, Unreadable
from briefgen.yaml.characters import for_library, forbidden_characters, pasted_characters, tabs_in_indentation
from briefgen.yaml.mistakes import SyntaxFault, explain
from briefgen.yaml.recover import Cut, cuts, is_text
from briefgen.yaml.tree import Node

MOST_CHARACTERS = 4 * 1024 * 1024
"""A long scenario has 30,000 characters; beyond four million it is a data set or an attack, and would take a second."""


MOST_CUTS = 20
"""Syntax errors in one file that are cut out; a file with more of them is not YAML."""
MOST_READ_AGAIN = 1_000_000
"""Characters that are read again for that, in all: half a second. A long scenario has 30,000."""


def parse(source: SourceFile, recover: bool = False) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a file, and everything that is wrong with its YAML.

    No tree and no diagnostic: the file is empty, or holds only comments. A tree that comes with errors can still be
    read, so that other problems of the same file are reported in the same run. After a syntax error there is no tree;
    with `recover` there is one in which `Unread` stands for the smallest block that holds the error.
    """
    if len(source.text) > MOST_CHARACTERS:
        size, most = f"{len(source.text):,}", f"{MOST_CHARACTERS:,}"
        message = f"This file has {size} characters; at most {most} are read."
        return None, [error("yaml-too-large", message, Span(source, 0, 0), "Divide it over several files.")]
    if odd := forbidden_characters(source):
        return None, [*odd, *tabs_in_indentation(source, None)]
    attempt = _Attempt(source, source.text, {})
    if attempt.fault is None:
        tabs = tabs_in_indentation(source, attempt.tree) if attempt.whole else []
        return attempt.tree, [*tabs, *attempt.builder.diagnostics]
    found = [*pasted_characters(source), *tabs_in_indentation(source, None)]
    syntax: list[Diagnostic] = []
    budget = MOST_READ_AGAIN
    tries = 0
    while attempt.fault is not None and tries < MOST_CUTS:
        tries += 1
        new = attempt.explained()
        if not attempt.is_rest_of_cut(new):
            syntax.append(new)
        if not recover or budget <= 0:
            break
        better, budget = _without(attempt, new, budget)
        if better is None:
            break
        attempt = better
    found += [fault for fault in syntax if not _explained_by(fault, found)]
    at = {fault.span.start for fault in found if fault.span}
    found += [fault for fault in attempt.builder.diagnostics if fault.span is None or fault.span.start not in at]
    return attempt.tree, found


class _Attempt:
    """One reading of a file, some parts of which may have been cut out."""

    def __init__(self, source: SourceFile, text: str, cut: dict[int, Cut]) -> None:
        self.source, self.text, self.cut = source, text, cut
        self.builder = Builder(source, text, cut)
        self.fault: SyntaxFault | None = None
        self.whole = False
        try:
            _feed(text, self.builder)
            self.whole = True
        except Unreadable:
            pass
        except yaml.MarkedYAMLError as fault:
            self.fault = _fault(fault, text)
        except yaml.YAMLError as fault:  # a character that the library refuses and `forbidden_characters` let pass
            message = " ".join(f"This is not YAML: {fault}.".split())
            self.builder.diagnostics.append(error("yaml-syntax", message, Span(source, 0, 0)))

    @property
    def tree(self) -> Node | None:
        """None where something cannot be read."""
        return self.builder.root if self.whole else None

    def is_rest_of_cut(self, syntax: Diagnostic) -> bool:
        """Whether a syntax error is only that the line after a cut goes on with what was cut."""
        assert syntax.span is not None
        before = self.text[: syntax.span.start].rstrip()
        return is_text(self.source.line(syntax.span.line)) and any(
            cut.start < len(before) <= cut.end for cut in self.cut.values()
        )

    def explained(self) -> Diagnostic:
        """The syntax error at which it stopped, at its place in the file."""
        assert self.fault is not None
        found = explain(SourceFile(self.source.name, self.text), self.fault, self.builder.last)
        assert found.span is not None
        return msgspec.structs.replace(found, span=Span(self.source, found.span.start, found.span.end))


def _without(attempt: _Attempt, error: Diagnostic, budget: int) -> tuple[_Attempt | None, int]:
    """The best reading without the smallest block that holds an error, and how many characters may still be read."""
    assert attempt.fault is not None
    assert error.span is not None
    best: _Attempt | None = None
    least = (True, 0)
    for cut in cuts(attempt.text, error.span.start, attempt.fault.at, attempt.fault.began):
        if budget <= 0:
            break
        places = {at: other for at, other in attempt.cut.items() if not cut.start <= at < cut.end}
        if cut.empty >= 0:
            places[cut.empty] = cut
        new = _Attempt(attempt.source, cut.of(attempt.text), places)
        budget -= len(new.text) if new.fault is None else new.fault.at
        if new.fault is None and not new.whole:
            continue
        if new.fault is not None and (new.fault.at < cut.end or new.fault == attempt.fault):
            continue
        if new.fault is None and new.builder.unread < len(places):
            continue  # the cut is within a text
        rank = _rank(new, cut)
        if best is None or rank < least:
            best, least = new, rank
        if rank == (False, 0):
            break
    return best, budget


def _rank(attempt: _Attempt, cut: Cut) -> tuple[bool, int]:
    """How much a cut may have broken; the less, the better: whether the next line does not fit any more, and how many
    errors other than of syntax were found."""
    loose = False
    if attempt.fault is not None:
        following = attempt.explained()
        assert following.span is not None
        between = attempt.text[cut.end : following.span.start]
        loose = following.code == "yaml-indentation" and not between.strip()
    return loose, sum(each.severity == "error" for each in attempt.builder.diagnostics)


def _explained_by(syntax: Diagnostic, others: list[Diagnostic]) -> bool:
    """Whether a tab, or a character that was pasted, is what is wrong on the line of a syntax error."""
    assert syntax.span is not None
    return any(other.span and other.span.line == syntax.span.line for other in others)


def _feed(text: str, builder: Builder) -> None:
    parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without libyaml: ten times slower, the same tree
    events = parser(for_library(text))
    try:
        while not builder.done:
            builder.take(events.get_event())
    finally:
        events.dispose()


def _fault(fault: yaml.MarkedYAMLError, text: str) -> SyntaxFault:
    at = fault.problem_mark or fault.context_mark
    began = fault.context_mark or at
    end = len(text)
    return SyntaxFault(
        problem=(fault.problem or "").lower(),
        context=(fault.context or "").lower(),
        at=min(at.index, end) if at else 0,
        began=min(began.index, end) if began else 0,
    )
