"""What a citation leads to: the note at the foot of the page, and the entry among the end notes."""

from briefgen.document import Block, Inline, Inlines, Paragraph, Run
from briefgen.exhibits.words import Words
from briefgen.scenario.model import Evidence, Fact, Scenario, Source

_ = str  # marks interface messages; they are translated where they are shown

FIRST_WORDS = 56
"""Letters of a passage that stand at the foot of a page; the whole of it is among the end notes."""


PLACES = 2
"""Passages of a fact that the foot of a page names."""


def brief_note(scenario: Scenario, fact: Fact, locator: str, words: Words) -> Inlines:
    """The source in short and the first words of the passage; of further passages, where they stand."""
    out: list[Inline] = []
    for number, evidence in enumerate(fact.evidence[:PLACES]):
        if number:
            out += [words.figure("; "), *_place(scenario, evidence, locator, words)]
            continue
        out += _place(scenario, evidence, locator, words)
        out.append(words.say(_(": ")))
        out.append(_quotation(_shortened(evidence.quote), _source(scenario, evidence), words))
    if fact.attributed_to:
        out += [words.figure(", "), *words.label(fact.attributed_to)]
    return (*out, words.figure("."))


def full_note(scenario: Scenario, fact: Fact, locator: str, words: Words) -> tuple[Block, ...]:
    """The statement, each passage whole, who is said to have said it, how it was worked out, and how not to read it."""
    blocks: list[Block] = list(words.prose(fact.statement))
    for evidence in fact.evidence:
        line: list[Inline] = list(_place(scenario, evidence, locator, words))
        if fact.attributed_to:
            line += [words.figure(", "), *words.label(fact.attributed_to)]
        line += [words.say(_(": ")), _quotation(evidence.quote, _source(scenario, evidence), words), words.figure(".")]
        blocks.append(Paragraph(tuple(line)))
    for message, remark in ((_("Worked out:"), fact.computed), (_("Caution:"), fact.caution)):
        if remark:
            line = [words.say(message), words.figure(" "), *words.line(remark)]
            blocks.append(Paragraph(tuple(line), "small"))
    return tuple(blocks)


def _source(scenario: Scenario, evidence: Evidence) -> Source | None:
    return next((source for source in scenario.sources if source.id == evidence.source), None)


def _place(scenario: Scenario, evidence: Evidence, locator: str, words: Words) -> Inlines:
    source = _source(scenario, evidence)
    name = words.label(source.short or source.title) if source else (words.figure(evidence.source),)
    where = locator or evidence.page
    return (*name, words.figure(f", {where}")) if where else name


def _quotation(quote: str, source: Source | None, words: Words) -> Run:
    """The passage in quotation marks, in the language that it is in; marks within it become single ones."""
    inner = quote.replace("“", "‘").replace("”", "’") if words.locale.formats.opening == "“" else quote
    run = words.figure(words.locale.quote(" ".join(inner.split())))
    lang = source.language if source and source.language.partition("-")[0] != words.lang.partition("-")[0] else ""
    return Run(run.text, run.origin, run.marks, lang)


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    if len(words) <= FIRST_WORDS:
        return words
    return words[:FIRST_WORDS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
