"""What is still open in a scenario before it can be cleared for release."""

import re
from collections.abc import Iterator, Sequence

from briefgen.claims.trace import Statement, trace
from briefgen.commands.texts import Verified
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import Span
from briefgen.evidence.lock import FILE
from briefgen.model.read import Loaded

_PLACEHOLDER = re.compile(r"\b(?:TODO|TBC|TBD|FIXME|XXX|(?i:lorem ipsum))\b")
_REPORTED = frozenset({"uncited-sentence", "stated-without-passage"})
"""Codes under which the check reports a sentence that cites nothing."""


def open_points(loaded: Loaded, verified: Verified, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What has to be done before clearing, as errors; and what the person who clears has to confirm, as information.

    `found` is what the check reports already: none of it is repeated, apart from what was waived."""
    statements = trace(loaded.scenario, verified.checked, loaded.scenario.language)
    return [
        *_draft(loaded),
        *_placeholders(loaded),
        *_uncited(loaded, statements, found),
        *_empty_cells(loaded, statements),
        *_not_locked(loaded, verified),
        *_not_stated(loaded, statements),
        *_waived(found),
    ]


def _draft(loaded: Loaded) -> Iterator[Diagnostic]:
    edition = loaded.scenario.edition
    if edition.status == "draft":
        message = f"Edition {edition.number} is still a draft."
        hint = "When everything else is done, write `status: cleared` under `edition:`."
        yield error("not-ready", message, loaded.origins.at("edition.status"), hint, loaded.files[0].name)


def _placeholders(loaded: Loaded) -> Iterator[Diagnostic]:
    """Also those in comments: they are work that someone left for later. Words of a source are not ours."""
    quotes = [
        span
        for fact in loaded.scenario.facts
        for number in range(1, len(fact.evidence) + 1)
        if (span := loaded.origins.get(f"facts.{fact.id}.evidence.{number}.quote"))
    ]
    for file in loaded.files:
        for match in _PLACEHOLDER.finditer(file.text):
            span = Span(file, match.start(), match.end())
            if not any(each.file == file and each.start <= span.start < each.end for each in quotes):
                yield error(
                    "not-ready", f"`{match[0]}` marks unfinished text.", span, "Finish the text, or remove the mark."
                )


def _uncited(loaded: Loaded, statements: Sequence[Statement], found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    reported = [item.span for item in found if item.code in _REPORTED and item.span]
    for each in statements:
        if "cites-nothing" not in each.holes:
            continue
        field = loaded.origins.at(each.path)
        if field and any(span.file == field.file and field.start <= span.start <= field.end for span in reported):
            continue
        hint = "Cite a fact with `[@id]`, or mark it: `[…]{.judgement}`, `.assumption` or `.inferred`."
        yield error("not-ready", f"No fact is cited for “{_short(each.words)}”.", field, hint, loaded.files[0].name)


def _empty_cells(loaded: Loaded, statements: Sequence[Statement]) -> Iterator[Diagnostic]:
    """An empty cell whose `rationale` says what is missing is a decision, which has only to be confirmed."""
    empty = {each.path for each in statements if "empty-cell" in each.holes}
    for option in loaded.scenario.options:
        path = f"options.{option.id}.assessments"
        cells = [each.id for each in loaded.scenario.criteria if f"{path}.{each.id}" in empty]
        explained = [name for name in cells if (cell := option.assessments.get(name)) and cell.rationale]
        missing = [name for name in cells if name not in explained]
        place, file = loaded.origins.at(path), loaded.files[0].name
        if missing:
            message = f"The option `{option.id}` is not rated on {_listed(missing)}."
            hint = "Add a rating with its evidence; or write as its `rationale` what is not known."
            yield error("not-ready", message, place, hint, file)
        if explained:
            message = f"To confirm: the option `{option.id}` is not rated on {_listed(explained)}; the brief says why."
            yield Diagnostic("info", "not-ready", message, place, file=file)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _not_locked(loaded: Loaded, verified: Verified) -> Iterator[Diagnostic]:
    recorded = verified.lock.quotes if verified.lock else {}
    missing = [key for key in verified.checked.places if key not in recorded]
    if missing:
        some = "1 verified quote is" if len(missing) == 1 else f"{len(missing)} verified quotes are"
        hint = "Run `briefgen lock`, and keep the file with the scenario."
        yield error("not-ready", f"{some} not recorded in {FILE}.", hint=hint, file=loaded.files[0].name)


def _not_stated(loaded: Loaded, statements: Sequence[Statement]) -> Iterator[Diagnostic]:
    number = sum("not-stated" in each.holes for each in statements)
    if number:
        some = "1 position is" if number == 1 else f"{number} positions are"
        message = f"To confirm: {some} `not-stated`, because no source gives them."
        hint = "`briefgen trace --holes` lists them."
        yield Diagnostic("info", "not-ready", message, loaded.origins.at("stakeholders"), hint, loaded.files[0].name)


def _waived(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    for item in found:
        if item.waived:
            message = f"To confirm: `{item.code}` is waived here. Reason given: {item.waived}"
            yield Diagnostic("info", "not-ready", message, item.span, f"Without the waiver: {item.message}", item.file)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
