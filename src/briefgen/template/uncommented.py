"""The text of a template without its comments: `{# for us alone #}` is nobody else's business."""

import re

_PARTS = re.compile(
    r"""
    \{%[-+]?\s*+raw\s*+[-+]?%\} .*? (?: \{%[-+]?\s*+endraw\s*+[-+]?%\} | \Z )
  | \{[{%] (?: "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+' | \\. | (?![}%]\}) . )*+ (?: [}%]\} | \Z )
  | (?P<begin>\{\#[-+]?) .*? (?P<end>[-+]?\#\} | \Z )""",
    re.VERBOSE | re.DOTALL,
)
"""As Jinja divides a text: what is printed as it stands, what is worked out, in which texts of its own may stand, and
comments."""


def uncommented(text: str) -> str:
    """The same template. Of each comment its signs are left, which say what becomes of the white space beside it."""
    return _PARTS.sub(lambda part: f"{part['begin']}{part['end']}" if part["begin"] else part[0], text)
