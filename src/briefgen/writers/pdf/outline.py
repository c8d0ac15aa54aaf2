"""Headings → bookmarks."""

from briefgen.layout import Pages
from briefgen.writers.pdf.file import File, reference, text
from briefgen.writers.pdf.links import destination


def outline(pages: Pages, objects: list[int], file: File) -> int | None:
    """The root of the bookmarks; None where there are none."""
    entries = [entry for entry in pages.outline if entry.anchor in pages.places]
    if not entries:
        return None
    root = file.reserve()
    numbers = [file.reserve() for _ in entries]
    kids: dict[int, list[int]] = {-1: []}
    parents: list[int] = []
    path: list[int] = []
    for index, entry in enumerate(entries):
        while path and entries[path[-1]].level >= entry.level:
            path.pop()
        parents.append(path[-1] if path else -1)
        kids.setdefault(parents[-1], []).append(index)
        path.append(index)
    for index, entry in enumerate(entries):
        siblings = kids[parents[index]]
        at = siblings.index(index)
        out = b"<</Title%s/Parent %d 0 R" % (text(entry.title), root if parents[index] < 0 else numbers[parents[index]])
        if at:
            out += b"/Prev " + reference(numbers[siblings[at - 1]])
        if at + 1 < len(siblings):
            out += b"/Next " + reference(numbers[siblings[at + 1]])
        if inner := kids.get(index):
            # A negative count: closed until the reader opens it.
            out += b"/First %d 0 R/Last %d 0 R/Count -%d" % (numbers[inner[0]], numbers[inner[-1]], len(inner))
        file.put(numbers[index], out + b"/Dest%s>>" % destination(pages, objects, entry.anchor))
    top = kids[-1]
    file.put(
        root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (numbers[top[0]], numbers[top[-1]], len(top))
    )
    return root
