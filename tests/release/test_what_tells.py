"""What is looked for of a withheld text, beside six words in a row and names: short texts, marked words, days."""

import pytest
from tests.release.test_figures_of_no_data import found

PAGE = "<html><p>They walk home at night. {}</p></html>"


@pytest.mark.parametrize(
    ("text", "leak", "what"),
    [
        ("too dear for us", "It is too dear for us, they say.", ["too dear for us"]),
        ("eleven thousand a night", "Eleven thousand a\u00a0night!", ["eleven thousand a night"]),
        ("dear enough", "It is dear enough.", []),
        (
            "They walk and [few of them vote]{.marking-tlp-amber} there.",
            "So few of them vote now.",
            ["few of them vote"],
        ),
        (
            "They walk and [few of [@last-bus] them vote]{.judgement .marking-tlp-amber} there.",
            "So few of them vote now.",
            ["few of them vote"],
        ),
        ("The vote is on 17 April.", "They vote on 17 April.", ["17 april"]),
        ("Le vote a lieu le 17 avril.", "Ils votent le 17 avril.", ["17 avril"]),
        ("They met at Lorbach with Müller.", "Muller was there.", ["muller"]),
        ("They met at the ZDF.", "It is of the Z.D.F. now.", ["zdf"]),
        ("They met at the Z.D.F. then.", "It is of the ZDF now.", ["zdf"]),
        ("Ils ont vu Zanzibar.", "Estuvieron en Zanzíbar.", ["zanzibar"]),
        ("It is said to be 甘泉寺.", "It is in 甘泉寺 now.", ["甘泉寺"]),
    ],
)
def test_what_is_found(text: str, leak: str, what: list[str]) -> None:
    assert found("a.html", PAGE.format(leak).encode(), text) == what


def test_what_other_readers_read_too_is_no_leak() -> None:
    """“They walk home at night” stands in what is released."""
    assert found("a.html", PAGE.format("").encode(), "They walk home at night") == []
