"""Paragraphs of one field that reviewers joined, parted and moved: after `--apply` the field reads as they left it,
with its citations, spans and emphasis; or it is told as not written, and is as it was."""

import os
import re
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from tests.laws.briefs import theme
from tests.review.sessions import Node, Session, is_text, plain, text
from tests.use_cases import document

from briefgen import docx
from briefgen.commands.apply_review import AppliedReview, apply_review
from briefgen.commands.review import review_files
from briefgen.docx.context import ReviewOptions, WordOptions
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.markup.model import MARK
from briefgen.markup.plain import plain as plain_words
from briefgen.model.read import load
from briefgen.model.walk import proses
from briefgen.ooxml.tags import w
from briefgen.review.model import Applied, Join, Move, Unchanged

FILE = Path("bus/scenario.yaml")
ISSUE = """\
The *last* bus goes at 23:10 [@last-bus]. Many walk home.

[Some of them]{.judgement} take a taxi [@last-bus], and pay.

A third **share** a car.

The rest are fetched by [friends](https://example.org)."""
LIST = """\
What they ask for:

- a bus at one [@last-bus]
- a bus at *two*
- lamps"""
SCENARIO = """\
title: Night bus
question: Should there be a night bus?
decision_maker: Council
neutral: true
issue: |
  {issue}
options:
  - {{id: none, name: No bus, baseline: true, definition: All stays as it is.}}
  - {{id: bus, name: A bus, definition: One bus leaves at one.}}
sources:
  - {{id: s, title: Timetable, file: s.txt, redistribution: allowed}}
facts:
  - id: last-bus
    statement: The last bus leaves at 23:10.
    evidence: [{{source: s, quote: The last bus of the day leaves at 23:10}}]
"""


class Sent(NamedTuple):
    """A brief that went out, in a folder of its own."""

    folder: Path
    session: Session

    @property
    def issue(self) -> str:
        """The Markdown of the field today."""
        return self.field("issue")

    def field(self, path: str) -> str:
        """The Markdown of a field today."""
        loaded, _ = load(World(self.folder), FILE)
        assert loaded is not None
        return next(each.texts["en"].strip() for each in proses(loaded.scenario) if each.path == path)

    def paragraphs(self, path: str = "issue") -> list[Node]:
        """Those in which a field stands."""
        found = []
        for control in self.session.root.iter(w("sdt")):
            tag = control.find(f"{w('sdtPr')}/{w('tag')}")
            if tag is not None and tag.get(w("val"), "").startswith(f"{path}.en"):
                found.append(next(control.iterancestors(w("p"))))
        return found

    def applied(self, *others: str) -> AppliedReview:
        """What becomes of it, as it came back, and of other files."""
        (self.folder / "back.docx").write_bytes(self.session.saved())
        reviews, told = review_files(World(self.folder), [Path("back.docx"), *map(Path, others)], FILE)
        assert reviews is not None, told
        done, told = apply_review(World(self.folder), reviews, FILE, comments=False)
        assert done is not None, told
        return done


def sent(folder: Path, issue: str = ISSUE, seed: int = 0, scenario: str = SCENARIO, more: str = "") -> Sent:
    (folder / "bus/texts").mkdir(parents=True)
    (folder / "bus/texts/s.txt").write_text("The last bus of the day leaves at 23:10.\n")
    (folder / FILE).write_text(scenario.format(issue=issue.replace("\n", "\n  ")) + more)
    world = World(folder)
    loaded, told = load(world, FILE)
    assert loaded is not None, told
    made, told = document(world, loaded, "options-paper", load_locale("en"), "en")
    assert made is not None, told
    return Sent(folder, Session(docx.write(made, theme(), options=WordOptions(review=ReviewOptions())), Random(seed)))


def joined(of: Sent, at: int, tracked: bool, between: str = "") -> None:
    one, two = of.paragraphs()[at : at + 2]
    if between:
        runs = of.session.run(next(run for run in one.iter(w("r")) if is_text(run)), between)
        one.extend(of.session.made(of.session.inserted(runs) if tracked else runs))
    if tracked:
        of.session.mark(one, "del")
        return
    for each in list(two):
        if each.tag != w("pPr"):
            one.append(each)
    two.getparent().remove(two)  # type: ignore[union-attr]


def moved(of: Sent, at: int, to: int, tracked: bool) -> None:
    """Before the paragraph that has the number `to`, or behind the last one."""
    goes(of, of.paragraphs()[at], of.paragraphs(), to, tracked)


def goes(of: Sent, paragraph: Node, held: list[Node], to: int, tracked: bool, like: Node | None = None) -> None:
    """A paragraph, to before another one or behind the last one of some; there it is set as another one is."""
    copy = deepcopy(paragraph)
    if like is not None:
        copy.remove(copy[0])
        copy.insert(0, deepcopy(like[0]))
    held[to].addprevious(copy) if to < len(held) else held[-1].addnext(copy)
    if not tracked:
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
        return
    name = of.session.id()[6:-1]
    for each, what in ((paragraph, "moveFrom"), (copy, "moveTo")):
        of.session.marked(each, what, "t")
        of.session.mark(each, what)
        number = of.session.id()
        each.insert(1, of.session.made(f'<w:{what}RangeStart {number} w:name="{name}" {of.session.by()}/>')[0])
        each.addnext(of.session.made(f"<w:{what}RangeEnd {number}/>")[0])


BOTH = pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "not tracked"])


@BOTH
def test_two_paragraphs_that_were_joined_are_one_in_the_file(tracked: bool, tmp_path: Path) -> None:
    of = sent(tmp_path)
    joined(of, 0, tracked, " ")
    assert of.applied().left == ()
    assert of.issue == ISSUE.replace("home.\n\n[Some", "home. [Some")


@BOTH
def test_three_paragraphs_that_were_joined_are_one(tracked: bool, tmp_path: Path) -> None:
    of = sent(tmp_path)
    joined(of, 1, tracked, " ")
    joined(of, 0, tracked, " ")
    assert of.applied().left == ()
    assert of.issue == ISSUE.replace("home.\n\n[Some", "home. [Some").replace("pay.\n\nA", "pay. A")


@BOTH
def test_what_was_joined_without_a_space_has_none(tracked: bool, tmp_path: Path) -> None:
    of = sent(tmp_path)
    joined(of, 2, tracked)
    assert of.applied().left == ()
    assert of.issue.endswith("share** a car.The rest are fetched by [friends](https://example.org).")


@BOTH
@pytest.mark.parametrize(("at", "to"), [(0, 3), (3, 0), (0, 4), (2, 0), (1, 4)])
def test_a_paragraph_that_was_moved_within_its_field_is_moved_in_the_file(
    at: int, to: int, tracked: bool, tmp_path: Path
) -> None:
    of = sent(tmp_path)
    moved(of, at, to, tracked)
    assert of.applied().left == ()
    parts = ISSUE.split("\n\n")
    target = parts.pop(at)
    parts.insert(to - (to > at), target)
    assert of.issue == "\n\n".join(parts)


@BOTH
def test_items_of_a_list_are_moved_and_joined(tracked: bool, tmp_path: Path) -> None:
    of = sent(tmp_path / "moved", LIST)
    moved(of, 1, 4, tracked)
    assert of.applied().left == ()
    assert of.issue == LIST.replace("- a bus at one [@last-bus]\n", "") + "\n- a bus at one [@last-bus]"
    of = sent(tmp_path / "joined", LIST)
    joined(of, 1, tracked, " and ")
    assert of.applied().left == ()
    assert of.issue == LIST.replace("[@last-bus]\n- ", "[@last-bus] and ")
    of = sent(tmp_path / "with a sign", LIST)  # the mark of a note stands behind it, wherever it was typed
    joined(of, 1, tracked, "; ")
    assert of.applied().left == ()
    assert plain_words(of.issue, "en").split("\n\n")[1] == f"a bus at one;{MARK} a bus at two"


def test_a_paragraph_that_stands_among_words_of_no_field_is_left_to_a_person(tmp_path: Path) -> None:
    of = sent(tmp_path)
    first = of.paragraphs()[1]
    last = next(each for each in reversed(of.session.body.findall(w("p"))) if each.find(w("sdt")) is not None)
    last.addnext(first)
    done = of.applied()
    assert [type(each).__name__ for each in done.left] == ["Move"]
    assert of.issue == ISSUE


def test_paragraphs_of_two_fields_that_were_joined_are_left_to_a_person(tmp_path: Path) -> None:
    of = sent(tmp_path)
    last = of.paragraphs()[-1]
    of.session.mark(last, "del")
    done = of.applied()
    assert [type(each).__name__ for each in done.left] in ([], ["Join"], ["OutsideEdit"])
    assert of.issue == ISSUE


def test_a_second_time_all_is_there_already(tmp_path: Path) -> None:
    of = sent(tmp_path)
    joined(of, 0, True, " ")
    of.applied()
    after = of.issue
    assert {type(each) for each in of.applied().written.outcomes} <= {Unchanged}
    assert of.issue == after


def test_a_field_that_changed_since_is_not_rearranged(tmp_path: Path) -> None:
    of = sent(tmp_path)
    moved(of, 0, 3, tracked=True)
    changed = (of.folder / FILE).read_text().replace("A third", "Some")
    (of.folder / FILE).write_text(changed)
    (outcome,) = of.applied().written.outcomes
    assert getattr(outcome, "why", "") == "Its words are not those that the reviewer saw."
    assert (of.folder / FILE).read_text() == changed


# The law


def words_of(paragraph: Node) -> str:
    return plain("".join(text(run) for run in paragraph.iter(w("r")) if is_text(run)))


def holds(seed: int, folder: Path) -> None:
    """Words edited, paragraphs parted, joined and moved, each elsewhere in one field of many paragraphs."""
    random = Random(seed)
    parts = [
        f"{word} *goes* here [@last-bus] and [there]{{.judgement}} it stays." for word in WORDS[: random.randint(3, 8)]
    ]
    of = sent(folder, "\n\n".join(parts), seed)
    model = [plain_words(part, "en").replace(MARK, "") for part in parts]
    tracked = random.random() < 0.5
    deed = random.choice(("join", "move", "both words and join", "both words and move", "split and move"))
    at = random.randrange(len(parts) - 1)
    if "words" in deed:
        number = random.randrange(len(parts))
        run = next(each for each in of.paragraphs()[number].iter(w("r")) if is_text(each) and "stays" in text(each))
        new = text(run).replace("stays", "went")
        of.session.put(run, of.session.run(run, new))
        model[number] = model[number].replace("stays", "went")
    if "join" in deed:
        between = random.choice(("", " "))
        joined(of, at, tracked, between)
        model[at : at + 2] = [model[at] + between + model[at + 1]]
    if "move" in deed and "split" not in deed:
        to = random.choice([each for each in range(len(parts) + 1) if each not in (at, at + 1)])
        moved(of, at, to, tracked)
        held = model.pop(at)
        model.insert(to - (to > at), held)
    if "split" in deed:
        paragraph = of.paragraphs()[at]
        run = next(each for each in paragraph.iter(w("r")) if is_text(each) and "stays" in text(each))
        before, behind = text(run).split(" stays")
        second = deepcopy(paragraph)
        for each in list(second):
            if each.tag not in (w("pPr"), w("sdt")):
                second.remove(each)
        content = second.find(f"{w('sdt')}/{w('sdtContent')}")
        assert content is not None
        for each in list(content):
            content.remove(each)
        content.extend(of.session.made(of.session.run(run, f"stays{behind}")))
        of.session.put(run, of.session.run(run, f"{before} "))
        paragraph.addnext(second)
        first, last = model[at].split(" stays")
        model[at : at + 1] = [first, f"stays{last}"]
    done = of.applied()
    written = [each for each in done.written.outcomes if isinstance(each, Applied)]
    got = plain_words(of.issue, "en").replace(MARK, "")
    where = seed, deed, tracked, at, done.written.outcomes, done.left
    assert got == "\n\n".join(model), where
    assert written, where
    assert len(re.findall(r"\[@last-bus\]", of.issue)) == len(parts), where
    assert of.issue.count("*goes*") == of.issue.count("{.judgement}") == len(parts), where
    if "words" not in deed and "split" not in deed:
        assert {type(each.change) for each in written} <= {Join, Move}, where


WORDS = ("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel")


@pytest.mark.parametrize("seed", range(16))
def test_a_field_reads_as_it_was_left(seed: int, tmp_path: Path) -> None:
    holds(seed, tmp_path)


@pytest.mark.soak
def test_300_fields_read_as_they_were_left(tmp_path: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1"))
    for seed in range(first, first + 300):
        holds(seed, tmp_path / str(seed))
