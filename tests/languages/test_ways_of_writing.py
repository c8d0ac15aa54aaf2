"""Dates, numbers, shares, quotations and lists in each language. `~` is a no-break space, `^` a narrow one."""

import datetime as dt

import pytest

from briefgen.locale import load

DAYS = {
    "en": ("26 November 2026", "1 May 2026"),
    "fr": ("26 novembre 2026", "1er mai 2026"),
    "es": ("26 de noviembre de 2026", "1 de mayo de 2026"),
}


@pytest.mark.parametrize("lang", DAYS)
def test_days(lang: str) -> None:
    assert tuple(map(load(lang).date, (dt.date(2026, 11, 26), dt.date(2026, 5, 1)))) == DAYS[lang]


NUMBERS = {
    "en": ("1200", "12,000", "1,234,567.5", "−0.25"),
    "fr": ("1200", "12^000", "1^234^567,5", "−0,25"),
    "es": ("1200", "12^000", "1^234^567,5", "−0,25"),
}


@pytest.mark.parametrize("lang", NUMBERS)
def test_numbers(lang: str) -> None:
    """Four digits are not parted."""
    said = tuple(map(load(lang).number, (1200, 12000, 1234567.5, -0.25)))
    assert tuple(text.replace("\u202f", "^") for text in said) == NUMBERS[lang]


def test_two_numbers_of_a_range_are_parted_alike() -> None:
    """“7500–10,000 tonnes” looked like two ways of writing."""
    said = [load("en").between(*ends) for ends in ((2.5, 4), (7500, 9000), (7500, 10000), (-12000, -900))]
    assert said == ["2.5–4", "7500–9000", "7,500–10,000", "−12,000–−900"]


@pytest.mark.parametrize(
    ("lang", "share", "quoted"), [("en", "23%", "“x”"), ("fr", "23^%", "«^x^»"), ("es", "23~%", "«x»")]
)
def test_shares_and_quotations(lang: str, share: str, quoted: str) -> None:
    said = [
        text.replace("\u202f", "^").replace("\u00a0", "~") for text in (load(lang).percent(23.2), load(lang).quote("x"))
    ]
    assert said == [share, quoted]


@pytest.mark.parametrize(
    ("items", "joined"),
    [
        (("Agua", "Tubería"), "Agua y Tubería"),
        (("Francia", "España", "Italia"), "Francia, España e Italia"),
        (("Padres", "«hijos»"), "Padres e «hijos»"),
        (("Agua", "hielo"), "Agua y hielo"),
        (("Cobre", "Hierro"), "Cobre y Hierro"),
        (("Uno",), "Uno"),
    ],
)
def test_lists_in_spanish(items: tuple[str, ...], joined: str) -> None:
    assert load("es-MX").join(items) == joined
