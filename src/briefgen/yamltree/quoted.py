"""A text as a value of YAML, safe whatever stands in it."""

import json


def quoted(text: str) -> str:
    """The text in double quotes, as YAML and (below U+10000) JSON read it; what cannot be seen is written by its
    code."""
    written = json.dumps(text, ensure_ascii=False)
    return written if written.isprintable() else "".join(map(_escape, written))


def _escape(character: str) -> str:
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if character < "\U00010000" else f"\\U{ord(character):08x}"
