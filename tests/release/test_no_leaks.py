"""Nothing that is withheld from an audience is in its files, and nothing is taken for it that is not."""

import os
import re
from copy import deepcopy
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from tests.release.briefed import bytes_of, published, written
from tests.release.extracted import extracted
from tests.release.marked import above, marked, secret
from tests.release.remarked import remarked
from tests.use_cases import reported

from briefgen.commands.options import RenderOptions
from briefgen.commands.render import render
from briefgen.io.filesystem import World, shipped
from briefgen.model.marking import LABELS, as_span
from briefgen.release.scan.formats import read

SEED = int(os.environ.get("BRIEFGEN_SEED", "1"))
_WORD = re.compile(r"w(\d+)w")
AUDIENCES = {
    "kelmouth-2026": ["public", "partners", "council"],
    "haiti-2022": ["public", "officials"],
    "starter": ["public"],
}
LATER = 50_000
"""Between a word and that which stands for it in a second edition."""
_SPACE = re.compile(r"[\s\u00ad-]+")


def seeds(count: int) -> range:
    """So many, from that of the campaign on."""
    return range(SEED, SEED + count)


def named(number: int) -> str:
    """A name that stands nowhere else, by a number."""
    letters = "".join("abcdefghik"[int(digit)] for digit in str(number))
    return f"Vex{letters}or"


def speaking(value: Any) -> Any:
    """Values in which each word has a name and a figure of its own beside it."""
    match value:
        case str():
            return _WORD.sub(lambda found: f"{found[0]} {named(int(found[1]))} {900_000 + int(found[1])}", value)
        case dict():
            return {key: speaking(each) for key, each in value.items()}
        case list():
            return [speaking(each) for each in value]
        case _:
            return value


def leaked(text: str, words: set[str]) -> set[str]:
    """What of the words, of their names and figures, a text holds, divided or not."""
    close = _SPACE.sub("", text).lower()
    apart = set(re.findall(r"(?<![\w+/])(?:w\d+w|9\d{5})(?![\w+/])", text))  # by chance such stand in packed pictures
    found = {word for word in words if word in apart or named(int(word[1:-1])).lower() in close}
    return found | {word for word in words if str(900_000 + int(word[1:-1])) in apart}


def anew(value: Any, words: set[str]) -> Any:
    """Values in which some of the words are others, so that there is something to tell of a second edition."""
    match value:
        case str():
            return _WORD.sub(lambda found: f"w{int(found[1]) + LATER}w" if found[0] in words else found[0], value)
        case dict():
            return {key: anew(each, words) for key, each in value.items()}
        case list():
            return [anew(each, words) for each in value]
        case _:
            return value


def look(seed: int) -> int:
    """Makes the briefs of one scenario for all audiences, and puts each into a site; one of them in a second edition.
    Returns how many were made, and something withheld."""
    made = marked(seed)
    random = Random(seed)
    every = {f"w{number}w" for number in map(int, _WORD.findall(repr(made.values)))}
    other = set(random.sample(sorted(every), len(every) // 8))
    edition = made.values.get("edition") or {}
    count, twice = 0, random.choice(LABELS)
    with TemporaryDirectory() as place:
        for limit in LABELS:
            words = secret(made, limit)
            words |= {f"w{int(word[1:-1]) + LATER}w" for word in words & other}
            template = random.choice(["options-paper", "options-paper", "decision-note", "evidence-annex"])
            order = RenderOptions(("docx", "pdf"), audience=as_span(limit), template=template)
            for number in (1, 2) if limit == twice else (1,):
                values = made.values if number == 1 else anew(made.values, other)
                values = values | {"edition": {**anew(edition, other), "number": number, "status": "cleared"}}
                folder = Path(place) / f"paper-{number}" / "paper"
                folder.mkdir(parents=True, exist_ok=True)
                written(speaking(deepcopy(values)), folder)
                data, faults = published(folder, Path(place) / as_span(limit), order)
                assert [each.message for each in faults if each.severity == "error"] == [], (seed, limit)
                for name, each in data.items():
                    assert leaked(f"{name} {extracted(each)}", words) == set(), (seed, limit, name)
                count += bool(data and words)
    return count


@pytest.mark.slow
def test_nothing_that_is_withheld_is_in_any_file() -> None:
    assert sum(look(seed) for seed in seeds(3)) > 2


@pytest.mark.soak
def test_nothing_that_is_withheld_is_in_any_file_of_300_scenarios() -> None:
    assert sum(look(seed) for seed in seeds(300)) > 300


def test_the_judge_finds_what_is_there() -> None:
    """Of a brief for those who see most, it finds what others may not see: in each format."""
    made = marked(3)
    highest = LABELS[-1]
    with TemporaryDirectory() as place:
        folder = written(speaking(made.values), Path(place))
        data, _ = bytes_of(folder, RenderOptions(("docx", "pdf", "html"), audience=as_span(highest)))
        words = secret(made, LABELS[0])
        assert above(highest, LABELS[0]) and words
        for each in data.values():
            assert leaked(extracted(each), words)


def test_the_judge_finds_what_is_there_in_a_site() -> None:
    """Also in the data of its search, in the pages of its lists, and in what it knows of itself."""
    made = marked(3)
    titled = {f"w{number}w" for number in _WORD.findall(repr(made.values["title"]))}
    with TemporaryDirectory() as place:
        folder = Path(place) / "paper"
        folder.mkdir()
        written(speaking(made.values | {"edition": {"number": 1}}), folder)
        site, _ = published(folder, Path(place) / "site", RenderOptions(("docx", "pdf"), audience=as_span(LABELS[-1])))
    assert {"index.html", "index.js", "paper/index.html", "paper/1/paper.html", ".briefgen/site.json"} <= site.keys()
    for name, each in site.items():
        assert leaked(extracted(each), titled) or name in ("SHA256SUMS", "minisearch.js", "statements.js"), name
        if name.startswith("paper/1/") or name in ("statements.js", ".briefgen/site.json"):
            assert leaked(extracted(each), secret(made, LABELS[0])), name


def alarms(seed: int) -> list[str]:
    """What is said against a brief of an example in which other pieces are marked, for one audience."""
    random = Random(seed)
    name = random.choice(["kelmouth-2026", "haiti-2022", "starter"])
    audience = random.choice(AUDIENCES[name])
    template = random.choice(["options-paper", "decision-note", "evidence-annex"])
    lang = random.choice(["en", "fr"]) if name != "starter" else "en"
    with TemporaryDirectory() as place:
        folder = Path(place) / "paper"
        folder.mkdir()
        remarked(shipped("scenarios") / name, folder, random, random.choice([0.03, 0.1, 0.3]))
        order = RenderOptions(("docx", "pdf", "html", "native"), audience=audience, template=template, lang=lang)
        written, faults = reported(render, World(Path(place)), folder / "scenario.yaml", order)
    told = [each for each in faults if each.code in ("withheld-words-found", "brief-not-scanned")]
    assert bool(written) != any(each.severity == "error" for each in faults)
    return [f"{seed}: {each.message}" for each in told]


@pytest.mark.slow
def test_nothing_is_taken_for_withheld_that_is_not() -> None:
    assert [alarm for seed in seeds(1) for alarm in alarms(seed)] == []


@pytest.mark.soak
def test_nothing_is_taken_for_withheld_in_300_briefs() -> None:
    assert [alarm for seed in seeds(300) for alarm in alarms(seed)] == []


def test_the_mark_of_a_note_is_no_figure() -> None:
    """`^12.6` was taken for the 12.6 kilometres of a withheld fact."""
    pieces = [*read("paper.native", b'body @issue.en "They walk" ^12.6 "." [ "6" ]("#cite-12-6")')]
    assert not any("12" in piece.text for piece in pieces)
    assert any(piece.level == "seen" and "They walk" in piece.text for piece in pieces)
