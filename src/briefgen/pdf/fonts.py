"""The theme's fonts as ReportLab embeds them, with ToUnicode maps of our own.

ReportLab gives each character of a document a code, and embeds a subset of the font for every 256. It has no code whose
glyph stands for other text than its character: a hyphen for a soft hyphen, a capital for a small letter. Each such pair
becomes a character of Unicode's private plane 16, drawn with the glyph and mapped to the text.
"""

from functools import cache

from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts

from briefgen.fonts import load

_PRIVATE = 0x100000
_SPACE, _NO_BREAK_SPACE = 0x20, "\u00a0"
_NOT_EMBEDDED = frozenset({"name", "OS/2"})
"""Tables that painting does not need: a third of a small subset."""
_BLOCK = 100
"""Most entries in one block of a ToUnicode map."""


class _Face(ttfonts.TTFontFace):  # type: ignore[misc]  # ReportLab has no types
    def get_table(self, tag: str) -> bytes:
        if tag in _NOT_EMBEDDED:
            raise KeyError(tag)  # as for a table that is missing
        data: bytes = super().get_table(tag)
        return data


class EmbeddedFont(ttfonts.TTFont):  # type: ignore[misc]
    """A font file of the theme."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(load(name).path), asciiReadable=False)  # otherwise all of ASCII is in each subset
        self.face.__class__ = _Face
        self._private: dict[tuple[int, str], str] = {}
        self._to_text: dict[int, str] = {}

    def with_unicode(self, painted: str, text: str) -> str:
        """The text painted as one string and extracted as another, character by character."""
        return "".join(
            one if one == other else self._private_character(self.face.charToGlyph.get(ord(one), 0), other)
            for one, other in zip(painted, text, strict=True)
        )

    def _private_character(self, glyph: int, text: str) -> str:
        """The private character painted with a glyph and extracted as some text."""
        char = self._private.get((glyph, text))
        if char is None:
            code = _PRIVATE + len(self._private)
            char = self._private[glyph, text] = chr(code)
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.face._pdfScale(self.face.hmetrics[glyph][0])
            self._to_text[code] = text
        return char

    def splitString(  # noqa: N802  (ReportLab's name)
        self, text: str, doc: pdfdoc.PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """The codes of a text by subset.

        ReportLab treats a no-break space as a common one, which word spacing would stretch and which would be extracted
        as one.
        """
        if _NO_BREAK_SPACE in text:
            text = text.replace(
                _NO_BREAK_SPACE, self._private_character(self.face.charToGlyph[_SPACE], _NO_BREAK_SPACE)
            )
        codes: list[tuple[int, bytes]] = super().splitString(text, doc)
        return codes

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802
        """Write the subsets with their ToUnicode maps."""
        state = self.state[doc]
        subsets = [list(subset) for subset in state.subsets]
        super().addObjects(doc)
        written = doc.idToObject["BasicFonts"].dict
        for index, subset in enumerate(subsets):
            font = written[f"{state.internalName}+{index}"]
            doc.idToObject[font.ToUnicode.name].content = self._to_unicode(subset)

    def _to_unicode(self, subset: list[int]) -> str:
        """The ToUnicode map of a subset (ISO 32000-1, 9.10.3). ReportLab's own has one block, and the BMP only."""
        entries = [
            f"<{code:02X}> <{self._to_text.get(char, chr(char)).encode('utf-16-be').hex().upper()}>"
            for code, char in enumerate(subset)
            if char and (char != _SPACE or code == _SPACE)
        ]
        blocks = [entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK)]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
        return "\n".join(lines)


@cache
def embedded(name: str) -> EmbeddedFont:
    """The font in the file of that name in the theme's folder, registered with ReportLab."""
    font = EmbeddedFont(name)
    pdfmetrics.registerFont(font)
    return font
