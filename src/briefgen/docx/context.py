"""Constants of one document while it is written: options, theme, page, and the bookmarks of its anchors."""

import re
from collections.abc import Iterable, Mapping
from itertools import count
from typing import TYPE_CHECKING

import msgspec

from briefgen.document import Document, Figure, Note, NoteMark, Table
from briefgen.document.anchors import anchors, citation, with_notes_first
from briefgen.document.walk import names_pages, note_marks, walk
from briefgen.docx.numbering import Numbers
from briefgen.docx.theme_styles import ThemeInks, indents, paragraph_styles, spaces, theme_inks
from briefgen.docx.units import twips
from briefgen.layout import WORD_PROCESSOR, WideTables, paginate
from briefgen.locale import tied
from briefgen.theme import PAPERS, PaperName, Theme

if TYPE_CHECKING:
    from briefgen.docx.reference.opening import ReferenceDocument


class ReviewOptions(msgspec.Struct, frozen=True):
    """Options of a brief that reviewers edit in Word and return."""

    option: str = ""
    """The id of the one option that it is about."""
    audience: str = ""
    """The id of the audience that it is for."""
    paths: Mapping[str, str] = {}
    """The path of a field → its name in the file."""


class WordOptions(msgspec.Struct, frozen=True):
    """Options of DOCX files only."""

    reference: "ReferenceDocument | None" = None
    """The reference document with the house style."""
    pages: Mapping[str, int] | None = None
    """Anchor → page as a word processor found it, instead of our layout."""
    embed_fonts: bool = False
    """The file contains the fonts, for machines without them."""
    review: ReviewOptions | None = None
    """Authored text is in content controls, changes are tracked, and the file contains its original state."""


# Anchors of the document → names of bookmarks in Word, and the labels of captions that have one of their own.
#
# Word takes 40 characters at most, letters, digits and underscores, without regard to case; a leading
# underscore hides a bookmark from the list that people see.

_CITATION = re.compile(r"cite-(\d+)-(\d+)")
_LONGEST = 32


def bookmark_names(document: Document, marks: Iterable[NoteMark] | None = None) -> dict[str, str]:
    """Anchor → name of its bookmark, unlike any other: `gaps` → `_gaps`, `cite-3-1` → `_Cite3_1`. `marks`: those of the
    document, if known."""
    all_anchors = [
        citation(mark.number, mark.occurrence) for mark in (note_marks(document) if marks is None else marks)
    ]
    all_anchors += anchors(document.blocks)
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for anchor in all_anchors:
        if not anchor or anchor in names:
            continue
        plain = _CITATION.sub(r"Cite\1_\2", anchor)
        name = stem = "_" + re.sub(r"[^A-Za-z0-9]+", "_", plain)[:_LONGEST]
        while name.lower() in taken:
            taken[stem.lower()] += 1
            name = f"{stem}_{taken[stem.lower()]}"
        taken[name.lower()] = 1
        names[anchor] = name
    return names


class Label(msgspec.Struct, frozen=True):
    """The label at an anchor, as the caption shows it, and the name of the bookmark around it."""

    shown: str
    bookmark: str


def labels(document: Document, bookmarks: Mapping[str, str]) -> dict[str, Label]:
    """Anchor → label of the first caption there. The names are unlike those of the anchors.

    Word's own begin with `_Ref`, by which its cross-reference dialogue recognises them.
    """
    taken = {name.lower() for name in bookmarks.values()}
    names = (name for number in count(1) if (name := f"_Ref{number}").lower() not in taken)
    found: dict[str, Label] = {}
    for block in walk(document.blocks):
        match block:
            case Table(caption=caption, anchor=anchor) | Figure(caption=caption, anchor=anchor):
                if caption and caption.label and anchor and anchor not in found:
                    found[anchor] = Label(tied(caption.label, document.lang), next(names))
            case _:
                pass
    return found


# The constants of one document.


class FittedTheme(msgspec.Struct, frozen=True):
    """A theme with the measures of a reference document, and what else the document determines."""

    theme: Theme
    paper: tuple[int, int] = (0, 0)
    """Width and height in twips; 0: as asked for."""
    ids: Mapping[str, str] = {}
    """Our style id → the id in the reference document, if it has that style."""
    bold: Mapping[str, bool] = {}
    """Our style id → whether the style of the reference document is bold."""
    before: Mapping[str, int] = {}
    """Our style id → the space above in the reference document, in twips."""
    page_kinds: tuple[str, ...] = ("default", "first")
    numbers: Numbers = Numbers()


class StyleFacts(msgspec.Struct, frozen=True):
    """The properties of a paragraph style that decide on direct formatting. Measures in twips."""

    bold: bool = False
    before: int = 0
    left: int = 0
    hanging: int = 0


class Context(msgspec.Struct, frozen=True):
    """One document on one paper in one theme."""

    document: Document
    theme: Theme
    inks: ThemeInks
    paper: tuple[int, int]
    """Width and height, in twips."""
    width: int
    """Of the column of text, in twips."""
    landscape_width: int
    """The width of the column on a landscape page, in twips."""
    bookmarks: Mapping[str, str]
    """Anchor → name of its bookmark."""
    labels: Mapping[str, Label]
    """Anchor → label of the caption there."""
    pages: Mapping[str, int]
    """Anchor → page."""
    notes: Mapping[int, Note]
    styles: Mapping[str, "StyleFacts"]
    """Id of a paragraph style → its properties."""
    automatic_notes: bool
    """Word numbers the notes: they are first cited in order, and no mark was inserted or deleted."""
    unrevised_marks: Mapping[int, str]
    """Number of a note → the anchor of its first mark without revision."""
    options: WordOptions
    wide: WideTables
    """Decides which tables get a landscape page, and which are split."""
    page_kinds: tuple[str, ...]
    """Page types with their own header and footer: `default`, `first`, `even`."""
    numbers: Numbers
    ids: Mapping[str, str]
    """Our style id → the id in the reference document, if it has that style."""


def context(
    document: Document,
    theme: Theme,
    paper: PaperName,
    pages: Mapping[str, int] | None,
    options: WordOptions,
) -> Context:
    """Compute the constants of a document."""
    document = with_notes_first(document)
    width, height = (twips(points) for points in PAPERS[paper])
    fitted = FittedTheme(theme)
    if options.reference:
        from briefgen.docx.reference.styles import fit_theme  # reads the file with python-docx

        fitted = fit_theme(theme, options.reference)
        theme, width, height = fitted.theme, fitted.paper[0] or width, fitted.paper[1] or height
    notes = {note.number: note for note in document.notes}
    marks = list(note_marks(document))
    unrevised_marks: dict[int, str] = {}
    for mark in marks:
        if not mark.revision:
            unrevised_marks.setdefault(mark.number, citation(mark.number, mark.occurrence))
    cited = [number for number in dict.fromkeys(mark.number for mark in marks) if number in notes]
    text_width = width - twips(theme.page.left) - twips(theme.page.right)
    bookmarks = bookmark_names(document, marks)
    styles = [(style, theme.styles[style.text_style]) for style in paragraph_styles(theme, text_width)]
    return Context(
        document=document,
        theme=theme,
        inks=theme_inks(theme, sans=options.reference is None),
        paper=(width, height),
        width=text_width,
        landscape_width=height - (width - text_width),
        bookmarks=bookmarks,
        labels=labels(document, bookmarks),
        pages=_pages(document, theme, paper) if pages is None else pages,
        notes=notes,
        styles={
            style.id: StyleFacts(
                fitted.bold.get(style.id, style.strong or text_style.strong),
                fitted.before.get(style.id, twips(spaces(theme, style)[0])),
                *indents(theme, style),
            )
            for style, text_style in styles
        },
        automatic_notes=cited == list(range(1, len(cited) + 1)) and not any(mark.revision for mark in marks),
        unrevised_marks=unrevised_marks,
        options=options,
        wide=WideTables(document, theme),
        page_kinds=fitted.page_kinds,
        numbers=fitted.numbers,
        ids=fitted.ids,
    )


def _pages(document: Document, theme: Theme, paper: PaperName) -> Mapping[str, int]:
    """Anchor → page in our own layout, if the document shows page numbers."""
    return paginate(document, theme, paper, WORD_PROCESSOR).anchor_pages if names_pages(document) else {}
