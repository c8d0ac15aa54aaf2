"""The quantities of a text: digits and words, magnitudes, fractions, percentages, ordinals, with their units."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon, Numerals
from briefgen.agreement.lexicon import lexicon as loaded
from briefgen.agreement.units import ABBREVIATIONS, SYMBOLS

Kind: TypeAlias = Literal["number", "share", "ordinal", "factor", "vague"]
Bound: TypeAlias = Literal["exact", "about", "least", "most"]


class Quantity(msgspec.Struct, frozen=True):
    """A number where it stands. Offsets are those of the text."""

    values: tuple[float, ...]
    """What it may be, the likeliest first: `1.250` is 1,250 in one country and 1.25 in another."""
    start: int
    end: int
    kind: Kind = "number"
    bound: Bound = "exact"
    unit: str = ""
    """A name of `units.UNITS`."""
    per: str = ""
    """The period of a rate: `day`."""
    counted: str = ""
    """What kind of thing is counted: `household`."""
    precision: float = 0
    """The value of one in its last digit that is not zero: 1,250 is precise to ten."""
    after: int = 0
    """Where its unit, or what is counted, ends."""
    terms: tuple[float, ...] = ()
    """Of “17 of 30”, both numbers."""


class Token(msgspec.Struct, frozen=True):
    """A number in digits, a word, or a sign."""

    kind: Literal["digits", "word", "sign"]
    text: str
    start: int
    end: int


FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four digits between these are mostly a year."""

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[ '](?=\d{3}(?!\d))\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
    r"|(?P<word>(?:km|m)[²³23](?![^\W_])|°c|[^\W\d_]+)|(?P<sign>[%‰€$£¥½¼¾])"
)
_SIGNED = re.compile(r"(?:^|[\s(])[-−–]$")
_WORD_OR_NOTHING = re.compile(r"\s*(?:[^\W\d_]{4,}\s+)?")
_PARTED = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@lru_cache(1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The numbers, words and signs of a folded text."""
    return tuple(Token(found.lastgroup, found[0], *found.span()) for found in _TOKEN.finditer(text))  # type: ignore[arg-type]


def quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities of a text, in order."""
    return _quantities(text, lexicon.code)


@lru_cache(4096)
def _quantities(text: str, code: str) -> tuple[Quantity, ...]:
    known = loaded(code)
    plain = folded(text)
    return _Reader(plain, tokens(plain), known).all() if known else ()


class _Reader:
    """Goes through the tokens of a text once."""

    def __init__(self, text: str, found: tuple[Token, ...], lexicon: Lexicon) -> None:
        self.text, self.tokens, self.lexicon = text, found, lexicon
        self.words: Numerals = lexicon.numerals

    def all(self) -> tuple[Quantity, ...]:
        out: list[Quantity] = []
        at = 0
        while at < len(self.tokens):
            read = self._share(at) or self._number(at) or self._other(at)
            if read is None:
                at += 1
                continue
            quantity = self._described(*read)
            out.append(quantity)
            at = read[1]
            while at < len(self.tokens) and self.tokens[at].start < quantity.end:
                at += 1  # the “cent” of “pour cent” is no number
        return tuple(self._ranged(out))

    # One quantity, from a token on: what it is, and the token behind it.

    def _share(self, at: int) -> tuple[Quantity, int] | None:
        """“two-thirds”, “half of”, “a quarter of a million”, “one in three”."""
        words, first = self.words, self.tokens[at]
        if first.text in words.halves and not self._timed(at + 1):
            whole = self._of_magnitude(0.5, at, at + 1)
            return whole if first.text not in words.weak_halves or whole[0].kind == "number" else None
        if first.text in words.shares or first.text in words.ordinals:
            if at + 1 < len(self.tokens) and self.tokens[at + 1].text in {"parte", "partes"}:  # “la tercera parte”
                bottom = words.shares.get(first.text) or words.ordinals[first.text]
                return Quantity((1 / bottom,), first.start, self.tokens[at + 1].end, "share"), at + 2
        if first.text in _PARTED:
            return self._of_magnitude(_PARTED[first.text], at, at + 1)
        top, after = self._plain_number(at)
        if top is None or after >= len(self.tokens):
            return None
        below = self.tokens[after]
        if below.text in words.shares and self._joined(after - 1) and (top != 1 or self._no_ordinal(at, after)):
            if top < words.shares[below.text]:
                return self._of_magnitude(top / words.shares[below.text], at, after + 1)
            return None
        if below.text in words.halves and first.text in words.articles:
            return self._of_magnitude(0.5, at, after + 1)
        gap = self.text[self.tokens[after - 1].end : below.end + 24]
        # “Six malades sur dix”: what is counted may stand between.
        link = next((cue for cue in words.out_of.find(gap) if _WORD_OR_NOTHING.fullmatch(gap[: cue.start])), None)
        if link and top != int(top):
            return None
        if (
            link
            and (between := gap[: link.start].strip())
            and (first.text in words.articles or between in self.lexicon.units)
        ):
            return None
        if link:
            rest = self.tokens[after - 1].end + link.end
            start = next((n for n in range(after, len(self.tokens)) if self.tokens[n].start >= rest), None)
            if start is not None:
                bottom, end = self._plain_number(start)
                dated = bottom and FIRST_YEAR <= bottom <= LAST_YEAR and link.words in {"de", "of", "in"}
                if dated or (link.words == "de" and first.text in words.articles):
                    return None  # “Law 30 of 1992”
                if link.words == "in" and end < len(self.tokens) and self.tokens[end].text in self.lexicon.units:
                    return None  # “two in thirty hours”
                if bottom and top and top < bottom:
                    terms = (top, bottom)
                    return Quantity((top / bottom,), first.start, self.tokens[end - 1].end, "share", terms=terms), end
        return None

    def _of_magnitude(self, share: float, at: int, after: int) -> tuple[Quantity, int]:
        start = self.tokens[at].start
        ahead = after
        if ahead < len(self.tokens) and self.tokens[ahead].text in {"of", "de", "d"}:
            ahead += 1
        if ahead < len(self.tokens) and self.tokens[ahead].text in self.words.articles:
            ahead += 1
        last = self.tokens[ahead].text if ahead < len(self.tokens) else ""
        if size := self.words.magnitudes.get(last) or self.words.collectives.get(last):
            return Quantity((share * size,), start, self.tokens[ahead].end, precision=size / 10), ahead + 1
        return Quantity((share,), start, self.tokens[after - 1].end, "share"), after

    def _number(self, at: int) -> tuple[Quantity, int] | None:
        token = self.tokens[at]
        if token.kind == "digits":
            return self._in_digits(at)
        value, after = self._in_words(at)
        if value is None:
            return None
        value, after = self._and_a_half(value, at, after)
        if after == at + 1 and token.text in self.words.articles:
            return None
        return Quantity((value,), token.start, self.tokens[after - 1].end, precision=_precision(value)), after

    def _in_digits(self, at: int) -> tuple[Quantity, int]:
        token = self.tokens[at]
        values = _values(token.text, self.words.decimal)
        start = token.start
        if _SIGNED.search(self.text[max(0, start - 2) : start]):
            values = tuple(-value for value in values)
        precision = _digit_precision(token.text, values[0])
        after = at + 1
        end = token.end
        if after < len(self.tokens):
            behind = self.tokens[after]
            attached = behind.start == token.end
            if attached and behind.text in self.words.ordinal_endings:
                return Quantity(values, start, behind.end, "ordinal"), after + 1
            if attached and behind.text in _PARTED:
                values = tuple(value + _PARTED[behind.text] for value in values)
                after, end = after + 1, behind.end
        size = 1.0
        while after < len(self.tokens) and (more := self._magnitude(after, self.tokens[after].start == end)):
            size *= more
            end = self.tokens[after].end
            after += 1
        if size > 1:
            half, after = self._and_a_half(0, after - 1, after)
            values = tuple((value + half) * size for value in values)
            end = self.tokens[after - 1].end
            precision *= size
        return Quantity(values, start, end, precision=precision), after

    def _magnitude(self, at: int, attached: bool) -> float:
        word = self.tokens[at].text
        sign = self.text[self.tokens[at].end : self.tokens[at].end + 1]
        if len(word) <= 2 and not attached and sign not in {"€", "$", "£"}:  # “2.6 M€”
            return 0
        if len(word) == 1 and self.lexicon.code != "en" and sign not in {"€", "$", "£"}:
            return 0  # “12m” are metres
        return self.words.magnitudes.get(word, 0)

    def _in_words(self, at: int) -> tuple[float | None, int]:
        """“two hundred and five thousand”; no value where there is no number."""
        words = self.words
        total = current = 0.0
        seen = False
        here = at
        while here < len(self.tokens):
            if here > at and not self._joined(here - 1):
                break
            word = self.tokens[here].text
            if word in words.doubtful and not self._before_noun(here):
                break
            if word in words.atoms:
                value = words.atoms[word]
                if not _fits(current, value, seen):
                    break
                current = 80 if current == 4 and value == 20 else current + value
            elif word in words.hundreds and current < 100:
                current = max(current, 1) * 100
            elif word in words.vague and here == at:
                break  # “millions of people”
            elif word in words.magnitudes and len(word) > 2:
                size = words.magnitudes[word]
                if size >= 1e6 and 0 < total < size:
                    total, current = (total + current) * size, 0
                else:
                    total, current = total + max(current, 1) * size, 0
            elif seen and word in words.vague:  # “deux milliers”
                current *= words.vague[word]
                here += 1
                break
            elif word in words.collectives:
                current = max(current, 1) * words.collectives[word]
                seen, here = True, here + 1
                break
            elif (word in words.joiners and seen and self._continues(here + 1, current)) or (
                word in words.articles and here == at and self._opens(here + 1)
            ):
                here += 1
                continue
            else:
                break
            seen, here = True, here + 1
        return (total + current, here) if seen else (None, at)

    def _before_noun(self, at: int) -> bool:
        """Whether a word follows without a stop, and no “est” or “tout” stands before: “neuf collèges”."""
        if at + 1 >= len(self.tokens) or self.text[self.tokens[at].end : self.tokens[at + 1].start].strip():
            return False
        before = self.tokens[at - 1].text if at else ""
        return before not in {"est", "sont", "tout", "remis", "flambant", "battant", "etait"}

    def _opens(self, at: int) -> bool:
        """Whether an article before this token stands for one."""
        if at >= len(self.tokens):
            return False
        word = self.tokens[at].text
        words = self.words
        return word in words.hundreds or (word in words.magnitudes and len(word) > 2) or word in words.collectives

    def _continues(self, at: int, current: float) -> bool:
        if at >= len(self.tokens):
            return False
        value = self.words.atoms.get(self.tokens[at].text)
        if value is None:
            return False
        if self.words.decimal == "." or current == 0:  # “a hundred and five”, “two thousand and five”
            return current == 0 or current % 100 == 0
        return current % 10 == 0 and current % 100 >= 20 and value < 20

    def _and_a_half(self, value: float, at: int, after: int) -> tuple[float, int]:
        here = after
        if here < len(self.tokens) and self.tokens[here].text in self.words.joiners:
            here += 1
            if here < len(self.tokens) and self.tokens[here].text in self.words.articles:
                here += 1
            if here < len(self.tokens) and self.tokens[here].text in self.words.halves:
                size = 1.0
                if after > at and (last := self.words.magnitudes.get(self.tokens[after - 1].text)) and value:
                    size = last
                value, here = value + 0.5 * size, here + 1
                if here < len(self.tokens) and (more := self._magnitude(here, attached=False)):
                    return value * more, here + 1
                return value, here
        return value, after

    def _plain_number(self, at: int) -> tuple[float | None, int]:
        if at >= len(self.tokens):
            return None, at
        token = self.tokens[at]
        if token.kind == "digits":
            return _values(token.text, self.words.decimal)[0], at + 1
        if token.text in self.words.articles:
            return 1, at + 1
        return self._in_words(at) if token.text in self.words.atoms else (None, at)

    def _other(self, at: int) -> tuple[Quantity, int] | None:
        """Ordinals, factors, and orders of magnitude."""
        token, words = self.tokens[at], self.words
        if token.text in words.articles and (read := self._one_and_a_half(at)):
            return read
        if token.text in words.vague:
            return Quantity((float(words.vague[token.text]),), token.start, token.end, "vague", "about"), at + 1
        if token.text in words.ordinals:
            return Quantity((float(words.ordinals[token.text]),), token.start, token.end, "ordinal"), at + 1
        if token.text in words.factors:
            return Quantity((words.factors[token.text],), token.start, token.end, "factor"), at + 1
        return None

    def _one_and_a_half(self, at: int) -> tuple[Quantity, int] | None:
        """“a year and a half”."""
        if at + 1 < len(self.tokens) and (unit := self.lexicon.units.get(self.tokens[at + 1].text)):
            half, after = self._and_a_half(1, at, at + 2)
            if half != 1:
                start, end = self.tokens[at].start, self.tokens[after - 1].end
                return Quantity((half,), start, end, unit=unit, precision=0.1, after=end), after
        return None

    def _joined(self, at: int) -> bool:
        """Whether nothing but space or a hyphen stands between a token and the next."""
        return not self.text[self.tokens[at].end : self.tokens[at + 1].start].strip(" -")

    def _no_ordinal(self, at: int, after: int) -> bool:
        """“a third of”, “a third said”, “one quarter”; not “a third option”."""
        if self.tokens[at].text not in self.words.articles or self.tokens[after].text not in self.words.ordinals:
            return True
        if after + 1 >= len(self.tokens) or self.text[self.tokens[after].end : self.tokens[after + 1].start].strip():
            return True
        following = self.tokens[after + 1].text
        return following in self.lexicon.small_words or following in {"parte", "partes"}

    def _timed(self, at: int) -> bool:
        """“half past”: a time of day."""
        return at < len(self.tokens) and self.tokens[at].text in {"past"}

    # What a quantity says beside its number.

    def _described(self, quantity: Quantity, after: int) -> Quantity:
        if quantity.kind == "ordinal":
            return quantity
        if quantity.unit:
            return msgspec.structs.replace(quantity, bound=self._bound(quantity, quantity.end))
        unit, unit_end, taken = self._unit(quantity, after)
        if unit and quantity.kind == "number":
            half, behind = self._and_a_half(0, after, after + taken)
            if half == 0.5:  # “three years and a half”
                values = tuple(value + half for value in quantity.values)
                quantity = msgspec.structs.replace(quantity, values=values, precision=0.1)
                unit_end = self.tokens[behind - 1].end
                quantity = msgspec.structs.replace(quantity, end=unit_end)
        counted, counted_end = ("", 0) if unit and unit not in {"percent"} else self._counted(after + taken)
        end = max(quantity.end, unit_end, counted_end)
        kind: Kind = "share" if unit == "percent" else quantity.kind
        values = tuple(value / 100 for value in quantity.values) if unit == "percent" else quantity.values
        precision = quantity.precision / 100 if unit == "percent" else quantity.precision
        bound = quantity.bound if quantity.bound != "exact" else self._bound(quantity, end)
        per = self._per(end)
        return Quantity(
            values, quantity.start, max(quantity.end, unit_end if unit == "percent" else 0), kind, bound,
            "" if unit == "percent" else unit, per, counted, precision, end, quantity.terms,
        )  # fmt: skip

    def _unit(self, quantity: Quantity, after: int) -> tuple[str, int, int]:
        """The unit behind a number (or the currency before it), where it ends, and how many tokens it takes."""
        before = self.text[max(0, quantity.start - 4) : quantity.start].strip()
        for sign in ("€", "$", "£", "¥"):
            if before.endswith(sign):
                return SYMBOLS[sign], 0, 0
        for skip in (0, 1):
            here = after + skip
            if here >= len(self.tokens):
                break
            token = self.tokens[here]
            gap = self.text[self.tokens[here - 1].end : token.start]
            if gap.strip(" -'.") or len(gap) > 3:
                break
            two = token.text
            if here + 1 < len(self.tokens):
                two = f"{token.text} {self.tokens[here + 1].text}"
                if (unit := self.lexicon.units.get(two)) is not None:
                    three = two + (f" {self.tokens[here + 2].text}" if here + 2 < len(self.tokens) else "")
                    unit = self.lexicon.units.get(three, unit)
                    return unit, self.tokens[here + 1].end, skip + 2
            unit = (
                SYMBOLS.get(token.text)
                or self.lexicon.units.get(token.text)
                or (ABBREVIATIONS.get(token.text) if quantity.kind == "number" and not skip else None)
            )
            if unit:
                return unit, token.end, skip + 1
            if token.text not in {"de", "d", "of"} and skip == 0 and token.kind != "word":
                break
        return "", 0, 0

    def _counted(self, after: int) -> tuple[str, int]:
        for here in range(after, min(after + 4, len(self.tokens))):
            token = self.tokens[here]
            if self.text[self.tokens[here - 1].end : token.start].strip(" -'"):
                break
            if kind := self.lexicon.counted.get(token.text):
                return kind, token.end
        return "", 0

    def _bound(self, quantity: Quantity, end: int) -> Bound:
        start = quantity.start
        before = self.text[max(0, start - 34) : start]
        behind = self.text[end : end + 26]
        kinds: tuple[tuple[Bound, object], ...] = (("least", 0), ("most", 0), ("about", 0))
        for bound, _ in kinds:
            cues = getattr(self.lexicon, bound)
            for cue in reversed(cues.find(before)):
                gap = before[cue.end :].strip(" €$£-")
                if not gap or (len(gap) <= 4 and gap.isalpha()):
                    return bound
            for cue in cues.find(behind)[:1]:
                gap = behind[: cue.start].strip(" ,(-")
                if cue.words.startswith(_TRAILING) and (not gap or (gap.isalpha() and cue.words in _AFTER_NOUN)):
                    return bound
        return "exact"

    def _per(self, end: int) -> str:
        behind = self.text[end : end + 34]
        for period, cues in self.lexicon.per.items():
            for cue in cues.find(behind):
                if not behind[: cue.start].strip() or "/" in behind[: cue.start] or len(behind[: cue.start]) < 14:
                    return period
        return ""

    def _ranged(self, found: list[Quantity]) -> list[Quantity]:
        """The first number of “5 to 7 million euros” may have the unit and the magnitude of the second."""
        out: list[Quantity] = []
        for here, quantity in enumerate(found):
            if here + 1 < len(found) and not quantity.unit and quantity.kind == "number":
                behind = found[here + 1]
                link = self.text[quantity.end : behind.start].strip(" €$£")
                if link in self.words.between and behind.kind in {"number", "share"}:
                    quantity = _like(quantity, behind, self._size(behind))
            out.append(quantity)
        return out

    def _size(self, quantity: Quantity) -> float:
        words = self.text[quantity.start : quantity.end].split()
        return self.words.magnitudes.get(words[-1], 1) if words else 1


_AFTER_NOUN = frozenset(
    {"or more", "or higher", "or fewer", "or less", "ou plus", "ou moins", "o mas", "o menos", "au moins", "al menos"}
)
"""“39 herders or more”."""
_TRAILING = (
    "or so", "or more", "or higher", "at least", "at most", "or less", "or fewer", "approx", "au moins", "au plus", "environ",
    "ou plus", "ou moins", "au maximum", "au minimum", "o mas", "o menos", "como minimo", "como maximo", "al menos",
    "aproximadamente", "more", "de plus",
)  # fmt: skip
"""Bounds that stand behind their number."""


def _like(first: Quantity, second: Quantity, size: float) -> Quantity:
    values = first.values
    if second.kind == "share":
        values = tuple(value / 100 for value in values)
    elif size > 1:
        values = (*(value * size for value in values), *values)
    return Quantity(
        values, first.start, first.end, second.kind, first.bound if first.bound != "exact" else second.bound,
        second.unit, second.per, first.counted or second.counted, first.precision * (size if size > 1 else 1),
        first.after,
    )  # fmt: skip


def _fits(current: float, value: int, seen: bool) -> bool:
    """Whether a word continues a number: “twenty two”, “soixante quinze”, “quatre vingt”; not “four five”."""
    if not seen or current == 0:
        return True
    if value < 10:
        return current % 10 == 0 and (current % 100 >= 20 or current % 100 == 0 or (value >= 7 and current % 100 == 10))
    if value < 20:
        return current % 100 in {0, 60, 80}
    if value < 100:
        return current % 100 == 0 or (value == 20 and current == 4)
    return current % 1000 == 0


def _values(digits: str, decimal: str) -> tuple[float, ...]:
    """What digits may mean; the usual of the language first."""
    digits = digits.replace(" ", "").replace("'", "")
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return (float(digits),)
    last = signs[-1]
    if len(set(signs)) == 2:
        other = "." if last == "," else ","
        if signs.count(last) == 1:
            return (float(digits.replace(other, "").replace(last, ".")),)
        return (float(digits.replace(other, "").replace(last, "")),)
    parts = digits.split(last)
    grouped = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3 and parts[0] != "0"
    whole = float("".join(parts))
    if len(parts) > 2:
        return (whole,)
    part = float(f"{parts[0]}.{parts[1]}")
    if not grouped:
        return (part,)
    return (part, whole) if last == decimal else (whole, part)


def _digit_precision(digits: str, value: float) -> float:
    plain = digits.replace(" ", "").replace("'", "")
    tail = re.search(r"[.,](\d+)$", plain)
    if tail and abs(value) < float(plain[: tail.start()].replace(".", "").replace(",", "") or 0) + 1:
        return 10.0 ** -len(tail[1])
    return _precision(value)


def _precision(value: float) -> float:
    """One in the last digit that is not zero."""
    whole = abs(int(value))
    if whole == 0:
        return 1
    size = 1
    while whole % 10 == 0:
        whole //= 10
        size *= 10
    return float(size)
