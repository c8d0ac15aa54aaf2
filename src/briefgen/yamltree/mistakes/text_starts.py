"""Texts that begin with a character that means something else to YAML: `[@id]`, `*emphasis*`, `@`, `%`, `- `."""

import re

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.yamltree.mistakes.scene import Scene

_KEY = re.compile(r"[\w-]+:[ ]+")
_AN_ID = re.compile(r"@[a-z0-9]+(?:-[a-z0-9]+)*:?[ ]*$", re.MULTILINE)


def text_start(scene: Scene, start: int, what: str) -> Diagnostic:
    """A text begins with a character that means something else to YAML."""
    return error("yaml-text-start", what, scene.span(start), f"Put the whole text in quotes{example(scene, start)}.")


def example(scene: Scene, at: int) -> str:
    """The line as it should be, where it is whole and short enough to show; else the other way to write it."""
    _, value, before = scene.value_on(at)
    shown = before.strip()
    value = value if value[:1] in ("'", '"') else value.partition(" #")[0].rstrip()
    if not value or len(value) + len(shown) > 60 or scene.goes_on(at):
        return ", or after `>` on lines of its own"
    if '"' not in value and "\\" not in value:
        return f': `{shown} "{value}"`' if shown else f': `"{value}"`'
    if "'" not in value:
        return f": `{shown} '{value}'`" if shown else f": `'{value}'`"
    return ", or after `>` on lines of its own"


def example_within(scene: Scene, at: int, opened: str) -> str:
    """As `example`, for the text of one item between brackets."""
    line_start, line = scene.line_of(at)
    column = at - line_start
    start = max(line.rfind(sign, 0, column) for sign in "{[,") + 1
    ends = [end for sign in "}]," if (end := line.find(sign, column)) >= 0]
    item = line[start : min(ends, default=len(line))].strip()
    key = _KEY.match(item) if opened == "{" else None
    text = item[key.end() :] if key else item
    mark = next((mark for mark in "\"'" if mark not in text and "\\" not in text), "")
    return f": `{key[0] if key else ''}{mark}{text}{mark}`" if mark and len(item) <= 60 else ""


def reserved(scene: Scene) -> Diagnostic:
    """A text, or a value that is taken for a list, begins with `@`, `%` or a backtick."""
    at, char = scene.fault.at, scene.char
    start, value, _ = scene.value_on(at)
    if char == "@" and value.startswith("[") and start < at:
        ids = ", ".join(re.findall(r"@([\w-]+)", value)) if re.fullmatch(r"\[[@\w\s,;-]+\]", value) else ""
        found = text_start(
            scene, start, "A value that begins with `[` is a list to YAML; a text with a citation is not."
        )
        return msgspec.structs.replace(found, hint=f"{found.hint} For a list of ids: `[{ids}]`.") if ids else found
    kept = keeps(scene, at)
    if char == "@" and _AN_ID.match(scene.source.text, at):
        hint = f"{kept.hint} If it is an id, leave the `@` out: only citations have it."
        return msgspec.structs.replace(kept, hint=hint)
    return kept


def keeps(scene: Scene, start: int) -> Diagnostic:
    """A text begins with a character that YAML keeps for itself."""
    char = scene.source.text[start : start + 1]
    sign = "a backtick" if char == "`" else f"`{char}`"
    return text_start(scene, start, f"A text cannot begin with {sign}: YAML keeps that character for itself.")


def alias(scene: Scene) -> Diagnostic:
    """A text begins with `*` or `&`: emphasis, or a Markdown list."""
    start = scene.fault.began
    char = scene.source.text[start : start + 1]
    if scene.source.text[start : start + 2] == "* ":
        return error(
            "yaml-text-start",
            "A list within a text is Markdown, and YAML has to be told so.",
            scene.span(start),
            "Put `|` after the key, with the list indented on the lines below. In a list of names or ids, write `- ` "
            "for `* `.",
        )
    means = "repeats something named elsewhere" if char == "*" else "gives a name to what follows"
    return text_start(scene, start, f"A text cannot begin with `{char}`: to YAML that {means}.")


def tag(scene: Scene) -> Diagnostic:
    """A text begins with `!`."""
    return text_start(scene, scene.fault.began, "A text cannot begin with `!`: to YAML that is a tag.")


def dash(scene: Scene) -> Diagnostic:
    """A text begins with a dash, or a list on the line of its key."""
    return error(
        "yaml-text-start",
        "A text cannot begin with `- `, and a list begins on a line of its own.",
        scene.span(scene.fault.at),
        "Put the text in quotes; or move the list to the next lines, each item after `- `.",
    )


def question(scene: Scene) -> Diagnostic:
    """A text begins with a question mark and a space."""
    return text_start(scene, scene.fault.at, "A text cannot begin with `? `: to YAML that is a key.")


def block_header(scene: Scene) -> Diagnostic:
    """A text goes on, on the line of its `|` or `>`."""
    sign = scene.source.text[scene.fault.began : scene.fault.began + 1]
    return error(
        "yaml-text-start",
        f"After `{sign}` the text begins on the next line.",
        scene.span(scene.fault.at),
        f"Move the text to the next line, indented; or put it in quotes if `{sign}` is part of it.",
    )
