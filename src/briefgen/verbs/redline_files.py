"""A DOCX that briefgen wrote and another, or a scenario → what changed, before it is written.

A scenario is compared as it would be read back from Word: so what Word does not keep is no change.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic, error
from briefgen.document import Document
from briefgen.ooxml.opening import BRIEF_LIMITS
from briefgen.readers.docx import Read, as_read_back, read
from briefgen.scenario.marking import LABELS, TLP, Scheme, scheme_of
from briefgen.theme import Theme
from briefgen.verbs.compared import Compared, compare, is_docx
from briefgen.verbs.edition import edition
from briefgen.verbs.order import DEFAULT_THEME, Order
from briefgen.verbs.output_name import output_name
from briefgen.verbs.prepare import Prepared, prepare
from briefgen.verbs.themes import find_theme
from briefgen.world import World
from briefgen.world.names import portable


def compared_files(world: World, old: str, new: str, order: Order) -> tuple[Compared | None, list[Diagnostic]]:
    """The redline of two editions of which one at least is a DOCX."""
    found, diagnostics = find_theme(world, order.theme or DEFAULT_THEME)
    if found is None:
        return None, diagnostics
    needless = _needless(order) if is_docx(old) and is_docx(new) else ""
    if needless:
        message = f"`{needless}` says how a scenario is rendered; both editions are Word files, and stay as they are."
        return None, [error("option-for-scenarios", message, hint=f"Leave `{needless}` out, or name a scenario.")]
    files: dict[str, Read] = {}
    for name in dict.fromkeys(each for each in (old, new) if is_docx(each)):
        one = _file(world, name, found.theme)
        if isinstance(one, Diagnostic):
            return None, [one]
        files[name] = one
    rendered: dict[str, Prepared] = {}
    for name in (old, new):
        if name not in files:
            other = next(iter(files.values())).document
            made, told = _rendered(world, name, _like(other, order))
            diagnostics += told
            if made is None:
                return None, diagnostics
            rendered[name] = made
    was, now = (
        files[name].document if name in files else as_read_back(rendered[name].brief.document, found.theme)
        for name in (old, new)
    )
    whole = next(iter(rendered.values()), None)
    document = compare(was, now, scheme_of(whole.loaded.scenario) if whole else _scheme(was, now))
    if new in files:
        return Compared(
            document, portable(Path(new).stem), found.theme, order.paper or files[new].paper, whole
        ), diagnostics
    made = rendered[new]
    named = output_name(made.loaded.name, made.rendering, made.loaded.scenario.language)
    return Compared(document, named, made.theme, made.rendering.page, made), diagnostics


def _file(world: World, name: str, theme: Theme) -> Read | Diagnostic:
    data = world.read_bytes(Path(name), BRIEF_LIMITS.file)
    return data if isinstance(data, Diagnostic) else read(data, world.shown(Path(name)), theme)


def _rendered(world: World, name: str, order: Order) -> tuple[Prepared | None, list[Diagnostic]]:
    with TemporaryDirectory(prefix="briefgen-") as folder:
        where = edition(world, name, Path(folder) / "edition")
        return (None, [where]) if isinstance(where, Diagnostic) else prepare(*where, order)


def _like(file: Document, order: Order) -> Order:
    """The order for a brief of the same kind and in the same language as a file, where nothing else was asked for."""
    named = file.properties.template
    template = named if re.fullmatch(r"[\w-]{1,80}", named) else None  # a name, whoever wrote the file
    return replace(order, template=order.template or template, lang=order.lang or file.lang)


def _needless(order: Order) -> str:
    """The first option that only a scenario can follow."""
    given = {
        "--template": order.template, "--option": order.option, "--audience": order.audience, "--lang": order.lang,
        "--texts": order.texts,
    }  # fmt: skip
    return next((name for name, value in given.items() if value), "")


def _scheme(was: Document, now: Document) -> Scheme:
    """TLP 2.0, where both bear its labels. The order of other labels is in no file."""
    labels = {was.running.marking, now.running.marking} - {""}
    return Scheme("TLP 2.0", TLP) if labels <= set(LABELS) else Scheme("", ())
