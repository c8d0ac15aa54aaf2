"""How a day is written that was written otherwise: by its month's name, turned round, with slashes, in part."""

import datetime as dt
import re
import unicodedata

from briefgen.slips import closest

_MONTHS = {
    name: number
    for number, names in enumerate((
        "january jan janvier janv enero ene", "february feb février fevrier févr febrero",
        "march mar mars marzo", "april apr avril avr abril abr", "may mai mayo", "june jun juin junio",
        "july jul juillet juil julio", "august aug août aout agosto ago",
        "september sep sept septembre septiembre setiembre",
        "october oct octobre octubre", "november nov novembre noviembre",
        "december dec décembre decembre déc diciembre dic",
    ), 1)
    for name in names.split()
}  # fmt: skip
_YEAR = r"([0-9]{4})"
_YEAR_FIRST = re.compile(rf"{_YEAR}[/. -]?([0-9]{{1,2}})[/. -]?([0-9]{{1,2}})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4}|[0-9]{2})")
_DAY_MONTH = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th|er|º)?\.?(?: of| de)? ([^\W\d]+)\.?,?(?: of| de| del)? {_YEAR}")
_MONTH_DAY = re.compile(rf"([^\W\d]+)\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}")
_MONTH_YEAR = re.compile(rf"([^\W\d]+)\.?,?(?: of| de)? {_YEAR}")
_WEEKDAY = re.compile(r"^[^\W\d]+day,? |^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? |"
                      r"^(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? ")  # fmt: skip
_LETTERS = str.maketrans("oli|", "0111")

LAYOUT = "Write year, month and day: `2022-10-28`."


def day_cure(given: str) -> str:
    """How to write the day that seems to be meant; both ways where day and month could be either."""
    text = re.sub(r"[‐‑‒–—−]", "-", unicodedata.normalize("NFKC", given)).strip(" “”«»\"'.").lower()
    text = _WEEKDAY.sub("", text)
    if re.search(r"[0-9]", text) and re.fullmatch(r"[0-9oli|]{4}-[0-9oli|]{2}-[0-9oli|]{2}", text):
        text = text.translate(_LETTERS)
    if days := _days(text):
        return f"Write {' or '.join(f'`{day.isoformat()}`' for day in days)}."
    if part := _in_part(text):
        return f"A full date is needed: `{part}-…`. If you do not know the day, leave the line out."
    if re.fullmatch(_YEAR, text):
        return f"A full date is needed: `{text}-…-…`. If you know the year only, leave the line out."
    return f"{LAYOUT} If you do not know the day, leave the line out."


def _days(text: str) -> list[dt.date]:
    """The days that a text can mean."""
    guesses: list[tuple[int, int, int]] = []
    if parts := _YEAR_LAST.fullmatch(text):
        first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
        year += 2000 if len(parts[3]) == 2 else 0
        guesses = [(year, second, first), (year, first, second)]
    elif parts := _YEAR_FIRST.fullmatch(text):
        guesses = [(int(parts[1]), int(parts[2]), int(parts[3])), (int(parts[1]), int(parts[3]), int(parts[2]))]
        guesses = [next((guess for guess in guesses if _real(*guess)), guesses[0])]
    elif parts := _DAY_MONTH.fullmatch(text):
        guesses = [(int(parts[3]), _month(parts[2]), int(parts[1]))]
    elif parts := _MONTH_DAY.fullmatch(text):
        guesses = [(int(parts[3]), _month(parts[1]), int(parts[2]))]
    return [dt.date(*guess) for guess in dict.fromkeys(guesses) if _real(*guess)]


def _in_part(text: str) -> str:
    """Year and month, where no day is given."""
    if parts := re.fullmatch(rf"{_YEAR}[-/.]([0-9]{{1,2}})", text):
        year, month = parts[1], int(parts[2])
    elif parts := re.fullmatch(rf"([0-9]{{1,2}})[-/.]{_YEAR}", text):
        year, month = parts[2], int(parts[1])
    elif parts := _MONTH_YEAR.fullmatch(text):
        year, month = parts[2], _month(parts[1])
    else:
        return ""
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""


def _month(name: str) -> int:
    return _MONTHS.get(name) or _MONTHS.get(closest(name, [month for month in _MONTHS if len(month) > 4]) or "", 0)


def _real(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
