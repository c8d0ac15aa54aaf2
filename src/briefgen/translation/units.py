"""The translation units of a scenario: one for each paragraph of each field, its Markdown as inline codes."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Literal, TypeAlias

import msgspec

from briefgen.markup.markdown import SYNTAX, read
from briefgen.markup.model import MARK, Label, Prose, own, same
from briefgen.markup.plain import is_name
from briefgen.model.scenario import Scenario
from briefgen.model.walk import texts

CodeKind: TypeAlias = Literal["alone", "opens", "closes"]


class Code(msgspec.Struct, frozen=True):
    """A piece of Markdown that is no words: a citation, one end of a span, the mark of a list's item."""

    number: int
    """The two ends of a span have the same."""
    kind: CodeKind
    written: str
    shown: str = ""
    """What a reader sees of it, U+E000 for each citation."""


Piece: TypeAlias = str | Code
Pieces: TypeAlias = tuple[Piece, ...]

_TOKEN = re.compile(
    rf"(?P<cite>{SYNTAX.pattern})"
    r"|(?P<escape>\\[\n!-/:-@\[-`{-~])"
    r"|(?P<code>(?:(?<!`)|(?<=\\`))(?P<fence>`++)(?:(?!(?P=fence)).|\n)+?(?<!`)(?P=fence)(?!`))"
    r"|(?P<address><(?:https?|mailto):[^>\s]+>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<item>(?:^|\n) *(?:[-+*]|\d{1,9}[.)])(?: +|(?=\n|$)))"
    r"|(?P<close>\](?:\{[^{}\n]*\}|\([^()\n]*\)))"
    r"|(?P<open>\[)"
    r"|(?P<stars>\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w))"
)
_OF_LABEL = re.compile(r"(?P<close>\]\{\.marking-[\w-]+\})|(?P<open>\[)", re.IGNORECASE)


def paragraphs(markdown: str) -> list[str]:
    """The paragraphs of a field; a list is one."""
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n", markdown.strip()) if part.strip()]


def split_codes(text: str, label: bool = False) -> Pieces:
    """The pieces of a paragraph, or of a label. Joined, they are the text again, but that a line end among words is a
    space."""
    tokens = list((_OF_LABEL if label else _TOKEN).finditer(text))
    ends = _pairs(tokens)
    out: list[Piece] = []
    at = number = 0
    in_list = False
    numbers: dict[int, int] = {}
    for index, found in enumerate(tokens):
        kind = found.lastgroup if found.lastgroup != "fence" else "code"
        pair = ends.get(index)
        if kind in ("open", "stars") and pair is None:
            continue  # words
        if kind == "close" and pair is None:
            continue
        if kind == "item":
            # One without words opens no list in the midst of a paragraph (CommonMark 0.31, 5.2).
            if not in_list and found.start() and text[found.end() :][:1] in ("", "\n"):
                continue
            in_list = True
        _add(out, text[at : found.start()])
        at = found.end()
        if pair is None:
            number += 1
            out.append(Code(number, "alone", found[0], _shown(str(kind), found[0])))
        elif pair > index:
            number += 1
            numbers[pair] = number
            out.append(Code(number, "opens", found[0]))
        else:
            out.append(Code(numbers[index], "closes", found[0]))
    _add(out, text[at:])
    return tuple(out)


def _add(out: list[Piece], words: str) -> None:
    words = re.sub(r"(?:(?<! ) ++)?\n *+", " ", words)
    if out and isinstance(out[-1], str):
        out[-1] += words
    elif words:
        out.append(words)


def _pairs(tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    """Which token closes which, both ways; spans that cross have no ends."""
    out: dict[int, int] = {}
    open_tokens: list[int] = []
    for index, found in enumerate(tokens):
        match found.lastgroup:
            case "open":
                open_tokens.append(index)
            case "close":
                at = next(
                    (n for n in reversed(range(len(open_tokens))) if tokens[open_tokens[n]].lastgroup == "open"), None
                )
                if at is not None:
                    out |= {open_tokens[at]: index, index: open_tokens[at]}
                    del open_tokens[at:]
            case "stars":
                if open_tokens and tokens[open_tokens[-1]][0] == found[0]:
                    out |= {open_tokens[-1]: index, index: open_tokens[-1]}
                    open_tokens.pop()
                else:
                    open_tokens.append(index)
            case _:
                pass
    return out


def _shown(kind: str, written: str) -> str:
    match kind:
        case "cite":
            return MARK * len(read(written, ""))
        case "escape":
            return written[1:]
        case "code":
            return written.strip("`")
        case "entity":
            return unescape(written)
        case "address":
            return written[1:-1]
        case _:
            return ""


def joined(pieces: Sequence[Piece]) -> str:
    """The Markdown of some pieces."""
    return "".join(piece if isinstance(piece, str) else piece.written for piece in pieces)


def shown(pieces: Sequence[Piece]) -> str:
    """What a reader sees of them, without white space."""
    return "".join("".join(piece if isinstance(piece, str) else piece.shown for piece in pieces).split())


def codes(pieces: Sequence[Piece]) -> Iterator[Code]:
    """The codes among them."""
    return (piece for piece in pieces if isinstance(piece, Code))


# A scenario → what there is to translate: a unit for each paragraph of each field, in the order of the model.

PART = "#"
"""Between the path of a field and the number of its paragraph, where it has several."""


class Unit(msgspec.Struct, frozen=True):
    """One paragraph of a field, or a label."""

    path: str
    """Of the field, without a language."""
    number: int
    """Which of the field's paragraphs it is, from 1."""
    of: int
    source: Pieces
    target: Pieces | None
    """What it is in the other language so far."""
    note: str
    """For the translator."""
    label: bool
    given: str
    """The language of the words that the field is known by: those of the source, or of another translation."""

    @property
    def id(self) -> str:
        """`options.trial.summary`, or `options.trial.summary#2` of a field of several paragraphs."""
        return self.path if self.of == 1 else f"{self.path}{PART}{self.number}"


_OF_A_QUOTE = "Our translation of a quotation: as close to the original as can be."
_OF_A_NAME = "A name or a title: a few words on one line."
_NOTES = {
    "factual": "A statement of fact: each sentence keeps the citations that it has, and says no more than it does.",
    "definition": "A definition, or words on the paper itself.",
    "judgement": "A judgement of the authors: likelihood and reserve must stay as strong as they are.",
    "assumption": "An assumption, taken as given.",
}
NOTES = (*_NOTES.values(), _OF_A_QUOTE, _OF_A_NAME)
"""All notes on a unit for a translator."""


def units(scenario: Scenario, lang: str) -> list[Unit]:
    """What there is to say in a language, with what is said already. Names that are given once are left as they are."""
    quotes = dict(_quotes(scenario, lang))
    out: list[Unit] = []
    for text in texts(scenario):
        if text.path.endswith(".translation"):
            if quote := quotes.get(text.path):
                out += _units(text, quote, lang, _OF_A_QUOTE)
        elif not is_name(text.path) or len(text.texts) > 1:
            key = own(text.texts, scenario.language)
            if key is not None and not same(key, lang):
                note = _NOTES[text.kind] if isinstance(text, Prose) else _OF_A_NAME
                out += _units(text, text.texts[key], lang, note)
    return out


def _quotes(scenario: Scenario, lang: str) -> Iterator[tuple[str, str]]:
    """The path of each translation of a quote that is wanted → the quote, or its translation into the language of the
    scenario."""
    languages = {source.id: source.language for source in scenario.sources}
    for fact in scenario.facts:
        for evidence in fact.evidence:
            of = languages.get(evidence.source) or scenario.language
            if evidence.translation and not same(of, lang):
                ours = own(evidence.translation.texts, scenario.language)
                if same(of, scenario.language):
                    yield evidence.translation.path, evidence.quote
                elif ours is not None:
                    yield evidence.translation.path, evidence.translation.texts[ours]


def _units(text: Prose | Label, source: str, lang: str, note: str) -> list[Unit]:
    label = isinstance(text, Label)
    quoted = text.path.endswith(".translation")
    parts = [" ".join(source.split())] if label else paragraphs(source)
    key = own(text.texts, lang)
    translated = ([text.texts[key]] if label else paragraphs(text.texts[key])) if key is not None else []
    given = next(iter(text.texts))
    return [
        Unit(
            text.path,
            number,
            len(parts),
            (part,) if quoted else split_codes(part, label),
            _aligned(
                split_codes(part, label),
                (translated[number - 1],) if quoted else split_codes(translated[number - 1], label),
            )
            if len(translated) == len(parts)
            else None,
            note,
            label,
            given,
        )
        for number, part in enumerate(parts, 1)
    ]


def _aligned(source: Pieces, target: Pieces) -> Pieces | None:
    """A translation with the numbers of the codes of its source; None where it has others."""
    free = [(code.kind, code.written, code.number) for code in codes(source)]
    out: list[str | Code] = []
    renumbered: dict[int, int] = {}
    for piece in target:
        if isinstance(piece, str):
            out.append(piece)
            continue
        if piece.kind == "closes" and piece.number in renumbered:
            wanted = renumbered[piece.number]
            found = next((each for each in free if each[0] == "closes" and each[2] == wanted), None)
        else:
            found = next((each for each in free if each[:2] == (piece.kind, piece.written)), None)
        if found is None or found[1] != piece.written:
            return None
        free.remove(found)
        renumbered[piece.number] = found[2]
        out.append(msgspec.structs.replace(piece, number=found[2]))
    return None if free else tuple(out)
