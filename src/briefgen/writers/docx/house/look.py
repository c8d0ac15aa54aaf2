"""How the house looks, worked out from its styles: what the brief's theme must become to sit well in it."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from briefgen.ooxml.tags import A, w
from briefgen.theme import TextStyle, Theme
from briefgen.writers.docx.house.model import Element, House
from briefgen.writers.docx.house.xml import number, switched, value

_LEAST, _MOST = 12, 96
"""Half points that text of a brief may have in a house style."""


class Looks:
    """What the styles of a house come to, each with those that it rests on."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._styles: dict[str, Element] = {}
        for style in house.styles.iterfind(w("style")):
            self._styles.setdefault(str(style.get(w("styleId"), "")), style)
        self._defaults = house.styles.find(w("docDefaults"))

    def chain(self, identity: str) -> Iterator[Element]:
        """A style, and those that it is based on, which may run in a circle."""
        seen: set[str] = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            style = self._styles[identity]
            yield style
            identity = value(style, "basedOn")

    def size(self, identity: str) -> int:
        """Of its letters, in half points; 20 where nothing says so (ISO/IEC 29500-1, 17.3.2.38)."""
        given = [value(style, "rPr/sz") for style in self.chain(identity)]
        if self._defaults is not None:
            given.append(value(self._defaults, "rPrDefault/rPr/sz"))
        return next((size for text in given if (size := number(text, _LEAST, _MOST)) is not None), 20)

    def bold(self, identity: str) -> bool:
        """Whether its letters are bold."""
        return next((on for style in self.chain(identity) if (on := switched(style, "rPr/b")) is not None), False)

    def measure(self, identity: str, path: str, attribute: str) -> int | None:
        """A measure in twips; None where no style says so."""
        given = (number(value(style, path, attribute)) for style in self.chain(identity))
        return next((twips for twips in given if twips is not None), None)

    def list_of(self, identity: str) -> int:
        """The list that numbers it, or 0."""
        given = (number(value(style, "pPr/numPr/numId")) for style in self.chain(identity))
        return next((at for at in given if at is not None), 0)

    def colour(self, identity: str) -> str:
        """Of its letters, as `#RRGGBB`; nothing where it is left to the reader's screen."""
        for style in self.chain(identity):
            given = value(style, "rPr/color")
            slot = value(style, "rPr/color", "themeColor")
            if not given:
                continue
            named = self._theme_colour(slot) if slot else ""
            return named or (f"#{given.upper()}" if _is_colour(given) else "")
        return ""

    def _theme_colour(self, slot: str) -> str:
        root = self._theme_root()
        found = root.find(f".//{{{A}}}clrScheme/{{{A}}}{slot}/{{{A}}}srgbClr") if root is not None else None
        given = str(found.get("val") or "") if found is not None else ""
        return f"#{given.upper()}" if _is_colour(given) else ""

    def _theme_root(self) -> Element | None:
        if self.house.theme is None:
            return None
        from lxml import etree

        return etree.fromstring(self.house.theme)


def in_house(theme: Theme, looks: Looks, ids: Mapping[str, str], styles: Mapping[str, str]) -> Theme:
    """The theme in the house's measure. `ids`: our id of a style → the house's; `styles`: our id → its look."""
    house = looks.house
    body = ids.get("BodyText") or ids.get("Normal", "")
    ratio = looks.size(body) / 2 / theme.styles["body"].size
    looked = {name: _scaled(style, ratio) for name, style in theme.styles.items()}
    for identity, look in styles.items():
        if identity in ids:
            looked[look] = replace(looked[look], size=looks.size(ids[identity]) / 2)
    indent = looks.measure(ids["ListBullet"], "pPr/ind", "left") if "ListBullet" in ids else None
    if indent and indent > 0:
        looked["list"] = replace(looked["list"], indent=indent / 20)
    inks = dict(theme.inks)
    inks["text"] = looks.colour(body) or inks["text"]
    if "Heading1" in ids:
        inks["accent"] = inks["link"] = looks.colour(ids["Heading1"]) or inks["text"]
    page = theme.page
    if (given := house.page) is not None:
        page = replace(
            page, left=given.left / 20, right=given.right / 20, top=given.top / 20, bottom=given.bottom / 20,
            header=given.header / 20, footer=given.footer / 20,
        )  # fmt: skip
    return replace(theme, styles=looked, inks=inks, page=page)


def _scaled(style: TextStyle, ratio: float) -> TextStyle:
    return replace(
        style, size=style.size * ratio, leading=style.leading * ratio, before=style.before * ratio,
        after=style.after * ratio, indent=style.indent * ratio,
    )  # fmt: skip


def _is_colour(text: str) -> bool:
    return len(text) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in text)
