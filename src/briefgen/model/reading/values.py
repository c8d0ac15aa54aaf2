"""Choices, dates, booleans and numbers, with a hint for frequent mistakes."""

import calendar
import datetime as dt
import math
import operator
import re
import unicodedata
from collections.abc import Sequence

from briefgen.core.dates import PartialDate
from briefgen.core.suggestions import closest, did_you_mean
from briefgen.model.reading.context import Reading
from briefgen.model.reading.messages import found, listed, name, quoted, report_wrong_type
from briefgen.schema import BooleanType, ChoiceType, DateType, NumberType, PartialDateType
from briefgen.yaml.tree import Node, Scalar, resolve

_SYNONYMS = {
    "low": "slight minor weak faible bajo baja",
    "moderate": "medium middling middle average mid med modest moyen moyenne modéré modérée medio media "
    "moderado moderada",
    "high": "strong major severe élevé élevée fort forte alto alta",
    "cleared": "final approved published released validé aprobado aprobada",
    "draft": "wip provisional preliminary brouillon projet borrador",
    "supports": "for|in favour|in favor|support|supporting|supportive|supported|favourable|favorable|yes|pour|a favor",
    "opposes": "against|opposing|opposed|opposition|objects|no|contre|en contra",
    "not-stated": "none|unknown|silent|n/a|no position|not known|unclear|unstated",
    "conditional": "maybe|depends|with conditions|if",
    "mixed": "undecided|divided|split|both|ambivalent|mitigé|mixto",
    "neutral": "no side|indifferent|neutre|neutro",
    "for": "pro|positive|supports|in favour|in favor|+|pour|a favor",
    "against": "con|contra|negative|opposes|-|−|contre|en contra",
    "lower": "less is better|lower is better|low is better|smaller is better|fewer is better|lowest is best|"
    "lowest|low|less|fewer|minimise|minimize|min|down|descending",
    "higher": "more is better|higher is better|high is better|greater is better|bigger is better|highest is best|"
    "highest|high|more|maximise|maximize|max|up|ascending",
    "stated": "explicit|said|quoted|declared|direct|indiqué|declarado",
    "inferred": "implied|implicit|deduced|derived|concluded|assumed|judged|guess|déduit|inferido",
    "pass": "passed|passes|met|yes|ok|true|oui|sí",
    "fail": "failed|fails|not met|no|false|non",
    "yes": "true fully entirely oui sí",
    "partly": "partially|in part|partial|some|en partie|en parte",
    "no": "false none never non",
    "quoted": "quote quotation verbatim direct",
    "reported": "indirect paraphrase paraphrased",
    "off": "none|never|no|false|ignore|disable|disabled",
    "warning": "warn|warnings",
    "info": "note|notice|information",
    "error": "errors|fatal",
    "news": "newspaper|article|press|press article|broadcast|media",
    "report": "study|paper|survey|assessment|audit|rapport|informe",
    "law": "act|statute|treaty|judgment|judgement|regulation|directive|loi|ley",
    "statement": "speech|declaration|press release|letter|communiqué|comunicado",
    "dataset": "data|database|spreadsheet",
    "statistics": "statistic|stats|figures|census",
    "other": "website|web|web page|webpage|book",
    "icd203": "icd 203|icd",
    "phia": "yardstick|probability yardstick",
    "quotes-only": "quotes|quote only|not allowed|no|false|forbidden|restricted|none",
    "allowed": "yes|true|free|open",
}  # fmt: skip
"""Word of a choice → everyday words for it, separated by `|`, or by spaces where each is one word."""

_EMPHASIS = re.compile(r"^(?:very|strongly|fully|firmly|clearly|openly|quite|rather) ")
"""Words that do not change the sense of the next one."""


def read_choice(node: Node, kind: ChoiceType, context: Reading, path: str) -> str | int | None:
    """One of a few words."""
    if not isinstance(node, Scalar):
        report_wrong_type(node, kind, context, path)
        return None
    for value in kind.values:
        if node.text == str(value):
            return value
    words = [str(value) for value in kind.values]
    hint = hint_for_choice(node.text.strip(), words) if len(node.text) <= 64 and context.has_few_errors else ""
    message = f"{name(path)} cannot be “{quoted(node.text)}”."
    context.report("unknown-value", message, node.span, f"{hint} It is one of {listed(words)}.".lstrip())
    return None


def hint_for_choice(given: str, words: Sequence[str]) -> str:
    """“Did you mean `x`?”; empty where it is not clear what was meant, since suggesting the opposite would be worse."""
    plain = re.sub(r"[\s_-]+", " ", given.lower()).strip(" .“”\"'")
    head = given.partition("#")[0].rstrip()
    if head in words:
        return f"Before a comment stands a space: `{head} #`."
    if re.fullmatch(r"[A-Fa-f][1-6]", given) and given[0].upper() in words:  # the Admiralty code of a piece: B2
        return f"The letter alone is wanted: `{given[0].upper()}`."
    plain = _EMPHASIS.sub("", plain)
    if not re.search(r"[^\W_]", plain):
        plain = given.strip()
    for word in words:
        others = _SYNONYMS.get(word, "")
        if plain in others.split("|" if "|" in others else None):
            return f"Did you mean `{word}`?"
    if plain in words:
        return f"Did you mean `{plain}`?"
    return did_you_mean(given, words) if all(len(word) > 1 or len(given) == 1 for word in words) else ""


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
_LETTERS_FOR_DIGITS = str.maketrans("oli|", "0111")
_DATE_LAYOUT = "Write year, month and day: `2022-10-28`."
_PARTIAL_LAYOUT = "Write `2022-10-28`; or `2022-10` or `2022`, where the day or the month is not known."


def read_date(node: Node, kind: DateType, context: Reading, path: str) -> dt.date | None:
    """A calendar date, as `2022-10-28`."""
    if not isinstance(node, Scalar):
        report_wrong_type(node, kind, context, path, _DATE_LAYOUT)
        return None
    text = node.text.strip()
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        message = f"{name(path)} should be a date; this is {found(node)}."
        context.report("not-a-date", message, node.span, hint_for_date(text))
        return None
    date = PartialDate.read(text)
    if date is None:
        _report_no_day(text, node, context, path)
    return date.first if date else None


def read_partial_date(node: Node, kind: PartialDateType, context: Reading, path: str) -> PartialDate | None:
    """A day, a month or a year, as `2022-10-28`, `2022-10` or `2022`."""
    if not isinstance(node, Scalar):
        report_wrong_type(node, kind, context, path, _PARTIAL_LAYOUT)
        return None
    text = node.text.strip()
    if date := PartialDate.read(text):
        return date
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        _report_no_day(text, node, context, path)
    else:
        message = f"{name(path)} should be a date; this is {found(node)}."
        context.report("not-a-date", message, node.span, hint_for_partial_date(text))
    return None


def is_meant_as_date(text: str) -> bool:
    """Whether a text is a date, or a date that is written in another way."""
    plain = _plain_date(text)
    return bool(re.fullmatch(r"[0-9oli|]{4}(-[0-9oli|]{1,2}){0,2}", plain) or _dates_meant(plain) or _month_only(plain))


def _report_no_day(text: str, node: Scalar, context: Reading, path: str) -> None:
    """Reports that there is no such day, month or year."""
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    given = text.count("-") + 1
    hint = "Write year, month and day in this order: `2022-10-28`." if given == 3 else _PARTIAL_LAYOUT
    if year == 0:
        why = "there is no year 0"
    elif not 1 <= month <= 12:
        why = f"there is no month {month}"
    else:
        last = calendar.monthrange(year, month)[1]
        why = f"{calendar.month_name[month]} {year} has {last} days"
        hint = f"The last day of that month is `{year:04}-{month:02}-{last}`."
    if given == 3 and 1 <= day <= 12 < month <= calendar.monthrange(max(year, 1), day)[1]:
        hint = f"Did you mean `{year:04}-{day:02}-{month:02}`?"
    what = ("year", "month", "day")[given - 1]
    context.report("not-a-date", f"{name(path)}: {text} is not a {what} of the calendar; {why}.", node.span, hint)


def _plain_date(given: str) -> str:
    text = re.sub(r"[‐‑‒–—−]", "-", unicodedata.normalize("NFKC", given)).strip(" “”«»\"'.").lower()
    text = _WEEKDAY.sub("", text)
    if re.search(r"[0-9]", text) and re.fullmatch(r"[0-9oli|]{4}(-[0-9oli|]{2}){1,2}", text):
        text = text.translate(_LETTERS_FOR_DIGITS)
    return text


def hint_for_partial_date(given: str) -> str:
    """How to write the day, month or year that seems to be meant."""
    text = _plain_date(given)
    if days := _dates_meant(text):
        return f"Write {' or '.join(f'`{day.isoformat()}`' for day in days)}."
    if part := _month_only(text):
        return f"Write `{part}`."
    return _PARTIAL_LAYOUT


def hint_for_date(given: str) -> str:
    """How to write the day that seems to be meant; both ways where day and month could be either."""
    text = _plain_date(given)
    if days := _dates_meant(text):
        return f"Write {' or '.join(f'`{day.isoformat()}`' for day in days)}."
    if part := _month_only(text):
        return f"A full date is needed: `{part}-…`. If you do not know the day, leave the line out."
    if re.fullmatch(_YEAR, text):
        return f"A full date is needed: `{text}-…-…`. If you know the year only, leave the line out."
    return f"{_DATE_LAYOUT} If you do not know the day, leave the line out."


def _dates_meant(text: str) -> list[dt.date]:
    """The days that a text can mean."""
    guesses: list[tuple[int, int, int]] = []
    if parts := _YEAR_LAST.fullmatch(text):
        first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
        year += 2000 if len(parts[3]) == 2 else 0
        guesses = [(year, second, first), (year, first, second)]
    elif parts := _YEAR_FIRST.fullmatch(text):
        guesses = [(int(parts[1]), int(parts[2]), int(parts[3])), (int(parts[1]), int(parts[3]), int(parts[2]))]
        guesses = [next((guess for guess in guesses if _is_date(*guess)), guesses[0])]
    elif parts := _DAY_MONTH.fullmatch(text):
        guesses = [(int(parts[3]), _month(parts[2]), int(parts[1]))]
    elif parts := _MONTH_DAY.fullmatch(text):
        guesses = [(int(parts[3]), _month(parts[1]), int(parts[2]))]
    return [dt.date(*guess) for guess in dict.fromkeys(guesses) if _is_date(*guess)]


def _month_only(text: str) -> str:
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


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


_BOOLEAN_WORDS = {
    "true": "yes y on 1 oui vrai sí si verdadero ja x",
    "false": "no n off 0 non faux falso nein",
}


def read_boolean(node: Node, kind: BooleanType, context: Reading, path: str) -> bool | None:
    """`true` or `false`."""
    value = resolve(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool):
        return value
    hint = "Write `true` or `false`."
    if isinstance(node, Scalar):
        word = node.text.strip(" .!“”\"'").lower()
        if word in ("true", "false"):
            hint = f"Write `{word}`" + (", without quotes." if node.span.text != node.text else ".")
        elif meant := next((each for each, words in _BOOLEAN_WORDS.items() if word in words.split()), None):
            hint = f"Write `{meant}`."
        else:
            hint = did_you_mean(word, _BOOLEAN_WORDS) or hint
    report_wrong_type(node, kind, context, path, hint)
    return None


_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS)} | {"first": 1, "second": 2, "third": 3}
_QUOTES_AND_SPACES = " \u00a0\u202f“”„‟«»‘’‚‹›'\""
"""What may surround a number that was written as a text."""
_UNKNOWN = frozenset({
    "?", "??", "???", "-", "–", "—", "x", "n/a", "na", "n.a.", "none", "unknown", "tbd", "tbc", "todo", "not known",
    "s/o", "n/d", "inconnu", "inconnue", "desconocido", "desconocida", "à déterminer", "por determinar",
})  # fmt: skip
_NUMBER_LETTERS = str.maketrans("OoQlI|SB", "00011158")
"""Letters that are typed for digits → the digits."""
_DECIMAL = r"[0-9]+(?:[.,][0-9]+)?"
_PERCENT = re.compile(rf"({_DECIMAL})\s*+(?:%|percent|per cent|pour cent|por ciento|pct)", re.IGNORECASE)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[, '’][0-9]{3})+")
_RANGE = re.compile(rf"({_DECIMAL})\s*+%?\s*+(?:-|\.\.|to|à|a|until)\s*+({_DECIMAL})\s*+%?")
_SHARE = re.compile(r"([0-9]+)\s*+(?:/|of|out of|sur|de|von)\s*+([0-9]+)")
_NUMBER_AMONG_WORDS = re.compile(rf"(?:[^\W\d]++\.?|[#~≈<>≤≥=€$£+])*+\s*+({_DECIMAL})\s*+(?:[^\W\d]++\.?|[€$£]|\s)*+")
"""One number among words: `about 60`, `€60`, `60 points`, `v2`, `1st`."""


def read_number(node: Node, kind: NumberType, context: Reading, path: str, ranges: bool = False) -> int | float | None:
    """A number, as written without quotes. `ranges`: whether a range is allowed too."""
    value = resolve(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        report_wrong_type(node, kind, context, path, hint_for_number(node, ranges))
        return None
    if not math.isfinite(value):
        report_wrong_type(node, kind, context, path, "Write one number, in digits.")
        return None
    if kind.whole:
        if value != int(value):
            report_wrong_type(node, kind, context, path, "Write a number without a fraction: `1`, `2`, `3`.")
            return None
        value = int(value)
    else:
        value = float(value)
    if bounds := _bounds_missed(value, kind):
        context.report("out-of-range", f"{name(path)} is {node.span.text}; it must be {bounds}.", node.span)
        return None
    return value


def _bounds_missed(value: float, kind: NumberType) -> str:
    """The bounds of a number in words, where the value is outside them."""
    bounds = (
        ("at least", kind.ge, operator.ge),
        ("more than", kind.gt, operator.gt),
        ("at most", kind.le, operator.le),
        ("less than", kind.lt, operator.lt),
    )
    given = [(words, bound, holds(value, bound)) for words, bound, holds in bounds if bound is not None]
    return "" if all(kept for *_, kept in given) else " and ".join(f"{words} {bound:g}" for words, bound, _ in given)


def hint_for_number(node: Node, ranges: bool) -> str:
    """What to write in place of a value that is no number; `ranges`: whether a range is allowed too."""
    if not isinstance(node, Scalar):
        return ""
    text = unicodedata.normalize("NFKC", node.text.strip(_QUOTES_AND_SPACES)).strip()
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    if text.lower() in _UNKNOWN:
        return "Where it is not known, leave the line out."
    if _is_number(text, node):
        return f"Write `{text}`, without quotes." if text in node.text else f"Write `{text}`."
    if text.lower() in _NUMBERS:
        return f"Write `{_NUMBERS[text.lower()]}`."
    if glued := re.match(rf"({_DECIMAL})#", text):
        return f"Before a comment stands a space: `{glued[1]} #`."
    if _THOUSANDS.fullmatch(text):
        return f"Write `{re.sub(r'[^0-9]', '', text)}`."
    if percent := _PERCENT.fullmatch(text):
        return f"Write `{percent[1].replace(',', '.')}`."
    if re.fullmatch(r"-?[0-9]+,[0-9]+", text):
        return f"Write `{text.replace(',', '.')}`."
    if between := _RANGE.fullmatch(text):
        low, high = (end.replace(",", ".") for end in between.groups())
        return (
            f"Write the range as `{{low: {low}, high: {high}}}`." if ranges else "Here stands one number, and no range."
        )
    if (share := _SHARE.fullmatch(text)) and ranges:
        return f"Write `{share[1]}`, if that is its place on the scale."
    digits = text.translate(_NUMBER_LETTERS)
    if digits != text and any(map(str.isdigit, text)) and _is_number(digits, node):
        wrong = next(letter for letter, digit in zip(text, digits, strict=True) if letter != digit)
        return f"Write `{digits}`: here a letter, `{wrong}`, stands for a digit."
    if among := _NUMBER_AMONG_WORDS.fullmatch(text):
        return f"Write the number alone: `{among[1].replace(',', '.')}`."
    return "Write one number, in digits." if text else ""


def _is_number(text: str, node: Scalar) -> bool:
    value = resolve(Scalar(text, "plain", node.span))
    return isinstance(value, int | float) and not isinstance(value, bool)
