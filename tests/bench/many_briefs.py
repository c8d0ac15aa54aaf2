"""Many briefs, for measuring: as scenarios on the disk, and as what a reading room says of them.

The words are those of the project's own explanations, as frequent as they are there, so that an index has as many
different ones as an index of real briefs would.
"""

import re
import shutil
from functools import cache
from pathlib import Path
from random import Random

from briefgen.io.filesystem import shipped
from briefgen.site.model import Copy, Edition, Entry, Site, Statement, Version

_SOURCE = Path(__file__).resolve().parents[2] / "src" / "briefgen"
TOPICS = ("Water", "Transport", "Housing", "Energy", "Health", "Schools", "Safety", "Trade", "Budget", "Harbour",
          "Climate", "Work", "Farming", "Youth", "Foreign policy", "Courts", "Taxes", "Science")  # fmt: skip


@cache
def _words() -> tuple[str, ...]:
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(_SOURCE.rglob("codes.md")))
    return tuple(word for word in re.findall(r"[A-Za-z’-]{2,}", text) if word.islower())


def phrase(random: Random, words: int) -> str:
    """Some words in a row, the first with a capital."""
    return " ".join(random.choice(_words()) for _number in range(words)).capitalize()


def _statement(random: Random, number: int) -> Statement:
    """A statement and a passage of 10 to 20 words each, among them a rare one such as a name."""
    rare = "".join(random.choice("bdfgklmnprst") + random.choice("aeiou") for _syllable in range(4)).capitalize()
    text, quote = (phrase(random, random.randint(10, 20)) for _each in range(2))
    return Statement(f"{text} in {rare}.", f"The report, page {number}: “{quote}”.", phrase(random, 2), number, 1)


def room(number: int, seed: int = 1, lang: str = "en", statements: int = 0) -> Site:
    """A site of so many briefs: titles of 5 to 9 words, questions of 10 to 20, up to three topics, and statements."""
    random, further = Random(seed), Random(seed)
    markings = ("TLP:CLEAR", "TLP:GREEN")
    entries = []
    for at in range(number):
        name = "-".join(phrase(random, 2).lower().split()) + f"-{2010 + at % 16}"
        name = re.sub("[^a-z-]", "", name) + f"{at}"
        own = "fr" if at % 10 == 0 else "en"
        edition = random.randint(1, 4)
        copies = tuple(
            Copy(form, f"{name}/{edition}/{name}.{form}", random.randint(40_000, 1_500_000))
            for form in ("html", "pdf", "docx")
        )
        topics = tuple(random.sample(TOPICS, random.randint(0, 3)))
        title, question = phrase(random, random.randint(5, 9)), phrase(random, random.randint(10, 20)) + "?"
        said = tuple(_statement(further, at) for at in range(1, statements + 1))
        version = Version(own, title, question, topics, copies, statements=said)
        date = f"{2010 + at % 16}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        status = "draft" if at % 25 == 0 else "cleared"
        entries.append(Entry(name, (Edition(edition, date, status, random.choice(markings), "#FFFFFF", (version,)),)))
    return Site("Policy briefs", lang, "public", "TLP:GREEN", "TLP:GREEN", "#33FF00", tuple(entries))


def scenarios(folder: Path, number: int, seed: int = 1) -> list[Path]:
    """So many scenarios below a folder, each like the one that `briefgen new` begins, with a title, a question and
    topics of its own, and a gap that is withheld from the public; their files."""
    random = Random(seed)
    out = []
    for at in range(number):
        own = folder / f"brief-{at:04}"
        shutil.copytree(shipped("scenarios") / "starter", own)
        file = own / "scenario.yaml"
        text = file.read_text(encoding="utf-8")
        text = re.sub("(?m)^title: .*", f"title: {phrase(random, 7)}", text)
        text = re.sub("(?m)^question: .*", f"question: {phrase(random, 14)}?", text)
        topics = ", ".join(random.sample(TOPICS, 2))
        text = text.replace("status: draft", "status: cleared") + f"\ntopics: [{topics}]\n"
        text = text.replace("gaps:", f"gaps:\n  - {{id: price, text: {phrase(random, 9)}., marking: TLP:AMBER}}\n", 1)
        file.write_text(text, encoding="utf-8")
        out.append(file)
    return out
