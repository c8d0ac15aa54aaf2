"""The addresses that links may lead to, in every format.

On the web or a mailbox, without a password and without white space. Word calls a file damaged that has an address that
is not a URI, so there is no link to what cannot be turned into one.
"""

import re
from urllib.parse import quote

_WEB = re.compile(r"(https?)://([^/?#\\\s@]+)([/?#][^\x00-\x1f\x7f]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^\s@?:/\\]+@[A-Za-z0-9.-]+)(\?[^\x00-\x1f\x7f]*)?", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?::\d{1,5})?")
_MAX_LENGTH = 2_048
_UNQUOTED = "/?;:@&=+$,!~*'()%-._"


def address(target: str) -> str | None:
    """The address, percent-encoded, or None where a link may not lead to it."""
    if web := _WEB.fullmatch(target):
        scheme, host, rest = web.groups()
        uri = f"{scheme.lower()}://{_ascii_host(host)}{_encoded(rest or '')}" if _ascii_host(host) else None
    elif mail := _MAIL.fullmatch(target):
        uri = f"mailto:{_encoded(mail[1])}{_encoded(mail[2] or '')}"
    else:
        uri = None
    return uri if uri and len(uri) <= _MAX_LENGTH else None


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
    parts = [quote(re.sub(stray_percent, "%25", part), safe=_UNQUOTED, errors="replace") for part in (before, fragment)]
    return parts[0] + hash_sign + parts[1]
