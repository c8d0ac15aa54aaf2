"""Complaints behind which a line stands in the wrong column, or behind something other than spaces."""

import re

from briefgen.diagnostic import Diagnostic, error
from briefgen.yamltree.mistakes import text_starts, unclosed
from briefgen.yamltree.mistakes.scene import Scene, cut

_TIGHT_DASH = re.compile(r"[ ]*(?:-[ ]+)*(-)[^\s-]")
_END = re.compile(r"^\.\.\.(?=[ \t\r]*$)", re.MULTILINE)
_ODD_SPACE = re.compile(r"^ *([\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)


def no_key(scene: Scene) -> Diagnostic:
    """Something follows a finished value: after a closing quote or bracket, or on a line that is indented by chance."""
    at, last, text = scene.fault.at, scene.last, scene.source.text
    if last and last.style in ("single", "double") and last.span.end <= at and not text[last.span.end : at].strip(" "):
        return unclosed.after_quote(scene, last)
    start, value, _ = scene.value_on(at)
    if start < at and value[:1] in ("[", "{", "*", "&", "!"):
        meaning = {"[": "a list to YAML", "{": "a mapping to YAML"}.get(value[0], "something else to YAML")
        return text_starts.text_start(
            scene, start, f"A value that begins with `{value[0]}` is {meaning}, and here a text goes on after it."
        )
    if last and last.style in ("literal", "folded") and not text[last.span.end : at].strip():
        sign = {"literal": "|", "folded": ">"}.get(last.style, "")
        return indentation(
            scene,
            f"This line is indented less than the text that begins after `{sign}` on line {last.span.line}.",
            "If it belongs to that text, indent it as the text's first line; else as the key above.",
        )
    if scene.char == "-":
        return indentation(
            scene,
            "This line begins an item of a list, among lines of `key: value`.",
            "Take its `- ` away; or put it below the key that the list belongs to.",
        )
    above_start, above = scene.line_above(at)
    if above and scene.stands_out(above_start, scene.column(at)):
        return indentation(
            scene,
            "This line is indented less than those right before and behind it.",
            "If it belongs with them, indent it like them.",
            above_start + len(above) - len(above.lstrip()),
        )
    return indentation(
        scene,
        "This line is indented like none of the lines that it could belong to.",
        "Indent it exactly like the keys that it stands beside; spaces only.",
    )


def no_dash(scene: Scene) -> Diagnostic:
    """A line within a list that begins no item of it."""
    start, line = scene.line_of(scene.fault.at)
    if close := tight_dash(scene, start, line):
        return close
    if scene.char == "-":
        return indentation(
            scene,
            "This item of a list is indented otherwise than the items above.",
            "Begin all items of a list in the same column.",
        )
    return indentation(
        scene,
        "This line stands within a list, but neither begins an item with `- ` nor stands under the one above.",
        "Begin it with `- `, or indent it exactly like the first word after the `- ` above.",
    )


def second_root(scene: Scene) -> Diagnostic:
    """A key further left than the first one of the file; or what follows after the end of the file."""
    ends = [found.start() for found in _END.finditer(scene.source.text, 0, scene.fault.at)]
    if ends:
        return error(
            "yaml-syntax",
            "`...` ends the file, and more follows.",
            scene.span(ends[-1], ends[-1] + 3),
            "Take the line out.",
        )
    return indentation(
        scene,
        "This line begins further left than the first key of the file.",
        "Begin all keys of the outermost level in the first column.",
    )


def tab(scene: Scene) -> Diagnostic:
    """A tab before the text of a line."""
    at = scene.source.text.find("\t", scene.fault.at)
    return error(
        "yaml-tab",
        "There is a tab where only spaces may stand.",
        scene.span(at if at >= 0 else scene.fault.at),
        "Indent with spaces: two for each level. A text after `|` may not begin with a tab.",
    )


def odd_spaces(scene: Scene) -> Diagnostic | None:
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


def tight_dash(scene: Scene, start: int, line: str) -> Diagnostic | None:
    """A dash with no space behind it, on the line that begins at an offset, if there is one."""
    found = _TIGHT_DASH.match(line)
    if found is None:
        return None
    return error(
        "yaml-syntax",
        "A dash that begins an item of a list needs a space.",
        scene.span(start + found.start(1), start + len(line.rstrip())),
        f"Write `- {cut(line[found.end(1) :].strip())}`.",
    )


def indentation(scene: Scene, message: str, hint: str, at: int | None = None) -> Diagnostic:
    """Of the line on which the library stopped, or of that of another offset."""
    at = scene.fault.at if at is None else at
    start, line = scene.line_of(at)
    return error("yaml-indentation", message, scene.span(at, max(at + 1, start + len(line.rstrip()))), hint)
