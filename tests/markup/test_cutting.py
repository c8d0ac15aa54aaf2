"""What is left of a field when readers may not see all of it: `cuts.md` beside this file holds the cases."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.core.diagnostic import Place
from briefgen.markup.redact import Redactor

FACTS = frozenset({"shut", "closed"})


def shown(marking: str) -> bool:
    return marking == "tlp-clear"


REDACTOR = Redactor(shown, FACTS)

_CASE = re.compile(
    r"^(?P<title>[^\n #][^\n]*(?:\n[^\n #][^\n]*)*)\n\n(?P<text>(?:    [^\n]*\n|\n(?=    |\n))+)", re.MULTILINE
)


def cases() -> list[tuple[str, str, str]]:
    manual = Path(__file__).with_name("cuts.md").read_text(encoding="utf-8").partition("\n## ")[2]
    out = []
    for found in _CASE.finditer(manual):
        before, _, after = dedent(found["text"]).partition("→")
        out.append((found["title"], before.strip("\n"), after.strip()))
    return out


CASES = cases()


@pytest.mark.parametrize(("title", "field", "left"), CASES, ids=[case[0] for case in CASES])
def test_a_case_of_the_manual(title: str, field: str, left: str) -> None:
    assert REDACTOR.redact(field).text == left


def test_every_case_is_read() -> None:
    assert len(CASES) == Path(__file__).with_name("cuts.md").read_text(encoding="utf-8").count("    →")


def test_what_went_has_its_place() -> None:
    field = (
        "It rains [and the union knows it]{.marking-tlp-amber}. The well in the north is dry [@shut]. It snows [@open]."
    )
    assert [(loss.why, loss.place, loss.what) for loss in REDACTOR.redact(field).losses] == [
        ("marking", Place(9, 31, 0), "tlp-amber"),
        ("citation", Place(33, 62, 0), "shut"),
    ]


def test_an_author_may_wish_to_be_told_instead() -> None:
    redaction = Redactor(shown, FACTS, spare=True).redact("The well is dry [@shut]. It rains [@open].")
    assert redaction.text == "The well is dry. It rains [@open]."
    assert [(loss.place, loss.what) for loss in redaction.bare] == [(Place(0, 16, 0), "shut")]
    assert redaction.losses == ()


@pytest.mark.parametrize(
    "field", ["It  rains\n[@open] `[@shut]` *so*", "Hm.\r\n\r\n- a\n-  b [@open]", "# no [x]{.judgement}"]
)
def test_where_nothing_goes_not_a_byte_changes(field: str) -> None:
    assert Redactor(shown, frozenset()).redact(field).text == field


WORDS = st.sampled_from([
    "rain", "snow.", "hail,", "*stress*", "**strong**", "`code`", "[link](https://a.example)", "[kept]{.judgement}",
    "5 * 3", "a_b", "[@open]", "[@open; @shut]", "bare [@shut].", "bare [@shut; @closed]", "!", "St. Mary", "\n\n",
    "\n- ", "\n1. ", "\\\n", "{x}", "[", "]", "&amp;", "<b>", "\\*", "«", "»", "…",
])  # fmt: skip
SECRETS = st.sampled_from([
    "[secret]{.marking-tlp-red}", "[a secret [@open].]{.judgement .marking-tlp-amber}", "[*secret*]{.marking-x}",
    "[[secret](https://a.example)]{.marking-tlp-red}", "[the [secret]{.assumption}]{.marking-tlp-green}",
    "*[secret]{.marking-tlp-red}*", "[secret]{.marking-tlp-red .marking-tlp-clear}",
    "[secret]{lang=fr .marking-TLP-RED}",
])  # fmt: skip


@given(st.lists(WORDS | SECRETS, max_size=12).map(" ".join))
def test_laws_of_cutting(field: str) -> None:
    """No word that is marked is left, and no citation of what is withheld; to cut again changes nothing."""
    left = REDACTOR.redact(field).text
    assert "secret" not in left
    assert not re.search(r"@(shut|closed)", left)
    assert REDACTOR.redact(left).text == left
    open_ = Redactor(lambda marking: True, frozenset()).redact(field).text
    assert open_ == field
