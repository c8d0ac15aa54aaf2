"""A place in the words of a field is a range of the file that holds these words, however the field is written."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.claims.statements import sentences_of
from briefgen.core.source import SourceFile
from briefgen.markup.model import Prose
from briefgen.model.reading.context import Reading
from briefgen.model.reading.reader import read_struct
from briefgen.model.scenario import Gap
from briefgen.yaml.parse import parse

WORDS = ("Alpha", "beta", "it's", "café", "cafe\u0301", "𝔘nit", "100%", "“so”", "a\u00a0b", "10", "{x}")
END = (".", " [@one].", ". [@one]", " [@one; @two].", " *so*.", " [so](https://a.example).", " [so]{.judgement}.")
SENTENCE = st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.sampled_from(END)).map(
    lambda made: "The " + " ".join(made[0]) + made[1]
)
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3)


def _indented(lines: list[str]) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in lines)


def _wrapped(paragraph: str) -> list[str]:
    words = paragraph.split(" ")
    return [" ".join(words[at : at + 3]) for at in range(0, len(words), 3)]


def _lines(paragraphs: list[str], wrap: bool = True) -> list[str]:
    out: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        out += [""] if number else []
        out += _wrapped(paragraph) if wrap else [paragraph]
    return out


STYLES = {
    "literal": lambda made: "|\n" + _indented(_lines(made, wrap=False)),
    "literal, wrapped": lambda made: "|-\n" + _indented(_lines(made)),
    "literal, indicated": lambda made: "|2  # why\n" + _indented(_lines(made)),
    "folded": lambda made: ">\n" + _indented(_lines(made)),
    "double": lambda made: json.dumps("\n\n".join(made), ensure_ascii=False).replace("é", "\\u00e9") + "\n",
    "single": lambda made: "'" + "\n\n\n    ".join(made).replace("'", "''") + "'\n",
    "plain": lambda made: "\n    ".join(_wrapped(made[0])) + "\n",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("style", STYLES)
@given(paragraphs=PARAGRAPHS)
def test_a_sentence_is_where_its_place_says(style: str, end: str, paragraphs: list[str]) -> None:
    text = f"id: it\ntext: {STYLES[style](paragraphs)}".replace("\n", end)
    reading = Reading()
    root, faults = parse(SourceFile("gap.yaml", text))
    assert root is not None and not faults
    gap = read_struct(root, Gap, reading, "")
    assert isinstance(gap, Gap), reading.diagnostics
    prose: Prose = gap.text
    at = 0
    for sentence in sentences_of(prose, "en"):
        span = reading.origins.at(f"{prose.path}.en", sentence.place(0, len(sentence.words)))
        assert span is not None
        assert span.start >= at
        assert _read(span.text, style) == sentence.words.replace("\n", " ")
        at = span.end


_SIGNS = re.compile(r" ?\[@[^\]]*\]|\*|\]\([^)]*\)|\]\{[^}]*\}|\[(?=so)")
"""What the sentences above hold beside their words."""


def _read(written: str, style: str) -> str:
    """The words of a range of the file."""
    if style == "double":
        written = json.loads(f'"{written}"')
    elif style == "single":
        written = written.replace("''", "'")
    return _SIGNS.sub("", re.sub(r"[ \r\n]+", " ", written))
