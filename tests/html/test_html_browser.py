"""Pages in a real browser: checked by axe-core, read on a phone, worked by keyboard, printed."""

import os
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.html.axe import axe, found
from tests.html.browser import Browser
from tests.html.every_block import every_block
from tests.laws.briefs import a_few, brief, called, every_brief
from tests.tools import require

from briefgen.html import write
from briefgen.theme import Theme

pytestmark = pytest.mark.slow

WIDE, PHONE = (1280, 900), (320, 640)
WIDTHS = (320, 375, 600, 641, 800, 1055, 1057, 1920)

CI = [*map(called, a_few())]
"""Briefs that CI looks at; `make matrix` looks at all."""
BRIEFS = [*map(called, every_brief())]
PAGES = ["every-block", *(pytest.param(name, marks=() if name in CI else pytest.mark.matrix) for name in BRIEFS)]
Page = Callable[[str], Path]
STATES = [(size, dark) for size in (WIDE, PHONE) for dark in (False, True)]

OPEN_ALL = "document.querySelectorAll('[data-note]').forEach((mark) => mark.click())"
FOCUS = "document.activeElement"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(require("chromium"), tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, theme: Theme) -> Page:
    """The file of a page, written where it is first asked for."""
    folder, briefs = tmp_path_factory.mktemp("pages"), {called(of): of for of in every_brief()}

    def written(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_bytes(write(brief(*briefs[name]) if name in briefs else every_block(), theme))
        return file

    return written


@pytest.fixture
def every(browser: Browser, page: Page) -> Browser:
    """The browser with the brief of every block open."""
    browser.open(page("every-block"), *WIDE)
    return browser


def test_a_browser_starts_whatever_files_are_open(tmp_path: Path) -> None:
    """Its pipes were moved by way of number 20, which may be one of them."""
    held = [os.dup(0)]
    while held[-1] < 16:
        held.append(os.dup(0))
    try:
        for _ in range(2):  # with numbers from 17 to 20, and from 18 to 21
            with Browser(require("chromium"), tmp_path / "profile") as opened:
                assert opened.run("1 + 1") == 2
            held.append(os.dup(0))
    finally:
        for each in held:
            os.close(each)


# Checked by axe-core


def in_states() -> Iterator[object]:
    """CI looks at every block in every state, `make matrix` at each brief too."""
    for name in ("every-block", *BRIEFS):
        for size, dark in STATES:
            called_so = f"{name}-{'phone' if size == PHONE else 'wide'}-{'dark' if dark else 'light'}"
            yield pytest.param(
                name, size, dark, id=called_so, marks=() if name == "every-block" else pytest.mark.matrix
            )


@pytest.mark.parametrize(("name", "size", "dark"), [*in_states()])
def test_axe_finds_nothing(browser: Browser, page: Page, name: str, size: tuple[int, int], dark: bool) -> None:
    script = axe()
    browser.open(page(name), *size, dark=dark)
    assert found(browser, script) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_where_notes_are_open(every: Browser, page: Page, size: tuple[int, int], dark: bool) -> None:
    script = axe()
    every.open(page("every-block"), *size, dark=dark)
    every.run(OPEN_ALL)
    assert every.run("document.querySelectorAll('.open-note').length") == 8
    assert found(every, script) == []


def test_axe_would_find_something(browser: Browser, tmp_path: Path) -> None:
    script = axe()
    page = tmp_path / "bad.html"
    page.write_text(
        "<!doctype html><title>x</title><p style='color: #999'>pale</p><img src='data:,'>", encoding="utf-8"
    )
    browser.open(page)
    assert {fault.partition(":")[0] for fault in found(browser, script)} >= {
        "color-contrast",
        "html-has-lang",
        "image-alt",
    }


# Alone and at any width


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_its_policy_has_nothing_to_refuse(browser: Browser, page: Page, name: str) -> None:
    browser.open(page(name))
    browser.run(OPEN_ALL)
    assert [each for each in browser.requests[1:] if not each.startswith("data:")] == []
    assert browser.complaints == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_never_scrolls_sideways(browser: Browser, page: Page, name: str) -> None:
    browser.open(page(name), *PHONE)
    browser.run(OPEN_ALL)
    needed = {}
    for width in WIDTHS:
        browser.resize(width, 900)
        needed[width] = browser.run("document.documentElement.scrollWidth")
    assert {width: wide for width, wide in needed.items() if wide > width} == {}


def test_a_table_too_wide_for_a_phone_scrolls_inside_its_frame(browser: Browser, page: Page) -> None:
    browser.open(page("every-block"), *PHONE)
    frames = "[...document.querySelectorAll('.frame')]"
    scrolling = f"{frames}.filter((frame) => frame.scrollWidth > frame.clientWidth).map((frame) => frame.tabIndex)"
    assert browser.run(scrolling) == [0, 0]


def test_a_table_is_the_same_table_to_a_screen_reader_on_a_phone(browser: Browser, page: Page) -> None:
    told = []
    for size in (WIDE, PHONE):
        browser.open(page("haiti-2022-en-options-paper"), *size)
        roles = Counter(browser.roles())
        told.append({role: roles[role] for role in ("table", "row", "columnheader", "rowheader", "cell", "caption")})
    assert told[0] == told[1]
    assert told[0]["table"] == browser.run("document.querySelectorAll('table').length") > 5


@pytest.mark.parametrize(("width", "folded"), [(1280, False), (320, True)])
def test_contents_are_folded_where_there_is_no_room_beside_the_text(
    every: Browser, page: Page, width: int, folded: bool
) -> None:
    every.open(page("every-block"), width)
    assert every.run("document.querySelector('nav details').open") is not folded


# By keyboard


def test_the_first_stop_leads_to_the_text(every: Browser) -> None:
    every.press("Tab")
    assert every.run(f"{FOCUS}.textContent") == "Skip to the text"
    assert every.run(f"{FOCUS}.getBoundingClientRect().top") >= 0
    every.press("Enter")
    assert every.run(f"{FOCUS}.id") == "_text"


def test_every_stop_is_seen_and_none_is_under_the_bar(every: Browser, page: Page) -> None:
    seen = f"""(() => {{
      const here = {FOCUS} ?? document.body;
      const bottom = here.getBoundingClientRect().bottom;
      return [here === document.body ? "" : here.outerHTML.slice(0, 90), getComputedStyle(here).outlineStyle, bottom];
    }})()"""
    stops = []
    for _ in range(80):
        every.press("Tab")
        stop, outline, bottom = every.run(seen)
        if not stop:
            break
        stops.append(stop)
        assert outline not in ("none", "")
        assert bottom > 42 or "skip" in stop
    assert len([stop for stop in stops if "data-note" in stop]) == 8


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_note_opens_under_its_paragraph_and_closes_again(every: Browser, page: Page, size: tuple[int, int]) -> None:
    every.open(page("every-block"), *size)
    every.run("document.getElementById('cite-1-2').focus()")
    every.press("Tab")
    assert every.run(f"[{FOCUS}.id, {FOCUS}.getAttribute('aria-expanded')]") == ["cite-2-1", "false"]

    every.press("Enter")
    controlled = f"document.getElementById({FOCUS}.getAttribute('aria-controls'))"
    assert every.run(f"[{FOCUS}.id, {FOCUS}.getAttribute('aria-expanded')]") == ["cite-2-1", "true"]
    assert every.run(f"{controlled}.textContent").startswith("2 The article, line\u00a02: “international troops”.")
    assert every.run(f"{controlled}.previousElementSibling === {FOCUS}.closest('p')") is True
    assert every.run("location.hash") == ""

    every.press("Escape")
    assert every.run(f"[{FOCUS}.id, {FOCUS}.getAttribute('aria-expanded')]") == ["cite-2-1", "false"]
    assert every.run("document.querySelectorAll('.open-note').length") == 0


def test_escape_inside_an_open_note_leads_back_to_its_mark(every: Browser) -> None:
    every.run("for (const id of ['cite-1-1', 'cite-3-1']) document.getElementById(id).click()")
    every.run("document.querySelector('#_open-cite-1-1 .whole').focus()")
    every.press("Escape")
    assert every.run(f"{FOCUS}.id") == "cite-1-1"
    assert every.run("[...document.querySelectorAll('.open-note')].map((note) => note.id)") == ["_open-cite-3-1"]


def test_a_note_of_a_cell_opens_in_the_cell(every: Browser) -> None:
    every.run("document.getElementById('cite-3-2').click()")
    assert every.run("document.getElementById('_open-cite-3-2').parentElement.tagName") == "TD"


def test_notes_of_one_paragraph_open_in_the_order_of_their_marks(every: Browser) -> None:
    every.run("for (const id of ['cite-3-1', 'cite-1-2', 'cite-2-1']) document.getElementById(id).click()")
    opened = "[...document.querySelectorAll('.open-note')].map((note) => note.id)"
    assert every.run(opened) == ["_open-cite-1-2", "_open-cite-2-1", "_open-cite-3-1"]


def test_without_script_a_mark_leads_to_the_end_note(every: Browser, page: Page) -> None:
    every.open(page("every-block"), script=False)
    every.run("document.getElementById('cite-2-1').focus()")
    every.press("Enter")
    assert every.run("location.hash") == "#note-2"
    assert every.run("document.querySelector('nav details').open") is True


# As the reader prefers


def test_nothing_moves_for_those_who_prefer_it_so(every: Browser) -> None:
    motion = "getComputedStyle(document.documentElement).scrollBehavior"
    every.prefer(**{"prefers-reduced-motion": "no-preference"})
    assert every.run(motion) == "smooth"
    every.prefer(**{"prefers-reduced-motion": "reduce"})
    assert every.run(motion) == "auto"


def test_with_forced_colours_what_was_a_ground_gets_a_rule(every: Browser) -> None:
    rule = "getComputedStyle(document.querySelector('td.for')).borderInlineStartStyle"
    assert every.run(rule) == "none"
    every.prefer(**{"forced-colors": "active"})
    assert every.run(rule) == "solid"


# On paper


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_on_paper_every_page_is_marked_and_notes_are_at_the_end(
    browser: Browser, page: Page, tmp_path: Path, dark: bool
) -> None:
    reader = require("pdftotext")
    browser.open(page("every-block"), dark=dark)
    browser.run(OPEN_ALL)
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(browser.paper())
    text = subprocess.run([reader, "-layout", printed, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert page.count("TLP:AMBER+STRICT") >= 2
        assert "Draft" in page
        assert f"{number} of {len(pages)}" in page
    assert "The whole of passage 3." in text
    assert "line 2: “international troops”" not in text  # what was open on the screen
    assert "https://example.org/a" not in text
    assert "In this paper" not in text
    assert browser.run("matchMedia('print').matches") is False
