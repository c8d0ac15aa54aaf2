"""Styles and lists that came from elsewhere → the same, each thing once, and nothing that refers to what is not there.

Word passes over such faults; a brief shall have none, whoever made them.
"""

from copy import deepcopy

from briefgen.ooxml.tags import w
from briefgen.writers.docx.house.fields import removed
from briefgen.writers.docx.house.model import Element
from briefgen.writers.docx.house.xml import number, value

_STYLES_MOST = 5_000
_LISTS_MOST = 10_000
_REFERRING = {w("basedOn"): True, w("next"): True, w("link"): False}
"""What refers to another style, and whether that must be of the same kind."""


def sound_styles(root: Element, numbering: Element | None) -> Element:
    """The styles without a language, which is the brief's. `numbering`: the sound one, or None."""
    root = deepcopy(root)
    _each_once(root)
    for language in list(root.iter(w("lang"))):
        removed(language)
    kinds = {str(style.get(w("styleId"))): str(style.get(w("type"))) for style in root.iterfind(w("style"))}
    ids = {value(style, "name").lower(): str(style.get(w("styleId"))) for style in root.iterfind(w("style"))}
    for style in root.iterfind(w("style")):
        for element in [child for child in style if child.tag in _REFERRING]:
            target = str(element.get(w("val")) or "")
            target = target if target in kinds else ids.get(target.lower(), "")  # some programs write the name
            if not target or (_REFERRING[element.tag] and kinds[target] != style.get(w("type"))):
                style.remove(element)
            else:
                element.set(w("val"), target)
    lists = {value(each, "", "numId") for each in numbering.iterfind(w("num"))} if numbering is not None else set()
    for element in list(root.iter(w("numPr"))):
        at = value(element, "numId")
        if at and at != "0" and at not in lists:
            removed(element)
    return root


def _each_once(root: Element) -> None:
    seen: set[tuple[str, str]] = set()
    for at, style in enumerate(root.findall(w("style"))):
        named = [("id", str(style.get(w("styleId")) or "").lower()), ("name", value(style, "name").lower())]
        if at >= _STYLES_MOST or not all(given for _, given in named) or not seen.isdisjoint(named):
            root.remove(style)
        seen.update(named)


def sound_numbering(root: Element | None, styles: Element) -> Element | None:
    """The numbering, without pictures for bullets: their parts stay behind. `styles`: as they came."""
    if root is None or root.tag != w("numbering"):
        return None
    root = deepcopy(root)
    for element in list(root.iter(w("numPicBullet"), w("lvlPicBulletId"))):
        removed(element)
    known = {str(style.get(w("styleId"))) for style in styles.iterfind(w("style"))}
    for element in list(root.iter(w("pStyle"), w("styleLink"), w("numStyleLink"))):
        if element.get(w("val")) not in known:
            removed(element)
    definitions: set[int] = set()
    for definition in root.findall(w("abstractNum")):
        at = number(value(definition, "", "abstractNumId"), 0, 1 << 30)
        if at is None or at in definitions or len(definitions) >= _LISTS_MOST:
            root.remove(definition)
        else:
            definitions.add(at)
    lists: set[int] = set()
    for list_ in root.findall(w("num")):
        at, of = number(value(list_, "", "numId"), 1, 1 << 30), number(value(list_, "abstractNumId"), 0, 1 << 30)
        if at is None or at in lists or of not in definitions or len(lists) >= _LISTS_MOST:
            root.remove(list_)
        else:
            lists.add(at)
    return root
