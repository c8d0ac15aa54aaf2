"""Template, context, frame → document."""

from collections.abc import Mapping
from types import TracebackType

from briefgen.core.diagnostic import Diagnostic, error, in_order
from briefgen.core.source import Span
from briefgen.core.suggestions import did_you_mean
from briefgen.document import Document
from briefgen.document.transform import transform
from briefgen.template import environment
from briefgen.template.environment import OUTPUT, Budget, Holes, Place, Rendered, TooLarge, read
from briefgen.template.loading import of_line, of_word
from briefgen.template.model import Composed, Frame, Template
from briefgen.template.notes import NoteNumbering, UnknownAnchor, with_end_notes
from briefgen.template.numbering import Numbering
from briefgen.template.page import Page
from briefgen.template.values import Filler


def compose(template: Template, context: Mapping[str, object], frame: Frame) -> Composed:
    """The document that a template makes from the values of a context. Never raises on what an author wrote."""
    rendered, fault = _rendered(template, context, frame)
    if fault:
        return Composed(Document(frame.lang, frame.properties, frame.running, ()), (fault,))
    page = Page(rendered, template.files, Filler(frame.lang, frame.locale))
    blocks = page.blocks(rendered.text, 0)
    numbering = Numbering(frame.locale)
    blocks = numbering.blocks(blocks)
    notes = NoteNumbering(frame, numbering.words)
    blocks = with_end_notes(transform(blocks, text=notes.text), notes.end_notes())
    document = Document(frame.lang, frame.properties, frame.running, blocks, notes.notes())
    unknown = [_unknown_anchor(template, each, numbering.words) for each in notes.unknown]
    return Composed(document, tuple(in_order([*page.faults, *unknown])), tuple(dict.fromkeys(notes.findings)))


def _rendered(template: Template, context: Mapping[str, object], frame: Frame
              ) -> tuple[Rendered, Diagnostic | None]:  # fmt: skip
    """The output of Jinja, or its error."""
    budget = Budget()
    holes = Holes(budget)
    jinja = environment.for_rendering(template.codes, holes, budget, frame, context)
    main = jinja.get_template(template.name)
    output: list[str] = []
    size = 0
    nothing = Rendered("", (Place(0, 1),))
    try:
        for piece in main.root_render_func(main.new_context()):
            size += len(piece)
            if size > OUTPUT:
                raise TooLarge
            output.append(piece)
    except (TooLarge, RecursionError, MemoryError) as fault:
        return nothing, _too_large(template, fault.__traceback__)
    except Exception as fault:  # noqa: BLE001  (whatever an expression in a template can raise is the template's fault)
        return nothing, _failed(template, fault)
    return read("".join(output), holes.values), None


def _too_large(template: Template, traceback: TracebackType | None) -> Diagnostic:
    span = _span(template, traceback)
    return error("template-too-large", "The template makes more than a brief can hold.", span,
                 f"The bound is {OUTPUT:,} characters and steps; look for loops in loops.")  # fmt: skip


def _failed(template: Template, fault: Exception) -> Diagnostic:
    message = str(fault).rstrip(".").split("\n")[0] or type(fault).__name__
    return error("template-failed", f"The template fails here: {message}.", _span(template, fault.__traceback__))


def _span(template: Template, traceback: TracebackType | None) -> Span:
    """The innermost line of a template in a traceback."""
    found = template.name, 1
    while traceback:
        jinja = traceback.tb_frame.f_globals.get("__jinja_template__")
        if jinja is not None and jinja.name in template.codes:
            found = jinja.name, jinja.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    file, line = found
    return of_line(template.files[file], line)


def _unknown_anchor(template: Template, unknown: UnknownAnchor, known: Mapping[str, str]) -> Diagnostic:
    file = template.files.get(unknown.origin.template, template.files[template.name])
    hint = did_you_mean(unknown.anchor, known) or "Give it with {anchor=…} behind a heading or a caption."
    span = of_word(file, unknown.origin.line, unknown.anchor)
    return error("template-unknown-anchor", f"Nothing in the brief has the anchor `{unknown.anchor}`.", span, hint)
