"""Numbers in words: “two hundred and five thousand”, “quatre-vingt-dix-sept”, “treinta y cinco”."""

from briefgen.agreement.tokens import Line


def spelled(line: Line, at: int) -> tuple[float | None, int]:
    """The number that begins at a token, and the token behind it; None where none begins."""
    words = line.lexicon.numerals
    total = current = 0.0
    seen = False
    here = at
    while here < len(line.tokens):
        if here > at and not line.joined(here):
            break
        word = line.tokens[here].text
        if word in words.doubtful and not _before_noun(line, here):
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
            current, here = current * words.vague[word], here + 1
            break
        elif word in words.collectives:
            current = max(current, 1) * words.collectives[word]
            seen, here = True, here + 1
            break
        elif (word in words.joiners and seen and _continues(line, here + 1, current)) or (
            word in words.articles and here == at and _opens(line, here + 1)
        ):
            here += 1
            continue
        else:
            break
        seen, here = True, here + 1
    return (total + current, here) if seen else (None, at)


def magnitude(line: Line, at: int, attached: bool) -> float:
    """By how much the word at a token multiplies the digits before it; 0 where it does not. `attached`: without a space
    between."""
    word = line.word(at)
    size = line.lexicon.numerals.magnitudes.get(word, 0)
    if not size or len(word) > 2:
        return size
    end = line.tokens[at].end
    of_money = line.text[end : end + 1] in {"€", "$", "£"}  # “2.6 M€”
    if not of_money and (not attached or (len(word) == 1 and not line.lexicon.numerals.letters)):
        return 0
    return size


def and_a_half(line: Line, value: float, at: int, after: int) -> tuple[float, int]:
    """A number with “and a half” behind it, if it has that. It stands from the token `at` to that before `after`."""
    words = line.lexicon.numerals
    here = after
    if line.word(here) not in words.joiners:
        return value, after
    here += 1
    if line.word(here) in words.articles:
        here += 1
    if line.word(here) not in words.halves:
        return value, after
    last = words.magnitudes.get(line.word(after - 1), 1) if after > at and value else 1
    value, here = value + 0.5 * (last or 1), here + 1
    if more := magnitude(line, here, attached=False):
        return value * more, here + 1
    return value, here


def _before_noun(line: Line, at: int) -> bool:
    """“Neuf collèges”; not “tout neuf”: whether a word follows without a stop, and none stands before that makes an
    adjective of it."""
    if at + 1 >= len(line.tokens) or line.gap(at + 1).strip():
        return False
    return not at or line.word(at - 1) not in line.lexicon.numerals.before_adjectives


def _opens(line: Line, at: int) -> bool:
    """Whether an article before this token stands for one."""
    words, word = line.lexicon.numerals, line.word(at)
    return word in words.hundreds or (word in words.magnitudes and len(word) > 2) or word in words.collectives


def _continues(line: Line, at: int, current: float) -> bool:
    """Whether an “and” before this token is one within a number."""
    words = line.lexicon.numerals
    value = words.atoms.get(line.word(at))
    if value is None:
        return False
    if current == 0 or words.joins_hundreds:
        return current % 100 == 0
    return current % 10 == 0 and current % 100 >= 20 and value < 20


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
