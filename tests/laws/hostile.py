"""Words that have broken programs, to be put into every field of a scenario."""

import re
from random import Random

STEADY = (
    "{{ 7 }} {{ scenario.title }}", "{% for x in y %}", "{% endif %}", "{# comment #}", "{{'a'}}", "${7+1}",
    "%(title)s", "{title}", "{0}", "%s", "<w:p/>", "</w:t></w:r></w:p>", "<script>alert(1)</script>", "<!-- x -->",
    "]]>", "<?xml?>", "a<b>c", "&amp;lt;", "&nbsp", "'\"", "\u202eabc\u202c", "\u2066x\u2069", "\u200e", "\u200f",
    "\u061c", "a\u200bb", "\u200d", "\u00ad", "x\u00a0y", "\u2003", "🙂", "👩‍👩‍👧‍👦", "🇨🇦", "👍🏽", "☃️", "𝒳", "e\u0301",
    "Z\u0351\u036b\u0343\u033b\u0357" * 8, "ﬁ", "ŉ", "İ", "ß", "Å", "مرحبا", "שלום", "日本語の文", "ภาษาไทย", "हिन्दी",
    "Київ", "ᚠᛇ", "\ue000", "\ue0000\ue002", "\ue0011,1\ue002", "\uf8ff", "\U000f0000", "\U0010fffd", "\u0378",
    "\ufffd", "key: value", "a: b: c", "x #no comment", "&anchor", "?", "!!python/object/apply:os.system", "!tag",
    "%YAML 1.2", "'single' \"double\"", "yes", "~", "0o17", "1e3", "2022-10-28", ".inf", "null", "[1, 2", "{a: 1",
    "a\ufeffb", "\\x00", "\\u202e", "C:\\new\\table", "=cmd|' /C calc'!A0", "../../etc/passwd", "file:///etc/passwd",
    "javascript:alert(1)", "https://example.org/?a=b&c=d", "a@b.ca", "W" * 10_000, "i" * 3_000,
    "x" * 70 + "-" + "y" * 70, "EMC Q ET BT", "(((", ")\\", "%PDF-1.7", "stream endstream endobj", "/Type /Page",
    "PAGEREF x \\h", "\\* MERGEFORMAT", "{page} of {pages}", "{number}", "^1", "0123456789", "−1", "½",
)  # fmt: skip
"""Words that mean nothing to Markdown: they may change nothing but words."""

MARKDOWN = (
    "# Heading", "\n\n# Heading\n\n", "\n\n## A\n### B\n\n", "\n\n---\n\n", "\n===\n", "\n\n- a\n- b\n  - c\n\n",
    "\n\n1. a\n2. b\n\n", "\n\n7) x\n\n", "\n\n> quoted\n\n", "\n\n    code\n\n", "\n\n```\ncode\n", "~~~", "`",
    "``x`", "*", "**", "_x_", "***x***", "~~x~~", "\\", "\\\\\n", "  \n", "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "|", "\n\n:::{table} x\n:::\n\n", "\n::::{decision} y\n", ":::", "\n\n:::{page-break}\n:::\n\n",
    "[words](https://example.org)", "[words](javascript:alert(1))", "[w](#nowhere)", "[w](#gaps)", "![alt](x.png)",
    "<https://example.org>", "[x]: /y", "\n\n[x]: /y\n\n", "[a][b]", "[", "]", "[@", "[@]", "[@fact-1]",
    "[@fact-1; @fact-1]", "[@fact-1, par. 3]", "see [@nowhere]", "[see @fact-1]", "[s]{.judgement}",
    "[s]{.assumption}", "[s]{.nothing}", "[s]{lang=de}", "[s]{lang=\"x y\"}", "[s]{onclick=x}", "[[a]{.b}]{.c}",
    "{.judgement}", "{anchor=gaps}", "{ground=for}", "<div>\n\n</div>", "&#0;", "&#x202e;", "&lt;",
    "&#xe000;0&#xe002;", "\n\n* * *\n\n", "\n\n+ x\n\n+ y\n\n", "*" * 300, "[" * 200, "> " * 60 + "x",
    "\n\n" + "- " * 6 + "x\n\n", "`" * 99, "(" * 500, "a\tb", "\n\tx", "\n\n\n\n\n",
)  # fmt: skip
"""Words that are Markdown, or nearly: in prose they may change what that field shows, and nothing else."""

REFUSED = (
    "\x00", "\x01", "\x07\x1b[31m", "\x0b", "\x0c", "\x1f", "\x7f", "\x80", "\x85", "\x9f",
    "\ufffe", "\uffff", "\ud800", "\udfff", "\r", "a\rb",
)  # fmt: skip
"""Characters that no file of a scenario may hold; a model made by other means may."""


HARMLESS = re.compile(r"w(\d+)w some words")
"""Words that `harmless` makes; the group is the number of the field."""
MARK = re.compile(r"w\d+w")
"""A word of a field's own, by which its words are found again."""


def harmless(number: int) -> str:
    """Words of the field with this number."""
    return f"w{number}w some words"


def steady(random: Random, number: int) -> str:
    """Words for any field, and fewer than prose may have."""
    return " ".join([f"w{number}w", *random.sample(STEADY, random.randint(1, 3)), "end"])


def markdown(random: Random, number: int) -> str:
    """Words for prose."""
    parts = random.sample(MARKDOWN, random.randint(1, 2)) + random.sample(STEADY, random.randint(0, 1))
    random.shuffle(parts)
    parts.insert(random.randint(0, len(parts)), f" w{number}w ")
    return random.choice(["", " ", "x"]).join(parts).strip()
