"""Which complaint of the YAML library it is, and who knows the mistake behind it."""

import re
from collections.abc import Callable

from briefgen.diagnostic import Diagnostic, error
from briefgen.source import SourceFile
from briefgen.yamltree.build import too_deep
from briefgen.yamltree.mistakes import colons, places, text_starts, unclosed
from briefgen.yamltree.mistakes.scene import Scene, SyntaxFault, plainly
from briefgen.yamltree.nodes import Scalar

_LEFT_BY_GIT = re.compile(r"^<{7} [^\n]*", re.MULTILINE)


def explain(source: SourceFile, fault: SyntaxFault, last: Scalar | None) -> Diagnostic:
    """The diagnostic for a syntax error. `last` is the scalar that was read last."""
    scene = Scene(source, fault, last)
    if (left := _LEFT_BY_GIT.search(source.text)) and "\n>>>>>>> " in source.text[left.end() :]:
        return _two_versions(scene, left)
    if odd := places.odd_spaces(scene):
        return odd
    words = f"{fault.context} / {fault.problem}"
    for pattern, speak in _COMPLAINTS:
        if re.search(pattern, words):
            return speak(scene)
    return plainly(scene)


def _two_versions(scene: Scene, left: re.Match[str]) -> Diagnostic:
    return error(
        "yaml-syntax",
        "Two people changed the same lines, and git has left both versions here, one below the other.",
        scene.span(left.start(), left.end()),
        "Keep one of them, or make one of both; then delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
    )


def _cannot_start(scene: Scene) -> Diagnostic:
    return places.tab(scene) if scene.char == "\t" else text_starts.reserved(scene)


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


# The words of libyaml, and after `|` those of the parser in Python, which stands in for it where it is missing.
_COMPLAINTS: tuple[tuple[str, Callable[[Scene], Diagnostic]], ...] = (
    (r"tab character", places.tab),
    (r"nesting depth", _too_deep),
    (r"cannot start any token", _cannot_start),
    (r"scanning an (alias|anchor)", text_starts.alias),
    (r"(scanning|parsing) a tag|undefined tag|tag handle", text_starts.tag),
    (r"mapping values are not allowed", colons.not_here),
    (r"quoted scalar / found unexpected (end|document)|in double-quoted scalar / found unexpected", unclosed.quote),
    (r"quoted.scalar / found (unknown|invalid)|double-quoted scalar / |parsing a quoted scalar", unclosed.escape),
    (r"',' or '[\]}]'", unclosed.bracket),
    (r"node content", unclosed.no_content),
    (r"block mapping / (did not find expected key|expected <block end>)", places.no_key),
    (r"could not find expected ':'", colons.missing),
    (r"'-' indicator|block (collection|sequence) / expected <block end>", places.no_dash),
    (r"<document start>", places.second_root),
    (r"sequence entries are not allowed", text_starts.dash),
    (r"mapping keys are not allowed", text_starts.question),
    (r"scanning a block scalar", text_starts.block_header),
    (r"directive|incompatible yaml", _directive),
)
