"""What the peers are fed: the words as they are, in whatever language."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from bench.brief import plain_theme
from bench.inputs import docxtpl, html, pandoc, typst_look
from hypothesis import given
from tests.strategies import any_words, fair_words

from briefgen.document import Document, NoteMark, Paragraph, Properties, Run, Running, TemplateText


@given(any_words)
def test_no_text_becomes_markup_in_typst(text: str) -> None:
    escaped = typst_look.escaped(text)
    assert re.sub(r"\\(.)", r"\1", escaped, flags=re.DOTALL) == text
    assert not re.search(r"""[*_`#$<>@\[\]=+/~"'-]""", re.sub(r"\\.", "", escaped, flags=re.DOTALL))


@given(fair_words)
def test_pandocs_tree_says_the_words_as_they_are(text: str) -> None:
    paragraph = json.loads(pandoc.tree(_brief(text)))["blocks"][0]["c"]
    assert "".join(_words(paragraph[:-1])) == text
    assert list(_words(paragraph[-1:])) == ["1"]


@given(fair_words)
def test_html_says_the_words_as_they_are(text: str) -> None:
    class Reader(HTMLParser):
        body, said = False, ""

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.body = self.body or tag == "body"

        def handle_data(self, data: str) -> None:
            self.said += data * self.body

    reader = Reader()
    reader.feed(html.source(_brief(text), plain_theme(), "a4"))
    reader.close()
    assert reader.said == f"{text}1"


@given(fair_words)
def test_the_data_of_docxtpl_say_the_words_as_they_are(text: str) -> None:
    assert docxtpl.context(_brief(text))["blocks"] == [{"kind": "text", "runs": [(text, ""), ("1", "s")]}]


def _brief(text: str) -> Document:
    return Document("en", Properties("A brief"), Running(), (Paragraph((Run(text, TemplateText()), NoteMark(1, 2))),))


def _words(node: object) -> Iterator[str]:
    match node:
        case {"t": "Str", "c": str(word)}:
            yield word
        case {"t": "Space"}:
            yield " "
        case {"c": inner}:
            yield from _words(inner)
        case list():
            for item in node:
                yield from _words(item)
        case _:
            pass
