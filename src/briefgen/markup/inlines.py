"""The tokens of a Markdown line → flat runs that have their marks."""

import re
from collections.abc import Callable, Iterable, Mapping, Set
from typing import Protocol, get_args

import msgspec

from briefgen.document import Inline, LineBreak, Link, List, Mark, Run
from briefgen.document.address import address
from briefgen.markup.model import Citation, Cited, Running

MARKS: frozenset[str] = frozenset(get_args(Mark))
"""The names of all marks."""

SPANS = frozenset({"judgement", "assumption", "computed", "inferred"})
"""The classes of spans that say what kind of statement a part of prose is."""

_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MARKING = "marking-"
_MARKED: Mapping[str, Mark] = {"em": "emphasis", "strong": "strong"}


def may_lead(target: str) -> bool:
    """Whether a link may lead there: an address, or a place in the brief."""
    return target.startswith("#") or address(target) is not None


class Token(Protocol):
    """A token within a line, as markdown-it has it."""

    @property
    def type(self) -> str:
        """What it is: `text`, `em_open`, …"""

    @property
    def tag(self) -> str:
        """The element of HTML that it would be."""

    @property
    def content(self) -> str:
        """Its words."""

    @property
    def attrs(self) -> Mapping[str, str | int | float]:
        """Where a link leads, and what a span says."""


class Look(msgspec.Struct, frozen=True):
    """How a part of a line is set apart from the rest."""

    marks: frozenset[Mark] = frozenset()
    lang: str = ""
    markings: tuple[str, ...] = ()
    """Of the spans around it, as they write them: `tlp-amber`."""


class Reader(msgspec.Struct, frozen=True):
    """What the writer of a text decides about it: prose and templates read their lines alike but for these."""

    words: Callable[[str, Look, int], Running]
    """A piece of text in its look, on a line of the paragraph (from 0) → what is in the document for it."""
    target: Callable[[str, int], str | None]
    """Where a link leads, or None where it may not lead there."""
    fault: Callable[[str, str, int], None]
    """Called with `unknown-span` or `unknown-language`, the class or tag, and the line."""
    citations: Callable[[str, Look], Cited]
    """A citation as written, in its look → one Citation for each fact of it."""
    classes: frozenset[str]
    """The marks that spans may name."""


def flat(tokens: Iterable[Token], reader: Reader) -> list[Inline | Citation | List]:
    """What is in a line, in order."""
    out: list[Inline | Citation | List] = []
    looks = [Look()]
    before_link: list[Inline | Citation | List] = []
    target: str | None = None
    line = 0
    text = ""
    for token in tokens:
        if token.type in ("text", "text_special"):  # in prose, adjacent texts are tokens of their own
            text += token.content
            continue
        if text:
            out.extend(reader.words(text, looks[-1], line))
            text = ""
        match token.type:
            case "softbreak":
                out.extend(reader.words(" ", looks[-1], line))
                line += 1
            case "hardbreak":
                out.append(LineBreak())
                line += 1
            case "em_open" | "strong_open":
                looks.append(_with(looks[-1], _MARKED[token.tag]))
            case "span_open":
                look, unknown = spanned(token, looks[-1], reader.classes)
                looks.append(look)
                for code, written in unknown:
                    reader.fault(code, written, line)
            case "em_close" | "strong_close" | "span_close":
                looks.pop()
            case "code_inline":
                out.extend(reader.words(token.content, _with(looks[-1], "code"), line))
            case "citation":
                out.extend(reader.citations(token.content, looks[-1]))
            case "link_open":
                target = reader.target(str(token.attrs.get("href", "")), line)
                before_link, out = out, []
            case "link_close":
                out = [*before_link, *(linked(out, target) if target else out)]
    if text:
        out.extend(reader.words(text, looks[-1], line))
    return out


def linked(inlines: Iterable[Inline | Citation | List], target: str) -> Running:
    """A link around the runs of a part of inlines. Note marks, links themselves, and lists come after it."""
    inside: list[Run] = []
    after: list[Inline | Citation | List] = []
    for inline in inlines:
        match inline:
            case Run():
                inside.append(inline)
            case Link(content=content):
                inside.extend(content)
            case LineBreak() if inside:
                inside.append(msgspec.structs.replace(inside[-1], text=" "))
            case LineBreak():
                pass
            case _:
                after.append(inline)
    return (Link(tuple(inside), target), *after) if any(run.text for run in inside) else tuple(after)


def _with(look: Look, mark: Mark) -> Look:
    return Look(look.marks | {mark}, look.lang, look.markings)


def spanned(token: Token, look: Look, classes: Set[str]) -> tuple[Look, list[tuple[str, str]]]:
    """How words look within a span, and what of it is unknown: `unknown-span` or `unknown-language`, and what is
    written."""
    unknown: list[tuple[str, str]] = []
    for name, value in token.attrs.items():
        text = str(value)
        if name == "lang":
            if _LANG.fullmatch(text):
                look = Look(look.marks, text, look.markings)
            else:
                unknown.append(("unknown-language", text))
        elif name != "class":
            unknown.append(("unknown-span", f"{name}="))
        else:
            for word in text.split():
                within = classed(look, word, classes)
                if within is None:
                    unknown.append(("unknown-span", f".{word}"))
                look = within or look
    return look, unknown


def classed(look: Look, name: str, classes: Set[str]) -> Look | None:
    """How words look within a span of a class; None for a class that there is not."""
    if name in classes:
        return _with(look, name)  # type: ignore[arg-type]  # classes are marks
    if name.lower().startswith(_MARKING):  # one that is not known is still no word for everyone
        return Look(look.marks, look.lang, (*look.markings, name[len(_MARKING) :].lower()))
    return None
