"""What is wrong with the Markdown of a field, each fault at the characters that it is about."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from markdown_it.token import Token

from briefgen.core.diagnostic import Finding, Place
from briefgen.core.suggestions import did_you_mean
from briefgen.markup.inline_parser import address, begins, closing, line_starts, places, texts
from briefgen.markup.inlines import SPANS, Look, may_lead, spanned
from briefgen.markup.markdown import Attempts
from briefgen.markup.words import beginning, clean

MOST_ALIKE = 20
"""Findings of one code in one field: a field may be nothing but faults."""

_LINES = (
    ("a heading", re.compile(r"#{1,6} ")),
    ("a code block", re.compile(r"`{3,}|~{3,}")),
    ("a quotation block", re.compile(r">")),
    ("a table", re.compile(r"^\|?\s*+:?-++:?\s*+\|[\s|:-]*+$")),
    ("a rule", re.compile(r"^(?:={3,}+|-{3,}+|\*{3,}+|_{3,}+)\s*+$")),
)
_WORDS = (
    ("a picture", re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)")),
    ("HTML", re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")),
    ("`**` that marks no words", re.compile(r"(?<!\*)\*\*(?!\*)")),
)
_MARK_APART = re.compile(r"\{\.(?!marking-)[a-z]+\}")
"""A mark that does not follow brackets, and so marks nothing. Another rule reports markings."""

_CITED = r"@\s*([A-Za-z0-9]+(?:[-\u2010\u2011][A-Za-z0-9]+)*)"

_Found = tuple[Finding, int, int]
"""A finding, and the range of the paragraph's content that it is about."""


def faults(text: str, tokens: Sequence[Token], attempts: Attempts, path: str) -> tuple[Finding, ...]:
    """The faults of a text by its tokens, at their places in it."""
    starts = line_starts(text)
    alike: Counter[str] = Counter()
    out: list[Finding] = []
    for token in tokens:
        if token.type != "inline":
            continue
        where: list[int] | None = None
        for finding, start, end in _in_paragraph(token, attempts, path):
            alike[finding.code] += 1
            if alike[finding.code] <= MOST_ALIKE:
                where = where or places(token, text, starts)
                place = Place(where[start], where[end - 1] + 1) if where else None
                out.append(msgspec.structs.replace(finding, place=place))
    return tuple(out)


def _in_paragraph(token: Token, attempts: Attempts, path: str) -> Iterator[_Found]:
    children = token.children or []
    yield from _raw_lines(token.content, path)
    for words, at in texts(children):
        yield from _raw_words(words, at, path)
    for start, end in attempts.get(str(id(children)), ()):
        written = token.content[start:end]
        yield Finding("bad-citation", path, f"This is not a citation: {written}", _citation_hint(written)), start, end
    ends = closing(children)
    for number, child in enumerate(children):
        if child.type == "link_open":
            yield from _link(child, children[ends[number]], token.content, path)
        elif child.type == "span_open":
            after = ends[number] + 1
            stop = begins(children[after]) if after < len(children) else len(token.content)
            yield from _span(child, begins(children[after - 1]) + 1, stop, token.content, path)


def _raw_lines(content: str, path: str) -> Iterator[_Found]:
    at = 0
    for line in content.split("\n"):
        for name, pattern in _LINES:
            if pattern.match(line):
                yield _not_in_prose(name, path), at, at + len(line)
        at += len(line) + 1


def _raw_words(words: str, at: int, path: str) -> Iterator[_Found]:
    for name, pattern in _WORDS:
        for found in pattern.finditer(words):
            yield _not_in_prose(name, path), at + found.start(), at + found.end()
    for found in _MARK_APART.finditer(words):
        message = f"`{found[0]}` marks no words here; it is shown as text."
        hint = f"Put it directly after brackets around the words: [these words]{found[0]}."
        finding = Finding("unknown-span", path, message, hint, severity="warning")
        yield finding, at + found.start(), at + found.end()


def _not_in_prose(name: str, path: str) -> Finding:
    hint = "Prose is paragraphs, lists, emphasis, links and citations; structure belongs to the template."
    return Finding("not-in-prose", path, f"Prose cannot hold {name}; it is shown as text.", hint, severity="warning")


def _link(opens: Token, closes: Token, content: str, path: str) -> Iterator[_Found]:
    href = str(opens.attrs.get("href", ""))
    target = clean(href).strip()
    if may_lead(target):
        return
    message = f"A link cannot lead to `{beginning(target)}`; only its words are shown."
    hint = "Give an address that begins with https:, http: or mailto:."
    yield Finding("bad-link", path, message, hint, severity="warning"), *address(opens, closes, content)


def _span(opens: Token, start: int, stop: int, content: str, path: str) -> Iterator[_Found]:
    """Faults in the attributes of a span, which are written from `start` to `stop`."""
    _, unknown = spanned(opens, Look(), SPANS)
    at = start
    for code, written in unknown:
        found = re.compile(rf"(?<![\w-]){re.escape(written)}(?:(?<==)|(?![\w-]))").search(content, at, stop)
        finding = _unknown(code, written, path)
        yield (finding, *found.span()) if found else (finding, start, stop)
        at = found.end() if found else at


def _unknown(code: str, written: str, path: str) -> Finding:
    if code == "unknown-language":
        message = f"`{written}` is not a language tag."
        return Finding("unknown-language", path, message, "Write {lang=fr} or {lang=pt-BR}.", severity="warning")
    known = "Known are .judgement, .assumption, .computed, .inferred, .marking-… and lang=…"
    hint = did_you_mean(written, [f".{name}" for name in sorted(SPANS)]) or known
    return Finding("unknown-span", path, f"A span cannot have `{written}`.", hint, severity="warning")


def _citation_hint(written: str) -> str:
    """How to write brackets that were meant to cite; with their ids, where they hold nothing else."""
    ids = [re.sub("[\u2010\u2011]", "-", each) for each in re.findall(_CITED, written)]
    rest = re.sub(_CITED, "", written)
    if ids and re.fullmatch(r"\[(?:[\s,;&+/]|and|et|y|e|or|ou)*\]", rest):
        return f"Write [{'; '.join(f'@{each}' for each in ids)}]."
    return "Write [@fact], [@one; @other] or [@fact, par. 3]."
