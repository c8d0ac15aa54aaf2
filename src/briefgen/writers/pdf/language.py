"""Language tags, as far as a reader program can use them."""

import re

_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def language(tag: str) -> str:
    """The tag, if it is well-formed (BCP 47, as ISO 32000-1, 14.9.2 has it); else an empty string."""
    return tag if _TAG.fullmatch(tag) else ""
