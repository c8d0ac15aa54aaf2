"""Where themes and reference documents are found: among the shipped ones, or in a file of the user."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.commands.options import DEFAULT_THEME, RenderOptions
from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.core.report import Report
from briefgen.core.source import SourceFile
from briefgen.core.suggestions import did_you_mean
from briefgen.io.filesystem import World
from briefgen.theme import Theme, read, shipped


class Found(msgspec.Struct, frozen=True):
    """A theme with its file."""

    theme: Theme
    file: SourceFile


def find_theme(report: Report, world: World, name: str, own: Path | None = None) -> Found | None:
    """The theme of a name, which may be the path of a YAML file; or the one in the file `own`.

    A file of the user need only contain what differs from the shipped theme `plain`."""
    themes = shipped()
    if own is None and name.endswith((".yaml", ".yml")):
        source = world.read(Path(name))
    elif own is not None:
        source = world.around(own).read(own)
    elif name in themes:
        return _read(report, World(world.cwd).read(themes[name]), None)
    else:
        hint = did_you_mean(name, themes) or "There are: " + ", ".join(sorted(themes)) + "."
        report.add(error("unknown-theme", f"There is no theme `{name}`.", hint=hint))
        return None
    base = _read(report, World(world.cwd).read(themes["plain"]), None)
    return _read(report, source, base.theme) if base else None


def _read(report: Report, source: SourceFile | Diagnostic, base: Theme | None) -> Found | None:
    if isinstance(source, Diagnostic):
        report.add(source)
        return None
    theme, faults = read(source, base)
    report.extend(faults)
    return Found(theme, source) if theme else None


def with_reference_document(report: Report, world: World, options: RenderOptions) -> RenderOptions:
    """The options with the reference document read once for all briefs in Word; without it if it cannot be read.

    It is the one asked for or, if there is none, the one that the theme names.
    """
    if "docx" not in options.formats:
        return replace(options, reference=None)
    found = find_theme(Report(), world, options.theme or DEFAULT_THEME)  # its faults are reported where it is used
    theme, path = found.theme if found else None, options.reference
    if path is None and theme is not None and theme.reference:
        path = Path(options.theme or "").parent / theme.reference
    if path is None or theme is None:
        return replace(options, reference=None)
    from briefgen.docx import reference  # 100 ms, only for a reference document

    options, name = replace(options, reference=path), world.shown(path)
    data = world.read_bytes(path, reference.MAX_BYTES)
    if isinstance(data, Diagnostic):
        report.add(data)
        return options
    document, faults = reference.read_reference(data, name)
    report.extend(faults)
    if document is None:
        return options
    if document.omitted:
        message = f"Not carried over into briefs: {', '.join(document.omitted)}."
        hint = "Take it out of the file, if it is not needed there either."
        report.add(warning("house-style-left-behind", message, file=name, hint=hint))
    if options.embed_fonts:
        hint = "In Word, “Embed fonts in the file” is among the options for saving."
        report.add(
            warning("fonts-of-house-style", "The fonts of a house style are not embedded.", file=name, hint=hint)
        )
    if made := reference.missing_styles(theme, document):
        number = f"{len(made)} styles that a brief uses are" if len(made) > 1 else "A style that a brief uses is"
        message = f"{number} not in it and made to suit: {', '.join(made)}."
        hint = "`briefgen reference` writes a file that has them all."
        report.add(Diagnostic("info", "house-style-completed", message, file=name, hint=hint))
    return replace(options, reference_document=document)
