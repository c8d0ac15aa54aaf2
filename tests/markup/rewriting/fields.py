"""Fields of prose in which everything nests in everything, and what a reviewer makes of their words."""

from random import Random

from briefgen.markup.model import MARK

WORDS = (
    "the", "team", "has", "agreed", "to", "go", "to", "Haiti", "and", "report", "within", "two", "months", "on", "what",
    "it", "finds", "of", "facts",
)  # fmt: skip
TYPED = ("Ottawa", "x*y", "_z_", "[@q]", "1.", "-", "#", "soon", "**", "[a](b)", "&amp;", "\\", "`c`", "it’s")
SPANS = ("judgement", "assumption", "marking-tlp-amber", "computed")


def field(random: Random) -> str:
    blocks = []
    for _ in range(random.randint(1, 3)):
        sign = random.choice(("", "", "", "- ", "1. ", "* "))
        items = (
            paragraph(random).replace("\n", "\n" + " " * len(sign)) for _ in range(random.randint(1, 3) if sign else 1)
        )
        blocks.append("\n".join(sign + item for item in items))
    return "\n\n".join(blocks)


def paragraph(random: Random) -> str:
    sentences = (
        " ".join(piece(random) for _ in range(random.randint(1, 4))) + random.choice((".", ".", "!", "", " [@e]."))
        for _ in range(random.randint(1, 3))
    )
    first, *rest = " ".join(sentences).split(" ")
    return first + "".join(random.choice(("\n", *" " * 9)) + word for word in rest)


def piece(random: Random, depth: int = 0) -> str:
    words = " ".join(random.choice(WORDS) for _ in range(random.randint(1, 4)))
    kind = random.choice("wwwwwwwesljkcc") if depth < 2 else "w"
    inner = " ".join(piece(random, depth + 1) for _ in range(random.randint(1, 2))) if kind in "eslj" else words
    match kind:
        case "e":
            return f"*{inner}*"
        case "s":
            return f"**{inner}**"
        case "l":
            return f"[{inner}](https://a.b/{random.randint(0, 9)})"
        case "j":
            return f"[{inner}]{{.{random.choice(SPANS)}}}"
        case "k":
            return f"`{words}`"
        case "c":
            return words + random.choice((" [@a]", " [@b; @c]", " [@d, par. 3]"))
        case _:
            return words


def edited(random: Random, words: str) -> str:
    """Up to three edits: words exchanged, put in, taken out; a note taken out; paragraphs parted and joined."""
    for _ in range(random.randint(1, 3)):
        parts = words.split(" ")
        at = random.randrange(len(parts))
        match random.choice(("other", "other", "more", "less", "part", "join", "notes", "several")):
            case "other" if MARK not in parts[at] and "\n" not in parts[at]:
                parts[at] = random.choice((*WORDS, *TYPED))
            case "more":
                parts.insert(at, random.choice(TYPED))
            case "less" if len(parts) > 1:
                parts.pop(at)
            case "part" if at:
                parts[at - 1 : at + 1] = [f"{parts[at - 1]}\n\n{parts[at]}"]
            case "join":
                parts = " ".join(parts).replace("\n\n", " ", 1).split(" ")
            case "notes":
                parts = [part.replace(MARK, "", 1) if random.random() < 0.3 else part for part in parts]
            case "several":
                parts = parts[:at] + parts[at + 3 :] or parts
            case _:
                pass
        words = " ".join(parts)
    return words
