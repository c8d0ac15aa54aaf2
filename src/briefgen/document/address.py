"""Which addresses a link may lead to, and how they are written, in every format.

On the web or a mailbox, without a password in it and without tricks of white space. An address that is not a URI makes
Word call the whole file damaged, so what cannot be made one is no link.
"""

import re
from urllib.parse import quote

_WEB = re.compile(r"(https?)://([^/?#\\\s@]+)([/?#][^\x00-\x1f\x7f]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^\s@?:/\\]+@[A-Za-z0-9.-]+)(\?[^\x00-\x1f\x7f]*)?", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?::\d{1,5})?")
_LONGEST = 2_048
_KEPT = "/?;:@&=+$,!~*'()%-._"


def address(target: str) -> str | None:
    """The address, percent-encoded, or None where no link may be made of it."""
    if web := _WEB.fullmatch(target):
        scheme, host, rest = web.groups()
        written = f"{scheme.lower()}://{_ascii_host(host)}{_encoded(rest or '')}" if _ascii_host(host) else None
    elif mail := _MAIL.fullmatch(target):
        written = f"mailto:{_encoded(mail[1])}{_encoded(mail[2] or '')}"
    else:
        written = None
    return written if written and len(written) <= _LONGEST else None


def _ascii_host(host: str) -> str | None:
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    return host if _HOST.fullmatch(host) else None


def _encoded(text: str) -> str:
    before, hash_sign, fragment = text.partition("#")
    stray_percent = r"%(?![0-9A-Fa-f]{2})"
    parts = [quote(re.sub(stray_percent, "%25", part), safe=_KEPT, errors="replace") for part in (before, fragment)]
    return parts[0] + hash_sign + parts[1]
