"""Paragraphs that reviewers moved into another field, into a list and out of one: after `--apply` both fields read as
they were left, with citations and spans; or it is told that nothing was written, and both are as they were."""

import os
from pathlib import Path
from random import Random
from textwrap import indent
from typing import NamedTuple

import pytest
from tests.review.sessions import Node
from tests.review.test_joined_and_moved import BOTH, FILE, LIST, SCENARIO, Sent, goes, moved, sent, words_of

from briefgen.markup.model import MARK
from briefgen.markup.plain import plain
from briefgen.markup.rearrange import listed
from briefgen.markup.rewrite import NOTHING_LEFT
from briefgen.ooxml.tags import w
from briefgen.review.model import Applied, Move, Unchanged, Unplaced

ISSUE = """\
The *last* bus goes at 23:10 [@last-bus]. Many walk home.

[Some of them]{.judgement} take a taxi [@last-bus], and pay.

A third **share** a car."""
HISTORY = "There was a night bus until 2019.\n\nIt was taken off."
ONE, TWO, THREE = ISSUE.split("\n\n")
OLD, NEW = HISTORY.split("\n\n")


def as_yaml(field: str, markdown: str) -> str:
    return f"{field}: |\n{indent(markdown, '  ')}\n"


def with_history(
    folder: Path, issue: str = ISSUE, history: str = HISTORY, scenario: str = SCENARIO, more: str = ""
) -> Sent:  # fmt: skip
    return sent(folder, issue, scenario=scenario, more=more + as_yaml("background", history))


def fields(of: Sent) -> tuple[str, str]:
    return of.field("issue"), of.field("background")


def why(of: Sent) -> str:
    """Why the one thing that was done was not written; the fields are as they were."""
    before = fields(of)
    done = of.applied()
    assert fields(of) == before
    assert done.written.files == ()
    (outcome,) = done.written.outcomes
    assert isinstance(outcome, Unplaced)
    return outcome.why


@BOTH
@pytest.mark.parametrize(
    ("at", "to", "issue", "history"),
    [
        (1, 1, f"{ONE}\n\n{THREE}", f"{OLD}\n\n{TWO}\n\n{NEW}"),
        (0, 2, f"{TWO}\n\n{THREE}", f"{OLD}\n\n{NEW}\n\n{ONE}"),
        (0, 0, f"{TWO}\n\n{THREE}", f"{ONE}\n\n{OLD}\n\n{NEW}"),
    ],
    ids=["between", "behind the last", "before the first"],
)
def test_a_paragraph_goes_into_another_field_with_its_citations_and_spans(
    at: int, to: int, issue: str, history: str, tracked: bool, tmp_path: Path
) -> None:
    of = with_history(tmp_path)
    goes(of, of.paragraphs()[at], of.paragraphs("background"), to, tracked)
    done = of.applied()
    assert done.left == ()
    assert [type(each) for each in done.written.outcomes] == [Applied]
    assert fields(of) == (issue, history)
    assert of.applied().written.files == ()
    assert [type(each) for each in of.applied().written.outcomes] == [Unchanged]


@BOTH
def test_two_paragraphs_go_together_and_keep_their_order(tracked: bool, tmp_path: Path) -> None:
    of = with_history(tmp_path)
    for at in (0, 1):
        goes(of, of.paragraphs()[0 if not tracked else at], of.paragraphs("background")[-1:], 0, tracked)
    done = of.applied()
    assert done.left == (), done.left
    assert fields(of) == (THREE, f"{OLD}\n\n{ONE}\n\n{TWO}\n\n{NEW}"), done.written.outcomes


@BOTH
def test_a_paragraph_comes_into_a_list_as_an_item_and_an_item_goes_out_of_it(tracked: bool, tmp_path: Path) -> None:
    of = with_history(tmp_path / "in", history=LIST)
    held = of.paragraphs("background")
    goes(of, of.paragraphs()[1], held, 2, tracked, like=held[1])
    assert of.applied().left == ()
    assert fields(of) == (f"{ONE}\n\n{THREE}", LIST.replace("\n- a bus at *two*", f"\n- {TWO}\n- a bus at *two*"))
    of = with_history(tmp_path / "out", history=LIST)
    goes(of, of.paragraphs("background")[1], of.paragraphs(), 1, tracked, like=of.paragraphs()[1])
    assert of.applied().left == ()
    item = "a bus at one [@last-bus]"
    assert fields(of) == (f"{ONE}\n\n{item}\n\n{TWO}\n\n{THREE}", LIST.replace(f"- {item}\n", ""))


@BOTH
def test_an_item_that_keeps_its_bullet_is_an_item_where_it_goes(tracked: bool, tmp_path: Path) -> None:
    of = with_history(tmp_path, history=LIST)
    goes(of, of.paragraphs("background")[2], of.paragraphs(), 3, tracked)
    assert of.applied().left == ()
    assert fields(of) == (f"{ISSUE}\n\n- a bus at *two*", LIST.replace("- a bus at *two*\n", ""))


@BOTH
def test_within_a_field_a_paragraph_comes_into_the_list_as_it_is_set_there(tracked: bool, tmp_path: Path) -> None:
    of = sent(tmp_path / "item", LIST)
    held = of.paragraphs()
    goes(of, held[0], held, 3, tracked, like=held[1])
    assert of.applied().left == ()
    assert of.issue == "- a bus at one [@last-bus]\n- a bus at *two*\n- What they ask for:\n- lamps"
    of = sent(tmp_path / "by itself", LIST)
    moved(of, 0, 3, tracked)
    assert of.applied().left == ()
    assert of.issue == "- a bus at one [@last-bus]\n- a bus at *two*\n\nWhat they ask for:\n\n- lamps"


def test_what_was_reworded_and_moved_is_both(tmp_path: Path) -> None:
    of = with_history(tmp_path)
    paragraph = of.paragraphs()[2]
    goes(of, paragraph, of.paragraphs("background"), 1, tracked=False)
    run = next(each for each in of.paragraphs()[-1].iter() if each.text == " a car.")
    run.text = " a large car."
    assert of.applied().left == ()
    assert fields(of) == (f"{ONE}\n\n{TWO}", f"{OLD}\n\n{THREE.replace('a car', 'a large car')}\n\n{NEW}")


def test_paragraphs_that_came_to_the_same_place_keep_the_order_that_they_have_there(tmp_path: Path) -> None:
    """While tracking was off two paragraphs of three changed places, and the first went behind them: they were written
    in the order in which they had gone out."""
    holds(21043, tmp_path / "one")
    holds(21212, tmp_path / "other")


@BOTH
def test_the_only_paragraph_of_a_field_goes_too_and_the_field_says_nothing(tracked: bool, tmp_path: Path) -> None:
    """It was told, and stayed where it was."""
    of = with_history(tmp_path, history=OLD, more="# What went before.\n")
    goes(of, of.paragraphs("background")[0], of.paragraphs(), 1, tracked)
    assert of.applied().left == ()
    assert of.issue == f"{ONE}\n\n{OLD}\n\n{TWO}\n\n{THREE}"
    assert (of.folder / FILE).read_text().endswith("# What went before.\nbackground:\n")
    assert of.applied().written.files == ()
    assert [type(each) for each in of.applied().written.outcomes] == [Unchanged]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("background: |-\n  Gone.\nas_of: 2026-01-01\n", "background:\nas_of: 2026-01-01\n"),
        ("background: Gone.   # why\n", "background:   # why\n"),
        ('background: "Gone."\n', "background:\n"),
        ("background:\n  Gone.\n", "background:\n"),
    ],
)
def test_a_field_of_which_the_only_paragraph_was_taken_out_says_nothing(
    written: str, left: str, tmp_path: Path
) -> None:  # fmt: skip
    of = sent(tmp_path, more=written)
    (paragraph,) = of.paragraphs("background")
    paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
    done = of.applied()
    assert [type(each) for each in done.written.outcomes] == [Applied], done
    assert (of.folder / FILE).read_text().endswith(left)


@pytest.mark.parametrize(
    "more", ["background: &words Gone.\nas_of_note: *words\n", "background: {en: Gone., fr: Parti.}\n"]
)
def test_what_stands_in_other_places_too_or_in_another_language_is_not_emptied(more: str, tmp_path: Path) -> None:
    of = sent(tmp_path, more=more)
    for paragraph in of.paragraphs("background"):
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
    (outcome,) = of.applied().written.outcomes
    assert isinstance(outcome, Unplaced) and outcome.why == NOTHING_LEFT


# The file says something else today


def rewritten(of: Sent, old: str, new: str) -> None:
    text = (of.folder / FILE).read_text()
    assert text.count(old) == 1
    (of.folder / FILE).write_text(text.replace(old, new))


def test_what_was_changed_in_the_file_meanwhile_is_moved_as_it_is_now(tmp_path: Path) -> None:
    of = with_history(tmp_path)
    goes(of, of.paragraphs()[1], of.paragraphs("background"), 1, tracked=True)
    rewritten(of, "and pay", "and pay for it")
    rewritten(of, "until 2019", "until 2020")
    rewritten(of, "share", "drive")
    assert of.applied().left == ()
    now = TWO.replace("and pay", "and pay for it")
    assert fields(of) == (
        f"{ONE}\n\n{THREE.replace('share', 'drive')}",
        f"{OLD.replace('2019', '2020')}\n\n{now}\n\n{NEW}",
    )


def test_what_came_between_meanwhile_stays_behind_it(tmp_path: Path) -> None:
    of = with_history(tmp_path)
    goes(of, of.paragraphs()[1], of.paragraphs("background"), 1, tracked=True)
    rewritten(of, "\n\n  It was", "\n\n  Few used it.\n\n  It was")
    assert of.applied().left == ()
    assert fields(of)[1] == f"{OLD}\n\n{TWO}\n\nFew used it.\n\n{NEW}"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[Some of them]{.judgement} take a taxi [@last-bus], and pay.", "All drive.", "Its words are not those"),
        ("There was a night bus until 2019.\n\n  It was taken off.", "Nobody knows.", "put it between are not there"),
        ("There was a night bus until 2019.\n\n  It was taken off.",
         "It was taken off.\n\n  There was a night bus until 2019.", "put it between are not there"),
    ],
)  # fmt: skip
def test_where_it_is_not_sure_today_neither_field_is_written(old: str, new: str, reason: str, tmp_path: Path) -> None:
    of = with_history(tmp_path)
    goes(of, of.paragraphs()[1], of.paragraphs("background"), 1, tracked=True)
    rewritten(of, old, new)
    assert reason in why(of)


def test_two_files_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    of = with_history(tmp_path)
    goes(of, of.paragraphs()[1], of.paragraphs("options.bus.definition"), 1, tracked=True)
    text = (of.folder / FILE).read_text()
    options = text[text.index("options:") : text.index("sources:")].removeprefix("options:\n")
    (of.folder / "bus/options").mkdir()
    (of.folder / "bus/options/none.yaml").write_text(options.splitlines()[0].strip().removeprefix("- "))
    (of.folder / "bus/options/bus.yaml").write_text("id: bus\nname: A bus\ndefinition: One bus leaves at one.\n")
    rewritten(of, f"options:\n{options}", "options: options/*.yaml\n")
    done = of.applied()
    assert done.left == ()
    assert sorted(file.name for file in done.written.files) == ["bus.yaml", "scenario.yaml"], done.written.outcomes
    assert of.field("options.bus.definition") == f"{TWO}\n\nOne bus leaves at one."
    assert of.issue == f"{ONE}\n\n{THREE}"


# Where the meaning is not certain


def test_a_field_that_every_scenario_has_keeps_its_only_paragraph(tmp_path: Path) -> None:
    of = with_history(tmp_path, more="assumptions: [{id: full, statement: The bus is full.}]\n")
    goes(of, of.paragraphs("assumptions.full.statement")[0], of.paragraphs(), 1, tracked=True, like=of.paragraphs()[0])
    assert why(of) == NOTHING_LEFT


GAPS = 'gaps: [{id: riders, text: "Nobody counted them.\\n\\nA count was refused.", reason: It would show the need.}]\n'


def test_a_paragraph_with_less_readers_does_not_come_among_those_with_more(tmp_path: Path) -> None:
    of = with_history(tmp_path, more=GAPS)
    goes(of, of.paragraphs("gaps.riders.text")[1], of.paragraphs(), 1, tracked=True)
    rewritten(of, "{id: riders", "{id: riders, marking: TLP:RED")
    assert why(of) == "More people may read `issue.en`."
    rewritten(of, "marking: TLP:RED", "marking: TLP:CLEAR")
    assert of.applied().left == ()
    assert of.issue == f"{ONE}\n\nA count was refused.\n\n{TWO}\n\n{THREE}"


def test_a_paragraph_that_stands_twice_in_the_brief_stays_in_its_field(tmp_path: Path) -> None:
    twice = "definition: One bus leaves at one."
    of = with_history(tmp_path, scenario=SCENARIO.replace(twice, f'{twice[:12]}"{twice[12:]}\\n\\nIt is a trial."'))
    goes(of, of.paragraphs("options.bus.definition")[-1], of.paragraphs(), 1, tracked=True)
    done = of.applied()
    assert [(type(each), each.path) for each in done.left] == [(Move, "options.bus.definition.en")]
    assert done.written.files == ()


def test_beside_an_item_that_the_template_made_is_no_place(tmp_path: Path) -> None:
    """An assumption is an item of the template's: what stands behind the last one is not of that one."""
    made = "assumptions: [{id: fuel, statement: Fuel stays cheap., reason: It was.}]\n"
    of = with_history(tmp_path, more=made)
    goes(of, of.paragraphs()[1], of.paragraphs("assumptions.fuel.reason"), 1, tracked=True)
    assert "an item of its own" in why(of)


def test_between_two_fields_is_no_place(tmp_path: Path) -> None:
    made = "assumptions: [{id: fuel, statement: Fuel stays cheap.}, {id: staff, statement: Drivers stay.}]\n"
    of = with_history(tmp_path, more=made)
    goes(of, of.paragraphs()[1], of.paragraphs("assumptions.fuel.statement"), 1, tracked=True)
    done = of.applied()
    assert [type(each) for each in done.left] == [Move]
    assert done.written.files == ()


def test_two_reviewers_who_moved_it_to_different_places_are_both_told(tmp_path: Path) -> None:
    ann, bob = with_history(tmp_path), with_history(tmp_path / "bob")
    goes(ann, ann.paragraphs()[1], ann.paragraphs("background"), 1, tracked=True)
    goes(bob, bob.paragraphs()[1], bob.paragraphs("background"), 0, tracked=True)
    (tmp_path / "bob.docx").write_bytes(bob.session.saved())
    done = ann.applied("bob.docx")
    assert [each.why for each in done.written.outcomes if isinstance(each, Unplaced)] == [
        "Reviewers moved it to several places."
    ] * 2
    assert fields(ann) == (ISSUE, HISTORY)


def test_one_who_moved_it_and_one_who_took_it_out_are_both_told(tmp_path: Path) -> None:
    ann, bob = with_history(tmp_path), with_history(tmp_path / "bob")
    goes(ann, ann.paragraphs()[1], ann.paragraphs("background"), 1, tracked=True)
    gone = bob.paragraphs()[1]
    gone.getparent().remove(gone)  # type: ignore[union-attr]
    (tmp_path / "bob.docx").write_bytes(bob.session.saved())
    done = ann.applied("bob.docx")
    assert {each.why for each in done.written.outcomes if isinstance(each, Unplaced)} == {
        "One reviewer moved it, another took it out."
    }
    assert fields(ann) == (ISSUE, HISTORY)


# The law


class Piece(NamedTuple):
    """A paragraph of a field, as it is to read."""

    words: str
    listed: str


def markdown(pieces: list[Piece]) -> str:
    out = ""
    for at, piece in enumerate(pieces):
        together = at and piece.listed and piece.listed == pieces[at - 1].listed
        number = sum(1 for each in pieces[:at] if each.listed == "1") + 1
        sign = {"": "", "-": "- ", "1": f"{number}. "}[piece.listed]
        name, rest = piece.words.split(" goes here ")
        ends = "" if not at else NEWLINE if together else PARAGRAPH
        out += f"{ends}{sign}*{name}* [goes]{{.judgement}} here [@last-bus] {rest}"
    return out


NEWLINE, PARAGRAPH = "\n", "\n\n"
FIELDS = ("issue", "background")
PATHS = (*((one, other) for one in FIELDS for other in FIELDS if one != other), ("issue", "issue"))


def stands(of: Sent, word: str) -> Node:
    """The paragraph with a word, where it stands now."""
    return next(
        each for each in of.session.body.iter(w("p"))
        if word in "".join(each.itertext()) and next(each.iter(w("moveFrom")), None) is None
        and f"{word} goes" in words_of(each)
    )  # fmt: skip


def reads(of: Sent, field: str) -> list[Piece]:
    """What a field says today."""
    source = of.field(field)
    words = plain(source, "en").replace(MARK, "").split(PARAGRAPH)
    return [Piece(each, kind) for each, kind in zip(words, listed(source, "en"), strict=True)]


def holds(seed: int, folder: Path) -> bool:
    """Paragraphs and items of two fields, moved into the other one or within their own, and one of them edited: both
    fields read as they were left, or it is told and nothing was moved. Returns whether it was written."""
    random = Random(seed)
    names = iter(("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett"))
    model = {
        field: [
            Piece(f"{next(names)} goes here and stays.", kind)
            for kind in random.choice((("",) * 3, ("", "-", "-", "-"), ("1", "1", "", ""), ("", "", "-", "-", "")))
        ]
        for field in FIELDS
    }
    count = sum(map(len, model.values()))
    of = with_history(folder, *(markdown(model[field]) for field in FIELDS))
    assert [reads(of, field) for field in FIELDS] == [model[field] for field in FIELDS]
    before, tracked = fields(of), random.random() < 0.5
    log: list[tuple[object, ...]] = []
    for _ in range(random.choice((1, 1, 2))):
        (source, target), twice = random.choice(PATHS), [each[0] for each in log]
        at, to = random.randrange(len(model[source])), random.randint(0, len(model[target]))
        word = model[source][at].words.split()[0]
        if len(model[source]) == 1 or word in twice or (source == target and to in (at, at + 1)):
            continue
        beside = [stands(of, each.words.split()[0]) for each in model[target]]
        near = random.choice((None, max(to - 1, 0)))
        like = None if near is None else beside[near]
        kind = model[source][at].listed if near is None else model[target][near].listed
        goes(of, stands(of, word), beside, to, tracked, like=like)
        item = model[source].pop(at)
        model[target].insert(to - (source == target and to > at), item._replace(listed=kind))
        log.append((word, source, target, at, to, kind))
    if random.random() < 0.5:
        at = random.randrange(len(model["issue"]))
        edited = model["issue"][at]
        if edited.words.split()[0] not in [each[0] for each in log]:
            run = next(
                each for each in stands(of, edited.words.split()[0]).iter(w("t")) if "stays" in (each.text or "")
            )
            run.text = (run.text or "").replace("stays", "went")
            model["issue"][at] = edited._replace(words=edited.words.replace("stays", "went"))
    done = of.applied()
    told = [*done.left, *(each for each in done.written.outcomes if isinstance(each, Unplaced))]
    where = seed, log, tracked, told
    if not told:
        assert [reads(of, field) for field in FIELDS] == [model[field] for field in FIELDS], where
    elif not any(isinstance(each, Applied) and isinstance(each.change, Move) for each in done.written.outcomes):
        assert tuple(each.replace("went", "stays") for each in fields(of)) == before, where
    for sign in ("[@last-bus]", "{.judgement}", "here"):
        assert sum(each.count(sign) for each in fields(of)) == count, where
    return not told


@pytest.mark.parametrize("seed", range(24))
def test_two_fields_read_as_they_were_left(seed: int, tmp_path: Path) -> None:
    holds(seed, tmp_path)


@pytest.mark.soak
def test_400_pairs_of_fields_read_as_they_were_left(tmp_path: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1"))
    assert sum(holds(seed, tmp_path / str(seed)) for seed in range(first, first + 400)) > 200
