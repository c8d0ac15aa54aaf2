"""Addresses as written into the file; None: no link is made."""

import pytest

from briefgen.document.address import address


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://Example.org/A?b=c&d#e", "http://Example.org/A?b=c&d#e"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://example.org/%C3%A9", "https://example.org/%C3%A9"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("https://exämple.org/", "https://xn--exmple-cua.org/"),
        ("https://example.org:8080/x", "https://example.org:8080/x"),
        ("mailto:a.b@example.org?subject=A b", "mailto:a.b@example.org?subject=A%20b"),
        ('https://example.org/"<>', "https://example.org/%22%3C%3E"),
        ("https://user:secret@example.org", None),
        ("https://user@example.org", None),
        ("https://", None),
        ("https://[::1]/", None),
        ("https://exa mple.org", None),
        ("https://example.org\\@evil.example", None),
        ("https://example.org/\n", None),
        ("https://example.org/" + "x" * 2_100, None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("ftp://example.org", None),
        ("//example.org", None),
        ("example.org", None),
        ("mailto:nobody", None),
        ("", None),
        ("javascript://example.org/%0aalert(1)", None),
        ("java\tscript:alert(1)", None),
        (" https://example.org", None),
        ("https:\\\\example.org", None),
        ("data:text/html,x", None),
    ],
)
def test_address(given: str, written: str | None) -> None:
    assert address(given) == written
