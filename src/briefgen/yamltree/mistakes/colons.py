"""Complaints behind which a colon is missing, is one too many, or stands too close to what follows it."""

import re

from briefgen.diagnostic import Diagnostic, error
from briefgen.yamltree.mistakes import places, signs, text_starts
from briefgen.yamltree.mistakes.scene import TIGHT_COLON, Scene, cut

_NEXT_KEY = re.compile(r"[,;][ ]+([A-Za-z_][\w-]*)$")
_EQUALS = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*([ ]*=[ ]*)\S")


def not_here(scene: Scene) -> Diagnostic:
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
            _put_apart(scene, at),
        )
    above_start, above = scene.line_above(at)
    line_start, line = scene.line_of(at)
    if tight := TIGHT_COLON.match(above):
        return _tight(scene, above_start, above, tight)
    if close := places.tight_dash(scene, above_start, above) or signs.foreign(scene, above_start, above):
        return close
    first = line_start + len(line) - len(line.lstrip())
    if equals := _EQUALS.match(above):
        return _equals(scene, above_start, above, equals)
    if above and not re.search(r":(\s|$)", above) and not above.rstrip().endswith(("|", ">", "-")):
        end = above_start + len(above)
        return error(
            "yaml-colon",
            f"This line has no colon, so that YAML reads on into `{cut(line.strip())}`.",
            scene.span(above_start + len(above) - len(above.lstrip()), end),
            "After a key write `: `; to continue the text above, put that text in quotes or after `>`.",
        )
    if above and scene.stands_out(above_start, first - line_start):
        return places.indentation(
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


def missing(scene: Scene) -> Diagnostic:
    """A line that is no `key: value`."""
    start, line = scene.line_of(scene.fault.began)
    span = scene.span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    below_block = signs.left_of_block(scene, start, line)
    if close := places.tight_dash(scene, start, line) or signs.foreign(scene, start, line) or below_block:
        return close
    if equals := _EQUALS.match(line):
        return _equals(scene, start, line, equals)
    if tight := TIGHT_COLON.match(line):
        return _tight(scene, start, line, tight)
    return error(
        "yaml-colon",
        "This line is no `key: value`, and is not indented as part of the text above.",
        span,
        "If it goes on with the text above, indent it more than that text's key; if it is a key, write `: ` after it. "
        "Begin a remark with `# `.",
    )


def _put_apart(scene: Scene, at: int) -> str:
    """What to do with a colon within a text: to quote the text; or to part two keys on one line."""
    start, line = scene.line_of(at)
    quotes = f"ut the whole text in quotes{text_starts.example(scene, at)}."
    if found := _NEXT_KEY.search(line[: at - start]):
        return f"If `{found[1]}` is a key, begin a line of its own with it. Else p{quotes}"
    return f"P{quotes}"


def _tight(scene: Scene, start: int, line: str, tight: re.Match[str]) -> Diagnostic:
    """A key with something right behind its colon: its value, or a space that is none to YAML."""
    colon, rest = start + tight.start(1), line[tight.end(1) :]
    written = f"Write `{cut(line[: tight.end(1)].strip())} {cut(rest.strip())}`"
    if rest[:1].isspace():
        return error(
            "yaml-colon",
            f"Behind this colon stands a space (U+{ord(rest[0]):04X}) that YAML takes for a letter.",
            scene.span(colon, colon + 2),
            f"{written}, with a space of the space bar; the other one comes from pasting.",
        )
    return error("yaml-colon", "A colon after a key needs a space.", scene.span(colon), f"{written}.")


def _equals(scene: Scene, start: int, line: str, found: re.Match[str]) -> Diagnostic:
    sign = start + line.index("=", found.start(1))
    return error(
        "yaml-colon",
        "Between a key and its value stands a colon.",
        scene.span(sign),
        f"Write `{cut(line[: found.start(1)].strip())}: {cut(line[found.end(1) :].strip())}`.",
    )
