"""Which addresses a link may lead to."""

import re

_WEB = re.compile(r"https?://[^\s/?#@\\\x00-\x1f\x7f]+([/?#][^\s\x00-\x1f\x7f]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@?:/\\\x00-\x1f\x7f]+@[A-Za-z0-9.-]+(\?[^\s\x00-\x1f\x7f]*)?", re.IGNORECASE)
_LONGEST = 2_048


def is_allowed(target: str) -> bool:
    """Whether an address is on the web or a mailbox, without a password in it and without tricks of white space."""
    return len(target) <= _LONGEST and bool(_WEB.fullmatch(target) or _MAIL.fullmatch(target))
