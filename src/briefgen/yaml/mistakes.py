"""Explains the syntax errors that people make in YAML in their own terms, and says how to correct them.

The library says where it stopped reading, which is often after the mistake. Each function here knows one complaint of
the library and looks at the lines around it for the frequent causes. Other complaints keep its words.
"""

import re
from collections.abc import Callable

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile, Span
from briefgen.yaml.build import too_deep
from briefgen.yaml.tree import Scalar

_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")
_TIGHT_COLON = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*(:)(?![ /]|$)")
_TIGHT_DASH = re.compile(r"[ ]*(?:-[ ]+)*(-)[^\s-]")
_BULLET = re.compile(r"[ ]*(?:-[ ]+)*([•·‣▪●○◦]|[–—*](?=[ \u00a0\t]))[ \u00a0\t]*")
_EQUALS = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*([ ]*=[ ]*)\S")
_ODD_SPACE = re.compile(r"^ *([\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
_BLOCK_TEXT = re.compile(r":[ ]+([|>])[-+0-9]*[ ]*(?:#.*)?$")
_NEXT_KEY = re.compile(r"[,;][ ]+([A-Za-z_][\w-]*)$")
_CONFLICT = re.compile(r"^<{7} [^\n]*", re.MULTILINE)
_END_OF_ITEM = {"{": re.compile(r",\s+[\w-]+:\s|(?:\}|(?<!\s))\s*+(?:#.*)?$"), "[": re.compile(r"[,\]]")}
_COLON = "YAML reads a colon with a space after it as `key: value`; this text has one."
_QUOTE_OR_BLOCK = ", or after `>` on lines of its own"


class SyntaxFault(msgspec.Struct, frozen=True):
    """A complaint of the library: its words in lower case, where it stopped, and where the thing began."""

    problem: str
    context: str
    at: int
    began: int


def explain(source: SourceFile, fault: SyntaxFault, last: Scalar | None) -> Diagnostic:
    """The diagnostic for a syntax error. `last` is the scalar that was read last."""
    found = _Mistake(source, fault, last)
    for check in (found.conflict, found.odd_spaces):
        if known := check():
            return known
    words = f"{fault.context} / {fault.problem}"
    for pattern, method in _COMPLAINTS:
        if re.search(pattern, words) and (known := method(found)):
            return known
    return found.report(
        "yaml-syntax",
        f"This is not valid YAML: {' '.join(f'{fault.context} {fault.problem}'.split())}.",
        fault.at,
        hint=f"Put a text with special characters in quotes{_QUOTE_OR_BLOCK}.",
    )


class _Mistake:
    """A complaint with the lines around it."""

    def __init__(self, source: SourceFile, fault: SyntaxFault, last: Scalar | None) -> None:
        self.source, self.text, self.last = source, source.text, last
        self.at, self.began = fault.at, fault.began
        self.in_flow = "flow" in fault.context
        self.char = self.text[self.at : self.at + 1]
        self.first = self.text[self.began : self.began + 1]
        """The character with which the thing began."""
        self.start, self.line = self.line_of(self.at)

    def report(self, code: str, message: str, start: int, end: int | None = None, hint: str = "") -> Diagnostic:
        """An error at a span, of one character where no end is given."""
        return error(code, message, Span(self.source, start, start + 1 if end is None else end), hint)

    def line_of(self, at: int) -> tuple[int, str]:
        """Where the line of an offset begins, and its text."""
        number, column = self.source.line_column(at)
        return at - column + 1, self.source.line(number)

    def above(self, at: int) -> tuple[int, str]:
        """The nearest line above that holds more than a comment; (-1, "") if there is none."""
        start = self.line_of(at)[0]
        while start > 0:
            start, line = self.line_of(start - 1)
            if line.strip() and not line.lstrip().startswith("#"):
                return start, line
        return -1, ""

    def value(self, at: int) -> tuple[int, str, str]:
        """On the line of an offset: where its value begins, the value, and what is before it."""
        start, line = self.line_of(at)
        column = _after_key(line)
        return start + column, line[column:].rstrip(), line[:column]

    def quoted(self, at: int) -> str:
        """The line with its value in quotes, where it is whole and short; otherwise the other way to write a text."""
        _, value, before = self.value(at)
        value = value if value[:1] in ("'", '"') else value.partition(" #")[0].rstrip()
        number = self.source.line_column(at)[0]
        below = self.source.line(number + 1)
        goes_on = below.strip() and _indent(below) > _indent(self.source.line(number)) and not _TIGHT_COLON.match(below)
        mark = _mark(value)
        if not value or not mark or len(value) + len(before.strip()) > 60 or goes_on:
            return _QUOTE_OR_BLOCK
        return f": `{before.strip()} {mark}{value}{mark}`" if before.strip() else f": `{mark}{value}{mark}`"

    def conflict(self) -> Diagnostic | None:
        """Two versions that git left in the file."""
        found = _CONFLICT.search(self.text)
        if found is None or "\n>>>>>>> " not in self.text[found.end() :]:
            return None
        return self.report(
            "yaml-syntax", "Two people changed the same lines, and git has left both versions here.",
            found.start(), found.end(),
            "Keep one version, or combine them; then delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
        )  # fmt: skip

    def odd_spaces(self) -> Diagnostic | None:
        """A line shortly before the complaint is indented with spaces that YAML reads as letters."""
        start = self.start
        for _ in range(2):
            start = max(0, self.text.rfind("\n", 0, max(0, start - 1)) + 1)
        found = _ODD_SPACE.search(self.text, start, self.at + 1)
        return found and self.report(
            "yaml-indentation", "This line is indented with no-break spaces, which YAML reads as letters.",
            found.start(1), found.end(1),
            "Replace them with ordinary spaces; they come from pasting out of Word or a web page.",
        )  # fmt: skip

    def tab(self) -> Diagnostic | None:
        """A tab before the text of a line."""
        if "\t" not in self.text[self.at : self.at + len(self.line) + 1]:
            return None
        return self.report(
            "yaml-tab", "There is a tab here, where YAML allows only spaces.", self.text.index("\t", self.at),
            hint="Indent with two spaces for each level. A text after `|` cannot begin with a tab.",
        )  # fmt: skip

    def misspelt(self, start: int, line: str) -> Diagnostic | None:
        """A line with a space missing after its dash or colon, a bullet for its dash, or `=` for its colon."""
        whole = start + len(line.rstrip())
        if found := _TIGHT_DASH.match(line):
            hint = f"Write `- {_cut(line[found.end(1) :])}`."
            return self.report(
                "yaml-syntax", "A space is missing after this dash.", start + found.start(1), whole, hint
            )
        if found := _BULLET.match(line):
            message = f"`{found[1]}` does not begin a list item; a hyphen and a space do."
            hint = f"Write `- {_cut(line[found.end() :])}`."
            return self.report("yaml-syntax", message, start + found.start(1), hint=hint)
        if found := _EQUALS.match(line):
            hint = f"Write `{_cut(line[: found.start(1)])}: {_cut(line[found.end(1) :])}`."
            message = "A key and its value are separated by a colon, not by `=`."
            return self.report("yaml-colon", message, start + line.index("=", found.start(1)), hint=hint)
        if found := _TIGHT_COLON.match(line):
            colon, rest = start + found.start(1), line[found.end(1) :]
            hint = f"Write `{_cut(line[: found.end(1)])} {_cut(rest)}`"
            if not rest[:1].isspace():
                return self.report("yaml-colon", "A space is missing after this colon.", colon, hint=f"{hint}.")
            message = f"After this colon is a space (U+{ord(rest[0]):04X}) that YAML reads as a letter."
            hint += ", with an ordinary space; the other one comes from pasting."
            return self.report("yaml-colon", message, colon, colon + 2, hint)
        return None

    def colon(self) -> Diagnostic:
        """A colon with a space after it in a text without quotes."""
        hint = f"ut the whole text in quotes{self.quoted(self.at)}."
        found = _NEXT_KEY.search(self.line[: self.at - self.start])
        hint = f"If `{found[1]}` is a key, begin a new line with it. Otherwise p{hint}" if found else f"P{hint}"
        return self.report("yaml-colon", _COLON, self.at, hint=hint)

    def no_colon_here(self) -> Diagnostic:
        """A colon with a space where no key may be."""
        start, value, before = self.value(self.at)
        if value[:1] in ("&", "*", "!"):
            return self.text_start(start)
        if ":" in before and start <= self.at:
            return self.colon()
        above, line = self.above(self.at)
        if known := self.misspelt(above, line):
            return known
        indented = above + _indent(line)
        if line and not re.search(r":(\s|$)", line) and not line.rstrip().endswith(("|", ">", "-")):
            return self.report(
                "yaml-colon", f"This line has no colon, so YAML reads on into `{_cut(self.line)}`.",
                indented, above + len(line),
                "After a key, write `: `. To continue the text above, put that text in quotes or after `>`.",
            )  # fmt: skip
        first = self.start + _indent(self.line)
        if line and self.is_outdented(above, first - self.start):
            return self.outside(indented)
        return self.report(
            "yaml-indentation", "This line is indented more than the line above, which already has a value.",
            first, self.at,
            "Indent it like the line above. If it continues the text above, put that text in quotes or after `>`.",
        )  # fmt: skip

    def no_colon(self) -> Diagnostic:
        """A line that is not `key: value`."""
        start, line = self.line_of(self.began)
        indented, end = start + _indent(line), start + len(line.rstrip())
        if known := self.misspelt(start, line):
            return known
        if found := _BLOCK_TEXT.search(self.above(start)[1]):
            message = f"A text after `{found[1]}` must be indented more than its key."
            hint = "Indent each line of the text two spaces more than its key."
            return self.report("yaml-indentation", message, start, end, hint)
        return self.report(
            "yaml-colon", "This line is not `key: value`, and it is not indented as part of the text above.",
            indented, end,
            "To continue the text above, indent the line more than the key of that text. If it begins with a key, "
            "write `: ` after the key. A comment begins with `# `.",
        )  # fmt: skip

    def is_outdented(self, start: int, indentation: int) -> bool:
        """Whether a line is indented less than the lines before and after it, which are indented alike."""
        line, before = self.line_of(start)[1], self.above(start)[1]
        dashes = _DASHES.match(before)
        return _indent(line) < indentation and ": " in line and dashes is not None and dashes.end() == indentation

    def indentation(self, message: str, hint: str, at: int | None = None) -> Diagnostic:
        """A line in the wrong column, from an offset to its end."""
        at = self.at if at is None else at
        start, line = self.line_of(at)
        return self.report("yaml-indentation", message, at, max(at + 1, start + len(line.rstrip())), hint)

    def outside(self, at: int) -> Diagnostic:
        """A line further left than its neighbours."""
        message = "This line is indented less than the lines before and after it."
        return self.indentation(message, "If it belongs with them, indent it like them.", at)

    def no_key(self) -> Diagnostic:
        """Something follows a complete value: after a quotation mark or bracket, or on a line in an odd column."""
        last, text = self.last, self.text
        if last and last.style in ("single", "double") and not text[last.span.end : self.at].strip(" "):
            return self.after_quote(last)
        start, value, _ = self.value(self.at)
        if start < self.at and value[:1] in ("[", "{", "*", "&", "!"):
            return self.text_start(start, ", but text follows the closing bracket" if value[0] in "[{" else "")
        if last and last.style in ("literal", "folded") and not text[last.span.end : self.at].strip():
            sign = "|" if last.style == "literal" else ">"
            return self.indentation(
                f"This line is indented less than the text that begins after `{sign}` on line {last.span.line}.",
                "If it belongs to that text, indent it like the first line of the text; otherwise like the key above.",
            )
        if self.char == "-":
            hint = "Remove the `- `, or put the line below the key that its list belongs to."
            if self.at == self.start:
                hint = "Write the key of the list, such as `sources:`, on the line above; or remove the `- `."
            return self.indentation("This line begins a list item, but the lines around it are `key: value`.", hint)
        above, line = self.above(self.at)
        if line and self.is_outdented(above, _indent(self.line)):
            return self.outside(above + _indent(line))
        return self.indentation(
            "The indentation of this line does not match any line that it could belong to.",
            "Indent it exactly like the keys it belongs with, using spaces only.",
        )

    def no_dash(self) -> Diagnostic:
        """A line within a list that begins no item of it."""
        if _TIGHT_DASH.match(self.line) and (known := self.misspelt(self.start, self.line)):
            return known
        if self.char == "-":
            message = "This list item is indented differently from the items above."
            return self.indentation(message, "Begin all items of a list in the same column.")
        return self.indentation(
            "This line is within a list, but it neither begins an item with `- ` nor lines up with the item above.",
            "Begin it with `- `, or indent it exactly like the first word after the `- ` above.",
        )

    def second_root(self) -> Diagnostic | None:
        """A key further left than the first one of the file."""
        if self.at == self.start and re.search(r"^\.\.\.[ \t\r]*$", self.text[: self.at], re.MULTILINE):
            return None
        message = "This line begins further left than the first key of the file."
        return self.indentation(message, "Begin all top-level keys in the first column.")

    def text_start(self, start: int, but: str = "") -> Diagnostic:
        """A text begins with a character that means something else to YAML."""
        char = self.text[start : start + 1]
        sign = "a backtick" if char == "`" else f"`{char}`"
        hint = f"Put the whole text in quotes{self.quoted(start)}."
        if char in "[{":
            message = f"YAML reads a value that begins with {sign} as a {'list' if char == '[' else 'mapping'}{but}."
            value = self.value(start)[1]
            if char == "[" and "@" in value and re.fullmatch(r"\[[@\w\s,;-]+\]", value):
                hint += f" For a list of ids, write `{value.replace('@', '').replace(';', ',')}`."
        else:
            meaning = {"*": "a reference to something named elsewhere", "&": "a name for what follows", "!": "a tag"}
            reads = f"reads that as {meaning[char]}" if char in meaning else "reserves that character"
            message = f"A text cannot begin with {sign}: YAML {reads}."
            if char == "@" and re.compile(r"@[a-z0-9]+(?:-[a-z0-9]+)*:?[ ]*$", re.MULTILINE).match(self.text, start):
                hint += " If this is an id, remove the `@`: only citations have it."
        return self.report("yaml-text-start", message, start, hint=hint)

    def reserved(self) -> Diagnostic:
        """A text, or a value that looks like a list, begins with `@`, `%` or a backtick."""
        start, value, _ = self.value(self.at)
        if self.text[self.at - 1 : self.at] == "[" and re.search(r"\{[^{}]*$", self.line[: self.at - self.start]):
            return self.inside("{", self.at - 1)
        return self.text_start(start if self.char == "@" and value.startswith("[") and start < self.at else self.at)

    def alias(self) -> Diagnostic:
        """A text begins with `*` or `&`: emphasis, or a Markdown list."""
        if self.text[self.began : self.began + 2] != "* ":
            return self.text_start(self.began)
        return self.report(
            "yaml-text-start", "A Markdown list must come after `|`.", self.began,
            hint="Put `|` after the key and indent the list on the lines below. In a list of names or ids, write `- ` "
            "instead of `* `.",
        )  # fmt: skip

    def dash(self) -> Diagnostic:
        """A text begins with a dash, or a list on the line of its key."""
        message = "A text cannot begin with `- `, and a list cannot begin on the line of its key."
        hint = "Put the text in quotes; or move the list to the lines below, each item after `- `."
        return self.report("yaml-text-start", message, self.at, hint=hint)

    def open_quote(self) -> Diagnostic:
        """A quotation mark that nothing closes."""
        twice = " Within single quotes, write an apostrophe twice: `it''s`." if self.first == "'" else ""
        hint = f"Put `{self.first}` at the end of the text.{twice}"
        return self.report(
            "yaml-unclosed", f"The quotation mark `{self.first}` is never closed.", self.began, hint=hint
        )

    def after_quote(self, last: Scalar) -> Diagnostic:
        """Something after the quotation mark that closes a text."""
        sign, end = self.text[last.span.start], last.span.end
        other = '"' if sign == "'" else "'"
        at, hint = self.at, f"Put the whole text in the other kind of quotes, `{other}`{_QUOTE_OR_BLOCK}."
        message = "The text continues after its closing quotation mark."
        rest = self.text[self.at :].partition("\n")[0]
        if "\n" in last.span.text:
            line = self.source.line_column(end - 1)[0]
            at, hint = last.span.start, f"Put `{sign}` at the end of the text."
            message = f"The quotation mark `{sign}` is closed only on line {line}, by one that opens another text."
        elif rest.partition("#")[0].strip() in (",", ";"):
            message, hint = (
                f"After this text, there is a `{rest[0]}` too many.",
                "Remove it: a value ends with its line.",
            )
        elif sign == "'" and self.at == end:
            at, hint = end - 1, "Write it twice (`it''s`), or put the text in double quotes."
            message = "This apostrophe ends the text, because the text is in single quotes."
        return self.report("yaml-unclosed", message, at, hint=hint)

    def escape(self) -> Diagnostic:
        """A backslash within double quotes that means nothing."""
        at = max(
            self.text.rfind("\\", self.began, self.at + 1), self.began
        )  # the two parsers stop at different letters
        message = f"Within double quotes, `{self.text[at : at + 2]}` does not stand for a character here."
        hint = "Use single quotes, or write the backslash twice: `\\\\`. In a path, write `/`."
        return self.report("yaml-escape", message, at, at + 2, hint)

    def bracket(self) -> Diagnostic:
        """A list in `[ ]` or a mapping in `{ }` does not go on as it should."""
        text, at, began = self.text, self.at, self.began
        if self.first not in ("[", "{"):  # the library forgets it at the end of the file
            began = max(text.rfind("[", 0, at), text.rfind("{", 0, at), 0)
        opened = text[began : began + 1]
        last = self.last
        if last and last.style in ("single", "double") and "\n" in last.span.text and began < last.span.start:
            return self.after_quote(last)
        far = self.source.line_column(at)[0] != self.source.line_column(began)[0]
        colon = self.char == ":" and text[at + 1 : at + 2].isspace()
        closing = "]" if opened == "[" else "}"
        if (far and not (colon and ": " in text[self.start : at])) or at >= len(text):
            hint = f"Put `{closing}` where it ends. If it is part of a text, put the text in quotes."
            return self.report("yaml-unclosed", f"The bracket `{opened}` is never closed.", began, hint=hint)
        return self.inside(opened, at, colon)

    def inside(self, opened: str, at: int, colon: bool = False) -> Diagnostic:
        """A text between brackets that holds signs of YAML."""
        hint = f"Put the text in quotes{self.item_quoted(opened)}."
        if colon:
            return self.report("yaml-colon", _COLON, at, hint=hint)
        pair = "{ }" if opened == "{" else "[ ]"
        message = f"Text inside `{pair}` that contains `[ ]`, `:` or quotes must be in double quotes."
        return self.report("yaml-unclosed", message, at, hint=hint)

    def item_quoted(self, opened: str) -> str:
        """The item between brackets at which the library stopped, with its text in quotes, where it is short."""
        column = self.at - self.start
        key = list(re.finditer(r"(?:^|[{,])\s*([\w-]+:\s+)", self.line[:column]))[-1:] if opened == "{" else []
        start = key[0].end() if key else max(self.line.rfind(sign, 0, column) for sign in "[{,") + 1
        end = _END_OF_ITEM.get(opened, _END_OF_ITEM["["]).search(self.line, column)
        value = self.line[start : end.start() if end else len(self.line)].strip()
        name, mark = key[0][1] if key else "", _mark(value)
        return f": `{name}{mark}{value}{mark}`" if mark and len(name + value) <= 60 else ""

    def no_content(self) -> Diagnostic | None:
        """A value is missing, or begins with a closing bracket or a comma."""
        if self.at >= len(self.text.rstrip()) and self.in_flow:
            return self.bracket()
        if self.char in ("]", "}", ","):
            start, value, _ = self.value(self.at)
            if start == self.at or not value.startswith(("[", "{")):
                return self.text_start(self.at)
            hint = "Remove a comma too many, or put a text with brackets or commas in quotes."
            return self.report("yaml-syntax", f"Something is missing before this `{self.char}`.", self.at, hint=hint)
        above = self.above(self.at)[1]
        if above.strip(" -") or "-" not in above:
            return None
        return self.indentation(
            "What belongs to the `-` above must be on its line, or further right.",
            "Write the first word right after the `- `, and the rest of the item below that word.",
        )


# The words of libyaml, and after `|` those of the parser in Python, which replaces it where it is missing.
_COMPLAINTS: tuple[tuple[str, Callable[[_Mistake], Diagnostic | None]], ...] = (
    (r"tab character|cannot start any token", _Mistake.tab),
    (r"nesting depth", lambda found: too_deep(Span(found.source, found.at, found.at + 1))),
    (r"cannot start any token", _Mistake.reserved),
    (r"scanning an (alias|anchor)", _Mistake.alias),
    (r"(scanning|parsing) a tag|undefined tag|tag handle", lambda found: found.text_start(found.began)),
    (r"mapping values are not allowed", _Mistake.no_colon_here),
    (
        r"quoted scalar / found unexpected (end|document)|in double-quoted scalar / found unexpected",
        _Mistake.open_quote,
    ),
    (r"quoted.scalar / found (unknown|invalid)|double-quoted scalar / |parsing a quoted scalar", _Mistake.escape),
    (r"',' or '[\]}]'", _Mistake.bracket),
    (r"node content", _Mistake.no_content),
    (r"block mapping / (did not find expected key|expected <block end>)", _Mistake.no_key),
    (r"could not find expected ':'", _Mistake.no_colon),
    (r"'-' indicator|block (collection|sequence) / expected <block end>", _Mistake.no_dash),
    (r"<document start>", _Mistake.second_root),
    (r"sequence entries are not allowed", _Mistake.dash),
    (r"mapping keys are not allowed", lambda found: found.text_start(found.at)),
    (r"scanning a block scalar", lambda found: found.text_start(found.began)),
)


def _mark(text: str) -> str:
    """The quotation mark in which a text can be put as it is."""
    return next((mark for mark in "\"'" if mark not in text and (mark == "'" or "\\" not in text)), "")


def _cut(text: str) -> str:
    """The beginning of a text that is too long to be shown."""
    text = text.strip()
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _after_key(line: str) -> int:
    """Where the value begins on a line: after indentation, dashes, and a key with its colon. In linear time."""
    dashes = _DASHES.match(line)
    at = dashes.end() if dashes else 0
    first = line[at : at + 1]
    if first in ("[", "{", "&", "*", "!", "|", ">", "#", ""):
        return at
    from_here = line.find(first, at + 1) + 1 if first in ('"', "'") else at
    colon = (line + " ").find(": ", from_here)
    if colon < 0 or (first in ('"', "'") and line[from_here:colon].strip(" ")):
        return at
    return len(line) - len(line[colon + 1 :].lstrip(" "))
