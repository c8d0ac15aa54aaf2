"""Words that stand in a brief in another language, for want of a translation."""

from collections.abc import Iterable

from briefgen.document import Authored, Inline, Link, NoteMark, Run, TemplateText
from briefgen.prose.language import own, same
from briefgen.prose.model import Citation, Cited, Label, Prose

_NAMES = frozenset({"title", "short", "publisher", "author", "attributed_to", "page", "translation"})
"""Of a source or a fact: what is called the same in every language, unless its author says otherwise."""


def is_name(path: str) -> bool:
    """Whether a field, by its path without a language, is the name of a document, a house, a person or a place in a
    document."""
    return path.startswith(("sources.", "facts.")) and path.rpartition(".")[2] in _NAMES


def lacks(text: Label | Prose, lang: str) -> bool:
    """Whether a field has no words in a language, and should have some. A name that is given once is given for all."""
    if own(text.texts, lang) is not None or not text.texts or text.path.endswith(".translation"):
        return False
    return not is_name(text.path) or len(text.texts) > 1


def marked(inlines: Iterable[Inline | Citation], lang: str) -> Cited:
    """Inlines of a brief in a language, with `[en]` behind each stretch of an author's words that are in another one
    because the field has none in this. Note marks belong to the stretch."""
    out: list[Inline | Citation] = []
    open_in = ""
    end = 0
    for inline in inlines:
        key = _key(inline, lang)
        if open_in and key != open_in and not isinstance(inline, NoteMark | Citation):
            out.insert(end, _mark(open_in))
            open_in = ""
        out.append(inline)
        if key:
            open_in = key
        if open_in:
            end = len(out)
    if open_in:
        out.insert(end, _mark(open_in))
    return tuple(out)


def languages(inlines: Iterable[Inline | Citation], lang: str) -> frozenset[str]:
    """The languages that `marked` would name."""
    return frozenset(filter(None, (_key(inline, lang) for inline in inlines)))


def _mark(code: str) -> Run:
    return Run(f" [{code}]", TemplateText(), frozenset({"muted"}))


def _key(inline: Inline | Citation, lang: str) -> str:
    """The language that a field is given in, where that is another one."""
    if isinstance(inline, Run):
        if not isinstance(inline.origin, Authored):
            return ""
        field, _, key = inline.origin.path.rpartition(".")
        return "" if same(key, lang) or is_name(field) else key
    if isinstance(inline, Link) and inline.content:
        return _key(inline.content[0], lang)
    return ""
