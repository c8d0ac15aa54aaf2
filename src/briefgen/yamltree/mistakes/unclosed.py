"""Complaints behind which a quotation mark or a bracket is not closed, or closed too soon."""

from briefgen.diagnostic import Diagnostic, error
from briefgen.yamltree.mistakes import text_starts
from briefgen.yamltree.mistakes.scene import Scene, plainly
from briefgen.yamltree.nodes import Scalar


def quote(scene: Scene) -> Diagnostic:
    """A quotation mark that nothing closes."""
    sign = scene.source.text[scene.fault.began : scene.fault.began + 1]
    twice = " Within single quotes, an apostrophe is written twice: `it''s`." if sign == "'" else ""
    return error(
        "yaml-unclosed",
        f"The quotation mark `{sign}` that is opened here is never closed.",
        scene.span(scene.fault.began),
        f"Put `{sign}` where the text ends.{twice}",
    )


def after_quote(scene: Scene, last: Scalar) -> Diagnostic:
    """Something behind the quotation mark that closes a text."""
    sign = scene.source.text[last.span.start]
    if "\n" in last.span.text:
        return error(
            "yaml-unclosed",
            f"The quotation mark `{sign}` that is opened here is only closed on line "
            f"{scene.source.line_column(last.span.end - 1)[0]}, by one that opens another text.",
            scene.span(last.span.start),
            f"Put `{sign}` where the text ends.",
        )
    rest = scene.source.text[scene.fault.at :].partition("\n")[0]
    if rest.partition("#")[0].strip() in (",", ";"):
        return error(
            "yaml-unclosed",
            f"After this text, a `{rest[0]}` is one sign too many.",
            scene.span(scene.fault.at),
            "Take it away: a value ends with its line.",
        )
    if sign == "'" and scene.fault.at == last.span.end:
        return error(
            "yaml-unclosed",
            "This apostrophe ends the text that is quoted by `'`.",
            scene.span(last.span.end - 1),
            "Within single quotes write it twice (`it''s`), or put the text in double quotes.",
        )
    other = '"' if sign == "'" else "'"
    return error(
        "yaml-unclosed",
        "The text goes on after its closing quotation mark.",
        scene.span(scene.fault.at),
        f"Put the whole text in the other kind of quotes, `{other}`, or after `>` on lines of its own.",
    )


def escape(scene: Scene) -> Diagnostic:
    """A backslash within double quotes that means nothing."""
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
        "Use single quotes, or write the backslash twice: `\\\\`. In a path, write `/`.",
    )


def bracket(scene: Scene) -> Diagnostic:
    """A list in `[` `]` or a mapping in `{` `}` does not go on as it should."""
    text, at, began = scene.source.text, scene.fault.at, scene.fault.began
    if text[began : began + 1] not in ("[", "{"):  # at the end of the file, the library forgets where it began
        began = max(text.rfind("[", 0, at), text.rfind("{", 0, at), 0)
    opened = text[began : began + 1]
    last = scene.last
    if last and last.style in ("single", "double") and "\n" in last.span.text and began < last.span.start:
        return after_quote(scene, last)
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


def no_content(scene: Scene) -> Diagnostic:
    """A value is missing, or begins with a closing bracket or a comma."""
    at = scene.fault.at
    if at >= len(scene.source.text.rstrip()) and "flow" in scene.fault.context:
        return bracket(scene)
    if scene.char not in ("]", "}", ","):
        return _below_dash(scene) or plainly(scene)
    start, value, _ = scene.value_on(at)
    if start == at or not value.startswith(("[", "{")):
        return text_starts.keeps(scene, at)
    return error(
        "yaml-syntax",
        f"Something is missing before this `{scene.char}`.",
        scene.span(at),
        "Remove a comma too many, or put a text with brackets or commas in quotes.",
    )


def _below_dash(scene: Scene) -> Diagnostic | None:
    """A `-` alone on its line, with its item below it and no further right."""
    above = scene.line_above(scene.fault.at)[1]
    if above.strip(" -") or "-" not in above:
        return None
    start, line = scene.line_of(scene.fault.at)
    return error(
        "yaml-indentation",
        "What belongs to the `-` above stands on its line, or further right.",
        scene.span(scene.fault.at, start + len(line.rstrip())),
        "Write the first word right after the `- `, and the rest of the item below that word.",
    )
