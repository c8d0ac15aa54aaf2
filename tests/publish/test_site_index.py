"""What a published site is searched by: linear in the briefs, and harmless whatever an author writes."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bench.many_briefs import room
from tests.laws.briefs import theme

from briefgen import site
from briefgen.site.model import Copy, Edition, Entry, Site, Statement, Version
from briefgen.site.pages import BRIEFS_PER_PAGE as MOST_LISTED
from briefgen.site.search import briefs_script, statements_script
from briefgen.site.writer import index_pages, is_taken

MOST, MOST_STATEMENTS = 650_000, 6_000_000
"""Bytes of what a search loads at once and when it begins, over 1,000 briefs with 25 statements each."""


def one(title: str, question: str, topics: tuple[str, ...], *statements: Statement) -> Site:
    copies = (Copy("html", "bus/1/bus.html", 9), Copy("pdf", "bus/1/bus.pdf", 9))
    version = Version("en", title, question, topics, copies, statements=statements)
    entry = Entry("bus", (Edition(1, "2026-01-20", "cleared", "TLP:CLEAR", "#FFFFFF", (version,)),))
    return Site("Briefs", "en", "public", "TLP:CLEAR", "TLP:CLEAR", "#FFFFFF", (entry,))


def value(script: bytes, name: str = "BRIEFS") -> Any:
    found = re.fullmatch(rf"{name}=(.*);\n", script.decode(), re.DOTALL)
    assert found
    return json.loads(found[1])


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_nothing_an_author_writes_ends_a_script(title: str, question: str, topics: list[str]) -> None:
    made = one(title, question, tuple(topics), Statement(title, question, title, 1, 1))
    for name, script in (("BRIEFS", briefs_script(made)), ("STATEMENTS", statements_script(made))):
        assert not set("<>&'\u2028\u2029") & set(script.decode().removeprefix(f"{name}="))
        value(script, name)


@pytest.mark.parametrize(
    "hostile",
    ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"];alert(1);//', "a\u2028b", "${x}`", "\\"],
)
def test_hostile_titles_are_words(hostile: str) -> None:
    made = one(hostile, hostile, (hostile,), Statement(hostile, hostile, hostile, 1, 1))
    (version,) = value(briefs_script(made))["briefs"][0]["versions"]
    assert [version["title"], version["question"], *version["topics"]] == [hostile] * 3
    assert value(statements_script(made), "STATEMENTS") == [[[hostile, hostile, hostile, 1, 1]]]
    page = index_pages(made, theme())["index.html"].decode()
    assert page.count("<script") == 3  # MiniSearch, the data and the search
    assert "<img" not in page
    assert "alert(1)</script>" not in page


def test_the_data_grow_with_the_briefs_and_no_faster() -> None:
    pages, half = (index_pages(room(number, statements=25), theme()) for number in (1000, 500))
    print(*(f"{name} {len(data)}" for name, data in pages.items() if name.endswith(".js")))  # noqa: T201
    assert len(pages["index.html"]) + len(pages["index.js"]) < MOST
    assert len(pages["statements.js"]) < MOST_STATEMENTS
    assert len(pages["statements.js"]) < 2.02 * len(half["statements.js"])
    assert len(pages) == 3 + 1000 / MOST_LISTED


def test_the_library_is_the_file_that_its_page_names_and_brings_its_licence() -> None:
    folder = Path(site.__file__).with_name("minisearch")
    data = (folder / "minisearch.js").read_bytes()
    assert sha256(data).hexdigest() in (folder / "README.md").read_text(encoding="utf-8")
    published = index_pages(room(1), theme())["minisearch.js"]
    assert published.endswith(data)
    assert b"Copyright 2022 Luca Ongaro" in published.partition(b"*/")[0]


def test_the_list_is_whole_without_the_search() -> None:
    made = room(60)
    pages = index_pages(made, theme())
    listed = [name for page, text in pages.items() if page.endswith(".html")
              for name in re.findall(r'<h2><a href="\./([^/]+)/', text.decode())]  # fmt: skip
    assert sorted(listed) == sorted(entry.name for entry in made.entries)


def test_the_newest_come_first() -> None:
    dates = [entry.newest.date for entry in room(50).in_order()]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_pages_speak_the_language_of_the_site(lang: str) -> None:
    page = index_pages(room(30, lang=lang), theme())["index.html"].decode()
    assert f'<html lang="{lang}"' in page
    assert ("Chercher dans" in page) == (lang == "fr")
    other = "fr" if lang == "en" else "en"
    assert re.search(rf'<h2><a href="[^"]+" lang="{other}">', page)


def test_a_site_without_briefs_is_a_page() -> None:
    empty = Site("Briefs", "en", "public", "TLP:CLEAR", "TLP:CLEAR", "#FFFFFF", ())
    assert b"0 briefs" in index_pages(empty, theme())["index.html"]


@pytest.mark.parametrize("name", ["index.html", "INDEX.JS", "statements.js", "page-12.html", "SHA256SUMS", ".briefgen"])
def test_the_site_keeps_its_own_names(name: str) -> None:
    assert is_taken(name)
    assert not is_taken("bus-2026")
