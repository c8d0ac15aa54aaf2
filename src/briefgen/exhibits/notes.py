"""The footnote and the end note of a fact."""

from collections.abc import Sequence

import msgspec

from briefgen.document import Authored, Block, Computed, Inline, Inlines, Paragraph, Run, plain
from briefgen.exhibits.words import Words
from briefgen.markup.model import own, same
from briefgen.markup.words import clean
from briefgen.model.evidence import Evidence, Fact, Source
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

FIRST_WORDS = 56
"""Characters of a passage in a footnote, with the words for its translator; the end note has all of it."""


PLACES = 2
"""Places of a fact's passages named in a footnote."""


def brief_note(scenario: Scenario, fact: Fact, locator: str, words: Words) -> Inlines:
    """The source in short and the first words of the passage; of further passages, their places, where they are others:
    in the same source, the page alone.

    Of a passage in another language, the first words of its translation; the end note has the original."""
    out: list[Inline] = []
    named: list[str] = []
    before = ""
    for number, evidence in enumerate(fact.evidence, 1):
        place = _place(scenario, evidence, locator, words)
        if plain(place) in named or len(named) == PLACES:
            continue
        named.append(plain(place))
        if out:
            elsewhere = words.label(evidence.page) if evidence.page and evidence.source == before else place
            out += [words.say(_("; ")), *elsewhere]
            continue
        before, source = evidence.source, _source(scenario, evidence)
        out += [*place, words.say(_(": "))]
        if translation := _translation(evidence, source, words):
            ours = words.say(_("(our translation)"))
            room = FIRST_WORDS - len(ours.text)
            out += [
                _between_marks(_shortened(translation.text, room), words, translation.lang, path_of(fact, number)),
                words.figure(" "),
                ours,
            ]
        else:
            out.append(first_words(evidence, source, words, path_of(fact, number)))
    if fact.attributed_to:
        out += [words.figure(", "), *words.label(fact.attributed_to)]
    if fact.hindsight:
        out += [words.figure(" "), known_later(words)]
    return _ended(out, words)


def full_note(scenario: Scenario, fact: Fact, locator: str, words: Words) -> tuple[Block, ...]:
    """The statement, each passage in full after its place and its speaker, how it was computed, and a caution about
    it."""
    blocks: list[Block] = list(words.prose(fact.statement))
    if fact.hindsight:
        blocks.append(Paragraph((known_later(words),)))
    line: list[Inline] = []
    before: str | None = None
    for number, evidence in enumerate(fact.evidence, 1):
        place_line: list[Inline] = list(_place(scenario, evidence, locator, words))
        if fact.attributed_to:
            place_line += [words.figure(", "), *words.label(fact.attributed_to)]
        quoted = passage(evidence, _source(scenario, evidence), words, path_of(fact, number))
        if plain(place_line) == before:  # the place is named once for all passages there
            line += [words.say(_("; ")), *quoted]
            continue
        if line:
            blocks.append(Paragraph(_ended(line, words)))
        line, before = [*_muted(place_line), words.say(_(": "), "muted"), *quoted], plain(place_line)
    if line:
        blocks.append(Paragraph(_ended(line, words)))
    for message, remark in ((_("Worked out:"), fact.computed), (_("Caution:"), fact.caution)):
        if remark:
            blocks += words.prefixed((words.say(message), words.figure(" ")), remark, small=True)
    return tuple(blocks)


def known_later(words: Words) -> Run:
    """The remark on a fact that became known only after the evidence ends."""
    return words.say(_("(known only later)"))


def _ended(line: Sequence[Inline], words: Words) -> Inlines:
    """A line with a full stop, unless it ends with one: that of a quoted sentence or of a name such as “U.S.S.R.”."""
    ends = plain(line).rstrip("”»’\"' \u00a0\u202f").endswith(".")
    return tuple(line) if ends else (*line, words.figure("."))


def _muted(inlines: list[Inline]) -> Inlines:
    """In secondary ink, so that the eye finds where the passage begins."""
    return tuple(
        msgspec.structs.replace(inline, marks=inline.marks | {"muted"}) if isinstance(inline, Run) else inline
        for inline in inlines
    )


def path_of(fact: Fact, number: int) -> str:
    """The path of a fact's passage, by its number from 1."""
    return f"facts.{fact.id}.evidence.{number}"


def first_words(evidence: Evidence, source: Source | None, words: Words, path: str) -> Run:
    """The first words of a passage, in the language of its source. `path`: of the passage."""
    return _between_marks(_shortened(evidence.quote, FIRST_WORDS), words, _foreign(source, words), path)


def _source(scenario: Scenario, evidence: Evidence) -> Source | None:
    return next((source for source in scenario.sources if source.id == evidence.source), None)


def _place(scenario: Scenario, evidence: Evidence, locator: str, words: Words) -> Inlines:
    source = _source(scenario, evidence)
    name = words.label(source.short or source.title) if source else (words.figure(evidence.source),)
    if locator:
        return (*name, words.figure(f", {locator}"))
    return (*name, words.figure(", "), *words.label(evidence.page)) if evidence.page else name


def passage(evidence: Evidence, source: Source | None, words: Words, path: str) -> Inlines:
    """The passage in its own words, and in those of the brief where it has a translation into them. `path`: of the
    passage."""
    quotation = _between_marks(evidence.quote, words, _foreign(source, words), path)
    translation = _translation(evidence, source, words)
    if translation is None:
        return (quotation,)
    formats = words.locale.formats
    before, _slot, after = words.locale.text(_("(our translation: {translation})")).partition("{translation}")
    nested = _nested(translation.text, words)
    origin = translation.origin if nested == translation.text else Computed(of=path)
    return (
        quotation,
        words.figure(" "),
        words.say(before),
        words.figure(formats.opening),
        Run(nested, origin, translation.marks, translation.lang),
        words.figure(formats.closing),
        words.say(after),
    )


def _translation(evidence: Evidence, source: Source | None, words: Words) -> Run | None:
    """The analyst's translation into the language of the brief, where the passage is in another."""
    if evidence.translation is None or not _foreign(source, words):
        return None
    key = own(evidence.translation.texts, words.lang)
    text = " ".join(clean(evidence.translation.texts[key]).split()) if key else ""
    return Run(text, Authored(f"{evidence.translation.path}.{key}")) if text else None


def _foreign(source: Source | None, words: Words) -> str:
    """The language of a source, where it is not that of the brief."""
    return source.language if source and not same(source.language, words.lang) else ""


def _between_marks(quote: str, words: Words, lang: str, path: str) -> Run:
    """Words in quotation marks, in the language that they are in."""
    run = words.figure(words.locale.quote(_nested(" ".join(quote.split()), words)), of=path)
    return Run(run.text, run.origin, run.marks, lang)


def _nested(quote: str, words: Words) -> str:
    """A quote for double quotation marks: such marks within it become single ones."""
    return quote.replace("“", "‘").replace("”", "’") if words.locale.formats.opening == "“" else quote


def _shortened(quote: str, room: int) -> str:
    words = " ".join(quote.split())
    if len(words) <= room:
        return words
    return words[:room].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
