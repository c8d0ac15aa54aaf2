"""What is looked for of a withheld text, beside six words in a row and names: short texts, marked words, days."""

import pytest
from msgspec.structs import replace
from tests.release.test_figures_of_no_data import found, with_piece
from tests.release.test_planted_leaks import clean

from briefgen.release.scan import Released, guard, scan
from briefgen.release.scan.numbers import in_words, spelled_out

PAGE = "<html><p>They walk home at night. {}</p></html>"


@pytest.mark.parametrize(
    ("text", "leak", "what"),
    [
        ("too dear for us", "It is too dear for us, they say.", ["too dear for us"]),
        ("eleven thousand a night", "Eleven thousand a\u00a0night!", ["eleven thousand", "eleven thousand a night"]),
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


def test_why_a_rule_is_waived_makes_no_name_known() -> None:
    """No brief says it; a withheld name that stood there too was not looked for."""
    scenario = clean()[0].loaded.scenario
    fact = replace(scenario.facts[0], waive={"left-hanging": "The Tannery has said so in public."})
    left = replace(scenario, facts=(fact, *scenario.facts[1:]))
    looking = guard(with_piece(left, "It is of the Tannery."), left, Released())
    assert [each.what for each in scan({"a.html": b"<html><p>The Tannery.</p></html>"}, looking)] == ["tannery"]


def test_what_other_readers_read_too_is_no_leak() -> None:
    """“They walk home at night” stands in what is released."""
    assert found("a.html", PAGE.format("").encode(), "They walk home at night") == []


@pytest.mark.parametrize(
    ("text", "leak", "what"),
    [
        ("It is of the Secretan.", "The Ѕecretаn wants it.", "secretan"),  # a Cyrillic S and a
        ("It is of the Tannery.", "The Τаnnery wants it.", "tannery"),  # a Greek T, a Cyrillic a
        ("It is of the Tannery.", "The \u202eyrennaT\u202c wants it.", "tannery"),
        ("It is of the Tannery.", "The Tan\u2066ne\ufe0fr\u200by wants it.", "tannery"),
        ("It is of the Tannery.", "The T\u0336a\u0336nnery wants it.", "tannery"),
        ("It is of the Tannery.", "The Tan<sup>12</sup>nery wants it.", "tannery"),
        ("It is of the Tannery.", '<b id="t\u00adannery">a</b>', "tannery"),
        ("It is of the Tannery.", '<b id="tаnnery">a</b>', "tannery"),
        ("It is of Müller.", "Of Mueller.", "mueller"),
        ("It is of Mueller.", "Of Müller.", "muller"),
        ("It is of Weiß.", "Of Weiss.", "weiss"),
        ("It is of Sørensen.", "Of Soerensen.", "soerensen"),
        ("It is of Soerensen.", "Of Sørensen.", "sorensen"),
        ("It is in Århus.", "In Aarhus.", "aarhus"),
        ("It is in Łódź.", "In Lodz.", "lodz"),
        ("It is in Zanzibar.", "A Zanzibari boat.", "zanzibari"),
        ("It is in Lorbach.", "Des Lorbachiennes.", "lorbachiennes"),
        ("They ask 91,200 a year.", "It is 91.2 thousand.", "91.2 thousand"),
        ("They ask 91,200 a year.", "C’est 91,2 mille.", "91.2 mille"),
        ("They ask 91,200 a year.", "Unos 91,2 mil.", "91.2 mil"),
        ("They ask 91,200 a year.", "Some 91k.", "91k"),
        ("They ask 91,200 a year.", "Some ninety-one thousand.", "ninety one thousand"),
        ("They ask 91,200 a year.", "Quatre-vingt-onze mille.", "quatre vingt onze mille"),
        ("They ask 91,200 a year.", "Noventa y un mil.", "noventa y un mil"),
        ("They ask 500,000 a year.", "Half a million.", "half a million"),
        ("They ask 91,200 a year.", "It is ９１ ２００.", "91200"),
        ("They ask 1,200 a year.", "It is 1,2OO.", "1200"),
        ("They ask 1,412 a year.", "It is ١٤١٢ or 1,4l2.", "1412"),
        ("They ask ninety-one thousand.", "It is 91,000.", "91000"),
        ("They ask 2.5 million.", "It is 2,500,000.", "2500000"),
        ("It is for 41 households.", "Forty-one households.", "forty one households"),
        ("It is for forty-one households.", "The 41 households.", "41 households"),
    ],
)
def test_what_is_found_in_disguise(text: str, leak: str, what: str) -> None:
    """All of these went out once: by letters of another script, another spelling, or a number written otherwise."""
    assert what in found("a.html", PAGE.format(leak).encode(), text)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("It is of Sue.", "Elle a su le faire."),
        ("It was 500,000.", '<svg><path d="M0 500 m 12 9"></path></svg>'),
        ("They ask 1,950 a year.", "Two thousand of them walk; 2 thousand."),
        ("It is for two towns.", "In two streets."),
        ("It takes 10 days.", "It is 1O and l0 and B10."),
        ("It is in Ghent.", "He is a gent of Genthin."),
    ],
)
def test_what_is_no_disguise(text: str, page: str) -> None:
    assert found("a.html", PAGE.format(page).encode(), text) == []


@pytest.mark.parametrize("number", [11, 21, 71, 80, 81, 91, 99, 100, 101, 180, 200, 231, 700, 999])
@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_a_number_in_words_is_read_as_it_is_written(number: int, lang: str) -> None:
    assert all([*spelled_out(each)] == [(number, len(each))] for each in in_words(number, lang))


@pytest.mark.parametrize(
    ("number", "lang", "written"),
    [
        (91, "en", "ninety one"), (105, "en", "one hundred and five"), (21, "fr", "vingt et un"),
        (71, "fr", "soixante et onze"), (80, "fr", "quatre vingts"), (91, "fr", "quatre vingt onze"),
        (200, "fr", "deux cents"), (22, "es", "veintidos"), (31, "es", "treinta y uno"), (500, "es", "quinientas"),
        (105, "es", "ciento cinco"), (100, "es", "cien"),
    ],
)  # fmt: skip
def test_how_numbers_are_written(number: int, lang: str, written: str) -> None:
    assert tuple(written.split()) in in_words(number, lang)
