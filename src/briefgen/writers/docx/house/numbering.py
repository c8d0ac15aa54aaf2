"""The house's lists with ours beside them; what its List Bullet and List Number count by, ours count by as well."""

from collections.abc import Mapping
from copy import deepcopy

from briefgen.ooxml.tags import w
from briefgen.writers.docx.house.look import Looks
from briefgen.writers.docx.house.model import Element, House
from briefgen.writers.docx.house.styles import pieces, text
from briefgen.writers.docx.house.xml import number, value
from briefgen.writers.docx.numbering import Numbers

_MOST = 1 << 30
_LISTS = w("num")
_DEFINITIONS = w("abstractNum")


def numbers(house: House, looks: Looks, ids: Mapping[str, str]) -> Numbers:
    """Where our lists begin, and which of the house's they use."""
    if house.numbering is None:
        return Numbers()
    lists = _given(house.numbering, _LISTS, "numId")
    definitions = _given(house.numbering, _DEFINITIONS, "abstractNumId")
    bullet = looks.list_of(ids["ListBullet"]) if "ListBullet" in ids else 0
    ordered = looks.list_of(ids["ListNumber"]) if "ListNumber" in ids else 0
    definition = number(value(lists[ordered], "abstractNumId"), 0, _MOST) if ordered in lists else None
    return Numbers(
        lists=max(lists, default=0),
        definitions=max(definitions, default=0),
        bullet=bullet if bullet in lists else 0,
        ordered=definition if definition in definitions else None,
    )


def indent(house: House, list_: int) -> int | None:
    """How far the first level of a list is indented, in twips."""
    if house.numbering is None:
        return None
    lists = _given(house.numbering, _LISTS, "numId")
    definitions = _given(house.numbering, _DEFINITIONS, "abstractNumId")
    if list_ not in lists:
        return None
    definition = definitions.get(number(value(lists[list_], "abstractNumId"), 0, _MOST) or 0)
    level = definition.find(w("lvl")) if definition is not None else None
    if level is None:
        return None
    return number(value(level, "pPr/ind", "left")) or number(value(level, "pPr/ind", "start"))


def merged(house: House, numbers: Numbers, definitions: str, lists: str) -> str:
    """The part: the house's definitions and ours, then its lists and ours (CT_Numbering wants them in this order)."""
    if house.numbering is None:
        from briefgen.ooxml.tags import namespaces

        (root,) = pieces(f"<w:numbering {namespaces('w')}/>")
    else:
        root = deepcopy(house.numbering)
    ours = list(pieces(definitions))
    # The first two are those of the body, bullets and numbers, in whose place the house's stand.
    for definition, own in zip(_in_use(root, numbers), ours, strict=False):
        if definition is not None:
            _complete(definition, own)
    first = root.find(_LISTS)
    at = root.index(first) if first is not None else len(root)
    for element in ours:
        root.insert(at, element)
        at += 1
    cleanup = root.find(w("numIdMacAtCleanup"))
    end = root.index(cleanup) if cleanup is not None else len(root)
    for element in pieces(lists):
        root.insert(end, element)
        end += 1
    return text(root)


def _in_use(root: Element, numbers: Numbers) -> tuple[Element | None, Element | None]:
    """The house's definitions by which our bullets and our numbers count."""
    lists, definitions = _given(root, _LISTS, "numId"), _given(root, _DEFINITIONS, "abstractNumId")
    bullets = number(value(lists[numbers.bullet], "abstractNumId"), 0, _MOST) if numbers.bullet in lists else None
    return (
        definitions.get(bullets) if bullets is not None else None,
        definitions.get(numbers.ordered) if numbers.ordered is not None else None,
    )


def _complete(definition: Element, own: Element) -> None:
    """Give a definition the deeper levels that it lacks, from ours: a list in a list would have neither bullet nor
    number. One that takes its levels from a style has them there."""
    if definition.find(w("numStyleLink")) is not None:
        return
    has = {level.get(w("ilvl")) for level in definition.iterfind(w("lvl"))}
    missing = [deepcopy(level) for level in own.iterfind(w("lvl")) if level.get(w("ilvl")) not in has]
    for level in missing:
        for link in level.findall(w("pStyle")):
            level.remove(link)
        definition.append(level)
    kind = definition.find(w("multiLevelType"))
    if missing and kind is not None:
        kind.set(w("val"), "multilevel")


def _given(root: Element, tag: str, attribute: str) -> dict[int, Element]:
    found: dict[int, Element] = {}
    for element in root.iterfind(tag):
        at = number(str(element.get(w(attribute)) or ""), 0, _MOST)
        if at is not None:
            found.setdefault(at, element)
    return found
