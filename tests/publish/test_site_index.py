"""What a reading room is searched by: small, whole, and harmless wherever it stands."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bench.many_briefs import room
from tests.laws.briefs import theme

from briefgen.writers.site import Copy, Edition, Entry, Room, Version, index_pages, is_taken
from briefgen.writers.site.index import data
from briefgen.writers.site.listing import MOST as MOST_LISTED
from briefgen.writers.site.packed import CHARACTERS, MIDDLE, SHORT, code, cut, pack, row
from briefgen.writers.site.packed import MOST as MOST_NUMBER

MOST = 150_000
"""Bytes of all that a search loads, over 1,000 briefs."""


def unpacked(words: str, packed: str) -> list[str]:
    """The texts again, as `search.js` reads them."""
    known, out = words.split(" "), []
    for text in packed.split(" "):
        numbers, signs = [], iter(text)
        for sign in signs:
            first = CHARACTERS.index(sign)
            base = len(CHARACTERS)
            if first < SHORT:
                numbers.append(first)
            elif first < SHORT + MIDDLE:
                numbers.append(SHORT + (first - SHORT) * base + CHARACTERS.index(next(signs)))
            else:
                middle, last = CHARACTERS.index(next(signs)), CHARACTERS.index(next(signs))
                numbers.append(SHORT + MIDDLE * base + ((first - SHORT - MIDDLE) * base + middle) * base + last)
        out.append(" ".join(known[number] for number in numbers))
    return out


def one(title: str, question: str = "", topics: tuple[str, ...] = (), name: str = "bus") -> Room:
    copies = (Copy("html", f"{name}/1/{name}.html", 9), Copy("pdf", f"{name}/1/{name}.pdf", 9))
    version = Version("en", title, question, topics, copies)
    entry = Entry(name, (Edition(1, "2026-01-20", "cleared", "TLP:CLEAR", "#FFFFFF", (version,)),))
    return Room("Briefs", "en", "public", "TLP:CLEAR", "TLP:CLEAR", "#FFFFFF", (entry,))


def value(script: str) -> dict[str, object]:
    found = re.fullmatch(r"BRIEFS=(.*);\n", script, re.DOTALL)
    assert found
    loaded: dict[str, object] = json.loads(found[1])
    return loaded


@given(st.lists(st.text(), max_size=8))
def test_texts_come_out_as_they_went_in(texts: list[str]) -> None:
    words, packed = pack(texts)
    again = unpacked(words, packed) if texts else []
    assert again == [" ".join(text.split()) for text in texts]


def test_numbers_of_a_row_come_out_as_they_went_in() -> None:
    numbers = [0, SHORT, 999, MIDDLE * len(CHARACTERS), MOST_NUMBER]
    assert "".join(map(code, numbers)) == row(numbers)
    assert {len(code(number)) for number in (MOST_NUMBER - 1, MOST_NUMBER)} == {3}
    assert code(MOST_NUMBER)[0] == CHARACTERS[-1] == code(MOST_NUMBER)[-1]


@pytest.mark.parametrize(
    ("size", "number"), [(1, 1), (999_499, 999), (1_000_000, 1000), (1_449_000, 1004), (250_000_000, 3490)]
)
def test_sizes_are_kept_as_they_are_shown(size: int, number: int) -> None:
    copies = (Copy("html", "a/1/a.html", 9), Copy("docx", "a/1/a.docx", size))
    version = Version("en", "A", "B", ("c",), copies)
    entry = Entry("a", (Edition(1, "2026-01-20", "cleared", "TLP:CLEAR", "#FFFFFF", (version,)),))
    held = value(data(Room("Briefs", "en", "public", "TLP:CLEAR", "TLP:CLEAR", "#FFFFFF", (entry,))))
    assert held["rows"] == row([0, 1, 0, 0, number, 0, 1, 0])


def test_every_number_has_characters_of_its_own() -> None:
    most = SHORT + MIDDLE * len(CHARACTERS)
    codes = [code(number) for number in range(most + 9_000)]
    assert len(set(codes)) == len(codes)
    assert [len(codes[at]) for at in (0, SHORT - 1, SHORT, most - 1, most)] == [1, 1, 2, 2, 3]


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_nothing_an_author_writes_ends_a_script(title: str, question: str, topics: list[str]) -> None:
    script = data(one(title, question, tuple(topics)))
    body = script.removeprefix("BRIEFS=")
    assert not set("<>&'\u2028\u2029") & set(body)
    assert value(script)


@pytest.mark.parametrize(
    "hostile",
    ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"];alert(1);//', "a\u2028b", "${x}`", "\\"],
)
def test_hostile_titles_are_words(hostile: str) -> None:
    made = one(hostile, hostile, (hostile,))
    held = value(data(made))
    assert unpacked(str(held["words"]), str(held["texts"])) == [" ".join(hostile.split())] * 3
    page = index_pages(made, theme())["index.html"].decode()
    assert page.count("<script") == 2  # the data and the search
    assert "<img" not in page
    assert "alert(1)</script>" not in page


def test_a_thousand_briefs_are_searched_with_little() -> None:
    pages = index_pages(room(1000), theme())
    first, searched = len(pages["index.html"]), len(pages["index.js"])
    print(f"index.js {searched}, index.html {first}")  # noqa: T201
    assert first + searched < MOST
    assert len(pages) == 1 + 1000 / MOST_LISTED


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
    empty = Room("Briefs", "en", "public", "TLP:CLEAR", "TLP:CLEAR", "#FFFFFF", ())
    assert b"0 briefs" in index_pages(empty, theme())["index.html"]


@pytest.mark.parametrize("name", ["index.html", "INDEX.JS", "page-12.html", "SHA256SUMS", ".briefgen"])
def test_the_site_keeps_its_own_names(name: str) -> None:
    assert is_taken(name)
    assert not is_taken("bus-2026")


def test_long_questions_are_cut_between_words() -> None:
    assert cut("Should the town run a bus?", 15) == "Should the …"
    assert cut("Short", 15) == "Short"
    assert cut("x" * 30, 15) == "x" * 15 + " …"
