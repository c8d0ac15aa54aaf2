"""The evidence of a scenario, sentence by sentence."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.claims.trace import Statement, trace
from briefgen.commands.audiences import AudienceView, view_of_valid
from briefgen.commands.check import check_scenario
from briefgen.commands.untranslated import unknown_language
from briefgen.core.report import Report
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.markup.model import Label
from briefgen.model.read import Loaded


class Traced(msgspec.Struct, frozen=True):
    """A scenario with its trace in one language."""

    loaded: Loaded
    lang: str
    statements: tuple[Statement, ...]
    view: AudienceView | None = None
    """If it is for one audience."""

    def holes(self) -> "Traced":
        """Only the statements from which something is missing."""
        return replace(self, statements=tuple(each for each in self.statements if each.every_hole))


def trace_scenario(
    report: Report, world: World, file: Path, lang: str = "", folders: Sequence[Path] = (), audience: str = ""
) -> Traced | None:
    """The trace of one scenario, or of what an audience may see of it. A scenario with errors is traced too, as far as
    it can be read, but not for an audience: its errors may be the holes that someone is looking for."""
    found = Report()
    traced = _trace(found, world, file, lang, folders, audience)
    report.extend(found)
    return traced


def _trace(
    report: Report, world: World, file: Path, lang: str, folders: Sequence[Path], audience: str
) -> Traced | None:
    checked = check_scenario(report, world, file, folders)
    if checked is None:
        return None
    loaded, verified = checked.loaded, checked.verified
    if lang and (fault := unknown_language(loaded, lang)):
        report.add(fault)
        return None
    view = None
    if audience:
        view = view_of_valid(report, loaded, audience, verified)
        if view is None:
            return None
        loaded, verified = view.loaded, view.verified or verified
    lang = lang or loaded.scenario.language
    return Traced(loaded, lang, trace(loaded.scenario, verified.checked, lang), view)


class TraceRow(msgspec.Struct, frozen=True):
    """A passage with the sentence that it supports; what does not exist is empty."""

    scenario: str
    path: str
    sentence: str
    kind: str
    """Its kinds, joined by `+`: `factual`, `factual+inferred`."""
    fact: str = ""
    link: str = ""
    statement: str = ""
    attributed_to: str = ""
    passage: str = ""
    source: str = ""
    title: str = ""
    page: str = ""
    where: str = ""
    state: str = ""
    verified_on: str = ""
    holes: str = ""
    """Those of the sentence, this fact and this passage, joined by spaces."""


def trace_rows(traced: Traced) -> Iterator[TraceRow]:
    """The rows of one scenario, in the order of the model."""
    words = Words(load_locale(traced.lang), traced.lang)

    def text(label: Label | None) -> str:
        return plain(words.label(label)) if label else ""

    for each in traced.statements:
        start = TraceRow(traced.loaded.name, each.path, each.words, "+".join(each.kinds), holes=" ".join(each.holes))
        if not each.grounds:
            yield start
        for ground in each.grounds:
            fact = ground.fact
            row = replace(
                start,
                fact=ground.fact_id,
                link=ground.link,
                statement=plain(words.line(fact.statement)) if fact else "",
                attributed_to=text(fact.attributed_to) if fact else "",
                holes=" ".join([*each.holes, *ground.holes]),
            )
            if not ground.passages:
                yield row
            for passage in ground.passages:
                yield replace(
                    row,
                    passage=" ".join(passage.evidence.quote.split()),
                    source=passage.evidence.source,
                    title=text(passage.source.title) if passage.source else "",
                    page=text(passage.evidence.page),
                    where=passage.where if not passage.where.isdecimal() else f"page {passage.where}",
                    state=passage.state,
                    verified_on=passage.day.isoformat() if passage.day else "",
                    holes=" ".join([*each.holes, *ground.holes, *passage.holes]),
                )
