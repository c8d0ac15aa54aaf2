"""What looks meant as a marking and is none: its words went out, with a warning or without."""

import pytest

from briefgen.markup.marking import missed
from briefgen.markup.redact import Redactor

LABELS = ("tlp-clear", "tlp-amber", "for-officials")


@pytest.mark.parametrize(
    "text",
    [
        "[Secret]{tlp-amber} walks.",
        "[Secret]{.tlp-amber} walks.",
        "[Secret]{TLP:AMBER} walks.",
        "[Secret]{For officials} walks.",
        "[Secret]{.judgement .tlp-amber} walks.",
        "[Secret]{marking=tlp-amber} walks.",
        "[Secret]{.markings-tlp-amber} walks.",
        "[Secret]{.mark-tlp-amber} walks.",
        "[Secret]{.m\u0430rking-tlp-amber} walks.",
        "[Secret]{.mar\u00adking-tlp-amber} walks.",
        "[Secret]{.marking\u2011tlp\u2011amber} walks.",
        "[Secret]{.marking tlp-amber} walks.",
        "[Secret]\uff5b.marking-tlp-amber\uff5d walks.",
        "[Secret](.marking-tlp-amber) walks.",
        "[walks](https://a.example/[secret]{.marking-tlp-amber})",
        "(TLP:AMBER) Secret walks.",
        "It rains.\n\n- (TLP:AMBER) Secret walks.",
    ],
)
def test_what_looks_meant_as_a_marking_is_told(text: str) -> None:
    assert missed(text, LABELS)


@pytest.mark.parametrize(
    "text",
    [
        "[Secret]{.marking-tlp-amber} walks.",
        "[Secret]{.judgement .marking-tlp-amber} walks.",
        "[It walks]{.judgement} [home]{lang=fr} [now [@open]]{.inferred}.",
        "The scheme (TLP:AMBER) is one of FIRST.",
        "[The scheme](https://www.first.org/tlp-amber/) is one of FIRST.",
        "(In May) it rains.",
        "It {walks} (home).",
    ],
)
def test_what_is_a_marking_or_none_at_all_is_not(text: str) -> None:
    assert missed(text, LABELS) is None


def test_a_marking_in_an_address_takes_its_paragraph_with_it() -> None:
    """It was left there, with its words."""
    redactor = Redactor(lambda marking: False, frozenset())
    assert redactor.redact("It rains [a](https://a.example/[secret]{.marking-tlp-red}) now.").text == ""
