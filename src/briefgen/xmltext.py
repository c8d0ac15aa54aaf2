"""Author's text → text that XML can hold.

XML 1.0 forbids most control characters, surrogates and two more, also as references (section 2.2). Each of them becomes
U+FFFD, which is seen; everything else stays as it is.
"""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_IN_ATTRIBUTE = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': '"', "\t": "\t", "\n": "\n", "\r": "&#13;"}


def allowed(text: str) -> str:
    """The text with U+FFFD in place of each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def in_text(text: str) -> str:
    """Content of an element. A carriage return is kept as a reference: a parser makes a bare one a line feed."""
    if text.replace("\xa0", "").isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return text  # as most is; a search takes ten times as long
    return _SPECIAL.sub(lambda match: _IN_TEXT.get(match[0], "\ufffd"), text)


def in_attribute(text: str) -> str:
    """The text as value of an attribute in double quotes. Tabs and line ends are kept as references."""
    return _SPECIAL.sub(lambda match: _IN_ATTRIBUTE.get(match[0], "\ufffd"), text)


def out_of_text(text: str) -> str:
    """What `in_text` was given, but for what XML forbids."""
    return text.replace("&#13;", "\r").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
