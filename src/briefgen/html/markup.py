"""Markup: text that is escaped, elements, language tags and directions."""

import re
from collections.abc import Iterable
from html import escape
from typing import NewType

from briefgen.core.xml import allowed

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def tag(lang: str) -> str | None:
    """The language tag, or None if it is malformed (BCP 47)."""
    return lang if _TAG.fullmatch(lang) else None


def direction(lang: str) -> str | None:
    """`rtl` for languages written from right to left."""
    return "rtl" if lang.partition("-")[0].lower() in _RIGHT_TO_LEFT else None


# Markup, and the only two ways to it: text that is escaped, and elements.
#
# `Markup` is a distinct type, so that a type checker finds unescaped text.

Markup = NewType("Markup", str)

NOTHING = Markup("")

_VOID = frozenset({"br", "col", "img", "link", "meta"})


def escaped(text: str) -> Markup:
    """Text for an element or an attribute. Control characters and surrogates become U+FFFD."""
    return Markup(escape(allowed(text)).replace("\r", "&#13;"))


def joined(parts: Iterable[Markup]) -> Markup:
    """Concatenate markup."""
    return Markup("".join(parts))


def lines(parts: Iterable[Markup]) -> Markup:
    """Join markup with line breaks, to make the source readable."""
    return Markup("\n".join(part for part in parts if part))


def element(name: str, /, *content: Markup, **attributes: str | int | None) -> Markup:
    """An element. `class_` means `class`, `aria_label` means `aria-label`; None omits an attribute."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>" if name in _VOID else f"<{name}{given}>{''.join(content)}</{name}>")
