"""The places in a house's margins that a brief fills: fields for a property of the document, and content controls.

A place is `DOCPROPERTY Marking`, or a content control with the tag or title `Marking`, and so for each name in
`values`.
"""

from collections.abc import Iterator, Mapping

from briefgen.document import Document, plain
from briefgen.document.walk import headings
from briefgen.ooxml.tags import w
from briefgen.writers.docx.house.fields import fields, removed
from briefgen.writers.docx.house.model import Element
from briefgen.writers.docx.house.names import names_of
from briefgen.writers.docx.house.xml import value
from briefgen.xmltext import allowed

_SECTION = ("1", *names_of("heading 1"))
_SHOWN = (w("t"), w("tab"), w("br"), w("cr"), w("drawing"), w("sym"))


def values(document: Document) -> dict[str, str]:
    """Name of a place in small letters → what stands there."""
    given, running = document.properties, document.running
    return {
        "marking": running.marking,
        "status": running.status,
        "reference": given.reference,
        "imprint": plain(running.footer),
        "edition": given.edition,
        "title": given.title,
        "subject": given.subject,
        "author": given.author,
        "date": given.date,
        "audience": given.audience,
        "scenario": given.scenario,
        "template": given.template,
        "section": next((plain(heading.content) for heading in headings(document, 1)), ""),
    }


def filled(root: Element, known: Mapping[str, str], styles: Mapping[str, str]) -> set[str]:
    """Fills the places of a part; returns their names. `styles`: name → the character style of bare words."""
    found: set[str] = set()
    for name, runs, holder in [*_fields(root), *_simple(root), *_controls(root)]:
        if name not in known:
            continue
        found.add(name)
        _say(runs, holder, known[name], styles.get(name, ""))
    return found


def _fields(root: Element) -> Iterator[tuple[str, list[Element], Element]]:
    for field in fields(root):
        name = _named(field.words)
        if name:
            yield name, field.result, field.marks[-1]


def _simple(root: Element) -> Iterator[tuple[str, list[Element], Element]]:
    for element in root.iter(w("fldSimple")):
        name = _named(str(element.get(w("instr")) or "").replace('"', " ").split())
        if name:
            yield name, list(element.iter(w("r"))), element


def _controls(root: Element) -> Iterator[tuple[str, list[Element], Element]]:
    for control in root.iter(w("sdt")):
        properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
        if properties is None or content is None:
            continue
        names = (
            value(properties, "tag"),
            value(properties, "alias"),
            _bound(value(properties, "dataBinding", "xpath")),
        )
        for name in dict.fromkeys(each.strip().lower() for each in names if each.strip()):
            yield name, list(content.iter(w("r"))), content
        placeholder = properties.find(w("showingPlcHdr"))
        if placeholder is not None:
            removed(placeholder)


def _named(words: list[str]) -> str:
    """The place that a field's code names: `DOCPROPERTY Marking`, or `TITLE`."""
    if not words:
        return ""
    kind = words[0].upper()
    if kind == "STYLEREF":
        return "section" if " ".join(words[1:]).lower().startswith(_SECTION) else ""
    return words[1].lower() if kind == "DOCPROPERTY" and len(words) > 1 else kind.lower()


def _bound(path: str) -> str:
    """The core property that a content control is bound to: Word's own “Title” among the quick parts."""
    last = path.rpartition("/")[2].partition("[")[0].rpartition(":")[2]
    return last if "coreProperties" in path else ""


def _say(runs: list[Element], holder: Element, words: str, style: str) -> None:
    """Lets runs show some words: the first in its own look, the others nothing."""
    shown = [run for run in runs if run.find(w("fldChar")) is None and run.find(w("instrText")) is None]
    if not shown:
        if not words:
            return
        run = holder.makeelement(w("r"))
        if holder.tag == w("r"):
            holder.addprevious(run)
        elif holder.tag == w("sdtContent") and holder.find(w("p")) is not None:
            holder.find(w("p")).append(run)
        else:
            holder.append(run)
        shown = [run]
    first, *others = shown
    for element in [child for child in first if child.tag in _SHOWN]:
        first.remove(element)
    for run in others:
        removed(run)
    look = first.find(w("rPr"))
    placeholder = look.find(w("rStyle")) if look is not None else None
    if placeholder is not None and str(placeholder.get(w("val"))).lower().startswith(("placeholder", "platzhalter")):
        first.remove(look)
        look = None
    if look is None and style:
        look = first.makeelement(w("rPr"))
        look.append(look.makeelement(w("rStyle"), {w("val"): style}))
        first.insert(0, look)
    text = first.makeelement(w("t"))
    text.text = allowed(words)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    first.append(text)
