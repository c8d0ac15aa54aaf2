"""Author's text → text that XML can hold.

XML 1.0 forbids most control characters, surrogates and two more, also as references (section 2.2). Each of them becomes
U+FFFD, which is seen; everything else stays as it is.
"""

import re
from html import escape

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def allowed(text: str) -> str:
    """The text with U+FFFD in place of each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def in_text(text: str) -> str:
    """Content of an element. A carriage return becomes a reference: a parser makes a bare one a line feed."""
    return escape(allowed(text), quote=False).replace("\r", "&#13;")


def in_attribute(text: str) -> str:
    """The text as value of an attribute in double quotes. Tabs and line ends become references."""
    return in_text(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
