"""What the file says of itself: core, extended and custom properties. No clock and no user name are asked."""

import re

from briefgen.document import Document, plain
from briefgen.ooxml.tags import XML_HEAD
from briefgen.xmltext import in_text

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_DAY = "1980-01-01"
"""Stands where the edition has no date; the day that the package's files bear as well."""

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define, in Office."""


def core_properties(document: Document) -> str:
    """docProps/core.xml: title, author, subject, keywords, language, date."""
    given = document.properties
    day = given.date if _DAY.fullmatch(given.date) else _NO_DAY
    stamp = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{what}>'
        for what in ("created", "modified")
    )
    named = (
        ("dc:title", given.title),
        ("dc:subject", given.subject),
        ("dc:creator", given.author),
        ("cp:keywords", ", ".join(given.keywords)),
        ("dc:language", document.lang),
    )
    inner = "".join(f"<{tag}>{in_text(value)}</{tag}>" for tag, value in named if value)
    return f"{XML_HEAD}<cp:coreProperties {_CORE}>{inner}{stamp}</cp:coreProperties>"


def extended_properties() -> str:
    """docProps/app.xml: the program."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{XML_HEAD}<Properties xmlns="{space}"><Application>briefgen</Application></Properties>'


def custom_properties(document: Document) -> str:
    """docProps/custom.xml: what the brief was made from, and for whom."""
    given = document.properties
    named = (
        ("Scenario", given.scenario),
        ("Template", given.template),
        ("Edition", given.edition),
        ("Audience", given.audience),
        ("Reference", given.reference),
        ("Imprint", plain(document.running.footer)),
        ("Marking", document.running.marking),
        ("Status", document.running.status),
    )
    inner = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{at}" name="{name}"><vt:lpwstr>{in_text(value)}</vt:lpwstr></property>'
        for at, (name, value) in enumerate(((name, value) for name, value in named if value), start=2)
    )
    return f"{XML_HEAD}<Properties {_CUSTOM}>{inner}</Properties>"
