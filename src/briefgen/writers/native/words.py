"""Inlines as one line: `@options.team.summary.en "Ottawa sends a team" ^1 ~ +strong "Judgement."`."""

from typing import assert_never

from briefgen.document import (
    Authored,
    Computed,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    Origin,
    Paged,
    Reference,
    Revision,
    Run,
    TemplateText,
)

_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def quoted(text: str) -> str:
    """Text in double quotes. What cannot be seen, or looks like something else, stands as its code point.

    >>> print(quoted('a "b"\\u202e'))
    "a \\"b\\"\\u{202E}"
    """
    if text.isprintable() and text.isascii() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{"".join(map(_shown, text))}"'


def _shown(character: str) -> str:
    if short := _SHORT.get(character):
        return short
    return character if character.isprintable() else f"\\u{{{ord(character):04X}}}"


def bare(text: str) -> str:
    """A path, an anchor or a name: as it is where it is one plain word, else quoted."""
    plain = text.isascii() and text.isprintable() and not any(character in text for character in ' ":\\|~')
    return text if plain and text else quoted(text)


def said(revision: Revision) -> str:
    """What was inserted or deleted, as marks of runs say it: `+deleted`."""
    return f"+{revision}" if revision else ""


def words(inlines: Inlines) -> str:
    """The inlines, separated by spaces; nothing where there are none."""
    out: list[str] = []
    origin = ""
    for inline in inlines:
        match inline:
            case Run():
                origin = _run(inline, origin, out)
            case Link(content=content, target=target):
                out.append("[")
                for run in content:
                    origin = _run(run, origin, out)
                out.append(f"]({quoted(target)})")
            case NoteMark(number=number, occurrence=occurrence, revision=how):
                out.append((f"^{number}" if occurrence == 1 else f"^{number}.{occurrence}") + said(how))
            case LineBreak(revision=how):
                out.append("/" + said(how))
            case Reference(target=target, text=text, revision=how):
                out.append(f"page-of({quoted(target)}, {quoted(text)}){said(how)}")
            case Paged(with_pages=paged, without_pages=unpaged):
                out.append(f"pages{{ {words(paged)} }}else{{ {words(unpaged)} }}")
                origin = ""
            case _:
                assert_never(inline)
    return " ".join(out)


def _run(run: Run, before: str, out: list[str]) -> str:
    """Append a run; the origin is said where it differs from the one before. Returns its own."""
    origin = _origin(run.origin)
    if origin != before:
        out.append(origin or "~")
    out.extend(f"+{mark}" for mark in sorted(run.marks))
    if run.lang:
        out.append(f"lang={bare(run.lang)}")
    out.append(quoted(run.text))
    return origin


def _origin(origin: Origin) -> str:
    match origin:
        case Authored(path=path):
            return f"@{bare(path)}"
        case Computed(what=what):
            return f"={bare(what)}"
        case TemplateText():
            return ""
        case _:
            assert_never(origin)
