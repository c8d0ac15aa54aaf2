"""Characters that have no place in a file (invisible, unpaired, or read differently by every program), and those that
only the YAML library cannot take."""

import re
import unicodedata
from bisect import bisect_right

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile, Span
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence

MOST_SHOWN = 20
"""Of one kind in one file: a file in a wrong encoding may have thousands."""

_CONTROLS = "\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufdd0-\ufdd3\ud800-\udfff]"
_PASTED = "\u2028\u2029\ufeff"
_BEFORE_STRUCTURE = (
    rf"""(?m:^[ \t]*)(?P<first>[{_PASTED}])(?=[\s{_PASTED}#?:,"'\[\]{{}}|>&*!%@`-]|\Z)"""
    rf"""|(?:[:,?-][ \t]+|[\[{{])(?P<next>[{_PASTED}])(?=[{_PASTED}"'\[\]{{}}|>&*!#])"""
)
"""Separators and byte order marks that would hide from the YAML library that what follows is a part of YAML."""
_FORBIDDEN = re.compile(f"(?P<control>{_CONTROLS})|{_BEFORE_STRUCTURE}")
_FORBIDDEN_IN_VALUE = re.compile(_CONTROLS)
_STAND_INS = str.maketrans({"\u2028": "\ufdd0", "\u2029": "\ufdd1", "\ufeff": "\ufdd2"})
_STOOD_IN_FOR = str.maketrans({"\ufdd0": "\u2028", "\ufdd1": "\u2029", "\ufdd2": "\ufeff"})
_TAB = re.compile(r"^ *\t[ \t]*(?=[^\s])", re.MULTILINE)
_BLOCK_HEADER = re.compile(r"(?:^|[\s:-])[|>][-+1-9]{0,2}[ \t]*(?:#.*)?$")


def forbidden_characters(source: SourceFile) -> list[Diagnostic]:
    """Every character that may not be in a file, each at its place; the first twenty, and how many more."""
    if source.text.replace("\n", "").replace("\xa0", "").replace("\u202f", "").isprintable():
        return []  # as most files; a search takes ten times as long
    found = [each.start(each.lastgroup or 0) for each in _FORBIDDEN.finditer(source.text)]
    returns = [at for at in found if source.text[at] == "\r"]
    if len(returns) > 1:  # one mistake, of the program that saved the file
        found = [at for at in found if source.text[at] != "\r" or at == returns[0]]
    return _first([_odd(source, at) for at in found])


def pasted_characters(source: SourceFile) -> list[Diagnostic]:
    """Every line or paragraph separator and byte order mark: harmless in a text, but not where they break the YAML."""
    return _first([_odd(source, found.start()) for found in re.finditer(f"[{_PASTED}]", source.text)])


def forbidden_in(value: str) -> str:
    """The first character of a value that may not be in a file either: `"\\x00"` writes one as an escape."""
    found = None if value.isprintable() else _FORBIDDEN_IN_VALUE.search(value)
    return found[0] if found else ""


def without_forbidden(text: str) -> str:
    """A text without control characters, line and paragraph separators and byte order marks."""
    return _FORBIDDEN_IN_VALUE.sub("", text).translate(dict.fromkeys(map(ord, _PASTED)))


def for_library(text: str) -> str:
    """A text of the same length for the YAML library, which would take a line or paragraph separator for a line end and
    refuses a byte order mark: noncharacters replace them."""
    return text.translate(_STAND_INS)


def from_library(value: str) -> str:
    """A value that the library read, with the characters of the file."""
    return value.translate(_STOOD_IN_FOR)


def tabs_in_indentation(source: SourceFile, tree: Node | None) -> list[Diagnostic]:
    """Every tab before the first word of a line, except inside a text, where `tree` distinguishes texts from structure.

    Without a tree (the file has other faults) blocks after `|` or `>` are recognised by their indentation.
    """
    if "\t" not in source.text:
        return []
    found = [(match.start() + match[0].index("\t"), match.end()) for match in _TAB.finditer(source.text)]
    if not found:
        return []
    texts = _text_spans(tree) if tree is not None else _block_spans(source.text)
    starts = [start for start, _ in texts]
    out = []
    for start, end in found:
        before = bisect_right(starts, start) - 1
        if before >= 0 and start < texts[before][1]:
            continue
        out.append(
            error(
                "yaml-tab",
                "This line is indented with a tab.",
                Span(source, start, end),
                "Indent with spaces: two for each level.",
            )
        )
    return _first(out)


def _odd(source: SourceFile, at: int) -> Diagnostic:
    char = source.text[at]
    span = Span(source, at, at + 1)
    number = f"U+{ord(char):04X}"
    match char:
        case "\r":
            return error(
                "yaml-line-end",
                "This line ends with a lone carriage return, as on old Macs.",
                span,
                "Save the file with the line ends of Unix (LF) or Windows (CRLF).",
            )
        case "\x85" | "\u2028" | "\u2029":
            name = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}[char]
            return error(
                "yaml-line-end",
                f"There is an invisible {name} ({number}) here, which some programs take for a line end.",
                span,
                "Replace it by a space or a new line.",
            )
        case "\ufeff":
            return error(
                "yaml-control-character",
                f"There is an invisible byte order mark ({number}) here.",
                span,
                "Delete it; it comes from joining files or from pasting.",
            )
        case "\x00":
            return error(
                "yaml-control-character",
                f"There is a zero character ({number}) here.",
                span,
                "Delete it. If there are many, the file is not UTF-8: save it as UTF-8.",
            )
    if "\ud800" <= char <= "\udfff":
        return error(
            "yaml-surrogate",
            f"There is half a character ({number}) here.",
            span,
            "Type the character again; it was cut in two by another program.",
        )
    what = "a character that does not exist" if unicodedata.category(char) == "Cn" else "an invisible control character"
    return error(
        "yaml-control-character", f"There is {what} ({number}) here.", span, "Delete it; it mostly comes from pasting."
    )


def _first(found: list[Diagnostic]) -> list[Diagnostic]:
    if len(found) <= MOST_SHOWN:
        return found
    more = found[MOST_SHOWN]
    rest = len(found) - MOST_SHOWN
    message = f"There are {rest} more places like these." if rest > 1 else "There is one more place like these."
    return [*found[:MOST_SHOWN], error(more.code, message, more.span, more.hint)]


def _text_spans(tree: Node) -> list[tuple[int, int]]:
    """Where the texts of a tree are, in the order of the file, without overlaps."""
    spans: set[tuple[int, int]] = set()
    seen: set[int] = set()
    todo: list[Node] = [tree]
    while todo:
        node = todo.pop()
        match node:
            case Scalar(span=span):
                spans.add((span.start, span.end))
                continue
        if id(node) in seen:  # an alias
            continue
        seen.add(id(node))
        match node:
            case Mapping(entries=entries):
                for entry in entries:
                    todo += (entry.key, entry.value)
            case Sequence(items=items):
                todo += items
    return sorted(spans)


def _block_spans(text: str) -> list[tuple[int, int]]:
    """Where blocks after `|` or `>` seem to be, judged by indentation alone."""
    spans: list[tuple[int, int]] = []
    at = 0
    block_indent: int | None = None
    for line in text.splitlines(keepends=True):
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        if block_indent is not None:
            if not line.strip() or indent > block_indent:
                spans.append((at, at + len(line)))
                at += len(line)
                continue
            block_indent = None
        if _BLOCK_HEADER.search(line.rstrip()):
            block_indent = indent
        at += len(line)
    return spans
