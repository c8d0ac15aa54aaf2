# ruff: noqa: E501  (lists of samples)
"""Files of YAML as people write them, and what becomes of their values: every style, with comments, in any nesting."""

from random import Random
from typing import NamedTuple

WORDS = (
    "the team", "Ottawa", "has agreed", "to send", "an assessment", "“flat-out”", "it's", "55–80 %", "é", "a,b", "[@fact-id]",
    "*now*", "[so]{.judgement}", "and", "then", "#1", "C#", "http://a.b/c?d=e#f", "no", "12", "no-one", "&c.", "(1)",
    "😀", "Ağrı",
)  # fmt: skip
SURPRISES = (
    "", " ", "null", "12", "1e3", "true", "~", "- x", "? x", ": x", "x: y", "x #y", "'", '"', "\\", "it's \"so\"", "[a]", "{a: b}",
    "*a", "&a b", "!!str x", "!x", "|", ">", "> x", "| x", "%x", "@x", "`x`", "a\nb", "a\n\nb", "\na", "a\n", "a\n\n", " a", "a ", "a\n b\nc",
    "  a\nb", "a\n\n  b\n\nc", "\ta", "a\tb", "a\n\tb", "a \nb", "a\xa0", "a\u202fb", "\xa0", "---", "...", "a\n---\nb", "a\n...\nb", "#a", "a:",
    "a\r\nb", "😀", "x" * 300, "word " * 60 + "end", "- a\n- b\n", "1. a\n2. b", "a,", "]", "}", "a]b", "a, b", "\n", "\n\n", " \n", "a\n \nb",
    "'a'", '"a"', "a\\nb", "a\n#b", "a\n# b\n", "a\n- b", "0x1F", "=", "<<",
)  # fmt: skip
"""Values that have another meaning to YAML, or that some style cannot hold."""

STYLES = ("plain", "single", "double", "literal", "folded", "flow")


class File(NamedTuple):
    text: str
    values: int
    """How many of its scalars are values of the styles above."""


def file(random: Random) -> File:
    """A mapping of values in all styles, at several depths."""
    lines: list[str] = ["# the case", ""] if random.random() < 0.5 else []
    count = random.randint(1, 6)
    for number in range(count):
        lines += _entry(random, f"key{number}", 0)
        if random.random() < 0.3:
            lines += [random.choice(["", "# a remark", "   # another  ", "\t"[:0]])]
    end = "\r\n" if random.random() < 0.3 else "\n"
    text = end.join(lines)
    return File(text if random.random() < 0.2 else text + end, count)


def _entry(random: Random, key: str, depth: int) -> list[str]:
    pad = "  " * depth
    match random.choice(("scalar", "scalar", "scalar", "mapping", "list", "brackets", "braces")):
        case "mapping" if depth < 3:
            inner = [line for name in ("a", "b") for line in _entry(random, name, depth + 1)]
            return [f"{pad}{key}:", *inner]
        case "list" if depth < 3:
            step = random.choice(("", "  "))
            out = [f"{pad}{key}:"]
            for _ in range(random.randint(1, 3)):
                out += _scalar(random, f"{pad}{step}- ", len(pad + step))
            return out
        case "brackets":
            items = [_in_flow(random, pad) for _ in range(random.randint(1, 3))]
            return f"{pad}{key}: [{random.choice((', ', ',  '))[:2].join(items)}]  # a list".split("\n")
        case "braces":
            inside = f", {chr(10)}{pad}  ".join(f"k{number}: {_in_flow(random, pad)}" for number in range(2))
            return f"{pad}{key}: {{{inside}}}".split("\n")
        case _:
            anchor = random.choice(("", "", "", f"&{key}{depth}{random.randint(0, 999)} ", "!!str "))
            return _scalar(random, f"{pad}{key}: {anchor}", len(pad))


def prose(random: Random, most: int = 12) -> list[str]:
    return [random.choice(WORDS) for _ in range(random.randint(1, most))]


def _plain(random: Random, pad: str, flow: bool) -> str:
    words = [word for word in prose(random) if not (flow and set(word) & set(",[]{}"))] or ["words"]
    words = [word for word in words if word[0] not in "#"] or ["words"]
    text = words[0] if words[0][0] not in "[*&\"'%@`-" else f"x{words[0]}"
    for word in words[1:]:
        text += random.choice((" ", " ", " ", f"\n{pad}  ", f"\n{pad}     ", f"\n\n{pad}  ")) + word
    return text


def _quoted(random: Random, pad: str, mark: str) -> str:
    text = ""
    for word in prose(random):
        gap = random.choice((" ", " ", "  ", f"\n{pad}  ", f"  \n{pad} ", f"\n\n{pad}  "))
        if mark == '"':
            gap = random.choice(
                (gap, gap, "\\n", "\\t", f"\\\n{pad}  ", f" \\\n{pad}  ", "\\u2014", "\\\\", "\\x41\\_")
            )
        word = word.replace("'", "''") if mark == "'" else word.replace('"', '\\"')
        text += (gap if text else "") + word
    return mark + text + mark


def _in_flow(random: Random, pad: str) -> str:
    return random.choice((_plain(random, pad, True), _quoted(random, pad, "'"), _quoted(random, pad, '"')))


def _scalar(random: Random, before: str, indentation: int) -> list[str]:
    pad = " " * indentation
    behind = random.choice(("", "", "  # why", " "))
    match random.choice(("plain", "single", "double", "literal", "folded", "nothing")):
        case "plain":
            return f"{before}{_plain(random, pad, False)}{behind}".split("\n")
        case "single":
            return f"{before}{_quoted(random, pad, chr(39))}{behind}".split("\n")
        case "double":
            return f"{before}{_quoted(random, pad, chr(34))}{behind}".split("\n")
        case "nothing":
            return [f"{before.rstrip()}{behind}"]
        case style:
            return _block(random, before, indentation, "|" if style == "literal" else ">", behind)


def _block(random: Random, before: str, indentation: int, sign: str, behind: str) -> list[str]:
    step = random.randint(1, 4)
    inner = " " * (indentation + step)
    indicator = str(step) if random.random() < 0.2 else ""
    lines: list[str] = [""] * random.choice((0, 0, 0, 1))
    for number in range(random.randint(1, 6)):
        kind = random.choice(("words", "words", "words", "empty", "spaced", "item", "trailing")) if number else "words"
        words = " ".join(prose(random, 8))
        match kind:
            case "empty":
                lines.append(random.choice(("", inner[:-1])))
            case "spaced":
                lines.append(f"{inner}  {words}")
            case "item":
                lines.append(f"{inner}- {words}")
            case "trailing":
                lines.append(f"{inner}{words}  ")
            case _:
                lines.append(inner + words)
    lines += [""] * random.choice((0, 0, 0, 1, 2))
    chomping = random.choice(("", "", "-", "+"))
    header = f"{sign}{indicator}{chomping}" if random.random() < 0.5 else f"{sign}{chomping}{indicator}"
    return [f"{before}{header}{behind}", *lines]


def changed(random: Random, value: str) -> str:
    """Another value: a word more, less or other; or something that is hard to write."""
    words = value.split(" ")
    at = random.randrange(len(words))
    match random.choice(("other", "other", "more", "less", "surprise", "joined", "paragraph")):
        case "other":
            return " ".join([*words[:at], random.choice(WORDS), *words[at + 1 :]])
        case "more":
            return " ".join([*words[:at], *prose(random, 5), *words[at:]])
        case "less":
            return " ".join([*words[:at], *words[at + 1 :]])
        case "joined":
            return value + random.choice(SURPRISES)
        case "paragraph":
            return " ".join(words[:at]) + random.choice(("\n", "\n\n")) + " ".join(words[at:])
        case _:
            return random.choice(SURPRISES)
