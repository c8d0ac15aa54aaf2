"""Letters and figures that look like others: of `Ѕecret` the first is Cyrillic. A text → how it reads to the eye.

The table has letters of Greek and Cyrillic that look like Latin ones (Unicode, UTS 39), each as it is written, since a
small `н` looks like no small letter. What is written in these scripts throughout comes out as no word at all.
"""

import re

_OTHER = (
    "АВЕЅІЈКМНОРСТХҮУԌԚԜаеѕіјорсухүһԁԛԝӏҺвкмтЗб"  # Cyrillic
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγεηικνορτυχω"  # Greek
    "ɑɡլոսօհ"  # of phonetics, and Armenian
)
_LATIN = "abesijkmhopctxyygqwaesijopcyxyhdqwlhbkmt36abezhikmnoptyxabyenikvoptuxwaglnuoh"
_ALIKE = str.maketrans(dict(zip(_OTHER, _LATIN, strict=True)))
_ANY = re.compile(f"[{_OTHER}]")
_TURNED = re.compile("\u202e([^\u202c\u2069\n\x1e]*)")
"""What is shown from its end to its beginning."""
_FIGURE = re.compile(r"(?<![^\W_])\d[\d.,'’]{0,40}[OolI|][\dOolI|.,'’]{0,40}(?<=[\dOo])(?![^\W_])")
"""A figure with letters among its digits: `91,2OO`. At its end `l` is a litre, at its beginning a letter is a name."""
_DIGITS = str.maketrans("OolI|", "00111")


def as_seen(text: str) -> str:
    """The text as it looks; itself where that is the same."""
    if not text.isascii():
        if _ANY.search(text):
            text = text.translate(_ALIKE)
        if "\u202e" in text:
            text = _TURNED.sub(lambda found: found[1][::-1], text)
    return _FIGURE.sub(lambda found: found[0].translate(_DIGITS), text)
