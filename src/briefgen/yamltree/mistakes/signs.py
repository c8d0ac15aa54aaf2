"""Lines that begin with a sign of another language: a bullet, a remark of HTML, a rule of Markdown."""

import re

from briefgen.diagnostic import Diagnostic, error
from briefgen.yamltree.mistakes.scene import Scene, cut

_BULLET = re.compile(r"[ ]*(?:-[ ]+)*([•·‣▪●○◦]|[–—*](?=[ \u00a0\t]))[ \u00a0\t]*")
_REMARK = re.compile(r"[ ]*(//+|/\*|<!--|%|;|--[ ])")
_RULER = re.compile(r"[ ]*([-=_*~.+]{4,})[ ]*$")
_BLOCK = re.compile(r":[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$")


def foreign(scene: Scene, start: int, line: str) -> Diagnostic | None:
    """What is wrong with the line that begins at an offset, if it begins with such a sign."""
    if found := _BULLET.match(line):
        return error(
            "yaml-syntax",
            f"`{found[1]}` begins no item of a list; a hyphen with a space does.",
            scene.span(start + found.start(1)),
            f"Write `- {cut(line[found.end() :].strip())}`.",
        )
    if found := _REMARK.match(line):
        return error(
            "yaml-syntax",
            f"`{found[1].strip()}` begins no comment here; `#` does.",
            scene.span(start + found.start(1), start + found.end(1)),
            "Begin the line with `# `, or take it out.",
        )
    if found := _RULER.match(line):
        return error(
            "yaml-syntax",
            "A line of signs parts nothing in YAML.",
            scene.span(start + found.start(1), start + found.end(1)),
            "Take the line out, or begin it with `# `.",
        )
    return None


def left_of_block(scene: Scene, start: int, line: str) -> Diagnostic | None:
    """What is wrong with a line right below the `|` or `>` of its text, where it is not indented."""
    above = scene.line_above(start)[1]
    if not _BLOCK.search(above):
        return None
    sign = "|" if "|" in above.rpartition(":")[2] else ">"
    return error(
        "yaml-indentation",
        f"A text after `{sign}` is indented further than its key.",
        scene.span(start, start + len(line.rstrip())),
        "Put two spaces more before each line of the text than its key has.",
    )
