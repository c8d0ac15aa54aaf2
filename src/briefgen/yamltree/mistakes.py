"""What the YAML library complains of, in the words of the person who made the mistake, and how to mend it.

The library says where it stopped, which is often not where the mistake is. Each function here knows one complaint,
looks at the lines around it for the frequent mistakes behind it, and points at those.
"""

import re
from collections.abc import Callable

from briefgen.diagnostic import Diagnostic, error
from briefgen.source import SourceFile
from briefgen.yamltree import text_starts
from briefgen.yamltree.build import too_deep
from briefgen.yamltree.nodes import Scalar
from briefgen.yamltree.scene import TIGHT_COLON, Scene, SyntaxFault

_TIGHT_DASH = re.compile(r"[ ]*(?:-[ ]+)*(-)[^\s-]")
_LEFT_BY_GIT = re.compile(r"^<{7} [^\n]*", re.MULTILINE)
_ODD_SPACE = re.compile(r"^ *([\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
_EQUALS = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*([ ]*=[ ]*)\S")


def explain(source: SourceFile, fault: SyntaxFault, last: Scalar | None) -> Diagnostic:
    """The diagnostic for a syntax error. `last` is the scalar that was read last."""
    scene = Scene(source, fault, last)
    if (left := _LEFT_BY_GIT.search(source.text)) and "\n>>>>>>> " in source.text[left.end() :]:
        return _two_versions(scene, left)
    if odd := _odd_spaces(scene):
        return odd
    words = f"{fault.context} / {fault.problem}"
    for pattern, speak in _COMPLAINTS:
        if re.search(pattern, words):
            return speak(scene)
    return _plainly(scene)


def _two_versions(scene: Scene, left: re.Match[str]) -> Diagnostic:
    return error(
        "yaml-syntax",
        "Two people changed the same lines, and git has left both versions here, one below the other.",
        scene.span(left.start(), left.end()),
        "Keep one of them, or make one of both; then delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
    )


def _odd_spaces(scene: Scene) -> Diagnostic | None:
    """A line shortly above the complaint is indented with spaces that YAML takes for letters."""
    end = scene.fault.at + 1
    start = scene.line_of(scene.fault.at)[0]
    for _ in range(2):
        start = max(0, scene.source.text.rfind("\n", 0, max(0, start - 1)) + 1)
    found = _ODD_SPACE.search(scene.source.text, start, end)
    if not found:
        return None
    return error(
        "yaml-indentation",
        "This line is indented with no-break spaces, which YAML takes for letters.",
        scene.span(found.start(1), found.end(1)),
        "Replace them by spaces of the space bar; they come from pasting out of Word or a web page.",
    )


def _plainly(scene: Scene) -> Diagnostic:
    words = " ".join(f"{scene.fault.context} {scene.fault.problem}".split())
    return error(
        "yaml-syntax",
        f"This is not YAML: {words}.",
        scene.span(scene.fault.at),
        "Put a text with special characters in quotes, or after `>` on lines of its own.",
    )


def _cannot_start(scene: Scene) -> Diagnostic:
    return _tab(scene) if scene.char == "\t" else text_starts.reserved(scene)


def _colon(scene: Scene) -> Diagnostic:
    """A colon with a space where no key may stand."""
    at = scene.fault.at
    start, value, before = scene.value_on(at)
    if value[:1] in ("&", "*", "!"):
        return text_starts.keeps(scene, start)
    if ":" in before and start <= at:
        return error(
            "yaml-colon",
            "This text holds a colon with a space after it, which YAML takes for a key and its value.",
            scene.span(at),
            f"Put the whole text in quotes{text_starts.example(scene, at)}.",
        )
    above_start, above = scene.line_above(at)
    line_start, line = scene.line_of(at)
    if tight := TIGHT_COLON.match(above):
        column = above_start + tight.start(1)
        return error(
            "yaml-colon",
            "A colon after a key needs a space.",
            scene.span(column),
            f"Write `{_cut(above[: tight.end(1)].strip())} {_cut(above[tight.end(1) :].strip())}`.",
        )
    first = line_start + len(line) - len(line.lstrip())
    if equals := _EQUALS.match(above):
        return _equals(scene, above_start, above, equals)
    if above and not re.search(r":(\s|$)", above) and not above.rstrip().endswith(("|", ">", "-")):
        end = above_start + len(above)
        return error(
            "yaml-colon",
            f"This line has no colon, so that YAML reads on into `{_cut(line.strip())}`.",
            scene.span(above_start + len(above) - len(above.lstrip()), end),
            "After a key write `: `; to continue the text above, put that text in quotes or after `>`.",
        )
    if above and scene.stands_out(above_start, first - line_start):
        return _indentation(
            scene,
            "This line is indented less than those right before and behind it.",
            "If it belongs with them, indent it like them.",
            above_start + len(above) - len(above.lstrip()),
        )
    return error(
        "yaml-indentation",
        "This line is indented more than the line above, which already has its value.",
        scene.span(first, at),
        "Indent it like the line above. If it goes on with its text, put the text in quotes or after `>`.",
    )


def _open_quote(scene: Scene) -> Diagnostic:
    quote = scene.source.text[scene.fault.began : scene.fault.began + 1]
    twice = " Within single quotes, an apostrophe is written twice: `it''s`." if quote == "'" else ""
    return error(
        "yaml-unclosed",
        f"The quotation mark `{quote}` that is opened here is never closed.",
        scene.span(scene.fault.began),
        f"Put `{quote}` where the text ends.{twice}",
    )


def _escape(scene: Scene) -> Diagnostic:
    text, at = scene.source.text, scene.fault.at
    while at > scene.fault.began and text[at] != "\\":  # the two parsers stop at different characters of the escape
        at -= 1
    if text[at + 1 : at + 2] in ("x", "u", "U"):
        return error(
            "yaml-escape",
            "This escape does not stand for a character.",
            scene.span(at, min(at + 6, len(text))),
            "Write the character itself.",
        )
    return error(
        "yaml-escape",
        f"Within double quotes, `{text[at : at + 2]}` means nothing.",
        scene.span(at, at + 2),
        "Use single quotes, or write the backslash twice: `\\\\`.",
    )


def _bracket(scene: Scene) -> Diagnostic:
    """A list in `[` `]` or a mapping in `{` `}` does not go on as it should."""
    text, at, began = scene.source.text, scene.fault.at, scene.fault.began
    if text[began : began + 1] not in ("[", "{"):  # at the end of the file, the library forgets where it began
        began = max(text.rfind("[", 0, at), text.rfind("{", 0, at), 0)
    opened = text[began : began + 1]
    far = scene.source.line_column(at)[0] != scene.source.line_column(began)[0]
    second = ": " in text[scene.line_of(at)[0] : at]  # else it belongs to the next key, and the bracket is not closed
    if scene.char == ":" and text[at + 1 : at + 2].isspace() and (second or not far):
        return error(
            "yaml-colon",
            "This text holds a colon with a space after it, which YAML takes for a key and its value.",
            scene.span(at),
            f"Put the text in quotes{text_starts.example_within(scene, at, opened)}.",
        )
    closing = {"[": "]", "{": "}"}.get(opened, "]")
    if far or at >= len(text):
        return error(
            "yaml-unclosed",
            f"The bracket `{opened}` that is opened here is not closed.",
            scene.span(began),
            f"Put `{closing}` where it ends. If `{opened}` is part of a text, put the text in quotes.",
        )
    return error(
        "yaml-unclosed",
        f"Within `{opened}` and `{closing}`, a `,` or `{closing}` is expected here.",
        scene.span(at),
        f"If `{opened}` begins a text, put the whole text in quotes; so too an item with `:`, quotes or "
        "brackets in it.",
    )


def _no_content(scene: Scene) -> Diagnostic:
    """A value is missing, or begins with a closing bracket or a comma."""
    at = scene.fault.at
    if at >= len(scene.source.text.rstrip()) and "flow" in scene.fault.context:
        return _bracket(scene)
    if scene.char not in ("]", "}", ","):
        return _plainly(scene)
    start, value, _ = scene.value_on(at)
    if start == at or not value.startswith(("[", "{")):
        return text_starts.keeps(scene, at)
    return error(
        "yaml-syntax",
        f"Something is missing before this `{scene.char}`.",
        scene.span(at),
        "Remove a comma too many, or put a text with brackets or commas in quotes.",
    )


def _no_key(scene: Scene) -> Diagnostic:
    """Something follows a finished value: after a closing quote or bracket, or on a line that is indented by chance."""
    at, last, text = scene.fault.at, scene.last, scene.source.text
    if last and last.style in ("single", "double") and last.span.end <= at and not text[last.span.end : at].strip(" "):
        return _after_quote(scene, last)
    start, value, _ = scene.value_on(at)
    if start < at and value[:1] in ("[", "{", "*", "&", "!"):
        meaning = {"[": "a list to YAML", "{": "a mapping to YAML"}.get(value[0], "something else to YAML")
        return text_starts.text_start(
            scene, start, f"A value that begins with `{value[0]}` is {meaning}, and here a text goes on after it."
        )
    if last and last.style in ("literal", "folded") and not text[last.span.end : at].strip():
        sign = {"literal": "|", "folded": ">"}.get(last.style, "")
        return _indentation(
            scene,
            f"This line is indented less than the text that begins after `{sign}` on line {last.span.line}.",
            "If it belongs to that text, indent it as the text's first line; else as the key above.",
        )
    if scene.char == "-":
        return _indentation(
            scene,
            "This line begins an item of a list, among lines of `key: value`.",
            "Take its `- ` away; or put it below the key that the list belongs to.",
        )
    return _indentation(
        scene,
        "This line is indented like none of the lines that it could belong to.",
        "Indent it exactly like the keys that it stands beside; spaces only.",
    )


def _after_quote(scene: Scene, last: Scalar) -> Diagnostic:
    quote = scene.source.text[last.span.start]
    if "\n" in last.span.text:
        return error(
            "yaml-unclosed",
            f"The quotation mark `{quote}` that is opened here is only closed on line "
            f"{scene.source.line_column(last.span.end - 1)[0]}, by one that opens another text.",
            scene.span(last.span.start),
            f"Put `{quote}` where the text ends.",
        )
    if quote == "'" and scene.fault.at == last.span.end:
        return error(
            "yaml-unclosed",
            "This apostrophe ends the text that is quoted by `'`.",
            scene.span(last.span.end - 1),
            "Within single quotes write it twice (`it''s`), or put the text in double quotes.",
        )
    other = '"' if quote == "'" else "'"
    return error(
        "yaml-unclosed",
        "The text goes on after its closing quotation mark.",
        scene.span(scene.fault.at),
        f"Put the whole text in the other kind of quotes, `{other}`, or after `>` on lines of its own.",
    )


def _no_colon(scene: Scene) -> Diagnostic:
    start, line = scene.line_of(scene.fault.began)
    span = scene.span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    if tight_dash := _TIGHT_DASH.match(line):
        return _tight_dash(scene, start, line, tight_dash)
    if equals := _EQUALS.match(line):
        return _equals(scene, start, line, equals)
    if tight := TIGHT_COLON.match(line):
        return error(
            "yaml-colon",
            "A colon after a key needs a space.",
            scene.span(start + tight.start(1)),
            f"Write `{_cut(line[: tight.end(1)].strip())} {_cut(line[tight.end(1) :].strip())}`.",
        )
    return error(
        "yaml-colon",
        "This line is no `key: value`, and is not indented as part of the text above.",
        span,
        "If it goes on with the text above, indent it more than that text's key; if it is a key, write `: ` after it.",
    )


def _equals(scene: Scene, start: int, line: str, found: re.Match[str]) -> Diagnostic:
    sign = start + line.index("=", found.start(1))
    return error(
        "yaml-colon",
        "Between a key and its value stands a colon.",
        scene.span(sign),
        f"Write `{_cut(line[: found.start(1)].strip())}: {_cut(line[found.end(1) :].strip())}`.",
    )


def _tight_dash(scene: Scene, start: int, line: str, found: re.Match[str]) -> Diagnostic:
    return error(
        "yaml-syntax",
        "A dash that begins an item of a list needs a space.",
        scene.span(start + found.start(1), start + len(line.rstrip())),
        f"Write `- {_cut(line[found.end(1) :].strip())}`.",
    )


def _no_dash(scene: Scene) -> Diagnostic:
    start, line = scene.line_of(scene.fault.at)
    if tight := _TIGHT_DASH.match(line):
        return _tight_dash(scene, start, line, tight)
    if scene.char == "-":
        return _indentation(
            scene,
            "This item of a list is indented otherwise than the items above.",
            "Begin all items of a list in the same column.",
        )
    return _indentation(
        scene,
        "This line stands within a list, but neither begins an item with `- ` nor stands under the one above.",
        "Begin it with `- `, or indent it exactly like the first word after the `- ` above.",
    )


def _second_root(scene: Scene) -> Diagnostic:
    return _indentation(
        scene,
        "This line begins further left than the first key of the file.",
        "Begin all keys of the outermost level in the first column.",
    )


def _indentation(scene: Scene, message: str, hint: str, at: int | None = None) -> Diagnostic:
    """Of the line on which the library stopped, or of that of another offset."""
    at = scene.fault.at if at is None else at
    start, line = scene.line_of(at)
    return error("yaml-indentation", message, scene.span(at, max(at + 1, start + len(line.rstrip()))), hint)


def _tab(scene: Scene) -> Diagnostic:
    at = scene.source.text.find("\t", scene.fault.at)
    return error(
        "yaml-tab",
        "There is a tab where only spaces may stand.",
        scene.span(at if at >= 0 else scene.fault.at),
        "Indent with spaces: two for each level. A text after `|` may not begin with a tab.",
    )


def _directive(scene: Scene) -> Diagnostic:
    return error(
        "yaml-syntax",
        "A line that begins with `%` is an instruction to YAML; none is needed here.",
        scene.span(scene.fault.began),
        "Remove the line, or put a text that begins with `%` in quotes.",
    )


def _too_deep(scene: Scene) -> Diagnostic:
    """Newer libraries count brackets themselves, and stop before there is a tree."""
    return too_deep(scene.span(scene.fault.at))


def _cut(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


# The words of libyaml, and after `|` those of the parser in Python, which stands in for it where it is missing.
_COMPLAINTS: tuple[tuple[str, Callable[[Scene], Diagnostic]], ...] = (
    (r"tab character", _tab),
    (r"nesting depth", _too_deep),
    (r"cannot start any token", _cannot_start),
    (r"scanning an (alias|anchor)", text_starts.alias),
    (r"(scanning|parsing) a tag|undefined tag|tag handle", text_starts.tag),
    (r"mapping values are not allowed", _colon),
    (r"quoted scalar / found unexpected (end|document)|in double-quoted scalar / found unexpected", _open_quote),
    (r"quoted.scalar / found (unknown|invalid)|double-quoted scalar / |parsing a quoted scalar", _escape),
    (r"',' or '[\]}]'", _bracket),
    (r"node content", _no_content),
    (r"block mapping / (did not find expected key|expected <block end>)", _no_key),
    (r"could not find expected ':'", _no_colon),
    (r"'-' indicator|block (collection|sequence) / expected <block end>", _no_dash),
    (r"<document start>", _second_root),
    (r"sequence entries are not allowed", text_starts.dash),
    (r"mapping keys are not allowed", text_starts.question),
    (r"scanning a block scalar", text_starts.block_header),
    (r"directive|incompatible yaml", _directive),
)
