"""Changes to files: the mistakes that people make in a text, and damage to bytes, packages and PDFs.

Each takes a source of chance and a text or bytes, and gives them with one change.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

TextChange = Callable[[Random, str], str]
Change = Callable[[Random, bytes], bytes]

ODD_WORDS = (
    "", "~", "null", "no", "true", "0", "-1", "1e999", ".nan", "0x10", "9" * 400, "2022-02-30", "2022-10-28T10:00:00Z",
    "[", "]", "{", "}", "[[[", "{}", "[]", "- ", "-", "?", "? a", "|", ">", "|2", ">-", "&a", "*a", "*", "!!", "!!int",
    "!<tag:x>", "%YAML 1.1", "---", "...", "<<: *a", "@", "`", "'", '"', "''", '"\\x"', '"\\ud800"', '"\\0"', "#", ":",
    "[@]", "[@a", "[@a; @b]", "[@team-agreed]", "[x]{.judgement}", "[x]{.nothing}", "![x](y)", "<script>", "{{ x }}",
    "é", "e\u0301", "夜", "🚌", "\u202e", "\u200b", "a" * 3000, "../../x.yaml", "**/*.yaml", "/etc", "x.yaml", "C:\\x",
    "12 %", "about 60", "3,5", "1.000.000", "50-60", "31.12.2025", "12/31/2025", "Friday", "Q3 2026", "n/a", "€ 5",
)  # fmt: skip
ODD_CHARACTERS = (
    "\t", "\r", "\x00", "\x07", "\x1b[2J", "\x7f", "\x85", "\x9b", "\xa0", "\u2028", "\ufeff", "\u202e", "\u200d",
    "\ue000", "\ufffe", "\U0001f68c", "\U000e0041", "\u0301", "“", "−",
)  # fmt: skip
SIGNS = "\"'[]{}()<>:,-@#>|*_`\\/=%.!?;&$ \n"


def _some(draw: Random, pattern: str, text: str) -> re.Match[str] | None:
    """A match of a pattern, at or after a place that is drawn; else the first."""
    compiled = re.compile(pattern, re.DOTALL)
    return compiled.search(text, draw.randrange(len(text) + 1)) or compiled.search(text)


# Lines and words of a text


def _some_line(draw: Random, text: str) -> tuple[list[str], int]:
    all_lines = text.split("\n")
    return all_lines, draw.randrange(len(all_lines))


def delete_a_line(draw: Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    return "\n".join(all_lines[:at] + all_lines[at + 1 :])


def repeat_a_line(draw: Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    return "\n".join([*all_lines[:at], all_lines[at], *all_lines[at:]])


def swap_lines(draw: Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    other = draw.randrange(len(all_lines))
    all_lines[at], all_lines[other] = all_lines[other], all_lines[at]
    return "\n".join(all_lines)


def indent_a_line(draw: Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    all_lines[at] = draw.choice((" ", "  ", "\t", "    ")) + all_lines[at]
    return "\n".join(all_lines)


def outdent_a_line(draw: Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    all_lines[at] = all_lines[at][draw.randint(1, 4) :] if all_lines[at].startswith(" ") else all_lines[at]
    return "\n".join(all_lines)


def replace_a_word(draw: Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    words = all_lines[at].split(" ")
    words[draw.randrange(len(words))] = draw.choice(ODD_WORDS)
    all_lines[at] = " ".join(words)
    return "\n".join(all_lines)


def replace_a_value(draw: Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    key, colon, _ = all_lines[at].partition(":")
    all_lines[at] = f"{key}{colon} {draw.choice(ODD_WORDS)}"
    return "\n".join(all_lines)


def truncate(draw: Random, text: str) -> str:
    return text[: draw.randrange(len(text) + 1)]


def insert_an_odd_character(draw: Random, text: str) -> str:
    at = draw.randrange(len(text) + 1)
    return text[:at] + draw.choice(ODD_CHARACTERS) + text[at:]


def insert_a_sign(draw: Random, text: str) -> str:
    at = draw.randrange(len(text) + 1)
    return text[:at] + draw.choice(SIGNS) * draw.choice((1, 1, 2, 3, 40)) + text[at:]


def delete_a_sign(draw: Random, text: str) -> str:
    places = [at for at, c in enumerate(text) if c in "\"'[]{}:,-@#>|"]
    at = draw.choice(places or [0])
    return text[:at] + text[at + 1 :]


def change_an_id(draw: Random, text: str) -> str:
    places = [at for at in range(len(text)) if text.startswith(("id: ", "@", "source: ", "option: "), at)]
    place = draw.choice(places or [0])
    at = max(text.find(" ", place), 0) if draw.random() < 0.5 else place + 4
    return text[:at] + draw.choice(("x", "X", " ", "-", "_", "é", "")) + text[at + 1 :]


def repeat_a_stretch_many_times(draw: Random, text: str) -> str:
    start = draw.randrange(len(text) + 1)
    stretch = text[start : start + draw.choice((1, 2, 5, 20, 80))]
    return text[:start] + stretch * draw.choice((2, 10, 100, 2_000)) + text[start:]


def delete_a_stretch(draw: Random, text: str) -> str:
    start = draw.randrange(len(text) + 1)
    return text[:start] + text[start + draw.choice((1, 3, 10, 100)) :]


def change_a_number(draw: Random, text: str) -> str:
    one = _some(draw, r"-?\d+(?:\.\d+)?", text)
    if one is None:
        return text
    new = draw.choice(("0", "-1", "1", "9" * 12, "9" * 400, "1e9", "0.5", "2147483648", "-2147483649", "", "x"))
    return text[: one.start()] + new + text[one.end() :]


LINES: tuple[TextChange, ...] = (
    delete_a_line, repeat_a_line, swap_lines, indent_a_line, outdent_a_line, replace_a_word, replace_a_value, truncate,
    insert_an_odd_character, delete_a_sign, change_an_id,
)  # fmt: skip
"""The slips of a person who writes YAML."""
TEXT: tuple[TextChange, ...] = (
    *LINES, insert_a_sign, repeat_a_stretch_many_times, delete_a_stretch, change_a_number,
)  # fmt: skip


# Elements of XML


def delete_a_tag(draw: Random, text: str) -> str:
    tag = _some(draw, r"<[^<>]+>", text)
    return text[: tag.start()] + text[tag.end() :] if tag else text


def close_a_tag_at_once(draw: Random, text: str) -> str:
    tag = _some(draw, r"<[^<>]+>", text)
    return text[: tag.end() - 1] + "/>" + text[tag.end() :] if tag else text


def change_an_attribute(draw: Random, text: str) -> str:
    one = _some(draw, r'="[^"]*"', text)
    if one is None:
        return text
    new = draw.choice(("", "x", "-1", "0", "9" * 20, "true", "é" * 300, "../x", "&lt;", "1e9", "word/document.xml"))
    return f'{text[: one.start()]}="{new}"{text[one.end() :]}'


def delete_an_attribute(draw: Random, text: str) -> str:
    one = _some(draw, r' [\w:]+="[^"]*"', text)
    return text[: one.start()] + text[one.end() :] if one else text


def _some_element(draw: Random, text: str) -> tuple[int, int]:
    """Where an element begins and ends, if it holds none of its own name; both the same where there is none."""
    tag = _some(draw, r"<([\w:]+)[^<>]*(/?)>", text)
    if tag is None:
        return 0, 0
    end = text.find(f"</{tag[1]}>", tag.end())
    return tag.start(), tag.end() if tag[0].endswith("/>") or end < 0 else end + len(tag[1]) + 3


def repeat_an_element(draw: Random, text: str) -> str:
    start, end = _some_element(draw, text)
    return text[:end] + text[start : min(end, start + 5_000)] * draw.choice((1, 3, 300)) + text[end:]


def delete_an_element(draw: Random, text: str) -> str:
    start, end = _some_element(draw, text)
    return text[:start] + text[end:]


def wrap_deeply(draw: Random, text: str) -> str:
    tag = _some(draw, r"<[^<>]+>", text)
    name = re.match(r"</?([\w:]+)", tag[0]) if tag else None
    if tag is None or name is None:
        return text
    times = draw.choice((3, 50, 5_000))
    return text[: tag.start()] + f"<{name[1]}>" * times + f"</{name[1]}>" * times + text[tag.start() :]


XML: tuple[TextChange, ...] = (
    delete_a_tag, close_a_tag_at_once, change_an_attribute, change_an_attribute, delete_an_attribute,
    repeat_an_element, delete_an_element, wrap_deeply, change_a_number, insert_an_odd_character, truncate,
)  # fmt: skip


# Bytes


def flip_a_byte(draw: Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << draw.randrange(8))]) + data[at + 1 :]


def delete_bytes(draw: Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + data[at + draw.choice((1, 4, 100, 1_000)) :]


def repeat_bytes(draw: Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + data[at : at + draw.choice((1, 4, 100))] * draw.choice((1, 10, 1_000)) + data[at:]


def cut_off(draw: Random, data: bytes) -> bytes:
    return data[: draw.randrange(len(data))]


def overwrite(draw: Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    new = draw.choice((b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x80\0\0\0", b"<</", b"PK\3\4", b"\r\n")) * draw.choice(
        (1, 1, 9)
    )
    return data[:at] + new + data[at + len(new) :]


def put_elsewhere(draw: Random, data: bytes) -> bytes:
    start, to, size = draw.randrange(len(data)), draw.randrange(len(data)), draw.choice((1, 8, 200))
    return data[:to] + data[start : start + size] + data[to:]


BYTES: tuple[Change, ...] = (flip_a_byte, delete_bytes, repeat_bytes, cut_off, overwrite, put_elsewhere)


# Files of several parts


def within_a_package(draw: Random, data: bytes) -> bytes:
    """A part of a DOCX with changes to its XML, or without one of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw.choice([*parts, *(["word/document.xml"] * 4), *(n for n in parts if n.startswith(("word/", "custom")))])
    if draw.random() < 0.05:
        del parts[name]
    elif name.endswith((".xml", ".rels")):
        text = parts[name].decode("utf-8", "surrogateescape")
        for _ in range(draw.choice((1, 1, 2, 4))):
            text = draw.choice(XML)(draw, text)
        parts[name] = text.encode("utf-8", "surrogatepass")
    else:
        parts[name] = draw.choice(BYTES)(draw, parts[name] or b"x")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return out.getvalue()


def within_a_pdf(draw: Random, data: bytes) -> bytes:
    """A PDF with one of its packed streams changed, and its length put right."""
    found = list(re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL))
    if not found:
        return flip_a_byte(draw, data)
    one = draw.choice(found)
    try:
        plain = zlib.decompress(one[1])
    except zlib.error:
        return data[: one.start(1)] + draw.choice(BYTES)(draw, one[1] or b"x") + data[one.end(1) :]
    if draw.random() < 0.5:
        packed = zlib.compress(draw.choice(BYTES)(draw, plain or b"x"))
    else:
        packed = zlib.compress(draw.choice(TEXT)(draw, plain.decode("latin-1")).encode("latin-1", "replace"))
    head = data[: one.start(1)]
    at = head.rfind(b"/Length ")
    if at >= 0 and draw.random() < 0.8:
        head = head[:at] + re.sub(rb"/Length \d+", b"/Length %d" % len(packed), head[at:], count=1)
    return head + packed + data[one.end(1) :]


def name_in_a_pdf(draw: Random, data: bytes) -> bytes:
    """A name, a number or a reference of a PDF is another."""
    found = list(re.finditer(rb"/[A-Z]\w+|\b\d+ 0 R|\b\d{1,6}\b", data[:200_000]))
    if not found:
        return flip_a_byte(draw, data)
    one, other = draw.choice(found), draw.choice(found)
    new = other[0] if draw.random() < 0.6 else draw.choice((b"0", b"-1", b"99999999", b"/X", b"null", b"[]", b"<<>>"))
    return data[: one.start()] + new + data[one.end() :]


def _on_text(changes: tuple[TextChange, ...]) -> Change:
    def changed(draw: Random, data: bytes) -> bytes:
        text = data.decode("utf-8", "surrogateescape")
        for _ in range(draw.choice((1, 1, 1, 2, 5))):
            text = draw.choice(changes)(draw, text)
        return text.encode("utf-8", "surrogatepass") if draw.random() < 0.98 else text.encode("utf-16", "replace")

    return changed


text = _on_text(TEXT)
markup = _on_text((*XML, *TEXT))


def binary(draw: Random, data: bytes) -> bytes:
    """Damage to the bytes of a file, once or more often."""
    for _ in range(draw.choice((1, 1, 2, 8))):
        data = draw.choice(BYTES)(draw, data or b"x")
    return data


def package(draw: Random, data: bytes) -> bytes:
    """A DOCX with changes within it; one in eight is damaged from outside."""
    return binary(draw, data) if draw.random() < 0.12 else within_a_package(draw, data)


def pdf(draw: Random, data: bytes) -> bytes:
    """A PDF that is damaged, or changed within."""
    for _ in range(draw.choice((1, 1, 2))):
        data = draw.choice((within_a_pdf, within_a_pdf, name_in_a_pdf, name_in_a_pdf, binary))(draw, data or b"x")
    return data
