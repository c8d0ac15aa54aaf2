"""A trace as flat rows: one for each passage of each fact of each sentence."""

from collections.abc import Iterator

import msgspec

from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.locale import load as load_locale
from briefgen.prose import Label
from briefgen.verbs.trace import Traced


class TraceRow(msgspec.Struct, frozen=True):
    """One passage under its sentence; what there is none of is empty."""

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


def rows(traced: Traced) -> Iterator[TraceRow]:
    """All rows of one scenario, in the order of the model."""
    words = Words(load_locale(traced.lang), traced.lang)

    def text(label: Label | None) -> str:
        return plain(words.label(label)) if label else ""

    for each in traced.statements:
        start = TraceRow(traced.loaded.name, each.path, each.words, "+".join(each.kinds), holes=" ".join(each.holes))
        if not each.grounds:
            yield start
        for ground in each.grounds:
            fact = ground.fact
            held = msgspec.structs.replace(
                start,
                fact=ground.fact_id,
                link=ground.link,
                statement=plain(words.line(fact.statement)) if fact else "",
                attributed_to=text(fact.attributed_to) if fact else "",
                holes=" ".join([*each.holes, *ground.holes]),
            )
            if not ground.passages:
                yield held
            for passage in ground.passages:
                yield msgspec.structs.replace(
                    held,
                    passage=" ".join(passage.evidence.quote.split()),
                    source=passage.evidence.source,
                    title=text(passage.source.title) if passage.source else "",
                    page=text(passage.evidence.page),
                    where=passage.where if not passage.where.isdecimal() else f"page {passage.where}",
                    state=passage.state,
                    verified_on=passage.day.isoformat() if passage.day else "",
                    holes=" ".join([*each.holes, *ground.holes, *passage.holes]),
                )
